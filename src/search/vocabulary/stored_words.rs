//! The words of a FAQ as they were stored: sorted, and read in chunks, as far as a question comes by them.

use std::fmt::Debug;
use std::ops::Range;
use std::sync::OnceLock;

use super::marks::{Marks, Stem};
use super::sorted::partition_point;
use super::{WordId, number};
use crate::text::Class;

/// How many words are read together.
pub(crate) const CHUNK: u32 = 64;

/// Where stored words come from.
pub(crate) trait Source: Debug + Send + Sync {
    /// The words of a chunk; without them what could not be read.
    fn chunk(&self, number: usize) -> Chunk;
}

/// Words that stand side by side.
#[derive(Debug, Default)]
pub(crate) struct Chunk {
    /// The words, one after the other, and where each ends.
    texts: String,
    ends: Vec<u32>,
    marks: Vec<Marks>,
}

/// A set of lengths of stems, in which long ones share a place.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Lengths(pub(crate) u16);

impl Lengths {
    /// The set of the lengths that the stem of a word may be taken to have.
    pub(crate) fn of(word: &[u8], marks: Marks) -> Self {
        match (marks.class(), marks.stem(word.len())) {
            // Such a word is its own stem.
            (Class::Character(_) | Class::Question | Class::Function, _) => Self::one(word.len()),
            (Class::Content | Class::Pair(_), Stem::Unknown) => Self(u16::MAX),
            (Class::Content | Class::Pair(_), Stem::Beginning(length) | Stem::Other(length)) => {
                Self::one(length.into())
            }
        }
    }

    pub(crate) fn one(length: usize) -> Self {
        Self(1 << length.min(15))
    }

    pub(crate) fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    fn has(self, length: usize) -> bool {
        self.0 & Self::one(length).0 != 0
    }
}

impl Chunk {
    /// A chunk of words, if there are as many of everything, and words end between characters, the last at the end.
    pub(crate) fn new(texts: Vec<u8>, ends: Vec<u32>, marks: Vec<Marks>) -> Option<Self> {
        let texts = String::from_utf8(texts).ok()?;
        let fits = |end: &u32| texts.is_char_boundary(*end as usize);
        let whole = ends.len() == marks.len()
            && ends.last().map_or(0, |&end| end as usize) == texts.len()
            && ends.is_sorted()
            && (texts.is_ascii() || ends.iter().all(fits));
        whole.then_some(Self { texts, ends, marks })
    }

    #[inline]
    fn range(&self, place: usize) -> Option<Range<usize>> {
        let end = *self.ends.get(place)?;
        let start = place.checked_sub(1).map_or(0, |before| self.ends[before]);
        Some(start as usize..end as usize)
    }

    fn stem(&self, place: usize) -> Option<Stem> {
        let marks = self.marks.get(place)?;
        Some(marks.stem(self.range(place)?.len()))
    }
}

/// All stored words.
#[derive(Debug)]
pub(crate) struct StoredWords {
    source: Box<dyn Source>,
    count: u32,
    /// What the first word of each chunk begins with: see [`beginning`].
    beginnings: Vec<u64>,
    /// How long the stems in each chunk are.
    lengths: Vec<Lengths>,
    chunks: Vec<OnceLock<Box<Chunk>>>,
}

impl StoredWords {
    /// So many words, if there are as many chunks of them as beginnings and lengths.
    pub(crate) fn new(
        source: Box<dyn Source>,
        count: u32,
        beginnings: Vec<u64>,
        lengths: Vec<Lengths>,
    ) -> Option<Self> {
        let chunks = count.div_ceil(CHUNK) as usize;
        let whole = beginnings.len() == chunks && lengths.len() == chunks && beginnings.is_sorted();
        whole.then(|| Self {
            source,
            count,
            beginnings,
            lengths,
            chunks: (0..chunks).map(|_| OnceLock::new()).collect(),
        })
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.count as usize
    }

    /// A word; none is there that could not be read.
    pub(super) fn text(&self, id: WordId) -> &str {
        let (chunk, place) = self.place(id);
        let range = chunk.range(place).unwrap_or_default();
        chunk.texts.get(range).unwrap_or_default()
    }

    /// The same, where it need not be seen that it lies between characters.
    pub(super) fn bytes(&self, id: WordId) -> &[u8] {
        let (chunk, place) = self.place(id);
        let range = chunk.range(place).unwrap_or_default();
        chunk.texts.as_bytes().get(range).unwrap_or_default()
    }

    /// What a word is there for.
    pub(super) fn class(&self, id: WordId) -> Class {
        let (chunk, place) = self.place(id);
        let marks = chunk.marks.get(place);
        marks.map_or(Class::Content, |marks| marks.class())
    }

    /// How many bytes of a word are its stem, if that was stored.
    pub(super) fn stem_length(&self, id: WordId) -> Option<usize> {
        let (chunk, place) = self.place(id);
        match chunk.stem(place)? {
            Stem::Beginning(length) | Stem::Other(length) => Some(length.into()),
            Stem::Unknown => None,
        }
    }

    /// The stem of a word, if it is a part of it.
    pub(super) fn stem(&self, id: WordId) -> Option<&str> {
        let (chunk, place) = self.place(id);
        match chunk.stem(place)? {
            Stem::Beginning(length) => self.text(id).get(..length.into()),
            Stem::Other(_) | Stem::Unknown => None,
        }
    }

    /// Those of some words that may have a stem of so many bytes, and others in the same chunks.
    pub(super) fn with_stem_length(
        &self,
        words: Range<WordId>,
        length: usize,
    ) -> impl Iterator<Item = WordId> + use<'_> {
        let chunks = words.start / CHUNK..words.end.div_ceil(CHUNK);
        let chunks = chunks.filter(move |&chunk| {
            let lengths = self.lengths.get(chunk as usize);
            lengths.is_some_and(|lengths| lengths.has(length))
        });
        chunks.flat_map(move |chunk| {
            let first = chunk * CHUNK;
            first.max(words.start)..(first + CHUNK).min(words.end)
        })
    }

    /// The first word that is not before a text.
    pub(super) fn first_not_before(&self, text: &str) -> WordId {
        let wanted = beginning(text.as_bytes());
        let is_before = |id: WordId| self.bytes(id) < text.as_bytes();
        let chunks = partition_point(number(self.chunks.len()), |chunk| {
            let first = self.beginnings[chunk as usize];
            first < wanted || first == wanted && is_before(chunk * CHUNK)
        });
        // It is in the last chunk that begins before the text, or else the first of the next.
        let Some(chunk) = chunks.checked_sub(1) else {
            return 0;
        };
        let first = chunk * CHUNK;
        let count = CHUNK.min(self.count - first);
        first + partition_point(count, |place| is_before(first + place))
    }

    /// Where the words end that begin with a text, of which `first` is one: no chunk between is read.
    pub(super) fn end_of(&self, first: WordId, text: &[u8]) -> WordId {
        let short = beginning(text);
        let told = text.len().min(size_of_val(&short)) * 8;
        let begins = |id: WordId| self.bytes(id).starts_with(text);
        let chunk_begins = |chunk: u32| {
            let apart = (self.beginnings[chunk as usize] ^ short).leading_zeros() as usize;
            apart >= told && (told == text.len() * 8 || begins(chunk * CHUNK))
        };
        let (chunks, mut last) = (number(self.chunks.len()), first / CHUNK);
        // Most words that begin alike are in a chunk or two: it pays to look near by first.
        let mut step = 1;
        while last + step < chunks && chunk_begins(last + step) {
            last += step;
            step *= 2;
        }
        let more = (last + step).min(chunks) - last - 1;
        last += partition_point(more, |chunk| chunk_begins(last + 1 + chunk));
        let from = first.max(last * CHUNK);
        let count = ((last + 1) * CHUNK).min(self.count) - from;
        from + partition_point(count, |place| begins(from + place))
    }

    #[inline]
    fn place(&self, id: WordId) -> (&Chunk, usize) {
        static NONE: Chunk = Chunk {
            texts: String::new(),
            ends: Vec::new(),
            marks: Vec::new(),
        };
        let number = (id / CHUNK) as usize;
        let chunk = match self.chunks.get(number) {
            Some(chunk) => chunk.get_or_init(|| Box::new(self.source.chunk(number))),
            None => &NONE,
        };
        (chunk, (id % CHUNK) as usize)
    }
}

/// The first eight bytes of a word as a number: numbers rise with words.
pub(crate) fn beginning(word: &[u8]) -> u64 {
    let mut bytes = [0; 8];
    for (byte, &of_word) in bytes.iter_mut().zip(word) {
        *byte = of_word;
    }
    u64::from_be_bytes(bytes)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Words that are made into chunks when they are asked for.
    #[derive(Debug)]
    struct Words(Vec<String>);

    impl Source for Words {
        fn chunk(&self, number: usize) -> Chunk {
            let words = self.0.chunks(CHUNK as usize).nth(number).unwrap();
            let (mut texts, mut ends) = (Vec::new(), Vec::new());
            for word in words {
                texts.extend_from_slice(word.as_bytes());
                ends.push(crate::search::vocabulary::stored_words::number(texts.len()));
            }
            Chunk::new(texts, ends, vec![Marks(0); words.len()]).unwrap()
        }
    }

    proptest! {
        #[test]
        fn words_that_begin_alike_stand_together(
            words in proptest::collection::btree_set("[ab\u{e9}]{0,12}|a{6,10}[ab]{0,4}", 1..400),
            text in "[ab\u{e9}]{0,4}|a{6,11}",
        ) {
            let words: Vec<String> = words.into_iter().collect();
            let beginnings = words.chunks(CHUNK as usize).map(|it| beginning(it[0].as_bytes()));
            let beginnings: Vec<u64> = beginnings.collect();
            let lengths = vec![Lengths::default(); beginnings.len()];
            let count = number(words.len());
            let source = Box::new(Words(words.clone()));
            let stored = StoredWords::new(source, count, beginnings, lengths).unwrap();
            let first = words.iter().take_while(|word| **word < text).count();
            let alike = words[first..].iter().take_while(|word| word.starts_with(&text)).count();
            prop_assert_eq!(stored.first_not_before(&text), number(first));
            for from in first..first + alike {
                prop_assert_eq!(stored.end_of(number(from), text.as_bytes()), number(first + alike));
            }
        }
    }
}
