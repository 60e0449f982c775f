//! `faq init`: a FAQ to start from.

use std::fs;

use super::session::{on_a_terminal, session, terminal};

#[test]
fn what_is_written_is_found_answers_and_has_nothing_wrong() {
    let session = session();
    session
        .run("init")
        .prints("faq.json is written. Next:\n  faq ask how do I add a question\n  faq list\n  faq check faq.json\n")
        .without_hints()
        .code(0);
    let said = session.run("ask --json how do I add a question").code(0);
    assert_eq!(said.json("id"), "add-a-question");
    session
        .run("check --strict --json faq.json")
        .says("\"findings\":[]")
        .code(0);
    // It answers questions that it does not hold word for word, and none about other things.
    session
        .run("ask -a what are alternates good for")
        .says("nothing helps more")
        .code(0);
    session
        .run("ask -a how do i test my faq")
        .says("faq test")
        .code(0);
    session.run("ask what is the capital of France").code(1);
}

#[test]
fn every_field_is_shown() {
    let text = session().run("init -").without_hints().code(0).stdout();
    for field in [
        "title",
        "language",
        "synonyms",
        "lexicon",
        "faqs",
        "id",
        "question",
        "alternates",
        "answer",
        "tags",
        "related",
        "source",
    ] {
        assert!(text.contains(&format!("\"{field}\": ")), "{field}");
    }
}

#[test]
fn every_format_that_can_be_written_answers_as_well() {
    let session = session();
    let mut tried = 0;
    for format in faq::Format::ALL
        .into_iter()
        .filter(|format| format.is_written())
    {
        let file = format!("start-{format}");
        session
            .run(&format!("init --format {format} {file}"))
            .says(&format!("faq ask -f {file} how do I add a question"))
            .code(0);
        let said = session.run(&format!(
            "ask --json -f {file} --format {format} how do I add a question"
        ));
        assert_eq!(said.code(0).json("id"), "add-a-question", "{format}");
        tried += 1;
    }
    assert_eq!(tried, 7);
    session.run("init shop.md").code(0);
    assert!(
        fs::read_to_string(session.path("shop.md"))
            .unwrap()
            .starts_with("---\ntitle:")
    );
    session.run("check --strict shop.md").code(0);
}

#[test]
fn a_file_that_is_there_stays() {
    let session = session().file("faq.json", "mine");
    session
        .run("init")
        .fails("faq.json: exists already")
        .hints("faq init --force");
    assert_eq!(
        fs::read_to_string(session.path("faq.json")).unwrap(),
        "mine"
    );
    session.run("init --force").code(0);
    session.run("check --strict").code(0);
}

#[test]
fn what_comes_next_names_the_file_where_another_would_be_used() {
    let other = session()
        .file("other.json", "[]")
        .set_path("FAQ_FILE", "other.json");
    other.run("init").says("faq ask -f faq.json how").code(0);
    session()
        .folder("a b")
        .run("init \"a b/faq.json\"")
        .says("-f 'a b/faq.json'")
        .code(0);
    // The one for everywhere is found from anywhere.
    session()
        .folder("home/.config/faq")
        .run("init home/.config/faq/faq.json")
        .says("  faq list\n")
        .code(0);
}

#[test]
fn a_terminal_is_told_which_file_was_found() {
    let Some(session) = terminal() else { return };
    let session = session
        .file("faq.json", r#"[{"question": "Open?", "answer": "Yes."}]"#)
        .at("below/that");
    let path = fs::canonicalize(session.path("faq.json")).unwrap();
    let line = format!("faq: using {}", path.display());
    session
        .shell(&on_a_terminal("ask open"))
        .says(&line)
        .code(0);
    session
        .shell(&on_a_terminal("list --color never"))
        .says(&format!("{line}\r\nOpen?"))
        .code(0);
    // Not for scripts, not where nothing had to be found, and not where one of the two is no terminal.
    for quiet in [
        "ask --json open",
        "list --builtin",
        "list -f ../../faq.json",
        "man",
        "help format",
    ] {
        session
            .shell(&on_a_terminal(quiet))
            .never_says("faq: using")
            .code(0);
    }
    for quiet in ["list 2> /dev/null", "list > list.txt"] {
        session
            .shell(&on_a_terminal(quiet))
            .never_says("faq: using")
            .code(0);
    }
    session
        .run("list")
        .prints("Open?\n")
        .without_hints()
        .code(0);
    let session = session.set_path("FAQ_FILE", "faq.json");
    session
        .shell(&on_a_terminal("list"))
        .never_says("faq: using")
        .code(0);
}
