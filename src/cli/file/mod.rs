//! Files that are written whole or not at all: whatever happens, there is the old file or the new one.

mod system;

use std::fs::{self, Metadata, OpenOptions};
use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::{Path, PathBuf};

use tempfile::{Builder, NamedTempFile};

use super::error::file::{FileError, FileErrorKind, folder_of};
use super::output::screen::Screen;
use system::{keep_names, keep_owner, make_usual};

/// As many links from one to the next as Linux follows.
const MOST_LINKS: usize = 40;

/// How much is written at once.
const BLOCK: usize = 64 * 1024;

/// Where to write, checked before any work is done for it.
#[derive(Debug)]
pub(super) struct Target {
    /// As it was named, for messages.
    name: PathBuf,
    kind: Kind,
}

#[derive(Debug)]
enum Kind {
    /// A FIFO, a device or a descriptor: there is nothing to be put in its place.
    Stream,
    /// A file, there or not, at the end of all links.
    File {
        path: PathBuf,
        old: Option<Box<Metadata>>,
        force: bool,
    },
}

impl Target {
    /// A file to write, over what is there if `force` says so. A link is followed, and stays.
    ///
    /// # Errors
    ///
    /// When it is a folder, its folder is not there, or it is there itself and `force` does not say so.
    pub(super) fn new(path: &Path, force: bool) -> Result<Self, FileError> {
        let name = path.to_owned();
        match kind(path, force) {
            Ok(kind) => Ok(Self { name, kind }),
            Err(kind) => Err(FileError { path: name, kind }),
        }
    }

    /// Writes what `content` writes.
    ///
    /// # Errors
    ///
    /// When that fails, or the file has come to be in the meantime; a file that was there is as it was then, and
    /// nothing else is left behind.
    pub(super) fn write(
        self,
        content: impl FnOnce(&mut dyn Write) -> io::Result<()>,
    ) -> Result<(), FileError> {
        let written = match &self.kind {
            Kind::Stream => stream(&self.name, content),
            Kind::File { path, old, force } => whole(path, old.as_deref(), *force, content),
        };
        written.map_err(|error| FileError {
            kind: match error.kind() {
                io::ErrorKind::AlreadyExists => FileErrorKind::Exists,
                _ => FileErrorKind::Write(error),
            },
            path: self.name,
        })
    }

    /// Writes a text, in the same way.
    pub(super) fn write_text(self, text: &str) -> Result<(), FileError> {
        self.write(|out| out.write_all(text.as_bytes()))
    }
}

fn kind(path: &Path, force: bool) -> Result<Kind, FileErrorKind> {
    if is_descriptor(path) {
        return Ok(Kind::Stream);
    }
    let old = match fs::metadata(path) {
        Ok(old) if old.is_dir() => return Err(FileErrorKind::Folder),
        Ok(old) if !old.is_file() => return Ok(Kind::Stream),
        Ok(_) if !force => return Err(FileErrorKind::Exists),
        Ok(old) => Some(Box::new(old)),
        Err(_) if ends_with_separator(path) => {
            return Err(FileErrorKind::Folder);
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => return Err(FileErrorKind::Write(error)),
    };
    let path = end_of_links(path).map_err(FileErrorKind::Write)?;
    if !folder_of(&path).is_dir() {
        return Err(FileErrorKind::NoFolder);
    }
    Ok(Kind::File { path, old, force })
}

/// Whether a path names an open descriptor: whatever that is, it is written to and not replaced.
fn is_descriptor(path: &Path) -> bool {
    let folder = path.parent().unwrap_or(path);
    ["/dev/fd", "/proc/self/fd"]
        .map(Path::new)
        .contains(&folder)
        || ["/dev/stdout", "/dev/stderr"]
            .map(Path::new)
            .contains(&path)
}

/// The file that a link leads to in the end, there or not; any other path is its own end.
fn end_of_links(path: &Path) -> io::Result<PathBuf> {
    let mut end = path.to_owned();
    for _ in 0..MOST_LINKS {
        match fs::read_link(&end) {
            // From the folder that the link is in.
            Ok(next) => end = folder_of(&end).join(next),
            Err(_) => return Ok(end),
        }
    }
    Err(io::Error::other("too many links"))
}

fn stream(path: &Path, content: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
    // A descriptor may stand anywhere in its file.
    let file = OpenOptions::new().append(true).open(path)?;
    if file.is_terminal() {
        return into(Screen::new(file), content).map(drop);
    }
    into(file, content).map(drop)
}

/// A file beside the one to be written, with the permissions that this has or will have.
fn temporary(path: &Path, old: Option<&Metadata>) -> io::Result<NamedTempFile> {
    let mut builder = Builder::new();
    builder.prefix(".faq-").suffix(".tmp");
    if old.is_none() {
        make_usual(&mut builder);
    }
    let file = builder.tempfile_in(folder_of(path)).map_err(cause)?;
    if let Some(old) = old {
        keep_owner(file.as_file(), old);
        file.as_file().set_permissions(old.permissions())?;
    }
    Ok(file)
}

/// The error of the system, without the name of a temporary file that means nothing to anybody.
fn cause(error: io::Error) -> io::Error {
    let inner = error.get_ref().and_then(|error| error.source());
    let code = inner
        .and_then(|inner| inner.downcast_ref::<io::Error>())
        .and_then(io::Error::raw_os_error);
    code.map_or(error, io::Error::from_raw_os_error)
}

/// Fills a file on the side, and gives it the name when it is whole and on the disk.
fn whole(
    path: &Path,
    old: Option<&Metadata>,
    force: bool,
    content: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> io::Result<()> {
    let mut file = temporary(path, old)?;
    into(file.as_file_mut(), content)?.sync_all()?;
    let named = if force {
        file.persist(path)
    } else {
        // Even if somebody else has made it since it was looked for, it is not written over.
        file.persist_noclobber(path)
    };
    named.map_err(|error| error.error)?;
    keep_names(folder_of(path))
}

fn into<W: Write>(out: W, content: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<W> {
    let mut out = BufWriter::with_capacity(BLOCK, out);
    content(&mut out)?;
    out.flush()?;
    out.into_inner().map_err(io::IntoInnerError::into_error)
}

/// Whether a path was written as that of a folder.
fn ends_with_separator(path: &Path) -> bool {
    let bytes = path.as_os_str().as_encoded_bytes();
    let last = bytes.last().copied().map(char::from);
    last.is_some_and(std::path::is_separator)
}
