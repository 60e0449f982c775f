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
pub const FEATURES: usize = 14;

/// Beyond so many, further matching words say nothing more.
const ENOUGH_WORDS: f64 = 4.0;

/// The most that the model can be sure of: certainty is for stored phrasings alone.
const MOST: f64 = 0.999;

/// The weight of each feature, in the order of [`features`].
const WEIGHTS: [f64; FEATURES] = [
    -5.16, 2.54, 3.61, 0.74, 1.17, 4.36, -0.69, 1.85, -1.30, -1.03, 1.19, 0.58, 5.59, -0.40,
];

/// The facts as numbers; the first is constant.
#[must_use]
pub fn features(evidence: &Evidence) -> [f64; FEATURES] {
    let margin = evidence.margin.sqrt();
    [
        1.0,
        // A lead says something only as far as the subject of the question is what leads, or where it has none.
        margin * evidence.subject_found,
        margin * evidence.anywhere_found,
        if evidence.has_content { 0.0 } else { margin },
        if evidence.has_content { 0.0 } else { 1.0 },
        evidence.subject_found,
        evidence.asked_found,
        evidence.stored_found,
        evidence.anywhere_found,
        evidence.unseen,
        evidence.heaviest_missing,
        margin * libm::log(evidence.entries as f64 + 1.0),
        evidence.anywhere_found * (1.0 - evidence.subject_found),
        (evidence.content_found as f64).min(ENOUGH_WORDS) / ENOUGH_WORDS,
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
