//! From a path or a stream to text: what is opened, how much is read, and which bytes are refused.

mod folder;

pub use folder::files_in;

use std::fmt;
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use crate::position::Position;

/// The most bytes that a source may have unless told otherwise: 1 GiB.
pub const DEFAULT_SIZE_LIMIT: u64 = 1 << 30;

/// How much is looked at before reading on: as much as `grep` looks at to tell text from binary.
const FIRST_BLOCK: u64 = 32 * 1024;

/// A file's text, and what to call it in messages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// The path, or what stands for one (`builtin`, `-`).
    pub name: String,
    /// The content, without a byte order mark.
    pub text: String,
    /// Whether it was found in a folder, and not named by anybody: it need not be a FAQ then.
    pub found: bool,
}

impl Source {
    /// A source whose text is at hand.
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            text: text.into(),
            found: false,
        }
    }

    /// Reads a file: a regular one, a FIFO, or anything else that can be opened and is not a directory.
    ///
    /// # Errors
    ///
    /// When it cannot be opened or read, is longer than `limit` bytes, or is not UTF-8 text.
    pub fn read_file(path: &Path, limit: u64) -> Result<Self, SourceError> {
        let name = path.display().to_string();
        let fail = |kind| SourceError {
            name: name.clone(),
            kind,
        };
        let file = File::open(path).map_err(|error| fail(SourceErrorKind::Open(error)))?;
        let metadata = file
            .metadata()
            .map_err(|error| fail(SourceErrorKind::Open(error)))?;
        if metadata.is_dir() {
            return Err(fail(SourceErrorKind::Directory));
        }
        // A sparse file of 10 GB is refused here by its size, unless its first block shows that it is binary.
        let announced = if metadata.is_file() {
            metadata.len()
        } else {
            0
        };
        Self::read(name, file, announced, limit)
    }

    /// Reads a stream, such as standard input, to its end.
    ///
    /// # Errors
    ///
    /// When it cannot be read, is longer than `limit` bytes, or is not UTF-8 text.
    pub fn read_stream(name: &str, stream: impl Read, limit: u64) -> Result<Self, SourceError> {
        Self::read(name.to_owned(), stream, 0, limit)
    }

    fn read(
        name: String,
        mut stream: impl Read,
        announced: u64,
        limit: u64,
    ) -> Result<Self, SourceError> {
        match read_text(&mut stream, announced, limit) {
            Ok(text) => Ok(Self::new(name, text)),
            Err(kind) => Err(SourceError { name, kind }),
        }
    }
}

fn read_text(
    stream: &mut impl Read,
    announced: u64,
    limit: u64,
) -> Result<String, SourceErrorKind> {
    let mut bytes = Vec::new();
    stream
        .take(FIRST_BLOCK.min(limit.saturating_add(1)))
        .read_to_end(&mut bytes)
        .map_err(SourceErrorKind::Read)?;
    if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) {
        return Err(SourceErrorKind::Utf16);
    }
    if let Some(offset) = bytes.iter().position(|&byte| byte == 0) {
        let position = Position::of(&String::from_utf8_lossy(&bytes[..offset]), usize::MAX);
        return Err(SourceErrorKind::Binary { offset, position });
    }
    if announced > limit {
        return Err(SourceErrorKind::TooLarge { limit });
    }
    let rest = limit.saturating_add(1).saturating_sub(bytes.len() as u64);
    bytes.reserve_exact(
        usize::try_from(announced.min(rest))
            .unwrap_or(0)
            .saturating_sub(bytes.len()),
    );
    stream
        .take(rest)
        .read_to_end(&mut bytes)
        .map_err(SourceErrorKind::Read)?;
    if bytes.len() as u64 > limit {
        return Err(SourceErrorKind::TooLarge { limit });
    }
    if bytes.starts_with(b"\xEF\xBB\xBF") {
        bytes.drain(..3);
    }
    String::from_utf8(bytes).map_err(|error| {
        let offset = error.utf8_error().valid_up_to();
        let bytes = error.into_bytes();
        let before = String::from_utf8_lossy(&bytes[..offset]);
        SourceErrorKind::Encoding {
            offset,
            byte: bytes[offset],
            position: Position::of(&before, usize::MAX),
        }
    })
}

/// Why a source could not be read.
#[derive(Debug)]
#[non_exhaustive]
pub struct SourceError {
    /// The path, or what stands for one.
    pub name: String,
    /// What was wrong.
    pub kind: SourceErrorKind,
}

/// What can be wrong with a source before anybody asks what it says.
#[derive(Debug)]
#[non_exhaustive]
pub enum SourceErrorKind {
    /// It could not be opened.
    Open(io::Error),
    /// It was opened, and reading it failed.
    Read(io::Error),
    /// It is a directory.
    Directory,
    /// It is a folder without a file of a format that is read.
    NothingInFolder,
    /// It is a folder with more files than anybody means.
    TooManyFiles {
        /// The most files that are read.
        limit: usize,
    },
    /// It has more bytes than the limit.
    TooLarge {
        /// The limit in bytes.
        limit: u64,
    },
    /// It holds a NUL byte, which no text has.
    Binary {
        /// Where the NUL is, in bytes from 0.
        offset: usize,
        /// Its line and column.
        position: Position,
    },
    /// It begins with the byte order mark of UTF-16.
    Utf16,
    /// It is not UTF-8.
    Encoding {
        /// Where the first bad byte is, in bytes from 0 (after a byte order mark).
        offset: usize,
        /// That byte.
        byte: u8,
        /// Its line and column.
        position: Position,
    },
}

impl SourceError {
    /// What to do about it.
    #[must_use]
    pub fn mend(&self) -> String {
        let name = &self.name;
        match &self.kind {
            SourceErrorKind::Open(error) if error.kind() == io::ErrorKind::NotFound => {
                "check the spelling of the path".to_owned()
            }
            SourceErrorKind::Open(error) if error.kind() == io::ErrorKind::PermissionDenied => {
                "make it readable for you, or name another file".to_owned()
            }
            SourceErrorKind::Open(_) | SourceErrorKind::Read(_) => {
                "check that it is a readable file".to_owned()
            }
            SourceErrorKind::Directory => "name a file in it".to_owned(),
            SourceErrorKind::NothingInFolder => {
                "name its files one by one, or give them an extension such as .json or .md"
                    .to_owned()
            }
            SourceErrorKind::TooManyFiles { .. } => "name a folder in it".to_owned(),
            SourceErrorKind::TooLarge { .. } => {
                "split it into several files, or leave out what is not a question".to_owned()
            }
            SourceErrorKind::Binary { .. } => {
                "name a text file; UTF-16 text becomes UTF-8 with `iconv -f UTF-16 -t UTF-8`"
                    .to_owned()
            }
            SourceErrorKind::Utf16 => {
                format!("convert it: iconv -f UTF-16 -t UTF-8 {name} > new-file")
            }
            SourceErrorKind::Encoding { .. } => format!(
                "convert it, if it is Latin-1: iconv -f ISO-8859-1 -t UTF-8 {name} > new-file"
            ),
        }
    }
}

impl fmt::Display for SourceError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = &self.name;
        match &self.kind {
            SourceErrorKind::Open(error) => write!(f, "{name}: cannot be opened: {error}"),
            SourceErrorKind::Read(error) => write!(f, "{name}: cannot be read: {error}"),
            SourceErrorKind::Directory => write!(f, "{name}: is a directory, not a file"),
            SourceErrorKind::NothingInFolder => {
                write!(f, "{name}: holds no file of a format that is read")
            }
            SourceErrorKind::TooManyFiles { limit } => {
                write!(f, "{name}: holds more than {limit} files")
            }
            SourceErrorKind::TooLarge { limit } => {
                write!(f, "{name}: is larger than the limit of {limit} bytes")
            }
            SourceErrorKind::Binary { offset, position } => {
                write!(f, "{name}:{position}: is not text (NUL at byte {offset})")
            }
            SourceErrorKind::Utf16 => write!(f, "{name}: is UTF-16, not UTF-8"),
            SourceErrorKind::Encoding {
                offset,
                byte,
                position,
            } => {
                write!(
                    f,
                    "{name}:{position}: is not UTF-8 (byte 0x{byte:02X} at offset {offset}); it may be Latin-1"
                )
            }
        }
    }
}

impl std::error::Error for SourceError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match &self.kind {
            SourceErrorKind::Open(error) | SourceErrorKind::Read(error) => Some(error),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kind(bytes: &[u8], limit: u64) -> Result<String, SourceErrorKind> {
        Source::read_stream("x", bytes, limit)
            .map(|source| source.text)
            .map_err(|error| error.kind)
    }

    #[test]
    fn text_is_read_and_a_byte_order_mark_dropped() {
        assert_eq!(kind(b"\xEF\xBB\xBF{}\r\n", 100).unwrap(), "{}\r\n");
        assert_eq!(kind(b"", 100).unwrap(), "");
    }

    #[test]
    fn the_limit_is_the_largest_size_allowed() {
        assert_eq!(kind(b"12345", 5).unwrap(), "12345");
        assert!(matches!(
            kind(b"123456", 5),
            Err(SourceErrorKind::TooLarge { limit: 5 })
        ));
    }

    #[test]
    fn an_endless_stream_is_refused_without_reading_on() {
        let endless = Source::read_stream("zero", io::repeat(0), DEFAULT_SIZE_LIMIT)
            .map_err(|error| error.kind);
        assert!(matches!(
            endless,
            Err(SourceErrorKind::Binary { offset: 0, .. })
        ));
        let endless =
            Source::read_stream("a", io::repeat(b'a'), 100_000).map_err(|error| error.kind);
        assert!(matches!(
            endless,
            Err(SourceErrorKind::TooLarge { limit: 100_000 })
        ));
    }

    #[test]
    fn other_encodings_are_named() {
        assert!(matches!(
            kind(b"\xFF\xFE{\0}\0", 100),
            Err(SourceErrorKind::Utf16)
        ));
        assert!(matches!(
            kind(b"ab\nc\xE9", 100),
            Err(SourceErrorKind::Encoding {
                offset: 4,
                byte: 0xE9,
                position: Position { line: 2, column: 2 }
            })
        ));
    }
}
