//! A walk over sorted words in search of those that a mistyped word may be meant for: words that begin alike are passed over
//! together.

/// More errors than are ever allowed.
const MANY: u8 = u8::MAX / 2;

/// How far the beginnings of one word are from those of the word asked for.
///
/// For each beginning there is a row with the errors beside each beginning of the word asked for (optimal string alignment
/// counts a swap as one error, and so does a single wrong letter of it here). No more of a row is worked out than can be
/// within the errors allowed (Ukkonen 1985).
#[derive(Debug)]
pub(in crate::search) struct Walk<'a> {
    asked: &'a [char],
    allowed: usize,
    /// The word that was looked at last, as far as it was.
    letters: Vec<char>,
    /// The rows of its beginnings, that of none first.
    rows: Vec<u8>,
}

impl<'a> Walk<'a> {
    pub(super) fn new(asked: &'a [char], allowed: usize) -> Self {
        let first = (0_u8..).take(asked.len() + 1);
        Self {
            asked,
            allowed,
            letters: Vec::new(),
            rows: first.map(|errors| errors.min(MANY)).collect(),
        }
    }

    /// How many bytes of a word are enough to see that neither it nor any other that begins so can be meant.
    pub(in crate::search) fn too_far(&mut self, word: &str) -> Option<usize> {
        let both = word.chars().zip(&self.letters);
        let shared = both.take_while(|(a, b)| a == *b).count();
        self.letters.truncate(shared);
        self.rows.truncate((shared + 1) * self.width());
        for (start, letter) in word.char_indices().skip(shared) {
            if self.add(letter) > self.allowed {
                return Some(start + letter.len_utf8());
            }
        }
        None
    }

    fn width(&self) -> usize {
        self.asked.len() + 1
    }

    /// Adds the row of a beginning that is one letter longer; the least errors of it.
    fn add(&mut self, letter: char) -> usize {
        let (width, length) = (self.width(), self.letters.len() + 1);
        let previous = self.letters.last().copied();
        self.letters.push(letter);
        self.rows.resize((length + 1) * width, MANY);
        let (rows, row) = self.rows.split_at_mut(length * width);
        let above = &rows[(length - 1) * width..];
        let before = length
            .checked_sub(2)
            .map(|it| &rows[it * width..(length - 1) * width]);
        let from = length.saturating_sub(self.allowed);
        let to = self.asked.len().min(length + self.allowed);
        let mut least = MANY;
        if from == 0 {
            row[0] = u8::try_from(length).unwrap_or(MANY);
            least = row[0];
        }
        for at in from.max(1)..=to {
            let other = self.asked[at - 1];
            let wrong = u8::from(letter != other);
            let mut errors = (above[at - 1] + wrong)
                .min(above[at] + 1)
                .min(row[at - 1] + 1);
            if at > 1
                && previous == Some(other)
                && self.asked[at - 2] == letter
                && let Some(before) = before
            {
                errors = errors.min(before[at - 2] + 1);
            }
            row[at] = errors.min(MANY);
            least = least.min(row[at]);
        }
        least.into()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::search::spelling::near::errors;

    proptest! {
        #[test]
        fn only_words_that_are_too_far_are_passed_over(
            asked in "[ab\u{e9}]{0,10}",
            words in proptest::collection::btree_set("[ab\u{e9}]{0,12}", 0..30),
            allowed in 0_usize..3,
        ) {
            let asked_letters: Vec<char> = asked.chars().collect();
            let mut walk = Walk::new(&asked_letters, allowed);
            for word in &words {
                let Some(end) = walk.too_far(word) else { continue };
                let begins_so = words.iter().filter(|other| other.starts_with(&word[..end]));
                for other in begins_so {
                    prop_assert!(errors(&asked, other) > allowed, "{other}");
                }
            }
        }

        #[test]
        fn it_is_seen_at_the_first_letter_that_tells(asked in "[abc]{1,8}", word in "[abc]{1,8}") {
            let asked: Vec<char> = asked.chars().collect();
            let mut walk = Walk::new(&asked, 1);
            let far = walk.too_far(&word);
            // A beginning is near if it is so to any beginning of the word asked for.
            let text: String = asked.iter().collect();
            let is_near = |end: usize| {
                (0..=text.len()).any(|asked| errors(&text[..asked], &word[..end]) <= 1)
            };
            prop_assert_eq!(far, (1..=word.len()).find(|&end| !is_near(end)));
        }
    }
}
