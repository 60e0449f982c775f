//! What of the text below a question is its answer.

use std::borrow::Cow;

use super::label::{self, Label};
use super::piece::{Kind, Piece};
use crate::format::draft::Located;

/// The answer between two bytes of a source: as it is written, without what only leads away from it at its end.
/// `pieces` are those that begin there. Blank when nothing is said.
pub(super) fn answer<'a>(
    source: &'a str,
    start: usize,
    end: usize,
    indent: usize,
    is_labelled: bool,
    pieces: &[Piece<'_>],
) -> Located<'a> {
    let start = start + leading(&source[start..end], indent);
    let end = trailing(source, start, end, pieces);
    let text = source[start..end].trim_end();
    let text = match text.strip_suffix(label::CONTAINER_END) {
        Some(inner) if is_labelled => inner.trim_end(),
        _ => text,
    };
    let (skip, marks) = announced(text, is_labelled);
    let text = dedent(&text[skip..], indent);
    let text = match marks {
        Some(marks) if !text.trim().is_empty() => Cow::Owned(format!("{marks}{text}")),
        _ => text,
    };
    Located::new(text, start + skip)
}

/// The length of the blank lines at the beginning, and of the white space after them, where it does not make it code.
fn leading(text: &str, indent: usize) -> usize {
    let bare = text.trim_start();
    let before = &text[..text.len() - bare.len()];
    let line = before.rfind(['\n', '\r']).map_or(0, |at| at + 1);
    let is_code = line > 0 && (before.len() - line >= indent + 4 || before[line..].contains('\t'));
    if is_code { line } else { before.len() }
}

/// Where the answer ends, when rules, comments, anchors and links to the top at its end are left out.
fn trailing(source: &str, start: usize, end: usize, pieces: &[Piece<'_>]) -> usize {
    let mut last = end;
    for piece in pieces.iter().rev() {
        let is_idle = matches!(piece.kind, Kind::Idle | Kind::Anchor(_) | Kind::Comment);
        if !is_idle || piece.start < start || piece.end > last {
            break;
        }
        if !source[piece.end..last].trim().is_empty() {
            break;
        }
        last = piece.start;
    }
    last
}

/// How long the label `A:` at the beginning is, with the mark of a list before it, and the marks of bold text that goes
/// on after it.
fn announced(text: &str, is_labelled: bool) -> (usize, Option<&str>) {
    if let Some(definition) = text.strip_prefix(": ") {
        return (text.len() - definition.trim_start().len(), None);
    }
    let item = text
        .strip_prefix(['-', '*', '+'])
        .filter(|rest| rest.starts_with(' '))
        .map_or(text, str::trim_start);
    let Some((Label::Answer, length)) = label::label(item) else {
        return (0, None);
    };
    let label = &item[..length];
    // `A. ` may be the name of a choice, unless the question has such a label.
    if !is_labelled && !label.contains([':', '：']) {
        return (0, None);
    }
    let skip = text.len() - item.len() + length;
    (skip, label::is_open(label))
}

/// Takes the indentation of a list's item from all lines.
fn dedent(text: &str, indent: usize) -> Cow<'_, str> {
    let blanks = |line: &str| {
        let blank = line.bytes().take(indent).take_while(|&byte| byte == b' ');
        blank.count()
    };
    let mut lines = text.split_inclusive('\n');
    if indent == 0 || lines.all(|line| blanks(line) == 0) {
        return Cow::Borrowed(text);
    }
    let mut dedented = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        dedented.push_str(&line[blanks(line)..]);
    }
    Cow::Owned(dedented)
}
