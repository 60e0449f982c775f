//! The few words that may play a part in a question, sought for every word of its candidates.

use super::interned::Interned;
use super::word_ids::WordIds;
use super::{WordId, number};
use crate::text::{Plain, head};

/// Some words with their numbers. That a word is none of them mostly shows at a glance (the idea of Bloom 1970, with one
/// bit for each word).
#[derive(Debug)]
pub(in crate::search) struct KnownWords {
    /// The places of words below.
    places: Interned,
    words: Vec<(Box<str>, WordId)>,
    /// A bit for each word, where its head and its length lead.
    bits: [u64; BITS / 64],
}

/// How many bits there are: several for each word that a question may come by, so that most lead to none.
const BITS: usize = 1 << 13;

impl KnownWords {
    pub(in crate::search) fn new<'w>(words: impl Iterator<Item = (&'w str, WordId)>) -> Self {
        let mut known = Self {
            places: Interned::with_capacity(0),
            words: Vec::new(),
            bits: [0; BITS / 64],
        };
        for (word, id) in words {
            if known.id(word).is_none() {
                let bit = bit(head(word.as_bytes()), word.len());
                known.bits[bit / 64] |= 1 << (bit % 64);
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
        let bit = bit(head, count);
        if self.bits[bit / 64] >> (bit % 64) & 1 == 0 {
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

/// Which bit a word has, by its head and its length: the highest bits of a product, which depend on all others.
#[inline]
#[expect(clippy::cast_possible_truncation, reason = "less than there are bits")]
fn bit(head: u64, length: usize) -> usize {
    // The golden ratio spreads what differs little (Fibonacci hashing, Knuth 1973).
    let product = (head ^ length as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    (product >> (u64::BITS - BITS.ilog2())) as usize
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
