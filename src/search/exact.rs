//! Stored phrasings, word for word: whoever asks one of them gets its entry, whatever the ranking thinks.

use std::collections::HashMap;

use crate::model::Entry;
use crate::text::Token;

/// Which entries have which phrasing.
#[derive(Debug, Default)]
pub(super) struct Phrasebook {
    entries: HashMap<String, Vec<usize>>,
}

impl Phrasebook {
    /// Notes a phrasing of an entry; entries come in their order.
    pub(super) fn add(&mut self, text: &str, tokens: &[Token], entry: usize) {
        let entries = self.entries.entry(key(text, tokens)).or_default();
        if entries.last() != Some(&entry) {
            entries.push(entry);
        }
    }

    /// The entries that a question is a phrasing of, in their order.
    ///
    /// Case, accents and punctuation do not matter, unless they are all that tells two entries apart.
    pub(super) fn find(&self, text: &str, tokens: &[Token], all: &[Entry<'_>]) -> Vec<usize> {
        let Some(found) = self.entries.get(&key(text, tokens)) else {
            return Vec::new();
        };
        if found.len() == 1 {
            return found.clone();
        }
        let same = |plain: fn(&str) -> String| -> Vec<usize> {
            let wanted = plain(text);
            let has = |&entry: &usize| {
                all[entry]
                    .phrasings()
                    .any(|phrasing| plain(phrasing) == wanted)
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
            found.clone()
        } else {
            but_for_case
        }
    }
}

/// What two texts share that are the same word for word; texts without a word are compared by their characters.
fn key(text: &str, tokens: &[Token]) -> String {
    if tokens.is_empty() {
        return text.split_whitespace().collect();
    }
    let mut key = String::with_capacity(text.len());
    for token in tokens {
        key.push_str(&token.word.to_lowercase());
        key.push(' ');
    }
    key
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Analyzer, Language};

    #[test]
    fn phrasings_are_found_and_shared_ones_told_apart_as_far_as_possible() {
        let analyzer = Analyzer::new(Some(Language::English));
        let questions = [
            "What is IT?",
            "What is it?",
            "Why, in the U.S.?",
            "🎉",
            "Why not?",
            "why not!",
        ];
        let entries: Vec<Entry<'_>> = questions
            .map(|question| Entry {
                question: question.into(),
                ..Entry::default()
            })
            .into();
        let mut book = Phrasebook::default();
        for (number, question) in questions.iter().enumerate() {
            book.add(question, &analyzer.tokens(question), number);
        }
        for (text, expected) in [
            ("What is IT?", &[0][..]),
            ("what is it?", &[0, 1]),
            ("What is it?", &[1]),
            ("why in the us", &[2]),
            ("🎉", &[3]),
            ("?", &[]),
            ("why not", &[4, 5]),
            ("WHY NOT!", &[5]),
            ("why", &[]),
        ] {
            assert_eq!(
                book.find(text, &analyzer.tokens(text), &entries),
                expected,
                "{text}"
            );
        }
    }
}
