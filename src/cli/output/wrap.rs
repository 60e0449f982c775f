//! Lines no wider than the terminal, by the columns that characters take there.

use textwrap::core::Word;
use textwrap::{Options, WordSeparator, WordSplitter};

use super::sanitize::Clean;

/// Wraps each line of a text, `indent` before all of them; the text's own line breaks and indentation stay.
pub(super) fn wrap(text: &Clean, width: Option<usize>, indent: &str) -> Vec<Clean> {
    text.as_str()
        .lines()
        .flat_map(|line| wrap_line(line, width, indent, indent))
        .collect()
}

/// Wraps one line, `first` before it and `rest` before what does not fit on it.
pub(super) fn hang(text: &Clean, width: Option<usize>, first: &str, rest: &str) -> Vec<Clean> {
    wrap_line(text.as_str(), width, first, rest)
}

fn wrap_line(line: &str, width: Option<usize>, first: &str, rest: &str) -> Vec<Clean> {
    let Some(width) = width else {
        return vec![if line.is_empty() {
            Clean::verbatim("")
        } else {
            Clean::verbatim(&format!("{first}{line}"))
        }];
    };
    let text = line.trim_start_matches(' ');
    let own = &line[..line.len() - text.len()];
    // A line indented past half the width keeps its words rather than its indentation.
    let own = if first.len().max(rest.len()) + own.len() > width / 2 {
        ""
    } else {
        own
    };
    let (first, rest) = (
        format!("{first}{own}"),
        format!("{rest}{own}{}", " ".repeat(marker(text))),
    );
    let options = Options::new(width)
        .initial_indent(&first)
        .subsequent_indent(&rest)
        .word_separator(WordSeparator::Custom(words))
        .word_splitter(WordSplitter::NoHyphenation)
        .break_words(true);
    textwrap::wrap(text, options)
        .iter()
        .map(|line| Clean::verbatim(line.trim_end()))
        .collect()
}

/// How wide the mark of a list item is (`- `, `* `, `12. `), so that its further lines stand under its text.
fn marker(line: &str) -> usize {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let rest = &line[digits..];
    match rest.as_bytes() {
        [b'-' | b'*' | b'+', b' ', ..] if digits == 0 => 2,
        [b'.' | b')', b' ', ..] if (1..=3).contains(&digits) => digits + 2,
        _ => 0,
    }
}

/// How many columns a text takes on a terminal.
pub(super) fn columns(text: &Clean) -> usize {
    textwrap::core::display_width(text.as_str())
}

/// Words end at spaces, and after each wide character, unless punctuation follows that may not begin a line.
fn words(line: &str) -> Box<dyn Iterator<Item = Word<'_>> + '_> {
    let mut rest = line;
    Box::new(std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let mut chars = rest.char_indices().peekable();
        let mut end = rest.len();
        while let Some((_, c)) = chars.next() {
            let Some(&(next_start, next)) = chars.peek() else {
                break;
            };
            let after_space = c == ' ' && next != ' ';
            let between_wide = breaks_anywhere(c) && next != ' ' && !may_not_begin(next)
                || breaks_anywhere(next) && c != ' ' && !breaks_anywhere(c) && !may_not_end(c);
            if after_space || between_wide && !may_not_end(c) {
                end = next_start;
                break;
            }
        }
        let (word, after) = rest.split_at(end);
        rest = after;
        Some(Word::from(word))
    }))
}

/// Whether a line may break after a character, as in Chinese and Japanese.
fn breaks_anywhere(c: char) -> bool {
    matches!(u32::from(c), 0x2E80..=0x303E | 0x3041..=0x33FF | 0x3400..=0x4DBF | 0x4E00..=0x9FFF | 0xF900..=0xFAFF | 0xFF01..=0xFF60 | 0x2_0000..=0x3_FFFD)
}

/// Closing punctuation, small kana and the long mark.
fn may_not_begin(c: char) -> bool {
    "、。，．・：；？！）］｝〉》」』】〕ーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ々.,:;?!)]}%…‥”’"
        .contains(c)
}

/// Opening punctuation.
fn may_not_end(c: char) -> bool {
    "（［｛〈《「『【〔([{“‘".contains(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(lines: &[Clean]) -> Vec<&str> {
        lines.iter().map(Clean::as_str).collect()
    }

    fn wrapped(text: &str, width: usize, indent: &str) -> Vec<Clean> {
        wrap(&Clean::text(text), Some(width), indent)
    }

    #[test]
    fn lines_fit_the_width_in_columns() {
        for (text, width, indent, expected) in [
            ("one two three", 8, "", &["one two", "three"][..]),
            ("one two", 8, "  ", &["  one", "  two"]),
            ("a\n\nb", 10, "", &["a", "", "b"]),
            ("  - item one", 9, "", &["  - item", "    one"]),
            ("10. ten times", 9, "", &["10. ten", "    times"]),
            ("日本語です。はい", 10, "", &["日本語で", "す。はい"]),
            ("漢字（かな）", 7, "", &["漢字", "（か", "な）"]),
            ("abcdefghijkl", 5, "", &["abcde", "fghij", "kl"]),
            ("well-known fact", 10, "", &["well-known", "fact"]),
        ] {
            assert_eq!(texts(&wrapped(text, width, indent)), expected, "{text}");
        }
    }

    #[test]
    fn what_does_not_fit_hangs() {
        let hung = |first: &str| hang(&Clean::line("two three four"), Some(12), first, "    ");
        assert_eq!(texts(&hung("one ")), ["one two", "    three", "    four"]);
    }

    #[test]
    fn without_a_width_lines_stay() {
        assert_eq!(
            texts(&wrap(&Clean::text("one two\nthree"), None, "  ")),
            ["  one two", "  three"]
        );
    }
}
