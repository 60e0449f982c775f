//! How often what was asked for stands in each entry: one pass over the words of the FAQ for one question.

use super::index::Index;
use super::query::{Query, SAME_STEM};

/// What the terms and concepts of a question count in a FAQ. Terms are numbered first, concepts after them.
#[derive(Debug)]
pub(super) struct Counts {
    /// The entries that share anything with the question, in order.
    pub(super) entries: Vec<EntryCounts>,
    /// In how many entries' phrasings each term or concept stands.
    pub(super) question_frequency: Vec<u32>,
    /// In how many entries each stands, answers included.
    pub(super) entry_frequency: Vec<u32>,
}

/// What one entry has of a question.
#[derive(Debug)]
pub(super) struct EntryCounts {
    pub(super) entry: usize,
    /// How often each term or concept stands in it, where it does, answer included.
    pub(super) counts: Vec<(usize, u32)>,
}

impl Counts {
    /// Counts every entry.
    pub(super) fn of(query: &Query, index: &Index) -> Self {
        let kinds = query.terms.len() + query.concepts.len();
        let mut counts = Self {
            entries: Vec::new(),
            question_frequency: vec![0; kinds],
            entry_frequency: vec![0; kinds],
        };
        let mut tally = Tally::new(kinds);
        let mut here = Tally::new(kinds);
        for entry in 0..index.entry_count() {
            for phrasing in index.phrasings(entry) {
                here.add(phrasing, query);
                let Some(found) = here.take() else { continue };
                tally.shares = true;
                for (kind, count) in found {
                    tally.count(kind, count);
                }
            }
            for &kind in &tally.touched {
                counts.question_frequency[kind] += 1;
            }
            tally.add(index.answer(entry), query);
            for &kind in &tally.touched {
                counts.entry_frequency[kind] += 1;
            }
            if let Some(found) = tally.take() {
                counts.entries.push(EntryCounts {
                    entry,
                    counts: found,
                });
            }
        }
        counts
    }
}

/// Counts of one text.
struct Tally {
    counts: Vec<u32>,
    touched: Vec<usize>,
    /// Whether any word had a role, even one that does not count.
    shares: bool,
}

impl Tally {
    fn new(kinds: usize) -> Self {
        Self {
            counts: vec![0; kinds],
            touched: Vec::new(),
            shares: false,
        }
    }

    fn add(&mut self, words: &[super::vocabulary::WordId], query: &Query) {
        for (position, &word) in words.iter().enumerate() {
            let Some(role) = query.role(word) else {
                continue;
            };
            self.shares = true;
            for partner in &role.partners {
                if counts_as(partner.similarity, query.terms[partner.term].similarity) {
                    self.count(partner.term, 1);
                }
            }
            for (concept, _) in query.concepts_at(&words[position..]) {
                self.count(query.terms.len() + concept, 1);
            }
        }
    }

    fn count(&mut self, kind: usize, times: u32) {
        if self.counts[kind] == 0 {
            self.touched.push(kind);
        }
        self.counts[kind] += times;
    }

    /// Hands out what was counted and starts anew; nothing where no word had a role.
    fn take(&mut self) -> Option<Vec<(usize, u32)>> {
        let shares = std::mem::take(&mut self.shares);
        let found = self
            .touched
            .drain(..)
            .map(|kind| (kind, std::mem::take(&mut self.counts[kind])))
            .collect();
        shares.then_some(found)
    }
}

/// Whether a partner is the term itself: a form of it, or for a term that has none, the most alike.
fn counts_as(similarity: f64, best: f64) -> bool {
    similarity >= SAME_STEM.min(best)
}
