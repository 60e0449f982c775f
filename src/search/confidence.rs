//! How likely the first match is right: a logistic model over the [`Evidence`].
//!
//! The score ranks entries for one question but does not compare across questions: a long question that shares two
//! words with an entry and a short one that shares both its words score alike. The weights here were fitted by
//! `examples/fit_confidence.rs` on public question sets and those in `tests/sets`, each source counting the same; it
//! prints them, and how well they do on each source when that source is left out of the fit.

use super::evidence::Evidence;

/// From which confidence on the first match is given as the answer, unless told otherwise. On the question sets, more
/// than nine of ten answers given at it are right, and as many questions that the FAQ cannot answer are refused.
pub const DEFAULT_THRESHOLD: f64 = 0.75;

/// How many facts the model weighs.
pub const FEATURES: usize = 10;

/// The most that the model can be sure of: certainty is for stored phrasings alone.
const MOST: f64 = 0.999;

/// The weight of each feature, in the order of [`features`].
const WEIGHTS: [f64; FEATURES] = [
    -5.09, 3.98, 0.43, -0.28, 5.44, -0.71, 4.92, 5.82, -3.96, -0.42,
];

/// The facts as numbers; the first is constant.
#[must_use]
pub fn features(evidence: &Evidence) -> [f64; FEATURES] {
    let margin = evidence.margin.sqrt();
    let size = libm::log(evidence.entries as f64 + 1.0);
    [
        1.0,
        // A lead says something only as far as what the question is about is what leads.
        margin * evidence.anywhere_found,
        // It says more, and so do shared words, where there is more to be confused with.
        margin * size,
        evidence.subject_found * size,
        evidence.subject_found,
        f64::from(u8::from(evidence.finds_subject)),
        // What only the answer has.
        evidence.anywhere_found * (1.0 - evidence.subject_found),
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
    let sum: f64 = features(evidence)
        .iter()
        .zip(WEIGHTS)
        .map(|(feature, weight)| feature * weight)
        .sum();
    (1.0 / (1.0 + libm::exp(-sum))).min(MOST)
}
