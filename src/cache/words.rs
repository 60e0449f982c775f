//! Where the lists of each word are: words in groups, so that short numbers do for nearly all of them.

use std::sync::{Mutex, PoisonError};

use hashbrown::HashMap;

use super::blocks::Blocks;
use super::coding::{Decoder, Encoder};
use super::layout::{Layout, Section};
use crate::search::vocabulary::WordId;

/// How many words a group has: of one that is read, those before a word are taken apart in vain.
const GROUP: u32 = 16;
/// From so many entries on, it does not fit into half a byte how many a list has: how many more follows.
const MANY: u64 = 15;
/// The bytes that say where a group is, and where its lists begin.
const PLACE: u64 = 10;
/// How many words are remembered at most.
const MOST_REMEMBERED: usize = 1 << 16;

/// Where a list is, and how long.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct List {
    /// In the content of the index.
    pub(super) start: u64,
    pub(super) bytes: u64,
    pub(super) entries: u32,
}

/// What is known of a word.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Info {
    pub(super) phrasing: List,
    pub(super) answer: List,
    /// Which word it was, counted by where each stood first.
    pub(super) first_seen: u32,
}

/// Writes what is known of words, in their order.
#[derive(Debug, Default)]
pub(super) struct InfoWriter {
    pub(super) places: Encoder,
    pub(super) infos: Encoder,
    count: u32,
}

impl InfoWriter {
    /// The next word; `starts` is where its lists begin among all lists, and places do not matter.
    pub(super) fn add(&mut self, info: &Info, starts: usize) {
        if self.count.is_multiple_of(GROUP) {
            self.place(starts);
        }
        self.count += 1;
        self.infos.number(u64::from(info.first_seen));
        let lists = [info.phrasing, info.answer];
        let [phrasing, answer] = lists.map(|list| u64::from(list.entries).min(MANY));
        self.infos.fixed(answer << 4 | phrasing, 1);
        for list in lists.iter().filter(|list| list.entries > 0) {
            if let Some(more) = u64::from(list.entries).checked_sub(MANY) {
                self.infos.number(more);
            }
            self.infos.number(list.bytes);
        }
    }

    /// Where the last group ends.
    pub(super) fn finish(&mut self, ends: usize) {
        self.place(ends);
    }

    fn place(&mut self, lists: usize) {
        self.places.fixed(self.infos.0.len() as u64, 5);
        self.places.fixed(lists as u64, 5);
    }
}

/// What is known of the words of an index, as far as anybody asked.
#[derive(Debug, Default)]
pub(super) struct Words {
    known: Mutex<HashMap<WordId, Info>>,
}

impl Words {
    /// How many bytes say where the groups of so many words are.
    pub(super) fn places_size(words: u32) -> u64 {
        u64::from(words).div_ceil(u64::from(GROUP)) * PLACE + PLACE
    }

    /// What is known of a word.
    pub(super) fn info(&self, word: WordId, blocks: &Blocks, layout: &Layout) -> Info {
        let known = || self.known.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(info) = known().get(&word) {
            return *info;
        }
        let Some(info) = read(word, blocks, layout) else {
            return blocks.doubt();
        };
        let mut known = known();
        if known.len() >= MOST_REMEMBERED {
            known.clear();
        }
        known.insert(word, info);
        info
    }
}

fn read(word: WordId, blocks: &Blocks, layout: &Layout) -> Option<Info> {
    let places = layout.section(Section::InfoPlaces);
    let place = places.start + u64::from(word / GROUP) * PLACE;
    if place + 2 * PLACE > places.end {
        return None;
    }
    let bytes = blocks.read(place..place + 2 * PLACE);
    let mut bytes = Decoder(&bytes);
    let (start, lists, end) = (bytes.fixed(5)?, bytes.fixed(5)?, bytes.fixed(5)?);
    let infos = layout.section(Section::WordInfo);
    if start > end || infos.start + end > infos.end {
        return None;
    }
    let bytes = blocks.read(infos.start + start..infos.start + end);
    let mut bytes = Decoder(&bytes);
    let mut place = layout.section(Section::Postings).start + lists;
    let mut info = Info::default();
    for _ in 0..=word % GROUP {
        info.first_seen = bytes.number()?.try_into().ok()?;
        let few = u64::from(*bytes.bytes(1)?.first()?);
        for (list, few) in [
            (&mut info.phrasing, few & MANY),
            (&mut info.answer, few >> 4),
        ] {
            let entries = match few {
                MANY => bytes.number()?.checked_add(MANY)?,
                few => few,
            };
            *list = List {
                start: place,
                bytes: if entries == 0 { 0 } else { bytes.number()? },
                entries: entries.try_into().ok()?,
            };
            place = place.checked_add(list.bytes)?;
        }
    }
    let within = place <= layout.section(Section::Postings).end;
    let plausible = [info.phrasing, info.answer]
        .iter()
        .all(|list| list.entries <= layout.entries);
    (within && plausible).then_some(info)
}
