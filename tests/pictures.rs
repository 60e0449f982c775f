//! The pictures in the README are what the program says today.
#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a script that cannot be run is a failed test, and one that had to be skipped says so"
)]

use std::path::Path;
use std::process::Command;

#[test]
fn the_pictures_are_what_the_program_says() {
    let there = Command::new("python3")
        .args(["-c", "import pty, termios"])
        .output()
        .is_ok_and(|said| said.status.success());
    if !there {
        println!("skipped: there is no Python with terminals to draw pictures with");
        return;
    }
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/pictures.py");
    let said = Command::new("python3")
        .arg(script)
        .args(["--check", "--program", env!("CARGO_BIN_EXE_faq")])
        .output()
        .unwrap();
    let wrong = String::from_utf8_lossy(&said.stderr);
    assert!(said.status.success(), "{wrong}");
}
