//! `faq convert`: any FAQ, written in another format.

use faq::{Format, Source, format};
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
        ("-o d.HTML", "<!DOCTYPE html>"),
        ("-o e.data", "{\n"),
        ("-o f.md --to json", "{\n"),
        ("--output g.json --to html", "<!DOCTYPE html>"),
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
fn what_contradicts_itself_is_a_mistake_of_usage() {
    let session = session().file("shop.json", SHOP);
    for (line, message) in [
        (
            "convert shop.json -f shop.json",
            "INPUT cannot be used with --file",
        ),
        (
            "-f shop.json convert shop.json",
            "INPUT cannot be used with --file",
        ),
        (
            "convert shop.json --builtin",
            "INPUT cannot be used with --builtin",
        ),
        (
            "--builtin convert shop.json",
            "INPUT cannot be used with --builtin",
        ),
        (
            "convert --builtin --from csv",
            "--from cannot be used with --builtin",
        ),
        (
            "convert shop.json --from json --format csv",
            "--from json cannot be used with --format csv",
        ),
        ("convert shop.json --force", "--output"),
    ] {
        session.run(line).fails(message);
    }
}

#[test]
fn a_format_that_cannot_be_written_or_is_unknown_names_those_that_can() {
    let session = session().file("shop.json", SHOP);
    let formats = "json, ndjson, json-ld, csv, tsv, markdown, html";
    session.run("convert --to text").fails(formats);
    session
        .run("convert shop.json -o shop.txt")
        .fails("plain text can be read, but not written")
        .hints(formats);
    assert!(!session.path("shop.txt").exists());
    session
        .run("convert --to md")
        .fails("did you mean")
        .hints("faq convert --to markdown");
    session
        .run("convert - --from jason")
        .fails("faq convert - --from json");
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
fn a_tag_that_no_entry_has_is_code_1_and_nothing_is_written() {
    let session = session().file("shop.json", SHOP);
    session
        .run("convert shop.json --tag cheese -o out.json")
        .prints("")
        .hints("no entry has the tag \"cheese\"")
        .code(1);
    assert!(!session.path("out.json").exists());
}

#[test]
fn what_a_format_cannot_hold_is_said_on_one_line() {
    let text = SHOP
        .replacen(
            "\"faqs\"",
            "\"synonyms\": [[\"a\", \"b\"]], \"lexicon\": false, \"faqs\"",
            1,
        )
        .replacen("\"tags\"", "\"x-owner\": \"me\", \"tags\"", 1);
    let sources = [Source::new("shop.json", text.as_str())];
    let faq = faq::parse(&sources, None).unwrap();
    let session = session().file("shop.json", &text);
    let mut lossy = 0;
    for format in Format::ALL.into_iter().filter(|format| format.is_written()) {
        let lost: Vec<String> = format::losses(&faq, format)
            .iter()
            .map(ToString::to_string)
            .collect();
        let line = format!("faq: {} cannot hold: {}\n", format.title(), lost.join(", "));
        let expected = if lost.is_empty() {
            ""
        } else {
            lossy += 1;
            &line
        };
        for output in [String::new(), format!("-o out.{format}")] {
            let said = session.run(&format!("convert shop.json --to {format} {output}"));
            assert_eq!(said.stderr(), expected);
            said.code(0);
        }
    }
    assert!(lossy > 2, "{lossy} formats lose anything");
    session.run("convert shop.json --to csv").hints("synonyms");
}

#[test]
fn a_bad_file_means_that_nothing_is_written() {
    let session = session().file("good.json", SHOP).file("bad.json", "[{}]");
    session
        .run("convert good.json bad.json -o out.json")
        .fails("bad.json:1:2: ");
    session
        .run("convert none.json -o out.json")
        .fails("none.json: cannot be opened");
    session.run("convert bad.json").fails("bad.json:1:2: ");
    assert!(!session.path("out.json").exists());
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

#[test]
fn help_shows_examples() {
    let help = session().run("convert --help").without_hints().code(0);
    for part in [
        "--from",
        "--to",
        "--output",
        "--force",
        "faq convert FAQ.md -o faq.json",
        "markdown",
    ] {
        assert!(help.stdout().contains(part), "{part}");
    }
}
