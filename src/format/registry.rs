//! The readers and writers that this build has: the one place that says what each feature adds.

use std::io;

#[cfg(feature = "html")]
use super::html;
#[cfg(feature = "markdown")]
use super::markdown;
use super::sink::Sink;
#[cfg(feature = "tables")]
use super::table;
use super::{Fault, Field, Format, FormatErrorKind, json, text};
use crate::model::Faq;

/// Finds the entries of a text.
type Read = for<'a> fn(&'a str, &mut Sink<'a>) -> Result<(), Fault>;

/// Writes a FAQ, and tells after each entry how many there are so far.
type Write = fn(&Faq<'_>, &mut dyn io::Write, &mut dyn FnMut(usize)) -> io::Result<()>;

/// How a format is read and written.
#[derive(Clone, Copy)]
pub(super) struct Codec {
    read: Read,
    /// None where a FAQ can only be read.
    pub(super) write: Option<Write>,
    /// What it holds beside questions and answers.
    pub(super) fields: &'static [Field],
}

/// How this build reads and writes a format, if it does.
#[inline]
pub(super) fn codec(format: Format) -> Option<Codec> {
    Some(match format {
        Format::Json => Codec {
            read: json::read,
            write: Some(json::write),
            fields: json::FIELDS,
        },
        Format::Ndjson => Codec {
            read: json::read_lines,
            write: Some(json::write_lines),
            fields: json::LINE_FIELDS,
        },
        Format::Text => Codec {
            read: text::read,
            write: None,
            fields: &[],
        },
        #[cfg(feature = "html")]
        Format::JsonLd => Codec {
            read: |text, sink| json::read_json_ld(text, text, sink),
            write: Some(json::write_json_ld),
            fields: json::LD_FIELDS,
        },
        #[cfg(feature = "html")]
        Format::Html => Codec {
            read: html::read,
            write: Some(html::write),
            fields: html::FIELDS,
        },
        #[cfg(feature = "markdown")]
        Format::Markdown => Codec {
            read: markdown::read,
            write: Some(markdown::write),
            fields: markdown::FIELDS,
        },
        #[cfg(feature = "tables")]
        Format::Csv => Codec {
            read: |text, sink| table::read(text, b',', sink),
            write: Some(|faq, out, written| table::write(faq, b',', out, written)),
            fields: table::FIELDS,
        },
        #[cfg(feature = "tables")]
        Format::Tsv => Codec {
            read: |text, sink| table::read(text, b'\t', sink),
            write: Some(|faq, out, written| table::write(faq, b'\t', out, written)),
            fields: table::FIELDS,
        },
        #[allow(unreachable_patterns, reason = "with every feature there is none left")]
        _ => return None,
    })
}

/// Finds the entries of a text, or says that this build cannot.
pub(super) fn read<'a>(format: Format, text: &'a str, sink: &mut Sink<'a>) -> Result<(), Fault> {
    match codec(format) {
        Some(codec) => (codec.read)(text, sink),
        None => Err(Fault {
            offset: 0,
            kind: FormatErrorKind::NotBuiltIn { format },
        }),
    }
}

/// Whether a line names the columns of a table, and one of questions and one of answers among them.
#[cfg(feature = "tables")]
pub(super) use table::names_columns;

/// The same, by the plainest names: what is recognised as a table can be refused as one.
#[cfg(not(feature = "tables"))]
pub(super) fn names_columns(line: &str, separator: u8) -> bool {
    let has = |wanted: &str| {
        let mut cells = line.split(char::from(separator));
        cells.any(|cell| cell.trim_matches([' ', '"']).eq_ignore_ascii_case(wanted))
    };
    has("question") && has("answer")
}

/// Whether a line says what separates the cells of the table below it.
#[cfg(feature = "tables")]
pub(super) use table::names_separator;

/// The same, without asking what it is.
#[cfg(not(feature = "tables"))]
pub(super) fn names_separator(line: &str) -> bool {
    line.strip_prefix("sep=")
        .is_some_and(|rest| rest.trim_end().len() == 1)
}
