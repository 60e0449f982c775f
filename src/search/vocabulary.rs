//! The distinct words of a FAQ.

use std::hash::BuildHasher;
use std::ops::Range;

use hashbrown::{DefaultHashBuilder, HashMap, HashTable};

use crate::text::{Analyzer, Segment, Text, Word};

/// The number of a word in the vocabulary.
pub(super) type WordId = u32;

/// Every distinct word of the FAQ, in the order they first stand in it.
#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    words: Vec<Word>,
    ids: HashTable<WordId>,
    hasher: DefaultHashBuilder,
}

impl Vocabulary {
    /// The number of a word, if it is known.
    pub(super) fn id(&self, text: &str) -> Option<WordId> {
        let same = |&id: &WordId| self.words[id as usize].text == text;
        self.ids.find(self.hasher.hash_one(text), same).copied()
    }

    /// The words with their numbers.
    pub(super) fn words(&self) -> impl Iterator<Item = (WordId, &Word)> {
        (0..).zip(&self.words)
    }

    /// How many words there are.
    pub(super) fn len(&self) -> usize {
        self.words.len()
    }

    fn add(&mut self, word: Word) -> WordId {
        if let Some(id) = self.id(&word.text) {
            return id;
        }
        let id = number(self.words.len());
        let rehash = |&id: &WordId| self.hasher.hash_one(&self.words[id as usize].text);
        self.ids
            .insert_unique(self.hasher.hash_one(&word.text), id, rehash);
        self.words.push(word);
        id
    }
}

/// Reads texts of one language; what stands in them again is not analysed again.
#[derive(Debug)]
pub(super) struct Reader<'a> {
    analyzer: &'a Analyzer,
    /// Where the words of a segment stand already, where capitals tell.
    seen: HashMap<String, Range<usize>>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(analyzer: &'a Analyzer) -> Self {
        Self {
            analyzer,
            seen: HashMap::new(),
        }
    }

    /// Appends the words of a text.
    pub(super) fn read(
        &mut self,
        text: &str,
        vocabulary: &mut Vocabulary,
        words: &mut Vec<WordId>,
    ) {
        let text = Text::new(text);
        for segment in text.segments() {
            let repeats = match segment {
                Segment::Word(word) if text.capitals_tell => Some(word),
                _ => None,
            };
            if let Some(known) = repeats.and_then(|word| self.seen.get(word)) {
                words.extend_from_within(known.clone());
                continue;
            }
            let first = words.len();
            self.analyzer.words(segment, text.capitals_tell, |word| {
                words.push(vocabulary.add(word))
            });
            if let Some(word) = repeats {
                self.seen.insert(word.to_owned(), first..words.len());
            }
        }
    }
}

/// Numbers have 32 bits: a source has at most 2^30 bytes, so there are never that many of anything.
#[expect(
    clippy::cast_possible_truncation,
    reason = "bounded by the size of the sources"
)]
pub(super) fn number(index: usize) -> u32 {
    debug_assert!(u32::try_from(index).is_ok());
    index as u32
}
