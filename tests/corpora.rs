//! Nasty input that nobody in this project wrote: `JSONTestSuite` and the Big List of Naughty Strings.
//!
//! The folder that holds them is read from `FAQ_CORPORA`; where that is not set, the tests say so and pass.
#![allow(
    clippy::unwrap_used,
    reason = "a corpus that cannot be read is a failed test"
)]
#![allow(
    clippy::print_stdout,
    reason = "how many cases were tried, or that none was, is to be seen"
)]

use std::path::{Path, PathBuf};
use std::process;
use std::sync::mpsc::channel;
use std::time::Duration;
use std::{env, fs, thread};

use assert_cmd::Command;
use faq::{DEFAULT_SIZE_LIMIT, Engine, Format, FormatErrorKind, Options, Source, Status};
use serde_json::{Value, json};

/// Far longer than any of this takes: it only keeps a hanging reader from hanging the tests.
const NEVER: Duration = Duration::from_secs(300);

fn corpora() -> Option<PathBuf> {
    let folder = env::var_os("FAQ_CORPORA").filter(|folder| !folder.is_empty());
    if folder.is_none() {
        println!("skipped: FAQ_CORPORA is not set");
    }
    folder.map(PathBuf::from)
}

#[test]
fn of_the_json_test_suite_what_is_invalid_is_refused_in_its_place_and_what_is_valid_is_no_syntax_error()
 {
    let Some(corpora) = corpora() else { return };
    let mut files: Vec<PathBuf> = fs::read_dir(corpora.join("JSONTestSuite/test_parsing"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.sort();
    assert_eq!(files.len(), 318);
    let mut faults = Vec::new();
    for file in &files {
        let path = file.clone();
        let (send, receive) = channel();
        thread::spawn(move || send.send(read(&path)));
        let name = file.file_name().unwrap().to_str().unwrap();
        let Ok(read) = receive.recv_timeout(NEVER) else {
            faults.push(format!("{name}: panicked, or did not end"));
            continue;
        };
        match (name.as_bytes()[0], read) {
            (b'n', Ok(())) => faults.push(format!("{name}: taken for a FAQ")),
            (b'y', Err(error)) if error.is_syntax => {
                faults.push(format!("{name}: is valid, yet {}", error.message));
            }
            // What may be refused or not may also be no text at all, such as UTF-16.
            (b'n' | b'y', Err(error)) if !has_place(&error.message, file) => {
                faults.push(format!("{name}: no line and column in {}", error.message));
            }
            _ => {}
        }
    }
    println!("{} files of JSONTestSuite tried", files.len());
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

struct Refusal {
    message: String,
    is_syntax: bool,
}

fn read(file: &Path) -> Result<(), Refusal> {
    let source = Source::read_file(file, DEFAULT_SIZE_LIMIT).map_err(|error| Refusal {
        message: error.to_string(),
        is_syntax: true,
    })?;
    faq::parse(&[source], Some(Format::Json))
        .map(|_| ())
        .map_err(|error| Refusal {
            message: error.to_string(),
            is_syntax: matches!(error.kind, FormatErrorKind::Syntax { .. }),
        })
}

/// Whether a message begins with `file:line:column: `.
fn has_place(message: &str, file: &Path) -> bool {
    let place = message.strip_prefix(&format!("{}:", file.display()));
    let mut parts = place.unwrap_or_default().splitn(3, ':');
    let mut number = || {
        parts
            .next()
            .is_some_and(|part| part.parse::<usize>().is_ok())
    };
    number() && number()
}

/// The naughty strings: each a text that broke some program.
fn naughty_strings() -> Option<Vec<String>> {
    let text = fs::read_to_string(corpora()?.join("blns/blns.json")).unwrap();
    let strings: Vec<String> = serde_json::from_str(&text).unwrap();
    assert_eq!(strings.len(), 515);
    Some(strings)
}

/// An entry that is nothing but one naughty string.
fn entry(text: &str) -> Value {
    json!({
        "id": text, "question": text, "alternates": [text], "answer": text, "tags": [text],
        "related": [text], "source": text,
    })
}

#[test]
fn each_naughty_string_as_a_whole_faq_finds_itself() {
    let Some(strings) = naughty_strings() else {
        return;
    };
    let mut tried = 0;
    for text in &strings {
        let document = json!({"title": text, "language": text, "synonyms": [[text, "x"]], "faqs": [entry(text)]});
        let sources = [Source::new(text, document.to_string())];
        let parsed = faq::parse(&sources, Some(Format::Json));
        if text.trim().is_empty() {
            let kind = parsed.unwrap_err().kind;
            assert!(matches!(kind, FormatErrorKind::Blank { .. }), "{kind:?}");
            continue;
        }
        let faq = parsed.unwrap();
        assert_eq!(faq.documents[0].title.as_deref(), Some(text.as_str()));
        let reply = Engine::new(&faq).ask(text, &Options::default());
        assert_eq!(reply.status, Status::Answered, "{text:?}");
        assert!((reply.confidence - 1.0).abs() < f64::EPSILON, "{text:?}");
        tried += 1;
    }
    println!("{tried} naughty strings tried as a whole FAQ");
    assert!(tried > 500);
}

/// The program in an empty folder of its own, with one FAQ of all the strings.
struct Program {
    folder: tempfile::TempDir,
    /// The strings that a FAQ can hold, each once.
    strings: Vec<String>,
}

impl Program {
    fn new(mut strings: Vec<String>) -> Self {
        strings.retain(|text| !text.trim().is_empty());
        strings.sort();
        strings.dedup();
        let entries: Vec<Value> = strings.iter().map(|text| entry(text)).collect();
        let folder = tempfile::tempdir().unwrap();
        let faq = json!({"title": strings.concat(), "faqs": entries});
        fs::write(folder.path().join("faq.json"), faq.to_string()).unwrap();
        Self { folder, strings }
    }

    /// What the program prints, after checking that it is text without a control character but newline and tab.
    fn run(&self, arguments: &[&str], typed: &str) -> String {
        let mut command = process::Command::new(env!("CARGO_BIN_EXE_faq"));
        command
            .env_clear()
            .current_dir(&self.folder)
            .args(arguments);
        let output = Command::from_std(command)
            .write_stdin(typed)
            .timeout(NEVER)
            .output()
            .unwrap();
        let code = output.status.code();
        assert!(matches!(code, Some(0 | 1)), "{arguments:?}: {output:?}");
        let null = arguments.contains(&"--null");
        for stream in [&output.stdout, &output.stderr] {
            let raw = String::from_utf8(stream.clone())
                .unwrap()
                .chars()
                .find(|&c| acts(c) && !(null && c == '\0'));
            assert_eq!(raw, None, "{arguments:?}");
        }
        String::from_utf8(output.stdout).unwrap()
    }
}

/// Whether a terminal acts on a character: controls but newline and tab, and what turns writing around.
fn acts(c: char) -> bool {
    c.is_control() && !matches!(c, '\n' | '\t')
        || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

fn objects(lines: &str) -> Vec<Value> {
    lines
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

#[test]
fn naughty_strings_asked_as_one_batch_are_answered_without_a_control_byte() {
    let Some(strings) = naughty_strings() else {
        return;
    };
    let asked: Vec<&str> = strings
        .iter()
        .map(|text| text.trim())
        .filter(|text| !text.is_empty())
        .collect();
    let program = Program::new(strings.clone());
    let typed = asked.join("\n");
    let replies = objects(&program.run(&["ask", "--json", "-"], &typed));
    assert_eq!(replies.len(), asked.len());
    for (reply, asked) in replies.iter().zip(&asked) {
        assert_eq!(reply["query"], *asked);
        // Each is stored, so nothing may be refused; a few differ from others only in white space.
        assert_ne!(reply["status"], "none", "{asked:?}");
    }
    let text = program.run(&["ask", "--top", "3", "-"], &typed);
    // An answer that is a quotation begins so as well.
    let headed = text.lines().filter(|line| line.starts_with("> ")).count();
    assert!(headed >= asked.len(), "{headed} of {}", asked.len());
    let records = program.run(&["ask", "--answer-only", "-"], &typed);
    assert_eq!(records.lines().count(), asked.len());
    let records = program.run(&["ask", "--answer-only", "--null", "-"], &typed);
    assert_eq!(records.matches('\0').count(), asked.len());
    println!(
        "{} naughty strings asked, in four kinds of output",
        asked.len()
    );
}

#[test]
fn naughty_strings_are_listed_and_shown_safely_and_their_json_means_the_same() {
    let Some(strings) = naughty_strings() else {
        return;
    };
    let program = Program::new(strings);
    let stored = &program.strings;
    assert_eq!(program.run(&["list"], "").lines().count(), stored.len());
    let with_ids = program.run(&["list", "--ids"], "");
    assert_eq!(with_ids.lines().count(), stored.len());
    let ids: Vec<&str> = stored.iter().map(String::as_str).collect();
    let shown = program.run(&[&["show", "--"], &ids[..]].concat(), "");
    assert!(shown.lines().count() > 5 * stored.len());
    let listed = objects(&program.run(&["list", "--json"], ""));
    let shown = objects(&program.run(&[&["show", "--json", "--"], &ids[..]].concat(), ""));
    assert_eq!(listed, shown);
    assert_eq!(listed.len(), stored.len());
    for (entry, text) in listed.iter().zip(stored) {
        for field in ["id", "question", "answer", "source"] {
            assert_eq!(entry[field], *text, "{field}");
        }
        for field in ["alternates", "tags", "related"] {
            assert_eq!(entry[field], json!([text]), "{field}");
        }
    }
    println!("{} naughty strings listed and shown", stored.len());
}
