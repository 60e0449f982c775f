//! Markdown as people write it in FAQs, and as this program does.

use faq::{Format, Source};
use proptest::prelude::*;

use crate::support::{any_text, fixture, line, native, pairs, refusal, round_trips, written};

#[test]
fn every_question_is_found_and_none_invented() {
    let table: &[(&str, &[&str])] = &[
        (
            "tricky.md",
            &[
                "How hot does it get? #hot Getting started",
                "Why does the door stay locked? #door Getting started",
                "The display shows E-04! #the-display-shows-e-04 Getting started",
                "How do I clean it? #clean Care",
            ],
        ),
        (
            "topics.md",
            &[
                "Installing on Windows #installing-on-windows Installing",
                "Installing on Linux #installing-on-linux Installing",
                "It does not start #it-does-not-start Running",
                "Proxies #proxies Running",
            ],
        ),
        (
            "readme.md",
            &[
                "What is a teapot? #what-is-a-teapot",
                "Does it pour? #does-it-pour",
                "Handles that break #handles-that-break",
            ],
        ),
        (
            "labels.md",
            &[
                "Is the lake open in winter? #is-the-lake-open-in-winter",
                "May I bring my dog? #may-i-bring-my-dog",
                "How many boats are there? #how-many-boats-are-there Boats",
                "Who repairs them? #who-repairs-them Boats",
                "Are there oars? #are-there-oars Boats",
                "Can we sing? #can-we-sing Boats",
            ],
        ),
        (
            "details.md",
            &[
                "Where is my parcel? #where-is-my-parcel",
                "How do I get my money back? #refund",
            ],
        ),
        (
            "elements.md",
            &[
                "Where is the key? #key Your stay",
                "May I light a fire? #fire Your stay",
            ],
        ),
        (
            "bold.md",
            &[
                "When do you meet? #when-do-you-meet",
                "Do I have to read music? #do-i-have-to-read-music",
                "What does it cost? #what-does-it-cost",
                "Where is the hall? #where-is-the-hall",
                "Is there parking? #is-there-parking",
            ],
        ),
        (
            "items.md",
            &[
                "When are plots given away? #when-are-plots-given-away",
                "May I keep bees? #may-i-keep-bees",
                "What about hens? #what-about-hens",
            ],
        ),
        (
            "containers.md",
            &[
                "Does it work offline? #does-it-work-offline",
                "My list is gone! #my-list-is-gone",
                "Do I keep my number? #do-i-keep-my-number Moving house",
                "What does it cost? #what-does-it-cost Moving house",
            ],
        ),
        (
            "faq.zh.md",
            &[
                "为什么安装很慢？ #为什么安装很慢 安装",
                "在旧电脑上无法启动 #在旧电脑上无法启动 安装",
            ],
        ),
    ];
    for (name, expected) in table {
        let source = [fixture(&format!("markdown/{name}"))];
        let faq = faq::parse(&source, None).unwrap();
        let line = |entry: &faq::Entry<'_>| {
            let line = format!("{} #{} {}", entry.question, entry.id, entry.tags.join("/"));
            line.trim_end().to_owned()
        };
        let found: Vec<String> = faq.entries.iter().map(line).collect();
        assert_eq!(found, *expected, "{name}");
    }
}

#[test]
fn answers_are_the_markdown_between() {
    let answer = |name: &str, number: usize| pairs(&fixture(name)).swap_remove(number).1;
    for (name, number, expected) in [
        (
            "markdown/tricky.md",
            1,
            "It opens below 60 °C, see [the first answer](#hot).\n\n> # Is a quotation a heading?\n> It is not.",
        ),
        (
            "markdown/topics.md",
            1,
            "Use the package:\n\n    tool install",
        ),
        ("markdown/labels.md", 1, "On a lead.\n\nIt must not swim."),
        (
            "markdown/details.md",
            0,
            "Follow it with the *number* in our mail.\n\n<details><summary>Older parcels</summary>\n\nThey have another number.\n\n</details>",
        ),
        (
            "markdown/elements.md",
            1,
            "<p>Only in the <code>stove</code>.</p>",
        ),
        ("markdown/bold.md", 1, "It helps."),
        ("markdown/bold.md", 3, "Behind the school:\n\n    turn left"),
        ("markdown/items.md", 2, "Four at most.\n\n: No cocks."),
        (
            "markdown/containers.md",
            2,
            "You do, if you tell us *before*:\n\n- by letter\n\n    with a stamp\n\nThat is all.",
        ),
        ("markdown/containers.md", 3, "Nothing."),
        (
            "markdown/containers.md",
            0,
            "Yes, always.\n\nIt needs no account either.",
        ),
    ] {
        assert_eq!(answer(name, number), expected, "{name}");
    }
    let first = answer("markdown/tricky.md", 0);
    assert!(first.starts_with("Up to 1280 °C.") && first.ends_with("That is 1222 °C."));
}

#[test]
fn an_inspection_says_what_was_taken_and_what_was_not() {
    let source = [fixture("markdown/tricky.md")];
    let inspection = faq::format::inspect(&source, None);
    assert_eq!(inspection.faults, []);
    assert_eq!(
        inspection.readings[0].shape.as_deref(),
        Some("headings of level 3")
    );
    let document = &inspection.faq.documents[0];
    assert_eq!(
        document.title.as_deref(),
        Some("Kiln: the owner's questions")
    );
    assert_eq!(document.language.as_deref(), Some("en-GB"));
    let notes: Vec<String> = inspection
        .notes
        .iter()
        .map(|(spot, note)| {
            let position = source[0].text[..spot.offset].matches('\n').count() + 1;
            format!("{position}: {note}")
        })
        .collect();
    assert_eq!(
        notes,
        [
            "13: a list of links was skipped: it leads to places in the document",
            "68: \"Can I wash the shelves?\" was skipped: there is no answer below it",
            "70: the heading \"References\" was skipped: it does not ask anything",
        ]
    );
}

#[test]
fn what_holds_no_question_is_refused() {
    let mend = "1:1: no question was found in this Markdown; questions are headings";
    for text in [
        "# Only a title\n\nAnd text. Who reads it?\n",
        "- [Why?](#why)\n- [How?](#how)\n",
        "```\n## Why?\nSo.\n```\n",
        "## Why?\n\n## How?\n",
        "<!-- faq: {\"level\":2} -->\n",
    ] {
        let refusal = refusal("a.md", text);
        assert!(refusal.starts_with(&format!("a.md:{mend}")), "{refusal}");
    }
    let broken = "<!-- faq: {\"level\":2} -->\n\n## Why?\n\n<!-- faq: {\"tags\":[} -->\n\nSo.\n";
    assert_eq!(
        refusal("a.md", broken),
        "a.md:5:20: not valid Markdown: the JSON in the comment \"faq:\": expected value; mend the text there"
    );
    let open = "<!-- faq: {\"level\":2} -->\n\n## Why?\n\n<!-- faq: {\"closed\":true} -->\n\nSo.\n";
    assert!(refusal("a.md", open).contains("no comment \"<!-- /faq -->\" ends this answer"));
}

#[test]
fn the_six_questions_are_written_as_expected() {
    let native = [Source::new("faq.json", include_str!("../../faq.json"))];
    let native = faq::parse(&native, None).unwrap();
    let markdown = fixture("markdown/six.md");
    assert_eq!(written(&native, Format::Markdown), markdown.text);
    let expected: Vec<_> = native
        .entries
        .iter()
        .map(|entry| (entry.question.to_string(), entry.answer.to_string()))
        .collect();
    assert_eq!(pairs(&markdown), expected);
}

#[test]
fn answers_that_would_break_the_document_come_back() {
    for answer in [
        "## Is this a question?\n\nNo.",
        "# One\n\nTwo\n===\n\n---\n",
        "```\nnever closed",
        "<!-- never closed",
        "<pre>\nnever closed",
        "    code\n\ntext",
        "\n\n spaces at both ends \n",
        "[a]: b\n\n[a]",
        "<!-- faq: {\"answer\":\"x\"} -->\n\ntext",
        "text\n\n<!-- /faq -->\n\n## More",
        "[back to top](#top)",
        "a\r\n\r\nb\rc",
        "```` ````",
    ] {
        let native = serde_json::json!([
            { "question": "1. Why *so*?", "answer": answer, "tags": ["-->"] },
            { "question": "How?", "answer": "So." },
        ]);
        round_trips(Format::Markdown, &native.to_string()).unwrap();
    }
}

/// Pieces of Markdown that mean something, in any order.
fn markdown() -> BoxedStrategy<String> {
    let pieces = [
        "# ",
        "## ",
        "\n",
        "\n\n",
        "    ",
        "\t",
        "```",
        "~~~",
        "> ",
        "- ",
        "1. ",
        "Q: ",
        "A: ",
        "**",
        "?",
        "a",
        "[a]",
        "[a]: b",
        "(#a)",
        "[^1]",
        "[^1]: ",
        "<!--",
        "-->",
        "<!-- faq: {",
        "}",
        "<!-- /faq -->",
        "<h2>",
        "</h2>",
        "<details>",
        "<summary>",
        "</details>",
        "<pre>",
        "<a id=\"x\"></a>",
        "---",
        "===",
        "|",
        "\r",
        "\\",
        "`",
        "&amp;",
        "{#x}",
        "<div>",
        ": ",
        "::: details ",
    ];
    let piece = prop::sample::select(pieces.to_vec());
    prop::collection::vec(piece, 1..14)
        .prop_map(|pieces| pieces.concat())
        .prop_filter("not blank", |text| !text.trim().is_empty())
        .boxed()
}

/// The same in one line.
fn markdown_line() -> BoxedStrategy<String> {
    let in_line = |text: String| text.replace(['\n', '\r'], "").trim().to_owned();
    markdown()
        .prop_map(in_line)
        .prop_filter("not blank", |text| !text.is_empty())
        .boxed()
}

proptest! {
    #[test]
    fn native_comes_back(native in native(line(), any_text())) {
        round_trips(Format::Markdown, &native)?;
    }

    #[test]
    fn markdown_within_answers_comes_back(native in native(markdown_line(), markdown())) {
        round_trips(Format::Markdown, &native)?;
    }

    #[test]
    fn reading_never_panics(text in markdown()) {
        let source = [Source::new("faq.md", text)];
        let inspection = faq::format::inspect(&source, None);
        for entry in &inspection.faq.entries {
            prop_assert!(!entry.question.trim().is_empty() && !entry.answer.trim().is_empty());
        }
    }
}
