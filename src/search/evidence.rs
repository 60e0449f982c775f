//! What speaks for the first match, and for nothing being right: the facts that confidence rests on.

use super::index::Index;
use super::query::{Query, QueryTerm};
use super::ranking::Candidate;
use crate::text::Class;

/// From which similarity on a word of the question counts as found.
const FOUND: f64 = 0.5;

/// Facts about a question and the entry that fits it best. Shares and similarities are in 0..1.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Evidence {
    /// How far the score of the second match is below that of the first.
    pub margin: f64,
    /// How much of the question is found in the entry's phrasings.
    pub asked_found: f64,
    /// How much of what the question is about, its function and question words aside, is found in the entry's phrasings.
    pub subject_found: f64,
    /// How much of the entry's phrasings is found in the question.
    pub stored_found: f64,
    /// How much of the question is found in the entry's phrasings or in its answer.
    pub anywhere_found: f64,
    /// How much of what the question is about the FAQ has never seen.
    pub unseen: f64,
    /// How many words that carry the subject are found in the entry's phrasings.
    pub content_found: usize,
    /// Whether the question has any word that carries a subject.
    pub has_content: bool,
}

impl Evidence {
    /// The facts about a ranking, best candidate first; without a candidate, none speak for an answer.
    pub(super) fn of(ranking: &[Candidate], query: &Query, index: &Index) -> Self {
        let content = || {
            query
                .terms
                .iter()
                .filter(|term| term.class == Class::Content)
        };
        let subject: f64 = content().map(|term| term.weight).sum();
        let unseen: f64 = content().map(|term| term.weight * (1.0 - term.known)).sum();
        let mut evidence = Self {
            unseen: if subject > 0.0 { unseen / subject } else { 0.0 },
            has_content: content().next().is_some(),
            ..Self::default()
        };
        let Some(best) = ranking.first() else {
            return evidence;
        };
        let phrasings = &index.phrasings[index.entries[best.entry].clone()];
        let in_phrasings = query.found_in_any(phrasings);
        let mut anywhere = 0.0;
        for (term, &in_phrasings) in query.terms.iter().zip(&in_phrasings) {
            let in_bag = term
                .terms
                .iter()
                .filter(|(stored, _)| index.bags.holds(*stored, best.entry));
            anywhere += term.weight
                * in_bag
                    .map(|&(_, similarity)| similarity)
                    .fold(in_phrasings, f64::max);
        }
        let found = |term: &QueryTerm, found: f64| {
            if term.class == Class::Content {
                term.weight * found
            } else {
                0.0
            }
        };
        let subject_found: f64 = query
            .terms
            .iter()
            .zip(&in_phrasings)
            .map(|(term, &share)| found(term, share))
            .sum();
        evidence.subject_found = if subject > 0.0 {
            subject_found / subject
        } else {
            0.0
        };
        let whole = query.weight();
        evidence.anywhere_found = if whole > 0.0 { anywhere / whole } else { 0.0 };
        evidence.content_found = query
            .terms
            .iter()
            .zip(&in_phrasings)
            .filter(|(term, found)| term.class == Class::Content && **found >= FOUND)
            .count();
        evidence.margin = best.score() - ranking.get(1).map_or(0.0, Candidate::score);
        evidence.asked_found = best.views.asked_found;
        evidence.stored_found = best.views.stored_found;
        evidence
    }
}
