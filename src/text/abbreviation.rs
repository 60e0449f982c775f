//! Abbreviations: U.S. is US, and neither is the pronoun.

use std::borrow::Cow;

use super::Class;

/// Letters with dots between them, without the dots (U.S, p.m); anything else as it is.
pub(super) fn without_dots(word: &str) -> Cow<'_, str> {
    let letters = word.trim_end_matches('.').split('.');
    let one_letter =
        |part: &str| part.chars().count() == 1 && part.chars().all(char::is_alphabetic);
    if word.contains('.') && letters.clone().all(one_letter) {
        Cow::Owned(letters.collect())
    } else {
        Cow::Borrowed(word)
    }
}

/// Whether a word that is also a function word was written as an acronym: with dots, or in capitals
/// in a text that is not all capitals.
pub(super) fn is_acronym(word: &str, dotted: bool, capitals_tell: bool) -> bool {
    let several = word.chars().nth(1).is_some();
    several && (dotted || capitals_tell && word.chars().all(char::is_uppercase))
}

/// The acronym that a function word in lower case may be meant for; whether anything is called so, only the FAQ knows.
pub(super) fn other_reading(lower: &str, class: Class) -> Option<String> {
    let possible = !class.is_subject()
        && (2..=4).contains(&lower.len())
        && lower.bytes().all(|byte| byte.is_ascii_lowercase());
    possible.then(|| lower.to_ascii_uppercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dots_between_letters_go() {
        for (word, expected) in [
            ("U.S", "US"),
            ("U.S.", "US"),
            ("e.g", "eg"),
            ("p.m", "pm"),
            ("3.14", "3.14"),
            ("example.com", "example.com"),
            ("us", "us"),
        ] {
            assert_eq!(without_dots(word), expected);
        }
    }

    #[test]
    fn acronyms_are_told_from_words() {
        for (word, dotted, capitals_tell, expected) in [
            ("US", false, true, true),
            ("US", false, false, false),
            ("us", true, true, true),
            ("us", false, true, false),
            ("I", false, true, false),
            ("Us", false, true, false),
        ] {
            assert_eq!(
                is_acronym(word, dotted, capitals_tell),
                expected,
                "{word} {dotted} {capitals_tell}"
            );
        }
        assert_eq!(
            other_reading("who", Class::Question).as_deref(),
            Some("WHO")
        );
        assert_eq!(other_reading("role", Class::Content), None);
        assert_eq!(other_reading("i", Class::Function), None);
    }
}
