//! Writing a table: a header, then a row for each entry.
//!
//! Cells that begin with `=`, `+`, `-` or `@` are written as they are, though a spreadsheet takes them for formulas:
//! anything put before them would be read back as a part of the text.

use std::borrow::Cow;
use std::cell::RefCell;
use std::io::{self, Write};

use csv::{QuoteStyle, Writer, WriterBuilder};
use serde_json::Value;

use super::list::{LABELS, PHRASINGS};
use crate::format::Field;
use crate::model::{Entry, Faq};

/// What a table holds beside questions and answers.
pub(in crate::format) const FIELDS: &[Field] = &[
    Field::Id,
    Field::Alternates,
    Field::Tags,
    Field::Related,
    Field::Source,
    Field::Unknown,
];

/// A column: its name, and the cell of an entry in it.
type Column = (&'static str, fn(&Entry<'_>) -> String);

/// The columns that every table has.
const ALWAYS: [Column; 3] = [
    ("question", |entry| entry.question.to_string()),
    ("answer", |entry| entry.answer.to_string()),
    ("id", |entry| entry.id.to_string()),
];

/// The columns that a table has when an entry has something for them.
const WHERE_GIVEN: [Column; 5] = [
    ("alternates", |entry| PHRASINGS.join(&entry.alternates)),
    ("tags", |entry| LABELS.join(&entry.tags)),
    ("related", |entry| LABELS.join(&entry.related)),
    ("source", |entry| {
        entry.source.as_deref().unwrap_or_default().to_owned()
    }),
    ("extra", extra),
];

/// Writes a table with this separator.
pub(in crate::format) fn write(
    faq: &Faq<'_>,
    separator: u8,
    out: &mut dyn Write,
    written: &mut dyn FnMut(usize),
) -> io::Result<()> {
    let given = WHERE_GIVEN.into_iter().filter(|(_, cell)| {
        let is_given = |entry| !cell(entry).is_empty();
        faq.entries.iter().any(is_given)
    });
    let columns: Vec<Column> = ALWAYS.into_iter().chain(given).collect();
    let out = RefCell::new(out);
    let mut rows = Rows::new(&out, separator);
    rows.write(columns.iter().map(|(name, _)| Cow::Borrowed(*name)))?;
    for (number, entry) in (1..).zip(&faq.entries) {
        rows.write(columns.iter().map(|(_, cell)| Cow::Owned(cell(entry))))?;
        written(number);
    }
    Ok(())
}

/// The fields that the native file does not know, as an object of JSON with their values as written.
fn extra(entry: &Entry<'_>) -> String {
    let field = |it: &crate::model::Extra<'_>| {
        let name = Value::from(it.name.as_ref());
        format!("{name}:{}", it.json)
    };
    let fields: Vec<String> = entry.extra.iter().map(field).collect();
    if fields.is_empty() {
        return String::new();
    }
    format!("{{{}}}", fields.join(","))
}

/// Rows on their way out. Where blanks begin or end a cell, the row is quoted, so that they are seen to be of it.
struct Rows<'o, 'w> {
    bare: Writer<Shared<'o, 'w>>,
    quoted: Writer<Shared<'o, 'w>>,
}

impl<'o, 'w> Rows<'o, 'w> {
    fn new(out: &'o RefCell<&'w mut dyn Write>, separator: u8) -> Self {
        let writer = |style| {
            let mut builder = WriterBuilder::new();
            builder.delimiter(separator).quote_style(style);
            builder.from_writer(Shared(out))
        };
        Self {
            bare: writer(QuoteStyle::Necessary),
            quoted: writer(QuoteStyle::Always),
        }
    }

    fn write<'c>(&mut self, cells: impl Iterator<Item = Cow<'c, str>>) -> io::Result<()> {
        let cells: Vec<Cow<'c, str>> = cells.collect();
        let has_edges = |cell: &Cow<'_, str>| cell.starts_with(' ') || cell.ends_with(' ');
        let writer = if cells.iter().any(has_edges) {
            &mut self.quoted
        } else {
            &mut self.bare
        };
        writer
            .write_record(cells.iter().map(|cell| cell.as_bytes()))
            .map_err(io::Error::from)?;
        writer.flush()
    }
}

/// One way out for both kinds of rows.
struct Shared<'o, 'w>(&'o RefCell<&'w mut dyn Write>);

impl Write for Shared<'_, '_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().write(bytes)
    }

    /// Rows are flushed to keep their order: that need not reach the disk.
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
