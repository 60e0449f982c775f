//! What words were meant to be, judged by the other words of the same questions.

use hashbrown::HashMap;

use super::number;
use crate::search::spelling::mistyped::Mistyped;
use crate::search::spelling::near;

/// A word of the questions.
#[derive(Debug, Clone, Copy)]
pub(super) struct Word<'w> {
    pub(super) text: &'w str,
    /// What its forms have in common: often another form, which may be what was meant.
    pub(super) stem: &'w str,
    /// In how many questions it stands.
    pub(super) frequency: u32,
    /// Whether the FAQ or the language has it.
    pub(super) is_known: bool,
    pub(super) may_be_mistyped: bool,
}

/// How many times as often a word must stand in the questions as another to be what that was meant to be, where neither
/// is known.
const MORE_OFTEN: u32 = 3;

/// For each word, the number of the one that it was meant to be: itself, or one that is a single typing error away.
///
/// An error is one letter missing, one too many, another one, or two swapped. In all of these, what is left of the two
/// words without one letter is the same: so it is found without comparing each word with all others.
pub(super) fn meant(words: &[Word<'_>]) -> Vec<u32> {
    let mut shortened: HashMap<String, Vec<u32>> = HashMap::new();
    let wrong = |word: &Word<'_>| word.may_be_mistyped && !word.is_known;
    for (id, word) in words.iter().enumerate().filter(|(_, word)| wrong(word)) {
        for short in shorter(word.text) {
            shortened.entry(short).or_default().push(number(id));
        }
    }
    let mut best: Vec<u32> = (0..number(words.len())).collect();
    for (id, right) in words.iter().enumerate() {
        if !right.may_be_mistyped {
            continue;
        }
        let stem = Some(right.stem).filter(|&stem| stem != right.text);
        for (meant, short) in [Some(right.text), stem]
            .into_iter()
            .flatten()
            .flat_map(|meant| shorter(meant).map(move |short| (meant, short)))
        {
            for &wrong in shortened.get(&short).into_iter().flatten() {
                let better = |than: u32| {
                    let than = &words[than as usize];
                    (right.is_known, right.frequency) > (than.is_known, than.frequency)
                };
                let word = &words[wrong as usize];
                let enough = right.is_known || right.frequency >= MORE_OFTEN * word.frequency;
                let likelier = best[wrong as usize] == wrong || better(best[wrong as usize]);
                if enough && likelier && Mistyped::new(word.text).likeness(meant).is_some() {
                    best[wrong as usize] = number(id);
                }
            }
        }
    }
    best
}

/// A word, and what is left of it without each of its letters; nothing where that would be without end.
fn shorter(word: &str) -> impl Iterator<Item = String> {
    let word = if near::is_too_long(word) { "" } else { word };
    let without = word.char_indices().map(|(at, letter)| {
        let (before, after) = (&word[..at], &word[at + letter.len_utf8()..]);
        format!("{before}{after}")
    });
    let whole = Some(word.to_owned()).filter(|word| !word.is_empty());
    whole.into_iter().chain(without)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_meant_to_be_a_likelier_one_that_is_one_error_away() {
        let words = [
            ("payment", "payment", 5, true),
            ("paymnet", "paymnet", 1, false),
            ("payments", "payment", 1, true),
            ("pament", "pament", 1, false),
            ("bitcoin", "bitcoin", 9, false),
            ("bitcion", "bitcion", 3, false),
            ("bitcoim", "bitcoim", 4, false),
            ("pay", "pay", 9, true),
            ("pya", "pya", 1, false),
            ("2024", "2024", 9, false),
            ("2025", "2025", 1, false),
            ("vouchers", "voucher", 1, true),
            ("vuocher", "vuocher", 1, false),
        ];
        let words = words.map(|(text, stem, frequency, is_known)| Word {
            text,
            stem,
            frequency,
            is_known,
            may_be_mistyped: true,
        });
        assert_eq!(meant(&words), [0, 0, 2, 0, 4, 4, 6, 7, 8, 9, 10, 11, 11]);
    }

    #[test]
    fn only_so_many_letters_are_left_out() {
        for (chars, expected) in [(0, 0), (5, 6), (40, 41), (41, 0), (100_000, 0)] {
            assert_eq!(shorter(&"é".repeat(chars)).count(), expected, "{chars}");
        }
    }
}
