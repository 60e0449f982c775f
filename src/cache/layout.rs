//! Which part of an index stands where: said by its last block, so that an index is written in one go.

use std::ops::Range;

use super::blocks::{Blocks, CONTENT};
use super::coding::{Decoder, Encoder};

/// What an index begins its last block with.
const MAGIC: &[u8; 8] = b"faqindex";

/// Rises whenever what stands in an index, or how it is found out, changes within one version of the program.
const SCHEMA: u64 = 7;

/// What a build reads words with; another one would look for other stems.
const LANGUAGES: u64 = cfg!(feature = "languages") as u64;

/// The parts of an index, in their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Section {
    /// What it was made from.
    Key,
    /// What is said of documents.
    Documents,
    /// What chunks of words begin with, and where they end.
    WordPlaces,
    /// The words, sorted, in chunks.
    Words,
    /// The words that have accents.
    Accented,
    /// Where what is said of groups of words begins, and where their lists do.
    InfoPlaces,
    /// How long the lists of each word are.
    WordInfo,
    /// Lists of entries.
    Postings,
    /// Where each entry begins.
    RecordPlaces,
    /// The entries.
    Records,
    /// The entries from afar.
    Sketches,
    /// Where each bucket of `Phrasings` ends.
    PhrasingEnds,
    /// Entries by the keys of their phrasings.
    Phrasings,
    /// Where each bucket of `Ids` ends.
    IdEnds,
    /// Entries by the keys of their ids.
    Ids,
    /// Entries by tag.
    Tags,
}

/// How many parts there are.
pub(super) const SECTIONS: usize = Section::Tags as usize + 1;

/// What the last block says.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Layout {
    pub(super) entries: u32,
    /// How many different words there are.
    pub(super) words: u32,
    pub(super) mean_length: f64,
    /// Where each section ends; it begins where the one before it ends.
    pub(super) ends: [u64; SECTIONS],
}

impl Layout {
    /// Where a section stands.
    pub(super) fn section(&self, section: Section) -> Range<u64> {
        let number = section as usize;
        let start = number.checked_sub(1).map_or(0, |before| self.ends[before]);
        start..self.ends[number]
    }

    /// The beginning of the last block.
    pub(super) fn encode(&self) -> Vec<u8> {
        let mut out = Encoder(MAGIC.to_vec());
        out.number(SCHEMA);
        out.text(env!("CARGO_PKG_VERSION"));
        out.number(LANGUAGES);
        out.fixed(u64::from(self.entries), 4);
        out.fixed(u64::from(self.words), 4);
        out.fixed(self.mean_length.to_bits(), 8);
        for end in self.ends {
            out.fixed(end, 8);
        }
        out.0
    }

    /// What the last block says, if it is of an index of this version.
    pub(super) fn read(blocks: &Blocks) -> Option<Self> {
        let start = (blocks.count() - 1) * CONTENT as u64;
        let bytes = blocks.read(start..start + CONTENT as u64);
        let mut bytes = Decoder(&bytes);
        let known = bytes.bytes(MAGIC.len())? == MAGIC
            && bytes.number()? == SCHEMA
            && bytes.text()? == env!("CARGO_PKG_VERSION")
            && bytes.number()? == LANGUAGES;
        if !known {
            return None;
        }
        let mut layout = Self {
            entries: bytes.fixed(4)?.try_into().ok()?,
            words: bytes.fixed(4)?.try_into().ok()?,
            mean_length: f64::from_bits(bytes.fixed(8)?),
            ends: [0; SECTIONS],
        };
        for end in &mut layout.ends {
            *end = bytes.fixed(8)?;
        }
        // Nothing may be missing, and nothing be left over.
        let end = layout.ends[SECTIONS - 1].div_ceil(CONTENT as u64) + 1;
        (layout.ends.is_sorted() && end == blocks.count()).then_some(layout)
    }
}
