//! Stored phrasings, word for word: whoever asks one of them gets its entry, whatever the ranking thinks.

use super::Index;
use super::stored::Stored;
use crate::search::vocabulary::WordId;
use crate::text::Token;

/// The entries that a question is a phrasing of, in order.
///
/// Case, accents and punctuation do not matter, unless they are all that tells two entries apart. The question is read
/// as each document reads its own phrasings; `tokens` are what the first makes of it.
pub(in crate::search) fn sharing(
    question: &str,
    tokens: &[Token],
    index: &Index<'_>,
) -> Vec<usize> {
    let question = Question::new(question, tokens, index);
    let is_phrasing = |&entry: &usize| question.is_phrasing_of(entry);
    let found: Vec<usize> = match index.as_stored() {
        None => (0..index.entry_count()).filter(is_phrasing).collect(),
        Some(stored) => {
            let may_be = question.may_be_phrasing_of(stored);
            may_be.into_iter().filter(is_phrasing).collect()
        }
    };
    if found.len() < 2 {
        return found;
    }
    let by_letters = [
        |text: &str| text.trim().to_owned(),
        |text: &str| text.trim().to_lowercase(),
    ];
    let closest = by_letters.iter().map(|read| question.same(&found, *read));
    let closest = closest.into_iter().find(|same| !same.is_empty());
    closest.unwrap_or(found)
}

/// A question, as the documents of a FAQ read it.
struct Question<'q> {
    text: &'q str,
    index: &'q Index<'q>,
    /// By analyzer, what each word may be; none where the FAQ does not have one of them, so that no phrasing has it.
    readings: Vec<Option<Vec<Readings>>>,
    without_space: String,
}

impl<'q> Question<'q> {
    fn new(text: &'q str, tokens: &[Token], index: &'q Index<'_>) -> Self {
        let read = |tokens: &[Token]| tokens.iter().map(|token| readings(token, index)).collect();
        let others = index.analyzers.each().skip(1);
        let others = others.map(|analyzer| read(&analyzer.tokens(text)));
        Self {
            text,
            index,
            readings: std::iter::once(read(tokens)).chain(others).collect(),
            without_space: without_space(text),
        }
    }

    /// The entries of an index that was made before that may have it, in order: those with a phrasing of the same key.
    fn may_be_phrasing_of(&self, stored: &dyn Stored) -> Vec<usize> {
        let readings = self.readings.iter().flatten();
        let keys = readings.map(|readings| question_key(readings, self.text, self.index));
        let mut keys: Vec<u64> = keys.collect();
        keys.sort_unstable();
        keys.dedup();
        let entries = keys.into_iter().flat_map(|key| stored.with_phrasing(key));
        let mut entries: Vec<usize> = entries.map(|entry| entry as usize).collect();
        entries.sort_unstable();
        entries.dedup();
        entries
    }

    /// Whether it is a phrasing of an entry.
    fn is_phrasing_of(&self, entry: usize) -> bool {
        let stored = self.index.entry(entry);
        match &self.readings[self.index.analyzers.number_of(stored.place.document)] {
            None => false,
            // Texts without a word, such as emoji, are compared by their characters.
            Some(readings) if readings.is_empty() => stored
                .phrasings()
                .any(|phrasing| without_space(phrasing) == self.without_space),
            Some(readings) => self.index.all_words(entry).phrasings().any(|words| {
                let mut each = words.iter().zip(readings);
                words.len() == readings.len()
                    && each.all(|(word, readings)| readings.contains(&Some(*word)))
            }),
        }
    }

    /// Those of some entries that have a phrasing which reads the same.
    fn same(&self, entries: &[usize], read: fn(&str) -> String) -> Vec<usize> {
        let wanted = read(self.text);
        let has = |&entry: &usize| {
            let stored = self.index.entry(entry);
            stored.phrasings().any(|phrasing| read(phrasing) == wanted)
        };
        entries.iter().copied().filter(has).collect()
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

pub(in crate::search) fn without_space(text: &str) -> String {
    text.split_whitespace().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Document, Entry, Faq};
    use crate::search::index::analyzers::Analyzers;
    use crate::text::Language;

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
        let analyzers = Analyzers::new(&[Some(Language::English)]);
        let index = Index::new(&faq, analyzers, false, usize::MAX);
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
