//! The words of one entry.

use std::borrow::Cow;
use std::ops::Range;

use crate::search::vocabulary::WordId;

/// The words of an entry, phrasings and answer.
///
/// Where the entry was read from storage, a word that plays no part in the question is
/// [`NO_WORD`](super::reader::NO_WORD).
#[derive(Debug, Clone)]
pub(crate) struct EntryWords<'i> {
    /// May hold those of other entries besides.
    pub(super) words: Cow<'i, [WordId]>,
    /// Where each phrasing stands in `words`.
    pub(super) phrasings: Cow<'i, [Range<u32>]>,
    /// Where all of the entry stands.
    pub(super) all: Range<u32>,
    /// What all words of each phrasing weigh, where that was stored.
    pub(super) totals: Vec<f32>,
}

impl EntryWords<'_> {
    /// The phrasings, each as its words.
    pub(crate) fn phrasings(&self) -> impl Iterator<Item = &[WordId]> {
        self.phrasings.iter().map(|range| self.slice(range))
    }

    /// What the words of a phrasing weigh together, if it is known.
    pub(in crate::search) fn total(&self, phrasing: usize) -> Option<f32> {
        self.totals.get(phrasing).copied()
    }

    /// The words of the answer.
    pub(crate) fn answer(&self) -> &[WordId] {
        let start = self
            .phrasings
            .last()
            .map_or(self.all.start, |last| last.end);
        self.slice(&(start..self.all.end))
    }

    /// All words, the phrasings' and the answer's.
    pub(crate) fn all(&self) -> &[WordId] {
        self.slice(&self.all)
    }

    fn slice(&self, range: &Range<u32>) -> &[WordId] {
        self.words
            .get(range.start as usize..range.end as usize)
            .unwrap_or_default()
    }
}
