//! Which words one may be meant for that is mistyped. It is made ready once, since it is compared with every word of a FAQ.

use super::near::{MAX_CHARS, MOST_BYTES, errors, has_digit};
use super::slips;
use super::walk::Walk;

/// What a word is worth that has one typing error, and with the two that a long word may have.
const ONE_ERROR: f64 = 0.95;
const TWO_ERRORS: f64 = 0.9;

/// The least that a word is worth that is taken for another.
pub(in crate::search) const LEAST_LIKE: f64 = TWO_ERRORS;

/// In words shorter than this, the first letter must be right: people seldom miss it, and *long* is not *Jong*.
const SURE_OF_INITIAL: usize = 5;

/// How many typing errors a word of so many characters may have and still be recognised.
///
/// In short words one changed letter makes another word as often as a typing error.
fn budget(chars: usize) -> usize {
    match chars {
        0..=3 => 0,
        4..=7 => 1,
        _ => 2,
    }
}

/// A word that may be mistyped.
#[derive(Debug)]
pub(in crate::search) struct Mistyped<'w> {
    text: &'w str,
    outline: Outline,
    /// Its first characters, as many as ever matter.
    beginning: Vec<char>,
}

/// What is quickly seen of a word.
#[derive(Debug, Clone, Copy)]
struct Outline {
    chars: usize,
    /// The set of its letters, in which several letters may share a place.
    letters: u32,
    has_digit: bool,
}

impl<'w> Mistyped<'w> {
    pub(in crate::search) fn new(text: &'w str) -> Self {
        Self {
            text,
            outline: Outline::of(text),
            beginning: text.chars().take(MAX_CHARS).collect(),
        }
    }

    /// How like it is to a stored word, in 0..1, when it may be meant for that; swapped letters are one error, and a
    /// single letter that is hardly ever typed for the other is two.
    pub(in crate::search) fn likeness(&self, stored: &str) -> Option<f64> {
        // Before anything that takes a look at each character.
        let shortest = self.outline.chars.saturating_sub(budget(MAX_CHARS));
        if self.text.len().max(stored.len()) > MOST_BYTES || stored.len() < shortest {
            return None;
        }
        let (a, b) = (self.outline, Outline::of(stored));
        if a.has_digit || b.has_digit {
            return None;
        }
        let shorter = a.chars.min(b.chars);
        let allowed = budget(shorter);
        if a.chars.abs_diff(b.chars) > allowed || a.chars.max(b.chars) > MAX_CHARS {
            return None;
        }
        if shorter < SURE_OF_INITIAL && self.beginning.first().copied() != stored.chars().next() {
            return None;
        }
        // No error changes more than two letters of what both are written with: most words are told apart without counting.
        if (a.letters ^ b.letters).count_ones() as usize > 2 * allowed {
            return None;
        }
        let errors = match errors(self.text, stored) {
            1 if slips::is_unlikely_slip(self.text, stored) => 2,
            errors => errors,
        };
        (1..=allowed)
            .contains(&errors)
            .then_some(if errors == 1 { ONE_ERROR } else { TWO_ERRORS })
    }

    /// A walk over sorted words that passes over those that cannot be meant.
    pub(in crate::search) fn walk(&self) -> Walk<'_> {
        Walk::new(&self.beginning, budget(self.outline.chars))
    }
}

impl Outline {
    fn of(word: &str) -> Self {
        let place = |letter: u32| 1 << (letter % u32::BITS);
        if word.is_ascii() {
            let bytes = word.bytes();
            return Self {
                chars: word.len(),
                letters: bytes.fold(0, |set, byte| set | place(u32::from(byte))),
                has_digit: has_digit(word),
            };
        }
        Self {
            chars: word.chars().count(),
            letters: word
                .chars()
                .fold(0, |set, letter| set | place(u32::from(letter))),
            has_digit: has_digit(word),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn typing_errors_are_counted_within_a_budget() {
        for (asked, stored, similarity) in [
            ("theese", "these", Some(0.95)),
            ("recieve", "receive", Some(0.95)),
            ("defence", "defense", Some(0.95)),
            ("aliances", "alliance", Some(0.9)),
            ("cat", "car", None),
            ("word", "sward", None),
            ("long", "jong", None),
            ("tiger", "timer", None),
            ("permizsion", "permission", Some(0.95)),
            ("permiwsion", "permission", Some(0.95)),
            ("permigsion", "permission", Some(0.9)),
            ("gmali", "gmail", Some(0.95)),
            ("same", "same", None),
            ("", "", None),
            ("2025", "2024", None),
            ("version12", "version13", None),
            ("日本語だ", "日本語で", Some(0.95)),
        ] {
            assert_eq!(
                Mistyped::new(asked).likeness(stored),
                similarity,
                "{asked} {stored}"
            );
        }
        let (long, other) = ("x".repeat(41), "x".repeat(40));
        assert_eq!(Mistyped::new(&long).likeness(&other), None);
    }

    proptest! {
        #[test]
        fn a_word_mistyped_is_not_passed_over(asked in "[ab\u{e9}]{0,10}", stored in "[ab\u{e9}]{0,10}") {
            let mistyped = Mistyped::new(&asked);
            let may_be_meant = mistyped.walk().too_far(&stored).is_none();
            prop_assert!(mistyped.likeness(&stored).is_none() || may_be_meant);
        }
    }
}
