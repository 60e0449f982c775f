//! A number for each of a few words out of many.

use crate::search::vocabulary::{WordId, number};

/// How many words stand in a block.
const BLOCK: usize = 64;

/// Numbers of words, 0 for almost all.
#[derive(Debug)]
pub(in crate::search) enum Slots {
    /// One for each word: for a FAQ in memory, whose words are all looked up.
    Each(Vec<u32>),
    /// In blocks, made only where a word has a number: for an index that was made before, of which few words are looked up.
    /// A number for each would be memory that every question touches for the first time, which takes long.
    Blocks {
        /// For each block of words, which of those below it is, from 1; 0 where all its numbers are.
        places: Vec<u32>,
        blocks: Vec<[u32; BLOCK]>,
    },
}

impl Slots {
    /// Those of so many words, each or only a few of which are looked up.
    pub(super) fn new(words: usize, each: bool) -> Self {
        if each {
            return Self::Each(vec![0; words]);
        }
        Self::Blocks {
            places: vec![0; words.div_ceil(BLOCK)],
            blocks: Vec::new(),
        }
    }

    /// The number of a word.
    #[inline]
    pub(super) fn get(&self, word: WordId) -> u32 {
        match self {
            Self::Each(slots) => slots.get(word as usize).copied().unwrap_or_default(),
            Self::Blocks { places, blocks } => {
                let word = word as usize;
                let place = places.get(word / BLOCK).copied().unwrap_or_default();
                let block = (place as usize).checked_sub(1);
                let block = block.and_then(|block| blocks.get(block));
                block.map_or(0, |block| block[word % BLOCK])
            }
        }
    }

    /// The same, to be changed.
    pub(super) fn get_mut(&mut self, word: WordId) -> &mut u32 {
        let word = word as usize;
        match self {
            Self::Each(slots) => &mut slots[word],
            Self::Blocks { places, blocks } => {
                let place = &mut places[word / BLOCK];
                if *place == 0 {
                    blocks.push([0; BLOCK]);
                    *place = number(blocks.len());
                }
                &mut blocks[*place as usize - 1][word % BLOCK]
            }
        }
    }

    /// The numbers of all words in order, if they stand so.
    pub(in crate::search) fn each(&self) -> Option<&[u32]> {
        match self {
            Self::Each(slots) => Some(slots),
            Self::Blocks { .. } => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_have_the_numbers_that_they_were_given() {
        let given = [(3, 7), (64, 8), (65, 9), (999, 1)];
        for each in [false, true] {
            let mut slots = Slots::new(1000, each);
            for (word, number) in given {
                *slots.get_mut(word) = number;
            }
            for word in (0..1000).chain([1024, WordId::MAX]) {
                let number = given.iter().find(|&&(known, _)| known == word);
                assert_eq!(slots.get(word), number.map_or(0, |&(_, number)| number));
            }
        }
    }
}
