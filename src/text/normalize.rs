//! Step 1: the same character is always the same code points.

use std::borrow::Cow;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfkc_quick};

/// Brings a text to NFKC (full and half width alike, ligatures taken apart) and curly apostrophes to straight ones.
pub(super) fn normalize(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    let text = match is_nfkc_quick(text.chars()) {
        IsNormalized::Yes => Cow::Borrowed(text),
        IsNormalized::No | IsNormalized::Maybe => Cow::Owned(text.nfkc().collect::<String>()),
    };
    if text.contains(APOSTROPHES) {
        Cow::Owned(text.replace(APOSTROPHES, "'"))
    } else {
        text
    }
}

/// Right and left single quotation mark, modifier letter apostrophe, prime: all are typed for an apostrophe.
const APOSTROPHES: [char; 4] = ['\u{2019}', '\u{2018}', '\u{02BC}', '\u{2032}'];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_form_of_each_character() {
        for (text, expected) in [
            ("plain", "plain"),
            ("cafe\u{301}", "caf\u{e9}"),
            ("ＵＳ　１２", "US 12"),
            ("ｶﾞ", "ガ"),
            ("ﬁle", "file"),
            ("\u{1112}\u{1161}\u{11ab}", "한"),
            ("Japan’s", "Japan's"),
        ] {
            assert_eq!(normalize(text), expected, "{text}");
        }
    }
}
