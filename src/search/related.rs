//! What else is worth reading: what the editor names, then what is nearest to question and answer.

use hashbrown::HashMap;

use super::index::Index;
use super::ranking::Candidate;
use crate::model::Faq;

/// How near an entry must be, in 0..1, to be worth a reader's time: about one shared subject word in a short question.
const NEAR_ENOUGH: f64 = 0.15;

/// How much of its nearness an entry loses by asking the same, word for word, as one that is listed already.
const ALIKE: f64 = 0.7;

/// Among how many of the nearest those unlike one another are looked for.
const MOST_CHOSEN_FROM: usize = 32;

/// The related entries of `best`, at most `count`: its own list in its order, then the nearest.
///
/// `to_question` ranks entries for the question asked; `to_entry` does for what the stored question of `best` is about,
/// if need be. Only entries that `admits` lets in are listed.
pub(super) fn related(
    faq: &Faq<'_>,
    index: &Index,
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
        nearest.truncate(MOST_CHOSEN_FROM.max(count));
        add_diverse(&mut related, nearest, count, &nearness, index);
    }
    related.truncate(count);
    related
}

/// Adds the nearest entries, each unlike those there are: maximal marginal relevance (Carbonell & Goldstein 1998).
fn add_diverse(
    related: &mut Vec<usize>,
    mut nearest: Vec<usize>,
    count: usize,
    nearness: &[f64],
    index: &Index,
) {
    let mut likeness = vec![0.0_f64; nearest.len()];
    let mut compared = 0;
    while related.len() < count && !nearest.is_empty() {
        for &there in &related[compared..] {
            for (likeness, &entry) in likeness.iter_mut().zip(&nearest) {
                *likeness = likeness.max(index.likeness(entry, there));
            }
        }
        compared = related.len();
        let worth = |place: usize| nearness[nearest[place]] * (1.0 - ALIKE * likeness[place]);
        // The first of equals: the nearest come first.
        let best = (1..nearest.len()).fold(0, |best, place| {
            if worth(place) > worth(best) {
                place
            } else {
                best
            }
        });
        likeness.remove(best);
        related.push(nearest.remove(best));
    }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Document, Entry};
    use crate::text::Analyzer;

    #[test]
    fn of_two_that_ask_the_same_one_makes_room_for_another() {
        let questions = [
            "where is the oven",
            "how hot is the bread oven",
            "how hot is the bread oven now",
            "who cleans the oven",
        ];
        let entries = questions.map(|question| Entry {
            question: question.into(),
            ..Entry::default()
        });
        let faq = Faq {
            entries: entries.into(),
            documents: vec![Document::default()],
        };
        let index = Index::new(&faq, &[Analyzer::new(None)], false);
        let nearness = [0.0, 0.5, 0.49, 0.4];
        let chosen = |count: usize| {
            let mut related = Vec::new();
            add_diverse(&mut related, vec![1, 2, 3], count, &nearness, &index);
            related
        };
        assert_eq!(chosen(1), [1]);
        assert_eq!(chosen(2), [1, 3]);
        assert_eq!(chosen(9), [1, 3, 2]);
    }
}
