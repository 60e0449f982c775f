//! The few words that may play a part in a question, sought for every word of its candidates.

use hashbrown::HashMap;

use super::vocabulary::WordId;

/// Some words with their numbers. That a word is none of them mostly shows in its first byte and its length.
#[derive(Debug)]
pub(super) struct KnownWords {
    ids: HashMap<Box<str>, WordId>,
    /// For each byte that words begin with, the set of their lengths.
    lengths: [u64; 256],
}

impl KnownWords {
    pub(super) fn new<'w>(words: impl Iterator<Item = (&'w str, WordId)>) -> Self {
        let mut known = Self {
            ids: HashMap::new(),
            lengths: [0; 256],
        };
        for (word, id) in words {
            known.lengths[first(word)] |= length(word);
            known.ids.insert(word.into(), id);
        }
        known
    }

    /// The number of a word, if it is one of them.
    pub(super) fn id(&self, word: &str) -> Option<WordId> {
        if self.lengths[first(word)] & length(word) == 0 {
            return None;
        }
        self.ids.get(word).copied()
    }
}

fn first(word: &str) -> usize {
    word.bytes().next().unwrap_or_default().into()
}

/// A set of one length; the longest share a place.
fn length(word: &str) -> u64 {
    1 << word.len().min(63)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_these_words_are_known() {
        let long = "e".repeat(64);
        let words = ["", "e", "east", "\u{e9}tat", &long];
        let known = KnownWords::new(words.into_iter().zip(0..));
        for (word, id) in words.into_iter().zip(0..) {
            assert_eq!(known.id(word), Some(id), "{word}");
        }
        for word in ["a", "ease", "eas", "etat", &"e".repeat(65), &"e".repeat(63)] {
            assert_eq!(known.id(word), None, "{word}");
        }
    }
}
