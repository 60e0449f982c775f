//! Step 2: where words begin and end, by the rules of Unicode (UAX #29).

use unicode_segmentation::UnicodeSegmentation;

use super::cjk;
use super::letters::Letters;
use super::plain::Plain;

/// A stretch of text that means something.
#[derive(Debug, Clone, Copy)]
#[cfg_attr(test, derive(PartialEq))]
pub(crate) enum Segment<'a> {
    /// A word between spaces or punctuation.
    Word(&'a str),
    /// Such a word of lower case letters a to z and digits alone: it stands for just itself, if it is a word at all, and
    /// need not be analysed to be looked up.
    Plain(Plain<'a>),
    /// A run of a script that does not separate words by spaces, or glues particles to them.
    Unspaced(&'a str),
}

/// Takes the words of a text in order.
pub(crate) trait Take<'t> {
    /// Takes a word that is plain, as most are: this is worth its own way.
    fn plain(&mut self, word: Plain<'t>);

    /// Takes any other, or a plain word that was not seen at once to be one.
    fn segment(&mut self, segment: Segment<'t>);
}

impl<'t, F: FnMut(Segment<'t>)> Take<'t> for F {
    fn plain(&mut self, word: Plain<'t>) {
        self(Segment::Plain(word));
    }

    fn segment(&mut self, segment: Segment<'t>) {
        self(segment);
    }
}

impl<'a> Segment<'a> {
    /// The word or the run.
    pub(crate) fn text(self) -> &'a str {
        match self {
            Self::Word(text) | Self::Unspaced(text) => text,
            Self::Plain(word) => word.text(),
        }
    }
}

/// Hands over the words of a text in order, without the spaces and punctuation between them.
pub(super) fn segments<'t>(text: &'t str, take: &mut impl Take<'t>) {
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
            take.segment(Segment::Unspaced(stretch));
        } else {
            words(stretch, take);
        }
        rest = after;
    }
}

/// Hands over the words of a stretch.
///
/// A run of letters and digits is a word where nothing behind it can belong to it, as almost always; the rules, which
/// cost ten times as much, tell about the rest up to the next space, where words end by any rule.
fn words<'t>(stretch: &'t str, take: &mut impl Take<'t>) {
    let bytes = stretch.as_bytes();
    let mut letters = Letters::of(bytes);
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let start = at;
        let length = letters.at(start);
        at += length;
        // So do most words end, and so they are told most quickly.
        if length > 0 && bytes.get(at) == Some(&b' ') {
            take.plain(Plain::within(stretch, start, at));
            at += 1;
            continue;
        }
        if !is_in_word(byte) {
            at += 1;
            continue;
        }
        at = end_of(bytes, at, PLAIN);
        if at > start && ends_word(bytes, at) {
            take.plain(Plain::within(stretch, start, at));
            continue;
        }
        at = end_of(bytes, at, PLAIN | CAPITAL);
        if at > start && ends_word(bytes, at) {
            take.segment(Segment::Word(&stretch[start..at]));
        } else {
            let rest = &bytes[start..];
            let end = rest.iter().position(u8::is_ascii_whitespace);
            at = start + end.unwrap_or(rest.len());
            words_by_rule(&stretch[start..at], take);
        }
    }
}

/// Where letters and digits end, from a place on; capitals among them or not.
fn end_of(bytes: &[u8], mut at: usize, flags: u8) -> usize {
    while let Some(&byte) = bytes.get(at)
        && of(byte) & !IN_WORD & !flags == 0
    {
        at += 1;
    }
    at
}

/// What a byte may be in a word, as flags.
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

/// Whether a word ends at a place, whatever the word is.
fn ends_word(bytes: &[u8], at: usize) -> bool {
    match bytes[at..] {
        [] | [b' ', ..] => true,
        [b'+' | b'#', ..] => false,
        // The first five join what is on both sides of them.
        [b'.' | b',' | b':' | b';' | b'\'', next, ..] | [next, ..] => !is_in_word(next),
    }
}

#[cold]
fn words_by_rule<'t>(chunk: &'t str, take: &mut impl Take<'t>) {
    for (start, word) in chunk.unicode_word_indices() {
        let mut end = start + word.len();
        if word.len() == 1 && word.starts_with(|c: char| c.is_ascii_alphabetic()) {
            // C++, C# and F# are names, not letters with something behind them.
            let rest = &chunk[end..];
            end += rest.len() - rest.trim_start_matches(['+', '#']).len();
        }
        let word = &chunk[start..end];
        take.segment(if end_of(word.as_bytes(), 0, PLAIN) == word.len() {
            Segment::Plain(Plain::new(word))
        } else {
            Segment::Word(word)
        });
    }
}

#[cfg(test)]
mod tests {
    use super::Segment::{Unspaced, Word};
    use super::*;
    use crate::text::head::head;
    use proptest::prelude::*;

    #[test]
    fn words_are_found() {
        let plain = |word| Segment::Plain(Plain::new(word));
        for (text, expected) in [
            (
                "How do I, well, start?",
                &[
                    Word("How"),
                    plain("do"),
                    Word("I"),
                    plain("well"),
                    plain("start"),
                ][..],
            ),
            (
                "don't e-mail U.S. 3.14",
                &[
                    Word("don't"),
                    plain("e"),
                    plain("mail"),
                    Word("U.S"),
                    Word("3.14"),
                ],
            ),
            (
                "C++ or C# or F",
                &[Word("C++"), plain("or"), Word("C#"), plain("or"), Word("F")],
            ),
            ("abc+ #x", &[plain("abc"), plain("x")]),
            ("Windowsで動く？", &[Word("Windows"), Unspaced("で動く")]),
            ("메일을 비울까", &[Unspaced("메일을"), Unspaced("비울까")]),
            ("हिन्दी में", &[Word("हिन्दी"), Word("में")]),
            (" …!", &[]),
        ] {
            let mut found = Vec::new();
            segments(text, &mut |segment: Segment<'static>| found.push(segment));
            assert_eq!(found, expected, "{text}");
        }
    }

    proptest! {
        #[test]
        fn the_short_way_finds_the_same_words(
            text in "([a-cA-C0-2 .,:;'_+#()\\-\n\u{e9}\u{301}\u{200d}]{0,24}|[a-c]{0,70}| ){0,8}"
        ) {
            let (mut short, mut by_rule) = (Vec::new(), Vec::new());
            words(&text, &mut |segment: Segment<'_>| {
                if let Segment::Plain(plain) = segment {
                    assert_eq!(plain.head(), head(plain.bytes()), "{}", plain.text());
                }
                short.push(segment.text().to_owned());
            });
            words_by_rule(&text, &mut |segment: Segment<'_>| by_rule.push(segment.text().to_owned()));
            prop_assert_eq!(short, by_rule);
        }
    }
}
