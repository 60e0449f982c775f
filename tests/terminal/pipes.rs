//! Streams that end early, are full, closed, or never end.

use std::fmt::Write as _;
use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Child, ChildStdout};
use std::sync::mpsc::{Receiver, channel};
use std::thread;

use super::session::{NEVER, SHOP, session};

/// More questions than the pipe between two programs holds.
fn many_questions() -> String {
    let entries: Vec<String> = (0..5_000)
        .map(|n| format!(r#"{{"question": "Is this question number {n}?", "answer": "Yes."}}"#))
        .collect();
    format!("[{}]", entries.join(","))
}

/// The lines of a program as they come, read on the side so that waiting for one can end.
fn lines(stdout: ChildStdout) -> Receiver<String> {
    let (send, receive) = channel();
    thread::spawn(move || {
        BufReader::new(stdout)
            .lines()
            .map_while(Result::ok)
            .try_for_each(|line| send.send(line))
    });
    receive
}

fn ends(mut child: Child) -> (Option<i32>, String) {
    let mut stderr = String::new();
    child
        .stderr
        .take()
        .unwrap()
        .read_to_string(&mut stderr)
        .unwrap();
    (child.wait().unwrap().code(), stderr)
}

#[test]
fn whoever_closes_the_pipe_early_is_left_in_peace() {
    for command in ["list", "list --ids", "list --json", "convert"] {
        let session = session().file("faq.json", many_questions());
        let mut child = session.start(command);
        let mut first = [0; 10];
        let mut stdout = child.stdout.take().unwrap();
        stdout.read_exact(&mut first).unwrap();
        drop(stdout);
        assert_eq!(ends(child), (Some(0), String::new()), "{command}");
    }
}

#[test]
fn head_gets_its_line_and_the_program_ends_quietly() {
    session()
        .file("faq.json", many_questions())
        .shell("{ \"$faq\" list; echo \"code $?\" >&2; } | head -n 1")
        .prints("Is this question number 0?\n")
        .hints("code 0\n")
        .never_hints("faq:");
}

#[test]
fn a_batch_ends_quietly_when_nobody_reads_its_answers() {
    for command in ["ask", "ask --json", "ask -a"] {
        let session = session().file("faq.json", SHOP);
        let mut child = session.start(command);
        drop(child.stdout.take());
        let mut questions = String::new();
        for _ in 0..5_000 {
            writeln!(questions, "how do i return an item").unwrap();
        }
        // The program may well be gone before it has read them all.
        let _ = child.stdin.take().unwrap().write_all(questions.as_bytes());
        assert_eq!(ends(child), (Some(0), String::new()), "{command}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_code_2_and_says_so() {
    for line in [
        "ask us role",
        "ask --json us role",
        "ask -a us role",
        "ask -a -0 us role",
        "ask --json how do I bake bread",
        "ask < questions.txt",
        "ask --json < questions.txt",
        "list",
        "list --json",
        "show us-role",
        "show --json us-role",
        "test questions.txt",
        "test --json questions.txt",
        "convert",
        "convert -o -",
        "convert --to ndjson",
        "--help",
        "--version",
    ] {
        session()
            .file("questions.txt", "us role\nhow do I bake bread\n")
            .shell(&format!("\"$faq\" {line} > /dev/full"))
            .fails("cannot write to standard output")
            .hints("No space left");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_hint_that_cannot_be_written_changes_nothing() {
    let session = session();
    session
        .shell("\"$faq\" ask how do I bake bread 2> /dev/full")
        .prints("")
        .code(1);
    session
        .shell("\"$faq\" show us-rolle 2> /dev/full")
        .prints("")
        .code(2);
    session
        .shell("echo us role | \"$faq\" test - --min-hit1 1 2> /dev/full")
        .says("Hit@1")
        .code(1);
}

#[test]
fn closed_standard_streams_are_no_reason_to_panic() {
    let session = session().file("questions.txt", "us role\n");
    session
        .shell("\"$faq\" ask us role <&-")
        .says("The U.S. encourages")
        .without_hints()
        .code(0);
    session
        .shell("\"$faq\" ask us role 2>&-")
        .says("The U.S. encourages")
        .code(0);
    session
        .shell("\"$faq\" ask how do I bake bread 2>&-")
        .prints("")
        .code(1);
    // A closed standard input has no questions, as an empty one has none.
    session
        .shell("\"$faq\" ask <&-")
        .prints("")
        .without_hints()
        .code(0);
    // Before `main`, Rust opens /dev/null in place of a closed stream: it cannot be told from output that nobody wants.
    for line in [
        "ask us role",
        "list",
        "show us-role",
        "ask < questions.txt",
        "convert",
    ] {
        session
            .shell(&format!("\"$faq\" {line} >&-"))
            .without_hints()
            .code(0);
    }
}

#[cfg(unix)]
#[test]
fn a_standard_stream_of_the_wrong_direction_is_code_2_and_says_so() {
    let session = session().file("questions.txt", "us role\n");
    for line in [
        "ask us role",
        "ask --json us role",
        "ask - < questions.txt",
        "list",
        "show us-role",
        "check --builtin",
        "test --builtin questions.txt",
        "misses --builtin questions.txt",
        "convert",
        "--help",
    ] {
        session
            .shell(&format!("\"$faq\" {line} 1< questions.txt"))
            .fails("cannot write to standard output: Bad file descriptor");
        session
            .shell(&format!("\"$faq\" {line} 1< /dev/null"))
            .fails("cannot write to standard output");
    }
    session
        .shell("\"$faq\" ask 0> written")
        .fails("standard input cannot be read: Bad file descriptor");
    session
        .shell("\"$faq\" list -f - 0> written")
        .fails("-: cannot be read: Bad file descriptor");
}

#[test]
fn a_question_in_words_does_not_wait_for_standard_input() {
    let session = session().file("faq.json", SHOP);
    let mut child = session.start("ask -a when do i get my money back");
    // Held open and never written to.
    let stdin = child.stdin.take();
    let lines = lines(child.stdout.take().unwrap());
    assert_eq!(lines.recv_timeout(NEVER).unwrap(), "Within five days.");
    assert_eq!(ends(child), (Some(0), String::new()));
    drop(stdin);
}

#[test]
fn an_answer_arrives_before_the_next_question_is_sent() {
    for (command, answer, refusal) in [
        ("ask -a", "Within five days.", ""),
        (
            "ask --json",
            "{\"schema_version\":1,",
            "{\"schema_version\":1,",
        ),
        ("ask -n 0", "> when do i get my money back", ""),
    ] {
        let session = session().file("faq.json", SHOP);
        let mut child = session.start(command);
        let mut stdin = child.stdin.take().unwrap();
        let lines = lines(child.stdout.take().unwrap());
        // A blank line behind it is no question to wait for.
        stdin.write_all(b"when do i get my money back\n\n").unwrap();
        let first = lines.recv_timeout(NEVER).unwrap();
        assert!(first.starts_with(answer), "{command}: {first}");
        stdin.write_all(b"is there life on mars\nand th").unwrap();
        if command == "ask -n 0" {
            // The rest of the first answer, then the whole second one, though the third is only half here.
            let rest: Vec<String> = (0..5).map(|_| lines.recv_timeout(NEVER).unwrap()).collect();
            assert_eq!(
                rest,
                [
                    "When do I get my money back?",
                    "",
                    "Within five days.",
                    "",
                    "> is there life on mars"
                ]
            );
            assert_eq!(lines.recv_timeout(NEVER).unwrap(), "No answer.");
        } else {
            let second = lines.recv_timeout(NEVER).unwrap();
            assert!(second.starts_with(refusal), "{command}: {second}");
        }
        drop(stdin);
        drop(lines);
        assert_eq!(ends(child).1, "");
    }
}

#[cfg(unix)]
#[test]
fn a_faq_may_come_through_a_fifo() {
    let session = session().file("shop.json", SHOP);
    session
        .shell(
            "mkfifo fifo && { cat shop.json > fifo & } && \"$faq\" ask -a -f fifo when do i get my money back",
        )
        .prints("Within five days.\n")
        .without_hints()
        .code(0);
}

#[cfg(target_os = "linux")]
#[test]
fn a_faq_may_come_from_standard_input_under_any_of_its_names() {
    for name in ["-", "/dev/stdin", "/dev/fd/0", "/proc/self/fd/0"] {
        let session = session().file("shop.json", SHOP).typed(SHOP);
        session
            .run(&format!("ask -a -f {name} when do i get my money back"))
            .prints("Within five days.\n")
            .without_hints()
            .code(0);
        session
            .shell(&format!(
                "\"$faq\" ask -a -f {name} when do i get my money back < shop.json"
            ))
            .prints("Within five days.\n")
            .code(0);
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_faq_may_come_from_another_descriptor_while_questions_are_piped() {
    session()
        .file("shop.json", SHOP)
        .typed("is the shop open on sundays\n")
        .shell("\"$faq\" ask -a -f /dev/fd/3 3< shop.json")
        .prints("From noon to five.\n")
        .code(0);
}

#[test]
fn an_empty_standard_input_is_no_faq() {
    session().run("list -f -").fails("-:1:1: the file is empty");
}
