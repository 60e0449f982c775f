//! What `faq convert` says beside the FAQ: what was lost, what is refused, and help.

use faq::{Format, Source, format};

use super::session::{SHOP, session};

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
        .run("convert --to markdwon")
        .fails("did you mean: faq convert --to markdown");
    session
        .run("convert - --from jason")
        .fails("faq convert - --from json");
}

#[test]
fn a_format_may_be_named_by_an_extension() {
    let session = session().file("shop.json", SHOP);
    for (name, extension) in [("markdown", "md"), ("ndjson", "jsonl"), ("html", "htm")] {
        let by_name = session.run(&format!("convert shop.json --to {name}"));
        let by_extension = session.run(&format!("convert shop.json --to {extension}"));
        assert_eq!(by_name.code(0).stdout(), by_extension.code(0).stdout());
    }
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
fn what_several_files_say_differently_is_named_and_the_first_counts() {
    let shop = |title: &str, language: &str| {
        SHOP.replace("The shop", title)
            .replace("\"en\"", language)
            .replace("\"return\"", &format!("\"{title}\""))
            .replace("\"refund\"", &format!("\"{title} money\""))
    };
    let session = session()
        .file("a.json", shop("A", "\"en\""))
        .file("b.json", shop("B", "\"de\""))
        .file("c.json", shop("C", "null"));
    let said = session.run("convert b.json a.json").code(0);
    assert_eq!(
        said.stderr(),
        "faq: the files differ, and the first one counts: title, language\n"
    );
    assert_eq!(said.json("title"), "B");
    assert_eq!(said.json("language"), "de");
    let said = session.run("convert c.json a.json").code(0);
    assert_eq!(said.json("title"), "C");
    assert_eq!(said.json("language"), "en");
    said.hints("the first one counts: title\n");
}

#[test]
fn a_bad_file_means_that_nothing_is_written() {
    let session = session()
        .file("good.json", SHOP)
        .file("bad.json", r#"[{"question": "Q?"}]"#);
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

#[test]
fn a_file_whose_name_promises_something_else_is_told_of() {
    let session = session().file("faq.json", SHOP);
    session
        .run("convert faq.json -o faq.xlsx")
        .hints("faq: faq.xlsx is JSON: its name says no format, and --to was not given\n")
        .code(0);
    for quiet in ["-o faq.md", "-o faq.bak --to json", "-o faq"] {
        session
            .run(&format!("convert faq.json {quiet}"))
            .never_hints("--to")
            .code(0);
    }
}
