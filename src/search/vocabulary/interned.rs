//! Words to their numbers, where a vocabulary is read: this is asked for every word of a FAQ.

use std::hash::BuildHasher;

use hashbrown::DefaultHashBuilder;

use super::{WordId, number};
use crate::text::{HEAD, head};

/// The numbers of words. The words themselves stand elsewhere: whoever asks says whether a long one is it.
///
/// A table with open addressing: a word stands in the place that its hash names, or in the next one that was free.
#[derive(Debug)]
pub(in crate::search) struct Interned {
    /// None, or a power of two of them.
    slots: Vec<Slot>,
    taken: usize,
    /// Nobody who writes a FAQ can know which words get the same place.
    seeds: [u64; 2],
}

/// A word: what tells a short one from all others and a long one from next to all, and its number.
#[derive(Debug, Clone, Copy, Default)]
struct Slot {
    outline: u64,
    length: u32,
    /// Its number, from 1; 0 where there is none.
    place: u32,
}

/// A word as it is looked for.
#[derive(Debug, Clone, Copy)]
pub(in crate::search) struct Key {
    /// Of a short word its head, of a long one its hash.
    outline: u64,
    length: u32,
    hash: u64,
}

/// How many of eight slots are taken at most: with more, what is not there is sought in many places; with fewer, so many
/// slots are empty that to get the memory takes longer than to look on.
const MOST_TAKEN: usize = 7;

/// A table has so many slots at least.
const FEWEST_SLOTS: usize = 16;

impl Interned {
    /// Room for so many words.
    pub(in crate::search) fn with_capacity(words: usize) -> Self {
        let hasher = DefaultHashBuilder::default();
        let slots = (words * 8).div_ceil(MOST_TAKEN);
        Self {
            slots: vec![Slot::default(); slots.max(FEWEST_SLOTS).next_power_of_two()],
            taken: 0,
            // What is multiplied by an even number loses bits.
            seeds: [0_u64, 1].map(|seed| hasher.hash_one(seed) | 1),
        }
    }

    /// What a word is looked for by.
    pub(in crate::search) fn key(&self, word: &[u8]) -> Key {
        self.key_with_head(head(word), word.len(), || word)
    }

    /// The same where its head is known, and of a short word nothing else is looked at.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "done for every word of a FAQ")]
    pub(in crate::search) fn key_with_head<'w>(
        &self,
        head: u64,
        length: usize,
        word: impl FnOnce() -> &'w [u8],
    ) -> Key {
        let mut hash = self.mix(head);
        let mut outline = head;
        if length > HEAD {
            hash = self.mix_rest(hash, word());
            outline = hash;
        }
        Key {
            outline,
            length: number(length),
            hash,
        }
    }

    /// The number of a word, if it is known; `is_it` says whether a long word is the one of a number.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "done for every word of a FAQ")]
    pub(in crate::search) fn find(
        &self,
        key: Key,
        is_it: impl Fn(WordId) -> bool,
    ) -> Option<WordId> {
        let mut place = self.place(key.hash);
        loop {
            let slot = self.slots[place];
            let id = slot.place.checked_sub(1)?;
            if slot.outline == key.outline
                && slot.length == key.length
                && (key.length as usize <= HEAD || is_it(id))
            {
                return Some(id);
            }
            place = (place + 1) & (self.slots.len() - 1);
        }
    }

    /// Adds a word that is not there.
    pub(in crate::search) fn insert(&mut self, key: Key, id: WordId) {
        if (self.taken + 1) * 8 > self.slots.len() * MOST_TAKEN {
            self.grow();
        }
        self.taken += 1;
        let slot = Slot {
            outline: key.outline,
            length: key.length,
            place: id + 1,
        };
        self.put(key.hash, slot);
    }

    fn put(&mut self, hash: u64, slot: Slot) {
        let mut place = self.place(hash);
        while self.slots[place].place != 0 {
            place = (place + 1) & (self.slots.len() - 1);
        }
        self.slots[place] = slot;
    }

    fn grow(&mut self) {
        let slots = vec![Slot::default(); self.slots.len() * 2];
        for slot in std::mem::replace(&mut self.slots, slots) {
            if slot.place != 0 {
                let is_short = slot.length as usize <= HEAD;
                let hash = if is_short {
                    self.mix(slot.outline)
                } else {
                    slot.outline
                };
                self.put(hash, slot);
            }
        }
    }

    #[inline]
    #[expect(clippy::cast_possible_truncation, reason = "less than there are slots")]
    fn place(&self, hash: u64) -> usize {
        (hash & (self.slots.len() as u64 - 1)) as usize
    }

    /// Both halves of a product, of which each bit depends on all of what is mixed.
    #[inline]
    #[expect(clippy::cast_possible_truncation, reason = "one half and the other")]
    fn mix(&self, bytes: u64) -> u64 {
        let [first, second] = self.seeds;
        let product = u128::from(bytes ^ first) * u128::from(second);
        (product >> 64) as u64 ^ product as u64
    }

    /// Adds what stands behind the head of a long word.
    fn mix_rest(&self, mut hash: u64, word: &[u8]) -> u64 {
        let last = word.len() - HEAD;
        let mut at = HEAD;
        while at < last {
            hash = self.mix(hash ^ head(&word[at..]));
            at += HEAD;
        }
        self.mix(hash ^ head(&word[last..]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Numbers words in the order in which they come.
    fn numbers(words: &[String]) -> Vec<WordId> {
        let mut distinct: Vec<&[u8]> = Vec::new();
        let mut interned = Interned::with_capacity(0);
        let mut numbers = Vec::new();
        for word in words {
            let key = interned.key(word.as_bytes());
            let found = interned.find(key, |id| distinct[id as usize] == word.as_bytes());
            numbers.push(found.unwrap_or_else(|| {
                let id = number(distinct.len());
                distinct.push(word.as_bytes());
                interned.insert(key, id);
                id
            }));
        }
        numbers
    }

    fn expected(words: &[String]) -> Vec<WordId> {
        let mut distinct: Vec<&String> = Vec::new();
        let number_of = |word| {
            let known = distinct.iter().position(|&known| known == word);
            number(known.unwrap_or_else(|| {
                distinct.push(word);
                distinct.len() - 1
            }))
        };
        words.iter().map(number_of).collect()
    }

    #[test]
    fn words_that_hardly_differ_are_told_apart() {
        let mut words = vec![String::new()];
        for length in 1..40 {
            words.extend(["a", "\0", "b"].map(|letter| letter.repeat(length)));
            words.push("a".repeat(length) + "b");
            words.push("b".to_owned() + &"a".repeat(length));
        }
        words.sort_unstable();
        words.dedup();
        assert_eq!(numbers(&words), expected(&words));
    }

    proptest! {
        #[test]
        fn words_are_found_by_their_numbers(words in proptest::collection::vec("[ab\u{e9}]{0,20}", 0..200)) {
            prop_assert_eq!(numbers(&words), expected(&words));
        }
    }
}
