//! Which questions ask the same, whether or not a FAQ has them: as the matcher would see it, without a FAQ to match.
//!
//! An engine is made to find one entry for one question, by a pass over all of them. Of a hundred thousand questions
//! each would have to be put to all others; here each is read once, into senses, and only those that share a telling
//! one need to be compared.

mod reading;
mod spelling;

pub use reading::Reading;

use super::vocabulary::number;

/// What a word, or a phrase that stands for the same, says; the same number in every question.
pub type Sense = u32;

/// Questions, read to be compared. They are numbered as [`Reading::add`] says.
#[derive(Debug, Default)]
pub struct Alike {
    questions: Vec<Question>,
}

/// What a question says, word by word.
#[derive(Debug)]
struct Question {
    /// What each word weighs.
    weights: Vec<f64>,
    /// The sum of those.
    weight: f64,
    /// The senses of the words, rising; a word has one of its own and those of the synonyms that it is part of.
    told: Vec<Told>,
}

/// A sense of a word.
#[derive(Debug, Clone, Copy)]
struct Told {
    sense: Sense,
    /// Which word of the question.
    word: usize,
    /// What it is worth to meet it, in 0..1.
    worth: f64,
}

impl Alike {
    /// How much two questions ask the same, in 0..1: 1 when they have the same words, whatever their form and order.
    ///
    /// It is the harmonic mean of how much of the one is found in the other and the other way round, by weight.
    #[must_use]
    pub fn likeness(&self, a: usize, b: usize) -> f64 {
        let (a, b) = (&self.questions[a], &self.questions[b]);
        let mut found = [vec![0.0; a.weights.len()], vec![0.0; b.weights.len()]];
        let mut start = 0;
        for told in &a.told {
            start += b.told[start..]
                .iter()
                .take_while(|other| other.sense < told.sense)
                .count();
            let meeting = b.told[start..].iter();
            for other in meeting.take_while(|other| other.sense == told.sense) {
                let worth = told.worth.min(other.worth);
                let [in_a, in_b] = &mut found;
                in_a[told.word] = worth.max(in_a[told.word]);
                in_b[other.word] = worth.max(in_b[other.word]);
            }
        }
        let [a, b] = [a.share(&found[0]), b.share(&found[1])];
        if a + b > 0.0 {
            2.0 * a * b / (a + b)
        } else {
            0.0
        }
    }

    /// Senses of a question, most telling first, with the weight of the word, such that any question with a likeness of
    /// `least` or more shares one of them.
    pub fn telling(&self, question: usize, least: f64) -> Vec<(Sense, f64)> {
        let question = &self.questions[question];
        let mut words: Vec<usize> = (0..question.weights.len()).collect();
        let weight = |word: usize| question.weights[word];
        words.sort_by(|&a, &b| weight(b).total_cmp(&weight(a)).then(a.cmp(&b)));
        // With less of the question found, the mean cannot be reached even if all of the other is found.
        let needed = question.weight * least / (2.0 - least);
        let mut left = question.weight;
        let mut telling = Vec::new();
        for word in words {
            if left < needed {
                break;
            }
            left -= weight(word);
            let senses = question.told.iter().filter(|told| told.word == word);
            telling.extend(senses.map(|told| (told.sense, told.worth * weight(word))));
        }
        telling
    }

    /// All senses of a question, each once.
    pub fn senses(&self, question: usize) -> impl Iterator<Item = Sense> {
        let told = &self.questions[question].told;
        told.chunk_by(|a, b| a.sense == b.sense)
            .map(|told| told[0].sense)
    }

    /// How many questions there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.questions.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.questions.is_empty()
    }
}

impl Question {
    /// The part of its weight that was found.
    fn share(&self, found: &[f64]) -> f64 {
        let weighed = self.weights.iter().zip(found);
        let found: f64 = weighed.map(|(weight, found)| weight * found).sum();
        if self.weight > 0.0 {
            found / self.weight
        } else {
            0.0
        }
    }
}
