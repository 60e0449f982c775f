//! `faq convert`: any FAQ, written in another format.

use faq::Format;
use serde_json::Value;

use super::session::{SHOP, Said, on_a_terminal, session, terminal};

/// The questions of a native file on standard output.
#[track_caller]
fn questions(said: &Said) -> Vec<String> {
    let faqs = said.json("faqs");
    let question = |entry: &Value| entry["question"].as_str().unwrap().to_owned();
    faqs.as_array().unwrap().iter().map(question).collect()
}

/// A FAQ of one entry.
fn one(question: &str) -> String {
    format!(r#"[{{"question": "{question}", "answer": "Yes."}}]"#)
}

const SHOP_QUESTIONS: [&str; 3] = [
    "How do I return an item?",
    "When do I get my money back?",
    "Is the shop open on Sundays?",
];

#[test]
fn a_faq_comes_out_as_json_unless_told_otherwise() {
    let said = session()
        .file("shop.json", SHOP)
        .run("convert shop.json")
        .without_hints()
        .code(0);
    assert_eq!(questions(&said), SHOP_QUESTIONS);
    assert_eq!(said.json("title"), "The shop");
    assert_eq!(said.json("faqs")[0]["related"][0], "refund");
}

#[test]
fn what_comes_out_can_be_asked() {
    let session = session().file("shop.json", SHOP);
    for format in Format::ALL.into_iter().filter(|format| format.is_written()) {
        let converted = session.run(&format!("convert shop.json --to {format}"));
        session
            .shell(&format!(
                "\"$faq\" convert shop.json --to {format} 2> /dev/null | \"$faq\" list -f -"
            ))
            .prints(&(SHOP_QUESTIONS.join("\n") + "\n"))
            .without_hints()
            .code(0);
        converted.code(0);
    }
}

#[test]
fn every_format_answers_the_same() {
    let question = "what role does the US play";
    let expected = session()
        .run(&format!("ask -n 0 {question}"))
        .code(0)
        .stdout();
    assert!(expected.contains("encourages closer ties"));
    for (format, extension) in [
        ("json", "json"),
        ("ndjson", "jsonl"),
        ("json-ld", "jsonld"),
        ("csv", "csv"),
        ("tsv", "tsv"),
        ("markdown", "md"),
        ("html", "html"),
    ] {
        let session = session();
        session
            .run(&format!("convert --builtin -o faq.{extension}"))
            .prints("")
            .code(0);
        session
            .run(&format!("ask -n 0 -f faq.{extension} {question}"))
            .prints(&expected)
            .without_hints()
            .code(0);
        // Without a name that tells, the content does, or the option.
        session
            .shell(&format!(
                "\"$faq\" ask -n 0 -f - --format {format} {question} < faq.{extension}"
            ))
            .prints(&expected)
            .code(0);
    }
}

#[test]
fn the_extension_of_the_output_tells_the_format_and_to_overrules_it() {
    let session = session().file("shop.json", SHOP);
    for (line, begins) in [
        ("-o a.ndjson", "{"),
        ("-o b.csv", "question,answer,"),
        ("-o c.md", "---\ntitle:"),
        ("-o d.HTML", "<!doctype html>"),
        ("-o e.data", "{\n"),
        ("-o f.md --to json", "{\n"),
        ("--output g.json --to html", "<!doctype html>"),
    ] {
        session
            .run(&format!("convert shop.json {line}"))
            .prints("")
            .code(0);
        let name = line.split(' ').nth(1).unwrap();
        let written = std::fs::read_to_string(session.path(name)).unwrap();
        assert!(written.starts_with(begins), "{line}: {written}");
    }
}

#[test]
fn without_input_it_is_the_faq_of_the_other_commands() {
    let session = session()
        .file("named.json", one("Named?"))
        .file("variable.json", one("Variable?"))
        .file("found/faq.json", one("Found?"))
        .at("found");
    let found = session.run("convert").without_hints().code(0);
    assert_eq!(questions(&found), ["Found?"]);
    let named = session.run("convert -f ../named.json").code(0);
    assert_eq!(questions(&named), ["Named?"]);
    let builtin = session.run("convert --builtin").code(0);
    assert_eq!(questions(&builtin).len(), 6);
    let variable = session.set_path("FAQ_FILE", "variable.json");
    assert_eq!(questions(&variable.run("convert")), ["Variable?"]);
}

#[test]
fn several_files_and_folders_become_one_faq_in_their_order() {
    let said = session()
        .file("z.json", one("Z?"))
        .file("docs/b.json", one("B?"))
        .file("docs/deep/a.json", one("A?"))
        .file("docs/logo.png", b"\x89PNG\0")
        .run("convert z.json docs")
        .without_hints()
        .code(0);
    assert_eq!(questions(&said), ["Z?", "B?", "A?"]);
}

#[test]
fn a_hyphen_is_standard_input_and_standard_output() {
    let session = session().typed("question,answer\nOpen?,Yes.\n");
    let said = session.run("convert - -o -").without_hints().code(0);
    assert_eq!(questions(&said), ["Open?"]);
    assert!(!session.path("-").exists());
    for from in ["--from csv", "--format csv", "--from csv --format csv"] {
        let said = session.run(&format!("convert - {from}"));
        assert_eq!(questions(&said.code(0)), ["Open?"], "{from}");
    }
}

#[test]
fn a_tag_selects_and_what_is_related_to_others_stays() {
    let session = session().file("shop.json", SHOP);
    let said = session.run("convert shop.json --tag orders").code(0);
    assert_eq!(questions(&said), SHOP_QUESTIONS[..2]);
    let said = session
        .file("one.json", SHOP.replace("\"payment\"", "\"money\""))
        .run("convert one.json --tag MONEY --tag none")
        .code(0);
    assert_eq!(questions(&said), SHOP_QUESTIONS[1..2]);
    let related = super::session::session()
        .file("shop.json", SHOP.replace("[\"orders\"]", "[\"sale\"]"))
        .run("convert shop.json --tag sale");
    assert_eq!(related.json("faqs")[0]["related"][0], "refund");
}

#[test]
fn a_pipe_gets_every_byte_and_a_terminal_none_that_it_acts_on() {
    let answer = "red \\u001b[31m \\u009b2J \\u202e end";
    let faq = format!(r#"[{{"question": "Q?", "answer": "{answer}"}}]"#);
    let raw = "red \x1b[31m \u{9b}2J \u{202e} end";
    session()
        .file("faq.json", &faq)
        .run("convert --to csv")
        .says(raw)
        .code(0);
    let Some(session) = terminal() else { return };
    let session = session.file("faq.json", faq);
    for output in ["", "-o -", "-o /dev/stdout", "-o /dev/tty"] {
        let line = format!("convert -f faq.json --to csv {output}");
        let said = session.shell(&on_a_terminal(&line));
        said.says("red <U+001B>[31m <U+009B>2J <U+202E> end")
            .never_says("\x1b")
            .never_says("\u{202e}")
            .code(0);
    }
}
