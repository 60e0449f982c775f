//! The few words that may play a part in a question, sought for every word of its candidates.

use super::interned::Interned;
use super::word_ids::WordIds;
use super::{WordId, number};
use crate::text::{Plain, head};

/// Some words with their numbers. That a word is none of them mostly shows in its first byte and its length.
#[derive(Debug)]
pub(in crate::search) struct KnownWords {
    /// The places of words below.
    places: Interned,
    words: Vec<(Box<str>, WordId)>,
    /// For each byte that words begin with, the set of their lengths.
    lengths: [u64; 256],
}

impl KnownWords {
    pub(in crate::search) fn new<'w>(words: impl Iterator<Item = (&'w str, WordId)>) -> Self {
        let mut known = Self {
            places: Interned::with_capacity(0),
            words: Vec::new(),
            lengths: [0; 256],
        };
        for (word, id) in words {
            if known.id(word).is_none() {
                known.lengths[first(head(word.as_bytes()))] |= length(word.len());
                let key = known.places.key(word.as_bytes());
                known.places.insert(key, number(known.words.len()));
                known.words.push((word.into(), id));
            }
        }
        known
    }

    #[inline]
    fn find<'w>(
        &self,
        head: u64,
        count: usize,
        word: impl Fn() -> &'w [u8] + Copy,
    ) -> Option<WordId> {
        if self.lengths[first(head)] & length(count) == 0 {
            return None;
        }
        let key = self.places.key_with_head(head, count, word);
        let is_it = |place: u32| self.words[place as usize].0.as_bytes() == word();
        let place = self.places.find(key, is_it)?;
        Some(self.words[place as usize].1)
    }
}

impl WordIds for KnownWords {
    #[inline]
    fn id_of_plain(&self, word: Plain<'_>) -> Option<WordId> {
        self.find(word.head(), word.len(), || word.bytes())
    }

    fn id(&self, word: &str) -> Option<WordId> {
        self.find(head(word.as_bytes()), word.len(), || word.as_bytes())
    }
}

/// The first byte of a word, by its head.
fn first(head: u64) -> usize {
    usize::from(head.to_le_bytes()[0])
}

/// A set of one length; the longest share a place.
fn length(count: usize) -> u64 {
    1 << count.min(63)
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
