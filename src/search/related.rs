//! What else is worth reading: what the editor names, then what is nearest to question and answer.

use super::ranking::Candidate;
use crate::model::Faq;

/// How near an entry must be, in 0..1, to be worth a reader's time.
const NEAR_ENOUGH: f64 = 0.15;

/// The related entries of `best`, at most `count`: its own list in its order, then the nearest that `admits` lets in.
///
/// `to_question` ranks all entries for the question asked, `to_entry` for the stored question of `best`.
pub(super) fn related(
    faq: &Faq<'_>,
    best: usize,
    to_question: &[Candidate],
    to_entry: &[Candidate],
    count: usize,
) -> Vec<usize> {
    let mut related: Vec<usize> = Vec::with_capacity(count);
    let own = faq.entries[best]
        .related
        .iter()
        .filter_map(|id| faq.entries.iter().position(|entry| entry.id == *id));
    for entry in own {
        if entry != best && !related.contains(&entry) {
            related.push(entry);
        }
    }
    let mut nearness = vec![0.0; faq.entries.len()];
    for candidate in to_question.iter().chain(to_entry) {
        nearness[candidate.entry] += candidate.views.score() / 2.0;
    }
    let mut nearest: Vec<usize> = to_entry
        .iter()
        .map(|candidate| candidate.entry)
        .filter(|&entry| {
            entry != best && nearness[entry] >= NEAR_ENOUGH && !related.contains(&entry)
        })
        .collect();
    nearest.sort_by(|&a, &b| nearness[b].total_cmp(&nearness[a]).then(a.cmp(&b)));
    related.extend(nearest);
    related.truncate(count);
    related
}
