//! What else is worth reading: what the editor names, then what is nearest to question and answer.

use hashbrown::HashMap;

use super::index::Index;
use super::ranking::Candidate;
use super::vocabulary::WordId;

/// How near an entry must be, in 0..1, to be worth a reader's time: about one shared subject word in a short question.
const NEAR_ENOUGH: f64 = 0.15;

/// How much of its nearness an entry loses by asking the same, word for word, as one that is listed already.
const ALIKE: f64 = 0.7;

/// Among how many of the nearest those unlike one another are looked for.
pub(super) const MOST_CHOSEN_FROM: usize = 32;

/// The words of a question, each once, with what it weighs.
type Words = Vec<(WordId, f64)>;

/// How near entries are to question and answer, in 0..1.
type Nearness = HashMap<usize, f64>;

/// The related entries of `best`, at most `count`: its own list in its order, then the nearest.
///
/// `to_question` ranks entries for the question asked; `to_entry` does for what the stored question of `best` is about,
/// if need be. Only entries that `admits` lets in are listed.
pub(super) fn related(
    index: &Index<'_>,
    best: usize,
    count: usize,
    to_question: &[Candidate],
    to_entry: impl FnOnce() -> Vec<Candidate>,
    admits: impl Fn(usize) -> bool,
) -> Vec<usize> {
    let mut related = own_list(index, best);
    related.retain(|&entry| admits(entry));
    if related.len() < count {
        let to_entry = to_entry();
        let mut nearness = Nearness::default();
        for candidate in &to_entry {
            nearness.insert(candidate.entry, candidate.score / 2.0);
        }
        for candidate in to_question {
            if let Some(nearness) = nearness.get_mut(&candidate.entry) {
                *nearness += candidate.score / 2.0;
            }
        }
        let is_new = |&entry: &usize| entry != best && !related.contains(&entry);
        let mut nearest: Vec<usize> = to_entry
            .iter()
            .map(|candidate| candidate.entry)
            .filter(is_new)
            .collect();
        nearest.retain(|entry| nearness[entry] >= NEAR_ENOUGH);
        let order = |a: &usize, b: &usize| nearness[b].total_cmp(&nearness[a]).then(a.cmp(b));
        let most = MOST_CHOSEN_FROM.max(count);
        if most < nearest.len() {
            nearest.select_nth_unstable_by(most, order);
            nearest.truncate(most);
        }
        nearest.sort_unstable_by(order);
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
    nearness: &Nearness,
    index: &Index<'_>,
) {
    let words = |&entry: &usize| index.question_words(entry);
    let mut listed: Vec<Words> = related.iter().map(words).collect();
    let mut left: Vec<Words> = nearest.iter().map(words).collect();
    let mut alike = vec![0.0_f64; nearest.len()];
    let mut compared = 0;
    while related.len() < count && !nearest.is_empty() {
        for there in &listed[compared..] {
            for (alike, words) in alike.iter_mut().zip(&left) {
                *alike = alike.max(likeness(words, there));
            }
        }
        compared = listed.len();
        let worth = |place: usize| nearness[&nearest[place]] * (1.0 - ALIKE * alike[place]);
        // The first of equals: the nearest come first.
        let best = (1..nearest.len()).fold(0, |best, place| {
            if worth(place) > worth(best) {
                place
            } else {
                best
            }
        });
        alike.remove(best);
        listed.push(left.remove(best));
        related.push(nearest.remove(best));
    }
}

/// How much two questions ask the same, in 0..1: the weight of the words that both have, beside that of all words of
/// either.
fn likeness(a: &Words, b: &Words) -> f64 {
    let weigh = |words: &Words| -> f64 { words.iter().map(|(_, weight)| weight).sum() };
    let in_both = a
        .iter()
        .filter(|(word, _)| b.iter().any(|(other, _)| other == word));
    let shared: f64 = in_both.map(|(_, weight)| weight).sum();
    let either = weigh(a) + weigh(b) - shared;
    if either > 0.0 { shared / either } else { 0.0 }
}

/// The entries that an entry names, in its order, each once; ids that no entry has are passed over.
fn own_list(index: &Index<'_>, entry: usize) -> Vec<usize> {
    let mut named = Vec::new();
    for id in &index.entry(entry).related {
        let number = index.with_id(id);
        named.extend(number.filter(|number| *number != entry && !named.contains(number)));
    }
    named
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Document, Entry, Faq};
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
        let index = Index::new(&faq, vec![Analyzer::new(None)], false, usize::MAX);
        let nearness = Nearness::from_iter([(1, 0.5), (2, 0.49), (3, 0.4)]);
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
