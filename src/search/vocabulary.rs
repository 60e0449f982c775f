//! The words of a FAQ, and the terms (stems) that they are forms of.

use std::collections::HashMap;

use crate::text::{Class, Token};

/// A word as it is written (after normalisation).
pub(super) type WordId = u32;
/// What the forms of a word have in common.
pub(super) type TermId = u32;

/// Every distinct word of the FAQ.
#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    words: Vec<Word>,
    terms: Vec<Vec<WordId>>,
    by_stem: HashMap<String, TermId>,
}

/// One word of the vocabulary.
#[derive(Debug)]
pub(super) struct Word {
    pub(super) text: String,
    pub(super) term: TermId,
    pub(super) class: Class,
}

impl Vocabulary {
    /// The word of a token, added if it is new.
    pub(super) fn add(&mut self, token: Token) -> WordId {
        let term = if let Some(&term) = self.by_stem.get(&token.stem) {
            term
        } else {
            let term = id(self.terms.len());
            self.terms.push(Vec::new());
            self.by_stem.insert(token.stem, term);
            term
        };
        if let Some(word) = self.word_of(term, &token.word) {
            return word;
        }
        let word = id(self.words.len());
        self.words.push(Word {
            text: token.word,
            term,
            class: token.class,
        });
        self.terms[term as usize].push(word);
        word
    }

    /// The term with this stem.
    pub(super) fn term(&self, stem: &str) -> Option<TermId> {
        self.by_stem.get(stem).copied()
    }

    /// The words that are forms of a term.
    pub(super) fn forms(&self, term: TermId) -> &[WordId] {
        &self.terms[term as usize]
    }

    /// The word with this id.
    pub(super) fn word(&self, word: WordId) -> &Word {
        &self.words[word as usize]
    }

    /// All words with their ids, in the order they were added.
    pub(super) fn words(&self) -> impl Iterator<Item = (WordId, &Word)> {
        (0..).zip(&self.words)
    }

    /// How many terms there are.
    pub(super) fn term_count(&self) -> usize {
        self.terms.len()
    }

    fn word_of(&self, term: TermId, text: &str) -> Option<WordId> {
        self.forms(term)
            .iter()
            .copied()
            .find(|&word| self.word(word).text == text)
    }
}

/// Ids have 32 bits: a source has at most 2^30 bytes, so there are never that many of anything.
#[expect(
    clippy::cast_possible_truncation,
    reason = "bounded by the size of the sources"
)]
pub(super) fn id(index: usize) -> u32 {
    debug_assert!(u32::try_from(index).is_ok());
    index as u32
}
