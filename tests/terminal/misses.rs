//! The improvement loop: `faq ask --log-misses` writes down what was not answered, `faq misses` groups it.

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

fn shop() -> Session {
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

/// A text without the figures that rise and fall as the matcher gets better.
fn without_confidence(text: &str) -> String {
    let mut parts = text.split(", 0.");
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        plain.push_str(part.trim_start_matches(|c: char| c.is_ascii_digit()));
    }
    plain
}

/// Questions on three subjects that the shop does not have, and two that it answers.
const LOG: &str = r#"{"time":"2026-11-02T00:00:00Z","query":"Do you sell gift vouchers?"}
{"time":"2026-11-01T00:00:00Z","query":"where is my parcel"}

{"time":"2026-11-03T00:00:00Z","query":"do you sell gift vouchers","status":"none"}
{"time":"2026-11-05T00:00:00Z","query":"How do I return an item?"}
{"time":"2026-11-04T00:00:00Z","query":"can you sell me a gift vuocher"}
{"query":"where are my parcels"}
{"query":"Is the shop open on sundays"}
{"query":"xylophone"}
"#;

#[test]
fn groups_come_most_frequent_first_with_the_nearest_entry_and_what_to_do() {
    let said = shop()
        .file("log", LOG)
        .run("misses log")
        .without_hints()
        .code(0);
    assert_eq!(
        without_confidence(&said.stdout()),
        "3 ×  Do you sell gift vouchers?\n     \
              can you sell me a gift vuocher\n     \
              nearest: When do I get my money back? (refund)\n\
         \n\
         2 ×  where is my parcel\n     \
              where are my parcels\n     \
              nearest: When do I get my money back? (refund)\n\
         \n\
         1 ×  xylophone\n     \
              nearest: none\n\
         \n\
         3 groups of 6 questions without an answer; 2 more are answered by now.\n\
         Add those that an entry answers to its alternates, write new entries for the others, and run this again.\n",
    );
}

#[test]
fn json_has_one_object_a_group() {
    let said = shop()
        .file("log", LOG)
        .run("misses --json log")
        .without_hints()
        .code(0);
    let lines = said.stdout();
    let groups: Vec<Value> = lines
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(groups.len(), 3);
    let first = &groups[0];
    assert_eq!(first["count"], 3);
    assert_eq!(
        first["questions"],
        json!([
            {"question": "Do you sell gift vouchers?", "count": 2},
            {"question": "can you sell me a gift vuocher", "count": 1},
        ])
    );
    assert_eq!(
        (&first["first"], &first["last"]),
        (
            &json!("2026-11-02T00:00:00Z"),
            &json!("2026-11-04T00:00:00Z")
        )
    );
    assert_eq!(
        (&groups[2]["nearest"], &groups[2]["first"]),
        (&Value::Null, &Value::Null)
    );
    assert_eq!(
        shape(lines.lines().next().unwrap()),
        "{schema_version:integer,count:integer,questions:[{question:string,count:integer}],\
         nearest:{id:string,question:string,confidence:number},first:string,last:string}"
    );
    shop()
        .file("log", LOG)
        .run("misses --json --min 2 -n 1 log")
        .prints(&format!("{}\n", lines.lines().next().unwrap()));
}

#[test]
fn a_plain_list_of_questions_is_a_log_as_well() {
    let plain = "\u{feff}\r\nwhere is my parcel\r\n\r\n  Where is my PARCEL?  \r\n{xylophone}";
    let session = shop().typed(plain).file("plain", plain);
    let said = session
        .run("misses plain")
        .says("2 ×  where is my parcel\n")
        .says("1 ×  {xylophone}\n")
        .code(0);
    session.run("misses -").prints(&said.stdout());
    session.run("misses /dev/stdin").prints(&said.stdout());
}

#[test]
fn the_list_shrinks_as_the_faq_grows() {
    let session = shop();
    session
        .run("ask --log-misses log do you sell gift vouchers")
        .code(1);
    session
        .run("ask --log-misses log where is my parcel")
        .code(1);
    session
        .run("misses log")
        .says("2 groups of 2 questions without an answer.")
        .code(0);
    let grown = SHOP.replace(
        "\"faqs\": [",
        "\"faqs\": [{\"question\": \"Do you sell gift vouchers?\", \"answer\": \"Yes.\"},",
    );
    let session = session.file("faq.json", &grown);
    session
        .run("misses log")
        .never_says("voucher")
        .says("1 group of 1 question without an answer; 1 more is answered by now.")
        .code(0);
    let grown = grown.replace(
        "Do you sell gift vouchers?",
        "Where is my parcel?\", \"alternates\": [\"do you sell gift vouchers\"], \"x\": \"",
    );
    let session = session.file("faq.json", grown);
    session
        .run("misses log")
        .prints("No misses: 2 questions are answered by now.\n")
        .code(0);
    session.run("misses --json log").prints("").code(0);
    // With a tag that the answer does not have, it is missing again; so it is where more confidence is wanted.
    session
        .run("misses --tag orders log")
        .says("2 groups")
        .code(0);
    session
        .run("misses -t 1 log")
        .prints("No misses: 2 questions are answered by now.\n");
}

#[test]
fn a_log_without_questions_has_no_misses() {
    for nothing in ["", "\n \r\n"] {
        let session = shop().file("log", nothing);
        session
            .run("misses log")
            .prints("No misses.\n")
            .without_hints()
            .code(0);
        session
            .run("misses --json log")
            .prints("")
            .without_hints()
            .code(0);
    }
    shop()
        .file("log", LOG)
        .run("misses --min 4 log")
        .prints("No group of at least 4; 2 more are answered by now.\n");
}

#[test]
fn only_as_many_groups_are_shown_as_are_wanted() {
    let subject = |letter: char| letter.to_string().repeat(9);
    let subjects: Vec<String> = ('a'..='y').map(subject).collect();
    let subjects = subjects.join("\n");
    let session = shop().file("log", subjects);
    let said = session
        .run("misses log")
        .says("5 groups not shown; all of them: --limit 25\n")
        .code(0);
    assert_eq!(said.stdout().matches(" ×  ").count(), 20);
    assert_eq!(
        session
            .run("misses --limit 25 log")
            .never_says("not shown")
            .stdout()
            .matches(" ×  ")
            .count(),
        25
    );
    assert_eq!(
        session
            .run("misses -n 0 log")
            .says("25 groups")
            .stdout()
            .matches(" ×  ")
            .count(),
        0
    );
    assert_eq!(
        session.run("misses --json log").stdout().lines().count(),
        25
    );
}

#[test]
fn a_bad_log_is_named_with_line_and_column_and_how_to_mend_it() {
    for (log, place, cause, mend) in [
        (
            "{\"query\":\"a\"}\n{\"query\":\"b",
            "2:11",
            "not a miss: EOF",
            "mend the line or remove it",
        ),
        (
            "{\"query\":\"a\"}\nplain",
            "2:1",
            "expected an object",
            "mend the line",
        ),
        (
            "\n{\"question\":\"a\"}",
            "2:1",
            "missing field `query`",
            "{\"query\":\"…\"}",
        ),
        (
            "{\"query\":\" \"}",
            "1:10",
            "the question is empty",
            "remove the line",
        ),
        (
            "[{\"query\":\"a\"}]",
            "1:1",
            "a JSON list",
            "without the brackets",
        ),
    ] {
        shop()
            .file("log", log)
            .run("misses log")
            .fails(&format!("faq: log:{place}: "))
            .hints(cause)
            .hints("help: ")
            .hints(mend);
    }
    shop()
        .run("misses missing")
        .fails("missing: cannot be opened");
    shop()
        .file("log", b"caf\xE9")
        .run("misses log")
        .fails("log:1:4: is not UTF-8");
    session()
        .typed(SHOP)
        .run("misses -f - -")
        .fails("standard input cannot be both");
}

#[test]
fn nesting_however_deep_does_not_matter() {
    let deep = "[".repeat(1_000_000) + &"]".repeat(1_000_000);
    shop()
        .file("log", format!("{{\"query\":{deep}}}"))
        .run("misses log")
        .fails("faq: log:1:");
    // What is not read need not be understood.
    shop()
        .file("log", format!("{{\"query\":\"q\",\"x\":{deep}}}"))
        .run("misses log")
        .says("1 ×  q")
        .code(0);
}

#[test]
fn nothing_in_a_log_moves_the_cursor() {
    shop()
        .file("log", "a\u{1b}[31m\u{202e}b\nwhere is\u{9b}my parcel\n")
        .run("misses log")
        .says("a<U+001B>[31m<U+202E>b")
        .says("<U+009B>")
        .code(0);
}
