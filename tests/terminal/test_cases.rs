//! `faq test`: how labelled questions may be written, and what is wrong with those that may not.

use super::session::{SHOP, session};
use super::test::{CASES, figure, shop};

#[test]
fn both_formats_give_the_same_with_byte_order_mark_and_windows_line_ends() {
    let lines = r#"{"query": "How do I return an item?", "relevant": ["return"], "id": 1}
        {"relevant": ["return"], "query": "When do I get my money back?", "more": {"a": [1]}}

        {"query": "xylophone", "relevant": []}
        {"query": "Is the shop open on Sundays?", "relevant": []}
        {"query": "Can I send something back?", "relevant": ["return"]}
        {"query": "zebra", "relevant": ["refund"]}
        {"query": "when do I get my money back", "relevant": []}
        {"query": "quartz", "relevant": []}
        {"query": "jazz", "relevant": []}
"#;
    let wanted = shop(CASES).run("test --json cases -f faq.json").stdout();
    // Only the heading is missing: each line is one number lower.
    let mut from_lines = wanted.clone();
    for line in [3, 6, 8, 9] {
        let moved = from_lines.replace(
            &format!("\"line\":{line},"),
            &format!("\"line\":{},", line - 1),
        );
        assert_ne!(moved, from_lines);
        from_lines = moved;
    }
    for cases in [
        lines.to_owned(),
        format!("\u{feff}{}", lines.replace('\n', "\r\n")),
    ] {
        shop(&cases)
            .run("test --json cases -f faq.json")
            .prints(&from_lines);
    }
    let windows = format!("\u{feff}{}", CASES.replace('\n', "\r\n"));
    shop(&windows)
        .run("test --json cases -f faq.json")
        .prints(&wanted);
}

#[test]
fn cases_may_come_from_standard_input() {
    let named = shop(CASES).run("test cases").stdout();
    shop("").typed(CASES).run("test -").prints(&named).code(0);
    for stdin in ["-", "/dev/stdin"] {
        session()
            .typed(SHOP)
            .run(&format!("test {stdin} -f -"))
            .fails("standard input cannot be both");
    }
    session()
        .file("cases", "How do I return an item?\treturn\n")
        .typed(SHOP)
        .run("test cases -f -")
        .says("Hit@1     1.0000")
        .code(0);
}

#[test]
fn a_question_out_of_scope_may_end_in_an_id() {
    for cases in [
        "where do I put a return\n",
        "how?  returned\n",
        r#"{"query": "a  return", "relevant": []}"#,
    ] {
        let said = shop(cases).run("test --json cases");
        assert_eq!(figure(&said, "out_of_scope"), 1, "{cases}");
    }
}

#[test]
fn a_fault_in_the_cases_is_named_with_line_and_column_and_how_to_mend_it() {
    for (cases, place, cause, mend) in [
        ("", "1:1", "no labelled question", "a TAB and the id"),
        (
            " \n# only this\n",
            "1:1",
            "no labelled question",
            "a TAB and the id",
        ),
        (
            "q\treturn\nq é\t retrun\n",
            "2:6",
            "no entry has the id \"retrun\"",
            "did you mean return or refund?",
        ),
        (
            "q\treturn\tzzzzzz\n",
            "1:10",
            "no entry has the id \"zzzzzz\"",
            "an id of the FAQ",
        ),
        (
            "q\n \treturn\n",
            "2:1",
            "the question is empty",
            "write a question",
        ),
        (
            "return\tHow do I return an item?\n",
            "1:8",
            "stands where the question should",
            "swap the two",
        ),
        (
            "q\treturn\nsend it back  return \n",
            "2:13",
            "spaces before the id \"return\", and no TAB",
            "put a TAB there",
        ),
        (
            "[\n{\"query\": \"q\"}\n]",
            "1:1",
            "a JSON list",
            "on a line of its own",
        ),
        (
            "\n [{\"query\": \"q\"}]",
            "2:2",
            "a JSON list",
            "on a line of its own",
        ),
        (
            "{\n\"query\": \"q\"}",
            "1:1",
            "EOF while parsing an object",
            "one line",
        ),
        (
            "{\"query\": \"q\"}",
            "1:1",
            "missing field `relevant`",
            "[] where it must be refused",
        ),
        (
            "{\"query\": \"q\", \"relevant\": []}\nq\treturn",
            "2:1",
            "expected an object",
            "one line",
        ),
        (
            "# no comments here\n{\"query\": \"q\", \"relevant\": []}",
            "1:1",
            "expected an object",
            "one line",
        ),
        (
            "{\"query\": \"\", \"relevant\": []}",
            "1:11",
            "the question is empty",
            "write a question",
        ),
        (
            "{\"query\": \"é\", \"relevant\": [\"retrun\"]}",
            "1:29",
            "no entry has the id",
            "did you mean return or refund?",
        ),
        (
            "{\"query\": \"q\", \"relevant\": \"return\"}",
            "1:28",
            "expected a sequence",
            "[\"id\"]",
        ),
    ] {
        shop(cases)
            .run("test cases")
            .fails(&format!("faq: cases:{place}: "))
            .hints(cause)
            .hints("help: ")
            .hints(mend);
    }
}

#[test]
fn cases_that_cannot_be_read_as_text_say_why() {
    for (cases, cause) in [
        (&b"\xFF\xFEq\0"[..], "UTF-16"),
        (b"q\tr\xE9turn\n", "cases:1:4: is not UTF-8"),
        (b"\x7FELF\0", "not text"),
    ] {
        session()
            .file("cases", cases)
            .run("test cases")
            .fails(cause)
            .hints("help: ");
    }
    let session = session().folder("folder");
    session.run("test folder").fails("folder: is a directory");
    session
        .run("test nowhere")
        .fails("nowhere: cannot be opened")
        .hints("check the spelling");
}

#[test]
fn nesting_however_deep_is_read_over_or_refused() {
    let (open, close) = ("[".repeat(1_000_000), "]".repeat(1_000_000));
    for cases in [
        format!("{{\"query\": \"q\", \"relevant\": {open}{close}}}"),
        format!("{{\"query\": {open}{close}, \"relevant\": []}}"),
        format!("{{\"x\": {open}"),
        open.clone(),
    ] {
        shop(&cases).run("test cases").fails("faq: cases:1:");
    }
    let unread = format!("{{\"query\": \"q\", \"relevant\": [], \"x\": {open}{close}}}");
    shop(&unread).run("test cases").without_hints().code(0);
}

#[test]
fn a_question_of_several_lines_is_listed_on_one() {
    shop(r#"{"query": "How do I return\n\tan item?", "relevant": []}"#)
        .run("test cases")
        .says("\n  1: How do I return an item?\n    answered: ")
        .code(0);
}

#[test]
fn a_number_is_an_id_where_the_faq_has_it() {
    session()
        .file(
            "faq.json",
            r#"[{"id": 7, "question": "Which?", "answer": "This."}]"#,
        )
        .file("cases", r#"{"query": "which", "relevant": [7]}"#)
        .run("test cases")
        .says("Hit@1     1.0000")
        .code(0);
}
