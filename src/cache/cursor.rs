//! A list of entries that is taken apart as far as it is read.

use std::ops::Range;

use super::blocks::Blocks;
use super::postings::{self, SKIP};
use crate::search::index::stored::Cursor;
use crate::search::vocabulary::number;
use crate::search::vocabulary::sorted::partition_point;

/// Comes after every entry.
const END: u32 = u32::MAX;

/// So many steps of one byte are taken at once: most steps of long lists are short.
const SHORT: usize = 8;

/// From no entry before this one can so many short steps lead past what an entry's number may be.
const SURE: u32 = END - (1 << 10);
const _: () = assert!(0x80 * SHORT <= 1 << 10);

/// A list as its bytes.
#[derive(Debug)]
pub(super) struct ListCursor<'b> {
    /// The table and the steps.
    bytes: Vec<u8>,
    /// Where the steps begin.
    steps: usize,
    at: At,
    blocks: &'b Blocks,
}

/// Where a list is read.
#[derive(Debug, Clone, Copy)]
struct At {
    /// The next entry, or [`END`].
    entry: u32,
    /// Where the step stands that leads on from it.
    place: usize,
}

impl<'b> ListCursor<'b> {
    /// A list of so many entries.
    pub(super) fn new(bytes: Vec<u8>, entries: usize, blocks: &'b Blocks) -> Self {
        let steps = postings::table_size(entries).min(bytes.len());
        let mut cursor = Self {
            bytes,
            steps,
            at: At {
                entry: END,
                place: 0,
            },
            blocks,
        };
        cursor.rewind();
        cursor
    }

    /// Goes on to the group in which the first entry from `start` on stands, if that is further on.
    fn skip(&mut self, start: u32) {
        let table = &self.bytes[..self.steps];
        let skip = |number: u32| postings::skip(&table[number as usize * SKIP..]);
        let groups = partition_point(number(table.len() / SKIP), |group| skip(group).last < start);
        if let Some(before) = groups.checked_sub(1).map(skip) {
            let place = self.steps + before.end as usize;
            if place > self.at.place {
                let before = At {
                    entry: before.last,
                    place,
                };
                self.at = before.step(&self.bytes);
            }
        }
    }
}

impl At {
    /// The steps that follow, if so many of them are short, and where those end.
    fn short_steps(self, bytes: &[u8]) -> Option<(usize, [u8; SHORT])> {
        let steps = *bytes.get(self.place..)?.first_chunk()?;
        let are_short = u64::from_le_bytes(steps) & 0x8080_8080_8080_8080 == 0;
        are_short.then_some((self.place + SHORT, steps))
    }

    /// The entry after the one here.
    fn step(self, bytes: &[u8]) -> Self {
        let Self { entry, place } = self;
        let step = match bytes.get(place) {
            Some(&byte) if byte < 0x80 => Some((u32::from(byte), 1)),
            Some(_) => postings::long_step(&bytes[place..]),
            None => None,
        };
        match step {
            Some((step, length)) => Self {
                entry: entry.saturating_add(step),
                place: place + length,
            },
            None => Self { entry: END, place },
        }
    }
}

impl Cursor for ListCursor<'_> {
    fn read(&mut self, range: &Range<u32>, entries: &mut [u32]) -> usize {
        if self.at.entry < range.start {
            self.skip(range.start);
        }
        let (bytes, mut at) = (self.bytes.as_slice(), self.at);
        while at.entry < range.start {
            at = at.step(bytes);
        }
        let mut count = 0;
        while at.entry < SURE
            && let Some((next, steps)) = at.short_steps(bytes)
            && let Some(room) = entries
                .get_mut(count..)
                .and_then(|room| room.first_chunk_mut::<SHORT>())
        {
            let mut entry = at.entry;
            for (slot, step) in room.iter_mut().zip(&steps) {
                *slot = entry;
                entry = entry.wrapping_add(u32::from(*step));
            }
            if room.last().is_none_or(|&last| last >= range.end) {
                break;
            }
            count += SHORT;
            at = At { entry, place: next };
        }
        while at.entry < range.end {
            let Some(entry) = entries.get_mut(count) else {
                // No list has an entry twice.
                return self.blocks.doubt();
            };
            *entry = at.entry;
            count += 1;
            at = at.step(bytes);
        }
        if at.entry == END && at.place < bytes.len() {
            return self.blocks.doubt();
        }
        self.at = at;
        count
    }

    fn next(&self) -> u32 {
        self.at.entry
    }

    fn rewind(&mut self) {
        let start = At {
            entry: 0,
            place: self.steps,
        };
        self.at = start.step(&self.bytes);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::cache::blocks::{BlockWriter, Bytes};
    use crate::cache::coding::Encoder;

    proptest! {
        #[test]
        fn any_ranges_of_a_list_are_read(
            list in proptest::collection::btree_set(0_u32..90_000, 0..2000),
            ranges in proptest::collection::btree_set(0_u32..100_000, 2..9),
        ) {
            let list: Vec<u32> = list.into_iter().collect();
            let mut bytes = Encoder::default();
            postings::encode(&list, &mut bytes);
            let blocks = BlockWriter::new(Vec::new()).finish(b"").unwrap();
            let blocks = Blocks::new(Bytes::Memory(blocks)).unwrap();
            let mut cursor = ListCursor::new(bytes.0, list.len(), &blocks);
            let ranges: Vec<u32> = ranges.into_iter().collect();
            // The ranges between are passed over, and nothing is left of it the second time.
            for _ in 0..2 {
                for ends in ranges.chunks_exact(2) {
                    let range = ends[0]..ends[1];
                    let mut room = vec![0; range.len()];
                    let count = cursor.read(&range, &mut room);
                    let next = list.iter().find(|&&entry| entry >= range.end);
                    prop_assert_eq!(cursor.next(), next.copied().unwrap_or(END));
                    let expected = list.iter().filter(|entry| range.contains(entry));
                    prop_assert_eq!(&room[..count], expected.copied().collect::<Vec<u32>>());
                }
                cursor.rewind();
            }
            prop_assert!(blocks.are_sound());
        }
    }

    #[test]
    fn what_is_no_list_is_doubted() {
        for bytes in [&[0x80][..], &[0xFF; 9], &[1, 0, 0, 0]] {
            let blocks = BlockWriter::new(Vec::new()).finish(b"").unwrap();
            let blocks = Blocks::new(Bytes::Memory(blocks)).unwrap();
            let mut cursor = ListCursor::new(bytes.to_vec(), 1, &blocks);
            cursor.read(&(0..3), &mut [0; 3]);
            assert!(!blocks.are_sound(), "{bytes:?}");
        }
    }
}
