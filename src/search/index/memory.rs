//! A FAQ in memory as numbers: made for each run, so no more is done than the first question needs.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::atomic::{AtomicU64, Ordering};

use hashbrown::{HashMap, HashSet};

use super::analyzers::Analyzers;
use super::entry_words::EntryWords;
use super::forward::{EntryRange, ForwardIndex};
use crate::model::Faq;
use crate::search::vocabulary::{Vocabulary, WordId};

/// The words of all entries, and what is to be known of each word.
#[derive(Debug)]
pub(crate) struct Memory<'f> {
    pub(crate) faq: &'f Faq<'f>,
    /// The words of all texts, one after the other.
    words: Vec<WordId>,
    /// Those of the entries from a number on, if they stand apart.
    words_from: (usize, Vec<WordId>),
    /// Where each phrasing stands among the words of its entry's part.
    phrasings: Vec<Range<u32>>,
    /// Where each entry stands.
    entries: Vec<EntryRange>,
    /// The entry after which there was no room for more, if there was one.
    pub(in crate::search) full_at: Option<usize>,
    /// In how many entries' phrasings each word stands.
    frequencies: Vec<u32>,
    /// What each word weighs, as far as anybody asked, by its bits: 0 where nobody has.
    weights: Vec<AtomicU64>,
}

impl<'f> Memory<'f> {
    /// Reads a FAQ, each document with the analyzer for its language, into so many bytes.
    pub(super) fn new(faq: &'f Faq<'f>, analyzers: &Analyzers, room: usize) -> (Self, Vocabulary) {
        let forward = ForwardIndex::read(&faq.entries, analyzers, room);
        let mut memory = Self {
            faq,
            words: forward.words,
            words_from: forward.words_from,
            phrasings: forward.phrasings,
            entries: forward.entries,
            full_at: forward.full_at,
            frequencies: forward.frequencies,
            weights: Vec::new(),
        };
        let vocabulary = forward.vocabulary;
        memory
            .weights
            .resize_with(vocabulary.len(), AtomicU64::default);
        (memory, vocabulary)
    }

    /// How many entries there are.
    pub(crate) fn entry_count(&self) -> usize {
        self.entries.len()
    }

    /// The entries with these ids, of several that share one the first. All entries are gone through once, however many
    /// ids there are.
    pub(super) fn with_ids<'i>(
        &'i self,
        ids: impl Iterator<Item = &'i str>,
    ) -> HashMap<&'i str, usize> {
        let mut wanted: HashSet<&str> = ids.collect();
        let mut found = HashMap::with_capacity(wanted.len());
        for (number, entry) in self.faq.entries.iter().enumerate() {
            if wanted.is_empty() {
                break;
            }
            found.extend(wanted.take(&*entry.id).map(|id| (id, number)));
        }
        found
    }

    /// The mean number of words of an entry, its answer included; at least 1.
    pub(crate) fn mean_length(&self) -> f64 {
        let words = self.words.len() + self.words_from.1.len();
        (words as f64 / self.entries.len().max(1) as f64).max(1.0)
    }

    /// From which entry on another core read them, if there is one.
    pub(in crate::search) fn second_part(&self) -> Option<usize> {
        let (from, words) = &self.words_from;
        (!words.is_empty()).then_some(*from)
    }

    /// The words that those of an entry stand among.
    fn part(&self, entry: usize) -> &[WordId] {
        let (from, words) = &self.words_from;
        if entry < *from { &self.words } else { words }
    }

    /// In how many entries' phrasings a word stands.
    pub(super) fn frequency(&self, word: WordId) -> u32 {
        self.frequencies[word as usize]
    }

    /// What a word weighs: worked out when first asked for, which leads to the same whoever asks.
    pub(super) fn weight(&self, word: WordId, work_out: impl FnOnce() -> f64) -> f64 {
        let weight = &self.weights[word as usize];
        match weight.load(Ordering::Relaxed) {
            0 => {
                let found = work_out();
                weight.store(found.to_bits(), Ordering::Relaxed);
                found
            }
            known => f64::from_bits(known),
        }
    }

    /// The words of an entry.
    #[inline]
    pub(crate) fn entry_words(&self, entry: usize) -> EntryWords<'_> {
        let EntryRange { phrasings, words } = &self.entries[entry];
        EntryWords {
            words: Cow::Borrowed(self.part(entry)),
            phrasings: Cow::Borrowed(
                &self.phrasings[phrasings.start as usize..phrasings.end as usize],
            ),
            all: words.clone(),
            totals: Vec::new(),
        }
    }
}
