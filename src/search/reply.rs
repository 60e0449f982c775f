//! What is asked for, and what comes of it.

use super::confidence::DEFAULT_THRESHOLD;
use super::confidence::evidence::Evidence;
use super::confidence::reason::{Reason, Status};
use super::ranking::Candidate;
use crate::model::{Entry, Faq};

/// What is wanted of an answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Options {
    /// How many matches are listed at most; the best is always listed.
    pub top: usize,
    /// How many related entries are listed at most.
    pub related: usize,
    /// The confidence, in 0..1, from which on the first match is the answer; 0 takes it always.
    pub threshold: f64,
    /// When not empty: only entries with one of these tags.
    pub tags: Vec<String>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            top: 5,
            related: 3,
            threshold: DEFAULT_THRESHOLD,
            tags: Vec::new(),
        }
    }
}

/// What became of a question.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Reply {
    /// Whether the first match is the answer.
    pub status: Status,
    /// Why it is, or is not.
    pub reason: Reason,
    /// The probability, in 0..1, that the first match is right. The threshold does not change it.
    pub confidence: f64,
    /// What fits, best first.
    pub matches: Vec<Match>,
    /// Entries to read next, as indices into [`Faq::entries`]; none unless answered.
    pub related: Vec<usize>,
    /// The facts that the confidence rests on.
    pub evidence: Evidence,
}

impl Reply {
    /// The entry that answers the question, if one does; `faq` is the one that was asked.
    ///
    /// # Panics
    ///
    /// When the reply is about another FAQ that has more entries.
    #[must_use]
    pub fn answer<'f, 'a>(&self, faq: &'f Faq<'a>) -> Option<&'f Entry<'a>> {
        let first = self.matches.first()?;
        (self.status == Status::Answered).then(|| &faq.entries[first.entry])
    }
}

/// An entry that fits a question.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Match {
    /// Which of [`Faq::entries`].
    pub entry: usize,
    /// How well it fits, in 0..1; comparable among the matches of one question only.
    pub score: f64,
}

impl From<&Candidate> for Match {
    fn from(candidate: &Candidate) -> Self {
        Self {
            entry: candidate.entry,
            score: candidate.score,
        }
    }
}
