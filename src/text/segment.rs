//! Step 2: where words begin and end, by the rules of Unicode (UAX #29).

use unicode_segmentation::UnicodeSegmentation;

use super::cjk;

/// A stretch of text that means something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Segment<'a> {
    /// A word between spaces or punctuation.
    Word(&'a str),
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

fn words<'t>(stretch: &'t str, take: &mut impl FnMut(Segment<'t>)) {
    for (start, word) in stretch.unicode_word_indices() {
        let mut end = start + word.len();
        if word.len() == 1 && word.starts_with(|c: char| c.is_ascii_alphabetic()) {
            // C++, C# and F# are names, not letters with something behind them.
            let rest = &stretch[end..];
            end += rest.len() - rest.trim_start_matches(['+', '#']).len();
        }
        take(Segment::Word(&stretch[start..end]));
    }
}

#[cfg(test)]
mod tests {
    use super::Segment::{Unspaced, Word};
    use super::*;

    #[test]
    fn words_are_found() {
        for (text, expected) in [
            (
                "How do I, well, start?",
                &[
                    Word("How"),
                    Word("do"),
                    Word("I"),
                    Word("well"),
                    Word("start"),
                ][..],
            ),
            (
                "don't e-mail U.S. 3.14",
                &[
                    Word("don't"),
                    Word("e"),
                    Word("mail"),
                    Word("U.S"),
                    Word("3.14"),
                ],
            ),
            (
                "C++ or C# or F",
                &[Word("C++"), Word("or"), Word("C#"), Word("or"), Word("F")],
            ),
            ("abc+ #x", &[Word("abc"), Word("x")]),
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
}
