//! Candidates, best first.

use super::counts::Counts;
use super::index::Index;
use super::query::Query;
use super::views::{self, Views};

/// The entries that share something with a question, best first.
#[derive(Debug)]
pub(super) struct Ranking {
    pub(super) candidates: Vec<Candidate>,
    /// What each term of the question weighs.
    pub(super) weights: Vec<f64>,
}

/// An entry that shares something with the question.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Candidate {
    pub(super) entry: usize,
    pub(super) views: Views,
    /// Whether the question is one of its phrasings, word for word.
    pub(super) exact: bool,
}

impl Candidate {
    /// What it is ranked by, in 0..1.
    pub(super) fn score(&self) -> f64 {
        if self.exact { 1.0 } else { self.views.score() }
    }
}

impl Ranking {
    /// Ranks the entries that `admits` lets in, ties in file order; those in `exact`, rising, come first, shared words or not.
    pub(super) fn new(
        query: &Query,
        index: &Index,
        exact: &[usize],
        admits: impl Fn(usize) -> bool,
    ) -> Self {
        let counts = Counts::of(query, index);
        let weights = views::weights(query, &counts, index);
        let sharing = counts
            .entries
            .iter()
            .filter(|found| admits(found.entry))
            .map(|found| {
                let (asked_found, stored_found) =
                    views::coverage(found.entry, query, &weights, &counts, index);
                let views = Views {
                    asked_found,
                    stored_found,
                    bag: views::bm25(found, query, &counts, index),
                };
                Candidate {
                    entry: found.entry,
                    views,
                    exact: exact.binary_search(&found.entry).is_ok(),
                }
            });
        // A word that only begins a synonym of several words may share nothing after all.
        let mut candidates: Vec<Candidate> = sharing
            .filter(|candidate| candidate.exact || candidate.score() > 0.0)
            .collect();
        for &entry in exact {
            // Those found are in the order of their entries.
            if let Err(place) = candidates.binary_search_by_key(&entry, |candidate| candidate.entry)
            {
                candidates.insert(
                    place,
                    Candidate {
                        entry,
                        views: Views::default(),
                        exact: true,
                    },
                );
            }
        }
        let best = candidates
            .iter()
            .map(|candidate| candidate.views.bag)
            .fold(0.0, f64::max);
        if best > 0.0 {
            for candidate in &mut candidates {
                candidate.views.bag /= best;
            }
        }
        // A stored phrasing stands above all else, even above what ranks as high as can be.
        candidates.sort_by(|a, b| {
            b.exact
                .cmp(&a.exact)
                .then(b.score().total_cmp(&a.score()))
                .then(a.entry.cmp(&b.entry))
        });
        Self {
            candidates,
            weights,
        }
    }
}
