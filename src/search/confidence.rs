//! How likely the first match is right: that the question was understood and the FAQ has an answer, by a logistic model over
//! the [`Evidence`], times that the first match is it rather than the second, by how far it leads.
//!
//! The score ranks entries for one question but does not compare across questions: a long question that shares two
//! words with an entry and a short one that shares both its words score alike. The weights here were fitted by
//! `examples/fit_confidence.rs` on public question sets and those in `tests/sets`, each source counting the same; it
//! prints them, and how well they do on each source when that source is left out of the fit.

use super::evidence::Evidence;

/// From which confidence on the first match is given as the answer, unless told otherwise. On the question sets, more
/// than nine of ten answers given at it are right, and as many questions that the FAQ cannot answer are refused.
pub const DEFAULT_THRESHOLD: f64 = 0.77;

/// How many facts the model of understanding weighs.
pub const FEATURES: usize = 10;

/// The most that the model can be sure of: certainty is for stored phrasings alone.
const MOST: f64 = 0.999;

/// The weight of each feature, in the order of [`features`].
const WEIGHTS: [f64; FEATURES] = [
    -4.88, 0.83, -0.20, 6.84, -1.08, 6.75, 0.93, 7.03, -4.97, -0.91,
];

/// The weight of how far the first match leads: where it leads by nothing, the second is as likely to be right.
const LEAD: f64 = 16.09;

/// The facts as numbers that tell whether the question was understood and can be answered; the first is constant.
#[must_use]
pub fn features(evidence: &Evidence) -> [f64; FEATURES] {
    let size = libm::log(evidence.entries as f64 + 1.0);
    [
        1.0,
        // A lead says more, and shared words do, where there is more to be confused with.
        evidence.margin * size,
        evidence.subject_found * size,
        evidence.subject_found,
        f64::from(u8::from(evidence.finds_subject)),
        // What only the answer has.
        evidence.anywhere_found * (1.0 - evidence.subject_found),
        // Half of the words are less than half of the subject.
        evidence.anywhere_found * evidence.anywhere_found,
        evidence.stored_found,
        // Both ways at once: the question fits the entry, and the entry the question.
        evidence.anywhere_found * evidence.stored_found,
        evidence.unseen,
    ]
}

/// The probability, in 0..1, that the first match is right, where `sharing` entries have the question word for word.
pub(super) fn of(evidence: &Evidence, sharing: usize) -> f64 {
    match sharing {
        0 => confidence(evidence),
        sharing => 1.0 / sharing as f64,
    }
}

/// The probability, in 0..1, that the first match is right; 0 when no word of the question is found in it, or when
/// none asks anything.
fn confidence(evidence: &Evidence) -> f64 {
    let found = evidence.asked_found > 0.0 || evidence.anywhere_found > 0.0;
    if !found || !evidence.asks {
        return 0.0;
    }
    let products = features(evidence).into_iter().zip(WEIGHTS);
    let understood = logistic(products.map(|(feature, weight)| feature * weight).sum());
    (understood * logistic(LEAD * evidence.margin)).min(MOST)
}

fn logistic(sum: f64) -> f64 {
    1.0 / (1.0 + libm::exp(-sum))
}
