//! `faq ask --log-misses`: what was not answered is written down.

use std::fs;
use std::process::Stdio;

use serde_json::{Value, json};

use super::session::{SHOP, Session, session};
use super::shape::shape;

/// The lines of a log, each without what hangs on the clock.
#[track_caller]
fn log(session: &Session, path: &str) -> Vec<Value> {
    let text = fs::read_to_string(session.path(path)).unwrap();
    let lines = text.lines().map(|line| {
        let mut line: Value = serde_json::from_str(line).unwrap();
        let time = line["time"].take();
        let time = time.as_str().unwrap();
        // 2026-11-24T01:02:03Z
        assert!(
            time.len() == 20 && time.ends_with('Z') && time.as_bytes()[10] == b'T',
            "{time}"
        );
        line
    });
    lines.collect()
}

fn queries(session: &Session, path: &str) -> Vec<String> {
    let lines = log(session, path).into_iter();
    lines
        .map(|line| line["query"].as_str().unwrap().to_owned())
        .collect()
}

pub(super) fn shop() -> Session {
    session().file("faq.json", SHOP)
}

#[test]
fn a_question_without_an_answer_is_one_line_and_an_answered_one_none() {
    let session = shop();
    session
        .run("ask --log-misses log is there life on mars")
        .prints("")
        .hints("no answer")
        .code(1);
    session
        .run("ask --log-misses log how do I return an item")
        .without_hints()
        .code(0);
    session
        .run("ask --log-misses log money for zebras and xylophones")
        .prints("")
        .code(1);
    let lines = log(&session, "log");
    let path = session.path("faq.json");
    let faq = fs::canonicalize(path).unwrap();
    assert_eq!(lines.len(), 2);
    let mars = &lines[0];
    assert_eq!(mars["query"], "is there life on mars");
    assert_eq!(
        (&mars["status"], &mars["schema_version"]),
        (&json!("none"), &json!(1))
    );
    assert_eq!(
        fs::canonicalize(mars["faq"].as_str().unwrap()).unwrap(),
        faq
    );
    assert_eq!(lines[1]["nearest"], "refund", "{lines:?}");
    let text = fs::read_to_string(session.path("log")).unwrap();
    assert_eq!(
        shape(text.lines().nth(1).unwrap()),
        "{schema_version:integer,time:string,query:string,status:string,confidence:number,nearest:string,faq:string}"
    );
}

#[test]
fn what_matches_nothing_has_no_nearest_entry_and_what_several_share_is_ambiguous() {
    let twice = r#"[{"question": "Where?", "answer": "Here."}, {"question": "Where?", "answer": "There."}]"#;
    let session = session().file("faq.json", twice);
    session.run("ask --log-misses log xylophone").code(1);
    session.run("ask --log-misses log where").code(1);
    let lines = log(&session, "log");
    assert_eq!(
        (&lines[0]["nearest"], &lines[0]["confidence"]),
        (&Value::Null, &json!(0.0))
    );
    assert_eq!(
        (&lines[1]["status"], &lines[1]["confidence"]),
        (&json!("ambiguous"), &json!(0.5))
    );
}

#[test]
fn a_batch_logs_each_and_prints_what_it_prints_anyway() {
    let typed = "is there life on mars\nhow do i return an item\nwho are you\n";
    for command in ["ask", "ask --json", "ask -a", "ask --explain"] {
        let plain = shop().typed(typed).run(command).code(1).stdout();
        let session = shop().typed(typed);
        session
            .run(&format!("{command} --log-misses log"))
            .says("")
            .without_hints()
            .code(1);
        let printed = session.run(&format!("{command} --log-misses log")).stdout();
        if command != "ask --json" {
            assert_eq!(printed, plain, "{command}");
        }
        let two = ["is there life on mars", "who are you"];
        assert_eq!(queries(&session, "log"), [two, two].concat(), "{command}");
    }
}

#[test]
fn the_variable_logs_too_and_the_option_wins() {
    let session = shop().set_path("FAQ_MISSES", "variable");
    session.run("ask xylophone").code(1);
    session.run("ask --log-misses option zebra").code(1);
    assert_eq!(queries(&session, "variable"), ["xylophone"]);
    assert_eq!(queries(&session, "option"), ["zebra"]);
    // An empty variable is as good as none, and nothing is logged unless asked for.
    for session in [shop().set("FAQ_MISSES", ""), shop()] {
        session.run("ask xylophone").code(1);
        let files = fs::read_dir(session.path("")).unwrap();
        let names: Vec<_> = files.map(|file| file.unwrap().file_name()).collect();
        assert_eq!(names.len(), 2, "{names:?}");
    }
}

#[cfg(unix)]
#[test]
fn a_log_is_for_its_owner_and_keeps_what_it_holds() {
    use std::os::unix::fs::PermissionsExt;
    let mode = |session: &Session| {
        fs::metadata(session.path("log"))
            .unwrap()
            .permissions()
            .mode()
            & 0o777
    };
    let session = shop();
    session.run("ask --log-misses log xylophone").code(1);
    assert_eq!(mode(&session), 0o600);
    // One that is there already is not touched but for the line.
    let session = shop().file("log", "{\"query\":\"before\"}\n");
    let before = mode(&session);
    session.run("ask --log-misses log xylophone").code(1);
    assert_eq!(mode(&session), before);
    let text = fs::read_to_string(session.path("log")).unwrap();
    assert!(
        text.starts_with("{\"query\":\"before\"}\n{\"schema_version\":1,"),
        "{text}"
    );
}

#[test]
fn a_log_that_cannot_be_opened_is_said_once_and_changes_nothing_else() {
    for (path, cause) in [("folder", "directory"), ("missing/log", "No such file")] {
        let session = shop().folder("folder").typed("xylophone\nzebra\n");
        let warning = format!("faq: questions without an answer are not logged: {path}: ");
        session
            .run(&format!(
                "ask -a --log-misses {path} how do I return an item"
            ))
            .prints("Send it back within 30 days.\nWe pay the postage.\n")
            .hints(&warning)
            .hints(cause)
            .code(0);
        let said = session
            .run(&format!("ask --json --log-misses {path} -"))
            .hints(cause)
            .code(1);
        assert_eq!(said.stdout().lines().count(), 2);
        assert_eq!(said.stderr().lines().count(), 1);
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_said_once_and_changes_nothing_else() {
    let session = shop().typed("xylophone\nhow do i return an item\nzebra\n");
    let said = session.run("ask -a --log-misses /dev/full").code(1);
    let said = said.prints("\nSend it back within 30 days.\\nWe pay the postage.\n\n");
    assert_eq!(said.stderr().lines().count(), 1);
    said.hints("not logged: /dev/full: No space left");
    // Nothing to log, nothing to say.
    session
        .run("ask -a --log-misses /dev/full how do i return an item")
        .without_hints()
        .code(0);
}

#[test]
fn what_is_logged_is_safe_to_print_and_never_longer_than_a_line_should_be() {
    let session = shop();
    let nasty = format!("a\u{1b}[31m\u{202e}\n{}", "é".repeat(5_000));
    session
        .run_arguments(["ask", "--log-misses", "log", &nasty])
        .code(1);
    let text = fs::read_to_string(session.path("log")).unwrap();
    assert_eq!(text.lines().count(), 1);
    assert!(
        !text
            .trim_end()
            .contains(|c: char| c.is_control() || c == '\u{202e}'),
        "{text}"
    );
    let logged = &queries(&session, "log")[0];
    assert_eq!(logged.chars().count(), 1_000);
    assert!(nasty.starts_with(logged));
}

#[test]
fn many_programs_write_one_log_and_every_line_is_whole() {
    const PROGRAMS: usize = 20;
    const QUESTIONS: usize = 50;
    let mut session = shop();
    for program in 0..PROGRAMS {
        let questions = (0..QUESTIONS)
            .map(|number| format!("xylophone {program} {number} {}\n", "zebra ".repeat(number)));
        session = session.file(format!("questions{program}"), questions.collect::<String>());
    }
    let programs: Vec<_> = (0..PROGRAMS)
        .map(|program| {
            let input = fs::File::open(session.path(format!("questions{program}"))).unwrap();
            session.start_with("ask -a --log-misses log", input, Stdio::null())
        })
        .collect();
    for mut program in programs {
        assert_eq!(program.wait().unwrap().code(), Some(1));
    }
    let mut asked = queries(&session, "log");
    assert_eq!(asked.len(), PROGRAMS * QUESTIONS);
    asked.sort_unstable();
    asked.dedup();
    assert_eq!(asked.len(), PROGRAMS * QUESTIONS);
}
