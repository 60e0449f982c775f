//! What else is worth reading: what the editor names, then what is nearest to question and answer.

mod diversity;

use std::cmp::Ordering;

use hashbrown::{HashMap, HashSet};

use super::index::Index;
use super::query::Query;
use super::ranking::settling::{Bounded, ROUNDING, settle_best};
use super::ranking::{Candidate, Ranking, Settler};
use super::vocabulary::number;
use diversity::{Nearness, add_diverse};

/// How near an entry must be, in 0..1, to be worth a reader's time: about one shared subject word in a short question.
const NEAR_ENOUGH: f64 = 0.15;

/// Among how many of the nearest those unlike one another are looked for.
pub(super) const MOST_CHOSEN_FROM: usize = 32;

/// An entry, as it is ranked for the answer and, if it is, for the question.
#[derive(Debug, Clone, Copy)]
struct Near {
    to_entry: Candidate,
    to_question: Option<Candidate>,
}

impl Bounded for Near {
    type Settler<'s> = (Settler<'s>, Settler<'s>);

    fn worth(&self) -> f64 {
        let to_question = self.to_question.map_or(0.0, |it| it.score / 2.0);
        self.to_entry.score / 2.0 + to_question
    }

    fn settle(&mut self, (to_entry, to_question): &mut Self::Settler<'_>) {
        self.to_entry.settle(to_entry);
        if let Some(candidate) = &mut self.to_question {
            candidate.settle(to_question);
        }
    }

    fn order(&self, other: &Self) -> Ordering {
        let by_worth = other.worth().total_cmp(&self.worth());
        by_worth.then(self.to_entry.entry.cmp(&other.to_entry.entry))
    }
}

/// The related entries of `best`, at most `count`: its own list in its order, then the nearest.
///
/// `to_question` ranks entries for the question asked; `to_entry` does for what the stored question of `best` is about,
/// if need be. Only entries that `admits` lets in are listed.
pub(super) fn related(
    index: &Index<'_>,
    best: usize,
    count: usize,
    to_question: (&Query, &Ranking),
    to_entry: impl FnOnce() -> (Query, Ranking),
    admits: impl Fn(usize) -> bool,
) -> Vec<usize> {
    let mut related = own_list(index, best, count, admits);
    if related.len() < count {
        let (query, to_entry) = to_entry();
        let listed: HashSet<usize> = related.iter().copied().chain([best]).collect();
        let is_new = |entry: usize| !listed.contains(&entry);
        let mut near = nearest(&to_entry, to_question.1, is_new);
        let to_question = to_question.1.settler(to_question.0, index);
        let mut settlers = (to_entry.settler(&query, index), to_question);
        let most = MOST_CHOSEN_FROM.max(count).min(near.len());
        settle_best(&mut near, most, &mut settlers);
        near.truncate(most);
        near.retain(|near| near.worth() >= NEAR_ENOUGH);
        let nearness = near.iter().map(|near| (near.to_entry.entry, near.worth()));
        let nearness: Nearness = nearness.collect();
        let nearest = near.iter().map(|near| near.to_entry.entry).collect();
        add_diverse(&mut related, nearest, count, &nearness, index);
    }
    related
}

/// The entries that may be near enough, but for those that are listed already.
fn nearest(to_entry: &Ranking, to_question: &Ranking, is_new: impl Fn(usize) -> bool) -> Vec<Near> {
    let to_question = &to_question.candidates;
    let mut places: HashMap<u32, u32> = HashMap::with_capacity(to_question.len());
    let asked = to_question.iter().map(|it| number(it.entry));
    places.extend(asked.zip(0..));
    let near = to_entry.candidates.iter().map(|&candidate| {
        let place = places.get(&number(candidate.entry));
        Near {
            to_entry: candidate,
            to_question: place.map(|&place| to_question[place as usize]),
        }
    });
    let is_near =
        |near: &Near| near.worth() + ROUNDING >= NEAR_ENOUGH && is_new(near.to_entry.entry);
    near.filter(is_near).collect()
}

/// The entries that an entry names, in its order, each once, those that `admits` lets in and no more than `count`; ids
/// that no entry has are passed over.
fn own_list(
    index: &Index<'_>,
    entry: usize,
    count: usize,
    admits: impl Fn(usize) -> bool,
) -> Vec<usize> {
    let ids = &index.entry(entry).related;
    let named = index.with_ids(ids);
    let others = named.filter(|&number| number != entry && admits(number));
    others.take(count).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Document, Entry, Faq};
    use crate::search::index::analyzers::Analyzers;

    /// What the first of some entries names, each given by its id.
    fn named(ids: &[&str], related: &[&str], count: usize) -> Vec<usize> {
        let mut entries: Vec<Entry<'_>> = ids.iter().map(|&id| of_id(id)).collect();
        entries[0].related = related.iter().map(|&id| id.into()).collect();
        let faq = Faq {
            entries,
            documents: vec![Document::default()],
        };
        let index = Index::new(&faq, Analyzers::new(&[]), false, usize::MAX);
        own_list(&index, 0, count, |entry| entry != 4)
    }

    fn of_id(id: &str) -> Entry<'_> {
        Entry {
            id: id.into(),
            ..Entry::default()
        }
    }

    #[test]
    fn entries_named_are_listed_in_order_and_once() {
        let ids = ["own", "a", "b", "a", "hidden", ""];
        let related = ["b", "none", "hidden", "own", "a", "b", "a", ""];
        assert_eq!(named(&ids, &related, 9), [2, 1, 5]);
        assert_eq!(named(&ids, &related, 2), [2, 1]);
        assert!(named(&ids, &[], 9).is_empty());
    }

    /// As many ids as a list may hold: each sought among all entries, they would take minutes.
    const MANY: usize = 100_000;

    #[test]
    fn many_ids_are_found_at_once() {
        let ids: Vec<String> = (0..=MANY).map(|number| number.to_string()).collect();
        let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
        let related: Vec<&str> = ids.iter().rev().copied().collect();
        let expected: Vec<usize> = (1..=MANY).rev().filter(|&it| it != 4).collect();
        assert_eq!(named(&ids, &related, usize::MAX), expected);
        assert_eq!(named(&ids, &related, 1), expected[..1]);
    }
}
