//! How often what was asked for stands in an entry, and in how many entries.

use super::entry_words::EntryWords;
use super::index::Index;
use super::query::{Query, SAME_STEM};
use super::vocabulary::WordId;

/// In how many entries each term or concept of a question stands. Terms are numbered first, concepts after them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Frequencies {
    /// In how many entries' phrasings.
    pub(super) question: Vec<u32>,
    /// In how many entries, answers included.
    pub(super) entry: Vec<u32>,
}

impl Frequencies {
    pub(super) fn none(query: &Query) -> Self {
        let kinds = query.terms.len() + query.concepts.len();
        Self {
            question: vec![0; kinds],
            entry: vec![0; kinds],
        }
    }
}

/// The entries that share anything with a question, in order, with what was counted in each.
#[derive(Debug, Default)]
pub(super) struct Sharing {
    pub(super) entries: Vec<usize>,
    counts: Vec<(usize, u32)>,
    /// Where the counts of each entry end.
    ends: Vec<usize>,
}

impl Sharing {
    /// Entries in which nothing was counted yet.
    pub(super) fn of(entries: Vec<usize>) -> Self {
        Self {
            entries,
            ..Self::default()
        }
    }

    /// What was counted in the entry that stands in this place.
    pub(super) fn counts(&self, place: usize) -> Option<&[(usize, u32)]> {
        let end = *self.ends.get(place)?;
        let start = place.checked_sub(1).map_or(0, |before| self.ends[before]);
        self.counts.get(start..end)
    }
}

/// Counts every entry, and how often anything stands somewhere: one pass over the words of the FAQ.
pub(super) fn count_all(query: &Query, index: &Index<'_>) -> (Frequencies, Sharing) {
    let mut frequencies = Frequencies::none(query);
    let mut sharing = Sharing::default();
    let mut tally = Tally::new(query);
    for entry in 0..index.entry_count() {
        let words = index.entry_words(entry, query);
        if tally.count_entry(&words, query, Some(&mut frequencies)) {
            sharing.entries.push(entry);
            sharing.counts.extend(tally.counts());
            sharing.ends.push(sharing.counts.len());
        }
    }
    (frequencies, sharing)
}

/// How often each term or concept stands in one entry.
#[derive(Debug)]
pub(super) struct Tally {
    counts: Vec<u32>,
    touched: Vec<usize>,
    /// The counts of the entry that was recounted last.
    recounted: Vec<(usize, u32)>,
}

impl Tally {
    pub(super) fn new(query: &Query) -> Self {
        Self {
            counts: vec![0; query.terms.len() + query.concepts.len()],
            touched: Vec::new(),
            recounted: Vec::new(),
        }
    }

    /// What stands in an entry.
    pub(super) fn recount(&mut self, words: &EntryWords<'_>, query: &Query) -> &[(usize, u32)] {
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
    fn counts(&self) -> impl Iterator<Item = (usize, u32)> {
        self.touched.iter().map(|&kind| (kind, self.counts[kind]))
    }

    fn add(&mut self, words: &[WordId], query: &Query) -> bool {
        let mut shares = false;
        for (position, &word) in words.iter().enumerate() {
            let Some(role) = query.role(word) else {
                continue;
            };
            shares = true;
            for partner in &role.partners {
                if counts_as(partner.similarity, query.terms[partner.term].similarity) {
                    self.count(partner.term);
                }
            }
            for (concept, _) in query.concepts_at(&words[position..]) {
                self.count(query.terms.len() + concept);
            }
        }
        shares
    }

    fn count(&mut self, kind: usize) {
        if self.counts[kind] == 0 {
            self.touched.push(kind);
        }
        self.counts[kind] += 1;
    }
}

/// Whether a partner is the term itself: a form of it, or for a term that has none, the most alike.
pub(super) fn counts_as(similarity: f64, best: f64) -> bool {
    similarity >= SAME_STEM.min(best)
}
