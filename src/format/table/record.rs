//! One record of a table after the other, unquoted: `csv-core` parses.

use csv_core::{ReadRecordResult, Reader, ReaderBuilder};

use super::dialect::Dialect;
use crate::limits::COLUMNS;

/// Reads records into itself.
pub(super) struct Record<'a> {
    reader: Reader,
    rest: &'a [u8],
    /// How much of the text was read, in bytes.
    pub(super) read: usize,
    /// The cells, one after the other, and where each ends; there is more room than is used.
    bytes: Vec<u8>,
    ends: Vec<usize>,
    cells: usize,
}

/// What was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Next {
    Record,
    /// The beginning of one that has too many cells.
    TooManyCells,
    End,
}

impl<'a> Record<'a> {
    pub(super) fn new(text: &'a str, dialect: Dialect) -> Self {
        Self {
            reader: ReaderBuilder::new()
                .delimiter(dialect.separator)
                .quoting(dialect.quoting)
                .build(),
            rest: text.as_bytes(),
            read: 0,
            bytes: vec![0; 1024],
            ends: vec![0; 16],
            cells: 0,
        }
    }

    /// Reads the next record.
    pub(super) fn next(&mut self) -> Next {
        self.cells = 0;
        let mut written = 0;
        loop {
            let (bytes, ends) = (&mut self.bytes[written..], &mut self.ends[self.cells..]);
            let (result, read, more, cells) = self.reader.read_record(self.rest, bytes, ends);
            self.rest = &self.rest[read..];
            self.read += read;
            written += more;
            self.cells += cells;
            match result {
                // Nothing is left to be read: once more, for it to see that.
                ReadRecordResult::InputEmpty => {}
                ReadRecordResult::OutputFull => self.bytes.resize(2 * self.bytes.len(), 0),
                ReadRecordResult::OutputEndsFull if self.ends.len() > COLUMNS => {
                    return Next::TooManyCells;
                }
                ReadRecordResult::OutputEndsFull => {
                    let room = (2 * self.ends.len()).min(COLUMNS + 1);
                    self.ends.resize(room, 0);
                }
                ReadRecordResult::Record if self.cells > COLUMNS => return Next::TooManyCells,
                ReadRecordResult::Record => return Next::Record,
                ReadRecordResult::End => return Next::End,
            }
        }
    }

    /// How many cells there are.
    pub(super) fn len(&self) -> usize {
        self.cells
    }

    /// The cells. They are UTF-8 as the text was: what parts them is ASCII.
    pub(super) fn iter(&self) -> impl Iterator<Item = &str> {
        let mut start = 0;
        self.ends[..self.cells].iter().map(move |&end| {
            let cell = &self.bytes[start..end];
            start = end;
            std::str::from_utf8(cell).unwrap_or_default()
        })
    }
}
