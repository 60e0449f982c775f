//! Words to their numbers, where a vocabulary is read: this is asked for every word of a FAQ.

use std::hash::BuildHasher;

use hashbrown::{DefaultHashBuilder, HashTable};

use super::vocabulary::{WordId, number};

/// The numbers of words. The words themselves stand elsewhere: whoever asks says where.
#[derive(Debug, Default)]
pub(super) struct Interned {
    slots: HashTable<Slot>,
    hasher: DefaultHashBuilder,
}

/// A word: what tells a short one from all others and a long one from most without looking it up, and its number.
#[derive(Debug, Clone, Copy)]
struct Slot {
    outline: u64,
    length: u32,
    id: WordId,
}

/// How many bytes an outline holds of a word.
const OUTLINED: usize = 8;

impl Interned {
    /// Room for so many words.
    pub(super) fn with_capacity(words: usize) -> Self {
        Self {
            slots: HashTable::with_capacity(words),
            hasher: DefaultHashBuilder::default(),
        }
    }

    /// The number of a word, if it is known.
    pub(super) fn find<'v>(
        &self,
        word: &[u8],
        stored: impl Fn(WordId) -> &'v [u8],
    ) -> Option<WordId> {
        let outline = outline(word);
        let is_it = |slot: &Slot| {
            slot.outline == outline
                && slot.length as usize == word.len()
                && (word.len() <= OUTLINED || stored(slot.id) == word)
        };
        let hash = hash(&self.hasher, outline, word.len(), || word);
        self.slots.find(hash, is_it).map(|slot| slot.id)
    }

    /// Adds a word that is not there.
    pub(super) fn insert<'v>(
        &mut self,
        word: &[u8],
        id: WordId,
        stored: impl Fn(WordId) -> &'v [u8],
    ) {
        let slot = Slot {
            outline: outline(word),
            length: number(word.len()),
            id,
        };
        let hasher = &self.hasher;
        let hash_of = |slot: &Slot| {
            hash(hasher, slot.outline, slot.length as usize, || {
                stored(slot.id)
            })
        };
        let hash = hash(hasher, slot.outline, word.len(), || word);
        self.slots.insert_unique(hash, slot, hash_of);
    }
}

/// Short words that differ in their length alone share a hash, and next to no words do.
fn hash<'w>(
    hasher: &DefaultHashBuilder,
    outline: u64,
    length: usize,
    word: impl FnOnce() -> &'w [u8],
) -> u64 {
    if length <= OUTLINED {
        hasher.hash_one(outline)
    } else {
        hasher.hash_one(word())
    }
}

/// Of a short word all bytes, of a long one the first; words of one length have one outline only if they are equal so far.
fn outline(word: &[u8]) -> u64 {
    let wide = |bytes: &[u8; 4]| u64::from(u32::from_le_bytes(*bytes));
    if let Some(first) = word.first_chunk() {
        u64::from_le_bytes(*first)
    } else if let (Some(first), Some(last)) = (word.first_chunk(), word.last_chunk()) {
        // They overlap where they must.
        wide(first) | wide(last) << 32
    } else {
        word.iter()
            .fold(0, |bytes, &byte| bytes << 8 | u64::from(byte))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn outlines_tell_short_words_of_one_length_apart() {
        let words = [
            "",
            "a",
            "\0",
            "\0\0",
            "ab",
            "ba",
            "aab",
            "aba",
            "abab",
            "aabab",
            "ababa",
            "abababab",
            "abababa\0",
        ];
        for (number, a) in words.iter().enumerate() {
            for b in words[..number].iter().filter(|b| b.len() == a.len()) {
                assert_ne!(outline(a.as_bytes()), outline(b.as_bytes()), "{a:?} {b:?}");
            }
        }
    }

    proptest! {
        #[test]
        fn words_are_found_by_their_numbers(words in proptest::collection::vec("[ab\u{e9}]{0,12}", 0..200)) {
            let mut distinct: Vec<String> = Vec::new();
            let mut interned = Interned::default();
            for word in words {
                let find = |id: WordId| distinct[id as usize].as_bytes();
                let expected = distinct.iter().position(|known| *known == word);
                let found = interned.find(word.as_bytes(), find);
                prop_assert_eq!(found.map(|id| id as usize), expected);
                if found.is_none() {
                    let id = WordId::try_from(distinct.len()).unwrap();
                    distinct.push(word.clone());
                    interned.insert(word.as_bytes(), id, |id| distinct[id as usize].as_bytes());
                }
            }
        }
    }
}
