//! What else is worth reading: what the editor names, then what is nearest to question and answer.

use hashbrown::HashMap;

use super::ranking::Candidate;
use crate::model::Faq;

/// How near an entry must be, in 0..1, to be worth a reader's time: about one shared subject word in a short question.
const NEAR_ENOUGH: f64 = 0.15;

/// The related entries of `best`, at most `count`: its own list in its order, then the nearest.
///
/// `to_question` ranks entries for the question asked; `to_entry` does for what the stored question of `best` is about,
/// if need be. Only entries that `admits` lets in are listed.
pub(super) fn related(
    faq: &Faq<'_>,
    best: usize,
    count: usize,
    to_question: &[Candidate],
    to_entry: impl FnOnce() -> Vec<Candidate>,
    admits: impl Fn(usize) -> bool,
) -> Vec<usize> {
    let mut related = own_list(faq, best);
    related.retain(|&entry| admits(entry));
    if related.len() < count {
        let mut nearness = vec![0.0; faq.entries.len()];
        let to_entry = to_entry();
        for candidate in to_question.iter().chain(&to_entry) {
            nearness[candidate.entry] += candidate.views.score() / 2.0;
        }
        let is_new = |&entry: &usize| entry != best && !related.contains(&entry);
        let mut nearest: Vec<usize> = to_entry
            .iter()
            .map(|candidate| candidate.entry)
            .filter(is_new)
            .collect();
        nearest.retain(|&entry| nearness[entry] >= NEAR_ENOUGH);
        nearest.sort_by(|&a, &b| nearness[b].total_cmp(&nearness[a]).then(a.cmp(&b)));
        related.extend(nearest);
    }
    related.truncate(count);
    related
}

/// The entries that an entry names, in its order, each once; ids that no entry has are passed over.
fn own_list(faq: &Faq<'_>, entry: usize) -> Vec<usize> {
    let wanted = &faq.entries[entry].related;
    if wanted.is_empty() {
        return Vec::new();
    }
    let ranks: HashMap<&str, usize> = wanted
        .iter()
        .enumerate()
        .rev()
        .map(|(rank, id)| (id.as_ref(), rank))
        .collect();
    let mut named: Vec<(usize, usize)> = (0..)
        .zip(&faq.entries)
        .filter(|&(number, _)| number != entry)
        .filter_map(|(number, other)| Some((*ranks.get(other.id.as_ref())?, number)))
        .collect();
    named.sort_unstable();
    named.into_iter().map(|(_, number)| number).collect()
}
