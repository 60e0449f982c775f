//! What speaks for the first match, and for nothing being right: the facts that confidence rests on.

use crate::search::index::Index;
use crate::search::query::Query;
use crate::search::ranking::Ranking;
use crate::search::scoring::views;
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
    pub(in crate::search) fn of(ranking: &Ranking, query: &Query, index: &Index<'_>) -> Self {
        Self::of_candidate(0, ranking, query, index)
    }

    /// The facts about one of the candidates as if it were the first: what lies behind its rival leads by nothing.
    pub(in crate::search) fn of_candidate(
        place: usize,
        ranking: &Ranking,
        query: &Query,
        index: &Index<'_>,
    ) -> Self {
        let subject = Subject::new(query, &ranking.weights);
        let nothing_found = Self {
            entries: index.entry_count(),
            unseen: subject.share(|term| 1.0 - known(term, query)),
            asks: !subject.terms.is_empty()
                || query.terms.iter().any(|term| term.class == Class::Question),
            ..Self::default()
        };
        let Some(best) = ranking.candidates.get(place) else {
            return nothing_found;
        };
        let [in_phrasings, anywhere] = found(best.entry, &subject, query, index);
        let rival = ranking.candidates.get(usize::from(place == 0));
        Self {
            margin: (best.score - rival.map_or(0.0, |rival| rival.score)).max(0.0),
            asked_found: best.views.asked_found,
            subject_found: subject.share(|term| in_phrasings[term]),
            stored_found: best.views.stored_found,
            anywhere_found: subject.share(|term| anywhere[term]),
            finds_subject: subject
                .terms
                .iter()
                .any(|&term| !query.terms[term].as_acronym && in_phrasings[term] > FOUND),
            ..nothing_found
        }
    }
}

/// What a question is about.
struct Subject<'q> {
    /// The terms that are no function or question words, or may be acronyms.
    terms: Vec<usize>,
    /// What each term of the question weighs.
    weights: &'q [f64],
}

impl<'q> Subject<'q> {
    fn new(query: &Query, weights: &'q [f64]) -> Self {
        let is_content =
            |&term: &usize| query.terms[term].class.is_subject() || query.terms[term].as_acronym;
        Self {
            terms: (0..query.terms.len()).filter(is_content).collect(),
            weights,
        }
    }

    /// How much of it there is, by weight, where there is so much of each term.
    fn share(&self, of: impl Fn(usize) -> f64) -> f64 {
        let terms = self.terms.iter();
        let whole: f64 = terms.clone().map(|&term| self.weights[term]).sum();
        let part: f64 = terms.map(|&term| self.weights[term] * of(term)).sum();
        if whole > 0.0 { part / whole } else { 0.0 }
    }
}

/// How like the likest thing in the FAQ a term is, in 0..1.
fn known(term: usize, query: &Query) -> f64 {
    let concepts = query.concepts_of(term);
    let worth = concepts.map(|concept| concept.relation.worth());
    worth.fold(query.terms[term].similarity, f64::max)
}

/// How sure it is that an entry has each term of a question: in its phrasings, and anywhere.
fn found(entry: usize, subject: &Subject<'_>, query: &Query, index: &Index<'_>) -> [Vec<f64>; 2] {
    let words = query.entry_words(entry, index);
    let meet = |words: &[_], found: &mut [f64]| {
        views::meet(words, query, found, &mut vec![0.0; words.len()]);
    };
    let mut in_phrasings = vec![0.0; query.terms.len()];
    for phrasing in words.phrasings() {
        meet(phrasing, &mut in_phrasings);
    }
    let mut anywhere = in_phrasings.clone();
    // A bare number says nothing of what it counts: in an answer it stands by chance.
    if !subject
        .terms
        .iter()
        .all(|&term| query.terms[term].is_number)
    {
        meet(words.answer(), &mut anywhere);
    }
    assure(&mut in_phrasings, query);
    assure(&mut anywhere, query);
    [in_phrasings, anywhere]
}

/// Turns how like its best partner each term is into how sure it is that the entry has what the term means.
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
