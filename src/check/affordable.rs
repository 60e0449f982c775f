//! How much of a FAQ is looked at where each of its parts is compared with all others.

use crate::model::Faq;

/// How many questions are put to the engine for one kind of finding, at most and at least: nobody mends more at once.
const MOST_ASKED: usize = 600;
const LEAST_ASKED: usize = 100;

/// How many phrasings are looked at for all of them together: each question is compared with every phrasing.
const WORK: usize = 6_000_000;

/// How many questions may be put to an engine for this FAQ.
pub(super) fn affordable(faq: &Faq<'_>) -> usize {
    let phrasings: usize = faq.entries.iter().map(|it| 1 + it.alternates.len()).sum();
    (WORK / phrasings.max(1)).clamp(LEAST_ASKED, MOST_ASKED)
}
