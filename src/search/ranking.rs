//! Candidates, best first.

use super::index::Index;
use super::query::Query;
use super::views::{self, Views};

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

/// The entries that share a word with the question and that `admits` lets in, best first, ties in file order.
pub(super) fn rank(
    query: &Query,
    index: &Index,
    exact: &[usize],
    admits: impl Fn(usize) -> bool,
) -> Vec<Candidate> {
    let scores = views::bm25(query, index);
    let mut candidates: Vec<Candidate> = sharing(query, index)
        .into_iter()
        .zip(0..)
        .filter_map(|(shares, entry)| (shares || exact.contains(&entry)).then_some(entry))
        .filter(|&entry| admits(entry))
        .map(|entry| {
            let (asked_found, stored_found) =
                views::coverage(&index.phrasings[index.entries[entry].clone()], query, index);
            Candidate {
                entry,
                views: Views {
                    asked_found,
                    stored_found,
                    bag: scores[entry],
                },
                exact: exact.contains(&entry),
            }
        })
        .collect();
    let best = candidates
        .iter()
        .map(|candidate| candidate.views.bag)
        .fold(0.0, f64::max);
    if best > 0.0 {
        for candidate in &mut candidates {
            candidate.views.bag /= best;
        }
    }
    // Sorting is stable, so entries that fit equally well stay in the order of the file.
    candidates.sort_by(|a, b| b.score().total_cmp(&a.score()));
    candidates
}

/// For each entry, whether a word or concept of the question stands in it.
fn sharing(query: &Query, index: &Index) -> Vec<bool> {
    let mut shares = vec![false; index.entries.len()];
    let terms = query
        .terms
        .iter()
        .flat_map(|term| &term.terms)
        .map(|&(term, _)| &index.bags.terms[term as usize]);
    let concepts = query
        .concepts
        .iter()
        .map(|found| &index.bags.concepts[found.concept as usize]);
    for &(entry, _) in terms.chain(concepts).flatten() {
        shares[entry as usize] = true;
    }
    shares
}
