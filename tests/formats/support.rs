//! Fixtures, and round trips from the native format through another.

use std::fs;
use std::path::Path;

use faq::format::{Field, write};
use faq::{Entry, Faq, Format, Source};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use serde_json::{Value, json};

/// A file of `tests/formats/fixtures`.
pub(crate) fn fixture(name: &str) -> Source {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/formats/fixtures");
    Source::new(name, fs::read_to_string(folder.join(name)).unwrap())
}

/// The questions of a fixture with their answers.
pub(crate) fn pairs(source: &Source) -> Vec<(String, String)> {
    let faq = faq::parse(std::slice::from_ref(source), None).unwrap();
    let pair = |entry: &Entry<'_>| (entry.question.to_string(), entry.answer.to_string());
    faq.entries.iter().map(pair).collect()
}

/// The message and the mend with which a text is refused.
pub(crate) fn refusal(name: &str, text: &str) -> String {
    let error = faq::parse(&[Source::new(name, text)], None).unwrap_err();
    format!("{error}; {}", error.kind.mend())
}

/// A FAQ in a format.
pub(crate) fn written(faq: &Faq<'_>, format: Format) -> String {
    let mut out = Vec::new();
    write(faq, format, &mut out, &mut |_| {}).unwrap();
    String::from_utf8(out).unwrap()
}

/// Checks that what a format holds of a native document comes back from it.
pub(crate) fn round_trips(format: Format, native: &str) -> Result<(), TestCaseError> {
    goes_through(&[format], native)
}

/// Checks that what all of these formats hold of a native document comes through them, one after the other.
pub(crate) fn goes_through(formats: &[Format], native: &str) -> Result<(), TestCaseError> {
    let native = [Source::new("native.json", native)];
    let faq = faq::parse(&native, Some(Format::Json)).unwrap();
    let expected = held(&faq, formats);
    let mut text = written(&faq, formats[0]);
    for (number, &format) in formats.iter().enumerate() {
        let source = [Source::new("back", text.as_str())];
        let back = match faq::parse(&source, Some(format)) {
            Ok(back) => back,
            Err(error) => return Err(TestCaseError::fail(format!("{format}: {error}\n{text}"))),
        };
        prop_assert_eq!(&held(&back, formats), &expected, "{}: {}", format, text);
        if let Some(&next) = formats.get(number + 1) {
            let next = written(&back, next);
            drop(back);
            text = next;
        }
    }
    Ok(())
}

/// What all of these formats hold of a FAQ.
fn held(faq: &Faq<'_>, formats: &[Format]) -> Value {
    let document = &faq.documents[0];
    let synonyms: Vec<_> = faq.documents.iter().flat_map(|it| &it.synonyms).collect();
    let unknown = |extra: &[faq::Extra<'_>]| -> Vec<(String, Value)> {
        let field = |it: &faq::Extra<'_>| {
            let value = serde_json::from_str(&it.json).unwrap();
            (it.name.to_string(), value)
        };
        extra.iter().map(field).collect()
    };
    let hold = |field: Field| formats.iter().all(|format| format.holds(field));
    let only = |field: Field, value: Value| hold(field).then_some(value);
    let entry = |entry: &Entry<'_>| {
        json!({
            "question": entry.question,
            "answer": entry.answer,
            "id": only(Field::Id, json!(entry.id)),
            "alternates": only(Field::Alternates, json!(entry.alternates)),
            "tags": only(Field::Tags, json!(entry.tags)),
            "related": only(Field::Related, json!(entry.related)),
            "source": only(Field::Source, json!(entry.source)),
            "unknown": only(Field::Unknown, json!(unknown(&entry.extra))),
        })
    };
    json!({
        "title": only(Field::Title, json!(document.title)),
        "language": only(Field::Language, json!(document.language)),
        "synonyms": only(Field::Synonyms, json!(synonyms)),
        "lexicon": only(Field::Lexicon, json!(document.lexicon)),
        "unknown": only(Field::UnknownOfWhole, json!(unknown(&document.extra))),
        "entries": faq.entries.iter().map(entry).collect::<Vec<_>>(),
    })
}

/// A native document with at least one entry, of questions and answers as given.
pub(crate) fn native(
    question: BoxedStrategy<String>,
    answer: BoxedStrategy<String>,
) -> impl Strategy<Value = String> {
    let label = "[a-zà-ž][a-zA-Z0-9 _.&-]{0,10}[a-z]";
    let entry = (
        option::of("[a-z][a-z0-9-]{0,8}[a-z]"),
        question.clone(),
        vec(question, 0..3),
        answer,
        vec(label, 0..3),
        vec("[a-z]{1,6}", 0..2),
        option::of("https://example\\.com/[a-z]{0,8}"),
        option::of(any::<i32>()),
    );
    let head = (
        option::of(label),
        option::of(prop_oneof!["en", "de", "pt-BR"]),
        vec(vec("[a-z]{1,6}( [a-z]{1,5})?", 1..4), 0..3),
        option::of(any::<bool>()),
    );
    (vec(entry, 1..5), head).prop_map(|(entries, (title, language, synonyms, lexicon))| {
        let mut faqs = Vec::new();
        for (number, it) in entries.into_iter().enumerate() {
            let (id, question, alternates, answer, tags, related, source, unknown) = it;
            let mut entry = json!({
                "question": question, "alternates": alternates, "answer": answer, "tags": tags,
                "related": related, "source": source,
            });
            if let Some(id) = id {
                // Ids are unique.
                entry["id"] = json!(format!("{id}{number}"));
            }
            if let Some(value) = unknown {
                entry["x-number"] = json!({ "n": value });
            }
            faqs.push(entry);
        }
        json!({
            "title": title, "language": language, "synonyms": synonyms, "lexicon": lexicon, "faqs": faqs,
        })
        .to_string()
    })
}

/// A text of one line, without white space at its ends.
pub(crate) fn line() -> BoxedStrategy<String> {
    prop_oneof![
        3 => "[A-Z][a-z]{0,5}( [a-zé日]{1,6}){0,4}[?!.]?",
        1 => "[!-~]{1,12}( [!-~]{1,12}){0,2}",
        1 => "[\\PC&&[^\\s]]{1,8}",
    ]
    .boxed()
}

/// Any text that is not blank.
pub(crate) fn any_text() -> BoxedStrategy<String> {
    prop_oneof![
        1 => line(),
        1 => any::<String>(),
        1 => "[ -~\n\t]{1,40}",
    ]
    .prop_filter("not blank", |text| !text.trim().is_empty())
    .boxed()
}
