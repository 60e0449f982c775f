//! Words by how they begin.

use std::hash::BuildHasher;

use hashbrown::DefaultHashBuilder;

use super::{WordId, number};

/// The words that begin with the same `LENGTH` characters, three at most.
///
/// Cheap to fill, as it must be where a single question is asked: words with the same place are chained, each to the one
/// before it, and told apart when they are looked for. What is longer than that has to be compared.
#[derive(Debug)]
pub(super) struct Beginnings<const LENGTH: usize> {
    /// Nobody who writes a FAQ can know which words get the same place.
    hasher: DefaultHashBuilder,
    /// For each place, of which there are a power of two, the last word that has it, or [`NONE`].
    last: Vec<WordId>,
    /// For each word, the one before it that has the same place, or [`NONE`].
    before: Vec<WordId>,
}

/// No word has this number.
const NONE: WordId = WordId::MAX;

/// As many places as words, and not more than this: so many beginnings few languages have, and the nearest cache still holds
/// them.
const MOST_PLACES: usize = 1 << 13;

impl<const LENGTH: usize> Beginnings<LENGTH> {
    /// Chains words, whose numbers rise from 0. One that is too short is in no chain.
    pub(super) fn of_words<'w>(words: impl ExactSizeIterator<Item = &'w [u8]>) -> Self {
        let places = words.len().next_power_of_two().min(MOST_PLACES);
        let mut beginnings = Self {
            hasher: DefaultHashBuilder::default(),
            last: vec![NONE; places],
            before: Vec::with_capacity(words.len()),
        };
        for word in words {
            let id = number(beginnings.before.len());
            let before = first::<LENGTH>(word).map_or(NONE, |beginning| {
                let place = beginnings.place(beginning);
                std::mem::replace(&mut beginnings.last[place], id)
            });
            beginnings.before.push(before);
        }
        beginnings
    }

    #[expect(
        clippy::cast_possible_truncation,
        reason = "less than there are places"
    )]
    fn place(&self, beginning: u64) -> usize {
        (self.hasher.hash_one(beginning) & (self.last.len() as u64 - 1)) as usize
    }

    /// The words that begin like this, as far as is told apart, by what says how the word of a number is written; none where
    /// it is too short to say.
    pub(super) fn of<'w, W: Fn(WordId) -> &'w [u8]>(
        &self,
        beginning: &str,
        word: W,
    ) -> Option<impl Iterator<Item = WordId> + use<'_, 'w, LENGTH, W>> {
        let wanted = first::<LENGTH>(beginning.as_bytes())?;
        let some = |id: WordId| Some(id).filter(|&id| id != NONE);
        let last = some(self.last[self.place(wanted)]);
        let chain = std::iter::successors(last, move |&id| some(self.before[id as usize]));
        Some(chain.filter(move |&id| first::<LENGTH>(word(id)) == Some(wanted)))
    }
}

/// The first characters of a text, if it has so many: each has 21 bits of a number.
fn first<const LENGTH: usize>(text: &[u8]) -> Option<u64> {
    let pack = |packed: u64, character: u64| packed << 21 | character;
    let bytes = text.first_chunk::<LENGTH>()?;
    let packed = bytes.iter().map(|&byte| u64::from(byte)).fold(0, pack);
    let is_ascii = bytes.iter().fold(0, |any, byte| any | byte) < 0x80;
    if is_ascii {
        return Some(packed);
    }
    // A character has four bytes at most.
    let start = &text[..text.len().min(4 * LENGTH)];
    let start = start.utf8_chunks().next()?.valid();
    let mut characters = start.chars().map(u64::from);
    (0..LENGTH).try_fold(0, |packed, _| Some(pack(packed, characters.next()?)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_by_as_many_characters_as_are_told_apart() {
        let words = [
            "talk",
            "tall",
            "to",
            "talent",
            "über",
            "übel",
            "梅雨",
            "梅雨前",
        ];
        let beginnings = Beginnings::<3>::of_words(words.map(str::as_bytes).into_iter());
        let word = |id: WordId| words[id as usize].as_bytes();
        let of = |beginning: &str| Some(beginnings.of(beginning, word)?.collect::<Vec<_>>());
        assert_eq!(of("talking"), Some(vec![3, 1, 0]));
        assert_eq!(of("übe"), Some(vec![5, 4]));
        assert_eq!(of("tax"), Some(vec![]));
        assert_eq!(of("梅雨前線"), Some(vec![7]));
        assert_eq!(of("ta"), None);
        assert_eq!(of("梅雨"), None);
    }
}
