//! Words in order: those that begin alike stand together, so that neither a table of beginnings nor one of hashes has to
//! be made before the first question is asked.

use super::mistyped::{Mistyped, Rows};
use super::vocabulary::{Vocabulary, WordId, number};

/// What a vocabulary knows of its words when they were stored.
#[derive(Debug)]
pub(super) struct Sorted {
    /// How many bytes of each word are its stem.
    stems: Vec<u8>,
}

/// The stem is no beginning of the word, or too long a one: it has to be found out.
pub(crate) const UNKNOWN_STEM: u8 = u8::MAX;

/// How many characters of a beginning are told apart where words are sought that only begin alike.
const TOLD_APART: usize = 3;

/// How many bytes of a beginning are looked at when words are passed over that cannot be meant.
const LOOKED_AT: usize = 3;

impl Sorted {
    pub(super) fn new(stems: Vec<u8>) -> Self {
        Self { stems }
    }

    /// The stem of a word, if it was stored.
    pub(super) fn stem<'w>(&self, id: WordId, text: &'w str) -> Option<&'w str> {
        text.get(..self.stem_length(id)?)
    }

    /// How many bytes of a word are its stem, if that was stored.
    pub(super) fn stem_length(&self, id: WordId) -> Option<usize> {
        match self.stems.get(id as usize) {
            None | Some(&UNKNOWN_STEM) => None,
            Some(&length) => Some(length.into()),
        }
    }
}

/// As much of a beginning as is told apart.
pub(super) fn told_apart(beginning: &str) -> &str {
    let end = beginning.char_indices().nth(TOLD_APART);
    end.map_or(beginning, |(end, _)| &beginning[..end])
}

/// The first of so many numbers that is not `before`; those that are come first.
pub(super) fn partition_point(count: u32, before: impl Fn(u32) -> bool) -> u32 {
    let (mut low, mut high) = (0, count);
    while low < high {
        let middle = low.midpoint(high);
        if before(middle) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    low
}

/// Where the words end that begin so, the first of which is `first`.
pub(super) fn end_of(vocabulary: &Vocabulary, first: WordId, beginning: &[u8]) -> WordId {
    let all = number(vocabulary.len());
    let begins = |id: WordId| vocabulary.bytes(id).starts_with(beginning);
    // Most ranges are short: it pays to look near by first.
    let mut step = 1;
    while first + step < all && begins(first + step) {
        step = (step * 2).min(all - first);
    }
    let from = first + step / 2;
    let more = (first + step).min(all) - from.min(all);
    from.min(all) + partition_point(more, |id| begins(from + id))
}

/// The first word from `next` on that a word may be mistyped for, by how it begins.
pub(super) fn next_near(
    vocabulary: &Vocabulary,
    mut next: WordId,
    asked: &Mistyped<'_>,
    rows: &mut Rows,
) -> WordId {
    while (next as usize) < vocabulary.len() {
        let word = vocabulary.text(next);
        let beginning = match word.char_indices().nth(LOOKED_AT) {
            Some((end, _)) => &word[..end],
            None => return next,
        };
        if asked.may_begin(beginning, rows) {
            return next;
        }
        next = end_of(vocabulary, next, beginning.as_bytes());
    }
    next
}
