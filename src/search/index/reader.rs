//! Texts as the numbers of their words.

use std::ops::Range;

use crate::search::vocabulary::interned::{Interned, Key};
use crate::search::vocabulary::word_ids::WordIds;
use crate::search::vocabulary::{Vocabulary, WordId, number};
use crate::text::{Analyzer, Plain, Segment, Take, Text};

/// The number of every word that plays no part in a question.
pub(super) const NO_WORD: WordId = WordId::MAX;

/// What a segment takes that was seen beside its text: where it ends, its words, and its slot, of which half may be empty.
const BYTES_OF_SEEN: usize = 64;

/// Reads texts of one language; what stands in them again is not analysed again.
#[derive(Debug)]
pub(super) struct Reader<'a> {
    analyzer: &'a Analyzer,
    seen: Seen,
}

/// The segments that were read where capitals tell, but for plain ones.
#[derive(Debug)]
struct Seen {
    numbers: Interned,
    /// The segments, one after the other, and for each where it ends and where its words stand.
    texts: Vec<u8>,
    places: Vec<(usize, Range<usize>)>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(analyzer: &'a Analyzer) -> Self {
        let seen = Seen {
            numbers: Interned::with_capacity(0),
            texts: Vec::new(),
            places: Vec::new(),
        };
        Self { analyzer, seen }
    }

    /// How many bytes of memory it takes, about.
    pub(super) fn size(&self) -> usize {
        self.seen.texts.len() + self.seen.places.len() * BYTES_OF_SEEN
    }

    /// Appends the words of a text.
    pub(super) fn read(
        &mut self,
        text: &str,
        vocabulary: &mut Vocabulary,
        words: &mut Vec<WordId>,
    ) {
        let text = Text::new(text);
        text.segments(Reading {
            analyzer: self.analyzer,
            capitals_tell: text.capitals_tell,
            seen: &mut self.seen,
            vocabulary,
            words,
        });
    }
}

/// A text, being read.
struct Reading<'r> {
    analyzer: &'r Analyzer,
    capitals_tell: bool,
    seen: &'r mut Seen,
    vocabulary: &'r mut Vocabulary,
    words: &'r mut Vec<WordId>,
}

impl<'t> Take<'t> for Reading<'_> {
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "done for every word of a FAQ")]
    fn plain(&mut self, word: Plain<'t>) {
        match self.vocabulary.plain(word) {
            Ok(known) => self.words.push(known),
            Err(key) => self.new_plain(word, key),
        }
    }

    #[inline(never)]
    fn segment(&mut self, segment: Segment<'t>) {
        match segment {
            Segment::Plain(word) => self.plain(word),
            Segment::Word(word) if self.capitals_tell => {
                let key = self.seen.numbers.key(word.as_bytes());
                if let Some(known) = self.seen.find(key, word) {
                    return self.words.extend_from_within(known);
                }
                let first = self.words.len();
                self.analyse(segment);
                self.seen.insert(key, word, first..self.words.len());
            }
            _ => self.analyse(segment),
        }
    }
}

impl Reading<'_> {
    #[cold]
    fn new_plain(&mut self, word: Plain<'_>, key: Option<Key>) {
        match key.filter(|_| !self.analyzer.contracts(word)) {
            Some(key) => {
                let text = word.text();
                let class = self.analyzer.class_of(text);
                self.words.push(self.vocabulary.insert(key, text, class));
            }
            None => self.analyse(Segment::Plain(word)),
        }
    }

    fn analyse(&mut self, segment: Segment<'_>) {
        self.analyzer.words(segment, self.capitals_tell, |word| {
            self.words.push(self.vocabulary.add(&word));
        });
    }
}

impl Seen {
    /// Where the words of a segment stand already, if it was seen.
    fn find(&self, key: Key, segment: &str) -> Option<Range<usize>> {
        let is_it = |it| self.text(it) == segment.as_bytes();
        let known = self.numbers.find(key, is_it)?;
        Some(self.places[known as usize].1.clone())
    }

    fn insert(&mut self, key: Key, segment: &str, words: Range<usize>) {
        self.numbers.insert(key, number(self.places.len()));
        self.texts.extend_from_slice(segment.as_bytes());
        self.places.push((self.texts.len(), words));
    }

    fn text(&self, number: u32) -> &[u8] {
        let end_of = |number: usize| self.places[number].0;
        let number = number as usize;
        let start = number.checked_sub(1).map_or(0, end_of);
        &self.texts[start..end_of(number)]
    }
}

/// Appends the words of a text whose words are all known, as far as `ids` tells them; others are [`NO_WORD`].
pub(super) fn read_known(
    text: &str,
    analyzer: &Analyzer,
    ids: &impl WordIds,
    words: &mut Vec<WordId>,
) {
    let text = Text::new(text);
    text.segments(ReadingKnown {
        analyzer,
        capitals_tell: text.capitals_tell,
        ids,
        words,
    });
}

/// A text whose words are known, being read.
struct ReadingKnown<'r, I> {
    analyzer: &'r Analyzer,
    capitals_tell: bool,
    ids: &'r I,
    words: &'r mut Vec<WordId>,
}

impl<'t, I: WordIds> Take<'t> for ReadingKnown<'_, I> {
    #[inline]
    fn plain(&mut self, word: Plain<'t>) {
        let found = self.ids.id_of_plain(word);
        if found.is_some() || !self.analyzer.contracts(word) {
            self.words.push(found.unwrap_or(NO_WORD));
        } else {
            self.segment(Segment::Plain(word));
        }
    }

    #[inline(never)]
    fn segment(&mut self, segment: Segment<'t>) {
        self.analyzer.words(segment, self.capitals_tell, |word| {
            self.words.push(self.ids.id(&word.text).unwrap_or(NO_WORD));
        });
    }
}
