//! The forward index: entry by entry, its words as numbers in the order in which they stand.

mod halves;

use std::ops::Range;

use super::analyzers::Analyzers;
use super::reader::Reader;
use crate::model::Entry;
use crate::search::vocabulary::{Vocabulary, WordId, number};

/// With the space behind it; what is too much room costs nothing, being never touched.
const BYTES_PER_WORD: usize = 5;

/// The words of entries that follow one another.
#[derive(Debug)]
pub(super) struct ForwardIndex {
    pub(super) vocabulary: Vocabulary,
    /// The words of all texts, one after the other.
    pub(super) words: Vec<WordId>,
    /// Those of the texts that were read by another core: of the entries from a number on.
    pub(super) words_from: (usize, Vec<WordId>),
    /// Where each phrasing stands among the words of its entry's part.
    pub(super) phrasings: Vec<Range<u32>>,
    /// Where each entry stands.
    pub(super) entries: Vec<EntryRange>,
    /// In how many entries' phrasings each word stands.
    pub(super) frequencies: Vec<u32>,
    /// The entry after which there was no room for more, if there was one.
    pub(super) full_at: Option<usize>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct EntryRange {
    pub(super) phrasings: Range<u32>,
    /// From the first word of its question to the last of its answer.
    pub(super) words: Range<u32>,
}

impl ForwardIndex {
    /// Reads entries, each with the analyzer for its document, into so many bytes of memory. However many cores do, the
    /// numbers are the same.
    pub(super) fn read(entries: &[Entry<'_>], analyzers: &Analyzers, room: usize) -> Self {
        let bytes = entries.iter().map(size).sum();
        halves::read(entries, bytes, analyzers, room)
            .unwrap_or_else(|| Self::read_here(entries, bytes, analyzers, room))
    }

    /// Reads entries by one core; `bytes` is about how much text they have.
    fn read_here(entries: &[Entry<'_>], bytes: usize, analyzers: &Analyzers, room: usize) -> Self {
        let mut readers: Vec<Reader<'_>> = analyzers.each().map(Reader::new).collect();
        let mut forward = Self {
            vocabulary: Vocabulary::for_text(bytes),
            words: Vec::with_capacity(bytes / BYTES_PER_WORD),
            words_from: (entries.len(), Vec::new()),
            phrasings: Vec::with_capacity(entries.len()),
            entries: Vec::with_capacity(entries.len()),
            frequencies: Vec::new(),
            full_at: None,
        };
        for (number, entry) in entries.iter().enumerate() {
            let reader = analyzers.number_of(entry.place.document);
            forward.push(entry, &mut readers[reader]);
            // There are as many readers as languages, which are few.
            let seen: usize = readers.iter().map(Reader::size).sum();
            if forward.size() + seen > room {
                forward.full_at = Some(number);
                break;
            }
        }
        forward.frequencies = forward.count_words();
        forward
    }

    /// In how many entries' phrasings each word stands, of entries that were read here.
    fn count_words(&self) -> Vec<u32> {
        let count = self.vocabulary.len();
        let mut frequencies = vec![0_u32; count];
        let mut last_seen = vec![u32::MAX; count];
        for (entry, range) in (0..).zip(&self.entries) {
            let phrasings = range.phrasings.start as usize..range.phrasings.end as usize;
            for Range { start, end } in &self.phrasings[phrasings] {
                for &word in &self.words[*start as usize..*end as usize] {
                    if last_seen[word as usize] != entry {
                        last_seen[word as usize] = entry;
                        frequencies[word as usize] += 1;
                    }
                }
            }
        }
        frequencies
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
}

fn size(entry: &Entry<'_>) -> usize {
    entry.answer.len() + entry.phrasings().map(str::len).sum::<usize>()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Language;

    pub(super) fn entry(phrasings: &[&'static str], answer: &'static str) -> Entry<'static> {
        Entry {
            question: phrasings[0].into(),
            alternates: phrasings[1..].iter().map(|&it| it.into()).collect(),
            answer: answer.into(),
            ..Entry::default()
        }
    }

    #[test]
    fn reading_ends_where_there_is_no_room() {
        let entries = [entry(&["One?"], "Two."), entry(&["Three?"], "Four.")];
        let analyzers = Analyzers::new(&[Some(Language::English)]);
        let full_at = |room| ForwardIndex::read_here(&entries, 0, &analyzers, room).full_at;
        assert_eq!(full_at(usize::MAX), None);
        assert_eq!(full_at(700), Some(1));
        assert_eq!(full_at(0), Some(0));
    }
}
