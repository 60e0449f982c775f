//! The last step: accents are optional, *café* is *cafe*.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A word without the accents on its Latin and Greek letters; marks that make another letter elsewhere
/// (Japanese ガ, Cyrillic й, Devanagari vowels) stay.
pub(super) fn without_accents(word: &str) -> Cow<'_, str> {
    if word.is_ascii() {
        return Cow::Borrowed(word);
    }
    let mut folded = String::with_capacity(word.len());
    let mut accents_are_optional = false;
    for c in word.nfd() {
        if is_combining_mark(c) && accents_are_optional {
            continue;
        }
        accents_are_optional = is_latin_or_greek(c);
        match c {
            'ß' => folded.push_str("ss"),
            'æ' => folded.push_str("ae"),
            'œ' => folded.push_str("oe"),
            'ø' => folded.push('o'),
            'ł' => folded.push('l'),
            'đ' | 'ð' => folded.push('d'),
            'þ' => folded.push_str("th"),
            'ı' => folded.push('i'),
            'ё' => folded.push('е'),
            _ => folded.push(c),
        }
    }
    Cow::Owned(folded.nfc().collect())
}

fn is_latin_or_greek(c: char) -> bool {
    matches!(u32::from(c), 0x41..=0x5A | 0x61..=0x7A | 0xC0..=0x24F | 0x370..=0x3FF | 0x1E00..=0x1FFF)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_go_where_they_are_optional() {
        for (word, expected) in [
            ("cafe", "cafe"),
            ("café", "cafe"),
            ("straße", "strasse"),
            ("smørrebrød", "smorrebrod"),
            ("łódź", "lodz"),
            ("việt", "viet"),
            ("αθήνα", "αθηνα"),
            ("й", "й"),
            ("ガ", "ガ"),
            ("हिन्दी", "हिन्दी"),
            ("한국", "한국"),
        ] {
            assert_eq!(without_accents(word), expected, "{word}");
        }
    }
}
