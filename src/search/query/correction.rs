//! What a word was meant to be that neither the FAQ nor the language knows.

use crate::lexicon;
use crate::search::index::Index;
use crate::search::spelling::mistyped::Mistyped;
use crate::search::vocabulary::WordId;
use crate::text::Token;

/// Stored words that a mistyped one may stand for, and the word that it most likely is.
#[derive(Debug, Default)]
pub(super) struct Correction {
    /// Words of the FAQ, and how like each is, in 0..1.
    pub(super) partners: Vec<(WordId, f64)>,
    /// The likeliest word, of the FAQ or of the language, and how like it is.
    pub(super) word: Option<(String, f64)>,
}

/// Looks for what a word was meant to be.
///
/// The word with the fewest errors it is; among several, one of the FAQ before any other, then the commonest. Words of
/// the language are only looked for under the same initial, which people seldom miss.
pub(super) fn correct(token: &Token, index: &Index<'_>) -> Correction {
    let wrong = token.word.text.as_ref();
    let mistyped = Mistyped::new(wrong);
    let mut correction = Correction::default();
    for (id, word) in index.vocabulary.words_near(&mistyped) {
        if let Some(similarity) = mistyped.likeness(&word.text) {
            correction.partners.push((id, similarity));
        }
    }
    if let Some((word, similarity)) = first_of_best(&correction.partners, index) {
        correction.offer(&index.vocabulary.word(word).text, similarity);
    }
    let initial = wrong.chars().next().filter(|_| index.lexicon);
    if let Some(initial) = initial {
        let mut best: Option<(String, f64, f64)> = None;
        lexicon::each_word_beginning_with(initial.encode_utf8(&mut [0; 4]), |word, rate| {
            let Some(similarity) = mistyped.likeness(word) else {
                return;
            };
            let rate = rate.unwrap_or(f64::INFINITY);
            let better = best.as_ref().is_none_or(|&(_, known, known_rate)| {
                similarity > known || similarity >= known && rate < known_rate
            });
            if better {
                best = Some((word.to_owned(), similarity, rate));
            }
        });
        if let Some((word, similarity, _)) = best {
            correction.offer(&word, similarity);
        }
    }
    correction
}

/// The word that is most like another; of equals, the one that stands first in the FAQ.
fn first_of_best(partners: &[(WordId, f64)], index: &Index<'_>) -> Option<(WordId, f64)> {
    let best = partners.iter().map(|&(_, similarity)| similarity);
    let best = best.fold(0.0, f64::max);
    let equals = partners
        .iter()
        .filter(|(_, similarity)| *similarity >= best);
    equals
        .min_by_key(|&&(word, _)| index.first_seen(word))
        .copied()
}

impl Correction {
    fn offer(&mut self, word: &str, similarity: f64) {
        if self
            .word
            .as_ref()
            .is_none_or(|&(_, known)| similarity > known)
        {
            self.word = Some((word.to_owned(), similarity));
        }
    }
}
