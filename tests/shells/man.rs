//! Pages as `man` shows them.

use std::fs;

use super::{bash, there};

#[test]
fn man_shows_every_page_as_it_is_meant() {
    if !there(&["man", "col", "bash"]) {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let script = "mkdir man1 && faq man --dir man1 && for page in man1/*; do
        MANWIDTH=80 man -l -Tutf8 $page 2> $page.err | col -bx > $page.txt; done";
    assert!(bash(folder.path(), script).status().unwrap().success());
    let read = |name: &str| fs::read_to_string(folder.path().join("man1").join(name)).unwrap();
    let mut pages = 0;
    for file in fs::read_dir(folder.path().join("man1")).unwrap() {
        let name = file.unwrap().file_name().into_string().unwrap();
        if !name.ends_with(".1") {
            continue;
        }
        assert_eq!(read(&format!("{name}.err")), "", "{name}");
        let text = read(&format!("{name}.txt"));
        for section in ["NAME", "SYNOPSIS", "OPTIONS", "EXAMPLES"] {
            assert!(text.contains(&format!("\n{section}\n")), "{name}: {text}");
        }
        let widest = text.lines().map(|line| line.chars().count()).max().unwrap();
        assert!(widest <= 80, "{name} has {widest} columns");
        pages += 1;
    }
    assert_eq!(pages, 13);
    assert!(read("faq.1.txt").contains("         {\n           \"title\": \"The shop\",\n"));
    assert!(
        read("faq-ask.1.txt")
            .contains("\nEXIT STATUS\n       0      answered; in a batch, every question; a prompt that was left\n")
    );
}

#[test]
fn mandoc_finds_no_error() {
    if !there(&["mandoc", "bash"]) {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let script = "mkdir man1 && faq man --dir man1 && mandoc -T lint -W warning man1/*.1 | grep -v 'missing date' || true";
    let output = bash(folder.path(), script).output().unwrap();
    assert_eq!(String::from_utf8(output.stdout).unwrap(), "");
}
