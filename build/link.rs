//! Link options that Cargo.toml cannot say, for a program that starts sooner.

use std::env;
use std::path::PathBuf;
use std::process::Command;

pub(crate) fn print_options() {
    if !is_program_for_dynamic_linux() {
        return;
    }
    // Stemmer tables hold thousands of pointers. In a position-independent program each is relocated at every start,
    // which costs a twentieth of it; in one at a fixed address, none.
    println!("cargo:rustc-link-arg-bins=-no-pie");
    // The unwinder, which a program that aborts on panic hardly needs, as a part of the program: a shared library less
    // to find and load is another twentieth.
    if static_unwinder().is_some() {
        println!("cargo:rustc-link-lib=dylib:+verbatim={UNWINDER}");
    }
}

const UNWINDER: &str = "libgcc_eh.a";

fn is_program_for_dynamic_linux() -> bool {
    let is = |variable: &str, value: &str| env::var(variable).is_ok_and(|found| found == value);
    let is_static =
        env::var("CARGO_CFG_TARGET_FEATURE").is_ok_and(|features| features.contains("crt-static"));
    env::var_os("CARGO_FEATURE_CLI").is_some()
        && !is_static
        && is("CARGO_CFG_TARGET_OS", "linux")
        && is("CARGO_CFG_TARGET_ENV", "gnu")
        && is("CARGO_CFG_TARGET_ARCH", "x86_64")
}

/// Where the linker would find the unwinder: GCC brings it, other compilers may not.
fn static_unwinder() -> Option<PathBuf> {
    let linker = env::var_os("RUSTC_LINKER").unwrap_or_else(|| "cc".into());
    let answer = Command::new(linker)
        .arg(format!("-print-file-name={UNWINDER}"))
        .output()
        .ok()?;
    let path = PathBuf::from(String::from_utf8(answer.stdout).ok()?.trim());
    (path.is_absolute() && path.is_file()).then_some(path)
}
