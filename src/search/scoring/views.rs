//! Three views of how well an entry fits a question, each in 0..1.

use super::counts::Frequencies;
use crate::search::index::Index;
use crate::search::index::entry_words::EntryWords;
use crate::search::query::{Query, SAME_STEM};
use crate::search::vocabulary::WordId;
use crate::text::Class;

/// How soon a further occurrence of a term in one entry stops counting; the usual value for BM25.
pub(in crate::search) const K1: f64 = 1.2;
/// The same for characters and pairs, which are parts of many words: that one comes again says less. Worth half a point
/// of Hit@1 on a Japanese set, and nothing lost on a Chinese and a Korean one.
pub(super) const K1_OF_CHARACTERS: f64 = 0.6;
/// How much a long entry is held against it; the usual value for BM25.
pub(in crate::search) const B: f64 = 0.75;

/// How many phrasings of an entry may agree. Three that fit somewhat say more than one lucky one:
/// +3 to 9 points of Hit@1 on the sets with alternates.
pub(super) const AGREEING: usize = 3;
/// The weight of their mean beside the best one alone.
pub(super) const AGREEMENT: f64 = 0.7;

/// What a word in the answer is worth beside one in a question, where no question of the FAQ has it: +4 points of Hit@1
/// on FAQs of six to eight entries and half a point on the mean. For other words it costs four on covidfaq, whose
/// answers speak of everything.
pub(in crate::search) const IN_ANSWER: f64 = 0.4;

/// How much of a term counts as its best concept where words are counted, the rest as the word itself: the word is the
/// surer sign, and the concept finds more.
pub(super) const AS_CONCEPT: f64 = 0.7;

/// The weight of the first view beside the other two: what was asked for matters more than what else is stored.
/// Worth half a point of Hit@1 on the mean of the sets, in English and in Chinese.
pub(in crate::search) const ASKED: f64 = 1.5;

/// What the third view weighs more where all of a question is pairs of characters: how often a pair stands somewhere,
/// and how rare it is, says more than that it does, since it may belong to another word. Worth a point of Hit@1 on a
/// Japanese set and nothing on a Chinese and a Korean one.
const COUNTED_PAIRS: f64 = 2.0;

/// What is left of the weight of a word that may be a function word or an acronym, as *us* may be the U.S.:
/// it is no less likely to be the one than the other.
const EITHER_READING: f64 = 0.5;

/// The views of one entry.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(in crate::search) struct Views {
    /// How much of the question asked is found in a stored phrasing.
    pub(in crate::search) asked_found: f64,
    /// How much of a stored phrasing is found in the question asked.
    pub(in crate::search) stored_found: f64,
    /// BM25 over questions and answers, beside the best candidate's.
    pub(in crate::search) bag: f64,
}

impl Views {
    /// One number to rank by, in 0..1.
    pub(in crate::search) fn score(self, bag_weight: f64) -> f64 {
        (ASKED * self.asked_found + self.stored_found + bag_weight * self.bag)
            / (ASKED + 1.0 + bag_weight)
    }
}

/// The weight of the third view beside the second, for a question.
pub(in crate::search) fn bag_weight(query: &Query) -> f64 {
    let subjects = query.terms.iter().filter(|term| term.class.is_subject());
    let pairs = query
        .terms
        .iter()
        .filter(|term| matches!(term.class, Class::Pair(_)));
    1.0 + COUNTED_PAIRS * pairs.count() as f64 / (subjects.count() as f64).max(1.0)
}

/// What each term of a question weighs.
pub(in crate::search) fn weights(
    query: &Query,
    frequencies: &Frequencies,
    index: &Index<'_>,
) -> Vec<f64> {
    let weigh = |number| query.among_characters(number) * weight(number, query, frequencies, index);
    (0..query.terms.len()).map(weigh).collect()
}

fn weight(number: usize, query: &Query, frequencies: &Frequencies, index: &Index<'_>) -> f64 {
    let term = &query.terms[number];
    let weigh = |class: Class, kind: usize| {
        index.weight(class, frequencies.question[kind], term.commonness)
    };
    let by_word = term.partner.map(|_| {
        // A form of the word is the word; one that only resembles it may be another, unknown and so as rare as can be.
        let other = if term.similarity >= SAME_STEM {
            0.0
        } else {
            1.0 - term.similarity
        };
        (1.0 - other) * weigh(term.class, number) + other * index.rarest()
    });
    // A phrase weighs as one concept, however many words it has.
    let concepts = query.concepts.iter().zip(query.terms.len()..);
    let by_concept = concepts
        .filter_map(|(concept, kind)| {
            Some(weigh(Class::Content, kind) / concept.covers(number)? as f64)
        })
        .reduce(f64::min);
    if term.as_acronym {
        return EITHER_READING * by_concept.unwrap_or_else(|| weigh(Class::Content, number));
    }
    match (by_word, by_concept) {
        // A word that is found by its characters is mostly known by these.
        (Some(by_word), Some(_)) if term.class.is_of_characters() => by_word,
        // What many entries say in other words is no rarer for being said so in one.
        (Some(by_word), Some(by_concept)) => f64::midpoint(by_word, by_word.min(by_concept)),
        (Some(weight), None) | (None, Some(weight)) => weight,
        (None, None) => index.weight(term.class, 0, term.commonness),
    }
}

/// Raises the similarity of each term of the question, and of each stored word, to that of its best partner.
pub(in crate::search) fn meet(
    words: &[WordId],
    query: &Query,
    asked: &mut [f64],
    stored: &mut [f64],
) {
    for (position, &word) in words.iter().enumerate() {
        let Some(role) = query.role(word) else {
            continue;
        };
        for partner in &role.partners {
            asked[partner.term] = asked[partner.term].max(partner.similarity);
            stored[position] = stored[position].max(partner.similarity);
        }
        for (concept, length) in query.concepts_at(&words[position..]) {
            let concept = &query.concepts[concept];
            let worth = concept.relation.worth();
            for occurrence in &concept.occurrences {
                for found in &mut asked[occurrence.span.clone()] {
                    *found = found.max(worth);
                }
            }
            for found in &mut stored[position..position + length] {
                *found = found.max(worth);
            }
        }
    }
}

/// Whether an entry holds something for every term.
pub(in crate::search) fn holds_all(words: &EntryWords<'_>, query: &Query) -> bool {
    let mut asked = vec![0.0; query.terms.len()];
    let words = words.all();
    meet(words, query, &mut asked, &mut vec![0.0; words.len()]);
    asked.iter().all(|&found| found > 0.0)
}

/// The form of BM25, which is above 0 for every frequency.
pub(in crate::search) fn inverse_document_frequency(documents: usize, frequency: u32) -> f64 {
    let (all, with) = (documents as f64, f64::from(frequency));
    (1.0 + (all - with + 0.5) / (with + 0.5)).ln()
}
