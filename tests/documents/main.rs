//! The documents, run word for word: what a reader types is typed, and has to print what they are shown.
//!
//! For each page of `docs/` there is one shell and one empty home folder. A block marked `console` is typed in it: the
//! lines with `$ `. What is shown below is what is printed, `[..]` standing for anything. A block with a file's name
//! behind its language, as in `json faq.json`, is that file; `diff faq.json` changes it. Commands that cannot be run say
//! why, as in `console not run: it installs a program`.
//!
//! `TRYCMD=overwrite cargo test --test documents` writes what is printed into the pages; with `FAQ_PROGRAM` the program
//! is another than that of this build, such as one that was installed.
#![cfg(unix)]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a page that cannot be run is a failed test"
)]
#![allow(clippy::print_stdout, reason = "a test that had to be skipped says so")]

mod constants;
mod links;
mod page;
mod run;

use std::path::{Path, PathBuf};
use std::{env, fs};

use page::Kind;

/// Pages whose blocks other tests run: `tests/shells/recipes.rs`.
const RUN_ELSEWHERE: &[&str] = &["recipes.md"];
/// Programs beside the usual that pages may use.
const PROGRAMS: &[&str] = &["jq"];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The pages in `docs/`, in the order of their names.
fn documents() -> Vec<PathBuf> {
    let files = fs::read_dir(root().join("docs")).unwrap();
    let mut pages: Vec<PathBuf> = files.map(|file| file.unwrap().path()).collect();
    pages.retain(|file| file.extension().is_some_and(|it| it == "md"));
    pages.sort();
    pages
}

fn name(page: &Path) -> &str {
    page.file_name().unwrap().to_str().unwrap()
}

fn is_run_here(page: &Path) -> bool {
    !RUN_ELSEWHERE.contains(&name(page))
}

#[test]
fn commands_print_what_stands_below_them() {
    let path = env::var_os("PATH").unwrap_or_default();
    let there = |it: &&str| env::split_paths(&path).any(|folder| folder.join(it).is_file());
    let overwrite = env::var("TRYCMD").is_ok_and(|wanted| wanted == "overwrite");
    let mut stale = Vec::new();
    for file in documents().iter().filter(|page| is_run_here(page)) {
        let text = fs::read_to_string(file).unwrap();
        let used = PROGRAMS.iter().filter(|it| text.contains(**it));
        if let Some(missing) = used.chain(&["bash"]).find(|it| !there(it)) {
            println!("skipped: there is no {missing} for {}", name(file));
            continue;
        }
        let new = run::as_run(&text, name(file));
        if new != text {
            if overwrite {
                fs::write(file, &new).unwrap();
            }
            stale.extend(first_difference(&text, &new, name(file)));
        }
    }
    assert!(stale.is_empty(), "{}", stale.join("\n"));
}

/// Where two pages differ first.
fn first_difference(old: &str, new: &str, name: &str) -> Option<String> {
    let old = old.lines().chain(["(the end)"]);
    let new = new.lines().chain(["(the end)"]);
    let mut lines = (1..).zip(old.zip(new));
    let (number, (old, new)) = lines.find(|(_, (old, new))| old != new)?;
    Some(format!(
        "docs/{name}:{number}: is shown: {old}\n    is printed: {new}"
    ))
}

#[test]
fn no_command_is_left_out_without_a_reason() {
    let readme = root().join("README.md");
    for file in documents().iter().chain([&readme]) {
        let text = fs::read_to_string(file).unwrap();
        for block in page::blocks(&text) {
            let at = format!("{}:{}", name(file), block.line);
            match block.kind() {
                Kind::Forgotten if is_run_here(file) => {
                    panic!("{at}: run it as `console`, or say `not run:` and why")
                }
                Kind::NotRun(reason) => assert!(reason.len() > 10, "{at}: say why"),
                Kind::Session => {
                    let first = block.lines.first();
                    let typed = first.is_some_and(|line| line.starts_with("$ "));
                    assert!(typed, "{at}: a command begins with `$ `");
                }
                // What stands behind a fence, a reader does not see.
                Kind::File(file) | Kind::Change(file) => {
                    let told = block.before.contains(&format!("`{file}`"));
                    assert!(told, "{at}: tell the reader that this is `{file}`");
                }
                Kind::Forgotten | Kind::Text => {}
            }
        }
    }
}

#[test]
fn links_lead_somewhere_and_every_page_is_linked() {
    let readme = root().join("README.md");
    let mut wrong = Vec::new();
    for file in documents().iter().chain([&readme]) {
        let text = fs::read_to_string(file).unwrap();
        let broken = links::broken(&text, file, root());
        wrong.extend(broken.into_iter().map(|it| format!("{}: {it}", name(file))));
    }
    let front = fs::read_to_string(readme).unwrap();
    for file in documents() {
        let link = format!("docs/{}", name(&file));
        if !links::targets(&front).any(|target| target == link) {
            wrong.push(format!("README.md: has no link to {link}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What stands for something that is yet to be written: a mark, or a line that is nothing but a word in capitals.
fn is_left_over(line: &str) -> bool {
    let marked = ["TODO", "FIXME", "TBD", "XXX"];
    let mut words = line.split(|c: char| !c.is_alphanumeric());
    let capitals = line.len() > 2 && line.chars().all(|c| c.is_ascii_uppercase() || c == ' ');
    capitals || words.any(|word| marked.contains(&word))
}

#[test]
fn nothing_is_left_to_be_written() {
    let mut left = Vec::new();
    for file in documents() {
        let text = fs::read_to_string(&file).unwrap();
        let mut fenced = false;
        for (number, line) in (1..).zip(text.lines()) {
            fenced ^= line.trim_start().starts_with("```");
            if !fenced && is_left_over(line) {
                left.push(format!("{}:{number}: {line}", name(&file)));
            }
        }
    }
    assert!(left.is_empty(), "{}", left.join("\n"));
    for line in ["TABLE", "| a | TODO |", "TO BE DONE"] {
        assert!(is_left_over(line), "{line}");
    }
    assert!(!is_left_over("JSON is read"));
}

#[test]
fn the_table_of_constants_is_what_the_source_says() {
    let page = fs::read_to_string(root().join("docs/matching.md")).unwrap();
    let wrong = constants::wrong(&page, &root().join("src"));
    assert!(wrong.is_empty(), "docs/matching.md: {}", wrong.join("\n"));
}
