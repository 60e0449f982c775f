//! Tables: what other tools export, read as it is; round trips; and what is wrong with a table, named.
#![allow(
    clippy::unwrap_used,
    reason = "a fixture that cannot be read is a failed test"
)]

use faq::{Format, Source};
use proptest::prelude::*;

use crate::support::{any_text, fixture, line, native, pairs, refusal, round_trips, written};

/// The entries of a source, each with all that it has.
fn shown(source: &Source) -> Vec<String> {
    let faq = faq::parse(std::slice::from_ref(source), None).unwrap();
    let entries = faq.entries.iter().map(|it| {
        let extra: Vec<_> = it
            .extra
            .iter()
            .map(|it| format!("{}={}", it.name, it.json))
            .collect();
        format!(
            "{} {}: {} / {} -> {} [{}] ({}) <{}> {{{}}}",
            it.place.position,
            it.id,
            it.question,
            it.alternates.join(" / "),
            it.answer,
            it.tags.join(", "),
            it.related.join(", "),
            it.source.as_deref().unwrap_or_default(),
            extra.join(", "),
        )
    });
    entries.collect()
}

#[test]
fn the_six_questions_are_read_from_both() {
    let native = std::fs::read_to_string("faq.json").unwrap();
    let native = pairs(&Source::new("faq.json", native));
    assert_eq!(native.len(), 6);
    for name in ["csv/six.csv", "tsv/six.tsv"] {
        assert_eq!(pairs(&fixture(name)), native, "{name}");
    }
}

#[test]
fn tables_of_other_tools_are_read_as_they_are() {
    for (name, expected) in [
        (
            "csv/header.csv",
            &[
                "2:1 hours: When is the tower open? / Opening hours? / Is it open on Sundays? -> From nine to five, every day.\nIn winter it closes at four. [Visiting, times, winter] (tickets) <https://tower.example/hours> {Reviewed by=\"Mara\"}",
                "5:1 tickets: What does a ticket cost? /  -> Adults pay 8 €, children nothing. Ask for the \"evening ticket\". [Visiting, money] (hours, dogs) <> {}",
                "7:1 dogs: Can I bring my dog? /  -> Yes. [] () <> {Reviewed by=\"Jon\"}",
            ][..],
        ),
        (
            "csv/dialogflow.csv",
            &[
                "1:1 how-do-i-reset-the-thermostat: How do I reset the thermostat? /  -> Hold both buttons for ten seconds. [] () <> {}",
                "2:1 why-does-the-display-blink: Why does the display blink? /  -> The batteries are low, so change both. [] () <> {}",
                "3:1 can-i-mount-it-outdoors: Can I mount it outdoors? /  -> No. It is made for dry rooms only.\nRain would damage it. [] () <> {}",
                "5:1 is-it-waterproof: Is it waterproof? /  -> No. [] () <> {}",
                "6:1 does-it-need-a-hub: Does it need a hub? /  -> No. [] () <> {}",
            ],
        ),
        (
            "csv/kendra_basic.csv",
            &[
                "1:1 how-high-is-the-lighthouse: How high is the lighthouse? / How tall is the lighthouse? -> 41 metres [] () <https://lighthouse.example/facts> {}",
                "3:1 how-many-steps-does-it-have: How many steps does it have? /  -> 210 [] () <https://lighthouse.example/facts> {}",
                "4:1 who-keeps-the-lamp: Who keeps the lamp? /  -> A keeper lives in the house beside it. [] () <> {}",
            ],
        ),
        (
            "csv/kendra_custom.csv",
            &[
                "2:1 how-do-i-book-a-room: How do I book a room? /  -> Use the calendar in the lobby. [Rooms] () <https://desk.example/rooms> {_authors=\"Ines, Paul\", _version=\"v2\", department=\"Facilities\"}",
                "3:1 where-is-the-printer: Where is the printer? /  -> On the second floor [Devices] () <> {_authors=\"Paul\", department=\"IT\"}",
            ],
        ),
        (
            "csv/semicolons.csv",
            &[
                "2:1 can-i-pay-by-card-or-in-cash: Can I pay by card; or in cash? /  -> Both, and by invoice.\nSay so when you order. [Orders] () <> {}",
                "4:1 how-long-can-i-send-it-back: How long can I send it back? /  -> 30 days, from the day it arrives. [Returns] () <https://shop.example/returns> {}",
            ],
        ),
        (
            "tsv/qna_maker.tsv",
            &[
                "2:1 1: How do I borrow a book? / borrowing books -> Bring your card.\n\n*   One card for each person. [topic:loans, audience:adult] (2, 3) <structured.docx> {}",
                "4:1 2: Where do I get a card? /  -> \"Desk B\" has them. [] () <https://library.example/card> {SuggestedQuestions=\"[{\\\"clusterHead\\\":\\\"card desk\\\",\\\"totalAutoSuggestedCount\\\":1}]\"}",
                "5:1 3: What if I am late? /  -> You pay 20 cents a day. [topic:loans] () <Editorial> {IsContextOnly=\"True\"}",
            ],
        ),
    ] {
        assert_eq!(shown(&fixture(name)), expected, "{name}");
    }
}

#[test]
fn bad_tables_are_refused_with_a_place_and_a_mend() {
    for (text, expected) in [
        (
            "question,answer\nWhy?,\"Because\nHow?,So\n",
            "f.csv:2:6: not valid CSV: the quote that is opened here is never closed; put quotes around a cell that holds a separator, a line end or a quote, and write a quote within it twice",
        ),
        (
            "question,answer\nWhy?,\"Be \"cause\"\n",
            "f.csv:2:11: not valid CSV: text stands after a closing quote; put quotes around a cell that holds a separator, a line end or a quote, and write a quote within it twice",
        ),
        (
            "question,answer\nWhy?,Because, you know\n",
            "f.csv:2:15: not valid CSV: the row has 3 cells, but there are 2 columns; put quotes around a cell that holds a separator, a line end or a quote, and write a quote within it twice",
        ),
        (
            "question,answer\nWhy?\n",
            "f.csv:2:1: the entry has no answer; give the entry an answer, or remove it",
        ),
        (
            "answer,question\nSo.\n",
            "f.csv:2:1: the entry has no question; give the entry a question, or remove it",
        ),
        (
            "question,answer\n ,So.\n",
            "f.csv:2:2: \"question\" must not be blank; write something into \"question\", or remove what is blank",
        ),
        (
            "question,reason\nWhy?,So.\n",
            "f.csv:1:1: no column is named \"answer\": the first row has \"question\", \"reason\"; name the columns in the first row, question and answer among them",
        ),
        (
            "first,last\nAda,Lovelace\n",
            "f.csv:1:1: no column is named \"question\" or \"answer\": the first row has \"first\", \"last\"; name the columns in the first row, question and answer among them",
        ),
        (
            "a,b,c,d\n1,2,3,4\n",
            "f.csv:1:1: no column is named \"question\": the first row has \"a\", \"b\", \"c\", \"d\"; name the columns in the first row, question and answer among them",
        ),
        (
            "Lorem ipsum\ndolor sit amet\n",
            "f.csv:1:1: no column is named \"question\" or \"answer\": the first row has \"Lorem ipsum\"; name the columns in the first row, question and answer among them",
        ),
        (
            "Why?,Well, so\n",
            "f.csv:1:12: not valid CSV: the third cell of a row without a header is no address; name the columns in the first row, question and answer among them; or put quotes around a cell that holds a separator",
        ),
        (
            "question,answer\n",
            "f.csv:1:1: no question was found in this CSV; the first row names the columns, question and answer among them; or say which format it has with --format FORMAT",
        ),
        (
            "question,answer\n,\n\n , \n",
            "f.csv:1:1: no question was found in this CSV; the first row names the columns, question and answer among them; or say which format it has with --format FORMAT",
        ),
        (
            "id,question,answer\n1,Why?,So.\n1,How?,Thus.\n",
            "f.csv:3:1: the id \"1\" is used already at f.csv:2:1; give one of the two another id",
        ),
        (
            " \n",
            "f.csv:1:1: the file is empty; a FAQ looks like {\"faqs\":[{\"question\":\"…\",\"answer\":\"…\"}]}",
        ),
    ] {
        assert_eq!(refusal("f.csv", text), expected, "{text:?}");
    }
}

#[test]
fn what_is_no_entry_is_told_by_an_inspection() {
    let text = "question,answer,note\n,,Orders\nWhy?,So.,\nHow?\nWho?,\"I\" do.,\n";
    let sources = [Source::new("f.csv", text)];
    let inspection = faq::format::inspect(&sources, None);
    let reading = &inspection.readings[0];
    assert_eq!(reading.format, Some(Format::Csv));
    assert_eq!(
        reading.shape.as_deref(),
        Some("rows under \"question\" and \"answer\"")
    );
    let notes: Vec<_> = inspection
        .notes
        .iter()
        .map(|(spot, note)| (spot.offset, note.to_string()))
        .collect();
    assert_eq!(
        notes,
        [(
            21,
            "a row was skipped: it has neither a question nor an answer".to_owned()
        )]
    );
    let faults: Vec<_> = inspection
        .faults
        .iter()
        .map(|(spot, kind)| (spot.offset, kind.to_string()))
        .collect();
    assert_eq!(
        faults,
        [
            (
                54,
                "not valid CSV: text stands after a closing quote".to_owned()
            ),
            (40, "the entry has no answer".to_owned()),
        ]
    );
    assert_eq!(inspection.faq.entries.len(), 2);
}

#[test]
fn line_ends_within_a_cell_are_those_of_the_file() {
    let text = "question,answer\r\nWhy?,\"a\r\nb\"\r\n";
    assert_eq!(pairs(&Source::new("f.csv", text))[0].1, "a\nb");
    let text = "question,answer\nWhy?,\"a\r\nb\"\n";
    assert_eq!(pairs(&Source::new("f.csv", text))[0].1, "a\r\nb");
}

#[test]
fn a_table_is_written_for_a_spreadsheet() {
    let native = r#"{"title":"t","faqs":[
        {"question":"Why, so?","alternates":["How so?","What for?"],"answer":"=1+1\n\"So.\"","id":"why",
         "tags":["a","b,c"],"related":["how"],"source":"/why","x":{"y":[1.50]}},
        {"question":" How?","answer":"Thus.","tags":["a|b"]}
    ]}"#;
    let sources = [Source::new("native.json", native)];
    let faq = faq::parse(&sources, None).unwrap();
    assert_eq!(
        written(&faq, Format::Csv),
        "question,answer,id,alternates,tags,related,source,extra\n\
         \"Why, so?\",\"=1+1\n\"\"So.\"\"\",why,\"How so?\nWhat for?\",\"a|b,c\",how,/why,\"{\"\"x\"\":{\"\"y\"\":[1.50]}}\"\n\
         \" How?\",\"Thus.\",\"how\",\"\",\"[\"\"a|b\"\"]\",\"\",\"\",\"\"\n"
    );
    let small = [Source::new(
        "native.json",
        r#"[{"question":"Why?","answer":"So."}]"#,
    )];
    let faq = faq::parse(&small, None).unwrap();
    assert_eq!(
        written(&faq, Format::Tsv),
        "question\tanswer\tid\nWhy?\tSo.\twhy\n"
    );
}

#[test]
fn long_and_wide_tables_are_read_in_one_go() {
    let many = 30_000;
    let wide = faq::limits::COLUMNS - 2;
    let columns: Vec<String> = (0..wide).map(|number| format!("c{number},")).collect();
    let nested = "[".repeat(many);
    for (text, entries) in [
        ("\r\n".repeat(many) + "q,a\nWhy?,So.", 1),
        ("q,a\n".to_owned() + &",\n".repeat(many) + "Why?,So.", 1),
        (
            columns.concat() + "q,a\n" + &"x,".repeat(wide) + "Why?,So.",
            1,
        ),
        (
            "c,".repeat(wide) + "q,a\n" + &"x,".repeat(wide) + "Why?,So.",
            1,
        ),
        (
            "id,q,a,tags\n".to_owned() + &"1,Why?,So.,t|u\n".repeat(many),
            1,
        ),
        (
            "q,a\n".to_owned() + &"Why?,It is the same each time.\n".repeat(many),
            1,
        ),
        (
            format!("q,a,tags,prompts,extra\nWhy?,So.,{nested},{nested},{nested}"),
            1,
        ),
        (format!("q,a\nWhy?,\"{}\"", "\"\"".repeat(many)), 1),
    ] {
        let sources = [Source::new("f", text)];
        let faq = faq::parse(&sources, Some(Format::Csv)).unwrap();
        assert_eq!(faq.entries.len(), entries, "{:?}", &sources[0].text[..20]);
    }
    let text = format!("q,a\nWhy?,\"{}", "x\n".repeat(many));
    assert!(refusal("f.csv", &text).starts_with("f.csv:2:6: not valid CSV: the quote"));
}

/// Texts that mean something to a table.
fn awkward() -> BoxedStrategy<String> {
    prop_oneof![
        any_text(),
        Just("question".to_owned()),
        Just("sep=;".to_owned()),
        Just("\"".to_owned()),
        Just("[\"a\"]".to_owned()),
        "[ ,;|\t\r\n\"a?\u{feff}-]{0,8}[a\"]",
        "[\"a\\[\\]|\n]{0,5}x[ \r\n]{0,3}",
    ]
    .boxed()
}

proptest! {
    #[test]
    fn nothing_that_a_table_holds_is_lost(faq in native(awkward(), awkward())) {
        round_trips(Format::Csv, &faq)?;
        round_trips(Format::Tsv, &faq)?;
    }

    #[test]
    fn plain_questions_come_back(faq in native(line(), any_text())) {
        round_trips(Format::Csv, &faq)?;
    }

    #[test]
    fn no_text_breaks_the_reader(text in "[qa,;\t\"\r\n ?é\\[{=]{0,40}", named in any::<bool>()) {
        let text = if named { format!("q,a\n{text}") } else { text };
        for format in [Format::Csv, Format::Tsv] {
            let sources = [Source::new("f", text.as_str())];
            let inspection = faq::format::inspect(&sources, Some(format));
            for (spot, _) in &inspection.faults {
                prop_assert!(text.is_char_boundary(spot.offset));
            }
            // What one of them takes, so does the other.
            let parsed = faq::parse(&sources, Some(format));
            prop_assert_eq!(parsed.is_ok(), inspection.faults.is_empty());
        }
    }
}
