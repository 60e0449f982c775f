//! Link options that Cargo.toml cannot say, for a program that starts sooner, is smaller, and runs wherever it is copied.
//!
//! To find, map and bind the C library costs a quarter of the start of an empty program. Rust's own switch for linking
//! it statically (`crt-static`) cannot be set for a package whose dependencies have macros, unless its users name a
//! target with every build. So the linker is given the static library under the names of the shared ones.
//!
//! What not every linker knows is tried first, on a program that does nothing.

use std::env;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// What Rust's standard library asks the linker for on Linux. All of it is in `libc.a`, but for the unwinder.
const SHARED: [&str; 7] = ["c", "dl", "gcc_s", "m", "pthread", "rt", "util"];

const STATIC: [&str; 4] = ["libc.a", "libm.a", "libgcc_eh.a", "libgcc.a"];

/// Leaves out how to unwind the stack, but for what the C runtime begins and ends its own list with.
const NO_UNWINDING: &str = "\
SECTIONS
{
  /DISCARD/ :
  {
    *(EXCLUDE_FILE(*crt1.o *crti.o *crtn.o *crtbegin*.o *crtend*.o) .eh_frame)
    *(.gcc_except_table .gcc_except_table.*)
  }
}
INSERT AFTER .text;
";

pub(crate) fn print_options() -> io::Result<()> {
    if !is_program_for_dynamic_linux() {
        return Ok(());
    }
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    // Stemmer tables hold thousands of pointers. In a position-independent program each is relocated at every start,
    // which costs a twentieth of it; in one at a fixed address, none.
    print_option("-no-pie");
    if is_for_use() {
        for options in optional(&out)? {
            if is_accepted(&options, &out) {
                for option in &options {
                    print_option(option);
                }
            }
        }
    }
    // Not every machine has the static library; there the program is linked as any other.
    let is_wanted = env::var_os("CARGO_FEATURE_STATIC").is_some();
    if let Some(libraries) = is_wanted.then(static_libraries).flatten() {
        let folder = out.join("static");
        write_scripts(&folder, &libraries)?;
        print_option("-static");
        print_option(&format!("-L{}", folder.display()));
    }
    Ok(())
}

fn print_option(option: &str) {
    println!("cargo:rustc-link-arg-bins={option}");
}

fn is(variable: &str, value: &str) -> bool {
    env::var(variable).is_ok_and(|found| found == value)
}

fn is_program_for_dynamic_linux() -> bool {
    let is_static =
        env::var("CARGO_CFG_TARGET_FEATURE").is_ok_and(|features| features.contains("crt-static"));
    env::var_os("CARGO_FEATURE_CLI").is_some()
        && !is_static
        && is("CARGO_CFG_TARGET_OS", "linux")
        && is("CARGO_CFG_TARGET_ENV", "gnu")
        && is("CARGO_CFG_TARGET_ARCH", "x86_64")
}

/// Whether nobody will look into the program with a debugger, and a panic ends it where it is, as Cargo.toml says.
fn is_for_use() -> bool {
    is("PROFILE", "release") && is("DEBUG", "false") && !is("CARGO_PROFILE_RELEASE_PANIC", "unwind")
}

/// Options that make the program smaller or let it start sooner, and nothing slower. Those of a set are taken together or not
/// at all.
fn optional(out: &Path) -> io::Result<[Vec<String>; 5]> {
    let script = out.join("no-unwinding.ld");
    fs::write(&script, NO_UNWINDING)?;
    // A twentieth of the program is how to unwind its stack, which nobody does.
    let no_unwinding = vec![
        format!("-Wl,-T,{}", script.display()),
        "-Wl,--no-eh-frame-hdr".to_owned(),
    ];
    // What is run lies side by side, and fewer stretches of the program are mapped: a fourteenth of a start.
    let order = env::current_dir()?.join("build/order.ld");
    let in_order = vec![format!("-Wl,-T,{}", order.display())];
    // Of functions with the same code one is enough.
    let one_of_the_same = vec!["-Wl,--icf=all".to_owned()];
    // Nor has anybody to tell data with the same bytes apart. With it go functions that differ in it alone, such as in where
    // they say that they panic.
    let one_of_the_same_data = vec!["-Wl,--ignore-data-address-equality".to_owned()];
    // Pages that were written in one go are mapped by many at a time, and the program starts a twentieth sooner from where
    // the linker left it. In LLD from 21 on the names of the two options are swapped (LLVM issue 207459): the one that
    // says it maps writes. Where they are not, this is what is done anyway.
    let written_in_one_go = vec!["-Wl,--mmap-output-file".to_owned()];
    Ok([
        no_unwinding,
        in_order,
        one_of_the_same,
        one_of_the_same_data,
        written_in_one_go,
    ])
}

/// Whether a program can be linked with these options, and runs.
fn is_accepted(options: &[String], out: &Path) -> bool {
    let program = out.join("tried");
    let variable = |name: &str| env::var(name).unwrap_or_default();
    let mut rustc = Command::new(variable("RUSTC"));
    rustc
        .args(["--crate-name=tried", "--crate-type=bin", "-Cpanic=abort"])
        .args(["--target", &variable("TARGET"), "-Clink-arg=-no-pie", "-o"])
        .arg(&program)
        .args(options.iter().map(|option| format!("-Clink-arg={option}")));
    if let Some(linker) = env::var_os("RUSTC_LINKER") {
        rustc.arg("-C").arg({
            let mut option = std::ffi::OsString::from("linker=");
            option.push(linker);
            option
        });
    }
    let flags = variable("CARGO_ENCODED_RUSTFLAGS");
    rustc.args(flags.split('\x1f').filter(|flag| !flag.is_empty()));
    rustc
        .arg("-")
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    let is_linked = rustc.spawn().and_then(|mut rustc| {
        if let Some(mut source) = rustc.stdin.take() {
            source.write_all(b"fn main() {}")?;
        }
        rustc.wait()
    });
    // What is made for another system cannot be run here.
    let runs = || variable("HOST") != variable("TARGET") || succeeds(&mut Command::new(&program));
    is_linked.is_ok_and(|status| status.success()) && runs()
}

fn succeeds(command: &mut Command) -> bool {
    command.status().is_ok_and(|status| status.success())
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
