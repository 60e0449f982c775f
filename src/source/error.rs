//! Why a source could not be read, and what to do about it.

use std::fmt;
use std::io;

use super::OtherFile;
use crate::limits::Size;
use crate::position::Position;

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
    /// It is a file of another kind than text, such as a spreadsheet.
    OtherFile(OtherFile),
    /// It holds a NUL byte, which no text has.
    Binary {
        /// Where the NUL is, in bytes from 0.
        offset: usize,
        /// Its line and column.
        position: Position,
    },
    /// It begins with the byte order mark of another encoding.
    OtherEncoding {
        /// The encoding.
        encoding: &'static str,
    },
    /// It was written to while it was read.
    Changed,
    /// It is not UTF-8.
    Encoding {
        /// Where the first bad byte is, in bytes from 0; a byte order mark counts.
        offset: usize,
        /// That byte.
        byte: u8,
        /// Its line and column.
        position: Position,
    },
}

impl SourceError {
    /// What was wrong with a source of this name, which may be a path.
    #[must_use]
    pub fn new(name: impl Into<String>, kind: SourceErrorKind) -> Self {
        Self {
            name: name.into(),
            kind,
        }
    }

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
            SourceErrorKind::TooManyFiles { .. } => {
                "name a folder in it, or its files; this limit cannot be raised".to_owned()
            }
            SourceErrorKind::TooLarge { .. } => {
                "leave out what is no question, or allow more with --max-size SIZE, such as 4G"
                    .to_owned()
            }
            SourceErrorKind::Changed => "run this again when it has been written".to_owned(),
            SourceErrorKind::OtherFile(kind) => kind.mend(name),
            SourceErrorKind::Binary { .. } => {
                "name a text file; UTF-16 text becomes UTF-8 with `iconv -f UTF-16 -t UTF-8`"
                    .to_owned()
            }
            SourceErrorKind::OtherEncoding { encoding } => {
                format!("convert it: iconv -f {encoding} -t UTF-8 {name} > new-file")
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
                write!(f, "{name}: holds more files than the limit of {limit}")
            }
            SourceErrorKind::TooLarge { limit } => {
                write!(f, "{name}: more than the limit of {} in all", Size(*limit))
            }
            SourceErrorKind::OtherFile(kind) => {
                write!(f, "{name}: is {}, not text", kind.title(name))
            }
            SourceErrorKind::Binary { offset, position } => {
                write!(f, "{name}:{position}: is not text (NUL at byte {offset})")
            }
            SourceErrorKind::OtherEncoding { encoding } => {
                write!(f, "{name}: is {encoding}, not UTF-8")
            }
            SourceErrorKind::Changed => {
                write!(f, "{name}: was written to while it was read")
            }
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
