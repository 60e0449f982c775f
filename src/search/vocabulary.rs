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
    /// The words that begin with a character.
    initials: HashMap<char, Vec<WordId>>,
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

    /// The words that begin like a text, or all where that is empty.
    pub(super) fn words_like<'v>(
        &'v self,
        beginning: &str,
    ) -> impl Iterator<Item = (WordId, &'v Word)> {
        let initial = beginning.chars().next();
        let some = initial.map_or(&[][..], |initial| {
            self.initials.get(&initial).map_or(&[][..], Vec::as_slice)
        });
        let all = if initial.is_none() {
            0..number(self.words.len())
        } else {
            0..0
        };
        some.iter()
            .copied()
            .chain(all)
            .map(|id| (id, &self.words[id as usize]))
    }

    /// How many words there are.
    pub(super) fn len(&self) -> usize {
        self.words.len()
    }

    fn add(&mut self, word: Word) -> WordId {
        let hash = self.hasher.hash_one(&word.text);
        let same = |&id: &WordId| self.words[id as usize].text == word.text;
        if let Some(&id) = self.ids.find(hash, same) {
            return id;
        }
        let id = number(self.words.len());
        self.ids.insert_unique(hash, id, |&id| {
            self.hasher.hash_one(&self.words[id as usize].text)
        });
        if let Some(initial) = word.text.chars().next() {
            self.initials.entry(initial).or_default().push(id);
        }
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
        text.segments(|segment| {
            let first = words.len();
            match segment {
                Segment::Word(word) if Analyzer::is_plain(word) => {
                    if let Some(id) = vocabulary.id(word) {
                        return words.push(id);
                    }
                }
                Segment::Word(word) if text.capitals_tell => {
                    if let Some(known) = self.seen.get(word) {
                        return words.extend_from_within(known.clone());
                    }
                    self.analyzer
                        .words(segment, true, |word| words.push(vocabulary.add(word)));
                    self.seen.insert(word.to_owned(), first..words.len());
                    return;
                }
                _ => {}
            }
            self.analyzer.words(segment, text.capitals_tell, |word| {
                words.push(vocabulary.add(word))
            });
        });
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
