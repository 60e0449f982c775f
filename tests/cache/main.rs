//! The index on disk: it says what the source says, or nothing is said by it.
#![cfg(feature = "cache")]
#![allow(
    clippy::unwrap_used,
    reason = "a FAQ that cannot be generated, or a file that cannot be written, is a failed test"
)]
#![allow(clippy::print_stdout, reason = "a test says how much was tried")]

#[path = "../properties/faqs.rs"]
mod faqs;
mod files;
#[cfg(all(unix, feature = "cli"))]
mod hostile;
mod program;

use faq::cache::Indexed;
use faq::{Engine, Faq, Options, Reply};
use proptest::prelude::*;

use faqs::{question, sources};

/// As many matches as there are.
pub(crate) const ALL: usize = usize::MAX;

pub(crate) fn all_matches() -> Options {
    Options {
        top: ALL,
        related: ALL,
        ..Options::default()
    }
}

/// A reply in terms of ids rather than numbers.
pub(crate) fn told(reply: &Reply, faq: &Faq<'_>) -> String {
    let id = |entry: usize| faq.entries[entry].id.to_string();
    let matches = reply.matches.iter();
    let matches: Vec<_> = matches
        .map(|it| (id(it.entry), it.score.to_bits()))
        .collect();
    let related: Vec<_> = reply.related.iter().map(|&entry| id(entry)).collect();
    let Reply {
        status,
        reason,
        confidence,
        evidence,
        ..
    } = reply;
    format!("{status:?} {reason:?} {confidence} {matches:?} {related:?} {evidence:?}")
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn an_index_says_what_the_source_says(
        sources in sources(), questions in proptest::collection::vec(question(), 1..8),
        tags in proptest::collection::vec(proptest::sample::select(&["a", "B", "x"][..]), 0..2),
    ) {
        let faq = faq::parse(&sources, None).unwrap();
        let engine = Engine::new(&faq);
        let names: Vec<String> = sources.iter().map(|source| source.name.clone()).collect();
        let index = Indexed::in_memory(&engine, &names).unwrap();
        let tags: Vec<String> = tags.into_iter().map(str::to_owned).collect();
        let stored = faq.entries.iter().flat_map(faq::Entry::phrasings).map(str::to_owned);
        for question in questions.into_iter().chain(stored) {
            for tags in [&[][..], &tags] {
                let options = Options { tags: tags.to_vec(), ..all_matches() };
                let (by_source, explained) = engine.explain(&question, &options);
                let (by_index, by_index_explained, excerpt) = index.explain(&question, &options);
                prop_assert!(index.is_sound());
                prop_assert_eq!(told(&by_index, &excerpt), told(&by_source, &faq), "{}", question);
                prop_assert_eq!(by_index_explained.words, explained.words);
                let listed = engine.filter(&question, tags);
                prop_assert_eq!(index.filter(&question, tags), listed, "{}", question);
            }
        }
        for entry in &faq.entries {
            let found = index.with_id(&entry.id).unwrap();
            prop_assert_eq!((&found.question, &found.answer), (&entry.question, &entry.answer));
            prop_assert_eq!((&found.related, found.place), (&entry.related, entry.place));
        }
        prop_assert!(index.with_id("no such id").is_none());
        prop_assert!(index.is_sound());
    }
}
