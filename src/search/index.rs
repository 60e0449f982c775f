//! What the engine knows of a FAQ before a question is asked.

use std::collections::HashMap;
use std::ops::Range;

use super::concepts::{ConceptId, Concepts, Occurrence};
use super::exact::Phrasebook;
use super::vocabulary::{TermId, Vocabulary, WordId, id};
use crate::model::{Document, Entry, Faq};
use crate::text::{Analyzer, Class, Language, Token};

/// The weight of question words and of function words beside that of words that carry the subject.
///
/// They do decide some questions (*where*, *how long*), so none is dropped: without them Hit@1 on covidfaq,
/// which is full of such questions, falls by more than twenty points.
pub(super) const QUESTION_WORD: f64 = 0.75;
pub(super) const FUNCTION_WORD: f64 = 0.3;

/// The statistics of a FAQ: which words stand where, and how rare they are.
#[derive(Debug)]
pub(super) struct Index {
    pub(super) vocabulary: Vocabulary,
    pub(super) concepts: Concepts,
    pub(super) phrasings: Vec<Phrasing>,
    /// The phrasings of each entry.
    pub(super) entries: Vec<Range<usize>>,
    /// In how many phrasings a term stands, by term.
    pub(super) phrasing_frequency: Vec<u32>,
    /// The same for concepts.
    pub(super) concept_frequency: Vec<u32>,
    pub(super) phrasebook: Phrasebook,
    /// For the third view, questions and answers taken together.
    pub(super) bags: Bags,
}

/// One way to ask an entry's question.
#[derive(Debug)]
pub(super) struct Phrasing {
    pub(super) words: Vec<WordId>,
    pub(super) concepts: Vec<Occurrence>,
}

/// Entries as bags of terms: question, alternates and answer together.
#[derive(Debug, Default)]
pub(super) struct Bags {
    /// By term: the entries that hold it, rising, and how often.
    pub(super) terms: Vec<Vec<(u32, u32)>>,
    /// The same for concepts.
    pub(super) concepts: Vec<Vec<(u32, u32)>>,
    /// How many words each entry has.
    pub(super) lengths: Vec<u32>,
    /// The mean of the lengths, at least 1.
    pub(super) mean_length: f64,
}

impl Bags {
    /// Whether an entry holds a term.
    pub(super) fn holds(&self, term: TermId, entry: usize) -> bool {
        contains(&self.terms[term as usize], entry)
    }

    /// Whether an entry holds a concept.
    pub(super) fn holds_concept(&self, concept: ConceptId, entry: usize) -> bool {
        contains(&self.concepts[concept as usize], entry)
    }
}

fn contains(postings: &[(u32, u32)], entry: usize) -> bool {
    postings
        .binary_search_by_key(&id(entry), |&(entry, _)| entry)
        .is_ok()
}

impl Index {
    pub(super) fn new(faq: &Faq<'_>) -> Self {
        let analyzers: Vec<Analyzer> = (0..faq.documents.len())
            .map(|number| Analyzer::new(language(faq, number)))
            .collect();
        let mut concepts = Concepts::default();
        for (document, analyzer) in faq.documents.iter().zip(&analyzers) {
            for group in &document.synonyms {
                concepts.add(group.iter().map(AsRef::as_ref), analyzer);
            }
        }
        let mut builder = Builder::new(concepts);
        for entry in &faq.entries {
            builder.entry(entry, &analyzers[entry.place.document]);
        }
        builder.finish()
    }

    /// What a word of the FAQ weighs: its inverse document frequency, less if it is not about the subject.
    pub(super) fn word_weight(&self, word: WordId) -> f64 {
        let word = self.vocabulary.word(word);
        self.weight(word.class, self.phrasing_frequency[word.term as usize])
    }

    /// What a word of this class weighs that stands in so many phrasings.
    pub(super) fn weight(&self, class: Class, frequency: u32) -> f64 {
        let factor = match class {
            Class::Content => 1.0,
            Class::Question => QUESTION_WORD,
            Class::Function => FUNCTION_WORD,
        };
        factor * rarity(self.phrasings.len(), frequency)
    }
}

/// The language of a document: as it says, or as its entries look.
pub(super) fn language(faq: &Faq<'_>, number: usize) -> Option<Language> {
    let document: &Document<'_> = &faq.documents[number];
    if let Some(tag) = &document.language {
        return Language::from_tag(tag);
    }
    let entries = faq
        .entries
        .iter()
        .filter(|entry| entry.place.document == number);
    Language::guess(entries.flat_map(|entry| entry.phrasings().chain([entry.answer.as_ref()])))
}

/// The smoothed form of inverse document frequency: 1 for what stands everywhere, more the rarer it is.
///
/// That no word counts for nothing matters in small files, where frequencies say little; it was worth a point of
/// Hit@1 over the form that BM25 uses.
fn rarity(phrasings: usize, frequency: u32) -> f64 {
    1.0 + ((phrasings as f64 + 1.0) / (f64::from(frequency) + 1.0)).ln()
}

/// The BM25 form of it (Robertson & Zaragoza 2009), which is above 0 for every frequency.
pub(super) fn inverse_document_frequency(documents: usize, frequency: u32) -> f64 {
    let (all, with) = (documents as f64, f64::from(frequency));
    (1.0 + (all - with + 0.5) / (with + 0.5)).ln()
}

/// Gathers the statistics entry by entry.
struct Builder {
    index: Index,
}

impl Builder {
    fn new(concepts: Concepts) -> Self {
        let count = concepts.count();
        Self {
            index: Index {
                vocabulary: Vocabulary::default(),
                concepts,
                phrasings: Vec::new(),
                phrasebook: Phrasebook::default(),
                entries: Vec::new(),
                phrasing_frequency: Vec::new(),
                concept_frequency: vec![0; count],
                bags: Bags {
                    concepts: vec![Vec::new(); count],
                    ..Bags::default()
                },
            },
        }
    }

    fn entry(&mut self, entry: &Entry<'_>, analyzer: &Analyzer) {
        let number = id(self.index.entries.len());
        let first = self.index.phrasings.len();
        let mut bag = Bag::default();
        for text in entry.phrasings() {
            let tokens = analyzer.tokens(text);
            self.index.phrasebook.add(text, &tokens, number as usize);
            let concepts = self.index.concepts.find(&tokens);
            let words = self.words(tokens, &concepts, &mut bag);
            self.count_phrasing(&words, &concepts);
            self.index.phrasings.push(Phrasing { words, concepts });
        }
        let answer = analyzer.tokens(&entry.answer);
        let concepts = self.index.concepts.find(&answer);
        self.words(answer, &concepts, &mut bag);
        self.index.entries.push(first..self.index.phrasings.len());
        self.put_bag(number, bag);
    }

    /// The words of a text, added to the vocabulary and to the bag of its entry.
    fn words(&mut self, tokens: Vec<Token>, concepts: &[Occurrence], bag: &mut Bag) -> Vec<WordId> {
        let words: Vec<WordId> = tokens
            .into_iter()
            .map(|token| self.index.vocabulary.add(token))
            .collect();
        let terms = self.index.vocabulary.term_count();
        self.index.phrasing_frequency.resize(terms, 0);
        self.index.bags.terms.resize(terms, Vec::new());
        bag.length += words.len();
        for &word in &words {
            *bag.terms
                .entry(self.index.vocabulary.word(word).term)
                .or_default() += 1;
        }
        for occurrence in concepts {
            *bag.concepts.entry(occurrence.concept).or_default() += 1;
        }
        words
    }

    fn count_phrasing(&mut self, words: &[WordId], concepts: &[Occurrence]) {
        let mut terms: Vec<TermId> = words
            .iter()
            .map(|&word| self.index.vocabulary.word(word).term)
            .collect();
        terms.sort_unstable();
        terms.dedup();
        for term in terms {
            self.index.phrasing_frequency[term as usize] += 1;
        }
        let mut groups: Vec<ConceptId> = concepts
            .iter()
            .map(|occurrence| occurrence.concept)
            .collect();
        groups.sort_unstable();
        groups.dedup();
        for concept in groups {
            self.index.concept_frequency[concept as usize] += 1;
        }
    }

    fn put_bag(&mut self, entry: u32, bag: Bag) {
        let bags = &mut self.index.bags;
        bags.lengths.push(id(bag.length));
        // The order within one entry does not matter: each goes to a list of its own.
        for (term, count) in bag.terms {
            bags.terms[term as usize].push((entry, count));
        }
        for (concept, count) in bag.concepts {
            bags.concepts[concept as usize].push((entry, count));
        }
    }

    fn finish(mut self) -> Index {
        let lengths = &self.index.bags.lengths;
        let total: f64 = lengths.iter().map(|&length| f64::from(length)).sum();
        self.index.bags.mean_length = (total / lengths.len().max(1) as f64).max(1.0);
        self.index
    }
}

/// The terms of one entry, while it is read.
#[derive(Default)]
struct Bag {
    terms: HashMap<TermId, u32>,
    concepts: HashMap<ConceptId, u32>,
    length: usize,
}
