//! A large FAQ read by two cores, one half each.

use super::{EntryRange, ForwardIndex, size};
use crate::cores;
use crate::model::Entry;
use crate::search::index::analyzers::Analyzers;
use crate::search::vocabulary::number;

/// From how many bytes of text on a second core pays. With half as much, what the halves cost to put together is all that
/// is gained; with four times as much, a question takes a seventh less time.
const BYTES_WORTH_A_THREAD: usize = 1024 * 1024;

/// Reads entries by two cores, where that pays and there is room for both halves. What two cores have no room for may fit
/// yet where one reads all, and must not depend on how many there are.
pub(super) fn read(
    entries: &[Entry<'_>],
    bytes: usize,
    analyzers: &Analyzers,
    room: usize,
) -> Option<ForwardIndex> {
    if bytes < BYTES_WORTH_A_THREAD || !cores::has_second() {
        return None;
    }
    read_in_halves(entries, bytes, analyzers, room)
}

/// Reads all entries by two cores, if there is room for both halves.
fn read_in_halves(
    entries: &[Entry<'_>],
    bytes: usize,
    analyzers: &Analyzers,
    room: usize,
) -> Option<ForwardIndex> {
    let (here, there) = halves(entries, bytes);
    // In the end there are two halves, and all words of the second's vocabulary once more in the first's.
    let room = room / 3;
    let read = |half| ForwardIndex::read_here(half, bytes / 2, analyzers, room);
    let (mut all, there) = cores::both(|| read(here), || read(there));
    if all.full_at.or(there.full_at).is_some() {
        return None;
    }
    all.append(there);
    Some(all)
}

/// Entries in two halves with about as much text, of so many bytes in all.
fn halves<'e, 'f>(entries: &'e [Entry<'f>], bytes: usize) -> (&'e [Entry<'f>], &'e [Entry<'f>]) {
    let mut before = 0;
    let middle = entries.iter().position(|entry| {
        before += size(entry);
        before >= bytes / 2
    });
    entries.split_at(middle.unwrap_or(entries.len()))
}

impl ForwardIndex {
    /// Adds the entries that follow, once.
    fn append(&mut self, other: Self) {
        let ids = self.vocabulary.add_all(&other.vocabulary);
        self.frequencies.resize(self.vocabulary.len(), 0);
        for (&id, frequency) in ids.iter().zip(other.frequencies) {
            self.frequencies[id as usize] += frequency;
        }
        let mut words = other.words;
        for word in &mut words {
            *word = ids[*word as usize];
        }
        self.words_from = (self.entries.len(), words);
        let phrasings = number(self.phrasings.len());
        self.phrasings.extend(other.phrasings);
        let behind = other.entries.into_iter().map(|entry| EntryRange {
            phrasings: entry.phrasings.start + phrasings..entry.phrasings.end + phrasings,
            words: entry.words,
        });
        self.entries.extend(behind);
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::entry;
    use super::*;
    use crate::search::vocabulary::WordId;
    use crate::text::Language;

    #[test]
    fn two_halves_are_the_same_as_the_whole() {
        let entries = [
            entry(&["Where is the café?"], "By the door."),
            entry(
                &["Is the cafe open?", "When does the café open"],
                "At noon.",
            ),
            entry(&["Who runs the WHO?"], "Who knows, at the café."),
            entry(&["…", "?", "Does it?"], ""),
        ];
        let analyzers = Analyzers::new(&[Some(Language::English)]);
        let whole = ForwardIndex::read_here(&entries, 0, &analyzers, usize::MAX);
        for middle in 0..=entries.len() {
            let (here, there) = entries.split_at(middle);
            let mut all = ForwardIndex::read_here(here, 0, &analyzers, usize::MAX);
            all.append(ForwardIndex::read_here(there, 0, &analyzers, usize::MAX));
            let texts = |forward: &ForwardIndex| -> Vec<String> {
                let ids = 0..number(forward.vocabulary.len());
                ids.map(|id| format!("{:?}", forward.vocabulary.word(id)))
                    .collect()
            };
            assert_eq!(texts(&all), texts(&whole), "{middle}");
            assert_eq!(all.frequencies, whole.frequencies, "{middle}");
            let words = |forward: &ForwardIndex| -> Vec<Vec<WordId>> {
                let (from, others) = &forward.words_from;
                let entries = forward.entries.iter().enumerate();
                let each = entries.flat_map(|(entry, EntryRange { phrasings, words })| {
                    let part = if entry < *from {
                        &forward.words
                    } else {
                        others
                    };
                    let ranges =
                        &forward.phrasings[phrasings.start as usize..phrasings.end as usize];
                    let ranges = ranges.iter().chain([words]);
                    ranges.map(|it| part[it.start as usize..it.end as usize].to_vec())
                });
                each.collect()
            };
            assert_eq!(words(&all), words(&whole), "{middle}");
        }
    }

    #[test]
    fn what_fits_does_not_depend_on_the_number_of_cores() {
        let questions = [
            "Where is it?",
            "Who was there?",
            "Why?",
            "How many were late?",
        ];
        let entries = questions.map(|question| entry(&[question], "Nobody knows anything of it."));
        let bytes = entries.iter().map(size).sum();
        let analyzers = Analyzers::new(&[Some(Language::English)]);
        let (mut in_halves, mut alone) = (0, 0);
        for room in (0..10_000).step_by(50) {
            let whole = ForwardIndex::read_here(&entries, bytes, &analyzers, room);
            match read_in_halves(&entries, bytes, &analyzers, room) {
                // Otherwise one core reads all of it.
                None => alone += usize::from(whole.full_at.is_none()),
                Some(both) => {
                    assert_eq!((both.full_at, whole.full_at), (None, None), "{room}");
                    in_halves += 1;
                }
            }
        }
        assert!(in_halves > 0 && alone > 0, "{in_halves} {alone}");
    }

    #[test]
    fn a_large_faq_fits_into_what_one_core_needs() {
        let entry = |number: usize| Entry {
            question: format!("Where is room {number}?").into(),
            answer: "It is where it always was. ".repeat(4).into(),
            ..Entry::default()
        };
        let entries: Vec<Entry<'_>> = (0..BYTES_WORTH_A_THREAD / 100).map(entry).collect();
        let analyzers = Analyzers::new(&[Some(Language::English)]);
        let full_at = |room| {
            let read = ForwardIndex::read(&entries, &analyzers, room);
            let alone = ForwardIndex::read_here(&entries, 0, &analyzers, room);
            assert_eq!(read.full_at, alone.full_at, "{room}");
            read.full_at
        };
        let (mut full, mut fits) = (0, 64 << 20);
        // About the least that one core needs.
        while fits - full > 1 << 20 {
            let room = usize::midpoint(full, fits);
            let alone = ForwardIndex::read_here(&entries, 0, &analyzers, room);
            *(if alone.full_at.is_some() {
                &mut full
            } else {
                &mut fits
            }) = room;
        }
        assert_eq!(full_at(fits), None);
        assert!(full_at(full).is_some());
    }

    #[test]
    fn halves_have_about_as_much_text() {
        let entries = [
            entry(&["One?"], "A very long answer to a very short question."),
            entry(&["Two?"], ""),
            entry(&["Three?"], ""),
        ];
        let bytes = entries.iter().map(size).sum();
        assert_eq!(halves(&entries, bytes).0.len(), 0);
        assert_eq!(halves(&entries[1..], 11).0.len(), 1);
    }
}
