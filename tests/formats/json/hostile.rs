//! Input that is meant to break readers.

use faq::{Format, FormatErrorKind, Source};

/// Whether every reader of the family ends, strict and lenient, and what the strict one says.
fn refused(text: &str, format: Format) -> Option<FormatErrorKind> {
    let sources = [Source::new("f", text)];
    // The lenient one takes longer; what it meets is the same.
    if text.len() < 1_000_000 {
        let _ = faq::format::inspect(&sources, Some(format));
    }
    faq::parse(&sources, Some(format))
        .err()
        .map(|error| error.kind)
}

#[test]
fn nesting_is_refused_or_read_flat_in_every_place() {
    for (depth, formats) in [
        (129, &[Format::Json, Format::Ndjson, Format::JsonLd][..]),
        (10_000, &[Format::Json, Format::Ndjson, Format::JsonLd]),
        (1_000_000, &[Format::Json]),
    ] {
        let brackets = [("[", "]"), ("{\"a\":", "}")];
        for (open, close) in brackets.into_iter().take(formats.len()) {
            let nested = format!("{}1{}", open.repeat(depth), close.repeat(depth));
            for text in [
                nested.clone(),
                format!(r#"{{"faqs":{nested}}}"#),
                format!(r#"{{"faqs":[{nested}]}}"#),
                format!(r#"{{"faqs":[{{"question":{nested},"answer":"a"}}]}}"#),
                format!(r#"{{"faqs":[{{"question":"q","answer":"a","tags":{nested}}}]}}"#),
                format!(r#"{{"faqs":[{{"question":"q","answer":"a","x":{nested}}}]}}"#),
                format!(r#"{{"x":{nested},"faqs":[{{"question":"q","answer":"a"}}]}}"#),
                format!(r#"{{"synonyms":{nested},"faqs":[{{"question":"q","answer":"a"}}]}}"#),
                format!(r#"{{"qna":[{{"q":{nested},"a":"a"}}]}}"#),
                format!(r#"{{"qna":[{{"q":"q","a":{nested}}}]}}"#),
                format!(r#"{{"qna":[{{"q":"q","a":"a","metadata":{nested}}}]}}"#),
                format!(r#"{{"qna":[{{"q":"q","a":"a","dialog":{nested}}}]}}"#),
                format!(r#"{{"qna":[{{"q":"q","a":"a"}}],"synonyms":{nested}}}"#),
                format!(r#"{{"assets":{{"qnas":[{{"q":"q","a":"a"}}],"x":{nested}}}}}"#),
                format!(r#"{{"@graph":{nested}}}"#),
                format!(r#"{{"@type":"FAQPage","mainEntity":{nested}}}"#),
                format!(r#"{{"@type":"Question","name":{nested},"acceptedAnswer":"a"}}"#),
                format!(r#"{{"@type":"Question","name":"q","acceptedAnswer":{nested}}}"#),
                format!(r#"{{"@type":"Question","name":"q","acceptedAnswer":"a","x":{nested}}}"#),
            ] {
                let start: String = text.chars().take(60).collect();
                for &format in formats {
                    assert!(refused(&text, format).is_some(), "{format} {depth} {start}");
                }
            }
        }
    }
}

#[test]
fn a_graph_in_a_graph_is_read_so_deep_and_no_deeper() {
    for depth in [129, 10_000, 100_000] {
        let graph = format!("{}1{}", "{\"@graph\":[".repeat(depth), "]}".repeat(depth));
        let kind = refused(&graph, Format::Json);
        assert_eq!(kind, Some(FormatErrorKind::TooDeep { limit: 16 }));
    }
}

#[test]
fn names_given_twice_are_refused() {
    for (text, format, field) in [
        (r#"{"faqs":[],"faqs":[]}"#, Format::Json, "faqs"),
        (
            r#"{"qna":[{"q":"A?","a":"B","a":"C"},{"q":"A?","a":"B"}]}"#,
            Format::Json,
            "a",
        ),
        (r#"{"Why?":"A","Why?":"B"}"#, Format::Json, "Why?"),
        (
            r#"{"question":"A?","answer":"B","id":1,"id":2}"#,
            Format::Ndjson,
            "id",
        ),
        (
            r#"{"@type":"Question","name":"A?","name":"B?"}"#,
            Format::JsonLd,
            "name",
        ),
    ] {
        let kind = refused(text, format);
        let field = field.to_owned();
        assert_eq!(
            kind,
            Some(FormatErrorKind::DuplicateField { field }),
            "{text}"
        );
    }
    // Spelled in two ways, the native way counts.
    let text = r#"[{"Question":"A?","question":"B?","q":"C?","Answer":"1","answer":"2"}]"#;
    let sources = [Source::new("f.json", text)];
    let faq = faq::parse(&sources, None).unwrap();
    assert_eq!(faq.entries[0].question, "B?");
    assert_eq!(faq.entries[0].alternates, ["A?", "C?"]);
    assert_eq!(faq.entries[0].answer, "2");
}

#[test]
fn half_a_character_is_refused() {
    for text in [
        r#"{"faqs":[{"question":"\ud800","answer":"a"}]}"#,
        r#"{"qna":[{"q":["ok?","\udc00"],"a":"a"}]}"#,
        r#"{"@type":"Question","name":"q","acceptedAnswer":{"text":"\ud800x"}}"#,
    ] {
        let kind = refused(text, Format::Json);
        assert!(
            matches!(kind, Some(FormatErrorKind::Syntax { .. })),
            "{text}: {kind:?}"
        );
    }
}

#[test]
fn many_of_anything_take_no_longer_than_they_should() {
    let many = |part: &str, count: usize| vec![part; count].join(",");
    let spelled: Vec<String> = (0..100_000)
        .map(|n| {
            format!(
                "\"l_ang{}\":\"x\"",
                "_".repeat(n % 50) + &"-".repeat(n / 50 % 50)
            )
        })
        .collect();
    for text in [
        format!("[{}]", many(r#"{"q":"A?","a":"B"}"#, 50_000)),
        format!(
            r#"{{"qna":[{{"q":[{}],"a":"B"}}]}}"#,
            many("\"A?\"", 100_000)
        ),
        format!(
            r#"{{"qna":[{{"q":"A?","a":"B","tags":"{}"}}]}}"#,
            ",x".repeat(99_999)
        ),
        format!(
            r#"{{"@type":"FAQPage","mainEntity":[{}]}}"#,
            many(
                r##"{"@type":"Question","@id":"#a","name":"A?","acceptedAnswer":"B"}"##,
                50_000
            )
        ),
        format!(
            r#"{{"data":[{}],"items":[{{"q":"A?","a":"B"}}]}}"#,
            many(r#"{"x":1}"#, 300_000)
        ),
        format!(
            r#"{{"data":[{{"q":"A?","a":"B"}}],{}}}"#,
            dedupe(spelled).join(",")
        ),
    ] {
        let start: String = text.chars().take(60).collect();
        let kind = refused(&text, Format::Json);
        assert_eq!(kind, None, "{start}");
    }
}

fn dedupe(mut names: Vec<String>) -> Vec<String> {
    names.sort();
    names.dedup();
    names
}
