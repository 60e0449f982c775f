//! From the words of each entry to the entries of each word.

use crate::search::index::memory::Memory;
use crate::search::vocabulary::{WordId, number};

/// The entries of each word, by where in them it stands.
#[derive(Debug)]
pub(super) struct Inversion {
    /// In phrasings, and in answers alone.
    parts: [Lists; 2],
}

/// Lists one after the other, and where each ends.
#[derive(Debug)]
struct Lists {
    entries: Vec<u32>,
    ends: Vec<usize>,
}

impl Inversion {
    /// Turns the words of a FAQ round; `sorted` says in which order they are to be, and `pass` is called twice for each
    /// entry.
    pub(super) fn new(memory: &Memory<'_>, sorted: &[WordId], pass: &mut dyn FnMut()) -> Self {
        let mut ranks = vec![0_u32; sorted.len()];
        for (rank, &id) in sorted.iter().enumerate() {
            ranks[id as usize] = number(rank);
        }
        // Counted first, so that every list has its place from the beginning.
        let mut ends = [vec![0_usize; sorted.len()], vec![0_usize; sorted.len()]];
        each(memory, &ranks, pass, |part, rank, _| ends[part][rank] += 1);
        let [mut phrasings, mut answers] = ends.map(Lists::of_sizes);
        each(memory, &ranks, pass, |part, rank, entry| {
            let lists = if part == 0 {
                &mut phrasings
            } else {
                &mut answers
            };
            lists.entries[lists.ends[rank]] = entry;
            lists.ends[rank] += 1;
        });
        Self {
            parts: [phrasings, answers],
        }
    }

    /// The entries that have a word in a phrasing, and those that have it in the answer alone.
    pub(super) fn lists(&self, rank: usize) -> [&[u32]; 2] {
        [0, 1].map(|part| {
            let Lists { entries, ends } = &self.parts[part];
            let start = if rank == 0 { 0 } else { ends[rank - 1] };
            &entries[start..ends[rank]]
        })
    }
}

impl Lists {
    /// Room for lists of these sizes; each ends where it begins so far.
    fn of_sizes(mut sizes: Vec<usize>) -> Self {
        let mut start = 0;
        for size in &mut sizes {
            start += std::mem::replace(size, start);
        }
        Self {
            entries: vec![0; start],
            ends: sizes,
        }
    }
}

/// Hands over each word of each entry once, with the first part that it stands in.
fn each(
    memory: &Memory<'_>,
    ranks: &[u32],
    pass: &mut dyn FnMut(),
    mut take: impl FnMut(usize, usize, u32),
) {
    let mut last_seen = vec![u32::MAX; ranks.len()];
    for entry in 0..number(memory.entry_count()) {
        let words = memory.entry_words(entry as usize);
        let mut take_new = |part: usize, words: &[WordId]| {
            for &word in words {
                if std::mem::replace(&mut last_seen[word as usize], entry) != entry {
                    take(part, ranks[word as usize] as usize, entry);
                }
            }
        };
        for phrasing in words.phrasings() {
            take_new(0, phrasing);
        }
        take_new(1, words.answer());
        pass();
    }
}
