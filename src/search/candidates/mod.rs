//! The entries that are likely to fit a question, found by lists of entries for each word: only these are looked at.
//!
//! Range by range, entries gather what speaks for them, roughly, the rarest words first; those for which most speaks are
//! looked at.

pub(super) mod admitted;
mod gathering;
mod hits;
mod leading;
pub(super) mod lists;
mod phrases;
mod together;

use std::rc::Rc;

use hashbrown::HashMap;

use super::index::Index;
use super::index::stored::{PARTS, Part};
use super::query::Query;
use super::scoring::counts::{Frequencies, Sharing, counts_as};
use super::scoring::views;
use super::vocabulary::WordId;
use super::vocabulary::rarity;
use crate::sorting;
use admitted::Admitted;
use gathering::gather;
use lists::Lists;
use phrases::Phrase;

/// How many of the likeliest entries are looked at closely, besides those whose words count most. With 64 of them the first
/// matches of ten sets are the same, but where many entries fit equally well, scores begin to differ from those without an
/// index.
const MOST_SCORED: usize = 256;

/// A word that one in so many entries, or more, has in a phrasing says little by standing in an answer, and its list there
/// is long; short lists are read all the same.
const TOO_COMMON_IN_ANSWERS: usize = 64;
const SHORT: usize = 4096;

/// What stands for some terms of a question: the same for all of them.
#[derive(Debug)]
pub(super) struct Group {
    /// Stored words, and how like each is.
    pub(super) words: Vec<(WordId, f32)>,
    /// Entries with a phrase, and what that is worth.
    pub(super) phrases: Vec<(Rc<Vec<u32>>, f32)>,
    /// The parts of entries that are looked at.
    pub(super) parts: &'static [Part],
    /// What the terms weigh.
    pub(super) weight: f32,
    /// What is left of that in an answer.
    pub(super) in_answer: f32,
    /// What they count for where words are counted.
    pub(super) rarity: f32,
    /// The first of the terms.
    first_term: usize,
    /// How many postings there are.
    pub(super) size: usize,
}

/// Which entries are ranked.
#[derive(Debug, Clone, Copy)]
pub(super) enum Wanted {
    /// Those that share anything; so many of the best are put in order.
    Best(usize),
    /// About so many, or all, that share most as far as can be told at a glance; in no order, and not settled.
    Near(usize),
    /// Those that hold every word; all are put in order.
    Holding,
}

/// How often everything stands somewhere, and the entries to look at, in order.
pub(super) fn find(
    query: &Query,
    index: &Index<'_>,
    lists: &Lists<'_>,
    exact: &[usize],
    admitted: &Admitted,
    wanted: Wanted,
) -> (Frequencies, Sharing) {
    let phrases: Vec<Vec<Phrase>> = (0..query.concepts.len())
        .map(|concept| phrases::of_concept(concept, query, index, lists))
        .collect();
    let frequencies = frequencies(query, lists, &phrases);
    let weights = views::weights(query, &frequencies, index);
    let common = match wanted {
        // What is near shares what is asked about.
        Wanted::Near(_) => SHORT,
        Wanted::Best(_) | Wanted::Holding => {
            (lists.stored.entry_count() / TOO_COMMON_IN_ANSWERS).max(SHORT)
        }
    };
    let mut groups = groups(query, lists, &phrases, &frequencies, &weights, common);
    // Maps have no order, and answers must not depend on chance.
    sorting::by_key(&mut groups, |group| (group.size, group.first_term));
    let likeliest = |count| {
        let weight = single(weights.iter().sum());
        let bag = single(views::bag_weight(query));
        let count = lists.stored.entry_count().min(count);
        gather(&groups, lists, admitted, (weight, bag), count)
    };
    let found = match wanted {
        Wanted::Holding => holding(&groups, lists),
        Wanted::Best(count) => likeliest(MOST_SCORED.max(count.saturating_mul(2))),
        Wanted::Near(count) => likeliest(count),
    };
    let mut entries: Vec<usize> = found.into_iter().map(|entry| entry as usize).collect();
    entries.extend_from_slice(exact);
    entries.sort_unstable();
    entries.dedup();
    (frequencies, Sharing::of(entries))
}

/// How often each term and concept stands somewhere: counted, or where that would take long, reckoned.
fn frequencies(query: &Query, lists: &Lists<'_>, phrases: &[Vec<Phrase>]) -> Frequencies {
    let mut frequencies = Frequencies::none(query);
    let mut counting = vec![Vec::new(); query.terms.len()];
    for (word, role) in query.words_with_roles() {
        for partner in &role.partners {
            if counts_as(partner.similarity, query.terms[partner.term].similarity) {
                counting[partner.term].push(word);
            }
        }
    }
    for (term, words) in counting.iter().enumerate() {
        frequencies.question[term] = lists.union_size(words, &[Part::Phrasing], &[], 0);
        frequencies.entry[term] = lists.union_size(words, &PARTS, &[], 0);
    }
    for ((concept, phrases), kind) in query.concepts.iter().zip(phrases).zip(query.terms.len()..) {
        let words = concept.single_words();
        let count = |parts: &[Part], has: fn(&Phrase) -> &[u32]| {
            let (few, many): (Vec<&Phrase>, Vec<&Phrase>) =
                phrases.iter().partition(|phrase| phrase.scale <= 1.0);
            let few: Vec<&[u32]> = few.into_iter().map(has).collect();
            let many = many.into_iter();
            let more: f64 = many
                .map(|phrase| has(phrase).len() as f64 * phrase.scale)
                .sum();
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "at most as many as entries"
            )]
            lists.union_size(&words, parts, &few, more as usize)
        };
        frequencies.question[kind] = count(&[Part::Phrasing], |phrase| &phrase.in_phrasings);
        frequencies.entry[kind] = count(&PARTS, |phrase| &phrase.anywhere);
    }
    frequencies
}

/// What stands for a term: words, how like each is, and concepts by their phrases.
type Stands = (Vec<(WordId, u32)>, Vec<usize>);

/// The terms of a question, those for which the same stands taken together; words that stand in more than `common` phrasings
/// are not looked for in answers.
fn groups(
    query: &Query,
    lists: &Lists<'_>,
    phrases: &[Vec<Phrase>],
    frequencies: &Frequencies,
    weights: &[f64],
    common: usize,
) -> Vec<Group> {
    let mut by_words: HashMap<Stands, Group> = HashMap::new();
    for (term, words) in words_by_term(query).into_iter().enumerate() {
        let (mut in_phrases, mut concepts) = (Vec::new(), Vec::new());
        for (number, (concept, phrases)) in query.concepts.iter().zip(phrases).enumerate() {
            if concept.covers(term).is_some() && !phrases.is_empty() {
                concepts.push(number);
                let worth = single(concept.relation.worth());
                let lists = phrases.iter().map(|phrase| Rc::clone(&phrase.entries));
                in_phrases.extend(lists.map(|list| (list, worth)));
            }
        }
        if words.is_empty() && in_phrases.is_empty() {
            continue;
        }
        let ids: Vec<WordId> = words.iter().map(|&(word, _)| word).collect();
        let parts: &[Part] = if lists.size(&ids, &[Part::Phrasing]) > common {
            &[Part::Phrasing]
        } else {
            &PARTS
        };
        let key = words.iter().map(|&(word, worth)| (word, worth.to_bits()));
        let key = (key.collect(), concepts);
        let group = by_words.entry(key).or_insert_with(|| Group {
            size: lists.size(&ids, parts)
                + in_phrases.iter().map(|(list, _)| list.len()).sum::<usize>(),
            words,
            phrases: in_phrases,
            parts,
            weight: 0.0,
            in_answer: if frequencies.question[term] == 0 {
                single(views::IN_ANSWER)
            } else {
                0.0
            },
            rarity: 0.0,
            first_term: term,
        });
        let rarest = ids.iter().map(|&word| lists.entry_frequency(word)).max();
        let frequency = rarest.unwrap_or(0).max(frequencies.entry[term]);
        let rarity = views::inverse_document_frequency(lists.stored.entry_count(), frequency);
        group.weight += single(weights[term]);
        let says =
            rarity::without_particles(query.terms[term].class) * query.among_characters(term);
        group.rarity += single(rarity * says);
    }
    by_words.into_values().collect()
}

/// The stored words that stand for each term, alone or as a synonym, and how like each is.
fn words_by_term(query: &Query) -> Vec<Vec<(WordId, f32)>> {
    let mut by_term: Vec<Vec<(WordId, f32)>> = vec![Vec::new(); query.terms.len()];
    for (word, role) in query.words_with_roles() {
        for partner in &role.partners {
            by_term[partner.term].push((word, single(partner.similarity)));
        }
        for &(concept, member) in &role.starts {
            let concept = &query.concepts[concept];
            if concept.members[member].len() > 1 {
                continue;
            }
            let worth = single(concept.relation.worth());
            for occurrence in &concept.occurrences {
                for words in &mut by_term[occurrence.span.clone()] {
                    words.push((word, worth));
                }
            }
        }
    }
    for words in &mut by_term {
        sorting::by(words, |a, b| a.0.cmp(&b.0).then(b.1.total_cmp(&a.1)));
        words.dedup_by_key(|&mut (word, _)| word);
    }
    by_term
}

/// The entries that have something for every group.
fn holding(groups: &[Group], lists: &Lists<'_>) -> Vec<u32> {
    let ids =
        |group: &Group| -> Vec<WordId> { group.words.iter().map(|&(word, _)| word).collect() };
    let phrased = |group: &Group| -> Vec<u32> {
        let lists = group.phrases.iter();
        lists.flat_map(|(list, _)| list.iter().copied()).collect()
    };
    let Some((rarest, others)) = groups.split_first() else {
        return Vec::new();
    };
    let mut entries = lists.union(&ids(rarest), &PARTS);
    entries.extend(phrased(rarest));
    lists::sort_once(&mut entries);
    for group in others {
        let mut having = lists.having_one_of(&ids(group), &entries);
        let mut phrased = phrased(group);
        phrased.retain(|entry| entries.binary_search(entry).is_ok());
        having.extend(phrased);
        lists::sort_once(&mut having);
        entries = having;
    }
    entries
}

/// Rough reckoning needs no more digits.
#[expect(clippy::cast_possible_truncation, reason = "rounded")]
pub(super) fn single(number: f64) -> f32 {
    number as f32
}
