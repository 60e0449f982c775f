//! `faq ask` at a terminal, without words: a conversation.

use std::fs;
use std::process::Command;

use super::session::{SHOP, Session, heeds, terminal};
use super::typing::{CTRL_C, CTRL_D, TAB, Typing};

/// Somebody with the shop's FAQ at a terminal, where the system can make one.
fn shop() -> Option<Session> {
    terminal().map(|session| session.set("NO_COLOR", "1").file("faq.json", SHOP))
}

/// A prompt that has welcomed whoever sits there, between two looks at how the terminal is set.
fn prompt(session: &Session, options: &str) -> Typing {
    let line =
        format!("\"$faq\" ask {options}; code=$?; echo; echo code $code; stty -a; exit $code");
    let mut typing = Typing::at(session, &line);
    typing.sees("Ask one, or type help.");
    typing.sees("faq> ");
    typing
}

/// It has ended with this code, and the terminal is as it was before.
#[track_caller]
fn left(typing: Typing, code: i32) {
    let (shown, ended) = typing.ends();
    assert_eq!(ended, Some(code), "{shown}");
    let settings: Vec<&str> = shown
        .split("speed ")
        .skip(1)
        .map(|settings| &settings[..settings.find("-extproc").unwrap()])
        .collect();
    assert_eq!(settings.len(), 2, "{shown}");
    assert_eq!(settings[0], settings[1]);
    assert!(
        shown.rfind("\x1b[?2004l") >= shown.rfind("\x1b[?2004h"),
        "{shown:?}"
    );
    assert!(!shown.contains("panicked"), "{shown}");
}

#[test]
fn it_says_which_faq_is_asked_and_how_much_there_is() {
    let Some(session) = shop() else { return };
    for (options, welcome) in [
        ("", "FAQ: faq.json, 3 questions. "),
        ("--tag payment", "FAQ: faq.json, 1 question. "),
        ("--builtin", "FAQ: builtin, 6 questions. "),
        (
            "--tag nothing",
            "faq: no entry has the tag \"nothing\"\r\nSee all tags with: faq list --tags\r\n",
        ),
    ] {
        let mut typing = Typing::at(&session, &format!("\"$faq\" ask {options}"));
        // The path may be a longer one.
        typing.sees(welcome.trim_start_matches("FAQ: "));
        typing.sees("faq> ");
        typing.types("quit\r");
        assert_eq!(typing.ends().1, Some(0));
    }
}

#[test]
fn a_line_is_answered_as_a_question_is_and_numbers_open_what_is_related() {
    let Some(session) = shop() else { return };
    let mut typing = prompt(&session, "");
    typing.types("can i send something back\r");
    typing.sees("How do I return an item?\r\n\r\nSend it back within 30 days.\r\nWe pay");
    typing.sees("Related:\r\n  1. When do I get my money back?\r\n");
    typing.sees("faq> ");
    typing.types("1\r");
    typing.sees("When do I get my money back?\r\n\r\nWithin five days.\r\n");
    typing.sees("faq> ");
    // A number that is on no list is a question like any other, and has no answer here.
    typing.types("77\r");
    typing.sees("There is no number 77: the last list ");
    typing.sees("faq> ");
    typing.types("is there life on mars\r");
    typing.sees("No answer to \"is there life on mars\".\r\nTo see all questions, type list.\r\n");
    typing.sees("faq> ");
    typing.types("exit\r");
    left(typing, 0);
}

#[test]
fn what_may_have_been_meant_has_numbers_as_well() {
    let Some(session) = terminal() else { return };
    let session = session.file(
        "faq.json",
        r#"[{"question": "Where is it?", "answer": "Here."}, {"question": "Where is it?", "answer": "There."}]"#,
    );
    let mut typing = prompt(&session, "");
    typing.types("where is it\r");
    typing.sees("Several questions fit \"where is it\".\r\nDid you mean:\r\n");
    typing.sees("  1. Where is it?\r\n  2. Where is it?\r\n");
    typing.sees("faq> ");
    // Each number opens its own entry, though both are asked alike.
    typing.types("2\r");
    typing.sees("There.");
    typing.sees("faq> ");
    typing.types("1.\r");
    typing.sees("Here.");
    typing.sees("faq> ");
    typing.types(CTRL_D);
    left(typing, 0);
}

#[test]
fn lists_have_numbers_and_quotes_make_a_question_of_a_command() {
    let Some(session) = shop() else { return };
    let mut typing = prompt(&session, "");
    typing.types("list\r");
    typing
        .sees("  1. How do I return an item?\r\n  2. When do I get my money back?\r\n  3. Is the");
    typing.sees("faq> ");
    typing.types("list sund\r");
    typing.sees("  1. Is the shop open on Sundays?\r\n");
    typing.sees("faq> ");
    typing.types("1\r");
    typing.sees("From noon to five.");
    typing.sees("faq> ");
    typing.types("list bread\r");
    typing.sees("No question matches \"bread\". To ask it as a question, type: \"list bread\"\r\n");
    typing.sees("faq> ");
    typing.types("\"help\"\r");
    typing.sees("No answer to \"help\".");
    typing.sees("faq> ");
    typing.types("?\r");
    typing.sees("In quotes, such a word is a question:");
    typing.sees("Tab completes a stored question");
    typing.sees("faq> ");
    typing.types("quit\r");
    left(typing, 0);
}

#[test]
fn the_options_of_ask_hold_for_each_line() {
    let Some(session) = shop() else { return };
    let mut typing = prompt(&session, "--related 0 --top 2 --explain --threshold 0");
    typing.types("money\r");
    let answer = typing.sees("Explanation:");
    assert!(answer.contains("Within five days."), "{answer}");
    assert!(answer.contains("Matches:"), "{answer}");
    assert!(!answer.contains("Related:"), "{answer}");
    typing.sees("faq> ");
    typing.types(CTRL_D);
    left(typing, 0);
}

#[test]
fn tab_completes_a_stored_question_by_its_beginning_or_by_its_words() {
    let Some(session) = shop() else { return };
    let mut typing = prompt(&session, "");
    typing.types(format!("whe{TAB}"));
    typing.sees("When do I get my money back?");
    typing.types("\r");
    typing.sees("Within five days.");
    typing.sees("faq> ");
    typing.types(format!("sunda{TAB}"));
    typing.sees("Is the shop open on Sundays?");
    typing.types("\r");
    typing.sees("From noon to five.");
    typing.sees("faq> ");
    // On an empty line all of them are offered, one below the other.
    typing.types(TAB);
    typing.sees("\n  How do I return an item?");
    typing.sees("\n  When do I get my money back?");
    typing.sees("\n  Is the shop open on Sundays?");
    typing.sees("faq> ");
    typing.types(CTRL_D);
    left(typing, 0);
}

#[test]
fn more_questions_than_the_window_holds_are_counted() {
    let Some(session) = terminal() else { return };
    let entries: Vec<String> = (0..70_000)
        .map(|n| format!(r#"{{"question": "Is this number {n}?", "answer": "Yes, {n}."}}"#))
        .collect();
    let session = session
        .set("NO_COLOR", "1")
        .file("faq.json", format!("[{}]", entries.join(",")));
    let mut typing = prompt(&session, "");
    typing.types(format!("is{TAB}"));
    typing.sees("faq> Is this number ");
    typing.sees("\n  Is this number 19?");
    typing.sees("\n  and 69980 more");
    typing.sees("faq> Is this number ");
    typing.types("69999\r");
    typing.sees("Yes, 69999.");
    typing.sees("faq> ");
    typing.types(CTRL_D);
    left(typing, 0);
}

#[test]
fn the_arrow_brings_back_an_earlier_line_and_nothing_is_written_to_disk() {
    let Some(session) = shop() else { return };
    let files = |session: &Session| -> Vec<_> {
        let folders = [session.path(""), session.path("home")];
        let names = |folder| {
            fs::read_dir(folder)
                .unwrap()
                .map(|entry| entry.unwrap().path())
        };
        folders.into_iter().flat_map(names).collect()
    };
    let before = files(&session);
    let mut typing = prompt(&session, "");
    typing.types("open on sundays\r");
    typing.sees("From noon to five.");
    typing.sees("faq> ");
    typing.types("\x1b[A");
    typing.sees("open on sundays");
    typing.types("\r");
    typing.sees("From noon to five.");
    typing.sees("faq> ");
    typing.types(CTRL_D);
    left(typing, 0);
    assert_eq!(files(&session), before);
}

#[test]
fn ctrl_c_clears_the_line_and_leaves_when_it_is_empty() {
    let Some(session) = shop() else { return };
    let mut typing = prompt(&session, "");
    typing.types("is the shop");
    typing.sees("is the shop");
    typing.types(CTRL_C);
    typing.sees("faq> ");
    // What was cleared is not asked, and the prompt goes on.
    typing.types("money back\r");
    typing.sees("Within five days.");
    typing.sees("faq> ");
    // A line that was emptied by hand is as empty as a new one.
    typing.types("ab\x7f\x7f");
    typing.types(CTRL_C);
    left(typing, 130);
}

#[test]
fn ctrl_d_leaves_with_0() {
    let Some(session) = shop() else { return };
    let mut typing = prompt(&session, "");
    typing.types(CTRL_D);
    left(typing, 0);
}

#[test]
fn a_signal_that_ends_the_program_gives_the_terminal_back() {
    let signals = [
        ("TERM", 143),
        ("HUP", 129),
        ("INT", 130),
        ("ALRM", 142),
        ("VTALRM", 154),
        ("PROF", 155),
        ("XCPU", 152),
    ];
    for (signal, code) in signals.into_iter().filter(|(signal, _)| heeds(signal)) {
        let Some(session) = shop() else { return };
        // The shell line gives its number and then becomes the program.
        let line = "sh -c 'echo pid $$.; exec \"$faq\" ask'; code=$?; echo; stty -a; exit $code";
        let mut typing = Typing::at(&session, line);
        typing.sees("pid ");
        let pid = typing.sees(".");
        typing.sees("faq> ");
        let sent = Command::new("/bin/sh")
            .args(["-c", &format!("kill -{signal} {pid}")])
            .status();
        assert!(sent.unwrap().success());
        left(typing, code);
    }
}

#[test]
fn lines_typed_ahead_of_an_answer_are_not_lost() {
    let Some(session) = shop() else { return };
    let mut typing = prompt(&session, "");
    typing.types("money back\ropen on sundays\rsend something back\r");
    typing.sees("Within five days.");
    typing.sees("From noon to five.");
    typing.sees("We pay the postage.");
    typing.sees("faq> ");
    typing.types(CTRL_D);
    left(typing, 0);
}

#[test]
fn each_answer_is_as_wide_as_the_window_is_by_then() {
    let Some(session) = terminal() else { return };
    let answer = "word ".repeat(30);
    let faq = format!(
        r#"[{{"question": "What is it?", "answer": "{}"}}]"#,
        answer.trim()
    );
    let session = session.set("NO_COLOR", "1").file("faq.json", faq);
    let line = "tty; \"$faq\" ask";
    let mut typing = Typing::at(&session, line);
    typing.sees("/dev/");
    let terminal = format!("/dev/{}", typing.sees("\r\n"));
    typing.sees("faq> ");
    for (columns, words) in [(80, 16), (40, 8), (60, 12)] {
        let set = Command::new("stty")
            .args(["-F", &terminal, "cols", &columns.to_string()])
            .status();
        assert!(set.unwrap().success());
        typing.types("what is it\r");
        typing.sees("What is it?\r\n\r\n");
        let first = typing.sees("\r\n");
        assert_eq!(first, vec!["word"; words].join(" "), "{columns}");
        typing.sees("faq> ");
    }
    typing.types(CTRL_D);
    assert_eq!(typing.ends().1, Some(0));
}

#[test]
fn a_dumb_terminal_takes_lines_as_they_are() {
    let Some(session) = shop() else { return };
    let session = session.set("TERM", "dumb");
    let mut typing = prompt(&session, "");
    typing.types("\n");
    typing.sees("faq> ");
    typing.types("money back\n");
    typing.sees("Within five days.");
    typing.sees("faq> ");
    typing.types("help\n");
    let help = typing.sees("faq> ");
    assert!(!help.contains("Tab"), "{help}");
    typing.types(CTRL_D);
    let (shown, code) = typing.ends();
    assert_eq!(code, Some(0), "{shown}");
    assert!(!shown.contains('\x1b'), "{shown:?}");
}

#[test]
fn answers_that_go_to_a_file_leave_the_prompt_at_the_terminal() {
    for term in ["xterm", "dumb"] {
        let Some(session) = shop() else { return };
        let session = session.set("TERM", term);
        let mut typing = prompt(&session, "--related 0 > answers.txt");
        typing.types(if term == "dumb" {
            "money back\n"
        } else {
            "money back\r"
        });
        typing.sees("faq> ");
        typing.types(CTRL_D);
        let (shown, code) = typing.ends();
        assert_eq!(code, Some(0), "{shown}");
        assert_eq!(
            fs::read_to_string(session.path("answers.txt")).unwrap(),
            "When do I get my money back?\n\nWithin five days.\n\n"
        );
    }
}

#[test]
fn colour_is_where_colour_is_wanted() {
    for (colour, styled) in [("never", false), ("always", true)] {
        let Some(session) = shop() else { return };
        let line = format!("\"$faq\" ask --color {colour}");
        let mut typing = Typing::at(&session, &line);
        typing.sees("type help.");
        typing.sees("faq> ");
        typing.types(CTRL_D);
        let (shown, _) = typing.ends();
        assert_eq!(shown.contains("\x1b[1mfaq> \x1b[0m"), styled, "{shown:?}");
    }
}

#[test]
fn nothing_that_is_pasted_reaches_the_terminal_raw() {
    let Some(session) = shop() else { return };
    let mut typing = prompt(&session, "");
    // Two bracketed pastes, and two keys that are taken as they are after Ctrl-V.
    typing.types("\x1b[200~one\u{202e}two\u{9b}31m\x1b[201~");
    typing.types("\x16\x07\x16\x1bthree\r");
    let shown = typing.sees("No answer to");
    for raw in ['\u{202e}', '\u{9b}', '\x07'] {
        assert!(!shown.contains(raw), "{raw:?} in {shown:?}");
    }
    assert!(shown.contains("onetwo31mthree"), "{shown:?}");
    typing.sees("\"one<U+202E>two<U+009B>31m<U+0007><U+001B>three\"");
    typing.sees("faq> ");
    typing.types(CTRL_D);
    left(typing, 0);
}

#[test]
fn a_line_that_is_not_utf8_is_no_reason_to_end() {
    for (term, enter) in [("xterm", "\r"), ("dumb", "\n")] {
        let Some(session) = shop() else { return };
        let session = session.set("TERM", term);
        let mut typing = prompt(&session, "");
        typing.types(b"Geld zur\xFCck");
        typing.types(enter);
        typing.sees("That line is not UTF-8.");
        typing.sees("faq> ");
        typing.types("money back");
        typing.types(enter);
        typing.sees("Within five days.");
        typing.sees("faq> ");
        typing.types(CTRL_D);
        left(typing, 0);
    }
}

#[test]
fn the_faq_cannot_be_typed_where_questions_are() {
    let Some(session) = terminal() else { return };
    let typing = Typing::at(&session, "\"$faq\" ask -f -");
    let (shown, code) = typing.ends();
    assert!(shown.contains("standard input cannot be both"), "{shown}");
    assert_eq!(code, Some(2));
}
