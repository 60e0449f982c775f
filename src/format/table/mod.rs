//! Rows of values, with commas, semicolons or tabs between.
//!
//! The way of a table: `dialect` tells how its cells are separated, `rows` finds them and where they stand, `columns`
//! says what each is for, `entry` makes an entry of a row, and `phrasings` brings rows together that are one entry.

mod columns;
mod dialect;
mod entry;
mod languages;
mod list;
mod names;
mod phrasings;
mod qna_maker;
mod record;
mod rows;
#[cfg(test)]
mod spectrum;
mod write;

use self::columns::Columns;
use self::dialect::Dialect;
use self::phrasings::Phrasings;
use self::rows::Rows;
use super::inspection::Note;
use super::sink::Sink;
use super::{Fault, Format, FormatErrorKind};
use crate::limits::ENTRIES;

pub(super) use self::dialect::{names_columns, names_separator};
pub(super) use self::write::{FIELDS, write};

/// Reads a table into a sink. Another separator than the one given is taken where the first row shows it.
pub(super) fn read<'a>(text: &'a str, separator: u8, sink: &mut Sink<'a>) -> Result<(), Fault> {
    let format = match separator {
        b'\t' => Format::Tsv,
        _ => Format::Csv,
    };
    let dialect = Dialect::of(text, separator);
    let mut rows = Rows::new(text, dialect, format);
    let mut first_rows: Vec<_> = rows.by_ref().take(dialect::HEAD_ROWS).collect();
    let names = first_rows.iter().position(dialect::is_header);
    for above in first_rows.drain(..names.unwrap_or_default()).flatten() {
        sink.skipped(above.offset, || Note {
            what: "a row".to_owned(),
            why: "it stands above the names of the columns",
        });
    }
    let mut rows = first_rows.into_iter().chain(rows);
    let Some(first) = rows.next() else {
        return Err(no_questions(format));
    };
    let first = first?;
    let columns = Columns::of(&first)?;
    sink.recognised(|| columns.shape());
    let mut phrasings = Phrasings::default();
    let mut like_questions = 0;
    let mut all = 0;
    let first = columns.are_unnamed().then_some(Ok(first));
    for row in first.into_iter().chain(rows) {
        let Some(row) = sink.accept(row)? else {
            continue;
        };
        let crlf = dialect.crlf;
        let Some(draft) = sink.accept(entry::draft(row, &columns, crlf, format))? else {
            continue;
        };
        let Some(draft) = entry::with_content(draft, sink) else {
            continue;
        };
        if all == ENTRIES {
            return Err(Fault {
                offset: draft.offset,
                kind: FormatErrorKind::TooMany {
                    what: "entries",
                    limit: ENTRIES,
                },
            });
        }
        all += 1;
        sink.memory.lend(phrasings::size(&draft), draft.offset)?;
        like_questions += usize::from(entry::is_like_a_question(&draft));
        phrasings.add(draft);
    }
    let has_faults = sink.kept.as_ref().is_some_and(|it| !it.faults.is_empty());
    if all == 0 && !has_faults {
        return Err(no_questions(format));
    }
    // Without names, any list of pairs would be a FAQ.
    if columns.are_unnamed() && like_questions * 2 < all {
        return Err(columns.unknown());
    }
    for draft in phrasings.into_drafts() {
        sink.entry(draft)?;
    }
    Ok(())
}

fn no_questions(format: Format) -> Fault {
    Fault {
        offset: 0,
        kind: FormatErrorKind::NoQuestions { format },
    }
}
