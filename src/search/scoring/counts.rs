//! How often what was asked for stands in an entry, and in how many entries.

use std::ops::Range;

use crate::cores;
use crate::search::index::Index;
use crate::search::index::entry_words::EntryWords;
use crate::search::index::memory::Memory;
use crate::search::query::{Partner, Query, SAME_STEM};
use crate::search::vocabulary::{self, WordId};

/// In how many entries each term or concept of a question stands. Terms are numbered first, concepts after them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::search) struct Frequencies {
    /// In how many entries' phrasings.
    pub(in crate::search) question: Vec<u32>,
    /// In how many entries, answers included.
    pub(in crate::search) entry: Vec<u32>,
}

impl Frequencies {
    pub(in crate::search) fn none(query: &Query) -> Self {
        let kinds = query.terms.len() + query.concepts.len();
        Self {
            question: vec![0; kinds],
            entry: vec![0; kinds],
        }
    }

    /// Adds those of other entries.
    fn add(&mut self, others: &Self) {
        let add = |sums: &mut [u32], more: &[u32]| {
            for (sum, more) in sums.iter_mut().zip(more) {
                *sum += more;
            }
        };
        add(&mut self.question, &others.question);
        add(&mut self.entry, &others.entry);
    }
}

/// A term or concept by its number, and how often it was counted. There are many of them at a time.
pub(super) type Count = (u32, u32);

/// As many as most entries share with most questions.
const COUNTS_PER_ENTRY: usize = 8;

/// The entries that share anything with a question, in order, with what was counted in each.
#[derive(Debug, Default)]
pub(in crate::search) struct Sharing {
    pub(in crate::search) entries: Vec<usize>,
    counts: Vec<Count>,
    /// Where the counts of each entry end.
    ends: Vec<usize>,
}

impl Sharing {
    /// Entries in which nothing was counted yet.
    pub(in crate::search) fn of(entries: Vec<usize>) -> Self {
        Self {
            entries,
            ..Self::default()
        }
    }

    /// Room for so many entries: what is not used of it costs nothing, and nothing is moved to make more.
    fn with_capacity(entries: usize) -> Self {
        Self {
            entries: Vec::with_capacity(entries),
            counts: Vec::with_capacity(entries * COUNTS_PER_ENTRY),
            ends: Vec::with_capacity(entries),
        }
    }

    /// Adds entries that follow.
    fn append(&mut self, others: Self) {
        let counts = self.counts.len();
        self.entries.extend(others.entries);
        self.counts.extend(others.counts);
        self.ends
            .extend(others.ends.into_iter().map(|end| counts + end));
    }

    /// What was counted in the entry that stands in this place.
    pub(in crate::search) fn counts(&self, place: usize) -> Option<&[Count]> {
        let end = *self.ends.get(place)?;
        let start = place.checked_sub(1).map_or(0, |before| self.ends[before]);
        self.counts.get(start..end)
    }
}

/// Counts every entry, and how often anything stands somewhere: one pass over the words of the FAQ, by as many cores as
/// read them.
pub(in crate::search) fn count_all(query: &Query, index: &Index<'_>) -> (Frequencies, Sharing) {
    let entries = index.entry_count();
    let Some(from) = index.as_memory().and_then(Memory::second_part) else {
        return count_each(0..entries, query, index);
    };
    let (here, there) = cores::both(
        || count_each(0..from, query, index),
        || count_each(from..entries, query, index),
    );
    let (mut frequencies, mut sharing) = here;
    frequencies.add(&there.0);
    sharing.append(there.1);
    (frequencies, sharing)
}

fn count_each(entries: Range<usize>, query: &Query, index: &Index<'_>) -> (Frequencies, Sharing) {
    let mut frequencies = Frequencies::none(query);
    let mut sharing = Sharing::with_capacity(index.entry_count() - entries.start);
    let mut tally = Tally::new(query);
    for entry in entries {
        let words = query.entry_words(entry, index);
        if tally.count_entry(&words, query, Some(&mut frequencies)) {
            sharing.entries.push(entry);
            sharing.counts.extend(tally.counts());
            sharing.ends.push(sharing.counts.len());
        }
    }
    (frequencies, sharing)
}

/// What a role counts as: most are one term and nothing else.
#[derive(Debug)]
struct Counting {
    /// The first of the terms that it is itself.
    first: Option<usize>,
    /// Where the others are, and whether it begins a concept besides.
    others: Range<usize>,
    starts_concept: bool,
}

impl Counting {
    fn is_more(&self) -> bool {
        self.starts_concept || !self.others.is_empty()
    }
}

/// How often each term or concept stands in one entry.
#[derive(Debug)]
pub(in crate::search) struct Tally {
    /// What each role counts as.
    roles: Vec<Counting>,
    /// The terms that roles are themselves, but for the first of each, role by role.
    others: Vec<usize>,
    counts: Vec<u32>,
    touched: Vec<usize>,
    /// The counts of the entry that was recounted last.
    recounted: Vec<Count>,
}

impl Tally {
    pub(in crate::search) fn new(query: &Query) -> Self {
        let (mut roles, mut others) = (Vec::new(), Vec::new());
        for (_, role) in query.words_with_roles() {
            let is_itself = |partner: &&Partner| {
                counts_as(partner.similarity, query.terms[partner.term].similarity)
            };
            let partners = role.partners.iter().filter(is_itself);
            let mut terms = partners.map(|partner| partner.term);
            let (first, start) = (terms.next(), others.len());
            others.extend(terms);
            roles.push(Counting {
                first,
                others: start..others.len(),
                starts_concept: !role.starts.is_empty(),
            });
        }
        Self {
            roles,
            others,
            counts: vec![0; query.terms.len() + query.concepts.len()],
            touched: Vec::new(),
            recounted: Vec::new(),
        }
    }

    /// What stands in an entry.
    pub(in crate::search) fn recount(&mut self, words: &EntryWords<'_>, query: &Query) -> &[Count] {
        self.count_entry(words, query, None);
        self.recounted = self.counts().collect();
        &self.recounted
    }

    /// Counts an entry anew, and adds it to the frequencies; whether any word of it means anything to the question, even
    /// if it does not count.
    fn count_entry(
        &mut self,
        words: &EntryWords<'_>,
        query: &Query,
        frequencies: Option<&mut Frequencies>,
    ) -> bool {
        for kind in self.touched.drain(..) {
            self.counts[kind] = 0;
        }
        let mut shares = false;
        for phrasing in words.phrasings() {
            shares |= self.add(phrasing, query);
        }
        let in_phrasings = self.touched.len();
        shares |= self.add(words.answer(), query);
        if let Some(frequencies) = frequencies {
            for &kind in &self.touched[..in_phrasings] {
                frequencies.question[kind] += 1;
            }
            for &kind in &self.touched {
                frequencies.entry[kind] += 1;
            }
        }
        shares
    }

    /// What was counted, where there is any.
    fn counts(&self) -> impl Iterator<Item = Count> {
        let counts = self.touched.iter();
        counts.map(|&kind| (vocabulary::number(kind), self.counts[kind]))
    }

    fn add(&mut self, words: &[WordId], query: &Query) -> bool {
        // Here all words of a FAQ are looked up: how is asked before, not for each.
        match query.slots.each() {
            Some(slots) => self.add_roles(words, query, |word| {
                let slot = slots.get(word as usize).copied();
                (slot.unwrap_or_default() as usize).checked_sub(1)
            }),
            None => self.add_roles(words, query, |word| query.role_number(word)),
        }
    }

    #[inline]
    fn add_roles(
        &mut self,
        words: &[WordId],
        query: &Query,
        role_number: impl Fn(WordId) -> Option<usize>,
    ) -> bool {
        let mut shares = false;
        for (position, &word) in words.iter().enumerate() {
            let Some(role) = role_number(word) else {
                continue;
            };
            shares = true;
            let counting = &self.roles[role];
            let (first, is_more) = (counting.first, counting.is_more());
            if let Some(first) = first {
                self.count(first);
            }
            if is_more {
                self.count_more(role, &words[position..], query);
            }
        }
        shares
    }

    /// Counts what the first of some words is besides.
    #[inline(never)]
    fn count_more(&mut self, role: usize, words: &[WordId], query: &Query) {
        let counting = &self.roles[role];
        let (others, starts_concept) = (counting.others.clone(), counting.starts_concept);
        for other in others {
            self.count(self.others[other]);
        }
        if starts_concept {
            for (concept, _) in query.concepts_at(words) {
                self.count(query.terms.len() + concept);
            }
        }
    }

    #[inline]
    fn count(&mut self, kind: usize) {
        let count = &mut self.counts[kind];
        if *count == 0 {
            self.touched.push(kind);
        }
        *count += 1;
    }
}

/// Whether a partner is the term itself: a form of it, or for a term that has none, the most alike.
pub(in crate::search) fn counts_as(similarity: f64, best: f64) -> bool {
    similarity >= SAME_STEM.min(best)
}
