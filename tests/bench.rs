//! The scripts that measure still run, and still find what they look for.
#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a script that cannot be run is a failed test, and one that had to be skipped says so"
)]

use std::path::Path;
use std::process::Command;

#[test]
fn the_bench_runs_on_tiny_faqs() {
    let there = Command::new("python3")
        .args(["-c", "import pty, termios"])
        .output()
        .is_ok_and(|said| said.status.success());
    if !there {
        println!("skipped: there is no Python with terminals to measure with");
        return;
    }
    let work = tempfile::tempdir().unwrap();
    let said = Command::new("python3")
        .arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/bench"))
        .args(["--quick", "--no-install"])
        .args(["--program", env!("CARGO_BIN_EXE_faq")])
        .arg("--work")
        .arg(work.path())
        .output()
        .unwrap();
    let wrong = String::from_utf8_lossy(&said.stderr);
    assert!(said.status.success(), "{wrong}");
    let shown = String::from_utf8(said.stdout).unwrap();
    for row in [
        "| right first at 30, typos | ≥ 0.98 | 1.00 | met |",
        "| `faq --no-cache` |",
    ] {
        assert!(shown.contains(row), "{row}\nis not in\n{shown}");
    }
}

#[test]
fn every_part_of_the_matching_can_still_be_switched_off() {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/ablation.py");
    let Ok(said) = Command::new("python3").arg(script).arg("--check").output() else {
        println!("skipped: there is no Python to run the script with");
        return;
    };
    let wrong = String::from_utf8_lossy(&said.stderr);
    assert!(said.status.success(), "{wrong}");
    let parts = String::from_utf8(said.stdout).unwrap();
    assert!(parts.lines().count() > 20, "{parts}");
}
