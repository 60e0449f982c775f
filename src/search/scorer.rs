//! The three views of each entry: what is the same for all entries is worked out once, and no entry costs memory.

use super::counts::Frequencies;
use super::entry_words::EntryWords;
use super::index::Index;
use super::query::Query;
use super::rarity;
use super::views::{
    self, AGREEING, AGREEMENT, AS_CONCEPT, B, IN_ANSWER, K1, K1_OF_CHARACTERS, Views,
};
use super::vocabulary::WordId;

/// Looks at entries on behalf of one question.
#[derive(Debug)]
pub(super) struct Scorer<'q> {
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
}

impl<'q> Scorer<'q> {
    pub(super) fn new(
        query: &'q Query,
        weights: &'q [f64],
        frequencies: &Frequencies,
        index: &'q Index<'_>,
    ) -> Self {
        let terms = query.terms.len();
        let rarity = |(kind, &frequency): (usize, &u32)| {
            let rarity = views::inverse_document_frequency(index.entry_count(), frequency);
            let term = query.terms.get(kind);
            rarity * term.map_or(1.0, |term| rarity::without_particles(term.class))
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
        }
    }

    /// The views of an entry in which so much was counted; the third is not yet beside the best candidate's.
    pub(super) fn views(&mut self, words: &EntryWords<'_>, counts: &[(usize, u32)]) -> Views {
        let (asked_found, stored_found) = self.coverage(words);
        Views {
            asked_found,
            stored_found,
            bag: self.bm25(words, counts),
        }
    }

    /// The first two views of an entry: its best phrasing, and the mean of its best three.
    fn coverage(&mut self, words: &EntryWords<'_>) -> (f64, f64) {
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
        let Self { asked, stored, .. } = self;
        asked.clone_from(&self.in_answer);
        stored.clear();
        stored.resize(phrasing.len(), 0.0);
        views::meet(phrasing, self.query, asked, stored);
        let weigh = |&word: &WordId| self.index.word_weight(word);
        let found = phrasing.iter().zip(stored.iter());
        let found: f64 = found
            .filter(|&(_, &found)| found > 0.0)
            .map(|(word, found)| weigh(word) * found)
            .sum();
        let total = f64::from(total.unwrap_or_else(|| self.index.total_weight(phrasing)));
        // It is rounded.
        let stored_found = if total > 0.0 {
            (found / total).min(1.0)
        } else {
            0.0
        };
        (share(self.weights, asked), stored_found)
    }

    /// BM25 of an entry, questions and answer together (Robertson & Zaragoza 2009). A term that groups of synonyms cover
    /// counts partly as itself, partly as the best of them.
    fn bm25(&mut self, words: &EntryWords<'_>, counts: &[(usize, u32)]) -> f64 {
        let length = words.all().len() as f64 / self.index.mean_length;
        let terms = self.query.terms.len();
        self.counted.clear();
        self.counted.resize(terms, (0.0, 0.0));
        for &(kind, count) in counts {
            let count = f64::from(count);
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
