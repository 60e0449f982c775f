//! The pass over all entries that share something with a question: each becomes a candidate, with its views.

use std::ops::Range;

use super::Candidate;
use crate::cores;
use crate::search::candidates::admitted::Admitted;
use crate::search::index::Index;
use crate::search::query::Query;
use crate::search::scoring::counts::{Frequencies, Sharing, Tally};
use crate::search::scoring::scorer::Scorer;
use crate::search::scoring::views::{self, Views};

/// How many entries must share anything with a question, where two cores read the FAQ, so that they look at one half each:
/// with fewer, starting a thread takes as long.
const ENTRIES_WORTH_A_THREAD: usize = 1_000;

/// What makes candidates of entries.
pub(super) struct Pass<'p> {
    pub(super) query: &'p Query,
    pub(super) index: &'p Index<'p>,
    pub(super) sharing: &'p Sharing,
    pub(super) frequencies: &'p Frequencies,
    pub(super) weights: &'p [f64],
    /// The entries that the question is a phrasing of, rising.
    pub(super) exact: &'p [usize],
    pub(super) admitted: &'p Admitted,
    /// Whether only entries that hold every word become candidates.
    pub(super) holding: bool,
    /// Whether the bounds of the views will do, which are less work.
    pub(super) bounds: bool,
}

impl Pass<'_> {
    /// The candidates, in the order of their entries.
    pub(super) fn candidates(&self) -> Vec<Candidate> {
        let count = self.sharing.entries.len();
        let memory = self.index.as_memory();
        let has_parts = memory.is_some_and(|it| it.second_part().is_some());
        if !has_parts || count < ENTRIES_WORTH_A_THREAD {
            return self.candidates_among(0..count);
        }
        let middle = count / 2;
        let (mut here, there) = cores::both(
            || self.candidates_among(0..middle),
            || self.candidates_among(middle..count),
        );
        here.extend(there);
        here
    }

    fn candidates_among(&self, places: Range<usize>) -> Vec<Candidate> {
        let mut scorer = Scorer::new(self.query, self.weights, self.frequencies, self.index);
        let mut tally = Tally::new(self.query);
        // Those of the other half come behind them.
        let mut candidates = Vec::with_capacity(self.sharing.entries.len() - places.start);
        for place in places {
            candidates.extend(self.candidate(place, &mut scorer, &mut tally));
        }
        candidates
    }

    /// What becomes of the entry in a place among those that share something.
    fn candidate(
        &self,
        place: usize,
        scorer: &mut Scorer<'_>,
        tally: &mut Tally,
    ) -> Option<Candidate> {
        let entry = self.sharing.entries[place];
        if !self.admitted.has(entry) {
            return None;
        }
        let exact = self.exact.binary_search(&entry).is_ok();
        let words = self.query.entry_words(entry, self.index);
        if self.holding && !exact && !views::holds_all(&words, self.query) {
            return None;
        }
        let counts = match self.sharing.counts(place) {
            Some(counts) => counts,
            None => tally.recount(&words, self.query),
        };
        let is_bound = self.bounds && !exact;
        let views = if is_bound {
            scorer.bounds(&words, counts)
        } else {
            scorer.views(&words, counts)
        };
        // A word that only begins a synonym of several words may share nothing after all.
        (exact || views != Views::default()).then_some(Candidate {
            entry,
            views,
            score: 0.0,
            exact,
            is_bound,
        })
    }
}
