//! Where a line may break: after spaces, and between wide characters.

use std::ops::Range;

/// The words of a text, each with the spaces after it. Words end at spaces, and after each wide character, unless
/// punctuation follows that may not begin a line.
pub(super) fn words(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut start = 0;
    std::iter::from_fn(move || {
        let rest = &text[start..];
        let word = start..start + end_of_word(rest)?;
        start = word.end;
        Some(word)
    })
}

fn end_of_word(text: &str) -> Option<usize> {
    let mut chars = text.char_indices().peekable();
    while let Some((_, c)) = chars.next() {
        let Some(&(next_start, next)) = chars.peek() else {
            break;
        };
        let after_space = is_space(c) && !is_space(next);
        let between_wide = breaks_anywhere(c) && !is_space(next) && !may_not_begin(next)
            || breaks_anywhere(next) && !is_space(c) && !breaks_anywhere(c);
        if after_space || between_wide && !may_not_end(c) && !may_not_begin(next) {
            return Some(next_start);
        }
    }
    (!text.is_empty()).then_some(text.len())
}

/// Whether a line ends rather than begins with this.
pub(super) fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t')
}

/// Whether a line may break after a character, as in Chinese and Japanese.
fn breaks_anywhere(c: char) -> bool {
    matches!(u32::from(c), 0x2E80..=0x303E | 0x3041..=0x33FF | 0x3400..=0x4DBF | 0x4E00..=0x9FFF | 0xF900..=0xFAFF | 0xFF01..=0xFF60 | 0x2_0000..=0x3_FFFD)
}

/// Closing punctuation, small kana and the long mark; and what belongs to the character before it.
fn may_not_begin(c: char) -> bool {
    "、。，．・：；？！）］｝〉》」』】〕ーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ々.,:;?!)]}%…‥”’"
        .contains(c)
        || matches!(u32::from(c), 0x3099..=0x309C | 0xFE00..=0xFE0F | 0xE_0100..=0xE_01EF)
}

/// Opening punctuation.
fn may_not_end(c: char) -> bool {
    "（［｛〈《「『【〔([{“‘".contains(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_end_where_lines_may_break() {
        for (text, expected) in [
            ("", &[][..]),
            ("one  two", &["one  ", "two"]),
            (" one\ttwo ", &[" ", "one\t", "two "]),
            ("日本語です。", &["日", "本", "語", "で", "す。"]),
            ("漢字（かな）", &["漢", "字", "（か", "な）"]),
            ("abc漢d", &["abc", "漢", "d"]),
            ("葛\u{e0100}城", &["葛\u{e0100}", "城"]),
            ("👩\u{200d}🚀👍", &["👩\u{200d}🚀👍"]),
        ] {
            let found: Vec<&str> = words(text).map(|word| &text[word]).collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
