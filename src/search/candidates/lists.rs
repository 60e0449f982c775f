//! Lists of entries, from an index that was made before: each word's is read once for a question.

use std::cell::RefCell;
use std::rc::Rc;

use hashbrown::HashMap;

use super::hits::RANGE;
use super::together::together;
use crate::search::index::Index;
use crate::search::index::stored::{Cursor, PARTS, Part, Stored};
use crate::search::vocabulary::{WordId, number};
use crate::sorting;

/// Beyond so many postings, how many entries have one of several words is reckoned, not counted: such words weigh
/// little, and a small error in how many there are changes that hardly at all.
const MOST_COUNTED: usize = 1 << 16;

/// From so many postings on for each entry that is sought among them, no more is read of a list than is needed: otherwise
/// the list may as well be at hand for gathering.
const FAR_APART: usize = 256;

/// The lists that a question has come by.
#[derive(Debug)]
pub(in crate::search) struct Lists<'s> {
    pub(super) stored: &'s dyn Stored,
    read: RefCell<HashMap<Key, Rc<Vec<u32>>>>,
    /// Lists that are read from beginning to end without being kept in memory as a whole.
    cursors: RefCell<HashMap<Key, Box<dyn Cursor + 's>>>,
}

/// A word, and where in entries it stands.
pub(super) type Key = (WordId, Part);

impl<'s> Lists<'s> {
    pub(in crate::search) fn new(stored: &'s dyn Stored) -> Self {
        Self {
            stored,
            read: RefCell::default(),
            cursors: RefCell::default(),
        }
    }

    /// The entries that have a word in this part.
    pub(super) fn of(&self, word: WordId, part: Part) -> Rc<Vec<u32>> {
        let key = (word, part);
        if let Some(list) = self.read.borrow().get(&key) {
            return Rc::clone(list);
        }
        let list = Rc::new(self.stored.postings(word, part));
        self.read.borrow_mut().insert(key, Rc::clone(&list));
        list
    }

    /// A list to be read from its beginning on.
    pub(super) fn take_cursor(&self, key: Key) -> Box<dyn Cursor + 's> {
        let known = self.cursors.borrow_mut().remove(&key);
        known.unwrap_or_else(|| self.stored.cursor(key.0, key.1))
    }

    /// Keeps what was read of a list for the next time.
    pub(super) fn give_back_cursor(&self, key: Key, mut cursor: Box<dyn Cursor + 's>) {
        cursor.rewind();
        self.cursors.borrow_mut().insert(key, cursor);
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
        sorting::by_key(&mut by_size, |words| self.size(words, &PARTS));
        let (rarest, others) = by_size.split_first()?;
        let fewest = self.size(rarest, &PARTS);
        if fewest > MOST_COUNTED {
            return None;
        }
        if others.iter().all(|words| !self.is_far_apart(words, fewest)) {
            return Some(together(&by_size, self));
        }
        let mut entries = self.union(rarest, &PARTS);
        for words in others {
            entries = self.having_one_of(words, &entries);
        }
        Some(entries)
    }

    /// Whether any of these words has a list so long that, for so many entries, only parts of it need be read.
    fn is_far_apart(&self, words: &[WordId], entries: usize) -> bool {
        let mut sizes = words
            .iter()
            .flat_map(|&word| PARTS.map(|part| self.stored.frequency(word, part)));
        sizes.any(|size| entries * FAR_APART < size as usize)
    }

    /// Those of some entries that have one of these words.
    pub(super) fn having_one_of(&self, words: &[WordId], among: &[u32]) -> Vec<u32> {
        let mut has = vec![false; among.len()];
        for &word in words {
            for part in PARTS {
                self.held((word, part), among, |place| has[place] = true);
            }
        }
        let having = among.iter().zip(has).filter(|(_, has)| *has);
        having.map(|(&entry, _)| entry).collect()
    }

    /// Of some entries, hands over the places of those that are in a list.
    fn held(&self, key: Key, among: &[u32], mut take: impl FnMut(usize)) {
        if among.len() * FAR_APART < self.stored.frequency(key.0, key.1) as usize {
            return self.stored.held(key.0, key.1, among, &mut take);
        }
        let mut cursor = self.take_cursor(key);
        let (mut room, mut is_in) = (vec![0; RANGE], [false; RANGE]);
        let mut place = 0;
        while let Some(&first) = among.get(place) {
            let range = first..first.saturating_add(number(RANGE));
            let count = cursor.read(&range, &mut room);
            let list = room.get(..count).unwrap_or_default();
            let at = |entry: u32| (entry - first) as usize % RANGE;
            for &entry in list {
                is_in[at(entry)] = true;
            }
            while let Some(&entry) = among.get(place).filter(|&&entry| entry < range.end) {
                if is_in[at(entry)] {
                    take(place);
                }
                place += 1;
            }
            for &entry in list {
                is_in[at(entry)] = false;
            }
        }
        self.give_back_cursor(key, cursor);
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
