//! How like two words are that are not the same: mistyped, made from one another, or one id meant for another. The only
//! door to `strsim`.

/// The longest word that is compared with others: no one mistypes a longer one, and the work grows with its square.
pub(super) const MAX_CHARS: usize = 40;
/// The same in bytes, of which a character has four at most.
pub(super) const MOST_BYTES: usize = 4 * MAX_CHARS;

/// From which Jaro-Winkler similarity on two words with the same beginning count as made from one another,
/// and how many characters a beginning has: *permission* and *permit*, *activation* and *activate*.
const SAME_ORIGIN: f64 = 0.85;
const BEGINNING: usize = 3;

/// What such a word is worth, beside its Jaro-Winkler similarity: it means something near, not the same.
const ORIGIN_WORTH: f64 = 0.8;

/// Whether a word is too short to be like any other: most are, where characters stand in for words.
pub(in crate::search) fn is_too_short(word: &str) -> bool {
    word.chars().nth(BEGINNING - 1).is_none()
}

/// Whether a word is too long to be taken for a mistyped one, or for what one was meant to be.
pub(in crate::search) fn is_too_long(word: &str) -> bool {
    word.chars().nth(MAX_CHARS).is_some()
}

/// How many letters have to be changed, added, left out or swapped to make one word of another.
pub(super) fn errors(asked: &str, stored: &str) -> usize {
    strsim::osa_distance(asked, stored)
}

/// Another number is another thing, however like it looks: 2025 is not 2024 mistyped.
pub(super) fn has_digit(word: &str) -> bool {
    word.bytes().any(|byte| byte.is_ascii_digit())
}

/// A word of a question, made ready to be compared with the many that begin alike.
#[derive(Debug)]
pub(in crate::search) struct Origin<'w> {
    asked: &'w str,
    /// What words have to begin with that are of one origin with it; none where no word is.
    beginning: Option<&'w str>,
    /// How often it has each letter, in a table in which several letters may share a place; none if they are not told by
    /// single bytes.
    letters: Option<[u8; PLACES]>,
}

/// The places of the table.
const PLACES: usize = 64;

impl<'w> Origin<'w> {
    pub(in crate::search) fn new(asked: &'w str) -> Self {
        let mut ends = asked
            .char_indices()
            .map(|(start, letter)| start + letter.len_utf8());
        let beginning = ends.nth(BEGINNING - 1).map(|end| &asked[..end]);
        let may_be = asked.len() <= MOST_BYTES && !has_digit(asked);
        let letters = (may_be && asked.is_ascii()).then(|| {
            let mut letters = [0; PLACES];
            for byte in asked.bytes() {
                letters[usize::from(byte) % PLACES] += 1;
            }
            letters
        });
        Self {
            asked,
            beginning: beginning.filter(|_| may_be),
            letters,
        }
    }

    /// The similarity of it and a stored word, in 0..1, when they begin alike and one may be made from the other.
    pub(in crate::search) fn likeness(&self, stored: &str) -> Option<f64> {
        if !stored.starts_with(self.beginning?) || stored.len() > MOST_BYTES {
            return None;
        }
        if self.most_jaro_winkler(stored) < SAME_ORIGIN || has_digit(stored) {
            return None;
        }
        let similarity = strsim::jaro_winkler(self.asked, stored);
        (similarity >= SAME_ORIGIN).then_some(similarity * ORIGIN_WORTH)
    }

    /// The most that the Jaro-Winkler similarity of both can be, seen at a glance: as if all letters that both have stood
    /// in the same order. Most words that begin alike are told apart by it, and for a tenth of the work.
    fn most_jaro_winkler(&self, stored: &str) -> f64 {
        let Some(mut left) = self.letters.filter(|_| stored.is_ascii()) else {
            return 1.0;
        };
        let mut matching = 0_u8;
        for byte in stored.bytes() {
            let left = &mut left[usize::from(byte) % PLACES];
            let is_there = u8::from(*left > 0);
            *left -= is_there;
            matching += is_there;
        }
        let matching = f64::from(matching);
        let share = |word: &str| matching / word.len() as f64;
        let jaro = (share(self.asked) + share(stored) + 1.0) / 3.0;
        // A beginning of so many letters at most counts once more, each for a tenth of what is missing.
        let pairs = self.asked.bytes().zip(stored.bytes()).take(4);
        let shared = pairs.take_while(|(a, b)| a == b).count() as f64;
        // Rounding must not tell apart what is just alike.
        jaro + 0.1 * shared * (1.0 - jaro) + 1e-9
    }
}

/// From which Jaro-Winkler similarity on one id may be meant for another.
const LIKE_AN_ID: f64 = 0.75;

/// The similarity of two ids, in 0..1, when one may be meant for the other: mistyped, or a part of it.
pub(super) fn id_similarity(wanted: &str, id: &str) -> Option<f64> {
    if wanted.is_empty() || wanted.len().max(id.len()) > MOST_BYTES {
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

    proptest! {
        #[test]
        fn no_words_are_more_alike_than_they_can_be(asked in "[a-d\u{e9}]{1,12}", stored in "[a-d\u{e9}]{1,12}") {
            let most = Origin::new(&asked).most_jaro_winkler(&stored);
            prop_assert!(strsim::jaro_winkler(&asked, &stored) <= most);
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
                Origin::new(asked).likeness(stored).is_some(),
                near,
                "{asked} {stored}"
            );
        }
    }
}
