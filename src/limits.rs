//! How much is taken in at most, and why: files come from strangers, and what is asked of this program stays bounded.
//!
//! Each limit has one name, which the message of its refusal uses. `docs/reliability.md` has them as a table.

use std::fmt;

/// The bytes that are read in all, unless told otherwise: every file of a FAQ together.
///
/// A gigabyte of questions is more than anybody has written; memory is a few times that.
pub const FILE_SIZE: u64 = 1 << 30;

/// How deep lists and objects, or lists and quotations of Markdown, may be nested in what is read: no field of a FAQ
/// comes near it, and whatever reads them need not fear for its stack.
pub const NESTING: usize = 128;

/// How deep questions are looked for in JSON-LD, lists counted as well: ten are enough for a page of a site within a
/// graph.
pub const LINKED_NESTING: usize = 16;

/// The entries of a document: what is kept of each in memory is many times the shortest entry that can be written.
pub const ENTRIES: usize = 1_000_000;

/// The bytes of a text that stands in a field.
pub const FIELD_SIZE: usize = 32 << 20;

/// The texts that stand in a list: the alternates, tags or related ids of an entry, or a group of synonyms.
pub const LIST_LENGTH: usize = 100_000;

/// The groups of synonyms of a document: the first question is compared with all of them.
pub const SYNONYMS: usize = 100_000;

/// The fields of an object of JSON: all of them are looked at together.
pub const MEMBERS: usize = 100_000;

/// The bytes of memory that a FAQ of so many bytes may take while it is read and asked, unless told otherwise: six times
/// its size, and 32 MiB. Whoever hands one over then knows what it costs at most; a usual one takes half of that.
#[must_use]
pub fn memory(size: u64) -> u64 {
    let bytes = size.saturating_mul(6).saturating_add(32 << 20);
    // It is told to people.
    bytes.next_multiple_of(1 << 20)
}

/// A size that is worth trying where a limit of so many bytes was too low: four times as much, as people write it.
pub(crate) fn more(limit: u64) -> String {
    let mib = (limit >> 20).saturating_mul(4).max(64);
    if mib < 1024 {
        format!("{mib}M")
    } else {
        format!("{}G", mib.div_ceil(1024))
    }
}

/// What the program itself takes of it: its code, its lexicon, room for a question.
pub(crate) const PROGRAM_MEMORY: u64 = 8 << 20;

/// The attributes of a tag of HTML: each takes a part of the stack while it is read.
pub const ATTRIBUTES: usize = 100;

/// The columns of a table, and so the cells of a row.
pub const COLUMNS: usize = 10_000;

/// The bytes of a question in a batch. Of each question the [beginning](crate::MAX_QUESTION_BYTES) counts.
pub const QUESTION_SIZE: usize = 16 << 20;

/// The files of a folder: whoever names a whole disk is told so at once.
pub const FILES: usize = 10_000;

/// How deep folders are searched: deeper ones are no documentation, and are passed over.
pub const FOLDER_LEVELS: usize = 16;

/// A number of bytes, as people write it: `1 GiB`, `1500 bytes`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size(pub u64);

impl Size {
    /// Reads what people type: a whole number of bytes, or of K, M, G or T, which are powers of 1024; `MiB` and `MB`
    /// mean the same as `M`. None where it is something else, or more than can be counted.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let end = text.find(|c: char| !c.is_ascii_digit());
        let (digits, unit) = text.split_at(end.unwrap_or(text.len()));
        let unit = unit.trim_start().to_ascii_uppercase();
        let power = match unit.as_str() {
            "" | "B" => 0,
            "K" | "KB" | "KIB" => 10,
            "M" | "MB" | "MIB" => 20,
            "G" | "GB" | "GIB" => 30,
            "T" | "TB" | "TIB" => 40,
            _ => return None,
        };
        let bytes = digits.parse::<u64>().ok()?.checked_mul(1 << power)?;
        Some(Self(bytes))
    }
}

impl fmt::Display for Size {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let units = [(40, "TiB"), (30, "GiB"), (20, "MiB"), (10, "KiB")];
        let whole = |(power, _): &(u32, &str)| self.0 > 0 && self.0.trailing_zeros() >= *power;
        match units.iter().find(|unit| whole(unit)) {
            Some((power, unit)) => write!(f, "{} {unit}", self.0 >> power),
            None => write!(f, "{} bytes", self.0),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Size;

    #[test]
    fn sizes_are_read_as_they_are_written() {
        for (text, bytes, shown) in [
            ("0", 0, "0 bytes"),
            ("1500", 1500, "1500 bytes"),
            ("1536", 1536, "1536 bytes"),
            ("1k", 1024, "1 KiB"),
            ("500M", 500 << 20, "500 MiB"),
            ("2 GiB", 2 << 30, "2 GiB"),
            ("1gb", 1 << 30, "1 GiB"),
            ("16777215T", 16_777_215 << 40, "16777215 TiB"),
        ] {
            assert_eq!(Size::parse(text), Some(Size(bytes)), "{text}");
            assert_eq!(Size(bytes).to_string(), shown);
            assert_eq!(
                Size::parse(shown.trim_end_matches("ytes")),
                Some(Size(bytes))
            );
        }
        for text in [
            "",
            "M",
            "-1",
            "1.5G",
            "1 X",
            "16777216T",
            "99999999999999999999",
        ] {
            assert_eq!(Size::parse(text), None, "{text}");
        }
    }
}
