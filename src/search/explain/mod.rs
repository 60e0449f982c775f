//! How a reply came about: what became of each word of the question, and what speaks for each match.
//!
//! All of it is worked out after the fact, from what ranking left behind, so that nobody who only asks pays for it.

mod meetings;
pub(super) mod met;
mod relation;
mod words;

use super::confidence;
use super::confidence::evidence::Evidence;
use super::index::Index;
use super::{Asked, query};
use crate::text::{Analyzer, Token};

/// How a [`Reply`](super::Reply) came about.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Explanation {
    /// The words of the question as they were read, in order: contractions are spelt out, and characters of scripts
    /// without spaces and pairs of them stand in for words.
    pub words: Vec<Word>,
    /// How many more words there were in the part of the question that is read; none of them was looked up.
    pub ignored_words: usize,
    /// What speaks for each of [`Reply::matches`](super::Reply::matches), in their order.
    pub candidates: Vec<Candidate>,
}

/// A word of a question, and what became of it.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Word {
    /// The word, in lower case and without accents, as it was typed otherwise.
    pub text: String,
    /// What it was taken for, where neither the FAQ nor the language knows it as it was typed.
    pub correction: Option<String>,
    /// What it has in common with its other forms; of a corrected word, that of the correction.
    pub stem: String,
    /// What it is there for.
    pub kind: WordKind,
    /// Whether it may be an acronym that the FAQ knows, besides the function word that it is.
    pub may_be_acronym: bool,
    /// What it weighs beside the other words of the question: more the rarer it is.
    pub weight: f64,
    /// What became of it.
    pub fate: Fate,
}

/// What a word of a question is there for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WordKind {
    /// It says what the question is about.
    Subject,
    /// It says what is asked, such as *who* or *where*, and weighs less.
    Question,
    /// It holds the sentence together, such as *the* or *of*, and weighs little.
    Function,
}

/// What became of a word of a question.
#[derive(Debug, Clone, PartialEq)]
pub enum Fate {
    /// It met something in the first match.
    Met(Meeting),
    /// The FAQ has it, or something that stands for it, but the first match does not.
    Elsewhere,
    /// The FAQ has nothing that stands for it.
    Unknown,
}

/// A word of the question and words of the first match that stand for the same.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Meeting {
    /// What met: the word, corrected if need be, or the phrase that it is part of.
    pub asked: String,
    /// What it met, as the FAQ is read.
    pub stored: String,
    /// Why the two stand for the same.
    pub relation: Relation,
    /// In which part of the entry; where there are several as good, the first of them.
    pub part: Part,
    /// How much the meeting is worth, in 0..1.
    pub worth: f64,
}

/// Why a word of a question and a stored word stand for the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Relation {
    /// They are the same word.
    Same,
    /// The one may be the other as an acronym, as *us* may be *U.S.*
    Acronym,
    /// They have the same stem.
    Form,
    /// The one is the other mistyped.
    Mistyped,
    /// They begin alike and are alike, as if made from one another.
    Origin,
    /// The FAQ says that they are synonyms.
    Synonym,
    /// The general lexicon says that they mean the same.
    SameMeaning,
    /// The general lexicon says that they mean nearly the same.
    NearMeaning,
    /// They are irregular forms of one word.
    IrregularForm,
    /// They are one compound, written as one word or as two.
    Compound,
}

/// A part of an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Its question.
    Question,
    /// One of its alternates.
    Alternate,
    /// Its answer, and neither its question nor an alternate.
    Answer,
}

/// What speaks for a match. All figures are in 0..1.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct Candidate {
    /// Which of [`Faq::entries`](crate::Faq::entries).
    pub entry: usize,
    /// How well it fits: 1 where it has the question word for word, or else a mean of the three views.
    pub score: f64,
    /// The first view: how much of the question is found in its phrasings, by weight.
    pub asked_found: f64,
    /// The second view: how much of its phrasings is found in the question, by weight.
    pub stored_found: f64,
    /// The third view: BM25 over its phrasings and its answer, beside that of the best candidate.
    pub bag: f64,
    /// Whether the question is one of its phrasings, word for word.
    pub exact: bool,
    /// The probability that it is right, judged by itself; of the first, the confidence of the reply.
    pub confidence: f64,
}

impl Explanation {
    /// What became of the words of a question, and what speaks for its first matches.
    pub(super) fn new(
        tokens: &[Token],
        asked: &Asked,
        index: &Index<'_>,
        analyzer: &Analyzer,
        matches: usize,
    ) -> Self {
        let candidate = |place| candidate(place, asked, index);
        Self {
            words: words::words(tokens, asked, index, analyzer),
            ignored_words: tokens.len().saturating_sub(query::MAX_WORDS),
            candidates: (0..matches).map(candidate).collect(),
        }
    }
}

fn candidate(place: usize, asked: &Asked, index: &Index<'_>) -> Candidate {
    let candidate = &asked.ranking.candidates[place];
    let evidence = Evidence::of_candidate(place, &asked.ranking, &asked.query, index);
    let sharing = if candidate.exact {
        asked.exact.len()
    } else {
        0
    };
    Candidate {
        entry: candidate.entry,
        score: candidate.score,
        asked_found: candidate.views.asked_found,
        stored_found: candidate.views.stored_found,
        bag: candidate.views.bag,
        exact: candidate.exact,
        confidence: confidence::of(&evidence, sharing),
    }
}
