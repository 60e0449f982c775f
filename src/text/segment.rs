//! Step 2: where words begin and end, by the rules of Unicode (UAX #29).

use unicode_segmentation::UnicodeSegmentation;

use super::cjk;

/// A stretch of text that means something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Segment<'a> {
    /// A word between spaces or punctuation.
    Word(&'a str),
    /// Such a word of lower case letters a to z and digits alone: it stands for just itself, if it is a word at all, and
    /// need not be analysed to be looked up.
    Plain(&'a str),
    /// A run of a script that does not separate words by spaces, or glues particles to them.
    Unspaced(&'a str),
}

/// Hands over the words of a text in order, without the spaces and punctuation between them.
pub(super) fn segments<'t>(text: &'t str, mut take: impl FnMut(Segment<'t>)) {
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let inside = cjk::is_cjk(first);
        let changes = |c| cjk::is_cjk(c) != inside;
        let end = if rest.is_ascii() {
            rest.len()
        } else {
            rest.find(changes).unwrap_or(rest.len())
        };
        let (stretch, after) = rest.split_at(end);
        if inside {
            take(Segment::Unspaced(stretch));
        } else {
            words(stretch, &mut take);
        }
        rest = after;
    }
}

/// Hands over the words of a stretch.
///
/// A run of letters and digits is a word where nothing behind it can belong to it, as almost always; the rules, which
/// cost ten times as much, tell about the rest up to the next space, where words end by any rule.
fn words<'t>(stretch: &'t str, take: &mut impl FnMut(Segment<'t>)) {
    let bytes = stretch.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        if !is_in_word(bytes[at]) {
            at += 1;
            continue;
        }
        let start = at;
        let rest = &bytes[start..];
        let mut is_plain = true;
        at += length_until(rest, |byte| {
            let kind = KINDS[usize::from(byte)];
            is_plain &= kind != Kind::Capital;
            kind == Kind::Other
        });
        if ends_word(&bytes[at..]) {
            let word = &stretch[start..at];
            take(if is_plain {
                Segment::Plain(word)
            } else {
                Segment::Word(word)
            });
        } else {
            at = start + length_until(rest, |byte| byte.is_ascii_whitespace());
            words_by_rule(&stretch[start..at], take);
        }
    }
}

/// What a byte is in a run of letters and digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Plain,
    Capital,
    Other,
}

const KINDS: [Kind; 256] = {
    let mut kinds = [Kind::Other; 256];
    let mut byte = 0_u8;
    while byte < 128 {
        if byte.is_ascii_lowercase() || byte.is_ascii_digit() {
            kinds[byte as usize] = Kind::Plain;
        } else if byte.is_ascii_uppercase() {
            kinds[byte as usize] = Kind::Capital;
        }
        byte += 1;
    }
    kinds
};

fn length_until(bytes: &[u8], mut is_end: impl FnMut(u8) -> bool) -> usize {
    let end = bytes.iter().position(|&byte| is_end(byte));
    end.unwrap_or(bytes.len())
}

fn is_in_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || !byte.is_ascii() || byte == b'_'
}

/// Whether a word ends where this follows it, whatever the word is.
fn ends_word(rest: &[u8]) -> bool {
    match rest {
        [] => true,
        [b'+' | b'#', ..] => false,
        // The first five join what is on both sides of them.
        [b'.' | b',' | b':' | b';' | b'\'', next, ..] | [next, ..] => !is_in_word(*next),
    }
}

fn words_by_rule<'t>(chunk: &'t str, take: &mut impl FnMut(Segment<'t>)) {
    for (start, word) in chunk.unicode_word_indices() {
        let mut end = start + word.len();
        if word.len() == 1 && word.starts_with(|c: char| c.is_ascii_alphabetic()) {
            // C++, C# and F# are names, not letters with something behind them.
            let rest = &chunk[end..];
            end += rest.len() - rest.trim_start_matches(['+', '#']).len();
        }
        let word = &chunk[start..end];
        let is_plain = word
            .bytes()
            .all(|byte| KINDS[usize::from(byte)] == Kind::Plain);
        take(if is_plain {
            Segment::Plain(word)
        } else {
            Segment::Word(word)
        });
    }
}

#[cfg(test)]
mod tests {
    use super::Segment::{Plain, Unspaced, Word};
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn words_are_found() {
        for (text, expected) in [
            (
                "How do I, well, start?",
                &[
                    Word("How"),
                    Plain("do"),
                    Word("I"),
                    Plain("well"),
                    Plain("start"),
                ][..],
            ),
            (
                "don't e-mail U.S. 3.14",
                &[
                    Word("don't"),
                    Plain("e"),
                    Plain("mail"),
                    Word("U.S"),
                    Word("3.14"),
                ],
            ),
            (
                "C++ or C# or F",
                &[Word("C++"), Plain("or"), Word("C#"), Plain("or"), Word("F")],
            ),
            ("abc+ #x", &[Plain("abc"), Plain("x")]),
            ("Windowsで動く？", &[Word("Windows"), Unspaced("で動く")]),
            ("메일을 비울까", &[Unspaced("메일을"), Unspaced("비울까")]),
            ("हिन्दी में", &[Word("हिन्दी"), Word("में")]),
            (" …!", &[]),
        ] {
            let mut found = Vec::new();
            segments(text, |segment| found.push(segment));
            assert_eq!(found, expected, "{text}");
        }
    }

    proptest! {
        #[test]
        fn the_short_way_finds_the_same_words(text in "[a-cA-C0-2 .,:;'_+#()\\-\n\u{e9}\u{301}\u{200d}]{0,24}") {
            let (mut short, mut by_rule) = (Vec::new(), Vec::new());
            words(&text, &mut |segment| short.push(segment));
            words_by_rule(&text, &mut |segment| by_rule.push(segment));
            prop_assert_eq!(short, by_rule);
        }
    }
}
