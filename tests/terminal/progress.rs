//! A line about work that takes long: at a terminal only, after half a second, and gone in the end.

use std::fmt::Write as _;

use super::session::{SHOP, Said, Session, on_a_terminal, session, terminal};

/// What clears the line.
const CLEARED: &str = "\r\x1b[2K";

/// Reads a FAQ that arrives a second late.
fn slow(session: &Session, line: &str) -> Said {
    session.shell(&format!(
        "mkfifo late; {{ sleep 1; cat shop.json; }} > late & {line}"
    ))
}

/// A FAQ that does not fit into a pipe.
fn long_faq() -> String {
    let mut faq = String::from("[");
    for number in 0..5_000 {
        let comma = if number == 0 { "" } else { "," };
        write!(
            faq,
            r#"{comma}{{"question": "Is this {number}?", "answer": "Yes."}}"#
        )
        .unwrap();
    }
    faq + "]"
}

#[test]
fn slow_reading_shows_the_file_and_leaves_no_trace() {
    let Some(session) = terminal() else { return };
    let session = session.file("shop.json", SHOP);
    let said = slow(&session, &on_a_terminal("convert late -o out.json")).code(0);
    let stdout = said.stdout();
    assert!(stdout.contains("Reading late"), "{said:?}");
    assert!(stdout.ends_with(CLEARED), "{said:?}");
}

#[test]
fn slow_writing_shows_how_many_entries_are_written() {
    let Some(session) = terminal() else { return };
    let session = session.file("long.json", long_faq());
    let line = on_a_terminal("convert long.json -o late");
    let said = session
        .shell(&format!(
            "mkfifo late; {{ sleep 2; cat; }} < late > out & {line}; wait"
        ))
        .code(0);
    let stdout = said.stdout();
    assert!(stdout.contains("Writing JSON"), "{said:?}");
    assert!(stdout.contains("/5,000"), "{said:?}");
    assert!(stdout.ends_with(CLEARED), "{said:?}");
    let out = std::fs::read_to_string(session.path("out")).unwrap();
    serde_json::from_str::<serde_json::Value>(&out).unwrap();
}

#[test]
fn what_goes_wrong_is_said_on_a_line_of_its_own() {
    let Some(session) = terminal() else { return };
    let session = session.file("shop.json", r#"[{"question": "Q?"}]"#);
    let said = slow(&session, &on_a_terminal("convert late -o out.json")).code(2);
    assert!(
        said.stdout().contains(&format!("{CLEARED}faq: late:1:2: ")),
        "{said:?}"
    );
}

#[test]
fn quick_work_a_dumb_terminal_and_a_pipe_show_nothing() {
    slow(
        &session().file("shop.json", SHOP),
        "\"$faq\" convert late -o out.json",
    )
    .prints("")
    .without_hints()
    .code(0);
    let Some(session) = terminal() else { return };
    let session = session.file("shop.json", SHOP);
    session
        .shell(&on_a_terminal("convert shop.json -o out.json"))
        .prints("")
        .code(0);
    let line = on_a_terminal("convert late -o dumb.json");
    slow(&session, &format!("TERM=dumb {line}"))
        .prints("")
        .code(0);
}
