//! Whether the first match is the answer, and why: decided here, once.

use super::evidence::Evidence;
use crate::search::ranking::Candidate;

/// Entries whose scores are at least this share of the best one's fit about equally well: scores of paraphrases of one
/// question differ by as much.
const ABOUT_EQUAL: f64 = 0.8;

/// How much of a question an entry must cover before several like it make the question ambiguous rather than foreign.
const UNDERSTOOD: f64 = 0.8;

/// Whether there is an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// The first match is the answer.
    Answered,
    /// Several entries fit about equally well.
    Ambiguous,
    /// No entry fits well enough.
    None,
}

/// Why a [`Reply`](crate::search::Reply) has the status that it has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// No entry shares anything with the question.
    NothingShared,
    /// A threshold of 0 takes the first match, whatever it is.
    AlwaysAnswered,
    /// The question is a stored phrasing, word for word.
    StoredPhrasing,
    /// The question is a phrasing of several entries, word for word.
    SharedPhrasing,
    /// The confidence reaches the threshold.
    Confident,
    /// The confidence is below the threshold, and several entries fit about equally well.
    SeveralFit,
    /// No word of the question says what is asked, nor what about.
    AsksNothing,
    /// The confidence is below the threshold.
    NotConfident,
}

impl Reason {
    /// Decides about candidates, best first, of which the first `sharing` are the question word for word.
    pub(in crate::search) fn of(
        candidates: &[Candidate],
        sharing: usize,
        evidence: &Evidence,
        confidence: f64,
        threshold: f64,
    ) -> Self {
        match candidates {
            [] => Self::NothingShared,
            _ if sharing == 1 && confidence >= threshold => Self::StoredPhrasing,
            _ if threshold <= 0.0 => Self::AlwaysAnswered,
            _ if sharing > 1 => Self::SharedPhrasing,
            _ if confidence >= threshold => Self::Confident,
            [first, second, ..] if several_fit(first, second, evidence) => Self::SeveralFit,
            _ if !evidence.asks => Self::AsksNothing,
            _ => Self::NotConfident,
        }
    }

    /// What becomes of the question for this reason.
    #[must_use]
    pub fn status(self) -> Status {
        match self {
            Self::AlwaysAnswered | Self::StoredPhrasing | Self::Confident => Status::Answered,
            Self::SharedPhrasing | Self::SeveralFit => Status::Ambiguous,
            Self::NothingShared | Self::AsksNothing | Self::NotConfident => Status::None,
        }
    }
}

/// Whether the question was understood, and fits several entries about equally well.
fn several_fit(first: &Candidate, second: &Candidate, evidence: &Evidence) -> bool {
    evidence.finds_subject
        && evidence.asked_found >= UNDERSTOOD
        && second.score >= ABOUT_EQUAL * first.score
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::scoring::views::Views;

    #[test]
    fn the_first_reason_that_holds_decides() {
        let candidate = |asked_found| Candidate {
            entry: 0,
            views: Views {
                asked_found,
                ..Views::default()
            },
            score: asked_found,
            is_bound: false,
            exact: false,
        };
        let understood = Evidence {
            asked_found: 0.9,
            finds_subject: true,
            asks: true,
            ..Evidence::default()
        };
        let foreign = Evidence {
            asked_found: 0.1,
            ..understood
        };
        let wordy = Evidence::default();
        let alike = [candidate(0.9), candidate(0.85)];
        let apart = [candidate(0.9), candidate(0.1)];
        for (candidates, sharing, evidence, confidence, threshold, expected) in [
            (&[][..], 0, &foreign, 0.0, 0.0, Reason::NothingShared),
            (&apart, 0, &foreign, 0.1, 0.0, Reason::AlwaysAnswered),
            (&apart, 1, &understood, 1.0, 1.0, Reason::StoredPhrasing),
            (&apart, 2, &understood, 0.5, 0.4, Reason::SharedPhrasing),
            (&apart, 2, &understood, 0.5, 0.0, Reason::AlwaysAnswered),
            (&apart, 0, &understood, 0.6, 0.6, Reason::Confident),
            (&alike, 0, &understood, 0.5, 0.6, Reason::SeveralFit),
            (&apart, 0, &understood, 0.5, 0.6, Reason::NotConfident),
            (&alike, 0, &foreign, 0.5, 0.6, Reason::NotConfident),
            (&alike, 0, &wordy, 0.0, 0.6, Reason::AsksNothing),
        ] {
            let reason = Reason::of(candidates, sharing, evidence, confidence, threshold);
            assert_eq!(reason, expected);
        }
    }
}
