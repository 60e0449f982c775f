//! The shapes that questions and answers have in JSON that nobody documents.

use faq::{Format, Source};

use crate::support::refusal;

/// The entries of a text as `question [alternates] answer {tags}`.
fn read(text: &str) -> Vec<String> {
    let sources = [Source::new("f.json", text)];
    let faq = faq::parse(&sources, None).unwrap_or_else(|error| panic!("{error}: {text}"));
    let entry = |it: &faq::Entry<'_>| {
        let (alternates, tags) = (it.alternates.join(","), it.tags.join(","));
        format!("{} [{alternates}] {} {{{tags}}}", it.question, it.answer)
    };
    faq.entries.iter().map(entry).collect()
}

#[test]
fn parts_are_told_by_their_names() {
    for (text, expected) in [
        (r#"[{"q":"A?","a":"B"}]"#, "A? [] B {}"),
        (r#"[{"Question":"A?","Answer":"B"}]"#, "A? [] B {}"),
        (r#"{"FAQ":[{"QUESTION":"A?","ANSWER":"B"}]}"#, "A? [] B {}"),
        (r#"{"faqs":[{"q":"A?","a":"B"}]}"#, "A? [] B {}"),
        (r#"{"question":"A?","answer":"B"}"#, "A? [] B {}"),
        (
            r#"[{"questions":["A?","C?"],"answers":["B","D"]}]"#,
            "A? [C?] B\n\nD {}",
        ),
        (
            r#"[{"question":["A?","C?","A?",""],"answer":"B"}]"#,
            "A? [C?] B {}",
        ),
        (
            r#"[{"question":"A?","questions":["A?","C?"],"answer":"B"}]"#,
            "A? [C?] B {}",
        ),
        (
            r#"[{"question":"A?","response":{"type":"x","text":"B"}}]"#,
            "A? [] B {}",
        ),
        (
            r#"[{"questions":[{"text":"A?"},{"text":"C?"}],"answers":[{"value":"B"}]}]"#,
            "A? [C?] B {}",
        ),
        (r#"{"items":[{"title":"A?","answer":"B"}]}"#, "A? [] B {}"),
        (
            r#"{"items":[{"question":"A?","body":"B","title":"T"}]}"#,
            "A? [] B {}",
        ),
        (
            r#"[{"question":"A?","answer":"B","category":"C, D"}]"#,
            "A? [] B {C, D}",
        ),
        (
            r#"[{"q":"A?","a":"B","tags":"C, D","topic":"E"}]"#,
            "A? [] B {C,D,E}",
        ),
        (
            r#"[{"q":"A?","a":"B","labels":[{"name":"C"},"D"]}]"#,
            "A? [] B {C,D}",
        ),
        (
            r#"{"faq":[{"q":"A?","a":"B","alternate_questions":"C?"}]}"#,
            "A? [C?] B {}",
        ),
        (r#"{"data":{"faq":[{"q":"A?","a":"B"}]}}"#, "A? [] B {}"),
        (
            r#"{"name":1,"data":[{"x":1},{"question":"A?","answer":"B"}]}"#,
            "A? [] B {}",
        ),
        (
            r#"{"Why?":"Because.","How? ":"So."}"#,
            "Why? [] Because. {}",
        ),
        (
            r#"[{"category":"C","questions":[{"q":"A?","a":"B"}]}]"#,
            "A? [] B {C}",
        ),
        (
            r#"{"General":[{"question":"A?","answer":"B","tags":["x"]}],"n":1}"#,
            "A? [] B {x,General}",
        ),
    ] {
        assert_eq!(read(text)[0], expected, "{text}");
    }
}

#[test]
fn what_is_no_faq_does_not_become_one() {
    for text in [
        r#"{"name":"x","version":"1.0.0","description":"d","scripts":{"a":"b","q":"c"}}"#,
        r#"{"Why?":"Because.","title":"x"}"#,
        r#"{"questions":["Why?","How?"]}"#,
        r#"{"items":[{"name":"x","text":"y"},{"title":"x","description":"y"}]}"#,
        r#"{"data":[{"name":"x","a":"y"}]}"#,
        r#"{"name":"x","answer":"y"}"#,
        r#"{"a":{"b":{"c":[{"q":"A?","x":"B"}]}}}"#,
        "{}",
    ] {
        assert_eq!(
            refusal("f.json", text),
            "f.json:1:1: this is an object without \"faqs\", not a FAQ; a FAQ looks like {\"faqs\":[{\"question\":\"…\",\"answer\":\"…\"}]}",
            "{text}"
        );
    }
    assert_eq!(
        refusal("f.json", r#"[{"name":"x"},{"version":2}]"#),
        "f.json:1:1: no question was found in this JSON; a FAQ looks like {\"faqs\":[{\"question\":\"…\",\"answer\":\"…\"}]}; or say which format it has with --format FORMAT"
    );
}

#[test]
fn the_native_file_is_read_strictly_and_keeps_what_it_does_not_know() {
    let text =
        r#"{"faqs":[{"question":"A?","answer":"B","category":"C","url":"u","a":"x","Tags":"t"}]}"#;
    let sources = [Source::new("f.json", text)];
    let faq = faq::parse(&sources, None).unwrap();
    let names: Vec<&str> = faq.entries[0]
        .extra
        .iter()
        .map(|it| it.name.as_ref())
        .collect();
    assert_eq!(names, ["category", "url", "a", "Tags"]);
    for (text, message) in [
        (
            r#"{"faqs":[{"question":["A?"],"answer":"B"}]}"#,
            "f.json:1:22: \"question\" must be a string, found a list",
        ),
        (
            r#"{"faqs":[{"question":"A?"}]}"#,
            "f.json:1:10: the entry has no answer",
        ),
        (
            r#"[{"question":"A?","answer":"B","tags":"x"}]"#,
            "f.json:1:39: \"tags\" must be a list, found a string",
        ),
        (
            r#"{"faqs":[],"title":4}"#,
            "f.json:1:20: \"title\" must be a string, found a number",
        ),
        // In an export, too, what has a native name is of the native kind.
        (
            r#"[{"q":"A?","a":"B","related":{}}]"#,
            "f.json:1:30: \"related\" must be a string or a list of strings, found an object",
        ),
        (
            r#"{"qna":[{"q":4,"a":"B"}]}"#,
            "f.json:1:14: \"q\" must be a string or a list of strings, found a number",
        ),
        (
            r#"{"qna":[{"q":"A?"}]}"#,
            "f.json:1:9: the entry has no answer",
        ),
        (
            r#"{"qna":[{"q":"A?","a":"B"},3]}"#,
            "f.json:1:28: \"qna\" must be a list of objects, found a number",
        ),
    ] {
        assert!(
            refusal("f.json", text).starts_with(&format!("{message}; ")),
            "{}",
            refusal("f.json", text)
        );
    }
}

#[test]
fn one_cause_is_one_fault() {
    for text in [
        r#"{"faqs":[{"question":"A?","answer":4}]}"#,
        r#"{"faqs":[{"question":4,"answer":"B"}]}"#,
        r#"{"faqs":[{"id":-1,"question":"A?","answer":"B"}]}"#,
        r#"{"faqs":[{"question":"A?","answer":"B","question":"C?"}]}"#,
        r#"{"qna":[{"q":"A?","a":4},{"q":"A?","a":"B"}]}"#,
        r#"{"qna":[{"q":{},"a":"B"},{"q":"A?","a":"B"}]}"#,
        r#"{"@type":"Question","name":4,"acceptedAnswer":"B"}"#,
        r#"{"@type":"Question","name":"A?","acceptedAnswer":{"text":4}}"#,
        r#"{"@type":"Question","name":"A?"}"#,
    ] {
        let sources = [Source::new("f.json", text)];
        let faults = faq::format::inspect(&sources, Some(Format::Json)).faults;
        assert_eq!(faults.len(), 1, "{text}: {faults:?}");
        assert!(faq::parse(&sources, Some(Format::Json)).is_err(), "{text}");
    }
}

#[test]
fn what_is_null_is_not_there() {
    let text = r#"{"title":null,"name":"T","language":null,"qna":[{"id":null,"qid":1,"question":null,"q":"A?","answer":null,"a":"B","source":null,"url":"u","tags":null,"related":null,"alternates":null}]}"#;
    let sources = [Source::new("f.json", text)];
    let faq = faq::parse(&sources, None).unwrap();
    assert_eq!(faq.documents[0].title.as_deref(), Some("T"));
    assert!(faq.documents[0].extra.is_empty());
    let entry = &faq.entries[0];
    assert_eq!(
        (&*entry.id, &*entry.question, &*entry.answer),
        ("1", "A?", "B")
    );
    assert_eq!(entry.source.as_deref(), Some("u"));
    assert!(entry.extra.is_empty(), "{:?}", entry.extra);
}

#[test]
fn entries_are_found_in_deeper_objects_and_under_names_of_their_own() {
    let entry = |question: &str| format!(r#"{{"question":"{question}?","answer":"{question}!"}}"#);
    let (why, how) = (entry("Why"), entry("How"));
    for (text, expected) in [
        (
            format!(r#"{{"site":{{"help":{{"faq":[{why},{how}]}}}}}}"#),
            &["why: Why? []", "how: How? []"][..],
        ),
        (
            format!(
                r#"{{"site":{{"categories":[{{"name":"A","questions":[{why}]}},{{"name":"B","questions":[{how}]}}]}}}}"#
            ),
            &["why: Why? [A]", "how: How? [B]"],
        ),
        (
            format!(r#"{{"first":{why},"second":{how}}}"#),
            &["first: Why? []", "second: How? []"],
        ),
    ] {
        let sources = [faq::Source::new("a.json", text.as_str())];
        let faq = faq::parse(&sources, None).unwrap();
        let found: Vec<String> = faq
            .entries
            .iter()
            .map(|it| format!("{}: {} [{}]", it.id, it.question, it.tags.join(", ")))
            .collect();
        assert_eq!(found, expected, "{text}");
    }
    // Deeper than anybody puts them, and objects of which only some are entries.
    let deep = (0..20).fold(format!("{{\"faq\":[{why}]}}"), |inner, _| {
        format!("{{\"a\":{inner}}}")
    });
    for text in [deep, format!(r#"{{"first":{why},"second":{{"x":1}}}}"#)] {
        assert!(faq::parse(&[faq::Source::new("a.json", text.as_str())], None).is_err());
    }
}
