//! The three views of each entry: what is the same for all entries is worked out once, and no entry costs memory.

use super::counts::{Count, Frequencies};
use super::views::{
    self, AGREEING, AGREEMENT, AS_CONCEPT, B, IN_ANSWER, K1, K1_OF_CHARACTERS, Views,
};
use crate::search::index::Index;
use crate::search::index::entry_words::EntryWords;
use crate::search::query::Query;
use crate::search::vocabulary::WordId;
use crate::search::vocabulary::rarity;

/// Looks at entries on behalf of one question.
#[derive(Debug)]
pub(in crate::search) struct Scorer<'q> {
    query: &'q Query,
    index: &'q Index<'q>,
    /// What each term of the question weighs.
    weights: &'q [f64],
    /// How rare each term and each concept is, answers included.
    rarities: Vec<f64>,
    /// Whether a group of synonyms covers a term.
    has_concept: Vec<bool>,
    /// Whether a term stands in answers and in no question of the FAQ.
    only_in_answers: Vec<bool>,
    /// What was found already of each term, before any phrasing is looked at.
    in_answer: Vec<f64>,
    /// How much of each term, and of each word looked at, is found.
    asked: Vec<f64>,
    stored: Vec<f64>,
    /// The views of each phrasing of an entry.
    phrasings: Vec<(f64, f64)>,
    /// What each term counts for, by itself and as a concept.
    counted: Vec<(f64, f64)>,
    /// What the words with a role weigh, as far as they were met; there is none where the index has them at hand.
    word_weights: Vec<Option<f64>>,
}

impl<'q> Scorer<'q> {
    pub(in crate::search) fn new(
        query: &'q Query,
        weights: &'q [f64],
        frequencies: &Frequencies,
        index: &'q Index<'_>,
    ) -> Self {
        let terms = query.terms.len();
        let rarity = |(kind, &frequency): (usize, &u32)| {
            let rarity = views::inverse_document_frequency(index.entry_count(), frequency);
            let term = query.terms.get(kind);
            rarity
                * term.map_or(1.0, |term| {
                    rarity::without_particles(term.class) * query.among_characters(kind)
                })
        };
        let is_only_in_answers =
            |term: usize| frequencies.question[term] == 0 && frequencies.entry[term] > 0;
        Self {
            query,
            index,
            weights,
            rarities: frequencies.entry.iter().enumerate().map(rarity).collect(),
            has_concept: (0..terms)
                .map(|term| query.concepts_of(term).next().is_some())
                .collect(),
            only_in_answers: (0..terms).map(is_only_in_answers).collect(),
            in_answer: vec![0.0; terms],
            asked: Vec::new(),
            stored: Vec::new(),
            phrasings: Vec::new(),
            counted: Vec::new(),
            word_weights: match index.as_stored() {
                Some(_) => vec![None; query.words_with_roles().len()],
                None => Vec::new(),
            },
        }
    }

    /// The views of an entry in which so much was counted; the third is not yet beside the best candidate's.
    pub(in crate::search) fn views(&mut self, words: &EntryWords<'_>, counts: &[Count]) -> Views {
        let (asked_found, stored_found) = self.coverage(words);
        Views {
            asked_found,
            stored_found,
            bag: self.bm25(words, counts),
        }
    }

    /// The most that the first two views of an entry can be, and the third as it is: what most words weigh need not be known
    /// for it.
    pub(in crate::search) fn bounds(&mut self, words: &EntryWords<'_>, counts: &[Count]) -> Views {
        self.look_into_answer(words);
        let mut most = Views {
            bag: self.bm25(words, counts),
            ..Views::default()
        };
        for phrasing in words.phrasings() {
            let (asked_found, stored_found) = self.most_overlap(phrasing);
            most.asked_found = most.asked_found.max(asked_found);
            most.stored_found = most.stored_found.max(stored_found);
        }
        most
    }

    /// The first two views of an entry: its best phrasing, and the mean of its best three.
    pub(in crate::search) fn coverage(&mut self, words: &EntryWords<'_>) -> (f64, f64) {
        self.look_into_answer(words);
        self.phrasings.clear();
        for (number, phrasing) in words.phrasings().enumerate() {
            let views = self.overlap(phrasing, words.total(number));
            self.phrasings.push(views);
        }
        self.phrasings
            .sort_by(|a, b| (b.0 + b.1).total_cmp(&(a.0 + a.1)));
        self.phrasings.truncate(AGREEING);
        let Some(&best) = self.phrasings.first() else {
            return (0.0, 0.0);
        };
        let count = self.phrasings.len() as f64;
        let mean = self.phrasings.iter().fold((0.0, 0.0), |sum, view| {
            (sum.0 + view.0 / count, sum.1 + view.1 / count)
        });
        let mix = |best: f64, mean: f64| (1.0 - AGREEMENT) * best + AGREEMENT * mean;
        (mix(best.0, mean.0), mix(best.1, mean.1))
    }

    /// Finds what the answer of an entry says of the terms that no question of the FAQ has.
    fn look_into_answer(&mut self, words: &EntryWords<'_>) {
        if !self.only_in_answers.contains(&true) {
            return;
        }
        self.in_answer.fill(0.0);
        let answer = words.answer();
        self.stored.clear();
        self.stored.resize(answer.len(), 0.0);
        views::meet(answer, self.query, &mut self.in_answer, &mut self.stored);
        for (found, &counts) in self.in_answer.iter_mut().zip(&self.only_in_answers) {
            *found *= if counts { IN_ANSWER } else { 0.0 };
        }
    }

    /// How much of the question is found in a phrasing, and the other way round; `total` is what the phrasing weighs, if
    /// that is known.
    fn overlap(&mut self, phrasing: &[WordId], total: Option<f32>) -> (f64, f64) {
        self.meet(phrasing);
        let mut found = 0.0;
        for (place, &word) in phrasing.iter().enumerate() {
            let met = self.stored[place];
            if met > 0.0 {
                found += self.word_weight(word) * met;
            }
        }
        let total = f64::from(total.unwrap_or_else(|| self.index.total_weight(phrasing)));
        // It is rounded.
        let stored_found = if total > 0.0 {
            (found / total).min(1.0)
        } else {
            0.0
        };
        (share(self.weights, &self.asked), stored_found)
    }

    /// The most that both can be, which is told without knowing what the words of the phrasing weigh that were not found.
    fn most_overlap(&mut self, phrasing: &[WordId]) -> (f64, f64) {
        self.meet(phrasing);
        let (mut all, mut found) = (0.0, 0.0);
        for (place, &word) in phrasing.iter().enumerate() {
            let met = self.stored[place];
            if met > 0.0 {
                let weight = self.word_weight(word);
                all += weight;
                found += weight * met;
            } else {
                all += self.index.least_weight(word);
            }
        }
        let stored_found = if all > 0.0 {
            (found / all).min(1.0)
        } else {
            0.0
        };
        (share(self.weights, &self.asked), stored_found)
    }

    /// What a word weighs: worked out once for a word with a role.
    fn word_weight(&mut self, word: WordId) -> f64 {
        if self.word_weights.is_empty() {
            return self.index.word_weight(word);
        }
        let role = self.query.role_number(word);
        let Some(known) = role.and_then(|role| self.word_weights.get_mut(role)) else {
            return self.index.word_weight(word);
        };
        *known.get_or_insert_with(|| self.index.word_weight(word))
    }

    /// Finds how much of each term, and of each word of a phrasing, has a partner in the other.
    fn meet(&mut self, phrasing: &[WordId]) {
        let Self { asked, stored, .. } = self;
        asked.clone_from(&self.in_answer);
        stored.clear();
        stored.resize(phrasing.len(), 0.0);
        views::meet(phrasing, self.query, asked, stored);
    }

    /// BM25 of an entry, questions and answer together (Robertson & Zaragoza 2009). A term that groups of synonyms cover
    /// counts partly as itself, partly as the best of them.
    fn bm25(&mut self, words: &EntryWords<'_>, counts: &[Count]) -> f64 {
        let length = words.all().len() as f64 / self.index.mean_length;
        let terms = self.query.terms.len();
        self.counted.clear();
        self.counted.resize(terms, (0.0, 0.0));
        for &(kind, count) in counts {
            let (kind, count) = (kind as usize, f64::from(count));
            let term = self.query.terms.get(kind);
            let k1 = match term {
                Some(term) if term.class.is_of_characters() => K1_OF_CHARACTERS,
                _ => K1,
            };
            let score =
                self.rarities[kind] * count * (k1 + 1.0) / (count + k1 * (1.0 - B + B * length));
            if let Some(term) = term {
                self.counted[kind].0 = term.similarity * score;
                continue;
            }
            let concept = &self.query.concepts[kind - terms];
            let score = concept.relation.worth_counted() * score;
            for occurrence in &concept.occurrences {
                // A phrase counts as one concept, however many words it has.
                let share = score / occurrence.span.len() as f64;
                for (_, best) in &mut self.counted[occurrence.span.clone()] {
                    *best = best.max(share);
                }
            }
        }
        let counted = self.counted.iter().zip(&self.has_concept);
        let terms = counted.zip(&self.query.terms);
        terms
            .map(|((&(own, by_concept), &has_concept), term)| {
                if !has_concept {
                    own
                } else if term.class.is_of_characters() {
                    // The characters of a word say more together than the word does as one of its group.
                    own.max(by_concept)
                } else {
                    (1.0 - AS_CONCEPT) * own + AS_CONCEPT * by_concept
                }
            })
            .sum()
    }
}

/// The part of the weight that was found.
fn share(weights: &[f64], found: &[f64]) -> f64 {
    let weights = weights.iter().zip(found);
    let (all, found) = weights.fold((0.0, 0.0), |(all, sum), (weight, found)| {
        (all + weight, sum + weight * found)
    });
    if all > 0.0 { found / all } else { 0.0 }
}
