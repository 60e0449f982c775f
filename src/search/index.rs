//! What the engine knows of a FAQ before a question is asked: its words as numbers, and how rare each is.
//!
//! Little is done here that a question may not need: a single question on a small file is asked as soon as it is read.

use std::ops::Range;

use super::vocabulary::{Reader, Vocabulary, WordId, number};
use crate::model::{Entry, Faq};
use crate::text::{Analyzer, Class, Language};

/// The weight of question words and of function words beside that of words that carry the subject.
///
/// They do decide some questions (*where*, *how long*), so none is dropped: without them Hit@1 on covidfaq,
/// which is full of such questions, falls by more than twenty points.
const QUESTION_WORD: f64 = 0.75;
const FUNCTION_WORD: f64 = 0.3;

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
    /// What each word weighs.
    weights: Vec<f64>,
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
    /// Reads a FAQ, each document with the analyzer for its language.
    pub(super) fn new(faq: &Faq<'_>, analyzers: &[Analyzer]) -> Self {
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

    /// What a stored word weighs: more the rarer it is, less if it is not about a subject.
    pub(super) fn word_weight(&self, word: WordId) -> f64 {
        self.weights[word as usize]
    }

    /// What a word of this class weighs that stands in so many phrasings.
    pub(super) fn weight(&self, class: Class, frequency: u32) -> f64 {
        factor(class) * rarity(self.phrasings.len(), frequency)
    }

    fn slice(&self, range: &Range<u32>) -> &[WordId] {
        &self.words[range.start as usize..range.end as usize]
    }

    fn word_weights(&self) -> Vec<f64> {
        let mut frequencies = vec![0_u32; self.vocabulary.len()];
        let mut last_seen = vec![u32::MAX; self.vocabulary.len()];
        for (phrasing, range) in (0..).zip(&self.phrasings) {
            for &word in self.slice(range) {
                if last_seen[word as usize] != phrasing {
                    last_seen[word as usize] = phrasing;
                    frequencies[word as usize] += 1;
                }
            }
        }
        // Most words are rare, so few frequencies occur.
        let mut rarities: Vec<Option<f64>> = vec![
            None;
            frequencies
                .iter()
                .max()
                .map_or(0, |&most| most as usize + 1)
        ];
        let mut weight = |class: Class, frequency: u32| {
            let known = &mut rarities[frequency as usize];
            factor(class) * *known.get_or_insert_with(|| rarity(self.phrasings.len(), frequency))
        };
        self.vocabulary
            .words()
            .map(|(id, word)| weight(word.class, frequencies[id as usize]))
            .collect()
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

fn factor(class: Class) -> f64 {
    match class {
        Class::Content => 1.0,
        Class::Question => QUESTION_WORD,
        Class::Function => FUNCTION_WORD,
    }
}

/// The smoothed form of inverse document frequency: 1 for what stands everywhere, more the rarer it is.
///
/// That no word counts for nothing matters in small files, where frequencies say little; it was worth a point of
/// Hit@1 over the form that BM25 uses.
fn rarity(phrasings: usize, frequency: u32) -> f64 {
    1.0 + libm::log((phrasings as f64 + 1.0) / (f64::from(frequency) + 1.0))
}
