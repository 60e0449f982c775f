//! An entry that shares something with a question, and how it is found out what it is worth.

use std::cmp::Ordering;

use super::settling::Bounded;
use crate::search::index::Index;
use crate::search::query::Query;
use crate::search::scoring::counts::Frequencies;
use crate::search::scoring::scorer::Scorer;
use crate::search::scoring::views::{self, Views};

/// An entry that shares something with the question.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::search) struct Candidate {
    pub(in crate::search) entry: usize,
    pub(in crate::search) views: Views,
    /// What it is ranked by, in 0..1.
    pub(in crate::search) score: f64,
    /// Whether the question is one of its phrasings, word for word.
    pub(in crate::search) exact: bool,
    /// Whether the first two views, and so the score, are only the most that they can be.
    pub(in crate::search) is_bound: bool,
}

/// Finds out what candidates of one ranking are worth of which only the bounds are known.
pub(in crate::search) struct Settler<'r> {
    scorer: Scorer<'r>,
    query: &'r Query,
    index: &'r Index<'r>,
    bag_weight: f64,
}

impl<'r> Settler<'r> {
    pub(super) fn new(
        query: &'r Query,
        weights: &'r [f64],
        frequencies: &Frequencies,
        index: &'r Index<'_>,
    ) -> Self {
        Self {
            scorer: Scorer::new(query, weights, frequencies, index),
            query,
            index,
            bag_weight: views::bag_weight(query),
        }
    }
}

impl Bounded for Candidate {
    type Settler<'r> = Settler<'r>;

    fn worth(&self) -> f64 {
        self.score
    }

    fn settle(&mut self, settler: &mut Settler<'_>) {
        if self.is_bound {
            let words = settler.query.entry_words(self.entry, settler.index);
            let (asked_found, stored_found) = settler.scorer.coverage(&words);
            self.views.asked_found = asked_found;
            self.views.stored_found = stored_found;
            self.score = self.views.score(settler.bag_weight);
            self.is_bound = false;
        }
    }

    /// A stored phrasing stands above all else, even above what ranks as high as can be. Ties stand in file order.
    fn order(&self, other: &Self) -> Ordering {
        let by_score = || other.score.total_cmp(&self.score);
        let exact = other.exact.cmp(&self.exact);
        exact.then_with(by_score).then(self.entry.cmp(&other.entry))
    }
}
