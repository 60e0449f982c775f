//! Faults of the world around: files that change, many programs at once, a home that is not there, signals.

use std::fs;
#[cfg(unix)]
use std::io::{BufRead, BufReader, Read, Write};
#[cfg(unix)]
use std::process::Stdio;

#[cfg(unix)]
use super::session::heeds;
use super::session::{SHOP, on_a_terminal, session, terminal};

/// Every command that reads a FAQ, as a line that succeeds.
const COMMANDS: [&str; 8] = [
    "ask -f shop.json when do i get my money back",
    "ask --json -f shop.json when do i get my money back",
    "list -f shop.json",
    "show -f shop.json refund",
    "check shop.json",
    "test -f shop.json cases.tsv",
    "misses -f shop.json questions.txt",
    "convert shop.json",
];

fn shop() -> super::session::Session {
    session()
        .file("shop.json", SHOP)
        .file("cases.tsv", "money back\trefund\n")
        .file("questions.txt", "is there life on mars\n")
}

#[test]
fn whatever_is_no_faq_is_refused_by_every_command() {
    let deep = |depth: usize| "[".repeat(depth) + &"]".repeat(depth);
    let late_nul = format!("{}\0", SHOP.repeat(1 + 40_000 / SHOP.len()));
    let files: [(&str, Vec<u8>); 12] = [
        ("empty", Vec::new()),
        ("null", b"null".to_vec()),
        ("wrong shape", b"{\"faqs\":{}}".to_vec()),
        ("cut", SHOP.as_bytes()[..SHOP.len() / 2].to_vec()),
        ("no question", b"[{\"answer\":\"a\"}]".to_vec()),
        ("deep", deep(129).into_bytes()),
        ("deeper", deep(1_000_000).into_bytes()),
        ("UTF-16", b"\xFF\xFE[\0]\0".to_vec()),
        ("UTF-32", b"\xFF\xFE\0\0[\0\0\0".to_vec()),
        ("Latin-1", b"[\"Z\xFCrich\"]".to_vec()),
        ("late NUL", late_nul.into_bytes()),
        (
            "half a pair",
            b"[{\"question\":\"q\",\"answer\":\"a\",\"x\":\"\\ud800\"}]".to_vec(),
        ),
    ];
    let mut tried = 0;
    for (name, content) in &files {
        for line in COMMANDS {
            let said = shop().file("shop.json", content).run(line);
            // Alone of all, a check tells what is wrong with what it can open.
            let code = said.exit();
            let findings = line.starts_with("check") && code == Some(1);
            assert!(findings || code == Some(2), "{name}: {line}: {said:?}");
            let text = said.stdout() + &said.stderr();
            assert!(text.contains("shop.json"), "{name}: {line}: {said:?}");
            assert!(
                findings || said.stdout().is_empty(),
                "{name}: {line}: {said:?}"
            );
            assert!(text.contains("help: "), "{name}: {line}: {said:?}");
            tried += 1;
        }
    }
    println!("no FAQ: {tried} cases tried");
}

#[test]
fn without_a_home_or_a_variable_everything_works() {
    let mut tried = 0;
    for line in COMMANDS {
        for prefix in [
            "unset HOME;",
            "HOME=;",
            "HOME=/nonexistent;",
            "HOME=/dev/null;",
            "XDG_CONFIG_HOME=/dev/null; export XDG_CONFIG_HOME; unset HOME;",
            "COLUMNS=abc; export COLUMNS;",
            "LC_ALL=tr_TR.UTF-8; export LC_ALL;",
            "TERM=dumb; export TERM;",
        ] {
            let said = shop().shell(&format!("{prefix} \"$faq\" {line}"));
            assert_eq!(said.stdout(), shop().run(line).stdout(), "{prefix} {line}");
            said.code(0);
            tried += 1;
        }
    }
    println!("environment: {tried} cases tried");
}

#[test]
fn twenty_programs_at_once_say_the_same() {
    let session = shop();
    let expected = session.run(COMMANDS[0]).stdout();
    let start = |_| session.start(COMMANDS[0]);
    let children: Vec<_> = (0..20).map(start).collect();
    let tried = children.len();
    for child in children {
        let output = child.wait_with_output().unwrap();
        assert_eq!(output.status.code(), Some(0));
        assert_eq!(String::from_utf8(output.stdout).unwrap(), expected);
    }
    println!("at once: {tried} programs tried");
}

#[test]
fn twenty_programs_write_whole_lines_into_one_log_and_one_whole_file() {
    let session = shop();
    let start = |number| {
        let line = if number % 2 == 0 {
            "ask --builtin --log-misses log is there life on mars"
        } else {
            "convert shop.json -o out.json --force"
        };
        session.start(line)
    };
    let children: Vec<_> = (0..20).map(start).collect();
    for child in children {
        let output = child.wait_with_output().unwrap();
        assert!(output.status.code() < Some(2), "{output:?}");
    }
    let log = fs::read_to_string(session.path("log")).unwrap();
    assert_eq!(log.lines().count(), 10);
    let whole = |line: &str| serde_json::from_str::<serde_json::Value>(line).is_ok();
    assert!(log.lines().all(whole), "{log}");
    let written = session.run("convert shop.json").stdout();
    assert_eq!(
        fs::read_to_string(session.path("out.json")).unwrap(),
        written
    );
    println!("at once: 20 writers tried");
}

#[cfg(target_os = "linux")]
#[test]
fn a_source_that_changes_while_it_is_read_is_no_source() {
    // A pipe holds the program up in the middle: the file named after it is only opened then.
    let session = shop();
    session.shell("mkfifo fifo").code(0);
    let mut child = session.start("list -f fifo -f shop.json");
    let mut fifo = fs::File::options()
        .write(true)
        .open(session.path("fifo"))
        .unwrap();
    fifo.write_all(b"[{\"question\":\"One?\",\"answer\":\"1\"}]")
        .unwrap();
    // Truncated before it is opened: what is there is what counts, and it is not half of anything.
    fs::write(session.path("shop.json"), "[").unwrap();
    drop(fifo);
    let mut stderr = String::new();
    child
        .stderr
        .take()
        .unwrap()
        .read_to_string(&mut stderr)
        .unwrap();
    assert_eq!(child.wait().unwrap().code(), Some(2));
    assert!(stderr.contains("shop.json:1:1"), "{stderr}");
}

#[cfg(unix)]
#[test]
fn a_signal_ends_a_batch_after_whole_lines() {
    if !heeds("INT") {
        return;
    }
    let session = shop();
    let mut child = session.start("ask --json -f shop.json");
    let mut stdin = child.stdin.take().unwrap();
    let mut stdout = BufReader::new(child.stdout.take().unwrap());
    let mut text = String::new();
    for _ in 0..10 {
        stdin.write_all(b"when do i get my money back\n").unwrap();
        stdout.read_line(&mut text).unwrap();
    }
    stdin.write_all(b"when do i get my mon").unwrap();
    let kill = std::process::Command::new("kill")
        .args(["-INT", &child.id().to_string()])
        .stderr(Stdio::null())
        .status()
        .unwrap();
    assert!(kill.success());
    stdout.read_to_string(&mut text).unwrap();
    child.wait().unwrap();
    let whole = |line: &str| serde_json::from_str::<serde_json::Value>(line).is_ok();
    assert!(text.ends_with('\n') && text.lines().all(whole));
    assert_eq!(text.lines().count(), 10);
    println!("interrupted: 10 lines tried");
}

#[cfg(unix)]
#[test]
fn whatever_is_typed_ends_with_an_answer_or_a_code() {
    use std::ffi::OsString;
    use std::os::unix::ffi::OsStringExt;
    let odd: Vec<OsString> = [
        &b""[..],
        b" ",
        b"-",
        b"--",
        b"---",
        b"-x",
        b"--no-such",
        b"-\xFF",
        b"--\xFF\xFE",
        b"\xFF",
        b"caf\xE9",
        b"\xC0\x80",
        b"\xED\xA0\x80",
        b"\n",
        b"\x1b[31m",
        b"--json=\x1b[31m",
        b"-t\xFF",
        b"--file",
        b"@file",
        b"%s%n",
    ]
    .map(|bytes| OsString::from_vec(bytes.to_vec()))
    .into();
    let mut tried = 0;
    for command in [
        "ask", "list", "show", "check", "test", "misses", "convert", "",
    ] {
        for first in &odd {
            for second in [None, Some(&odd[9]), Some(&odd[3])] {
                let command = (!command.is_empty()).then(|| OsString::from(command));
                let arguments = command.iter().chain([first]).chain(second);
                let said = shop().run_arguments(arguments.clone());
                let typed: Vec<_> = arguments.collect();
                assert!(
                    said.exit().is_some_and(|code| code <= 2),
                    "{typed:?}: {said:?}"
                );
                let text = said.stdout() + &said.stderr();
                assert!(!text.contains('\x1b'), "{typed:?}: {said:?}");
                tried += 1;
            }
        }
    }
    println!("arguments: {tried} tried");
}

#[test]
fn any_width_is_usable() {
    let Some(session) = terminal() else { return };
    let session = session.file("shop.json", SHOP);
    let mut tried = 0;
    for columns in [
        "0",
        "1",
        "2",
        "19",
        "80",
        "100000",
        "abc",
        "-1",
        "",
        "18446744073709551616",
    ] {
        for line in [
            "ask -f shop.json when do i get my money back",
            "list -f shop.json",
            "check shop.json",
            "--help",
        ] {
            let line = format!("COLUMNS={columns} {}", on_a_terminal(line));
            let said = session.shell(&format!("export {line}").replacen(" script", "; script", 1));
            assert!(!said.stdout().is_empty(), "{line}: {said:?}");
            said.code(0);
            tried += 1;
        }
    }
    println!("widths: {tried} cases tried");
}
