//! Generated FAQs: of a few words, so that entries are nearly the same, and of any characters at all.

use faq::Source;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};

/// Words that the analysis treats each in its own way: function words, forms, abbreviations, scripts, none at all.
const WORDS: &[&str] = &[
    "how",
    "do",
    "I",
    "the",
    "is",
    "it",
    "IT",
    "us",
    "US",
    "U.S.",
    "what's",
    "don't",
    "return",
    "returns",
    "returned",
    "refund",
    "refunds",
    "item",
    "café",
    "cafe",
    "Straße",
    "日本",
    "日本語",
    "対話",
    "한국어",
    "вопрос",
    "вопросы",
    "سؤال",
    "ไทย",
    "e\u{301}",
    "ﬁle",
    "C++",
    "c",
    "3.14",
    "?",
    "!",
    "...",
    "🎉",
    "\u{200d}",
    "\u{202e}",
    "-",
];

/// A question as people put it, of the words above or of any characters.
pub(super) fn question() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => vec(select(WORDS), 0..6).prop_map(|words| words.join(" ")),
        1 => any::<String>(),
        1 => vec(any::<char>(), 0..12).prop_map(String::from_iter),
    ]
}

fn phrasing() -> impl Strategy<Value = String> {
    question().prop_filter("a question is not blank", |text| !text.trim().is_empty())
}

fn entry() -> impl Strategy<Value = Value> {
    (
        phrasing(),
        vec(phrasing(), 0..3),
        question(),
        vec(select(&["a", "A", "b", "c"][..]), 0..3),
        vec(select(WORDS), 0..2),
    )
        .prop_map(|(question, alternates, answer, tags, related)| {
            json!({
                "question": question, "alternates": alternates, "answer": answer, "tags": tags,
                "related": related,
            })
        })
}

fn document() -> impl Strategy<Value = Value> {
    let languages = &["en", "de", "fr", "ru", "ja", "zh", "tr", "xx", ""][..];
    (
        vec(entry(), 0..7),
        option::of(select(languages)),
        vec(vec(phrasing(), 0..4), 0..3),
    )
        .prop_map(|(entries, language, synonyms)| {
            json!({"title": "t", "language": language, "synonyms": synonyms, "faqs": entries})
        })
}

/// The text of a FAQ.
pub(super) fn faq_text() -> impl Strategy<Value = String> {
    document().prop_map(|document| document.to_string())
}

/// A text as if it had been read from a file.
pub(super) fn source(text: &str) -> Source {
    Source::new("f", text.to_owned())
}

/// One file or two.
pub(super) fn sources() -> impl Strategy<Value = Vec<Source>> {
    vec(faq_text().prop_map(|text| source(&text)), 1..3)
}
