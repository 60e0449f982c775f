//! A question, met with the vocabulary of the FAQ: which of its words find which partners, and what each weighs.

use std::collections::HashMap;

use super::concepts::Occurrence;
use super::index::{Index, Phrasing};
use super::near;
use super::vocabulary::{TermId, WordId};
use crate::text::{Class, Token};

/// How many words of a question are looked at. People ask in ten to thirty; the work stays bounded whatever is pasted.
const MAX_WORDS: usize = 256;

/// What a match of two forms of one word is worth: a little less than the word itself.
const SAME_STEM: f64 = 0.97;

/// What a match by the FAQ's synonyms is worth.
pub(super) const SYNONYM: f64 = 0.9;

/// What is left of the weight of a word that may be a function word or an acronym, as *us* may be the U.S.:
/// it is no less likely to be the one than the other.
const EITHER_READING: f64 = 0.5;

/// A question, ready to be compared with stored phrasings.
#[derive(Debug)]
pub(super) struct Query {
    pub(super) terms: Vec<QueryTerm>,
    /// The terms that a stored word is a partner of, and how like the two are.
    pub(super) partners: HashMap<WordId, Vec<(usize, f64)>>,
    /// The synonym groups that stand both in the question and in the FAQ.
    pub(super) concepts: Vec<Occurrence>,
}

/// One word of a question.
#[derive(Debug)]
pub(super) struct QueryTerm {
    /// What it weighs beside the others.
    pub(super) weight: f64,
    /// What it is there for; an acronym that could be a function word counts as content.
    pub(super) class: Class,
    /// How like its best partner it is, by word or by synonym, in questions or answers: 0 when the FAQ has never seen it.
    pub(super) known: f64,
    /// The stored terms that it may stand for, and how like they are.
    pub(super) terms: Vec<(TermId, f64)>,
}

impl Query {
    /// Looks up the words of a question, as many as are looked at.
    pub(super) fn new(mut tokens: Vec<Token>, index: &Index) -> Self {
        tokens.truncate(MAX_WORDS);
        let mut concepts = index.concepts.find(&tokens);
        concepts.retain(|found| !index.bags.concepts[found.concept as usize].is_empty());
        let mut partners: HashMap<WordId, Vec<(usize, f64)>> = HashMap::new();
        let mut terms = Vec::with_capacity(tokens.len());
        for (position, token) in tokens.iter().enumerate() {
            let found = Partners::of(token, index);
            for &(word, similarity) in &found.words {
                partners
                    .entry(word)
                    .or_default()
                    .push((position, similarity));
            }
            let meant: Vec<&Occurrence> = concepts
                .iter()
                .filter(|found| found.span.contains(&position))
                .collect();
            terms.push(QueryTerm::new(token.class, &found, &meant, index));
        }
        Self {
            terms,
            partners,
            concepts,
        }
    }

    /// Lets the last word stand for every word that begins with it, as while somebody is typing.
    pub(super) fn complete_last(&mut self, last: &Token, index: &Index) {
        let Some(position) = self.terms.len().checked_sub(1) else {
            return;
        };
        for (id, word) in index
            .vocabulary
            .words()
            .filter(|(_, word)| word.text.starts_with(&last.word))
        {
            let matches = self.partners.entry(id).or_default();
            if !matches.iter().any(|&(term, _)| term == position) {
                matches.push((position, SAME_STEM));
                self.terms[position].terms.push((word.term, SAME_STEM));
            }
        }
    }

    /// How like its best partner in any of these phrasings each word of the question is.
    pub(super) fn found_in_any(&self, phrasings: &[Phrasing]) -> Vec<f64> {
        let mut found = vec![0.0_f64; self.terms.len()];
        for phrasing in phrasings {
            for &(term, similarity) in phrasing
                .words
                .iter()
                .filter_map(|word| self.partners.get(word))
                .flatten()
            {
                found[term] = found[term].max(similarity);
            }
            for here in &phrasing.concepts {
                for there in self
                    .concepts
                    .iter()
                    .filter(|there| there.concept == here.concept)
                {
                    for found in &mut found[there.span.clone()] {
                        *found = found.max(SYNONYM);
                    }
                }
            }
        }
        found
    }

    /// Whether every word of the question stands in an entry, its answer included.
    pub(super) fn is_held_by(&self, entry: usize, index: &Index) -> bool {
        self.terms.iter().enumerate().all(|(position, term)| {
            let concepts = self
                .concepts
                .iter()
                .filter(|found| found.span.contains(&position));
            term.terms
                .iter()
                .any(|&(stored, _)| index.bags.holds(stored, entry))
                || concepts
                    .map(|found| found.concept)
                    .any(|concept| index.bags.holds_concept(concept, entry))
        })
    }

    /// What the words of the question weigh together.
    pub(super) fn weight(&self) -> f64 {
        self.terms.iter().map(|term| term.weight).sum()
    }
}

/// The stored words that a word of the question may stand for, and how like they are.
struct Partners {
    words: Vec<(WordId, f64)>,
    as_acronym: bool,
}

impl Partners {
    fn of(token: &Token, index: &Index) -> Self {
        let vocabulary = &index.vocabulary;
        let mut words = Vec::new();
        if let Some(term) = vocabulary.term(&token.stem) {
            words.extend(vocabulary.forms(term).iter().map(|&word| {
                (
                    word,
                    if vocabulary.word(word).text == token.word {
                        1.0
                    } else {
                        SAME_STEM
                    },
                )
            }));
        }
        let acronym = token
            .acronym
            .as_ref()
            .and_then(|acronym| vocabulary.term(acronym));
        words.extend(
            acronym
                .into_iter()
                .flat_map(|term| vocabulary.forms(term))
                .map(|&word| (word, 1.0)),
        );
        if token.class == Class::Content && !near::is_too_short(&token.word) {
            // A word that the FAQ knows is never taken for another one mistyped.
            let known = !words.is_empty();
            let term = vocabulary.term(&token.stem);
            words.extend(
                vocabulary
                    .words()
                    .filter(|(_, stored)| Some(stored.term) != term)
                    .filter_map(|(word, stored)| {
                        let mistyped = if known {
                            None
                        } else {
                            near::mistyped(&token.word, &stored.text)
                        };
                        Some((
                            word,
                            mistyped.or_else(|| near::of_one_origin(&token.word, &stored.text))?,
                        ))
                    }),
            );
        }
        Self {
            words,
            as_acronym: acronym.is_some(),
        }
    }

    /// The partner that is most like the word; of equals the first in the FAQ.
    fn best(&self) -> Option<(WordId, f64)> {
        self.words
            .iter()
            .copied()
            .reduce(|best, other| if other.1 > best.1 { other } else { best })
    }
}

impl QueryTerm {
    fn new(class: Class, partners: &Partners, concepts: &[&Occurrence], index: &Index) -> Self {
        let mut terms: Vec<(TermId, f64)> = Vec::new();
        for &(word, similarity) in &partners.words {
            let term = index.vocabulary.word(word).term;
            match terms.iter_mut().find(|(known, _)| *known == term) {
                Some((_, best)) => *best = best.max(similarity),
                None => terms.push((term, similarity)),
            }
        }
        let best = partners.best();
        let by_word = best.map(|(word, similarity)| {
            // A form of the word is the word; one that only resembles it may be another, unknown and so as rare as can be.
            let other = if similarity >= SAME_STEM {
                0.0
            } else {
                1.0 - similarity
            };
            (1.0 - other) * index.word_weight(word) + other * index.weight(Class::Content, 0)
        });
        let by_concept = concepts
            .iter()
            .map(|found| {
                let frequency = index.concept_frequency[found.concept as usize];
                // A phrase weighs as one concept, however many words it has.
                index.weight(Class::Content, frequency) / found.span.len() as f64
            })
            .reduce(f64::min);
        let known = best
            .map_or(0.0, |(_, similarity)| similarity)
            .max(if by_concept.is_some() { SYNONYM } else { 0.0 });
        if partners.as_acronym || concepts.iter().any(|found| found.as_acronym) {
            let weight = EITHER_READING * by_concept.or(by_word).unwrap_or_default();
            return Self {
                weight,
                class: Class::Content,
                known,
                terms,
            };
        }
        let weight = by_word
            .or(by_concept)
            .unwrap_or_else(|| index.weight(class, 0));
        Self {
            weight,
            class,
            known,
            terms,
        }
    }
}
