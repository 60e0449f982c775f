//! Entries that follow one another, read as numbers: two cores read one half of a large FAQ each.

use std::num::NonZero;
use std::ops::Range;
use std::thread;

use super::reader::Reader;
use super::vocabulary::{Vocabulary, WordId, number};
use crate::model::Entry;
use crate::text::Analyzer;

/// From how many bytes of text on a second core pays. With half as much, what the halves cost to put together is all that
/// is gained; with four times as much, a question takes a seventh less time.
const WORTH_A_THREAD: usize = 1024 * 1024;

/// With the space behind it; what is too much room costs nothing, being never touched.
const BYTES_PER_WORD: usize = 5;

/// The words of some entries.
#[derive(Debug)]
pub(super) struct Stretch {
    pub(super) vocabulary: Vocabulary,
    /// The words of all texts, one after the other.
    pub(super) words: Vec<WordId>,
    /// Where each phrasing stands in `words`.
    pub(super) phrasings: Vec<Range<u32>>,
    /// Where each entry stands.
    pub(super) entries: Vec<EntryRange>,
    /// The entry after which there was no room for more, if there was one.
    pub(super) full_at: Option<usize>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct EntryRange {
    pub(super) phrasings: Range<u32>,
    /// From the first word of its question to the last of its answer.
    pub(super) words: Range<u32>,
}

impl Stretch {
    /// Reads entries, each with the analyzer for its document, into so many bytes of memory. However many cores do, the
    /// numbers are the same.
    pub(super) fn read(entries: &[Entry<'_>], analyzers: &[Analyzer], room: usize) -> Self {
        let bytes = entries.iter().map(size).sum();
        let is_alone = || thread::available_parallelism().map_or(1, NonZero::get) < 2;
        if bytes < WORTH_A_THREAD || is_alone() {
            return Self::read_here(entries, bytes, analyzers, room);
        }
        let (here, there) = halves(entries, bytes);
        // In the end there are two halves, and all that is in the second once more in the first.
        let room = room / 3;
        thread::scope(|scope| {
            let read = || Self::read_here(there, bytes / 2, analyzers, room);
            let other = thread::Builder::new().spawn_scoped(scope, read);
            // There is room for both.
            let mut all = Self::read_here(here, bytes, analyzers, room);
            all.append(&match other.map(thread::ScopedJoinHandle::join) {
                Ok(Ok(other)) => other,
                // There is no thread to be had, or it did not come back.
                Ok(Err(_)) | Err(_) => read(),
            });
            all
        })
    }

    fn read_here(entries: &[Entry<'_>], bytes: usize, analyzers: &[Analyzer], room: usize) -> Self {
        let mut readers: Vec<Reader<'_>> = analyzers.iter().map(Reader::new).collect();
        let mut stretch = Self {
            vocabulary: Vocabulary::for_text(bytes),
            words: Vec::with_capacity(bytes / BYTES_PER_WORD),
            phrasings: Vec::with_capacity(entries.len()),
            entries: Vec::with_capacity(entries.len()),
            full_at: None,
        };
        for (number, entry) in entries.iter().enumerate() {
            stretch.push(entry, &mut readers[entry.place.document]);
            let seen: usize = readers.iter().map(Reader::size).sum();
            if stretch.size() + seen > room {
                stretch.full_at = Some(number);
                break;
            }
        }
        stretch
    }

    /// How many bytes of memory it takes, as far as they are used.
    fn size(&self) -> usize {
        self.vocabulary.size()
            + self.words.len() * size_of::<WordId>()
            + self.phrasings.len() * size_of::<Range<u32>>()
            + self.entries.len() * size_of::<EntryRange>()
    }

    fn push(&mut self, entry: &Entry<'_>, reader: &mut Reader<'_>) {
        let (vocabulary, words) = (&mut self.vocabulary, &mut self.words);
        let (first, first_phrasing) = (number(words.len()), number(self.phrasings.len()));
        for phrasing in entry.phrasings() {
            let start = number(words.len());
            reader.read(phrasing, vocabulary, words);
            self.phrasings.push(start..number(words.len()));
        }
        reader.read(&entry.answer, vocabulary, words);
        self.entries.push(EntryRange {
            phrasings: first_phrasing..number(self.phrasings.len()),
            words: first..number(words.len()),
        });
    }

    /// Adds the entries that follow.
    fn append(&mut self, other: &Self) {
        let behind_these = other.full_at.map(|at| self.entries.len() + at);
        self.full_at = self.full_at.or(behind_these);
        let ids = self.vocabulary.add_all(&other.vocabulary);
        let (words, phrasings) = (number(self.words.len()), number(self.phrasings.len()));
        let behind = |range: &Range<u32>, by: u32| range.start + by..range.end + by;
        let added = other.words.iter().map(|&word| ids[word as usize]);
        self.words.extend(added);
        let added = other.phrasings.iter().map(|range| behind(range, words));
        self.phrasings.extend(added);
        self.entries
            .extend(other.entries.iter().map(|entry| EntryRange {
                phrasings: behind(&entry.phrasings, phrasings),
                words: behind(&entry.words, words),
            }));
    }
}

fn size(entry: &Entry<'_>) -> usize {
    entry.answer.len() + entry.phrasings().map(str::len).sum::<usize>()
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Language;

    fn entry(phrasings: &[&'static str], answer: &'static str) -> Entry<'static> {
        Entry {
            question: phrasings[0].into(),
            alternates: phrasings[1..].iter().map(|&it| it.into()).collect(),
            answer: answer.into(),
            ..Entry::default()
        }
    }

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
        let analyzers = [Analyzer::new(Some(Language::English))];
        let whole = Stretch::read_here(&entries, 0, &analyzers, usize::MAX);
        for middle in 0..=entries.len() {
            let (here, there) = entries.split_at(middle);
            let mut all = Stretch::read_here(here, 0, &analyzers, usize::MAX);
            all.append(&Stretch::read_here(there, 0, &analyzers, usize::MAX));
            let texts = |stretch: &Stretch| -> Vec<String> {
                let ids = 0..number(stretch.vocabulary.len());
                ids.map(|id| format!("{:?}", stretch.vocabulary.word(id)))
                    .collect()
            };
            assert_eq!(texts(&all), texts(&whole), "{middle}");
            assert_eq!(all.words, whole.words, "{middle}");
            assert_eq!(all.phrasings, whole.phrasings, "{middle}");
            assert_eq!(all.entries, whole.entries, "{middle}");
        }
    }

    #[test]
    fn reading_ends_where_there_is_no_room() {
        let entries = [entry(&["One?"], "Two."), entry(&["Three?"], "Four.")];
        let analyzers = [Analyzer::new(Some(Language::English))];
        let full_at = |room| Stretch::read_here(&entries, 0, &analyzers, room).full_at;
        assert_eq!(full_at(usize::MAX), None);
        assert_eq!(full_at(700), Some(1));
        assert_eq!(full_at(0), Some(0));
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
