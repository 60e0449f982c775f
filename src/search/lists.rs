//! Lists of entries, from an index that was made before: each word's is read once for a question.

use std::cell::RefCell;
use std::rc::Rc;

use hashbrown::HashMap;

use super::index::Index;
use super::stored::{PARTS, Part, Stored};
use super::vocabulary::{WordId, number};

/// Beyond so many postings, how many entries have one of several words is reckoned, not counted: such words weigh
/// little, and a small error in how many there are changes that hardly at all.
const MOST_COUNTED: usize = 1 << 16;

/// The lists that a question has come by.
#[derive(Debug)]
pub(super) struct Lists<'s> {
    pub(super) stored: &'s dyn Stored,
    read: RefCell<HashMap<Key, Rc<Vec<u32>>>>,
    /// Room for two numbers for each entry, all 0: untouched memory costs nothing, and touched memory is not had anew.
    sums: RefCell<Vec<[f32; 2]>>,
}

/// A word, and whether it is its list for phrasings.
type Key = (WordId, bool);

impl<'s> Lists<'s> {
    pub(super) fn new(stored: &'s dyn Stored) -> Self {
        Self {
            stored,
            read: RefCell::default(),
            sums: RefCell::default(),
        }
    }

    /// The entries that have a word in this part.
    pub(super) fn of(&self, word: WordId, part: Part) -> Rc<Vec<u32>> {
        let key = (word, part == Part::Phrasing);
        if let Some(list) = self.read.borrow().get(&key) {
            return Rc::clone(list);
        }
        let list = Rc::new(self.stored.postings(word, part));
        self.read.borrow_mut().insert(key, Rc::clone(&list));
        list
    }

    /// Two numbers for each entry, all 0.
    pub(super) fn take_sums(&self) -> Vec<[f32; 2]> {
        let sums = self.sums.take();
        let entries = self.stored.entry_count();
        if sums.len() == entries {
            sums
        } else {
            vec![[0.0; 2]; entries]
        }
    }

    /// Keeps those numbers for the next time: they were set for these entries.
    pub(super) fn give_back_sums(&self, mut sums: Vec<[f32; 2]>, set: &[u32]) {
        for &entry in set {
            sums[entry as usize] = [0.0; 2];
        }
        self.sums.replace(sums);
    }

    /// In how many entries words stand in these parts, counted once for each.
    pub(super) fn size(&self, words: &[WordId], parts: &[Part]) -> usize {
        let pairs = words
            .iter()
            .flat_map(|word| parts.iter().map(move |part| (word, part)));
        pairs
            .map(|(&word, &part)| self.stored.frequency(word, part) as usize)
            .sum()
    }

    /// The entries that have any of these words in any of these parts.
    pub(super) fn union(&self, words: &[WordId], parts: &[Part]) -> Vec<u32> {
        let mut union = Vec::with_capacity(self.size(words, parts));
        for &word in words {
            for &part in parts {
                union.extend_from_slice(&self.of(word, part));
            }
        }
        sort_once(&mut union);
        union
    }

    /// How many entries have any of these words in any of these parts, or are in one of the other lists; `more` are in
    /// others that were only reckoned.
    pub(super) fn union_size(
        &self,
        words: &[WordId],
        parts: &[Part],
        others: &[&[u32]],
        more: usize,
    ) -> u32 {
        let entries = self.stored.entry_count();
        let size = self.size(words, parts);
        let counted = if let ([_] | [], []) = (words, others) {
            // No entry has a word in two parts.
            size
        } else if size <= MOST_COUNTED {
            let mut union = self.union(words, parts);
            for other in others {
                union.extend_from_slice(other);
            }
            sort_once(&mut union);
            union.len()
        } else {
            self.reckoned(words, parts, others)
        };
        number(counted.saturating_add(more).min(entries))
    }

    /// How many entries there are if words stand together as often as by chance.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a share of the entries"
    )]
    fn reckoned(&self, words: &[WordId], parts: &[Part], others: &[&[u32]]) -> usize {
        let entries = self.stored.entry_count() as f64;
        let words = words.iter().map(|&word| self.size(&[word], parts));
        let without = words
            .chain(others.iter().map(|other| other.len()))
            .map(|size| 1.0 - (size as f64 / entries).min(1.0))
            .product::<f64>();
        ((1.0 - without) * entries) as usize
    }

    /// The entries in which some word of each of these sets stands; none where there would be very many.
    pub(super) fn intersection(&self, sets: &[Vec<WordId>]) -> Option<Vec<u32>> {
        let mut by_size: Vec<&Vec<WordId>> = sets.iter().collect();
        by_size.sort_by_key(|words| self.size(words, &PARTS));
        let (rarest, others) = by_size.split_first()?;
        if self.size(rarest, &PARTS) > MOST_COUNTED {
            return None;
        }
        let mut entries = self.union(rarest, &PARTS);
        for words in others {
            entries = self.having_one_of(words, &entries);
        }
        Some(entries)
    }

    /// Those of some entries that have one of these words.
    pub(super) fn having_one_of(&self, words: &[WordId], among: &[u32]) -> Vec<u32> {
        let mut has = vec![false; among.len()];
        for &word in words {
            for part in PARTS {
                self.stored
                    .held(word, part, among, &mut |place| has[place] = true);
            }
        }
        let having = among.iter().zip(has).filter(|(_, has)| *has);
        having.map(|(&entry, _)| entry).collect()
    }

    /// In how many entries a word stands.
    pub(super) fn entry_frequency(&self, word: WordId) -> u32 {
        Index::entry_frequency(self.stored, word)
    }
}

/// Puts lists that were put one behind the other in order; sorting finds that they were in order by themselves.
#[expect(
    clippy::stable_sort_primitive,
    reason = "the other way of sorting does not merge what is in order"
)]
pub(super) fn sort_once(entries: &mut Vec<u32>) {
    entries.sort();
    entries.dedup();
}
