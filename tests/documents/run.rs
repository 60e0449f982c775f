//! Runs a page as a reader does: one shell, one home folder, block by block, files written where the page says so.

use std::path::Path;
use std::process::{Command, Stdio};
use std::{env, fs};

use super::page::{Block, Kind, Step, blocks, steps};

/// Where a page says the reader is at home.
const HOME: &str = "/home/you";
/// Stands behind all that a command prints.
const END: char = '\u{1e}';
/// Stands for anything within a line.
const ANYTHING: &str = "[..]";

/// A page with what its commands print now in place of what it shows, wherever the two differ.
pub(crate) fn as_run(page: &str, name: &str) -> String {
    let folder = tempfile::tempdir().unwrap();
    let home = folder.path().join("home");
    fs::create_dir(&home).unwrap();
    // A system may know its folder for such things by another name.
    let home = home.canonicalize().unwrap();
    let blocks = blocks(page);
    let script = script(&blocks, folder.path(), name);
    let printed = run(&script, &home).replace(&home.display().to_string(), HOME);
    let mut printed = printed.split_terminator(END);
    let mut lines: Vec<&str> = page.lines().collect();
    let mut written = Vec::new();
    for block in blocks.iter().filter(|block| block.kind() == Kind::Session) {
        let steps = steps(&block.lines);
        let mut new = Vec::new();
        for (number, step) in steps.iter().enumerate() {
            let said = printed.next().unwrap_or("(was not run)\n");
            let last = number + 1 == steps.len();
            new.push(if agree(&step.shown, said) {
                shown(step, &step.shown, false)
            } else {
                shown(step, said.trim_end(), !last)
            });
        }
        written.push((block, new.concat()));
    }
    // From the end on, so that the numbers of lines above stay what they are.
    for (block, new) in written.iter().rev() {
        let first = block.line - 1;
        lines.splice(first..first + block.lines.len(), new.lines());
    }
    lines.join("\n") + "\n"
}

/// A step as it stands on a page.
fn shown(step: &Step, output: &str, blank: bool) -> String {
    let output = match output {
        "" => String::new(),
        output => format!("{}\n", output.strip_suffix('\n').unwrap_or(output)),
    };
    let blank = if blank { "\n" } else { "" };
    format!("$ {}\n{output}{blank}", step.command)
}

/// Whether a command printed what is shown; blank lines at the end are for the eye.
fn agree(shown: &str, printed: &str) -> bool {
    let (shown, printed) = (shown.trim_end(), printed.trim_end());
    let mut pairs = shown.lines().zip(printed.lines());
    shown.lines().count() == printed.lines().count() && pairs.all(|(a, b)| fits(a, b))
}

fn fits(pattern: &str, line: &str) -> bool {
    let mut parts = pattern.split(ANYTHING);
    let first = parts.next().unwrap_or_default();
    let Some(mut left) = line.strip_prefix(first) else {
        return false;
    };
    let mut open = false;
    for part in parts {
        open = part.is_empty();
        match left.find(part) {
            Some(at) => left = &left[at + part.len()..],
            None => return false,
        }
    }
    open || left.is_empty()
}

/// All that a reader of the page types, and the files that they write.
fn script(blocks: &[Block<'_>], folder: &Path, name: &str) -> String {
    // At a terminal, answers and hints come in one stream.
    let mut script = String::from("exec 2>&1\n");
    let mut files: Vec<(String, String)> = Vec::new();
    for (number, block) in blocks.iter().enumerate() {
        let (file, content) = match block.kind() {
            Kind::Session => {
                for step in steps(&block.lines) {
                    // What a command left as its code is there for the next one.
                    script += &step.command;
                    script += "\n__code=$?; printf '\\x1e'; (exit $__code)\n";
                }
                continue;
            }
            Kind::File(file) => (file, block.lines.join("\n") + "\n"),
            Kind::Change(file) => {
                let at = block.line;
                let known = files.iter().rfind(|(known, _)| known == file);
                let (_, content) = known.unwrap_or_else(|| panic!("{name}:{at}: no {file} yet"));
                let changed = changed(content, &block.lines);
                let changed = changed.unwrap_or_else(|| panic!("{name}:{at}: not in {file}"));
                (file, changed)
            }
            Kind::NotRun(_) | Kind::Forgotten | Kind::Text => continue,
        };
        let kept = folder.join(number.to_string());
        fs::write(&kept, &content).unwrap();
        let copy = format!("cp '{}' '{file}'", kept.display());
        script += &["__code=$?; ", &copy, "; (exit $__code)\n"].concat();
        files.push((file.to_owned(), content));
    }
    script
}

/// A text with lines added, those that begin with `+`, among lines that it has.
fn changed(text: &str, change: &[&str]) -> Option<String> {
    let (mut old, mut new) = (String::new(), String::new());
    for line in change {
        let (sign, line) = line.split_at_checked(1)?;
        for (text, other) in [(&mut old, "+"), (&mut new, "-")] {
            if sign != other {
                *text += line;
                *text += "\n";
            }
        }
    }
    text.contains(&old).then(|| text.replacen(&old, &new, 1))
}

/// What a script prints, run with nothing in its environment but what a reader has.
fn run(script: &str, home: &Path) -> String {
    let program = env::var_os("FAQ_PROGRAM").unwrap_or_else(|| env!("CARGO_BIN_EXE_faq").into());
    let folder = Path::new(&program).parent().unwrap();
    let path = format!("{}:{}", folder.display(), env::var("PATH").unwrap());
    let output = Command::new("bash")
        .args(["-c", script])
        .env_clear()
        .env("PATH", path)
        .env("HOME", home)
        .env("LC_ALL", "C.UTF-8")
        .current_dir(home)
        .stdin(Stdio::null())
        .output()
        .unwrap();
    String::from_utf8(output.stdout).unwrap()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_what_its_commands_print() {
        let page = "```json a.json\n{\n}\n```\n\n```console\n$ cd ~ && ls\na.json\n\n$ false\n$ echo $?\n1\n```\n";
        assert_eq!(as_run(page, "page"), page);
        let wrong = page
            .replace("\n1\n", "\n0\n")
            .replace("a.json\n\n", "b\n\n");
        assert_eq!(as_run(&wrong, "page"), page);
    }

    #[test]
    fn something_may_stand_for_anything_in_a_line() {
        for (pattern, line, expected) in [
            ("a", "a", true),
            ("a", "ab", false),
            ("a [..] c", "a b c", true),
            ("a [..]", "a b", true),
            ("[..] c", "a b", false),
        ] {
            assert_eq!(fits(pattern, line), expected, "{pattern}");
        }
    }

    #[test]
    fn lines_are_added_where_the_lines_around_them_stand() {
        for (text, change, expected) in [
            ("a\nb\nc\n", &[" b", "+d"][..], Some("a\nb\nd\nc\n")),
            ("a\nb\n", &["-a", "+e", " b"], Some("e\nb\n")),
            ("a\n", &[" x", "+d"], None),
        ] {
            assert_eq!(changed(text, change).as_deref(), expected, "{change:?}");
        }
    }
}
