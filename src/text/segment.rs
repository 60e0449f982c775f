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
    while let Some(&byte) = bytes.get(at) {
        if !is_in_word(byte) {
            at += 1;
            continue;
        }
        let start = at;
        let mut met = PLAIN;
        while let Some(&byte) = bytes.get(at)
            && of(byte) & OUTSIDE == 0
        {
            met |= of(byte);
            at += 1;
        }
        if ends_word(&bytes[at..]) {
            take(segment(&stretch[start..at], met));
        } else {
            let rest = &bytes[start..];
            let end = rest.iter().position(u8::is_ascii_whitespace);
            at = start + end.unwrap_or(rest.len());
            words_by_rule(&stretch[start..at], take);
        }
    }
}

/// What a byte may be in a word: flags, so that what all bytes of a word are is told by the flags of each together.
const PLAIN: u8 = 0;
const CAPITAL: u8 = 1;
const IN_WORD: u8 = 2;
/// Not a letter or a digit of ASCII.
const OUTSIDE: u8 = 4;

static FLAGS: [u8; 256] = {
    let mut flags = [OUTSIDE | IN_WORD; 256];
    let mut byte = 0_u8;
    while byte < 128 {
        flags[byte as usize] = match byte {
            b'a'..=b'z' | b'0'..=b'9' => PLAIN | IN_WORD,
            b'A'..=b'Z' => CAPITAL | IN_WORD,
            b'_' => OUTSIDE | IN_WORD,
            _ => OUTSIDE,
        };
        byte += 1;
    }
    flags
};

fn of(byte: u8) -> u8 {
    FLAGS[usize::from(byte)]
}

fn is_in_word(byte: u8) -> bool {
    of(byte) & IN_WORD != 0
}

fn segment(word: &str, met: u8) -> Segment<'_> {
    if met & (CAPITAL | OUTSIDE) == 0 {
        Segment::Plain(word)
    } else {
        Segment::Word(word)
    }
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
        let met = word.bytes().fold(PLAIN, |met, byte| met | of(byte));
        take(segment(word, met));
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
