//! From a path or a stream to text: what is opened, how much is read, and which bytes are refused.

mod error;
mod folder;
mod other;
mod text;

pub use error::{SourceError, SourceErrorKind};
pub use folder::files_in;
pub use other::OtherFile;
pub(crate) use other::is_called;

use std::fs::{File, Metadata};
use std::io::Read;
use std::path::Path;
use std::time::SystemTime;

use text::read_text;

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
        let (file, metadata) = open(path).map_err(fail)?;
        // A sparse file of 10 GB is refused here by its size, unless its first block shows that it is binary.
        let announced = if metadata.is_file() {
            metadata.len()
        } else {
            0
        };
        let source = Self::read(name.clone(), &file, announced, limit)?;
        // Half of the old and half of the new file is no FAQ, even if it can be read as one.
        let now = file.metadata().map_err(SourceErrorKind::Read);
        match now.map_err(fail)? {
            now if metadata.is_file() && state(&now) != state(&metadata) => {
                Err(fail(SourceErrorKind::Changed))
            }
            _ => Ok(source),
        }
    }

    /// Reads a file that others may append to in the meantime, such as a log.
    ///
    /// # Errors
    ///
    /// Like those of [`read_file`](Self::read_file).
    pub fn read_log(path: &Path, limit: u64) -> Result<Self, SourceError> {
        let name = path.display().to_string();
        match open(path) {
            Ok((file, _)) => Self::read(name, file, 0, limit),
            Err(kind) => Err(SourceError { name, kind }),
        }
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

fn open(path: &Path) -> Result<(File, Metadata), SourceErrorKind> {
    let file = File::open(path).map_err(SourceErrorKind::Open)?;
    let metadata = file.metadata().map_err(SourceErrorKind::Open)?;
    if metadata.is_dir() {
        return Err(SourceErrorKind::Directory);
    }
    Ok((file, metadata))
}

/// What tells whether a file was written to; nothing where a system does not say.
fn state(metadata: &Metadata) -> (u64, Option<SystemTime>) {
    (metadata.len(), metadata.modified().ok())
}
