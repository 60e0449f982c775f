//! What the engine knows of a FAQ before a question is asked, be it read just now or stored before.

use std::borrow::Cow;

use super::entry_words::EntryWords;
use super::memory::Memory;
use super::query::Query;
use super::rarity::{self, Commonness};
use super::reader::{NO_WORD, read_known};
use super::stored::{PARTS, Part, Stored};
use super::vocabulary::{Vocabulary, WordId, number};
use crate::lexicon;
use crate::model::{Entry, Faq};
use crate::text::{Analyzer, Class, Language, Token};

/// A FAQ as numbers.
#[derive(Debug)]
pub(crate) struct Index<'f> {
    pub(crate) vocabulary: Vocabulary,
    /// One for each document; there is always one.
    pub(crate) analyzers: Vec<Analyzer>,
    /// Whether the general lexicon serves.
    pub(super) lexicon: bool,
    /// The mean number of words of an entry, its answer included; at least 1.
    pub(super) mean_length: f64,
    body: Body<'f>,
}

/// Where the entries are.
#[derive(Debug)]
enum Body<'f> {
    Memory(Memory<'f>),
    Stored(Box<dyn Stored>),
}

impl<'f> Index<'f> {
    /// Reads a FAQ, each document with the analyzer for its language; `lexicon` says whether the general one serves.
    /// No more of it is read than there are bytes of memory for: [`Memory::full_at`] tells.
    pub(super) fn new(
        faq: &'f Faq<'f>,
        mut analyzers: Vec<Analyzer>,
        lexicon: bool,
        room: usize,
    ) -> Self {
        let (memory, vocabulary) = Memory::new(faq, &analyzers, room);
        if analyzers.is_empty() {
            analyzers.push(Analyzer::new(None));
        }
        Self {
            vocabulary,
            analyzers,
            lexicon,
            mean_length: memory.mean_length(),
            body: Body::Memory(memory),
        }
    }

    /// An index that was made before.
    pub(super) fn stored(
        stored: Box<dyn Stored>,
        vocabulary: Vocabulary,
        mut analyzers: Vec<Analyzer>,
        lexicon: bool,
    ) -> Self {
        if analyzers.is_empty() {
            analyzers.push(Analyzer::new(None));
        }
        Self {
            vocabulary,
            analyzers,
            lexicon,
            mean_length: stored.mean_length().max(1.0),
            body: Body::Stored(stored),
        }
    }

    /// The entries in memory, if they are there.
    pub(crate) fn as_memory(&self) -> Option<&Memory<'f>> {
        match &self.body {
            Body::Memory(memory) => Some(memory),
            Body::Stored(_) => None,
        }
    }

    /// The index that was made before, if this is one.
    pub(crate) fn as_stored(&self) -> Option<&dyn Stored> {
        match &self.body {
            Body::Memory(_) => None,
            Body::Stored(stored) => Some(stored.as_ref()),
        }
    }

    /// How many entries there are.
    pub(crate) fn entry_count(&self) -> usize {
        match &self.body {
            Body::Memory(memory) => memory.entry_count(),
            Body::Stored(stored) => stored.entry_count(),
        }
    }

    /// An entry.
    pub(crate) fn entry(&self, entry: usize) -> Cow<'_, Entry<'_>> {
        match &self.body {
            Body::Memory(memory) => Cow::Borrowed(&memory.faq.entries[entry]),
            Body::Stored(stored) => Cow::Owned(stored.record(entry).entry),
        }
    }

    /// The entry with an id.
    pub(super) fn with_id(&self, id: &str) -> Option<usize> {
        match &self.body {
            Body::Memory(memory) => memory.faq.entries.iter().position(|entry| entry.id == id),
            Body::Stored(stored) => stored.with_id(id),
        }
    }

    /// The analyzer for the entries of a document; the first is also that for questions.
    pub(super) fn analyzer(&self, document: usize) -> &Analyzer {
        self.analyzers.get(document).unwrap_or(&self.analyzers[0])
    }

    /// The words of an entry, as far as they may play a part in a question.
    pub(super) fn entry_words(&self, entry: usize, query: &Query) -> EntryWords<'_> {
        let stored = match &self.body {
            Body::Memory(memory) => return memory.entry_words(entry),
            Body::Stored(stored) => stored,
        };
        let known = query.known_words(&self.vocabulary);
        self.read(stored.as_ref(), entry, &|word| known.id(word))
    }

    /// All words of an entry.
    pub(super) fn all_words(&self, entry: usize) -> EntryWords<'_> {
        match &self.body {
            Body::Memory(memory) => memory.entry_words(entry),
            Body::Stored(stored) => {
                self.read(stored.as_ref(), entry, &|word| self.vocabulary.id(word))
            }
        }
    }

    fn read(
        &self,
        stored: &dyn Stored,
        entry: usize,
        id: &dyn Fn(&str) -> Option<WordId>,
    ) -> EntryWords<'_> {
        let record = stored.record(entry);
        let analyzer = self.analyzer(record.entry.place.document);
        let mut words = Vec::new();
        let mut phrasings = Vec::with_capacity(record.totals.len());
        for phrasing in record.entry.phrasings() {
            let start = number(words.len());
            read_known(phrasing, analyzer, id, &mut words);
            phrasings.push(start..number(words.len()));
        }
        read_known(&record.entry.answer, analyzer, id, &mut words);
        EntryWords {
            all: 0..number(words.len()),
            words: Cow::Owned(words),
            phrasings: Cow::Owned(phrasings),
            totals: record.totals,
        }
    }

    /// The words of an entry's question, each once, with what it weighs.
    pub(super) fn question_words(&self, entry: usize) -> Vec<(WordId, f64)> {
        let mut words = match &self.body {
            Body::Memory(memory) => {
                let words = memory.entry_words(entry);
                words.phrasings().next().unwrap_or_default().to_vec()
            }
            Body::Stored(stored) => {
                let entry = stored.record(entry).entry;
                let analyzer = self.analyzer(entry.place.document);
                let mut words = Vec::new();
                let id = |word: &str| self.vocabulary.id(word);
                read_known(&entry.question, analyzer, &id, &mut words);
                words
            }
        };
        words.sort_unstable_by_key(|&word| self.first_seen(word));
        words.dedup();
        let weighed = words.into_iter();
        weighed.map(|word| (word, self.word_weight(word))).collect()
    }

    /// Which word it was, counted by where each stood first.
    pub(super) fn first_seen(&self, word: WordId) -> u32 {
        match &self.body {
            Body::Memory(_) => word,
            Body::Stored(_) if word == NO_WORD => word,
            Body::Stored(stored) => stored.first_seen(word),
        }
    }

    /// What words weigh together, with as many digits as an index keeps.
    #[expect(clippy::cast_possible_truncation, reason = "rounded")]
    pub(crate) fn total_weight(&self, words: &[WordId]) -> f32 {
        words
            .iter()
            .map(|&word| self.word_weight(word))
            .sum::<f64>() as f32
    }

    /// What a stored word weighs: more the rarer it is, less if it is not about a subject.
    pub(crate) fn word_weight(&self, word: WordId) -> f64 {
        let weigh = |frequency: u32| {
            let word = self.vocabulary.word(word);
            match frequency {
                0 => 0.0,
                frequency => self.weight(word.class, frequency, self.commonness(&word.text)),
            }
        };
        match &self.body {
            Body::Memory(memory) => {
                let weight = &memory.weights[word as usize];
                *weight.get_or_init(|| weigh(memory.frequency(word)))
            }
            Body::Stored(_) if word == NO_WORD => 0.0,
            Body::Stored(stored) => weigh(stored.frequency(word, Part::Phrasing)),
        }
    }

    /// In how many entries a stored word stands, of an index that was made before.
    pub(super) fn entry_frequency(stored: &dyn Stored, word: WordId) -> u32 {
        let frequencies = PARTS.map(|part| stored.frequency(word, part));
        frequencies
            .iter()
            .fold(0, |sum, &part| part.saturating_add(sum))
    }

    /// What a word weighs that stands in the questions of so many entries.
    pub(super) fn weight(&self, class: Class, frequency: u32, commonness: Commonness) -> f64 {
        rarity::weight(class, self.entry_count(), frequency, commonness)
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
}

/// The language of a document: as it says, or as its entries look.
pub(crate) fn language(faq: &Faq<'_>, document: usize) -> Option<Language> {
    if let Some(tag) = &faq.documents[document].language {
        return Language::from_tag(tag);
    }
    let entries = faq
        .entries
        .iter()
        .filter(|entry| entry.place.document == document);
    Language::guess(entries.flat_map(|entry| entry.phrasings().chain([entry.answer.as_ref()])))
}
