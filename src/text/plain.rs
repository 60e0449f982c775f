//! A word as most are: nothing in it has to be analysed to look it up.

use super::head::head;
use super::letters::head_in;

/// A word of lower case letters a to z and digits alone: where it stands, since most are known by their bytes.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Plain<'a> {
    stretch: &'a str,
    start: usize,
    end: usize,
    head: u64,
}

impl<'a> Plain<'a> {
    /// A word by itself.
    pub(super) fn new(word: &'a str) -> Self {
        Self {
            stretch: word,
            start: 0,
            end: word.len(),
            head: head(word.as_bytes()),
        }
    }

    /// A word that stands in a stretch of text, from `start` to `end`.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "done for every word of a FAQ")]
    pub(super) fn within(stretch: &'a str, start: usize, end: usize) -> Self {
        Self {
            stretch,
            start,
            end,
            head: head_in(stretch.as_bytes(), start, end - start),
        }
    }

    /// The word as bytes.
    #[inline]
    pub(crate) fn bytes(self) -> &'a [u8] {
        &self.stretch.as_bytes()[self.start..self.end]
    }

    /// How many bytes it has.
    #[inline]
    pub(crate) fn len(self) -> usize {
        self.end - self.start
    }

    /// Its [`head`].
    #[inline]
    pub(crate) fn head(self) -> u64 {
        self.head
    }

    /// The word.
    pub(crate) fn text(self) -> &'a str {
        &self.stretch[self.start..self.end]
    }
}

#[cfg(test)]
impl PartialEq for Plain<'_> {
    fn eq(&self, other: &Self) -> bool {
        (self.text(), self.head()) == (other.text(), other.head())
    }
}
