//! What a FAQ takes in memory while it is read, and how much it may.
//!
//! What is taken is not measured but added up, before it is taken: what is kept until the end, and what a reader needs
//! for a while. The sums are on the safe side for what is small and many, which is what takes many times its size.

use std::borrow::Cow;

use super::{Fault, FormatError, FormatErrorKind};
use crate::limits::{self, PROGRAM_MEMORY};
use crate::model::{Entry, Extra, Faq};
use crate::source::Source;

/// How much memory one FAQ takes, and may take.
#[derive(Debug, Clone, Copy)]
pub struct MemoryBudget {
    limit: u64,
    kept: u64,
    lent: u64,
}

impl MemoryBudget {
    /// For these sources, which are in memory themselves. Without a limit it is the usual one.
    pub(super) fn new(sources: &[Source], limit: Option<u64>) -> Self {
        let text = sources.iter().map(|source| source.text.len() as u64).sum();
        Self {
            limit: limit.unwrap_or_else(|| limits::memory(text)),
            kept: PROGRAM_MEMORY + text,
            lent: 0,
        }
    }

    /// Takes so many bytes for good, for what stands at this offset.
    pub(super) fn keep(&mut self, bytes: usize, offset: usize) -> Result<(), Fault> {
        self.kept += bytes as u64;
        self.check(offset)
    }

    /// Gives half of what is left to a part of the document.
    pub(super) fn split(&mut self) -> Self {
        let limit = self.limit.saturating_sub(self.kept + self.lent) / 2;
        self.limit -= limit;
        Self {
            limit,
            kept: 0,
            lent: 0,
        }
    }

    /// Has back what was given to a part, and takes for good what the part took.
    pub(super) fn add(&mut self, part: Self, offset: usize) -> Result<(), Fault> {
        self.limit += part.limit;
        self.kept += part.kept;
        self.check(offset)
    }

    /// Takes so many bytes until they are given back, or the document is read.
    pub(super) fn lend(&mut self, bytes: usize, offset: usize) -> Result<(), Fault> {
        self.lent += bytes as u64;
        self.check(offset)
    }

    /// Has back what was lent.
    #[cfg(feature = "markdown")]
    pub(super) fn give_back(&mut self, bytes: usize) {
        self.lent = self.lent.saturating_sub(bytes as u64);
    }

    /// Has back all that was lent to a reader.
    pub(super) fn give_back_all(&mut self) {
        self.lent = 0;
    }

    /// What is taken for a FAQ that was read from these sources. Without a limit it is the usual one, as
    /// [`limits::memory`] tells it.
    #[must_use]
    pub fn of(faq: &Faq<'_>, sources: &[Source], limit: Option<u64>) -> Self {
        let mut memory = Self::new(sources, limit);
        let entries: usize = faq.entries.iter().map(entry).sum();
        let groups = faq.documents.iter().flat_map(|it| &it.synonyms);
        let synonyms: usize = groups.map(synonyms).sum();
        memory.kept += (entries + synonyms) as u64;
        memory
    }

    /// How many bytes are left, for the words of a FAQ above all.
    #[must_use]
    pub fn room(&self) -> usize {
        let left = self.limit.saturating_sub(self.kept + self.lent);
        usize::try_from(left).unwrap_or(usize::MAX)
    }

    /// The fault that this was not enough from an entry of the FAQ on.
    ///
    /// # Panics
    ///
    /// When the FAQ has no such entry.
    #[must_use]
    pub fn exceeded_at(&self, faq: &Faq<'_>, entry: usize) -> FormatError {
        let entry = &faq.entries[entry];
        FormatError {
            name: faq.document(entry).name.clone(),
            position: entry.place.position,
            kind: self.exceeded(),
        }
    }

    fn exceeded(&self) -> FormatErrorKind {
        FormatErrorKind::TooMuchMemory { limit: self.limit }
    }

    fn check(&self, offset: usize) -> Result<(), Fault> {
        if self.kept + self.lent <= self.limit {
            return Ok(());
        }
        let kind = self.exceeded();
        Err(Fault { offset, kind })
    }
}

/// What an entry takes beside its texts: itself and its place in the list that it came from, the id that is made for it,
/// and what the matcher knows of each.
const ENTRY: usize = size_of::<Entry<'_>>() + ID + 72;

/// An id that is made for an entry, as long as most are.
const ID: usize = 64;

/// A list that is not empty, and what its memory is rounded up by.
const LIST: usize = 32;

/// A text of a list.
const TEXT: usize = size_of::<Cow<'_, str>>() + 8;

/// The same, and what the matcher knows of it.
const PHRASING: usize = TEXT + 64;

/// A word in a group of synonyms, and what the matcher knows of it.
const SYNONYM: usize = 320;

/// What is kept of an entry.
pub(super) fn entry(entry: &Entry<'_>) -> usize {
    let all = |list: &[Cow<'_, str>], each: usize| match list {
        [] => 0,
        list => LIST + list.iter().map(|it| each + owned(it)).sum::<usize>(),
    };
    let extra: usize = entry.extra.iter().map(extra).sum();
    ENTRY
        + owned(&entry.id).saturating_sub(ID)
        + (owned(&entry.question) + owned(&entry.answer))
        + entry.source.as_ref().map_or(0, owned)
        + all(&entry.alternates, PHRASING)
        + (all(&entry.tags, TEXT) + all(&entry.related, TEXT))
        + extra
}

/// What is kept of a field that nobody knows.
pub(super) fn extra(extra: &Extra<'_>) -> usize {
    2 * size_of::<Extra<'_>>() + owned(&extra.name) + owned(&extra.json)
}

/// What is kept of a group of synonyms.
pub(super) fn synonyms<'s, 'a: 's>(words: impl IntoIterator<Item = &'s Cow<'a, str>>) -> usize {
    let words = words.into_iter().map(|word| SYNONYM + owned(word));
    LIST + words.sum::<usize>()
}

/// What a text takes that does not stand in the source like that.
#[expect(clippy::ptr_arg, reason = "whether it is borrowed is the question")]
pub(super) fn owned(text: &Cow<'_, str>) -> usize {
    match text {
        Cow::Borrowed(_) => 0,
        Cow::Owned(text) => text.capacity() + LIST,
    }
}
