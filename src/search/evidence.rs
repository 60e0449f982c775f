//! What speaks for the first match, and for nothing being right: the facts that confidence rests on.

use super::index::Index;
use super::query::Query;
use super::ranking::Ranking;
use super::views;
use crate::text::Class;

/// Above which certainty a word of the question counts as found: one of its forms, synonyms or origin is, one that is only
/// near is not.
const FOUND: f64 = 0.2;

/// How likely a function word is the acronym that it may be: most are what they look like.
const LIKELY_ACRONYM: f64 = 0.2;

/// Facts about a question and the entry that fits it best. Shares and similarities are in 0..1.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
#[non_exhaustive]
pub struct Evidence {
    /// How far the score of the second match is below that of the first; the whole score where there is no second.
    pub margin: f64,
    /// How many entries the FAQ has: a lead over thousands says more than one over five.
    pub entries: usize,
    /// How much of the question is found in the entry's phrasings.
    pub asked_found: f64,
    /// How much of what the question is about, its function and question words aside, is found in the entry's phrasings,
    /// each word as far as it is sure to mean the same.
    pub subject_found: f64,
    /// How much of the entry's phrasings is found in the question.
    pub stored_found: f64,
    /// How much of what the question is about is found so in the entry's phrasings or in its answer.
    pub anywhere_found: f64,
    /// How much of what the question is about the FAQ has never seen.
    pub unseen: f64,
    /// Whether a word that carries the subject is found in the entry's phrasings.
    pub finds_subject: bool,
    /// Whether the question has a word that carries a subject, or at least one that asks; *the* and *of* alone ask nothing.
    pub asks: bool,
}

impl Evidence {
    /// The facts about a ranking; without a candidate, none speak for an answer.
    pub(super) fn of(ranking: &Ranking, query: &Query, index: &Index<'_>) -> Self {
        Self::of_candidate(0, ranking, query, index)
    }

    /// The facts about one of the candidates as if it were the first: what lies behind its rival leads by nothing.
    pub(super) fn of_candidate(
        place: usize,
        ranking: &Ranking,
        query: &Query,
        index: &Index<'_>,
    ) -> Self {
        let is_content =
            |term: usize| query.terms[term].class.is_subject() || query.terms[term].as_acronym;
        let content: Vec<usize> = (0..query.terms.len())
            .filter(|&term| is_content(term))
            .collect();
        let weigh = |similarity: &dyn Fn(usize) -> f64| -> f64 {
            let whole: f64 = content.iter().map(|&term| ranking.weights[term]).sum();
            let part: f64 = content
                .iter()
                .map(|&term| ranking.weights[term] * similarity(term))
                .sum();
            if whole > 0.0 { part / whole } else { 0.0 }
        };
        let known = |term: usize| {
            let worth = query
                .concepts_of(term)
                .map(|concept| concept.relation.worth());
            worth.fold(query.terms[term].similarity, f64::max)
        };
        let unseen = weigh(&|term| 1.0 - known(term));
        let mut evidence = Self {
            entries: index.entry_count(),
            unseen,
            asks: !content.is_empty()
                || query.terms.iter().any(|term| term.class == Class::Question),
            ..Self::default()
        };
        let Some(best) = ranking.candidates.get(place) else {
            return evidence;
        };

        let mut in_phrasings = vec![0.0; query.terms.len()];
        let words = index.entry_words(best.entry, query);
        for phrasing in words.phrasings() {
            views::meet(
                phrasing,
                query,
                &mut in_phrasings,
                &mut vec![0.0; phrasing.len()],
            );
        }
        let mut anywhere = in_phrasings.clone();
        let answer = words.answer();
        views::meet(answer, query, &mut anywhere, &mut vec![0.0; answer.len()]);
        assure(&mut in_phrasings, query);
        assure(&mut anywhere, query);

        evidence.anywhere_found = weigh(&|term| anywhere[term]);
        evidence.subject_found = weigh(&|term| in_phrasings[term]);
        evidence.finds_subject = content
            .iter()
            .any(|&term| !query.terms[term].as_acronym && in_phrasings[term] > FOUND);
        let rival = ranking.candidates.get(usize::from(place == 0));
        evidence.margin = (best.score - rival.map_or(0.0, |rival| rival.score)).max(0.0);
        evidence.asked_found = best.views.asked_found;
        evidence.stored_found = best.views.stored_found;
        evidence
    }
}

/// Makes of how like each term's best partner is how sure it is that the entry has what was meant.
fn assure(found: &mut [f64], query: &Query) {
    for (found, term) in found.iter_mut().zip(&query.terms) {
        *found = certainty(*found);
        // What may be a pronoun as well as an acronym is hardly found: *can you help us* is not about the U.S.
        if term.as_acronym {
            *found *= LIKELY_ACRONYM;
        }
    }
}

/// How sure it is that two words of some similarity mean the same, in 0..1: of words that are alike to .8, fewer than .8 do.
/// The cube was better than the similarity, its square and its fourth power.
fn certainty(similarity: f64) -> f64 {
    similarity * similarity * similarity
}
