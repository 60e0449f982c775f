//! What the engine knows of a FAQ before a question is asked: its words as numbers, and how rare each is.
//!
//! Little is done here that a question may not need: a single question on a small file is asked as soon as it is read.

use std::ops::Range;

use super::rarity::{self, Commonness};
use super::vocabulary::{Reader, Vocabulary, WordId, number};
use crate::lexicon;
use crate::model::{Entry, Faq};
use crate::text::{Analyzer, Class, Language, Token, Word};

/// A FAQ as numbers.
#[derive(Debug)]
pub(super) struct Index {
    pub(super) vocabulary: Vocabulary,
    /// The words of all texts, one after the other.
    words: Vec<WordId>,
    /// Where each phrasing stands in `words`.
    phrasings: Vec<Range<u32>>,
    /// Where each entry stands.
    entries: Vec<EntryRange>,
    /// What each word of a question weighs.
    weights: Vec<f64>,
    /// Whether the general lexicon serves.
    pub(super) lexicon: bool,
    /// The mean number of words of an entry, its answer included; at least 1.
    pub(super) mean_length: f64,
}

#[derive(Debug)]
struct EntryRange {
    phrasings: Range<u32>,
    /// From the first word of its question to the last of its answer.
    words: Range<u32>,
}

impl Index {
    /// Reads a FAQ, each document with the analyzer for its language; `lexicon` says whether the general one serves.
    pub(super) fn new(faq: &Faq<'_>, analyzers: &[Analyzer], lexicon: bool) -> Self {
        let mut readers: Vec<Reader<'_>> = analyzers.iter().map(Reader::new).collect();
        let text =
            |entry: &Entry<'_>| entry.answer.len() + entry.phrasings().map(str::len).sum::<usize>();
        let bytes = faq.entries.iter().map(text).sum();
        let mut index = Self {
            vocabulary: Vocabulary::for_text(bytes),
            words: Vec::new(),
            phrasings: Vec::with_capacity(faq.entries.len()),
            entries: Vec::with_capacity(faq.entries.len()),
            weights: Vec::new(),
            lexicon,
            mean_length: 1.0,
        };
        for entry in &faq.entries {
            let reader = &mut readers[entry.place.document];
            let (first, first_phrasing) =
                (number(index.words.len()), number(index.phrasings.len()));
            for phrasing in entry.phrasings() {
                let start = number(index.words.len());
                reader.read(phrasing, &mut index.vocabulary, &mut index.words);
                index.phrasings.push(start..number(index.words.len()));
            }
            reader.read(&entry.answer, &mut index.vocabulary, &mut index.words);
            index.entries.push(EntryRange {
                phrasings: first_phrasing..number(index.phrasings.len()),
                words: first..number(index.words.len()),
            });
        }
        index.mean_length = (index.words.len() as f64 / index.entries.len().max(1) as f64).max(1.0);
        index.weights = index.word_weights();
        index
    }

    /// How many entries there are.
    pub(super) fn entry_count(&self) -> usize {
        self.entries.len()
    }

    /// How many phrasings all entries have together.
    pub(super) fn phrasing_count(&self) -> usize {
        self.phrasings.len()
    }

    /// The phrasings of an entry, each as its words.
    pub(super) fn phrasings(&self, entry: usize) -> impl Iterator<Item = &[WordId]> {
        let Range { start, end } = self.entries[entry].phrasings.clone();
        self.phrasings[start as usize..end as usize]
            .iter()
            .map(|range| self.slice(range))
    }

    /// The words of an entry's answer.
    pub(super) fn answer(&self, entry: usize) -> &[WordId] {
        let EntryRange { phrasings, words } = &self.entries[entry];
        let start = self.phrasings[phrasings.end as usize - 1].end;
        self.slice(&(start..words.end))
    }

    /// The words of an entry, phrasings and answer together.
    pub(super) fn entry_words(&self, entry: usize) -> &[WordId] {
        self.slice(&self.entries[entry].words)
    }

    /// How much two entries ask the same, in 0..1: the weight of the words that both questions have, beside that of all
    /// words of either.
    pub(super) fn likeness(&self, a: usize, b: usize) -> f64 {
        let words = |entry: usize| -> Vec<WordId> {
            let mut words = self.phrasings(entry).next().unwrap_or(&[]).to_vec();
            words.sort_unstable();
            words.dedup();
            words
        };
        let (a, b) = (words(a), words(b));
        let weigh =
            |words: &[WordId]| -> f64 { words.iter().map(|&word| self.word_weight(word)).sum() };
        let both: Vec<WordId> = a
            .iter()
            .filter(|word| b.binary_search(word).is_ok())
            .copied()
            .collect();
        let shared = weigh(&both);
        let either = weigh(&a) + weigh(&b) - shared;
        if either > 0.0 { shared / either } else { 0.0 }
    }

    /// What a stored word weighs: more the rarer it is, less if it is not about a subject.
    pub(super) fn word_weight(&self, word: WordId) -> f64 {
        self.weights[word as usize]
    }

    /// What a word weighs that stands in the questions of so many entries.
    pub(super) fn weight(&self, class: Class, frequency: u32, commonness: Commonness) -> f64 {
        rarity::weight(class, self.entries.len(), frequency, commonness)
    }

    /// Whether the FAQ or, as far as the engine asks for it, the language has a word.
    pub(super) fn knows(&self, token: &Token) -> bool {
        self.vocabulary.id(&token.word.text).is_some()
            || self.lexicon && lexicon::knows(&token.word.text, &token.stem)
    }

    /// What a word weighs that is as rare as can be.
    pub(super) fn rarest(&self) -> f64 {
        self.weight(Class::Content, 0, self.commonness(""))
    }

    /// How common a word is in the language at large, as far as the engine asks for it.
    pub(super) fn commonness(&self, word: &str) -> Commonness {
        if self.lexicon {
            Commonness::of(word)
        } else {
            Commonness::Unknown
        }
    }

    fn slice(&self, range: &Range<u32>) -> &[WordId] {
        &self.words[range.start as usize..range.end as usize]
    }

    /// Only words of questions are weighed; how rare a word is depends on how many entries ask with it.
    fn word_weights(&self) -> Vec<f64> {
        let mut frequencies = vec![0_u32; self.vocabulary.len()];
        let mut last_seen = vec![u32::MAX; self.vocabulary.len()];
        for (entry, range) in (0..).zip(&self.entries) {
            for phrasing in range.phrasings.clone() {
                for &word in self.slice(&self.phrasings[phrasing as usize]) {
                    if last_seen[word as usize] != entry {
                        last_seen[word as usize] = entry;
                        frequencies[word as usize] += 1;
                    }
                }
            }
        }
        let weigh = |(id, word): (WordId, Word<'_>)| match frequencies[id as usize] {
            0 => 0.0,
            frequency => self.weight(word.class, frequency, self.commonness(&word.text)),
        };
        self.vocabulary.words().map(weigh).collect()
    }
}

/// The language of a document: as it says, or as its entries look.
pub(super) fn language(faq: &Faq<'_>, document: usize) -> Option<Language> {
    if let Some(tag) = &faq.documents[document].language {
        return Language::from_tag(tag);
    }
    let entries = faq
        .entries
        .iter()
        .filter(|entry| entry.place.document == document);
    Language::guess(entries.flat_map(|entry| entry.phrasings().chain([entry.answer.as_ref()])))
}
