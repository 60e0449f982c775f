//! Lines no wider than the terminal, by the columns that characters take there.

use textwrap::{Options, WordSplitter};

use super::sanitize::Clean;

/// Wraps each line of a text, `indent` before all of them; the text's own line breaks and indentation stay.
pub(super) fn wrap(text: &Clean, width: Option<usize>, indent: &str) -> Vec<String> {
    let mut lines = Vec::new();
    for line in text.as_str().lines() {
        let Some(width) = width else {
            lines.push(format!("{indent}{line}").trim_end().to_owned());
            continue;
        };
        let own = &line[..line.len() - line.trim_start_matches(' ').len()];
        // A line indented past half the width keeps its words rather than its indentation.
        let indent = if indent.len() + own.len() > width / 2 {
            indent.to_owned()
        } else {
            format!("{indent}{own}")
        };
        let options = Options::new(width)
            .initial_indent(&indent)
            .subsequent_indent(&indent)
            .word_separator(textwrap::WordSeparator::Custom(words))
            .word_splitter(WordSplitter::NoHyphenation)
            .break_words(true);
        let wrapped = textwrap::wrap(line.trim_start_matches(' '), options);
        lines.extend(wrapped.iter().map(|line| line.trim_end().to_owned()));
    }
    lines
}

/// Words end at spaces, and after each wide character, unless punctuation follows that may not begin a line.
fn words(line: &str) -> Box<dyn Iterator<Item = textwrap::core::Word<'_>> + '_> {
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
            let between_wide = is_wide(c) && next != ' ' && !may_not_begin(next)
                || is_wide(next) && c != ' ' && !is_wide(c) && !may_not_end(c);
            if after_space || between_wide && !may_not_end(c) {
                end = next_start;
                break;
            }
        }
        let (word, after) = rest.split_at(end);
        rest = after;
        Some(textwrap::core::Word::from(word))
    }))
}

/// Whether a character takes two columns, as in Chinese and Japanese, where lines may break anywhere.
fn is_wide(c: char) -> bool {
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

    fn wrapped(text: &str, width: usize, indent: &str) -> Vec<String> {
        wrap(&Clean::text(text), Some(width), indent)
    }

    #[test]
    fn lines_fit_the_width_in_columns() {
        for (text, width, indent, expected) in [
            ("one two three", 8, "", &["one two", "three"][..]),
            ("one two", 8, "  ", &["  one", "  two"]),
            ("a\n\nb", 10, "", &["a", "", "b"]),
            ("  - item one", 9, "", &["  - item", "  one"]),
            ("日本語です。はい", 10, "", &["日本語で", "す。はい"]),
            ("漢字（かな）", 7, "", &["漢字", "（か", "な）"]),
            ("abcdefghijkl", 5, "", &["abcde", "fghij", "kl"]),
            ("well-known fact", 10, "", &["well-known", "fact"]),
        ] {
            assert_eq!(wrapped(text, width, indent), expected, "{text}");
        }
    }

    #[test]
    fn without_a_width_lines_stay() {
        assert_eq!(
            wrap(&Clean::text("one two\nthree"), None, "  "),
            ["  one two", "  three"]
        );
    }
}
