//! Candidates, best first.

mod candidate;
mod pass;
pub(super) mod settling;

use super::candidates::admitted::Admitted;
use super::candidates::lists::Lists;
use super::candidates::{self, Wanted};
use super::index::Index;
use super::query::Query;
use super::scoring::counts::{Frequencies, count_all};
use super::scoring::views::{self, Views};
pub(super) use candidate::{Candidate, Settler};
use pass::Pass;
use settling::settle_best;

/// The entries that share something with a question, best first as far as was asked for.
#[derive(Debug)]
pub(super) struct Ranking {
    pub(super) candidates: Vec<Candidate>,
    /// What each term of the question weighs.
    pub(super) weights: Vec<f64>,
    pub(super) frequencies: Frequencies,
}

impl Ranking {
    /// Ranks entries; those in `exact`, rising, come first, shared words or not.
    ///
    /// Of an index that was made before, which has `lists`, only the likeliest entries are looked at where the best are
    /// wanted.
    pub(super) fn new(
        query: &Query,
        index: &Index<'_>,
        lists: Option<&Lists<'_>>,
        exact: &[usize],
        admitted: &Admitted,
        wanted: Wanted,
    ) -> Self {
        let (frequencies, sharing) = match lists {
            None => count_all(query, index),
            Some(lists) => candidates::find(query, index, lists, exact, admitted, wanted),
        };
        let weights = views::weights(query, &frequencies, index);
        let holding = matches!(wanted, Wanted::Holding);
        let pass = Pass {
            query,
            index,
            sharing: &sharing,
            frequencies: &frequencies,
            weights: &weights,
            exact,
            admitted,
            holding,
            // Where all entries are at hand, most of those that share anything are nowhere near the best.
            bounds: lists.is_none() && !holding && sharing.entries.len() >= MANY,
        };
        let mut candidates = pass.candidates();
        add_exact(&mut candidates, exact);
        let mut ranking = Self {
            candidates,
            weights,
            frequencies,
        };
        ranking.score(views::bag_weight(query));
        ranking.sort(wanted, query, index);
        ranking
    }

    /// What finds out more about the candidates of a ranking for a question.
    pub(super) fn settler<'r>(&'r self, query: &'r Query, index: &'r Index<'_>) -> Settler<'r> {
        Settler::new(query, &self.weights, &self.frequencies, index)
    }

    /// Divides the third view of each candidate by the best one, and scores each by its views.
    fn score(&mut self, bag_weight: f64) {
        let bags = self.candidates.iter().map(|candidate| candidate.views.bag);
        let best = bags.fold(0.0, f64::max);
        if best > 0.0 {
            for candidate in &mut self.candidates {
                candidate.views.bag /= best;
            }
        }
        for candidate in &mut self.candidates {
            candidate.score = if candidate.exact {
                1.0
            } else {
                candidate.views.score(bag_weight)
            };
        }
    }

    fn sort(&mut self, wanted: Wanted, query: &Query, index: &Index<'_>) {
        let sorted = match wanted {
            Wanted::Best(count) => count,
            Wanted::Near(_) => 0,
            Wanted::Holding => self.candidates.len(),
        };
        // Nothing is in order behind those that are wanted.
        let mut settler = Settler::new(query, &self.weights, &self.frequencies, index);
        settle_best(&mut self.candidates, sorted, &mut settler);
    }
}

/// How many entries must share anything with a question, so that it pays to find out first which may be among the best:
/// with fewer, looking at all of them takes as long.
const MANY: usize = 256;

/// Adds those that share no word, in the order of their entries.
fn add_exact(candidates: &mut Vec<Candidate>, exact: &[usize]) {
    for &entry in exact {
        if let Err(place) = candidates.binary_search_by_key(&entry, |candidate| candidate.entry) {
            let candidate = Candidate {
                entry,
                views: Views::default(),
                score: 0.0,
                exact: true,
                is_bound: false,
            };
            candidates.insert(place, candidate);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Document, Entry, Faq};
    use crate::search::ranking::settling::ROUNDING;
    use crate::search::scoring::scorer::Scorer;
    use crate::search::{Engine, Options};
    use proptest::prelude::*;

    const WORDS: &str =
        "((the|how|do|i|us|role|roles|rolling|parcel|return|returns|office|mail|mailbox) ){1,9}";

    #[test]
    fn a_word_among_characters_counts_for_several_of_them() {
        let answers = ["品質を管理する基本を示す書", "VDAの規格AVSQと統一された"];
        let entries = answers.map(|answer| Entry {
            question: "規格".into(),
            answer: answer.into(),
            ..Entry::default()
        });
        let faq = Faq {
            documents: vec![Document::default()],
            entries: entries.into(),
        };
        let engine = Engine::new(&faq);
        let reply = engine.ask("AVSQの基本とは", &Options::default());
        assert_eq!(reply.matches[0].entry, 1, "{reply:?}");
    }

    proptest! {
        #[test]
        fn no_entry_is_worth_more_than_its_bound(
            texts in proptest::collection::vec((proptest::collection::vec(WORDS, 1..5), WORDS), 1..12),
            question in WORDS,
        ) {
            let entry = |(phrasings, answer): (Vec<String>, String)| Entry {
                question: phrasings[0].clone().into(),
                alternates: phrasings[1..].iter().map(|it| it.clone().into()).collect(),
                answer: answer.into(),
                ..Entry::default()
            };
            let document = Document {
                language: Some("en".into()),
                synonyms: vec![vec!["parcel".into(), "mail office".into()]],
                ..Document::default()
            };
            let faq = Faq {
                documents: vec![document],
                entries: texts.into_iter().map(entry).collect(),
            };
            let engine = Engine::new(&faq);
            let (query, index) = (engine.query(engine.analyzer().tokens(&question)), &engine.index);
            let (frequencies, sharing) = count_all(&query, index);
            let weights = views::weights(&query, &frequencies, index);
            let mut scorer = Scorer::new(&query, &weights, &frequencies, index);
            for (place, &entry) in sharing.entries.iter().enumerate() {
                let words = query.entry_words(entry, index);
                let counts = sharing.counts(place).unwrap_or_default();
                let (most, views) = (scorer.bounds(&words, counts), scorer.views(&words, counts));
                prop_assert!(views.asked_found <= most.asked_found + ROUNDING);
                prop_assert!(views.stored_found <= most.stored_found + ROUNDING);
                prop_assert_eq!(views.bag.to_bits(), most.bag.to_bits());
                prop_assert_eq!(views == Views::default(), most == Views::default());
            }
        }
    }
}
