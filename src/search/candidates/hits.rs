//! What one group of words says of entries, a range of them at a time: how like the best of them is that an entry has.

use std::ops::Range;
use std::rc::Rc;

use super::Group;
use super::lists::{Key, Lists};
use crate::search::index::stored::{Cursor, Part};
use crate::sorting;

/// How many entries are summed up at a time: the sums and what is at hand of a list stay in the nearest cache.
pub(super) const RANGE: usize = 4096;

/// What speaks for an entry: by what was asked, and by what is counted.
pub(super) type Sum = [f32; 2];

/// What a group says, list by list.
pub(in crate::search) struct Said<'l> {
    lists: Vec<List<'l>>,
    /// Whether no entry can be in two of the lists.
    are_apart: bool,
    /// The most that the group can say for an entry.
    pub(super) most: f32,
}

/// A rising list of entries, and what it says for each of them.
struct List<'l> {
    entries: Entries<'l>,
    /// The next of them: most lists are short, and few ranges have any entry of them.
    next: u32,
    says: Sum,
    size: usize,
}

enum Entries<'l> {
    Stored(Key, Box<dyn Cursor + 'l>),
    /// From this place on.
    Listed(Rc<Vec<u32>>, usize),
}

/// Room for what is said of a range of entries.
pub(super) struct Room {
    /// Entries of a list that are in the range.
    at_hand: Vec<u32>,
    /// The best that was said of each entry by the lists of one group, and of which anything was.
    best: Vec<Sum>,
    told: Vec<usize>,
}

impl Room {
    pub(super) fn new() -> Self {
        Self {
            at_hand: vec![0; RANGE],
            best: vec![[0.0; 2]; RANGE],
            told: Vec::with_capacity(RANGE),
        }
    }
}

impl<'l> Said<'l> {
    /// What a group says; `scale` brings what is asked and what is counted to the scale of scores.
    pub(super) fn new(group: &Group, lists: &Lists<'l>, scale: Sum) -> Self {
        let says = |part: Part, worth: f32| {
            let found = match part {
                Part::Phrasing => worth,
                Part::AnswerAlone => worth * group.in_answer,
            };
            [
                scale[0] * group.weight * found,
                scale[1] * group.rarity * worth,
            ]
        };
        let words = group
            .words
            .iter()
            .flat_map(|&(word, worth)| group.parts.iter().map(move |&part| (word, part, worth)));
        let stored = words.map(|(word, part, worth)| List {
            entries: Entries::Stored((word, part), lists.take_cursor((word, part))),
            next: 0,
            says: says(part, worth),
            size: lists.size(&[word], &[part]),
        });
        let listed = group.phrases.iter().map(|(entries, worth)| List {
            entries: Entries::Listed(Rc::clone(entries), 0),
            next: 0,
            says: says(Part::Phrasing, *worth),
            size: entries.len(),
        });
        let mut all: Vec<List<'_>> = stored.chain(listed).collect();
        // What is longest comes last: it need not be put with the others.
        sorting::by_key(&mut all, |list| list.size);
        let says = all.iter().map(|list| list.says);
        let most = says.fold([0.0; 2], better);
        Self {
            are_apart: group.words.len() + group.phrases.len() <= 1,
            lists: all,
            most: most[0] + most[1],
        }
    }

    /// Adds what the group says of the entries of a range.
    pub(super) fn add(&mut self, range: &Range<u32>, sums: &mut [Sum], room: &mut Room) {
        let place = |entry: u32| (entry - range.start) as usize;
        let add = |sum: &mut Sum, says: Sum| {
            sum[0] += says[0];
            sum[1] += says[1];
        };
        let Room {
            at_hand,
            best,
            told,
        } = room;
        if self.are_apart {
            for list in &mut self.lists {
                let says = list.says;
                for &entry in list.read(range, at_hand) {
                    if let Some(sum) = sums.get_mut(place(entry)) {
                        add(sum, says);
                    }
                }
            }
            return;
        }
        let Some((longest, others)) = self.lists.split_last_mut() else {
            return;
        };
        told.clear();
        for list in others {
            let says = list.says;
            for &entry in list.read(range, at_hand) {
                if let Some(best) = best.get_mut(place(entry)) {
                    if best[1] <= 0.0 {
                        told.push(place(entry));
                    }
                    *best = better(*best, says);
                }
            }
        }
        let says = longest.says;
        for &entry in longest.read(range, at_hand) {
            let place = place(entry);
            if let (Some(sum), Some(best)) = (sums.get_mut(place), best.get_mut(place)) {
                add(sum, better(*best, says));
                *best = [0.0; 2];
            }
        }
        for &place in &*told {
            add(&mut sums[place], std::mem::take(&mut best[place]));
        }
    }

    /// Gives back what was lent to read the lists.
    pub(super) fn give_back(self, lists: &Lists<'l>) {
        for list in self.lists {
            if let Entries::Stored(key, cursor) = list.entries {
                lists.give_back_cursor(key, cursor);
            }
        }
    }
}

impl List<'_> {
    /// The entries in a range; none is asked for twice, and ranges rise.
    fn read<'a>(&'a mut self, range: &Range<u32>, room: &'a mut [u32]) -> &'a [u32] {
        if self.next >= range.end {
            return &[];
        }
        match &mut self.entries {
            Entries::Stored(_, cursor) => {
                let count = cursor.read(range, room);
                self.next = cursor.next();
                room.get(..count).unwrap_or_default()
            }
            Entries::Listed(entries, from) => {
                let rest = &entries[*from..];
                let start = *from + rest.partition_point(|&entry| entry < range.start);
                let length = entries[start..].partition_point(|&entry| entry < range.end);
                *from = start + length;
                self.next = entries.get(*from).copied().unwrap_or(u32::MAX);
                &entries[start..*from]
            }
        }
    }
}

/// The more of what two lists say of the same entry.
fn better(a: Sum, b: Sum) -> Sum {
    let more = |a: f32, b: f32| if b > a { b } else { a };
    [more(a[0], b[0]), more(a[1], b[1])]
}
