//! How the cells of a table are separated and quoted: its first rows show it.

use super::names;
use super::rows::{Row, Rows, closing_quote};
use crate::format::{Fault, Format};

/// How the cells of one table are told apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Dialect {
    /// What stands between two cells.
    pub(super) separator: u8,
    /// Whether a cell that begins with a quote ends with one.
    pub(super) quoting: bool,
    /// Whether lines end with CR LF; a line end within a cell is one of them then.
    pub(super) crlf: bool,
    /// Where the first row begins, in bytes.
    pub(super) start: usize,
}

/// What separates cells, in tables that people have.
const SEPARATORS: [u8; 3] = [b',', b';', b'\t'];

impl Dialect {
    /// The dialect of a text, where cells are expected to be separated like this.
    pub(super) fn of(text: &str, expected: u8) -> Self {
        let (line, _) = text.split_once('\n').unwrap_or((text, ""));
        let dialect = Self {
            separator: expected,
            quoting: true,
            crlf: line.ends_with('\r'),
            start: 0,
        };
        if let Some(separator) = named_separator(line) {
            return Self {
                separator,
                start: (line.len() + 1).min(text.len()),
                ..dialect
            };
        }
        let separator = separator(text, dialect);
        Self {
            separator,
            quoting: separator != b'\t' || !has_literal_quotes(text, dialect),
            ..dialect
        }
    }
}

/// What a first line `sep=;` says, as Excel understands it.
fn named_separator(line: &str) -> Option<u8> {
    match line.trim_end().as_bytes() {
        [b's' | b'S', b'e' | b'E', b'p' | b'P', b'=', separator] => Some(*separator),
        _ => (line.trim_end_matches('\r') == "sep=\t").then_some(b'\t'),
    }
    .filter(|separator| separator.is_ascii() && !matches!(separator, b'"' | b'='))
}

/// The separator with which the first row names columns, or else the one with which it has several cells.
fn separator(text: &str, dialect: Dialect) -> u8 {
    let expected = dialect.separator;
    let others = SEPARATORS.into_iter().filter(|&other| other != expected);
    let candidates = || std::iter::once(expected).chain(others.clone());
    let rows = |separator| {
        let dialect = Dialect {
            separator,
            ..dialect
        };
        Rows::new(text, dialect, Format::Csv)
    };
    let has_header = |separator: &u8| rows(*separator).take(HEAD_ROWS).any(|row| is_header(&row));
    let has_cells = |separator: &u8| {
        let first = rows(*separator).next();
        first.is_some_and(|row| row.is_ok_and(|row| row.cells.len() > 1))
    };
    let found = candidates().find(has_header);
    found
        .or_else(|| candidates().find(has_cells))
        .unwrap_or(expected)
}

/// How many rows are looked at for the names of the columns: spreadsheets have a title above them, and when it was written.
pub(super) const HEAD_ROWS: usize = 10;

/// Whether a row names a column of questions and one of answers.
pub(super) fn is_header(row: &Result<Row<'_>, Fault>) -> bool {
    row.as_ref().is_ok_and(names::names_both)
}

/// Whether quotes in a table with tabs are mere characters: some do not pair, and yet no line lacks a cell.
///
/// Tools that do not know quotes write such tables. Where a row has its cells as well when quotes are quotes, they are.
fn has_literal_quotes(text: &str, dialect: Dialect) -> bool {
    let tabs = |line: &str| line.bytes().filter(|&byte| byte == b'\t').count();
    let mut lines = text.lines().filter(|line| !line.trim().is_empty());
    let Some(first) = lines.clone().next() else {
        return false;
    };
    let width = tabs(first);
    let is_unpaired = |cell: &str| {
        let cell = cell.trim_end_matches([' ', '\r']);
        cell.starts_with('"') && closing_quote(cell, 1) != Some(cell.len() - 1)
    };
    let mut unpaired = false;
    lines.all(|line| {
        unpaired = unpaired || line.split('\t').any(is_unpaired);
        tabs(line) == width
    }) && unpaired
        && !is_whole_with_quotes(text, dialect)
}

/// Whether all quotes in a table with tabs pair when they are quotes, and no row lacks a cell.
fn is_whole_with_quotes(text: &str, dialect: Dialect) -> bool {
    let dialect = Dialect {
        separator: b'\t',
        ..dialect
    };
    let mut widths =
        Rows::new(text, dialect, Format::Tsv).map(|row| row.ok().map(|row| row.cells.len()));
    let first = widths.next().flatten();
    first.is_some() && widths.all(|width| width == first)
}

/// Whether a line says what separates the cells of the table below it.
pub(in crate::format) fn names_separator(line: &str) -> bool {
    named_separator(line).is_some()
}

/// Whether a line is the first of a table: it names a column of questions and one of answers.
pub(in crate::format) fn names_columns(line: &str, separator: u8) -> bool {
    let dialect = Dialect {
        separator,
        quoting: true,
        crlf: false,
        start: 0,
    };
    let row = Rows::new(line, dialect, Format::Csv).next();
    row.is_some_and(|row| row.is_ok_and(|row| names::names_both(&row)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_row_shows_the_separator() {
        for (text, expected, separator, start) in [
            ("question,answer\n", b',', b',', 0),
            ("Question;Answer\n", b',', b';', 0),
            ("Question;\"Answer, short\";answer\n", b',', b';', 0),
            ("question\tanswer\n", b',', b'\t', 0),
            ("question,answer\n", b'\t', b',', 0),
            ("Why?,So.\n", b',', b',', 0),
            ("Why, tell me?;So.\n", b',', b',', 0),
            ("Why?;So.\n", b',', b';', 0),
            ("sep=;\r\nquestion,x;answer\n", b',', b';', 7),
            ("sep=|\nquestion|answer\n", b',', b'|', 6),
            ("sep=;", b',', b';', 5),
            ("nothing", b',', b',', 0),
        ] {
            let dialect = Dialect::of(text, expected);
            assert_eq!(
                (dialect.separator, dialect.start),
                (separator, start),
                "{text:?}"
            );
        }
    }

    #[test]
    fn quotes_between_tabs_may_be_mere_characters() {
        for (text, quoting) in [
            ("question\tanswer\nWhy?\t\"So.\"\n", true),
            ("question\tanswer\nWhy?\t\"So\nit is.\"\n", true),
            ("question\tanswer\nWhy?\t\"No\" is not one.\n", false),
            ("question\tanswer\nWhy?\t\"24 inches\n", false),
            ("question\tanswer\nWhy?\t\"24\ninches\n", true),
            // Each line has two tabs, and yet it is one row.
            ("question\tanswer\tid\nWhy?\t\"a\tb\nc\td\"\te\n", true),
        ] {
            assert_eq!(Dialect::of(text, b'\t').quoting, quoting, "{text:?}");
        }
    }
}
