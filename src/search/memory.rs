//! A FAQ in memory as numbers: made for each run, so no more is done than the first question needs.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::OnceLock;

use super::entry_words::EntryWords;
use super::stretch::{EntryRange, Stretch};
use super::vocabulary::{Vocabulary, WordId};
use crate::model::Faq;
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
    /// The entry after which there was no room for more, if there was one.
    pub(super) full_at: Option<usize>,
    /// In how many entries' phrasings each word stands.
    frequencies: Vec<u32>,
    /// What each word weighs, as far as anybody asked.
    pub(super) weights: Vec<OnceLock<f64>>,
}

impl<'f> Memory<'f> {
    /// Reads a FAQ, each document with the analyzer for its language, into so many bytes.
    pub(super) fn new(faq: &'f Faq<'f>, analyzers: &[Analyzer], room: usize) -> (Self, Vocabulary) {
        let stretch = Stretch::read(&faq.entries, analyzers, room);
        let mut memory = Self {
            faq,
            words: stretch.words,
            phrasings: stretch.phrasings,
            entries: stretch.entries,
            full_at: stretch.full_at,
            frequencies: Vec::new(),
            weights: Vec::new(),
        };
        let vocabulary = stretch.vocabulary;
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
