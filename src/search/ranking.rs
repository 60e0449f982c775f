//! Candidates, best first.

use std::cmp::Ordering;

use super::admitted::Admitted;
use super::candidates;
use super::counts::{Frequencies, Tally, count_all};
use super::index::Index;
use super::lists::Lists;
use super::query::Query;
use super::scorer::Scorer;
use super::views::{self, Views};

/// The entries that share something with a question, best first as far as was asked for.
#[derive(Debug)]
pub(super) struct Ranking {
    pub(super) candidates: Vec<Candidate>,
    /// What each term of the question weighs.
    pub(super) weights: Vec<f64>,
    pub(super) frequencies: Frequencies,
}

/// An entry that shares something with the question.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Candidate {
    pub(super) entry: usize,
    pub(super) views: Views,
    /// What it is ranked by, in 0..1.
    pub(super) score: f64,
    /// Whether the question is one of its phrasings, word for word.
    pub(super) exact: bool,
}

impl Candidate {
    /// A stored phrasing stands above all else, even above what ranks as high as can be. Ties stand in file order.
    fn order(&self, other: &Self) -> Ordering {
        let by_score = || other.score.total_cmp(&self.score);
        let exact = other.exact.cmp(&self.exact);
        exact.then_with(by_score).then(self.entry.cmp(&other.entry))
    }
}

/// Which entries are ranked.
#[derive(Debug, Clone, Copy)]
pub(super) enum Wanted {
    /// Those that share anything; so many of the best are put in order.
    Best(usize),
    /// About so many, or all, that share most as far as can be told at a glance; in no order.
    Near(usize),
    /// Those that hold every word; all are put in order.
    Holding,
}

impl Ranking {
    /// Ranks entries; those in `exact`, rising, come first, shared words or not.
    ///
    /// Of an index that was made before, which has `lists`, only the likeliest entries are looked at where the best are
    /// wanted.
    pub(super) fn new(
        query: &Query,
        index: &Index<'_>,
        lists: Option<&Lists<'_>>,
        exact: &[usize],
        admitted: &Admitted,
        wanted: Wanted,
    ) -> Self {
        let (frequencies, sharing) = match lists {
            None => count_all(query, index),
            Some(lists) => candidates::find(query, index, lists, exact, admitted, wanted),
        };
        let weights = views::weights(query, &frequencies, index);
        let mut scorer = Scorer::new(query, &weights, &frequencies, index);
        let mut tally = Tally::new(query);
        let mut candidates: Vec<Candidate> = Vec::with_capacity(sharing.entries.len());
        for (place, &entry) in sharing.entries.iter().enumerate() {
            if !admitted.has(entry) {
                continue;
            }
            let exact = exact.binary_search(&entry).is_ok();
            let words = index.entry_words(entry, query);
            if matches!(wanted, Wanted::Holding) && !exact && !views::holds_all(&words, query) {
                continue;
            }
            let counts = match sharing.counts(place) {
                Some(counts) => counts,
                None => tally.recount(&words, query),
            };
            let views = scorer.views(&words, counts);
            // A word that only begins a synonym of several words may share nothing after all.
            if exact || views != Views::default() {
                candidates.push(Candidate {
                    entry,
                    views,
                    score: 0.0,
                    exact,
                });
            }
        }
        add_exact(&mut candidates, exact);
        let mut ranking = Self {
            candidates,
            weights,
            frequencies,
        };
        ranking.score(views::bag_weight(query));
        ranking.sort(wanted);
        ranking
    }

    /// Sets the third view in relation to the best, and makes scores of the views.
    fn score(&mut self, bag_weight: f64) {
        let bags = self.candidates.iter().map(|candidate| candidate.views.bag);
        let best = bags.fold(0.0, f64::max);
        if best > 0.0 {
            for candidate in &mut self.candidates {
                candidate.views.bag /= best;
            }
        }
        for candidate in &mut self.candidates {
            candidate.score = if candidate.exact {
                1.0
            } else {
                candidate.views.score(bag_weight)
            };
        }
    }

    fn sort(&mut self, wanted: Wanted) {
        let all = self.candidates.len();
        let sorted = match wanted {
            Wanted::Best(count) => count.min(all),
            Wanted::Near(_) => 0,
            Wanted::Holding => all,
        };
        if sorted < all {
            // Nothing is in order behind those that are wanted.
            self.candidates
                .select_nth_unstable_by(sorted, Candidate::order);
        }
        self.candidates[..sorted].sort_unstable_by(Candidate::order);
    }
}

/// Adds those that share no word, in the order of their entries.
fn add_exact(candidates: &mut Vec<Candidate>, exact: &[usize]) {
    for &entry in exact {
        if let Err(place) = candidates.binary_search_by_key(&entry, |candidate| candidate.entry) {
            let candidate = Candidate {
                entry,
                views: Views::default(),
                score: 0.0,
                exact: true,
            };
            candidates.insert(place, candidate);
        }
    }
}
