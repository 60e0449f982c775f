//! What the engine knows of a FAQ before a question is asked, be it read just now or stored before.

pub(crate) mod analyzers;
pub(super) mod entry_words;
pub(crate) mod exact;
mod forward;
pub(crate) mod memory;
pub(super) mod reader;
pub(crate) mod stored;

use std::borrow::Cow;

use hashbrown::HashSet;

use super::vocabulary::known_words::KnownWords;
use super::vocabulary::rarity::{self, Commonness};
use super::vocabulary::word_ids::WordIds;
use super::vocabulary::{Vocabulary, WordId, number};
use crate::lexicon;
use crate::model::{Entry, Faq};
use crate::text::{Analyzer, Class, Token};
use analyzers::Analyzers;
use entry_words::EntryWords;
use memory::Memory;
use reader::{NO_WORD, read_known};
use stored::{PARTS, Part, Stored};

/// A FAQ as numbers.
#[derive(Debug)]
pub(crate) struct Index<'f> {
    pub(crate) vocabulary: Vocabulary,
    pub(crate) analyzers: Analyzers,
    /// Whether the general lexicon serves.
    pub(super) lexicon: bool,
    /// The mean number of words of an entry, its answer included; at least 1.
    pub(super) mean_length: f64,
    body: Body<'f>,
}

/// Most entries have no more words.
const MOST_WORDS: usize = 128;

/// Where the entries are.
#[derive(Debug)]
enum Body<'f> {
    Memory(Memory<'f>),
    Stored(Box<dyn Stored>),
}

impl<'f> Index<'f> {
    /// Reads a FAQ, each document with the analyzer for its language; `lexicon` says whether the general one serves.
    /// No more of it is read than there are bytes of memory for: [`Memory::full_at`] tells.
    pub(super) fn new(faq: &'f Faq<'f>, analyzers: Analyzers, lexicon: bool, room: usize) -> Self {
        let (memory, vocabulary) = Memory::new(faq, &analyzers, room);
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
        analyzers: Analyzers,
        lexicon: bool,
    ) -> Self {
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

    /// The entries with these ids, in the order of the ids, each once; ids that no entry has are passed over.
    pub(super) fn with_ids<'i>(
        &'i self,
        ids: &'i [Cow<'_, str>],
    ) -> Box<dyn Iterator<Item = usize> + 'i> {
        let mut seen = HashSet::new();
        let ids = ids.iter().map(AsRef::as_ref);
        let distinct = ids.clone().filter(move |&id: &&str| seen.insert(id));
        match &self.body {
            Body::Memory(memory) => {
                let entries = memory.with_ids(ids);
                Box::new(distinct.filter_map(move |id| entries.get(id).copied()))
            }
            Body::Stored(stored) => Box::new(distinct.filter_map(|id| stored.with_id(id))),
        }
    }

    /// The analyzer for the entries of a document; the first is also that for questions.
    pub(super) fn analyzer(&self, document: usize) -> &Analyzer {
        self.analyzers.of(document)
    }

    /// The words of an entry, or as many of them as are among these where it was stored.
    pub(super) fn words_among<'k>(
        &self,
        entry: usize,
        known: impl FnOnce() -> &'k KnownWords,
    ) -> EntryWords<'_> {
        let stored = match &self.body {
            Body::Memory(memory) => return memory.entry_words(entry),
            Body::Stored(stored) => stored,
        };
        self.read(stored.as_ref(), entry, known())
    }

    /// All words of an entry.
    pub(super) fn all_words(&self, entry: usize) -> EntryWords<'_> {
        match &self.body {
            Body::Memory(memory) => memory.entry_words(entry),
            Body::Stored(stored) => self.read(stored.as_ref(), entry, &self.vocabulary),
        }
    }

    fn read(&self, stored: &dyn Stored, entry: usize, ids: &impl WordIds) -> EntryWords<'_> {
        let record = stored.record(entry);
        let analyzer = self.analyzer(record.entry.place.document);
        let mut words = Vec::with_capacity(MOST_WORDS);
        let mut phrasings = Vec::with_capacity(record.totals.len());
        for phrasing in record.entry.phrasings() {
            let start = number(words.len());
            read_known(phrasing, analyzer, ids, &mut words);
            phrasings.push(start..number(words.len()));
        }
        read_known(&record.entry.answer, analyzer, ids, &mut words);
        EntryWords {
            all: 0..number(words.len()),
            words: Cow::Owned(words),
            phrasings: Cow::Owned(phrasings),
            totals: record.totals,
        }
    }

    /// The words of an entry's question, each once: [which it was](Self::first_seen), and what it weighs. They rise.
    pub(super) fn question_words(&self, entry: usize) -> Vec<(u32, f64)> {
        let mut words = match &self.body {
            Body::Memory(memory) => {
                let words = memory.entry_words(entry);
                words.phrasings().next().unwrap_or_default().to_vec()
            }
            Body::Stored(stored) => {
                let entry = stored.record(entry).entry;
                let analyzer = self.analyzer(entry.place.document);
                let mut words = Vec::new();
                read_known(&entry.question, analyzer, &self.vocabulary, &mut words);
                words
            }
        };
        words.sort_unstable_by_key(|&word| self.first_seen(word));
        words.dedup();
        let weighed = words.into_iter();
        weighed
            .map(|word| (self.first_seen(word), self.word_weight(word)))
            .collect()
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

    /// What a word weighs at least that stands in a phrasing.
    pub(super) fn least_weight(&self, word: WordId) -> f64 {
        rarity::least_weight(self.vocabulary.class(word))
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
            Body::Memory(memory) => memory.weight(word, || weigh(memory.frequency(word))),
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Document;
    use crate::{Engine, Options};

    #[test]
    fn entries_of_no_document_are_read_as_those_of_the_first() {
        let entry = |document, question: &'static str| {
            let mut entry = Entry {
                question: question.into(),
                ..Entry::default()
            };
            entry.place.document = document;
            entry
        };
        let mut faq = Faq {
            documents: Vec::new(),
            entries: vec![entry(0, "Where are the bicycles?"), entry(7, "Who is it?")],
        };
        for _ in 0..2 {
            let engine = Engine::new(&faq);
            for (number, entry) in faq.entries.iter().enumerate() {
                let reply = engine.ask(&entry.question, &Options::default());
                assert_eq!(reply.matches[0].entry, number, "{}", entry.question);
            }
            faq.documents.push(Document::default());
        }
    }
}
