//! Three views of how well an entry fits a question, each in 0..1.

use super::index::{Index, Phrasing, inverse_document_frequency};
use super::query::{Query, SYNONYM};

/// How soon a further occurrence of a term in one entry stops counting (BM25).
const K1: f64 = 1.2;
/// How much a long entry is held against it (BM25).
const B: f64 = 0.75;

/// How many phrasings of an entry may agree. Three that fit somewhat say more than one lucky one:
/// +3 to 9 points of Hit@1 on the sets with alternates.
const AGREEING: usize = 3;

/// The weight of the first view beside the other two: what was asked for matters more than what else is stored.
/// Worth half a point of Hit@1 on the mean of the sets, in English and in Chinese.
const ASKED: f64 = 1.5;

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

/// The first two views of an entry: half its best phrasing, half the mean of its best three.
pub(super) fn coverage(phrasings: &[Phrasing], query: &Query, index: &Index) -> (f64, f64) {
    let mut each: Vec<(f64, f64)> = phrasings
        .iter()
        .map(|phrasing| overlap(phrasing, query, index))
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
fn overlap(phrasing: &Phrasing, query: &Query, index: &Index) -> (f64, f64) {
    let mut asked = vec![0.0_f64; query.terms.len()];
    let mut stored = vec![0.0_f64; phrasing.words.len()];
    for (word, found) in phrasing.words.iter().zip(&mut stored) {
        for &(term, similarity) in query.partners.get(word).into_iter().flatten() {
            asked[term] = asked[term].max(similarity);
            *found = found.max(similarity);
        }
    }
    for here in &phrasing.concepts {
        for there in query
            .concepts
            .iter()
            .filter(|there| there.concept == here.concept)
        {
            let similarity = SYNONYM;
            for found in asked[there.span.clone()]
                .iter_mut()
                .chain(&mut stored[here.span.clone()])
            {
                *found = found.max(similarity);
            }
        }
    }
    let asked = share(query.terms.iter().map(|term| term.weight).zip(asked));
    let stored = share(
        phrasing
            .words
            .iter()
            .map(|&word| index.word_weight(word))
            .zip(stored),
    );
    (asked, stored)
}

/// The part of the weight that was found.
fn share(weights: impl Iterator<Item = (f64, f64)>) -> f64 {
    let (all, found) = weights.fold((0.0, 0.0), |(all, sum), (weight, found)| {
        (all + weight, sum + weight * found)
    });
    if all > 0.0 { found / all } else { 0.0 }
}

/// BM25 of every entry (Robertson & Zaragoza 2009); terms that a synonym group covers count as that group.
pub(super) fn bm25(query: &Query, index: &Index) -> Vec<f64> {
    let bags = &index.bags;
    let mut scores = vec![0.0; bags.lengths.len()];
    let mut add = |postings: &[(u32, u32)], similarity: f64| {
        let rarity = inverse_document_frequency(
            bags.lengths.len(),
            u32::try_from(postings.len()).unwrap_or(u32::MAX),
        );
        for &(entry, count) in postings {
            let count = f64::from(count);
            let length = f64::from(bags.lengths[entry as usize]) / bags.mean_length;
            scores[entry as usize] +=
                similarity * rarity * count * (K1 + 1.0) / (count + K1 * (1.0 - B + B * length));
        }
    };
    for (position, term) in query.terms.iter().enumerate() {
        if query
            .concepts
            .iter()
            .any(|concept| concept.span.contains(&position))
        {
            continue;
        }
        let best = term.terms.iter().max_by(|a, b| a.1.total_cmp(&b.1));
        if let Some(&(term, similarity)) = best {
            add(&bags.terms[term as usize], similarity);
        }
    }
    for concept in &query.concepts {
        add(&bags.concepts[concept.concept as usize], 1.0);
    }
    scores
}
