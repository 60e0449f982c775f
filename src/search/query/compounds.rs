//! Words written as one or as two: *github* and *git hub*, *backup* and *back up*, *COVID19* and *COVID-19*.

use crate::search::vocabulary::Vocabulary;
use crate::text::Token;

/// The shortest word that may be two.
const SHORTEST: usize = 4;
/// The longest: the work grows with the square of its length.
const LONGEST: usize = 80;

/// The one word that two neighbours make, if the FAQ has it.
pub(super) fn joined(first: &Token, second: &Token, vocabulary: &Vocabulary) -> Option<String> {
    let word = format!("{}{}", first.word.text, second.word.text);
    (word.is_ascii() && word.len() >= SHORTEST && vocabulary.id(&word).is_some()).then_some(word)
}

/// The two words that one may be, if the FAQ has both; whether they stand side by side is for the reader of it to see.
pub(super) fn split<'t>(
    token: &'t Token,
    vocabulary: &'t Vocabulary,
) -> impl Iterator<Item = (&'t str, &'t str)> + 't {
    let word = token.word.text.as_ref();
    let places = if word.is_ascii() && (SHORTEST..=LONGEST).contains(&word.len()) {
        1..word.len()
    } else {
        0..0
    };
    places
        .map(|place| word.split_at(place))
        .filter(|(first, second)| vocabulary.id(first).is_some() && vocabulary.id(second).is_some())
}
