//! `faq misses`: what was not answered, from a log of it, in groups.

use serde_json::{Value, json};

use super::miss_log::shop;
use super::session::{SHOP, session};
use super::shape::shape;

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
