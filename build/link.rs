//! Link options that Cargo.toml cannot say, for a program that starts sooner and runs wherever it is copied.
//!
//! To find, map and bind the C library costs a quarter of the start of an empty program. Rust's own switch for linking
//! it statically (`crt-static`) cannot be set for a package whose dependencies have macros, unless its users name a
//! target with every build. So the linker is given the static library under the names of the shared ones.

use std::env;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What Rust's standard library asks the linker for on Linux. All of it is in `libc.a`, but for the unwinder.
const SHARED: [&str; 7] = ["c", "dl", "gcc_s", "m", "pthread", "rt", "util"];

const STATIC: [&str; 4] = ["libc.a", "libm.a", "libgcc_eh.a", "libgcc.a"];

pub(crate) fn print_options() -> io::Result<()> {
    if !is_program_for_dynamic_linux() {
        return Ok(());
    }
    // Stemmer tables hold thousands of pointers. In a position-independent program each is relocated at every start,
    // which costs a twentieth of it; in one at a fixed address, none.
    println!("cargo:rustc-link-arg-bins=-no-pie");
    // Not every machine has the static library; there the program is linked as any other.
    if env::var_os("CARGO_FEATURE_STATIC").is_none() {
        return Ok(());
    }
    if let Some(libraries) = static_libraries() {
        let folder = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default()).join("static");
        write_scripts(&folder, &libraries)?;
        println!("cargo:rustc-link-arg-bins=-static");
        println!("cargo:rustc-link-arg-bins=-L{}", folder.display());
    }
    Ok(())
}

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

/// Where the linker would find each static library; none when one of them is missing.
fn static_libraries() -> Option<Vec<PathBuf>> {
    STATIC.iter().map(|name| static_library(name)).collect()
}

fn static_library(name: &str) -> Option<PathBuf> {
    let linker = env::var_os("RUSTC_LINKER").unwrap_or_else(|| "cc".into());
    let answer = Command::new(linker)
        .arg(format!("-print-file-name={name}"))
        .output()
        .ok()?;
    let path = PathBuf::from(String::from_utf8(answer.stdout).ok()?.trim());
    (path.is_absolute() && path.is_file()).then_some(path)
}

/// Writes one linker script for each shared library, all of which name the static ones.
fn write_scripts(folder: &Path, libraries: &[PathBuf]) -> io::Result<()> {
    let quoted: Vec<String> = libraries
        .iter()
        .map(|path| format!("\"{}\"", path.display()))
        .collect();
    let script = format!("GROUP ( {} )\n", quoted.join(" "));
    fs::create_dir_all(folder)?;
    for name in SHARED {
        fs::write(folder.join(format!("lib{name}.so")), &script)?;
    }
    Ok(())
}
