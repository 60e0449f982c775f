//! What is written comes back, looks as people write it, and is safe to print.

use faq::{Faq, Format, Source};
use proptest::prelude::*;
use serde_json::Value;

use crate::support::{any_text, fixture, line, native, round_trips, written};

const FAMILY: [Format; 3] = [Format::Json, Format::Ndjson, Format::JsonLd];

fn convert(text: &str, format: Format) -> String {
    let sources = [Source::new("f.json", text)];
    written(&faq::parse(&sources, None).unwrap(), format)
}

proptest! {
    #[test]
    fn json_comes_back(text in native(any_text(), any_text())) {
        round_trips(Format::Json, &text)?;
    }

    #[test]
    fn lines_come_back(text in native(any_text(), any_text())) {
        round_trips(Format::Ndjson, &text)?;
    }

    #[test]
    fn json_ld_comes_back(text in native(line(), any_text())) {
        round_trips(Format::JsonLd, &text)?;
    }

    #[test]
    fn nothing_that_is_written_acts_on_a_terminal(text in native(any_text(), any_text())) {
        let sources = [Source::new("f.json", text)];
        let faq = faq::parse(&sources, None).unwrap();
        for format in FAMILY {
            let acting = written(&faq, format).chars().find(|&c| acts(c) && c != '\n');
            prop_assert_eq!(acting, None);
        }
    }
}

fn acts(c: char) -> bool {
    c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[test]
fn the_native_file_is_written_as_people_write_it() {
    let source = fixture("json/six.native.json");
    assert_eq!(convert(&source.text, Format::Json), source.text);
}

#[test]
fn what_is_not_there_is_not_written() {
    let text = r#"[{"question":"A?","answer":"B"}]"#;
    assert_eq!(
        convert(text, Format::Json),
        "{\n  \"faqs\": [\n    {\n      \"id\": \"a\",\n      \"question\": \"A?\",\n      \"answer\": \"B\"\n    }\n  ]\n}\n"
    );
    assert_eq!(
        convert(text, Format::Ndjson),
        "{\"id\":\"a\",\"question\":\"A?\",\"answer\":\"B\"}\n"
    );
    assert_eq!(
        written(&Faq::default(), Format::Json),
        "{\n  \"faqs\": []\n}\n"
    );
    assert_eq!(written(&Faq::default(), Format::Ndjson), "");
    let empty: Value = serde_json::from_str(&written(&Faq::default(), Format::JsonLd)).unwrap();
    assert_eq!(empty["mainEntity"], Value::Array(Vec::new()));
}

#[test]
fn unknown_fields_keep_their_numbers_and_texts() {
    let text = r#"{"x": 1.50, "faqs": [{"question": "A?", "answer": "B", "big": 12345678901234567890123, "list": [ 1e2,
  "a  b" ]}]}"#;
    assert_eq!(
        convert(text, Format::Ndjson),
        "{\"title\":null,\"x\":1.50}\n{\"id\":\"a\",\"question\":\"A?\",\"answer\":\"B\",\"big\":12345678901234567890123,\"list\":[1e2,\"a  b\"]}\n"
    );
    assert!(convert(text, Format::Json).contains("\"list\": [ 1e2,\n  \"a  b\" ]\n"));
    assert_eq!(
        convert(&convert(text, Format::Ndjson), Format::Json),
        convert(text, Format::Json).replace("[ 1e2,\n  \"a  b\" ]", "[1e2,\"a  b\"]")
    );
}

#[test]
fn documents_become_one() {
    let sources = [
        Source::new(
            "a.json",
            r#"{"synonyms":[["a","b"]],"x":1,"faqs":[{"question":"A?","answer":"1"}]}"#,
        ),
        Source::new(
            "b.json",
            r#"{"title":"T","language":"de","synonyms":[["c"]],"lexicon":false,"x":2,"y":3,"faqs":[{"question":"B?","answer":"2"}]}"#,
        ),
        Source::new("c.json", r#"{"title":"U","language":"en","faqs":[]}"#),
    ];
    let faq = faq::parse(&sources, None).unwrap();
    let lines = written(&faq, Format::Ndjson);
    assert_eq!(
        lines.lines().next(),
        Some(
            r#"{"title":"T","language":"de","synonyms":[["a","b"],["c"]],"lexicon":false,"x":1,"y":3}"#
        )
    );
    let mut said = Vec::new();
    faq::format::write(&faq, Format::JsonLd, &mut Vec::new(), &mut |n| said.push(n)).unwrap();
    assert_eq!(said, [1, 2]);
}

#[test]
fn json_ld_may_stand_in_a_page() {
    let text = r#"[{"question":"Is </script> a tag?","answer":"<!-- <script> --> </SCRIPT>","alternates":["x < y"],"tags":["R&D"],"source":"https://e.example/#a"}]"#;
    let json = convert(text, Format::JsonLd);
    assert!(!json.contains("</") && !json.contains("<!"), "{json}");
    let value: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(value["@context"], "https://schema.org");
    assert_eq!(value["@type"], "FAQPage");
    let question = &value["mainEntity"][0];
    assert_eq!(question["@type"], "Question");
    assert_eq!(question["identifier"], "is-script-a-tag");
    assert_eq!(question["alternateName"][0], "x < y");
    assert_eq!(question["keywords"][0], "R&D");
    assert_eq!(question["url"], "https://e.example/#a");
    assert_eq!(question["acceptedAnswer"]["@type"], "Answer");
    round_trips(Format::JsonLd, text).unwrap();
}
