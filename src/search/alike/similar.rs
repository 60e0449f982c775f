//! Phrasings that ask with nearly the same words, found without comparing all with all.
//!
//! A set similarity join with prefixes (Bayardo, Ma & Srikant 2007): of two sets that share enough of their weight,
//! the rarest words of one meet the rarest words of the other, so only those have to be looked up.

use crate::sorting;

use hashbrown::HashMap;

use crate::search::Engine;

/// How many phrasings are compared with one for each of its rare words, those of the nearest weight first: where more
/// have a word, they are made by a template, and work stays bounded.
const MOST_COMPARED: usize = 256;

/// How many phrasings of its own entry, and how many of others, are named at most as like one.
const MOST_LIKE_ONE: usize = 8;

/// Two phrasings that ask with nearly the same words.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Similar {
    /// The weight of the words that both have, beside that of all words of either, in 0..1.
    pub likeness: f64,
    /// The one that comes first.
    pub first: Phrasing,
    /// The other.
    pub second: Phrasing,
}

/// A phrasing of an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Phrasing {
    /// Which of [`Faq::entries`](crate::Faq::entries).
    pub entry: usize,
    /// Which of its [phrasings](crate::Entry::phrasings): 0 is the question.
    pub number: usize,
}

/// The words of one or more phrasings, rarest first, as ranks of rarity.
#[derive(Debug)]
struct Set {
    words: Vec<u32>,
    weight: f64,
    phrasings: Vec<Phrasing>,
}

impl Engine<'_> {
    /// The pairs of phrasings with at least this likeness, of one entry or of two, the most alike first.
    ///
    /// Forms of one word are the same here, and so are single words that the FAQ calls synonyms. Of phrasings with
    /// the very same words, only the first is compared with others.
    #[must_use]
    pub fn similar(&self, least: f64) -> Vec<Similar> {
        let (sets, weights) = self.sets();
        let mut found = Vec::new();
        for set in &sets {
            let first = set.phrasings[0];
            let others = set.phrasings[1..].iter();
            found.extend(others.map(|&other| pair(first, other, 1.0)));
        }
        join(&sets, &weights, least, &mut found);
        sorting::by(&mut found, |a, b| {
            let places = |it: &Similar| (it.first, it.second);
            b.likeness
                .total_cmp(&a.likeness)
                .then_with(|| places(a).cmp(&places(b)))
        });
        found
    }

    /// The distinct sets of words, the lightest first, and the weight of each rank.
    fn sets(&self) -> (Vec<Set>, Vec<f64>) {
        let (words, weights) = self.ranks();
        let mut sets: HashMap<Vec<u32>, Vec<Phrasing>> = HashMap::new();
        for entry in 0..self.index.entry_count() {
            for (number, phrasing) in self.index.all_words(entry).phrasings().enumerate() {
                let mut set: Vec<u32> = phrasing
                    .iter()
                    .filter_map(|&word| words[word as usize])
                    .collect();
                set.sort_unstable();
                set.dedup();
                if !set.is_empty() {
                    sets.entry(set)
                        .or_default()
                        .push(Phrasing { entry, number });
                }
            }
        }
        let set = |(words, phrasings): (Vec<u32>, _)| Set {
            weight: weigh(&words, &weights),
            words,
            phrasings,
        };
        let mut sets: Vec<Set> = sets.into_iter().map(set).collect();
        sorting::by(&mut sets, |a, b| {
            let first = |set: &Set| set.phrasings[0];
            a.weight
                .total_cmp(&b.weight)
                .then_with(|| first(a).cmp(&first(b)))
        });
        (sets, weights)
    }

    /// For each word of the vocabulary the rank of what it stands for, the rarest first, and the weight of each rank.
    fn ranks(&self) -> (Vec<Option<u32>>, Vec<f64>) {
        let analyzer = self.analyzer();
        let synonyms = self.concepts.single_words(analyzer);
        let mut numbers: HashMap<String, usize> = HashMap::new();
        let mut lightest: Vec<f64> = Vec::new();
        let mut meant = Vec::with_capacity(self.index.vocabulary.len());
        for id in 0..crate::search::vocabulary::number(self.index.vocabulary.len()) {
            let word = self.index.vocabulary.word(id);
            let weight = self.index.word_weight(id);
            if weight <= 0.0 {
                // It stands in answers alone.
                meant.push(None);
                continue;
            }
            let stem = analyzer.stem(&word).into_owned();
            let stem = synonyms.get(&stem).cloned().unwrap_or(stem);
            let number = *numbers.entry(stem).or_insert(lightest.len());
            if number == lightest.len() {
                lightest.push(weight);
            }
            lightest[number] = lightest[number].min(weight);
            meant.push(Some(number));
        }
        let mut order: Vec<usize> = (0..lightest.len()).collect();
        sorting::by(&mut order, |&a, &b| {
            lightest[b].total_cmp(&lightest[a]).then(a.cmp(&b))
        });
        let mut rank_of = vec![0; order.len()];
        for (rank, &number) in order.iter().enumerate() {
            rank_of[number] = crate::search::vocabulary::number(rank);
        }
        let rank = |number: Option<usize>| number.map(|number| rank_of[number]);
        let words = meant.into_iter().map(rank).collect();
        let weights = order.into_iter().map(|number| lightest[number]).collect();
        (words, weights)
    }
}

/// Adds the pairs of different sets that are alike.
fn join(sets: &[Set], weights: &[f64], least: f64, found: &mut Vec<Similar>) {
    let mut having: Vec<Vec<usize>> = vec![Vec::new(); weights.len()];
    let mut compared_with = vec![usize::MAX; sets.len()];
    for (number, set) in sets.iter().enumerate() {
        let mut near = Vec::new();
        for &word in prefix(set, weights, least) {
            // Lighter sets come first; those that are too light share too little.
            let others = having[word as usize].iter().rev().take(MOST_COMPARED);
            for &other in others.take_while(|&&other| sets[other].weight >= least * set.weight) {
                if std::mem::replace(&mut compared_with[other], number) == number {
                    continue;
                }
                let likeness = likeness(set, &sets[other], weights);
                if likeness >= least {
                    near.push((likeness, other));
                }
            }
            having[word as usize].push(number);
        }
        sorting::by(&mut near, |a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        let mut left = [MOST_LIKE_ONE; 2];
        for (likeness, other) in near {
            let (first, second) = representatives(set, &sets[other]);
            let left = &mut left[usize::from(first.entry == second.entry)];
            if *left > 0 {
                *left -= 1;
                found.push(pair(first, second, likeness));
            }
        }
    }
}

/// The rarest words of a set: whatever shares enough with it has one of them.
fn prefix<'s>(set: &'s Set, weights: &[f64], least: f64) -> &'s [u32] {
    let mut rest = set.weight;
    let mut length = 0;
    while length < set.words.len() && rest >= least * set.weight {
        rest -= weights[set.words[length] as usize];
        length += 1;
    }
    &set.words[..length]
}

fn likeness(a: &Set, b: &Set, weights: &[f64]) -> f64 {
    let both = a
        .words
        .iter()
        .filter(|word| b.words.binary_search(word).is_ok());
    let shared: f64 = both.map(|&word| weights[word as usize]).sum();
    shared / (a.weight + b.weight - shared)
}

fn weigh(words: &[u32], weights: &[f64]) -> f64 {
    words.iter().map(|&word| weights[word as usize]).sum()
}

/// A phrasing of each, of different entries where they have such.
fn representatives(a: &Set, b: &Set) -> (Phrasing, Phrasing) {
    let first = a.phrasings[0];
    let is_other = |it: &&Phrasing| it.entry != first.entry;
    if let Some(&other) = b.phrasings.iter().find(is_other) {
        return (first, other);
    }
    // All of the other set are of the first's entry; one of this set may not be.
    let other = b.phrasings[0];
    let own = a.phrasings.iter().find(is_other);
    (own.copied().unwrap_or(first), other)
}

fn pair(one: Phrasing, other: Phrasing, likeness: f64) -> Similar {
    Similar {
        likeness,
        first: one.min(other),
        second: one.max(other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Document, Entry, Faq};

    fn faq(questions: &[&'static str]) -> Faq<'static> {
        let entry = |question: &&'static str| Entry {
            question: (*question).into(),
            ..Entry::default()
        };
        Faq {
            documents: vec![Document {
                language: Some("en".into()),
                synonyms: vec![vec!["item".into(), "product".into()]],
                ..Document::default()
            }],
            entries: questions.iter().map(entry).collect(),
        }
    }

    #[test]
    fn pairs_are_the_same_as_when_all_are_compared_with_all() {
        let subjects = ["item", "product", "parcel", "refund", "account", "invoice"];
        let verbs = ["return", "returning", "track", "cancel", "pay"];
        let ends = ["", "today", "from abroad", "without a receipt"];
        let mut questions = Vec::new();
        for verb in verbs {
            for subject in subjects {
                for end in ends {
                    let question = format!("How do I {verb} the {subject} {end}?");
                    questions.push(&*question.leak());
                }
            }
        }
        let faq = faq(&questions);
        let engine = Engine::new(&faq);
        let (sets, weights) = engine.sets();
        for least in [0.5, 0.7, 0.9] {
            let mut naive = 0;
            for (number, set) in sets.iter().enumerate() {
                let like = |other: &&Set| likeness(set, other, &weights) >= least;
                naive += sets[..number]
                    .iter()
                    .filter(like)
                    .count()
                    .min(MOST_LIKE_ONE);
            }
            let mut found = Vec::new();
            join(&sets, &weights, least, &mut found);
            assert_eq!(found.len(), naive, "{least}");
            assert!(least > 0.8 || naive > 0, "{least}");
        }
    }

    #[test]
    fn forms_and_synonyms_are_the_same_word() {
        let faq = faq(&[
            "How do I return an item?",
            "Where is the office?",
            "how do i return products",
            "Returning products: how?",
        ]);
        let alike = Engine::new(&faq).similar(0.6);
        let pairs: Vec<_> = alike
            .iter()
            .map(|it| (it.first.entry, it.second.entry))
            .collect();
        assert!(pairs.contains(&(0, 2)), "{alike:?}");
        assert!(pairs.contains(&(2, 3)), "{alike:?}");
        assert!(pairs.iter().all(|pair| ![pair.0, pair.1].contains(&1)));
        assert!(alike.iter().all(|it| (0.6..=1.0).contains(&it.likeness)));
    }
}
