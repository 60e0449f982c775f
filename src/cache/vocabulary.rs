//! The words of an index in chunks, and a list of what each chunk begins with.

use std::sync::Arc;

use super::blocks::Blocks;
use super::coding::{Decoder, Encoder};
use super::layout::{Layout, Section};
use crate::search::vocabulary::marks::Marks;
use crate::search::vocabulary::number;
use crate::search::vocabulary::stored_words::{
    CHUNK, Chunk, Lengths, Source, StoredWords, beginning,
};

/// The bytes of an element of the list: what the first word of a chunk begins with, how long stems are, and where the chunk
/// ends.
const BEGINNING: usize = 8;
const LENGTHS: usize = 2;
const END: usize = 4;

/// A length from here on does not fit into half a byte: the rest of it follows.
const LONG: usize = 15;

/// So many bytes are copied at once: most of what words share, and most of what they do not, is shorter.
const AT_ONCE: usize = 16;

/// Room for the words of a chunk, by the word: most are shorter.
const ROOM: usize = 16;

/// A word that is written.
#[derive(Debug, Clone, Copy)]
pub(super) struct Written<'w> {
    pub(super) text: &'w [u8],
    pub(super) marks: Marks,
}

/// Writes sorted words, one after the other.
#[derive(Debug, Default)]
pub(super) struct WordWriter<'w> {
    pub(super) places: Encoder,
    pub(super) words: Encoder,
    last: &'w [u8],
    lengths: Lengths,
    count: u32,
}

impl<'w> WordWriter<'w> {
    pub(super) fn add(&mut self, word: Written<'w>) {
        if self.count.is_multiple_of(CHUNK) {
            self.finish();
            let beginning = beginning(word.text).swap_bytes();
            self.places.fixed(beginning, BEGINNING);
            self.last = &[];
            self.lengths = Lengths::default();
        }
        self.count += 1;
        let both = self.last.iter().zip(word.text);
        let shared = both.take_while(|(a, b)| a == b).count();
        let rest = word.text.len() - shared;
        let (low, high) = (rest.min(LONG), shared.min(LONG));
        self.words.fixed((high << 4 | low) as u64, 1);
        for (length, short) in [(shared, high), (rest, low)] {
            if short == LONG {
                self.words.number((length - LONG) as u64);
            }
        }
        self.words.0.extend_from_slice(&word.text[shared..]);
        self.lengths = self.lengths.and(Lengths::of(word.text, word.marks));
        self.words.0.push(word.marks.0);
        self.last = word.text;
    }

    /// Ends the last chunk.
    pub(super) fn finish(&mut self) {
        if self.count > 0 {
            self.places.fixed(self.lengths.0.into(), LENGTHS);
            self.places.fixed(self.words.0.len() as u64, END);
        }
    }
}

/// The words of an index, none of which is read yet.
pub(super) fn read(blocks: &Arc<Blocks>, layout: &Layout) -> Option<StoredWords> {
    let places = blocks.read(layout.section(Section::WordPlaces));
    let mut places = Decoder(&places);
    let (mut beginnings, mut lengths, mut ends) = (Vec::new(), Vec::new(), Vec::new());
    while let Some(beginning) = places.fixed(BEGINNING) {
        beginnings.push(beginning.swap_bytes());
        lengths.push(Lengths(places.fixed(LENGTHS)?.try_into().ok()?));
        ends.push(places.fixed(END)?);
    }
    let section = layout.section(Section::Words);
    let whole = ends.last().copied().unwrap_or_default() == section.end - section.start;
    let source = StoredChunks {
        blocks: Arc::clone(blocks),
        start: section.start,
        ends,
        words: layout.words,
    };
    StoredWords::new(Box::new(source), layout.words, beginnings, lengths).filter(|_| whole)
}

/// Where chunks are.
#[derive(Debug)]
struct StoredChunks {
    blocks: Arc<Blocks>,
    start: u64,
    ends: Vec<u64>,
    words: u32,
}

impl Source for StoredChunks {
    fn chunk(&self, number: usize) -> Chunk {
        let start = number
            .checked_sub(1)
            .map_or(Some(0), |it| self.ends.get(it).copied());
        let (Some(start), Some(&end)) = (start, self.ends.get(number)) else {
            return self.blocks.doubt();
        };
        let bytes = self.blocks.read(self.start + start..self.start + end);
        let words = self.words as usize;
        let count = words
            .saturating_sub(number * CHUNK as usize)
            .min(CHUNK as usize);
        decode(&bytes, count).unwrap_or_else(|| self.blocks.doubt())
    }
}

/// The words of a chunk, if that is what it is.
fn decode(bytes: &[u8], count: usize) -> Option<Chunk> {
    let mut texts = vec![0; count * ROOM + AT_ONCE];
    let (mut ends, mut marks) = (Vec::with_capacity(count), Vec::with_capacity(count));
    let mut bytes = Decoder(bytes);
    let (mut last, mut start) = (0, 0);
    for _ in 0..count {
        let lengths = usize::from(*bytes.bytes(1)?.first()?);
        let mut length = |short: usize| match short {
            LONG => bytes.size()?.checked_add(LONG),
            short => Some(short),
        };
        let (shared, rest) = (length(lengths >> 4)?, length(lengths & 15)?);
        if shared > start - last || rest > bytes.0.len() {
            return None;
        }
        let middle = start + shared;
        let end = middle + rest;
        if end + AT_ONCE > texts.len() {
            texts.resize(2 * end + AT_ONCE, 0);
        }
        if shared <= AT_ONCE {
            let both: [u8; AT_ONCE] = *texts[last..].first_chunk()?;
            *texts[start..].first_chunk_mut()? = both;
        } else {
            texts.copy_within(last..last + shared, start);
        }
        match bytes.0.first_chunk::<AT_ONCE>() {
            Some(own) if rest <= AT_ONCE => *texts[middle..].first_chunk_mut()? = *own,
            _ => texts[middle..end].copy_from_slice(&bytes.0[..rest]),
        }
        bytes.bytes(rest)?;
        marks.push(Marks(*bytes.bytes(1)?.first()?));
        ends.push(number(end));
        (last, start) = (start, end);
    }
    texts.truncate(start);
    let texts = bytes.0.is_empty().then_some(texts)?;
    Chunk::new(texts, ends, marks)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn words_are_read_as_they_were_written(
            words in proptest::collection::btree_map(
                "[ab\u{e9}\u{6f22}]{0,24}|a{30,90}b?",
                0_u8..,
                1..CHUNK as usize,
            ),
        ) {
            let mut writer = WordWriter::default();
            let mut texts = Vec::new();
            let (mut ends, mut marks) = (Vec::new(), Vec::new());
            for (text, &mark) in &words {
                writer.add(Written { text: text.as_bytes(), marks: Marks(mark) });
                texts.extend_from_slice(text.as_bytes());
                ends.push(number(texts.len()));
                marks.push(Marks(mark));
            }
            writer.finish();
            prop_assert_eq!(writer.places.0.len(), BEGINNING + LENGTHS + END);
            let chunk = decode(&writer.words.0, words.len()).unwrap();
            let expected = Chunk::new(texts, ends, marks).unwrap();
            prop_assert_eq!(format!("{chunk:?}"), format!("{expected:?}"));
        }
    }
}
