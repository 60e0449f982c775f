//! What a lenient reading knows beside the entries: every fault, where everything stands, and what was skipped.

use std::fmt;

use super::{Format, FormatErrorKind};
use crate::model::Faq;

/// A FAQ as far as it could be read, for those who mend it.
#[derive(Debug, Clone, Default)]
pub struct Inspection<'a> {
    /// All entries that have a question. An id that was given twice is the first one's; the other has one made for it.
    pub faq: Faq<'a>,
    /// How each of the documents was read.
    pub readings: Vec<Reading>,
    /// Where the parts of each entry stand, one for each of [`Faq::entries`].
    pub offsets: Vec<Offsets>,
    /// What [`parse`](super::parse) would refuse the documents for.
    pub faults: Vec<(Spot, FormatErrorKind)>,
    /// What might have been meant for a question and was not taken for one.
    pub notes: Vec<(Spot, Note)>,
}

/// A place as readers know it: a byte of a document's text.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Spot {
    /// Which of the [`Faq::documents`].
    pub document: usize,
    /// The byte of its [text](crate::Source::text), from 0.
    pub offset: usize,
}

/// How a document was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// The format it was taken for; `None` when nothing told it.
    pub format: Option<Format>,
    /// What in it was taken for questions, in words.
    pub shape: Option<String>,
    /// How many entries came of it.
    pub entries: usize,
    /// Where its own fields stand.
    pub offsets: DocumentOffsets,
}

/// Where the parts of a document's head stand, in bytes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DocumentOffsets {
    /// The words of each group of synonyms.
    pub synonyms: Vec<Vec<usize>>,
    /// The fields that the native file does not know.
    pub extra: Vec<usize>,
}

/// Where the parts of an entry stand in its document, in bytes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Offsets {
    /// The entry itself.
    pub entry: usize,
    /// Its id, where it has one of its own.
    pub id: Option<usize>,
    /// Its question.
    pub question: usize,
    /// Each of its alternates.
    pub alternates: Vec<usize>,
    /// Its answer, if it has one.
    pub answer: Option<usize>,
    /// Each of its tags.
    pub tags: Vec<usize>,
    /// Each id that it calls related.
    pub related: Vec<usize>,
    /// Its source.
    pub source: Option<usize>,
    /// Each of the fields that the native file does not know.
    pub extra: Vec<usize>,
}

/// Something that was skipped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// What it is, in words, such as *a heading in a code block*.
    pub what: String,
    /// Why it was skipped.
    pub why: &'static str,
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} was skipped: {}", self.what, self.why)
    }
}
