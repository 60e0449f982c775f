//! What the program does with indexes.
#![cfg(feature = "cli")]

use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::thread;
use std::time::Duration;

use assert_cmd::Command;

/// A FAQ that an index pays for.
fn big_faq() -> String {
    let mut faq = String::from("[");
    for number in 0..12_000 {
        let comma = if number > 0 { "," } else { "" };
        let (a, b, c) = (number % 97, number % 89, number % 83);
        let padding = "and so it goes on and on ".repeat(5);
        write!(
            faq,
            "{comma}\n{{\"id\":\"e{number}\",\"question\":\"How does word{a} go with thing{b} and part{c} number {number}?\",\
             \"answer\":\"Take word{b}, {padding}.\"}}"
        )
        .unwrap();
    }
    faq + "]"
}

pub(super) fn faq(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::cargo_bin("faq").unwrap();
    command.current_dir(folder).args(arguments);
    command
        .env_clear()
        .env("FAQ_CACHE_DIR", folder.join("cache"));
    command
}

fn output(folder: &Path, arguments: &[&str]) -> String {
    let output = faq(folder, arguments).output().unwrap();
    assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{arguments:?}");
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn a_big_faq_is_indexed_and_says_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    fs::write(folder.join("faq.json"), big_faq()).unwrap();
    thread::sleep(Duration::from_millis(2100));
    let asks: [&[&str]; 4] = [
        &["ask", "--json", "how does word5 go with thing12 and part70"],
        &[
            "ask",
            "--json",
            "How does word3 go with thing3 and part3 number 3?",
        ],
        &["show", "--json", "e77"],
        &["list", "--ids", "word5", "thing12", "numb"],
    ];
    let expected = asks.map(|ask| output(folder, &[&["--no-cache"], ask].concat()));
    assert!(!folder.join("cache").exists());
    output(folder, &["ask", "-t", "0", "word5 thing12"]);
    assert_eq!(fs::read_dir(folder.join("cache")).unwrap().count(), 1);
    for (ask, expected) in asks.iter().zip(&expected) {
        assert_eq!(output(folder, ask), *expected, "{ask:?}");
    }
    let told = output(folder, &["cache"]);
    assert!(told.contains("\n1 index, "), "{told}");
    // Damaged, it is not believed, and made anew.
    let index = fs::read_dir(folder.join("cache"))
        .unwrap()
        .next()
        .unwrap()
        .unwrap()
        .path();
    let mut bytes = fs::read(&index).unwrap();
    for byte in bytes.iter_mut().step_by(5000) {
        *byte ^= 0x10;
    }
    fs::write(&index, &bytes).unwrap();
    assert_eq!(output(folder, asks[0]), expected[0]);
    assert_ne!(fs::read(&index).unwrap(), bytes);
    let batch = faq(folder, &["ask", "--json"])
        .write_stdin("how does word5 go with thing12 and part70\n".repeat(9))
        .output()
        .unwrap();
    assert_eq!(
        String::from_utf8(batch.stdout).unwrap(),
        expected[0].repeat(9)
    );
    output(folder, &["cache", "clear"]);
    assert!(!index.exists());
}

#[test]
fn what_is_larger_than_the_limit_is_refused_with_an_index_too() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    fs::write(folder.join("faq.json"), big_faq()).unwrap();
    thread::sleep(Duration::from_millis(2100));
    output(folder, &["ask", "-t", "0", "word5 thing12"]);
    assert_eq!(fs::read_dir(folder.join("cache")).unwrap().count(), 1);
    for line in [
        &["ask", "word5 thing12"][..],
        &["show", "e77"],
        &["list", "word5"],
    ] {
        let limited = [line, &["--max-size", "2M"]].concat();
        let said = faq(folder, &limited).output().unwrap();
        assert_eq!(said.status.code(), Some(2), "{said:?}");
        let stderr = String::from_utf8(said.stderr).unwrap();
        assert!(stderr.contains("more than the limit of 2 MiB"), "{stderr}");
    }
    output(folder, &["show", "e77", "--max-size", "5M"]);
}

#[test]
fn small_faqs_and_what_comes_in_a_pipe_are_not_indexed() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    fs::write(
        folder.join("faq.json"),
        r#"[{"question":"Why?","answer":"So."}]"#,
    )
    .unwrap();
    output(folder, &["ask", "why"]);
    output(folder, &["ask", "--builtin", "what role does the US play"]);
    let piped = faq(folder, &["ask", "-t", "0", "-f", "-", "word5 thing12"])
        .write_stdin(big_faq())
        .output()
        .unwrap();
    assert!(piped.status.success());
    assert!(!folder.join("cache").exists());
}
