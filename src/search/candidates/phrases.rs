//! Synonyms of several words in an index that was made before: lists of entries know words, not which stands beside
//! which, so entries have to be read.

use std::rc::Rc;

use super::lists::Lists;
use crate::search::index::Index;
use crate::search::index::stored::{PARTS, Part};
use crate::search::query::{Concept, Query};
use crate::text::Class;

/// So many entries are read to see whether words stand side by side; of more, so many are taken as a sample.
const MOST_READ: usize = 64;

/// Where a phrase stands.
#[derive(Debug, Clone)]
pub(super) struct Phrase {
    /// The entries that have it, or where there are many, that have all of its words.
    pub(super) entries: Rc<Vec<u32>>,
    /// Those that have it in a phrasing, of those that were read.
    pub(super) in_phrasings: Vec<u32>,
    /// Those that have it anywhere, of those that were read.
    pub(super) anywhere: Vec<u32>,
    /// How many stand for each that was read.
    pub(super) scale: f64,
}

/// The phrases of a concept: its members of several words that the FAQ may have.
pub(super) fn of_concept(
    number: usize,
    query: &Query,
    index: &Index<'_>,
    lists: &Lists<'_>,
) -> Vec<Phrase> {
    let members = query.concepts[number].members.iter();
    let phrases = members.filter(|member| member.len() > 1);
    let known = phrases.filter(|member| member.iter().all(|forms| !forms.is_empty()));
    let found = known.filter_map(|member| {
        if let Some(pairs) = pairs(member, index) {
            // Where the pairs of a run stand, it does: that they all stand in an entry and apart is rare.
            return Some(told_by(&pairs, lists)).filter(|phrase| !phrase.entries.is_empty());
        }
        let entries = lists.intersection(member)?;
        (!entries.is_empty()).then(|| read(number, entries, query, index))
    });
    found.collect()
}

/// The forms of each pair, if a member is a run of characters with its pairs.
fn pairs<'m>(member: &'m [Vec<u32>], index: &Index<'_>) -> Option<Vec<&'m [u32]>> {
    let mut pairs = Vec::new();
    for (place, forms) in member.iter().enumerate() {
        match index.vocabulary.word(*forms.first()?).class {
            Class::Character(_) if place % 2 == 0 => {}
            Class::Pair(_) if place % 2 == 1 => pairs.push(forms.as_slice()),
            _ => return None,
        }
    }
    (!pairs.is_empty()).then_some(pairs)
}

/// Where all of these pairs stand.
fn told_by(pairs: &[&[u32]], lists: &Lists<'_>) -> Phrase {
    let with_all = |parts: &[Part]| {
        let lists = pairs.iter().map(|forms| lists.union(forms, parts));
        let both = |mut entries: Vec<u32>, others: Vec<u32>| {
            entries.retain(|entry| others.binary_search(entry).is_ok());
            entries
        };
        lists.reduce(both).unwrap_or_default()
    };
    let anywhere = with_all(&PARTS);
    Phrase {
        in_phrasings: with_all(&[Part::Phrasing]),
        entries: Rc::new(anywhere.clone()),
        anywhere,
        scale: 1.0,
    }
}

fn read(concept: usize, entries: Vec<u32>, query: &Query, index: &Index<'_>) -> Phrase {
    let step = entries.len().div_ceil(MOST_READ).max(1);
    let mut phrase = Phrase {
        in_phrasings: Vec::new(),
        anywhere: Vec::new(),
        scale: step as f64,
        entries: Rc::default(),
    };
    for &entry in entries.iter().step_by(step) {
        let words = query.entry_words(entry as usize, index);
        let says = |words: &[u32]| {
            (0..words.len()).any(|at| {
                let mut here = query.concepts_at(&words[at..]);
                here.any(|(found, length)| found == concept && length > 1)
            })
        };
        let in_phrasings = words.phrasings().any(says);
        if in_phrasings {
            phrase.in_phrasings.push(entry);
        }
        if in_phrasings || says(words.answer()) {
            phrase.anywhere.push(entry);
        }
    }
    phrase.entries = if step == 1 {
        Rc::new(phrase.anywhere.clone())
    } else {
        entries.into()
    };
    phrase
}

impl Concept {
    /// The stored words that are members by themselves.
    pub(super) fn single_words(&self) -> Vec<u32> {
        let single = self.members.iter().filter(|member| member.len() == 1);
        let mut words: Vec<u32> = single.flatten().flatten().copied().collect();
        words.sort_unstable();
        words.dedup();
        words
    }
}
