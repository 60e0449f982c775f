//! The JSON family: the native file, what other tools export, lines, and JSON-LD.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a fixture that cannot be read is a failed test"
)]

mod exports;
mod hostile;
mod linked;
mod shapes;
mod written;

use faq::{Faq, Format, Source};
use serde_json::{Value, json};

use super::support::{fixture, pairs};

/// All there is to know of the entries of a text.
fn entries(faq: &Faq<'_>) -> Vec<Value> {
    let entry = |entry: &faq::Entry<'_>| {
        let extra = |it: &faq::Extra<'_>| {
            let value: Value = serde_json::from_str(&it.json).unwrap();
            (it.name.to_string(), value)
        };
        let extra: serde_json::Map<String, Value> = entry.extra.iter().map(extra).collect();
        json!({
            "at": entry.place.position.to_string(),
            "id": entry.id,
            "question": entry.question,
            "alternates": entry.alternates,
            "answer": entry.answer,
            "tags": entry.tags,
            "related": entry.related,
            "source": entry.source,
            "extra": extra,
        })
    };
    faq.entries.iter().map(entry).collect()
}

fn parse(sources: &[Source]) -> Faq<'_> {
    faq::parse(sources, None).unwrap()
}

#[test]
fn the_same_six_questions_are_read_from_every_shape() {
    let native = pairs(&fixture("json/six.native.json"));
    assert_eq!(native.len(), 6);
    for name in [
        "json/six.list.json",
        "json/six.ndjson",
        "json/six.kendra.json",
        "json/six.qnabot.json",
        "json/six.azure-qna-maker.json",
        "json/six.azure-question-answering.json",
        "json-ld/six.jsonld",
        "json-ld/six.graph.json",
        "json-ld/six.list.json",
    ] {
        assert_eq!(pairs(&fixture(name)), native, "{name}");
    }
}

#[test]
fn of_the_six_questions_each_shape_keeps_what_it_has() {
    let native = [fixture("json/six.native.json")];
    let native = parse(&native);
    for (name, has_ids, has_related, has_head) in [
        ("json/six.qnabot.json", true, false, false),
        ("json/six.azure-qna-maker.json", false, false, false),
        ("json/six.azure-question-answering.json", false, true, true),
        ("json-ld/six.jsonld", true, false, true),
        ("json-ld/six.graph.json", true, false, true),
    ] {
        let sources = [fixture(name)];
        let faq = parse(&sources);
        for (entry, expected) in faq.entries.iter().zip(&native.entries) {
            assert_eq!(entry.alternates, expected.alternates, "{name}");
            assert_eq!(entry.tags[0], expected.tags[0], "{name}");
            assert_eq!(entry.id == expected.id, has_ids, "{name}");
            assert_eq!(!entry.related.is_empty(), has_related, "{name}");
        }
        let title = faq.documents[0].title.as_deref();
        assert_eq!(
            title,
            native.documents[0].title.as_deref().filter(|_| has_head),
            "{name}"
        );
        assert_eq!(faq.documents[0].language.is_some(), has_head, "{name}");
    }
    let sources = [fixture("json/six.azure-question-answering.json")];
    assert_eq!(
        parse(&sources).documents[0].synonyms,
        native.documents[0].synonyms
    );
}

#[test]
fn an_inspection_says_what_was_taken_for_entries() {
    for (name, format, shape) in [
        // What is native says it all by its format.
        ("json/six.native.json", Format::Json, ""),
        ("json/six.list.json", Format::Json, ""),
        ("json/six.ndjson", Format::Ndjson, ""),
        (
            "json/six.kendra.json",
            Format::Json,
            "the entries of \"FaqDocuments\"",
        ),
        (
            "json/six.azure-question-answering.json",
            Format::Json,
            "the entries of \"Assets.Qnas\"",
        ),
        (
            "json-ld/six.graph.json",
            Format::Json,
            "the questions of a schema.org FAQPage",
        ),
        (
            "json-ld/qa-page.jsonld",
            Format::JsonLd,
            "the questions of a schema.org QAPage",
        ),
    ] {
        let sources = [fixture(name)];
        let inspection = faq::format::inspect(&sources, None);
        assert!(
            inspection.faults.is_empty(),
            "{name}: {:?}",
            inspection.faults
        );
        assert_eq!(inspection.readings[0].format, Some(format), "{name}");
        assert_eq!(
            inspection.readings[0].shape.as_deref().unwrap_or_default(),
            shape,
            "{name}"
        );
    }
}
