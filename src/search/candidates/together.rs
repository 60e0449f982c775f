//! Entries in which words of several sets stand together, found one range of entries after the other.

use super::hits::RANGE;
use super::lists::{Key, Lists};
use crate::search::index::stored::{Cursor, PARTS};
use crate::search::vocabulary::{WordId, number};

/// A range of entries, a bit for each: what several lists have in common is told for 64 entries at once.
type Present = [u64; PLACES];
const BITS: usize = u64::BITS as usize;
const PLACES: usize = RANGE / BITS;

/// The entries that have a word of each set, in any part. It is best for the rarest set to come first: where it has
/// nothing, the lists of the others are passed over.
pub(super) fn together(sets: &[&Vec<WordId>], lists: &Lists<'_>) -> Vec<u32> {
    let mut sets: Vec<Set<'_>> = sets.iter().map(|words| Set::new(words, lists)).collect();
    let entries = lists.stored.entry_count();
    let (mut room, mut found) = (vec![0; RANGE], Vec::new());
    for start in (0..entries).step_by(RANGE) {
        let first = number(start);
        let mut all: Present = [u64::MAX; PLACES];
        for set in &mut sets {
            let here = set.present(first, number(entries.min(start + RANGE)), &mut room);
            let mut any = 0;
            for (all, here) in all.iter_mut().zip(here) {
                *all &= here;
                any |= *all;
            }
            if any == 0 {
                break;
            }
        }
        for (base, mut left) in (first..).step_by(BITS).zip(all) {
            while left != 0 {
                found.push(base + left.trailing_zeros());
                left &= left - 1;
            }
        }
    }
    for set in sets {
        for (key, cursor) in set.cursors {
            lists.give_back_cursor(key, cursor);
        }
    }
    found
}

/// The lists of some words.
struct Set<'l> {
    cursors: Vec<(Key, Box<dyn Cursor + 'l>)>,
}

impl<'l> Set<'l> {
    fn new(words: &[WordId], lists: &Lists<'l>) -> Self {
        let keys = words
            .iter()
            .flat_map(|&word| PARTS.map(|part| (word, part)));
        let filled = keys.filter(|&(word, part)| lists.stored.frequency(word, part) > 0);
        Self {
            cursors: filled.map(|key| (key, lists.take_cursor(key))).collect(),
        }
    }

    /// Which entries of a range any of the words stands in.
    fn present(&mut self, start: u32, end: u32, room: &mut [u32]) -> Present {
        let mut present: Present = [0; PLACES];
        for (_, cursor) in &mut self.cursors {
            if cursor.next() >= end {
                continue;
            }
            let count = cursor.read(&(start..end), room);
            for &entry in room.get(..count).unwrap_or_default() {
                let place = (entry - start) as usize;
                if let Some(bits) = present.get_mut(place / BITS) {
                    *bits |= 1 << (place % BITS);
                }
            }
        }
        present
    }
}
