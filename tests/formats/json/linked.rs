//! JSON-LD of schema.org.

use faq::{Faq, Format, Source};
use serde_json::json;

use super::{entries, parse};
use crate::support::{fixture, refusal};

#[test]
fn a_page_with_all_that_there_can_be() {
    let sources = [fixture("json-ld/page.jsonld")];
    let faq = parse(&sources);
    assert_eq!(faq.documents[0].language.as_deref(), Some("de"));
    assert_eq!(
        faq.documents[0].title.as_deref(),
        Some("Bibliothek & Lesesaal")
    );
    assert_eq!(
        entries(&faq),
        [
            json!({
                "at": "7:5", "id": "loan", "question": "Wie lange darf ich ein Buch behalten?",
                "alternates": ["Wie lang ist die Leihfrist?"], "answer": "Four weeks.",
                "tags": ["Leihe", "Fristen"], "related": [],
                "source": "https://library.example/faq#loan", "extra": {"dateCreated": "2024-01-02"},
            }),
            json!({
                "at": "21:5", "id": "was-kostet-kopieren-drucken",
                "question": "Was kostet Kopieren & Drucken?", "alternates": [],
                "answer": "Zehn Cent.\n\nIn Farbe vierzig.", "tags": [], "related": [],
                "source": null, "extra": {},
            }),
            json!({
                "at": "29:5", "id": "Q&A 3", "question": "Gibt es List<String> im Katalog?",
                "alternates": [], "answer": "Ja.\n\nUnter \"Java\".", "tags": [], "related": [],
                "source": null, "extra": {},
            }),
        ]
    );
}

#[test]
fn of_a_question_page_the_accepted_answer_is_taken() {
    let sources = [fixture("json-ld/qa-page.jsonld")];
    let faq = parse(&sources);
    let [entry] = &faq.entries[..] else {
        panic!("{:?}", faq.entries)
    };
    assert_eq!(entry.question, "Why does the chain jump?");
    assert_eq!(entry.answer, "It is worn.\nChange it with the cassette.");
    let extra: Vec<&str> = entry.extra.iter().map(|it| it.name.as_ref()).collect();
    assert_eq!(extra, ["text", "author"]);
}

fn questions(faq: &Faq<'_>) -> Vec<String> {
    let entry = |it: &faq::Entry<'_>| format!("{} {} {}", it.id, it.question, it.answer);
    faq.entries.iter().map(entry).collect()
}

#[test]
fn questions_are_found_wherever_they_stand() {
    let question = r#"{"@type":"Question","name":"A?","acceptedAnswer":{"text":"B"}}"#;
    for text in [
        question.to_owned(),
        format!("[{question}]"),
        format!(r#"{{"@graph":[{question}]}}"#),
        format!(r#"{{"@type":"FAQPage","mainEntity":{question}}}"#),
        format!(r#"{{"@type":"FAQPage","mainEntity":[{question}]}}"#),
        format!(r#"{{"@type":"WebPage","mainEntity":{{"@type":"FAQPage","mainEntity":[{question}]}}}}"#),
        format!(r#"{{"@type":"FAQPage","hasPart":[{question}]}}"#),
        format!(r#"{{"@type":"http://schema.org/FAQPage","http://schema.org/mainEntity":[{question}]}}"#),
        format!(r#"{{"@type":"ItemList","itemListElement":[{{"@type":"ListItem","item":{question}}}]}}"#),
        r#"{"@context":"https://schema.org","@type":"FAQPage","mainEntity":[{"name":"A?","acceptedAnswer":"B"}]}"#.to_owned(),
        r#"{"@type":"FAQPage","mainEntity":[{"@type":"Question","text":"A?","suggestedAnswer":[{"text":{"en":"B"}}]}]}"#.to_owned(),
        r##"{"@graph":[{"@type":"FAQPage","mainEntity":[{"@id":"#q"}]},{"@id":"","@type":"Question","name":"A?","acceptedAnswer":{"@id":"_:b"}},{"@id":"_:b","@type":"Answer","text":"B"}]}"##.to_owned(),
    ] {
        let sources = [Source::new("f.json", text.as_str())];
        assert_eq!(questions(&parse(&sources)), ["a A? B"], "{text}");
    }
}

#[test]
fn an_address_that_questions_share_is_no_id() {
    let question = |id: &str, name: &str| {
        format!(r#"{{"@type":"Question","@id":"{id}","name":"{name}?","acceptedAnswer":"B"}}"#)
    };
    let text = format!(
        "[{},{},{},{},{}]",
        question("https://x.example/#faq", "A"),
        question("https://x.example/#faq", "B"),
        question("https://x.example/", "C"),
        question("_:b0", "D"),
        question("e-1", "E"),
    );
    let sources = [Source::new("f.jsonld", text)];
    assert_eq!(
        questions(&parse(&sources)),
        ["faq A? B", "b B? B", "c C? B", "d D? B", "e-1 E? B"]
    );
}

#[test]
fn what_cannot_be_read_is_refused_in_its_place() {
    let mend = "a FAQPage has \"mainEntity\": [{\"@type\":\"Question\",\"name\":\"…\",\"acceptedAnswer\":{\"@type\":\"Answer\",\"text\":\"…\"}}]; or say which format it has with --format FORMAT";
    for (name, text) in [
        (
            "f.jsonld",
            r#"{"@context":"https://schema.org","@type":"Organization","name":"x"}"#,
        ),
        ("f.json", r#"{"@context":"https://schema.org","@graph":[]}"#),
        ("f.jsonld", "[]"),
        ("f.jsonld", "4"),
        (
            "f.jsonld",
            r##"{"@type":"FAQPage","mainEntity":[{"@type":"Question","@id":"#elsewhere"}]}"##,
        ),
    ] {
        assert_eq!(
            refusal(name, text),
            format!("{name}:1:1: no question was found in this JSON-LD; {mend}"),
            "{text}"
        );
    }
    for (text, message) in [
        (
            "{\"@type\":\"FAQPage\",\n\"mainEntity\":[{\"@type\":\"Question\",\"name\":\"A?\"}]}",
            "f.jsonld:2:15: the entry has no answer; give the entry an answer, or remove it",
        ),
        (
            "{\"@type\":\"Question\",\"acceptedAnswer\":\"B\"}",
            "f.jsonld:1:1: the entry has no question; give the entry a question, or remove it",
        ),
        (
            "{\"@type\":\"Question\",\"name\":\"A?\",\n\"acceptedAnswer\":{\"text\":[4]}}",
            "f.jsonld:2:27: \"text\" must be a string, found a number; make \"text\" a string",
        ),
        (
            "{\"@type\":\n\"Question\"",
            "f.jsonld:2:10: not valid JSON-LD: EOF while parsing an object; mend the JSON there: it ends too early; a closing quote, bracket or brace is missing, here or further up",
        ),
    ] {
        assert_eq!(refusal("f.jsonld", text), message);
    }
    // Named as JSON-LD, whatever it looks like.
    let source = [Source::new("x", r#"{"faqs":[]}"#)];
    let error = faq::parse(&source, Some(Format::JsonLd)).unwrap_err();
    assert_eq!(
        error.to_string(),
        "x:1:1: no question was found in this JSON-LD"
    );
}
