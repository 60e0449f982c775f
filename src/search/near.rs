//! How like two words are that are not the same: mistyped, or made from one another. The only door to `strsim`.

/// The longest word that is compared with others: no one mistypes a longer one, and the work grows with its square.
const MAX_CHARS: usize = 40;

/// What a word is worth that has one typing error, and with the two that a long word may have.
const ONE_ERROR: f64 = 0.95;
const TWO_ERRORS: f64 = 0.9;

/// The least that a word is worth that is taken for another.
pub(super) const LEAST_LIKE: f64 = TWO_ERRORS;

/// From which Jaro-Winkler similarity on two words with the same beginning count as made from one another,
/// and how many characters a beginning has: *permission* and *permit*, *activation* and *activate*.
const SAME_ORIGIN: f64 = 0.85;
const BEGINNING: usize = 3;

/// What such a word is worth, beside its Jaro-Winkler similarity: it means something near, not the same.
const ORIGIN_WORTH: f64 = 0.8;

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

/// Whether a word is too short to be like any other: most are, where characters stand in for words.
pub(super) fn is_too_short(word: &str) -> bool {
    word.chars().nth(BEGINNING - 1).is_none()
}

/// Whether a word is too long to be taken for a mistyped one, or for what one was meant to be.
pub(super) fn is_too_long(word: &str) -> bool {
    word.chars().nth(MAX_CHARS).is_some()
}

/// The similarity of two words, in 0..1, when one may be the other mistyped; swapped letters are one error.
pub(super) fn mistyped(asked: &str, stored: &str) -> Option<f64> {
    // Before anything that takes a look at each character: this is asked of every word of the FAQ.
    if asked.len().max(stored.len()) > 4 * MAX_CHARS {
        return None;
    }
    if has_digit(asked) || has_digit(stored) {
        return None;
    }
    let (a, b) = (asked.chars().count(), stored.chars().count());
    let allowed = budget(a.min(b));
    if a.abs_diff(b) > allowed || a.max(b) > MAX_CHARS {
        return None;
    }
    if a.min(b) < SURE_OF_INITIAL && asked.chars().next() != stored.chars().next() {
        return None;
    }
    // No error changes more than two letters of what both are written with: most words are told apart without counting.
    let differing = (letters(asked) ^ letters(stored)).count_ones() as usize;
    if differing > 2 * allowed {
        return None;
    }
    let errors = strsim::osa_distance(asked, stored);
    (1..=allowed)
        .contains(&errors)
        .then_some(if errors == 1 { ONE_ERROR } else { TWO_ERRORS })
}

/// The set of the letters of a word, in which several letters may share a place.
fn letters(word: &str) -> u32 {
    word.chars()
        .fold(0, |set, letter| set | 1 << (u32::from(letter) % u32::BITS))
}

/// Whether a word that begins so may be the other mistyped, however it goes on.
///
/// The errors are counted that the beginning has at least, beside any beginning of the other (optimal string alignment
/// counts a swap as one error, and so does a single wrong letter of it here).
pub(super) fn may_begin(beginning: &str, asked: &str) -> bool {
    let allowed = budget(asked.chars().count());
    // Only beginnings about as long can be as near as that.
    let reach = beginning.chars().count() + allowed;
    let asked = || asked.chars().take(reach);
    let mut before: Vec<usize> = Vec::new();
    let mut row: Vec<usize> = (0..=asked().count()).collect();
    let mut last = None;
    for letter in beginning.chars() {
        let mut next = Vec::with_capacity(row.len());
        next.push(row[0] + 1);
        let mut previous = None;
        for (at, other) in (1..).zip(asked()) {
            let wrong = usize::from(letter != other);
            let mut errors = (row[at - 1] + wrong).min(row[at] + 1).min(next[at - 1] + 1);
            if last == Some(other) && previous == Some(letter) {
                errors = errors.min(before[at - 2] + 1);
            }
            next.push(errors);
            previous = Some(other);
        }
        last = Some(letter);
        before = std::mem::replace(&mut row, next);
    }
    row.into_iter().min().is_some_and(|least| least <= allowed)
}

/// Another number is another thing, however like it looks: 2025 is not 2024 mistyped.
fn has_digit(word: &str) -> bool {
    word.bytes().any(|byte| byte.is_ascii_digit())
}

/// The similarity of two words, in 0..1, when they begin alike and one may be made from the other.
pub(super) fn of_one_origin(asked: &str, stored: &str) -> Option<f64> {
    let shared = asked
        .chars()
        .zip(stored.chars())
        .take_while(|(a, b)| a == b)
        .take(BEGINNING)
        .count();
    if shared < BEGINNING || asked.len().max(stored.len()) > 4 * MAX_CHARS {
        return None;
    }
    if has_digit(asked) || has_digit(stored) {
        return None;
    }
    let similarity = strsim::jaro_winkler(asked, stored);
    (similarity >= SAME_ORIGIN).then_some(similarity * ORIGIN_WORTH)
}

/// From which Jaro-Winkler similarity on one id may be meant for another.
const LIKE_AN_ID: f64 = 0.75;

/// The similarity of two ids, in 0..1, when one may be meant for the other: mistyped, or a part of it.
pub(super) fn id_similarity(wanted: &str, id: &str) -> Option<f64> {
    if wanted.is_empty() || wanted.len().max(id.len()) > 4 * MAX_CHARS {
        return None;
    }
    let part = if id.contains(wanted) { LIKE_AN_ID } else { 0.0 };
    let similarity = strsim::jaro_winkler(wanted, id).max(part);
    (similarity >= LIKE_AN_ID).then_some(similarity)
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
            ("gmali", "gmail", Some(0.95)),
            ("same", "same", None),
            ("", "", None),
            ("2025", "2024", None),
            ("version12", "version13", None),
            ("日本語だ", "日本語で", Some(0.95)),
        ] {
            assert_eq!(mistyped(asked, stored), similarity, "{asked} {stored}");
        }
        assert_eq!(mistyped(&"x".repeat(41), &"x".repeat(40)), None);
    }

    proptest! {
        #[test]
        fn a_word_mistyped_begins_like_one(asked in "[ab\u{e9}]{0,10}", stored in "[ab\u{e9}]{0,10}") {
            for (end, _) in stored.char_indices() {
                prop_assert!(mistyped(&asked, &stored).is_none() || may_begin(&stored[..end], &asked));
            }
        }
    }

    #[test]
    fn words_of_one_origin_begin_alike() {
        for (asked, stored, near) in [
            ("permission", "permit", true),
            ("activation", "activate", true),
            ("delete", "relate", false),
            ("us", "use", false),
            ("country", "counter", true),
            ("talk", "take", false),
        ] {
            assert_eq!(
                of_one_origin(asked, stored).is_some(),
                near,
                "{asked} {stored}"
            );
        }
    }
}
