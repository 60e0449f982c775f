//! A FAQ in memory as numbers: made for each run, so no more is done than the first question needs.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::OnceLock;

use super::entry_words::EntryWords;
use super::reader::Reader;
use super::vocabulary::{Vocabulary, WordId, number};
use crate::model::{Entry, Faq};
use crate::text::Analyzer;

/// The words of all entries, and what is to be known of each word.
#[derive(Debug)]
pub(crate) struct Memory<'f> {
    pub(crate) faq: &'f Faq<'f>,
    /// The words of all texts, one after the other.
    words: Vec<WordId>,
    /// Where each phrasing stands in `words`.
    phrasings: Vec<Range<u32>>,
    /// Where each entry stands.
    entries: Vec<EntryRange>,
    /// In how many entries' phrasings each word stands.
    frequencies: Vec<u32>,
    /// What each word weighs, as far as anybody asked.
    pub(super) weights: Vec<OnceLock<f64>>,
}

#[derive(Debug)]
struct EntryRange {
    phrasings: Range<u32>,
    /// From the first word of its question to the last of its answer.
    words: Range<u32>,
}

impl<'f> Memory<'f> {
    /// Reads a FAQ, each document with the analyzer for its language.
    pub(super) fn new(faq: &'f Faq<'f>, analyzers: &[Analyzer]) -> (Self, Vocabulary) {
        let mut readers: Vec<Reader<'_>> = analyzers.iter().map(Reader::new).collect();
        let text =
            |entry: &Entry<'_>| entry.answer.len() + entry.phrasings().map(str::len).sum::<usize>();
        let bytes = faq.entries.iter().map(text).sum();
        let mut vocabulary = Vocabulary::for_text(bytes);
        let mut memory = Self {
            faq,
            words: Vec::new(),
            phrasings: Vec::with_capacity(faq.entries.len()),
            entries: Vec::with_capacity(faq.entries.len()),
            frequencies: Vec::new(),
            weights: Vec::new(),
        };
        for entry in &faq.entries {
            let reader = &mut readers[entry.place.document];
            let (first, first_phrasing) =
                (number(memory.words.len()), number(memory.phrasings.len()));
            for phrasing in entry.phrasings() {
                let start = number(memory.words.len());
                reader.read(phrasing, &mut vocabulary, &mut memory.words);
                memory.phrasings.push(start..number(memory.words.len()));
            }
            reader.read(&entry.answer, &mut vocabulary, &mut memory.words);
            memory.entries.push(EntryRange {
                phrasings: first_phrasing..number(memory.phrasings.len()),
                words: first..number(memory.words.len()),
            });
        }
        memory.frequencies = memory.count_words(vocabulary.len());
        memory.weights.resize_with(vocabulary.len(), OnceLock::new);
        (memory, vocabulary)
    }

    /// How many entries there are.
    pub(crate) fn entry_count(&self) -> usize {
        self.entries.len()
    }

    /// The mean number of words of an entry, its answer included; at least 1.
    pub(crate) fn mean_length(&self) -> f64 {
        (self.words.len() as f64 / self.entries.len().max(1) as f64).max(1.0)
    }

    /// In how many entries' phrasings a word stands.
    pub(super) fn frequency(&self, word: WordId) -> u32 {
        self.frequencies[word as usize]
    }

    /// The words of an entry.
    pub(crate) fn entry_words(&self, entry: usize) -> EntryWords<'_> {
        let EntryRange { phrasings, words } = &self.entries[entry];
        EntryWords {
            words: Cow::Borrowed(&self.words),
            phrasings: Cow::Borrowed(
                &self.phrasings[phrasings.start as usize..phrasings.end as usize],
            ),
            all: words.clone(),
            totals: Vec::new(),
        }
    }

    fn count_words(&self, count: usize) -> Vec<u32> {
        let mut frequencies = vec![0_u32; count];
        let mut last_seen = vec![u32::MAX; count];
        for (entry, range) in (0..).zip(&self.entries) {
            for phrasing in range.phrasings.clone() {
                let Range { start, end } = self.phrasings[phrasing as usize].clone();
                for &word in &self.words[start as usize..end as usize] {
                    if last_seen[word as usize] != entry {
                        last_seen[word as usize] = entry;
                        frequencies[word as usize] += 1;
                    }
                }
            }
        }
        frequencies
    }
}
