//! The program without some of its features: what is there works, and what is not is refused by the feature's name.
//!
//! `.ci/run` runs this with the least that is a program; with all features, there is nothing to be tried.
#![allow(
    clippy::unwrap_used,
    reason = "a session that cannot be set up is a failed test"
)]
#![allow(clippy::print_stdout, reason = "a test says how much was tried")]

use std::fs;
use std::path::Path;

use assert_cmd::Command;

/// Files in formats that take a feature, which one, and whether it is here.
const FILES: [(&str, &str, &str, bool); 7] = [
    (
        "a.html",
        "<h2>Why?</h2><p>So.</p>",
        "html",
        cfg!(feature = "html"),
    ),
    (
        "a.jsonld",
        r#"{"@type":"FAQPage","mainEntity":[]}"#,
        "html",
        cfg!(feature = "html"),
    ),
    (
        "linked.json",
        r#"{"@context":"https://schema.org","@type":"FAQPage","mainEntity":[]}"#,
        "html",
        cfg!(feature = "html"),
    ),
    (
        "a.md",
        "## Why?\n\nSo.\n",
        "markdown",
        cfg!(feature = "markdown"),
    ),
    (
        "a.csv",
        "question,answer\nWhy?,So.\n",
        "tables",
        cfg!(feature = "tables"),
    ),
    (
        "a.tsv",
        "question\tanswer\nWhy?\tSo.\n",
        "tables",
        cfg!(feature = "tables"),
    ),
    (
        "without-extension",
        "\"Question\";\"Answer\"\n\"Why?\";\"So.\"\n",
        "tables",
        cfg!(feature = "tables"),
    ),
];

/// What may be typed only with a feature, which one, and whether it is here.
const WORDS: [(&str, &str, bool); 8] = [
    ("init", "convert", cfg!(feature = "convert")),
    ("convert", "convert", cfg!(feature = "convert")),
    ("misses", "misses", cfg!(feature = "misses")),
    ("cache", "cache", cfg!(feature = "cache")),
    ("completions", "completions", cfg!(feature = "completions")),
    ("man", "man", cfg!(feature = "man")),
    ("--log-misses=x ask why", "misses", cfg!(feature = "misses")),
    (
        "--color=always list",
        "terminal",
        cfg!(feature = "terminal"),
    ),
];

/// The program in a folder where nothing else is.
fn faq(folder: &Path, words: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_faq"));
    command
        .current_dir(folder)
        .env_clear()
        .env("HOME", folder)
        .args(words);
    command
}

/// What is said on standard error, after nothing on standard output and with exit code 2.
fn refused(mut command: Command) -> String {
    let output = command.assert().code(2).stdout("").get_output().clone();
    String::from_utf8(output.stderr).unwrap()
}

#[test]
fn json_lines_and_text_are_answered_from() {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in [
        ("a.json", r#"{"faqs":[{"question":"Why?","answer":"So."}]}"#),
        ("a.jsonl", r#"{"question":"Why?","answer":"So."}"#),
        ("a.txt", "Q: Why?\nA: So.\n"),
    ] {
        fs::write(folder.path().join(name), text).unwrap();
        let mut asked = faq(folder.path(), &["ask", "-a", "-f", name, "why"]);
        asked.assert().success().stdout("So.\n");
        faq(folder.path(), &["check", name]).assert().success();
    }
}

#[test]
fn a_file_that_cannot_be_read_is_refused_by_the_feature_it_takes() {
    let folder = tempfile::tempdir().unwrap();
    let mut tried = 0;
    for (name, text, feature, _) in FILES.iter().filter(|(.., is_here)| !is_here) {
        let file = folder.path().join(name);
        fs::write(&file, text).unwrap();
        let file = file.to_str().unwrap();
        let said = refused(faq(folder.path(), &["ask", "-f", file, "why"]));
        let named = said.contains("this build of faq cannot read")
            && said.contains(&format!("with its feature {feature}"));
        assert!(named, "{name}: {said}");
        // Nor is it left out, where it is one of several.
        let whole = folder.path().to_str().unwrap();
        let said = refused(faq(folder.path(), &["ask", "-f", whole, "why"]));
        let is_faq_file = Path::new(name).extension().is_some();
        assert!(!is_faq_file || said.contains("cannot read"), "{said}");
        fs::remove_file(file).unwrap();
        tried += 1;
    }
    println!("{tried} files refused");
}

#[test]
fn what_is_typed_in_vain_is_refused_by_the_feature_it_takes() {
    let folder = tempfile::tempdir().unwrap();
    let mut tried = 0;
    for (line, feature, _) in WORDS.iter().filter(|(.., is_here)| !is_here) {
        let words: Vec<&str> = match line.split_once(' ') {
            // Options stand after the command.
            Some((option, command)) => command.split(' ').chain([option]).collect(),
            None => vec![line],
        };
        let said = refused(faq(folder.path(), &words));
        let named = said.contains("this build of faq has no")
            && said.contains(&format!("with its feature {feature}"));
        assert!(named, "{line}: {said}");
        tried += 1;
    }
    println!("{tried} lines refused");
}

#[test]
fn help_tells_of_nothing_that_is_not_here() {
    let folder = tempfile::tempdir().unwrap();
    for topic in ["ask", "list", "show", "check", "test", "help", "format"] {
        for words in [vec!["help", topic], vec!["--help"], vec!["-h"]] {
            let output = faq(folder.path(), &words)
                .assert()
                .success()
                .get_output()
                .clone();
            let help = String::from_utf8(output.stdout).unwrap();
            for (word, _, _) in WORDS.iter().filter(|(.., is_here)| !is_here) {
                let word = word.split(['=', ' ']).next().unwrap();
                let told = if word.starts_with('-') {
                    help.contains(word)
                } else {
                    help.contains(&format!("faq {word}")) || help.contains(&format!("  {word}  "))
                };
                assert!(!told, "{words:?} tells of {word}:\n{help}");
            }
        }
    }
}
