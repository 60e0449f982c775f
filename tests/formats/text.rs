//! Plain text: blocks and labels, read as people write them; and what is wrong with it, named.
#![allow(
    clippy::unwrap_used,
    reason = "a fixture that cannot be read is a failed test"
)]

use faq::format::inspect;
use faq::{Format, Source};
use proptest::prelude::*;

use crate::support::{fixture, pairs, refusal};

/// The entries of a source, with their places and all of their phrasings.
fn shown(source: &Source) -> Vec<String> {
    let faq = faq::parse(std::slice::from_ref(source), None).unwrap();
    let entries = faq.entries.iter().map(|it| {
        let phrasings: Vec<&str> = it.phrasings().collect();
        format!(
            "{} {} -> {}",
            it.place.position,
            phrasings.join(" / "),
            it.answer
        )
    });
    let title = faq.documents[0].title.as_deref();
    title
        .map(str::to_owned)
        .into_iter()
        .chain(entries)
        .collect()
}

#[test]
fn the_six_questions_are_read() {
    let native = std::fs::read_to_string("faq.json").unwrap();
    let native = pairs(&Source::new("faq.json", native));
    assert_eq!(native.len(), 6);
    assert_eq!(pairs(&fixture("text/six.txt")), native);
}

#[test]
fn texts_are_read_as_people_write_them() {
    for (name, expected) in [
        (
            "text/blocks.txt",
            &[
                "The allotment gardens",
                "5:1 When do the gates open? -> At sunrise, all year.\n\nIn winter ring the bell.",
                "10:1 Who waters the plants? -> Whoever is there:\n- mornings, the even plots\n- evenings, the odd ones",
            ][..],
        ),
        (
            "text/labels.txt",
            &[
                "Questions about the ferry",
                "3:1 How long does the crossing take? -> Forty minutes,\nor an hour:\n\n  when the wind is high.",
                "9:1 Do I need a ticket for my bicycle? / Is a bike free? -> No. Bicycles go for nothing.",
                "16:1 Where do I park? -> There is no car park.\nA. Take the bus.\nB. Walk.",
            ],
        ),
        (
            "text/questions_only.txt",
            &[
                "1:1 Is the pool heated? -> Yes, to 26 degrees.\nBring a towel.",
                "5:1 Are there lockers? -> Two hundred of them.",
            ],
        ),
    ] {
        let source = fixture(name);
        assert_eq!(shown(&source), expected, "{name}");
        let crlf = Source::new(name, source.text.replace('\n', "\r\n"));
        assert_eq!(shown(&crlf), expected, "{name} with CR LF");
    }
}

#[test]
fn shapes_are_told_apart() {
    for (text, expected) in [
        (
            "Why?\nSo.\n-\nHow?\nThus.\n",
            &["1:1 Why? -> So.", "4:1 How? -> Thus."][..],
        ),
        (
            "-\nQ: Why?\nA: So.\n-\nQ: How?\nA: Thus.\n-\n",
            &["2:1 Why? -> So.", "5:1 How? -> Thus."],
        ),
        (
            "-\nWhy?\nQ: is a letter.\nA: as well.\n-\nHow?\nSo.\n-\nWho?\nI.",
            &[
                "2:1 Why? -> Q: is a letter.\nA: as well.",
                "6:1 How? -> So.",
                "9:1 Who? -> I.",
            ],
        ),
        (
            "Q: Why?\n\nA: So.\n\nQ: How?\n\nQ: How so?\n\nA: Thus.",
            &["1:1 Why? -> So.", "5:1 How? / How so? -> Thus."],
        ),
        (
            "q:\nWhy is\nit so?\n\nReally?\na:\nSo.\n",
            &["1:1 Why is it so? Really? -> So."],
        ),
        (
            "Q: Why?\nQ: What for?\nSo.\n",
            &["1:1 Why? / What for? -> So."],
        ),
    ] {
        assert_eq!(shown(&Source::new("f.txt", text)), expected, "{text:?}");
    }
}

#[test]
fn bad_texts_are_refused_with_a_place_and_a_mend() {
    const NO_ANSWER: &str = "the entry has no answer; give the entry an answer, or remove it";
    const NO_QUESTION: &str = "the entry has no question; give the entry a question, or remove it";
    for (text, place, expected) in [
        ("Q: Why?\nA: So.\n\nQ: How?\n", "4:1", NO_ANSWER),
        ("Q: Why?\n\nQ: How?\nA: So.\n", "1:1", NO_ANSWER),
        ("Q1: Why?\nQ2: How?\nA2: So.\n", "1:1", NO_ANSWER),
        ("Q: Why?\nA:\n", "1:1", NO_ANSWER),
        ("A: So.\nQ: Why?\nA: Thus.\n", "1:1", NO_QUESTION),
        ("Q: Why?\nA: So.\nA: Thus.\n", "3:1", NO_QUESTION),
        ("-\nWhy?\nSo.\n-\nHow?\n-\n", "5:1", NO_ANSWER),
        (
            "Q:\nA: So.\n",
            "1:1",
            "\"question\" must not be blank; write something into \"question\", or remove what is blank",
        ),
    ] {
        assert_eq!(
            refusal("f.txt", text),
            format!("f.txt:{place}: {expected}"),
            "{text:?}"
        );
    }
    let text = [Source::new("f.txt", "Nothing is asked here.\n")];
    let error = faq::parse(&text, Some(Format::Text)).unwrap_err();
    assert_eq!(
        error.to_string(),
        "f.txt:1:1: no question was found in this plain text"
    );
    let text = [Source::new("f.txt", "-\n-\n \n-\n")];
    let error = faq::parse(&text, None).unwrap_err();
    assert_eq!(
        error.to_string(),
        "f.txt:1:1: no question was found in this plain text"
    );
}

#[test]
fn what_is_skipped_is_told() {
    let text = "About us.\nWe are many.\n\nQ: Why?\n\nBecause.\n\nQ: How?\nA: So.\n";
    let sources = [Source::new("f.txt", text)];
    let inspection = inspect(&sources, None);
    let notes: Vec<_> = inspection
        .notes
        .iter()
        .map(|(spot, note)| (spot.offset, note.to_string()))
        .collect();
    assert_eq!(
        notes,
        [
            (0, "a text was skipped: it stands before the first question".to_owned()),
            (33, "a text was skipped: it stands below a question, and no A: says that it is the answer".to_owned()),
        ]
    );
    assert_eq!(inspection.faults.len(), 1);
    assert_eq!(
        inspection.readings[0].shape.as_deref(),
        Some("lines that begin with Q: or the like")
    );
}

#[test]
fn long_texts_are_read_in_one_go() {
    let many = 30_000;
    for (text, entries) in [
        ("-\n".repeat(many) + "Why?\nSo.\n-\nHow?\nThus.", 2),
        ("Q: Why?\n\n".repeat(many) + "\nA: So.", 1),
        ("Q: Why?\nA: So.\n".to_owned() + &"---\n".repeat(many), 1),
        ("Q: Why?\n".to_owned() + &" \n".repeat(many) + "A: So.", 1),
        ("Q".to_owned() + &"1".repeat(many) + ": Why?\nA: So.", 1),
        ("-\nWhy?\n".to_owned() + &"x".repeat(1_000_000), 1),
    ] {
        let sources = [Source::new("f", text)];
        let faq = faq::parse(&sources, Some(Format::Text)).unwrap();
        assert_eq!(faq.entries.len(), entries, "{:?}", &sources[0].text[..20]);
    }
}

proptest! {
    #[test]
    fn no_text_breaks_the_reader(text in "[-QqAa:.1 ?\n\ré=]{0,40}") {
        let sources = [Source::new("f", text.as_str())];
        let inspection = inspect(&sources, Some(Format::Text));
        for (spot, _) in &inspection.faults {
            prop_assert!(text.is_char_boundary(spot.offset));
        }
        let parsed = faq::parse(&sources, Some(Format::Text));
        prop_assert_eq!(parsed.is_ok(), inspection.faults.is_empty());
    }

    #[test]
    fn blocks_are_found_whole(entries in prop::collection::vec(("[A-Z][a-z ]{0,8}[?]", "[a-z]{1,5}(\n{1,2}[a-z]{1,5}){0,3}"), 1..5)) {
        let blocks: Vec<String> = entries.iter().map(|(question, answer)| format!("-\n{question}\n{answer}\n")).collect();
        let text = blocks.concat();
        prop_assert_eq!(pairs(&Source::new("f.txt", text)), entries);
    }
}
