//! Ctrl-C while answers are printed: the program ends at once, and what it has printed is whole lines.
#![cfg(unix)]

use std::fmt::Write as _;
use std::io::{Read, Write};
use std::os::unix::process::ExitStatusExt;
use std::process::Command;
use std::thread;
use std::time::Duration;

use super::session::{SHOP, heeds, session, terminal};
use super::typing::{CTRL_C, Typing};

const SIGINT: i32 = 2;

fn interrupt(pid: u32) {
    let sent = Command::new("/bin/sh")
        .args(["-c", &format!("kill -INT {pid}")])
        .status();
    assert!(sent.unwrap().success());
}

#[test]
fn a_batch_that_is_interrupted_has_printed_whole_lines() {
    if !heeds("INT") {
        return;
    }
    // Lines that a pipe of sixteen pages is full in the middle of.
    let answer = "word ".repeat(4_000);
    let faq = format!(
        r#"[{{"question": "What is it?", "answer": "{answer}"}},
            {{"question": "When do I get my money back?", "answer": "Within five days."}}]"#
    );
    let mut questions = String::new();
    for number in 0..200 {
        writeln!(questions, "what is it{}", "!".repeat(number)).unwrap();
    }
    let mut tried = 0;
    for command in ["ask --json", "ask -a", "ask"] {
        for waited in [0, 10, 100, 1_500] {
            let session = session().file("faq.json", &faq);
            let mut child = session.start(command);
            let mut stdin = child.stdin.take().unwrap();
            let asked = questions.clone();
            let asking = thread::spawn(move || stdin.write_all(asked.as_bytes()));
            let mut stdout = child.stdout.take().unwrap();
            // Soon after something was printed, the pipe is full: nobody reads on before the signal was sent.
            let mut printed = vec![0];
            stdout.read_exact(&mut printed).unwrap();
            thread::sleep(Duration::from_millis(waited));
            interrupt(child.id());
            // The signal comes first, and then there is room again.
            thread::sleep(Duration::from_millis(100));
            stdout.read_to_end(&mut printed).unwrap();
            let status = child.wait().unwrap();
            assert_eq!(status.signal(), Some(SIGINT), "{command}: {status:?}");
            let printed = String::from_utf8(printed).unwrap();
            assert!(
                printed.ends_with('\n'),
                "{command}: cut after {}",
                printed.len()
            );
            if command == "ask --json" {
                for line in printed.lines() {
                    serde_json::from_str::<serde_json::Value>(line).unwrap();
                }
            }
            // A pipe that is closed is no reason to fail.
            let _ = asking.join().unwrap();
            tried += 1;
        }
    }
    assert_eq!(tried, 12);
}

#[test]
fn a_batch_that_waits_for_a_question_is_interrupted_at_once() {
    if !heeds("INT") {
        return;
    }
    let session = session().file("faq.json", SHOP);
    let mut child = session.start("ask -a");
    let mut stdin = child.stdin.take().unwrap();
    stdin.write_all(b"money back\n").unwrap();
    let mut stdout = child.stdout.take().unwrap();
    let mut printed = vec![0; "Within five days.\n".len()];
    stdout.read_exact(&mut printed).unwrap();
    interrupt(child.id());
    assert_eq!(child.wait().unwrap().signal(), Some(SIGINT));
    drop(stdin);
}

#[test]
fn ctrl_c_at_a_terminal_is_code_130() {
    if !heeds("INT") {
        return;
    }
    let Some(session) = terminal() else { return };
    let session = session.file("faq.json", SHOP);
    // The signal goes to the shell as well, which is told to go on.
    let mut typing = Typing::at(
        &session,
        "trap : INT; \"$faq\" ask -a -; echo code $?; exit 5",
    );
    typing.sees("-extproc");
    typing.types("money back\n");
    typing.sees("Within five days.");
    typing.types(CTRL_C);
    typing.sees("code 130");
    assert_eq!(typing.ends().1, Some(5));
}
