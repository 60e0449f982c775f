//! Which questions ask the same, whether or not a FAQ has them: as the matcher would see it, without a FAQ to match.
//!
//! An engine is made to find one entry for one question, by a pass over all of them. Of a hundred thousand questions
//! each would have to be put to all others; here each is read once, into senses, and only those that share a telling
//! one need to be compared.

mod reading;
pub(super) mod similar;
mod spelling;

pub use reading::Reading;

use crate::sorting;

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
    #[must_use]
    pub fn telling(&self, question: usize, least: f64) -> Vec<(Sense, f64)> {
        let question = &self.questions[question];
        let mut words: Vec<usize> = (0..question.weights.len()).collect();
        let weight = |word: usize| question.weights[word];
        sorting::by(&mut words, |&a, &b| {
            weight(b).total_cmp(&weight(a)).then(a.cmp(&b))
        });
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Document, Entry, Faq};
    use crate::search::Engine;

    /// How like two questions are, read in this language beside some others.
    fn likeness(language: &'static str, a: &str, b: &str) -> f64 {
        let faq = Faq {
            documents: vec![Document {
                language: Some(language.into()),
                synonyms: vec![vec!["parcel".into(), "brown paper box".into()]],
                ..Document::default()
            }],
            entries: vec![Entry::default()],
        };
        let engine = Engine::new(&faq);
        let mut reading = Reading::new(&engine);
        for other in ["is there life on mars", "may I bring the dog"] {
            reading.add(other);
        }
        let (a, b) = (reading.add(a), reading.add(b));
        let alike = reading.finish();
        let likeness = alike.likeness(a, b);
        assert!((0.0..=1.0).contains(&likeness));
        assert!((likeness - alike.likeness(b, a)).abs() < 1e-12);
        likeness
    }

    #[test]
    fn questions_are_as_like_as_what_they_say() {
        for (language, a, b, least, most) in [
            ("en", "Where's my parcel?", "where is MY parcel", 1.0, 1.0),
            ("en", "where are my parcels", "my parcel where is", 0.8, 1.0),
            ("en", "where is my parcel", "where is my pracel", 1.0, 1.0),
            ("en", "lost parcel", "lost brown paper box", 0.9, 0.99),
            (
                "en",
                "how much is a ticket",
                "the price of a ticket",
                0.7,
                0.99,
            ),
            ("en", "where is my parcel", "where is my dog", 0.1, 0.6),
            ("en", "lost parcel", "bring dogs", 0.0, 0.0),
            ("en", "🎉", "🎉 ", 1.0, 1.0),
            ("en", "🎉", "🚀", 0.0, 0.0),
            #[cfg(feature = "languages")]
            ("de", "Wo ist mein Paket?", "wo sind meine pakete", 0.6, 1.0),
            ("ja", "送料はいくらですか", "送料はいくら", 0.7, 0.99),
        ] {
            let found = likeness(language, a, b);
            assert!(
                (least - 1e-9..=most + 1e-9).contains(&found),
                "{a} / {b}: {found}"
            );
        }
    }

    #[test]
    fn what_is_as_like_as_wanted_shares_a_telling_sense() {
        let faq = Faq {
            documents: vec![Document {
                language: Some("en".into()),
                ..Document::default()
            }],
            entries: vec![Entry::default()],
        };
        let engine = Engine::new(&faq);
        let mut reading = Reading::new(&engine);
        let subjects = ["parcel", "ticket", "refund", "dog", "price"];
        for subject in subjects {
            for ask in [
                "where is my",
                "how much is the",
                "can I get a",
                "lost",
                "buy one more",
            ] {
                for more in ["", "today", "in the shop", "again please"] {
                    reading.add(&format!("{ask} {subject} {more}"));
                }
            }
        }
        let alike = reading.finish();
        for least in [0.3, 0.6, 0.9] {
            for a in 0..100 {
                let telling = alike.telling(a, least);
                for b in (0..100).filter(|&b| alike.likeness(a, b) >= least) {
                    let shares = |sense: Sense| telling.iter().any(|(told, _)| *told == sense);
                    assert!(alike.senses(b).any(shares), "{a} {b} {least}");
                }
            }
        }
    }

    /// How many questions and groups of synonyms would take minutes if each question were compared with each group.
    const MANY: usize = 20_000;

    #[test]
    fn many_questions_are_read_with_many_synonyms() {
        let group = |number: usize| vec![format!("a{number}").into(), format!("b{number}").into()];
        let faq = Faq {
            documents: vec![Document {
                synonyms: (0..MANY).map(group).collect(),
                ..Document::default()
            }],
            entries: vec![Entry::default()],
        };
        let engine = Engine::new(&faq);
        let mut reading = Reading::new(&engine);
        for number in 0..MANY {
            reading.add(&format!("a{number} b{}", number + 1));
        }
        let alike = reading.finish();
        // Each shares a group with the next, and with no other.
        assert!(alike.likeness(0, 1) > 0.3);
        assert!(alike.likeness(0, 2) < 0.1);
    }
}
