//! `faq ask` with questions on standard input: one result for each, in order.

use super::session::{SHOP, session};

#[test]
fn each_result_is_headed_by_its_question_and_a_blank_line_stands_between() {
    session()
        .file("faq.json", SHOP)
        .typed("can i send something back\nis there life on mars\nis the shop open on sundays\n")
        .run("ask -n 0")
        .prints(
            "> can i send something back\n\
             How do I return an item?\n\
             \n\
             Send it back within 30 days.\n\
             We pay the postage.\n\
             \n\
             > is there life on mars\n\
             No answer.\n\
             \n\
             > is the shop open on sundays\n\
             Is the shop open on Sundays?\n\
             \n\
             From noon to five.\n",
        )
        .without_hints()
        .code(1);
}

#[test]
fn a_hyphen_reads_questions_too() {
    let session = session().typed("us role\n");
    let piped = session.run("ask").code(0).stdout();
    assert!(piped.starts_with("> us role\nWhat role does"), "{piped}");
    session.run("ask -").prints(&piped).code(0);
}

#[test]
fn the_code_is_0_only_when_every_question_was_answered() {
    session().typed("us role\nus role\n").run("ask").code(0);
    session()
        .typed("us role\nhow do I bake bread\nus role\n")
        .run("ask")
        .code(1);
}

#[test]
fn a_batch_without_questions_is_a_success_that_says_nothing() {
    for nothing in ["", "\n", "\n \r\n\t\n"] {
        for command in ["ask", "ask -", "ask --json", "ask -a"] {
            session()
                .typed(nothing)
                .run(command)
                .prints("")
                .without_hints()
                .code(0);
        }
    }
}

#[test]
fn blank_lines_windows_line_ends_and_a_missing_last_one_are_taken_as_they_come() {
    let said = session()
        .file("faq.json", SHOP)
        .typed("\u{feff}Can I send something back?\r\n\r\n   \nis the shop open on sundays")
        .run("ask -a")
        .prints("Send it back within 30 days.\\nWe pay the postage.\nFrom noon to five.\n");
    said.code(0);
}

#[test]
fn answer_only_gives_one_line_a_question_and_an_empty_one_without_an_answer() {
    session()
        .file("faq.json", SHOP)
        .typed("is there life on mars\nhow do i return an item\nwho are you\n")
        .run("ask --answer-only")
        .prints("\nSend it back within 30 days.\\nWe pay the postage.\n\n")
        .code(1);
}

#[test]
fn null_ends_each_record_and_keeps_newlines() {
    session()
        .file("faq.json", SHOP)
        .typed("how do i return an item\nis there life on mars\nwhen do i get my money back\n")
        .run("ask -a --null")
        .prints("Send it back within 30 days.\nWe pay the postage.\0\0Within five days.\0")
        .code(1);
}

#[test]
fn a_question_that_several_entries_share_says_so_in_its_place() {
    session()
        .file(
            "faq.json",
            r#"[{"question": "Where is it?", "answer": "Here."}, {"question": "Where is it?", "answer": "There."}]"#,
        )
        .typed("where is it\n")
        .run("ask")
        .says("> where is it\nNo single answer: several questions fit.\n")
        .never_says("Here.")
        .never_says("There.")
        .code(1);
}

#[test]
fn words_win_over_standard_input() {
    session()
        .typed("will this improve relations with north korea\n")
        .run("ask us role")
        .says("What role does the U.S. play")
        .never_says("> ")
        .code(0);
}

#[test]
fn standard_input_cannot_be_both_faq_and_questions() {
    for command in ["ask -f -", "ask - -f -", "ask --file -"] {
        session()
            .typed(SHOP)
            .run(command)
            .fails("standard input cannot be both the FAQ and the questions")
            .hints("help: ");
    }
    session()
        .typed(SHOP)
        .run("ask -f - when do i get my money back")
        .says("Within five days.")
        .code(0);
}

/// A batch in Latin-1 between two questions that can be read.
const MIXED: &[u8] =
    b"when do i get my money back\n\nGeld zur\xFCck?\n\xDCberhaupt?\nhow do i return an item\n";

#[test]
fn a_line_that_is_not_utf8_is_named_and_the_batch_goes_on() {
    session()
        .file("faq.json", SHOP)
        .typed(MIXED)
        .run("ask -a")
        .prints("Within five days.\n\n\nSend it back within 30 days.\\nWe pay the postage.\n")
        .hints(
            "faq: standard input:3: not UTF-8 from byte 9 of the line\n\
             help: convert the questions, e.g. with: iconv -f ISO-8859-1 -t UTF-8\n\
             faq: standard input:4: not UTF-8 from byte 1 of the line\n",
        )
        .code(2);
    session()
        .file("faq.json", SHOP)
        .typed(MIXED)
        .run("ask -a0")
        .prints("Within five days.\0\0\0Send it back within 30 days.\nWe pay the postage.\0")
        .code(2);
    session()
        .file("faq.json", SHOP)
        .typed(MIXED)
        .run("ask -n 0")
        .says("> Geld zur\u{fffd}ck?\nNot read.\n\n> \u{fffd}berhaupt?\nNot read.\n\n> how do i")
        .code(2);
}

#[test]
fn a_line_that_cannot_be_read_has_an_object_that_says_why() {
    let said = session()
        .file("faq.json", SHOP)
        .typed(MIXED)
        .run("ask --json --explain")
        .code(2)
        .stdout();
    let lines: Vec<&str> = said.lines().collect();
    assert_eq!(lines.len(), 4, "{said}");
    assert!(!lines[0].contains("\"error\""), "{said}");
    let end = lines[1].find("\"faq\":").unwrap();
    assert_eq!(
        &lines[1][..end],
        "{\"schema_version\":1,\"query\":\"Geld zur\u{fffd}ck?\",\"status\":\"none\",\"confidence\":0.0,\
         \"id\":null,\"question\":null,\"answer\":null,\"tags\":[],\"source\":null,\"matches\":[],\"related\":[],"
    );
    let why = "\"error\":\"standard input:3: not UTF-8 from byte 9 of the line\"}";
    assert!(lines[1].ends_with(why), "{said}");
    assert!(lines[3].contains("\"status\":\"answered\""), "{said}");
}

#[test]
fn a_line_that_is_too_long_is_named_and_the_batch_goes_on() {
    let mut typed = vec![b'a'; (16 << 20) + 2];
    typed.extend(b"\nwhen do i get my money back\n");
    session()
        .file("faq.json", SHOP)
        .typed(&typed[..])
        .run("ask -a")
        .prints("\nWithin five days.\n")
        .hints("faq: standard input:1: longer than the limit of 16 MiB\n")
        .hints("help: put one question on each line")
        .code(2);
}

#[test]
fn what_cannot_be_read_is_no_miss() {
    let session = session().file("faq.json", SHOP).typed(MIXED);
    session.run("ask -a --log-misses misses.jsonl").code(2);
    let log = std::fs::read_to_string(session.path("misses.jsonl")).unwrap();
    assert_eq!(log, "");
}
