//! How an answer came about: the wire types of `faq ask --explain`.

use faq::explain::{self, Fate, Part, Relation, WordKind};
use faq::{Faq, Reason};
use serde::Serialize;

use super::{file, rounded};

/// Why there is an answer or none, what became of each word, and what speaks for each match.
#[derive(Debug, Serialize)]
pub(in crate::cli) struct Explanation<'a> {
    pub(in crate::cli) reason: Why,
    pub(in crate::cli) threshold: f64,
    pub(in crate::cli) words: Vec<Word<'a>>,
    pub(in crate::cli) ignored_words: usize,
    pub(in crate::cli) candidates: Vec<Candidate<'a>>,
}

/// Why the status is what it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(in crate::cli) enum Why {
    NothingShared,
    AlwaysAnswered,
    StoredPhrasing,
    SharedPhrasing,
    Confident,
    SeveralFit,
    AsksNothing,
    NotConfident,
}

/// A word of the question.
#[derive(Debug, Serialize)]
#[expect(
    clippy::struct_field_names,
    reason = "the field is called so in the JSON"
)]
pub(in crate::cli) struct Word<'a> {
    pub(in crate::cli) word: &'a str,
    pub(in crate::cli) correction: Option<&'a str>,
    pub(in crate::cli) stem: &'a str,
    pub(in crate::cli) kind: Kind,
    pub(in crate::cli) may_be_acronym: bool,
    pub(in crate::cli) weight: f64,
    pub(in crate::cli) known: bool,
    pub(in crate::cli) met: Option<Meeting<'a>>,
}

/// What a word is there for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(in crate::cli) enum Kind {
    Subject,
    Question,
    Function,
}

/// What a word met in the first match.
#[derive(Debug, Serialize)]
pub(in crate::cli) struct Meeting<'a> {
    pub(in crate::cli) asked: &'a str,
    pub(in crate::cli) stored: &'a str,
    #[serde(rename = "as")]
    pub(in crate::cli) relation: As,
    #[serde(rename = "in")]
    pub(in crate::cli) part: In,
    worth: f64,
}

/// As what a stored word stands for a word of the question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(in crate::cli) enum As {
    Same,
    Acronym,
    Form,
    Mistyped,
    Origin,
    Synonym,
    SameMeaning,
    NearMeaning,
    IrregularForm,
    Compound,
}

/// In which part of the entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(in crate::cli) enum In {
    Question,
    Alternate,
    Answer,
}

/// What speaks for a match.
#[derive(Debug, Serialize)]
pub(in crate::cli) struct Candidate<'a> {
    pub(in crate::cli) id: &'a str,
    pub(in crate::cli) question: &'a str,
    pub(in crate::cli) score: f64,
    pub(in crate::cli) confidence: f64,
    pub(in crate::cli) asked_found: f64,
    pub(in crate::cli) stored_found: f64,
    pub(in crate::cli) bag: f64,
    pub(in crate::cli) exact: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<&'a str>,
}

impl<'a> Explanation<'a> {
    pub(in crate::cli) fn new(
        explanation: &'a faq::Explanation,
        reason: Reason,
        threshold: f64,
        faq: &'a Faq<'a>,
    ) -> Self {
        let candidates = explanation.candidates.iter();
        Self {
            reason: why(reason),
            threshold,
            words: explanation.words.iter().map(word).collect(),
            ignored_words: explanation.ignored_words,
            candidates: candidates.map(|found| candidate(found, faq)).collect(),
        }
    }
}

fn word(word: &explain::Word) -> Word<'_> {
    Word {
        word: &word.text,
        correction: word.correction.as_deref(),
        stem: &word.stem,
        kind: match word.kind {
            WordKind::Subject => Kind::Subject,
            WordKind::Question => Kind::Question,
            WordKind::Function => Kind::Function,
        },
        may_be_acronym: word.may_be_acronym,
        weight: rounded(word.weight),
        known: word.fate != Fate::Unknown,
        met: match &word.fate {
            Fate::Met(met) => Some(meeting(met)),
            Fate::Elsewhere | Fate::Unknown => None,
        },
    }
}

fn meeting(met: &explain::Meeting) -> Meeting<'_> {
    Meeting {
        asked: &met.asked,
        stored: &met.stored,
        relation: relation(met.relation),
        part: match met.part {
            Part::Question => In::Question,
            Part::Alternate => In::Alternate,
            Part::Answer => In::Answer,
        },
        worth: rounded(met.worth),
    }
}

fn candidate<'a>(found: &explain::Candidate, faq: &'a Faq<'_>) -> Candidate<'a> {
    let entry = &faq.entries[found.entry];
    Candidate {
        id: &entry.id,
        question: &entry.question,
        score: rounded(found.score),
        confidence: rounded(found.confidence),
        asked_found: rounded(found.asked_found),
        stored_found: rounded(found.stored_found),
        bag: rounded(found.bag),
        exact: found.exact,
        file: file(faq, entry),
    }
}

fn why(reason: Reason) -> Why {
    match reason {
        Reason::NothingShared => Why::NothingShared,
        Reason::AlwaysAnswered => Why::AlwaysAnswered,
        Reason::StoredPhrasing => Why::StoredPhrasing,
        Reason::SharedPhrasing => Why::SharedPhrasing,
        Reason::Confident => Why::Confident,
        Reason::SeveralFit => Why::SeveralFit,
        Reason::AsksNothing => Why::AsksNothing,
        Reason::NotConfident => Why::NotConfident,
    }
}

fn relation(relation: Relation) -> As {
    match relation {
        Relation::Same => As::Same,
        Relation::Acronym => As::Acronym,
        Relation::Form => As::Form,
        Relation::Mistyped => As::Mistyped,
        Relation::Origin => As::Origin,
        Relation::Synonym => As::Synonym,
        Relation::SameMeaning => As::SameMeaning,
        Relation::NearMeaning => As::NearMeaning,
        Relation::IrregularForm => As::IrregularForm,
        Relation::Compound => As::Compound,
    }
}
