//! Stored phrasings, word for word: whoever asks one of them gets its entry, whatever the ranking thinks.

use super::index::Index;
use super::vocabulary::WordId;
use crate::text::Token;

/// The entries that a question is a phrasing of, in order.
///
/// Case, accents and punctuation do not matter, unless they are all that tells two entries apart. The question is read
/// as each document reads its own phrasings; `tokens` are what the first makes of it.
pub(super) fn sharing(question: &str, tokens: &[Token], index: &Index<'_>) -> Vec<usize> {
    // A word that the FAQ does not have stands in no phrasing.
    let read = |tokens: &[Token]| tokens.iter().map(|token| readings(token, index)).collect();
    let others = index.analyzers.iter().skip(1);
    let others = others.map(|analyzer| read(&analyzer.tokens(question)));
    let by_document: Vec<Option<Vec<Readings>>> =
        std::iter::once(read(tokens)).chain(others).collect();
    let wordless = without_space(question);
    let says_it = |&entry: &usize| {
        let stored = index.entry(entry);
        match by_document.get(stored.place.document) {
            None | Some(None) => false,
            // Texts without a word, such as emoji, are compared by their characters.
            Some(Some(readings)) if readings.is_empty() => stored
                .phrasings()
                .any(|phrasing| without_space(phrasing) == wordless),
            Some(Some(readings)) => index.all_words(entry).phrasings().any(|words| {
                let mut each = words.iter().zip(readings);
                words.len() == readings.len()
                    && each.all(|(word, readings)| readings.contains(&Some(*word)))
            }),
        }
    };
    let found: Vec<usize> = match index.as_stored() {
        None => (0..index.entry_count()).filter(says_it).collect(),
        Some(stored) => {
            let readings = by_document.iter().flatten();
            let mut keys: Vec<u64> = readings
                .map(|readings| question_key(readings, question, index))
                .collect();
            keys.sort_unstable();
            keys.dedup();
            let mut may: Vec<usize> = keys
                .into_iter()
                .flat_map(|key| stored.with_phrasing(key))
                .map(|entry| entry as usize)
                .collect();
            may.sort_unstable();
            may.dedup();
            may.into_iter().filter(says_it).collect()
        }
    };
    if found.len() < 2 {
        return found;
    }
    let same = |plain: fn(&str) -> String| -> Vec<usize> {
        let wanted = plain(question);
        let has = |&entry: &usize| {
            let stored = index.entry(entry);
            stored.phrasings().any(|phrasing| plain(phrasing) == wanted)
        };
        found.iter().copied().filter(has).collect()
    };
    let to_the_letter = same(|text| text.trim().to_owned());
    let but_for_case = if to_the_letter.is_empty() {
        same(|text| text.trim().to_lowercase())
    } else {
        to_the_letter
    };
    if but_for_case.is_empty() {
        found
    } else {
        but_for_case
    }
}

/// A number that all texts share that say the same word for word, by the texts of their words; and few others.
pub(crate) fn key<'w>(words: impl Iterator<Item = &'w str>, text: &str) -> u64 {
    let mut hash = Fnv::default();
    let mut wordless = true;
    for word in words {
        wordless = false;
        // *us* and *US* are the same here.
        hash.add(&word.to_lowercase());
    }
    if wordless {
        hash.add(&without_space(text));
    }
    hash.0
}

fn question_key(readings: &[Readings], question: &str, index: &Index<'_>) -> u64 {
    let known = |readings: &Readings| readings.iter().flatten().next().copied();
    let words = readings.iter().filter_map(known);
    key(words.map(|word| index.vocabulary.text(word)), question)
}

/// The hash of Fowler, Noll and Vo, which is the same on every machine and in every version.
pub(crate) struct Fnv(pub(crate) u64);

impl Default for Fnv {
    fn default() -> Self {
        Self(0xCBF2_9CE4_8422_2325)
    }
}

impl Fnv {
    /// Adds a text, and that it ends.
    pub(crate) fn add(&mut self, text: &str) {
        self.add_bytes(text.as_bytes());
    }

    /// Adds bytes, and that they end.
    pub(crate) fn add_bytes(&mut self, bytes: &[u8]) {
        for &byte in bytes.iter().chain(&[0xFF]) {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3);
        }
    }
}

type Readings = [Option<WordId>; 3];

/// The stored words that are the same as a word of the question; *us* is the same as *US*, and the other way round.
fn readings(token: &Token, index: &Index<'_>) -> Option<Readings> {
    let id = |text: &str| index.vocabulary.id(text);
    let text = &token.word.text;
    let readings = [
        id(text),
        token.acronym.as_deref().and_then(id),
        id(&text.to_lowercase()),
    ];
    readings.iter().any(Option::is_some).then_some(readings)
}

pub(super) fn without_space(text: &str) -> String {
    text.split_whitespace().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Document, Entry, Faq};
    use crate::text::{Analyzer, Language};

    #[test]
    fn phrasings_are_found_and_shared_ones_told_apart_as_far_as_possible() {
        let questions = [
            "What is IT?",
            "What is it?",
            "Why, in the U.S.?",
            "🎉",
            "Why not?",
            "why not!",
        ];
        let faq = Faq {
            documents: vec![Document {
                language: Some("en".into()),
                ..Document::default()
            }],
            entries: questions
                .map(|question| Entry {
                    question: question.into(),
                    ..Entry::default()
                })
                .into(),
        };
        let analyzer = Analyzer::new(Some(Language::English));
        let index = Index::new(&faq, vec![analyzer], false, usize::MAX);
        for (text, expected) in [
            ("What is IT?", &[0][..]),
            ("what is it", &[0, 1]),
            ("What is it?", &[1]),
            ("why in the us", &[2]),
            ("🎉", &[3]),
            ("?", &[]),
            ("why not", &[4, 5]),
            ("WHY NOT!", &[5]),
            ("why", &[]),
        ] {
            assert_eq!(
                sharing(text, &index.analyzer(0).tokens(text), &index),
                expected,
                "{text}"
            );
        }
    }
}
