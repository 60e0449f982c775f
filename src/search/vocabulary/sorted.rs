//! Words in order: those that begin alike stand together, so that neither a table of beginnings nor one of hashes has to
//! be made before the first question is asked.

use super::WordId;
use super::stored_words::StoredWords;
use crate::search::spelling::walk::Walk;

/// How many characters of a beginning are told apart where words are sought that only begin alike.
const TOLD_APART: usize = 3;

/// As much of a beginning as is told apart.
pub(super) fn told_apart(beginning: &str) -> &str {
    end_of_characters(beginning, TOLD_APART).map_or(beginning, |end| &beginning[..end])
}

/// Where so many characters end, if there are more of them. The standard library's `nth` is slow for what begins in bytes.
#[inline]
fn end_of_characters(text: &str, count: usize) -> Option<usize> {
    let mut characters = text.char_indices();
    for _ in 0..count {
        characters.next()?;
    }
    characters.next().map(|(end, _)| end)
}

/// The first of so many numbers that is not `before`; those that are come first.
pub(crate) fn partition_point(count: u32, before: impl Fn(u32) -> bool) -> u32 {
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

/// The first word from `next` on that a walk does not pass over.
pub(super) fn next_near(words: &StoredWords, mut next: WordId, walk: &mut Walk<'_>) -> WordId {
    while (next as usize) < words.len() {
        let word = words.text(next);
        let Some(end) = walk.too_far(word) else {
            return next;
        };
        next = words.end_of(next, &word.as_bytes()[..end]);
    }
    next
}
