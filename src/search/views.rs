//! Three views of how well an entry fits a question, each in 0..1.

use super::counts::{Counts, EntryCounts};
use super::index::Index;
use super::query::{Query, SAME_STEM, SYNONYM};
use super::vocabulary::WordId;
use crate::text::Class;

/// How soon a further occurrence of a term in one entry stops counting; the usual value for BM25.
const K1: f64 = 1.2;
/// How much a long entry is held against it; the usual value for BM25.
const B: f64 = 0.75;

/// How many phrasings of an entry may agree. Three that fit somewhat say more than one lucky one:
/// +3 to 9 points of Hit@1 on the sets with alternates.
const AGREEING: usize = 3;

/// The weight of the first view beside the other two: what was asked for matters more than what else is stored.
/// Worth half a point of Hit@1 on the mean of the sets, in English and in Chinese.
const ASKED: f64 = 1.5;

/// What is left of the weight of a word that may be a function word or an acronym, as *us* may be the U.S.:
/// it is no less likely to be the one than the other.
const EITHER_READING: f64 = 0.5;

/// The views of one entry.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Views {
    /// How much of the question asked is found in a stored phrasing.
    pub(super) asked_found: f64,
    /// How much of a stored phrasing is found in the question asked.
    pub(super) stored_found: f64,
    /// BM25 over questions and answers, beside the best candidate's.
    pub(super) bag: f64,
}

impl Views {
    /// One number to rank by, in 0..1.
    pub(super) fn score(self) -> f64 {
        (ASKED * self.asked_found + self.stored_found + self.bag) / (ASKED + 1.0 + 1.0)
    }
}

/// What each term of a question weighs.
pub(super) fn weights(query: &Query, counts: &Counts, index: &Index) -> Vec<f64> {
    let weight = |number: usize| {
        let term = &query.terms[number];
        let by_word = term.partner.map(|_| {
            // A form of the word is the word; one that only resembles it may be another, unknown and so as rare as can be.
            let other = if term.similarity >= SAME_STEM {
                0.0
            } else {
                1.0 - term.similarity
            };
            let known = index.weight(term.class, counts.phrasing_frequency[number]);
            (1.0 - other) * known + other * index.weight(Class::Content, 0)
        });
        let by_concept =
            query
                .concepts
                .iter()
                .zip(query.terms.len()..)
                .filter_map(|(concept, kind)| {
                    // A phrase weighs as one concept, however many words it has.
                    let words = concept.covers(number)?;
                    Some(
                        index.weight(Class::Content, counts.phrasing_frequency[kind])
                            / words as f64,
                    )
                });
        let by_concept = by_concept.reduce(f64::min);
        if term.as_acronym {
            let alone = || index.weight(Class::Content, counts.phrasing_frequency[number]);
            return EITHER_READING * by_concept.unwrap_or_else(alone);
        }
        by_word
            .or(by_concept)
            .unwrap_or_else(|| index.weight(term.class, 0))
    };
    (0..query.terms.len()).map(weight).collect()
}

/// The first two views of an entry: half its best phrasing, half the mean of its best three.
pub(super) fn coverage<'i>(
    phrasings: impl Iterator<Item = &'i [WordId]>,
    query: &Query,
    weights: &[f64],
    index: &Index,
) -> (f64, f64) {
    let mut each: Vec<(f64, f64)> = phrasings
        .map(|phrasing| overlap(phrasing, query, weights, index))
        .collect();
    each.sort_by(|a, b| (b.0 + b.1).total_cmp(&(a.0 + a.1)));
    each.truncate(AGREEING);
    let Some(&best) = each.first() else {
        return (0.0, 0.0);
    };
    let count = each.len() as f64;
    let mean = each.iter().fold((0.0, 0.0), |sum, view| {
        (sum.0 + view.0 / count, sum.1 + view.1 / count)
    });
    (f64::midpoint(best.0, mean.0), f64::midpoint(best.1, mean.1))
}

/// How much of the question is found in a phrasing, and the other way round.
fn overlap(phrasing: &[WordId], query: &Query, weights: &[f64], index: &Index) -> (f64, f64) {
    let mut asked = vec![0.0; query.terms.len()];
    let mut stored = vec![0.0; phrasing.len()];
    meet(phrasing, query, &mut asked, &mut stored);
    let asked = share(weights.iter().copied().zip(asked));
    let stored = share(
        phrasing
            .iter()
            .map(|&word| index.word_weight(word))
            .zip(stored),
    );
    (asked, stored)
}

/// Raises the similarity of each term of the question, and of each stored word, to that of its best partner.
pub(super) fn meet(words: &[WordId], query: &Query, asked: &mut [f64], stored: &mut [f64]) {
    for (position, &word) in words.iter().enumerate() {
        let Some(role) = query.role(word) else {
            continue;
        };
        for partner in &role.partners {
            asked[partner.term] = asked[partner.term].max(partner.similarity);
            stored[position] = stored[position].max(partner.similarity);
        }
        for (concept, length) in query.concepts_at(&words[position..]) {
            for occurrence in &query.concepts[concept].occurrences {
                for found in &mut asked[occurrence.span.clone()] {
                    *found = found.max(SYNONYM);
                }
            }
            for found in &mut stored[position..position + length] {
                *found = found.max(SYNONYM);
            }
        }
    }
}

/// The part of the weight that was found.
fn share(weights: impl Iterator<Item = (f64, f64)>) -> f64 {
    let (all, found) = weights.fold((0.0, 0.0), |(all, sum), (weight, found)| {
        (all + weight, sum + weight * found)
    });
    if all > 0.0 { found / all } else { 0.0 }
}

/// BM25 of an entry, questions and answer together (Robertson & Zaragoza 2009); terms that a group of synonyms covers
/// count as that group.
pub(super) fn bm25(entry: &EntryCounts, query: &Query, counts: &Counts, index: &Index) -> f64 {
    let length = index.entry_words(entry.entry).len() as f64 / index.mean_length;
    let score = |&(kind, count): &(usize, u32)| {
        let similarity = match query.terms.get(kind) {
            Some(_) if query.in_concept(kind) => return 0.0,
            Some(term) => term.similarity,
            None => 1.0,
        };
        let rarity = inverse_document_frequency(index.entry_count(), counts.entry_frequency[kind]);
        let count = f64::from(count);
        similarity * rarity * count * (K1 + 1.0) / (count + K1 * (1.0 - B + B * length))
    };
    entry.counts.iter().map(score).sum()
}

/// The form of BM25, which is above 0 for every frequency.
fn inverse_document_frequency(documents: usize, frequency: u32) -> f64 {
    let (all, with) = (documents as f64, f64::from(frequency));
    libm::log(1.0 + (all - with + 0.5) / (with + 0.5))
}
