//! The numbers of words, and what tells them: a vocabulary, or a few words of one.

use crate::text::Plain;

/// The number of a word in the vocabulary.
pub(crate) type WordId = u32;

/// What tells the numbers of words.
pub(in crate::search) trait WordIds {
    /// The number of a word, if it is known.
    fn id(&self, word: &str) -> Option<WordId>;

    /// The same of a plain segment.
    fn id_of_plain(&self, word: Plain<'_>) -> Option<WordId> {
        self.id(word.text())
    }
}

/// Numbers have 32 bits: a source has at most 2^30 bytes, so there are never that many of anything.
#[expect(
    clippy::cast_possible_truncation,
    reason = "bounded by the size of the sources"
)]
pub(crate) fn number(index: usize) -> u32 {
    debug_assert!(u32::try_from(index).is_ok());
    index as u32
}
