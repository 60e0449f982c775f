//! Pieces of a text, and where they stand in it.

use std::ops::Range;

use crate::format::draft::Located;
use crate::format::inspection::Note;
use crate::format::sink::Sink;

/// The lines of a text without their ends, each with where it begins, in bytes.
pub(super) fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut next = 0;
    text.split_inclusive('\n').map(move |line| {
        let begin = next;
        next += line.len();
        let line = line.strip_suffix('\n').unwrap_or(line);
        (begin, line.strip_suffix('\r').unwrap_or(line))
    })
}

/// Where a piece of a text stands, without the white space and the ruled lines at its ends.
pub(super) fn trimmed(text: &str, piece: Range<usize>) -> Range<usize> {
    let whole = &text[piece.clone()];
    let content = whole.trim_start();
    let begin = piece.end - content.len();
    let mut content = content.trim_end();
    while let Some((before, last)) = content.rsplit_once('\n') {
        if !is_rule(last) {
            break;
        }
        content = before.trim_end();
    }
    if is_rule(content) {
        content = "";
    }
    begin..begin + content.len()
}

/// Whether a line does nothing but part what stands above it from what stands below.
fn is_rule(line: &str) -> bool {
    let line = line.trim();
    let mut chars = line.chars();
    let first = chars.next();
    first.is_some_and(|first| matches!(first, '-' | '=' | '*' | '_') && chars.all(|c| c == first))
        && (line.len() > 2 || line == "-")
}

/// The lines of a piece as one.
pub(super) fn in_one_line(text: &str, piece: Range<usize>) -> Located<'_> {
    let content = &text[piece.clone()];
    if !content.contains(['\n', '\r']) {
        return Located::new(content, piece.start);
    }
    let lines: Vec<&str> = content
        .split(['\n', '\r'])
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .collect();
    Located::new(lines.join(" "), piece.start)
}

/// A piece with the lines that it has; they end with line feeds alone.
pub(super) fn as_it_stands(text: &str, piece: Range<usize>) -> Located<'_> {
    let content = &text[piece.clone()];
    if content.contains("\r\n") {
        return Located::new(content.replace("\r\n", "\n"), piece.start);
    }
    Located::new(content, piece.start)
}

/// The same, without the blanks that all lines but the first begin with: they stand below it.
pub(super) fn aligned(text: &str, piece: Range<usize>) -> Located<'_> {
    let found = as_it_stands(text, piece);
    let blanks = |line: &str| line.len() - line.trim_start_matches([' ', '\t']).len();
    let below = || found.text.split('\n').skip(1);
    let filled = below().filter(|line| !line.trim().is_empty());
    let depth = filled.map(blanks).min().unwrap_or(0);
    if depth == 0 {
        return found;
    }
    let mut lines: Vec<&str> = found.text.split('\n').take(1).collect();
    lines.extend(below().map(|line| line.get(depth..).unwrap_or_default()));
    Located::new(lines.join("\n"), found.offset)
}

/// Takes what stands before the first question: one line is a title, and more is skipped.
pub(super) fn preamble<'a>(text: &'a str, end: usize, sink: &mut Sink<'a>) {
    let piece = trimmed(text, 0..end);
    let content = &text[piece.clone()];
    if content.is_empty() {
        return;
    }
    if content.contains('\n') {
        sink.skipped(piece.start, || Note {
            what: "a text".to_owned(),
            why: "it stands before the first question",
        });
    } else if sink.document.title.is_none() {
        sink.document.title = Some(content.into());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_know_where_they_begin() {
        let found: Vec<_> = lines("a\r\n\né\nb").collect();
        assert_eq!(found, [(0, "a"), (3, ""), (4, "é"), (7, "b")]);
    }

    #[test]
    fn pieces_end_where_something_is_said() {
        for (text, expected) in [
            (" \n a \n b\n\n", "a \n b"),
            ("a\n---\n\n-\n", "a"),
            ("a\n--\n", "a\n--"),
            ("a\n- b\n", "a\n- b"),
            ("====", ""),
            (" ", ""),
        ] {
            assert_eq!(&text[trimmed(text, 0..text.len())], expected, "{text:?}");
        }
    }

    #[test]
    fn lines_below_the_first_are_aligned_with_it() {
        for (text, expected) in [
            ("a\n   b\n\n     c", "a\nb\n\n  c"),
            ("a\r\n  b", "a\nb"),
            ("a\nb\n  c", "a\nb\n  c"),
            ("a", "a"),
        ] {
            assert_eq!(aligned(text, 0..text.len()).text, expected, "{text:?}");
        }
    }
}
