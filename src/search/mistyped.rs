//! Which words one may be meant for that is mistyped. It is made ready once, since it is compared with every word of a FAQ.

use super::near::{MAX_CHARS, MOST_BYTES, errors, has_digit};
use super::slips;

/// What a word is worth that has one typing error, and with the two that a long word may have.
const ONE_ERROR: f64 = 0.95;
const TWO_ERRORS: f64 = 0.9;

/// The least that a word is worth that is taken for another.
pub(super) const LEAST_LIKE: f64 = TWO_ERRORS;

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
pub(super) struct Mistyped<'w> {
    text: &'w str,
    outline: Outline,
    /// Its first characters, as many as ever matter to [`Mistyped::may_begin`].
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
    pub(super) fn new(text: &'w str) -> Self {
        Self {
            text,
            outline: Outline::of(text),
            beginning: text.chars().take(MAX_CHARS).collect(),
        }
    }

    /// How like it is to a stored word, in 0..1, when it may be meant for that; swapped letters are one error, and a
    /// single letter that is hardly ever typed for the other is two.
    pub(super) fn likeness(&self, stored: &str) -> Option<f64> {
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

    /// Whether a word that begins so may be meant, however it goes on.
    ///
    /// The errors are counted that the beginning has at least, beside any beginning of this word (optimal string alignment
    /// counts a swap as one error, and so does a single wrong letter of it here).
    pub(super) fn may_begin(&self, beginning: &str, rows: &mut Rows) -> bool {
        let allowed = budget(self.outline.chars);
        // Only beginnings about as long can be as near as that.
        let reach = beginning.chars().count() + allowed;
        let asked = &self.beginning[..reach.min(self.beginning.len())];
        let Rows { before, row, next } = rows;
        row.clear();
        row.extend(0..=asked.len());
        let mut last = None;
        for letter in beginning.chars() {
            next.clear();
            next.push(row[0] + 1);
            let mut previous = None;
            for (at, &other) in (1..).zip(asked) {
                let wrong = usize::from(letter != other);
                let mut errors = (row[at - 1] + wrong).min(row[at] + 1).min(next[at - 1] + 1);
                if last == Some(other) && previous == Some(letter) {
                    errors = errors.min(before[at - 2] + 1);
                }
                next.push(errors);
                previous = Some(other);
            }
            last = Some(letter);
            std::mem::swap(before, row);
            std::mem::swap(row, next);
        }
        row.iter().min().is_some_and(|&least| least <= allowed)
    }
}

/// Room for counting errors: what is used again need not be made again.
#[derive(Debug, Default)]
pub(super) struct Rows {
    before: Vec<usize>,
    row: Vec<usize>,
    next: Vec<usize>,
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
        fn a_word_mistyped_begins_like_one(asked in "[ab\u{e9}]{0,10}", stored in "[ab\u{e9}]{0,10}") {
            let (mistyped, mut rows) = (Mistyped::new(&asked), Rows::default());
            for (end, _) in stored.char_indices() {
                let may_begin = mistyped.may_begin(&stored[..end], &mut rows);
                prop_assert!(mistyped.likeness(&stored).is_none() || may_begin);
            }
        }
    }
}
