//! The rows of a table, and where their cells stand: [`Record`] has what they say, the text tells the places.

use std::borrow::Cow;

use super::dialect::Dialect;
use super::record::{Next, Record};
use crate::format::{Fault, Format, FormatErrorKind, bounds};
use crate::limits::COLUMNS;

/// A value of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Cell<'a> {
    pub(super) text: Cow<'a, str>,
    /// Where it begins in the source, its quote included, in bytes.
    pub(super) offset: usize,
}

/// A row that has at least one cell that is not blank.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Row<'a> {
    /// Where it begins in the source, in bytes.
    pub(super) offset: usize,
    pub(super) cells: Vec<Cell<'a>>,
}

/// The rows of a text, one after another; a row whose quotes do not pair is a fault.
pub(super) struct Rows<'a> {
    text: &'a str,
    dialect: Dialect,
    format: Format,
    record: Record<'a>,
    /// Whether a row was met that ends the reading.
    is_cut: bool,
}

impl<'a> Rows<'a> {
    pub(super) fn new(text: &'a str, dialect: Dialect, format: Format) -> Self {
        Self {
            text,
            dialect,
            format,
            record: Record::new(text.get(dialect.start..).unwrap_or_default(), dialect),
            is_cut: false,
        }
    }

    /// The row just read, which begins here or after the blank lines here.
    fn row(&self, begin: usize) -> Result<Row<'a>, Fault> {
        let offset = self.behind_blank_lines(begin);
        let mut cells = Vec::with_capacity(self.record.len());
        let mut at = offset;
        for value in self.record.iter() {
            let (cell, end) = if self.dialect.quoting && self.text[at..].starts_with('"') {
                self.quoted(at, value)?
            } else {
                self.bare(at, value)?
            };
            cells.push(cell);
            // A separator, or the end of the row.
            at = (end + 1).min(self.text.len());
        }
        Ok(Row { offset, cells })
    }

    fn behind_blank_lines(&self, begin: usize) -> usize {
        let rest = &self.text[begin..];
        begin + (rest.len() - rest.trim_start_matches(['\r', '\n']).len())
    }

    /// A cell whose quote stands here, and where it ends.
    fn quoted(&self, at: usize, value: &str) -> Result<(Cell<'a>, usize), Fault> {
        let unclosed = || self.fault(at, "the quote that is opened here is never closed");
        let close = closing_quote(self.text, at + 1).ok_or_else(unclosed)?;
        let after = &self.text[close + 1..];
        let blanks = after.len() - after.trim_start_matches(' ').len();
        let end = close + 1 + blanks;
        let content = &self.text[at + 1..close];
        match self.text.as_bytes().get(end) {
            None | Some(b'\r' | b'\n') => {}
            Some(&next) if next == self.dialect.separator => {}
            // Its real end is most likely missing, so that the next cell's quote was taken for it.
            Some(_) if content.contains('\n') => return Err(unclosed()),
            Some(_) => return Err(self.fault(end, "text stands after a closing quote")),
        }
        let text = if content.contains('"') {
            Cow::Owned(value[..value.len().saturating_sub(blanks)].to_owned())
        } else {
            Cow::Borrowed(content)
        };
        Ok((Cell { text, offset: at }, end))
    }

    /// A cell without quotes, and where it ends. The blanks around it are not of it.
    fn bare(&self, at: usize, value: &str) -> Result<(Cell<'a>, usize), Fault> {
        let end = at + value.len();
        let source = self.text.get(at..end).filter(|&source| source == value);
        let Some(source) = source else {
            // The parser leaves out a byte order mark.
            let text = Cow::Owned(value.to_owned());
            return Ok((Cell { text, offset: at }, end));
        };
        let content = source.trim_start_matches(' ');
        let offset = end - content.len();
        let content = content.trim_end_matches(' ');
        let cell = |text| Cell { text, offset };
        if offset == at || !self.dialect.quoting || !content.starts_with('"') {
            return Ok((cell(Cow::Borrowed(content)), end));
        }
        // Blanks before the quote: as long as it holds no separator, it is clear what is meant.
        if closing_quote(content, 1) == Some(content.len() - 1) {
            let text = content[1..content.len() - 1].replace("\"\"", "\"");
            return Ok((cell(Cow::Owned(text)), end));
        }
        Err(self.fault(offset, "a blank stands before an opening quote"))
    }

    fn fault(&self, offset: usize, cause: &str) -> Fault {
        Fault {
            offset,
            kind: FormatErrorKind::Syntax {
                format: self.format,
                cause: cause.to_owned(),
            },
        }
    }
}

impl<'a> Iterator for Rows<'a> {
    type Item = Result<Row<'a>, Fault>;

    fn next(&mut self) -> Option<Self::Item> {
        while !self.is_cut {
            let begin = (self.dialect.start + self.record.read).min(self.text.len());
            match self.record.next() {
                Next::End => return None,
                Next::TooManyCells => {
                    self.is_cut = true;
                    let offset = self.behind_blank_lines(begin);
                    return Some(Err(bounds::too_many("cells in a row", COLUMNS, offset)));
                }
                Next::Record => {}
            }
            if self.record.iter().any(|cell| !cell.trim().is_empty()) {
                return Some(self.row(begin));
            }
        }
        None
    }
}

/// Where the quote stands that closes a cell whose content begins at `from`: the first that is not written twice.
pub(super) fn closing_quote(text: &str, from: usize) -> Option<usize> {
    let mut at = from;
    loop {
        let quote = at + text.get(at..)?.find('"')?;
        if text.as_bytes().get(quote + 1) != Some(&b'"') {
            return Some(quote);
        }
        at = quote + 2;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::position::Position;

    fn rows(text: &str) -> Vec<Result<Row<'_>, Fault>> {
        let dialect = Dialect {
            separator: b',',
            quoting: true,
            crlf: false,
            start: 0,
        };
        Rows::new(text, dialect, Format::Csv).collect()
    }

    #[test]
    fn cells_know_where_they_stand() {
        for (text, expected) in [
            ("a,b\nc\n", &[&[("a", 0), ("b", 2)][..], &[("c", 4)]][..]),
            ("\r\n\n a ,b \r\nc", &[&[("a", 4), ("b", 7)], &[("c", 11)]]),
            ("\"a\nb\",é,\"\"", &[&[("a\nb", 0), ("é", 6), ("", 9)]]),
            (
                "\"say \"\"a\"\"\" ,\"b\"",
                &[&[("say \"a\"", 0), ("b", 13)]],
            ),
            ("a, \"b \"\"c\"", &[&[("a", 0), ("b \"c", 3)]]),
            ("5\"6,b\"", &[&[("5\"6", 0), ("b\"", 4)]]),
            (",,\n , \n\"\",a", &[&[("", 7), ("a", 10)]]),
            ("a,", &[&[("a", 0), ("", 2)]]),
            ("a\rb", &[&[("a", 0)], &[("b", 2)]]),
            ("", &[]),
        ] {
            let found: Vec<Vec<(String, usize)>> = rows(text)
                .into_iter()
                .map(|row| {
                    let cells = row.unwrap().cells.into_iter();
                    cells.map(|cell| (cell.text.into(), cell.offset)).collect()
                })
                .collect();
            let expected: Vec<Vec<(String, usize)>> = expected
                .iter()
                .map(|row| row.iter().map(|&(text, at)| (text.into(), at)).collect())
                .collect();
            assert_eq!(found, expected, "{text:?}");
        }
    }

    #[test]
    fn what_stands_in_the_source_is_borrowed() {
        let text = "a,\"b\nc\", d \"e\"";
        let row = rows(text).remove(0).unwrap();
        let borrowed = |cell: &Cell<'_>| matches!(cell.text, Cow::Borrowed(_));
        assert!(row.cells.iter().all(borrowed), "{row:?}");
    }

    #[test]
    fn quotes_that_do_not_pair_are_named_where_they_were_opened() {
        for (text, place) in [
            ("a,b\nc,\"d\ne,f\n", "2:3: the quote that is opened here"),
            (
                "a,b\nc,\"d\ne,\"f\"\n",
                "2:3: the quote that is opened here",
            ),
            ("a,\"", "1:3: the quote that is opened here"),
            ("a,\"b\"\"", "1:3: the quote that is opened here"),
            ("a,\"b\"c", "1:6: text stands after a closing quote"),
            ("a,\"b \"c\" d\"", "1:7: text stands after a closing quote"),
            ("a, \"b, c\"", "1:4: a blank stands before an opening quote"),
        ] {
            let fault = rows(text).into_iter().find_map(Result::err).unwrap();
            let place_and_cause = match fault.kind {
                FormatErrorKind::Syntax { cause, .. } => {
                    format!("{}: {cause}", Position::of(text, fault.offset))
                }
                other => panic!("{other:?}"),
            };
            assert!(place_and_cause.starts_with(place), "{place_and_cause}");
        }
    }
}
