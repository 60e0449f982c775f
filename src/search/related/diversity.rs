//! Entries that are near, and unlike one another.

use hashbrown::HashMap;

use crate::search::index::Index;

/// How much of its nearness an entry loses by asking the same, word for word, as one that is listed already.
const ALIKE: f64 = 0.7;

/// Up to how many related entries are chosen to be unlike those before them: nobody reads on to where that would end, and
/// each is compared with all before it. Behind them come the nearest that are left.
const MOST_UNLIKE: usize = 256;

/// The words of a question, each once and known by where it stands first, with what it weighs; in order.
type Words = Vec<(u32, f64)>;

/// How near entries are to question and answer, in 0..1.
pub(super) type Nearness = HashMap<usize, f64>;

/// Adds the nearest entries, each unlike those there are: maximal marginal relevance (Carbonell & Goldstein 1998). Past
/// [`MOST_UNLIKE`], the nearest come first.
///
/// The question of an entry is looked at when it is near enough to be the next even if it is like none of those there are.
pub(super) fn add_diverse(
    related: &mut Vec<usize>,
    mut nearest: Vec<usize>,
    count: usize,
    nearness: &Nearness,
    index: &Index<'_>,
) {
    let mut listed: Vec<Words> = Vec::new();
    let words_of = |&entry: &usize| index.question_words(entry);
    let rest = nearest.split_off(nearest.len().min(MOST_UNLIKE));
    let mut left: Vec<Choice> = nearest.into_iter().map(Choice::new).collect();
    while related.len() < count.min(MOST_UNLIKE) && !left.is_empty() {
        // Words are looked at only where there is something to compare.
        listed.extend(related[listed.len()..].iter().map(words_of));
        let (mut best, mut most) = (0, f64::NEG_INFINITY);
        for (place, choice) in left.iter_mut().enumerate() {
            let nearness = nearness[&choice.entry];
            // The nearest come first, and of equals the first is taken.
            if nearness <= most {
                break;
            }
            let worth = nearness * (1.0 - ALIKE * choice.likeness(&listed, index));
            if worth > most {
                (best, most) = (place, worth);
            }
        }
        related.push(left.remove(best).entry);
    }
    let left = left.into_iter().map(|choice| choice.entry).chain(rest);
    related.extend(left.take(count.saturating_sub(related.len())));
}

/// An entry that may be listed.
struct Choice {
    entry: usize,
    words: Option<Words>,
    /// How like the likest it is of those that it was compared with.
    alike: f64,
    compared: usize,
}

impl Choice {
    fn new(entry: usize) -> Self {
        Self {
            entry,
            words: None,
            alike: 0.0,
            compared: 0,
        }
    }

    /// How like the likest of those listed it is.
    fn likeness(&mut self, listed: &[Words], index: &Index<'_>) -> f64 {
        for other in &listed[self.compared..] {
            let words = self
                .words
                .get_or_insert_with(|| index.question_words(self.entry));
            self.alike = self.alike.max(likeness(words, other));
        }
        self.compared = listed.len();
        self.alike
    }
}

/// How much two questions ask the same, in 0..1: the weight of the words that both have, beside that of all words of
/// either.
fn likeness(a: &Words, b: &Words) -> f64 {
    let weigh = |words: &Words| -> f64 { words.iter().map(|(_, weight)| weight).sum() };
    let mut others = b.iter().peekable();
    let in_both = a.iter().filter(|(word, _)| {
        while others.next_if(|(other, _)| other < word).is_some() {}
        others.peek().is_some_and(|(other, _)| other == word)
    });
    let shared: f64 = in_both.map(|(_, weight)| weight).sum();
    let either = weigh(a) + weigh(b) - shared;
    if either > 0.0 { shared / either } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Document, Entry, Faq};
    use crate::search::index::analyzers::Analyzers;

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
        let index = Index::new(&faq, Analyzers::new(&[]), false, usize::MAX);
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

    #[test]
    fn past_those_that_are_unlike_one_another_the_nearest_come_first() {
        const MANY: usize = 20_000;
        let entry = |number: usize| Entry {
            question: format!("where is room {}", number / 2).into(),
            ..Entry::default()
        };
        let faq = Faq {
            entries: (0..MANY).map(entry).collect(),
            documents: vec![Document::default()],
        };
        let index = Index::new(&faq, Analyzers::new(&[]), false, usize::MAX);
        let nearness = |entry: usize| 1.0 - entry as f64 / (2 * MANY) as f64;
        let nearness: Nearness = (0..MANY).map(|entry| (entry, nearness(entry))).collect();
        let chosen = |count: usize| {
            let mut related = Vec::new();
            add_diverse(&mut related, (0..MANY).collect(), count, &nearness, &index);
            related
        };
        let all = chosen(usize::MAX);
        let mut chosen_from = all[..MOST_UNLIKE].to_vec();
        assert_eq!(chosen_from[..3], [0, 2, 4]);
        chosen_from.sort_unstable();
        assert!(chosen_from.into_iter().eq(0..MOST_UNLIKE));
        assert!(all[MOST_UNLIKE..].iter().copied().eq(MOST_UNLIKE..MANY));
        assert_eq!(chosen(MANY - 1), all[..MANY - 1]);
    }
}
