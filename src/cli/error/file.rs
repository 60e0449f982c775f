//! Why a file could not be written, and what to do about it.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use crate::cli::typed;

/// Why a file could not be written.
#[derive(Debug)]
pub(in crate::cli) struct FileError {
    /// The file, as it was named.
    pub(in crate::cli) path: PathBuf,
    /// What was wrong.
    pub(in crate::cli) kind: FileErrorKind,
}

/// What can be wrong with a file that is to be written.
#[derive(Debug)]
pub(in crate::cli) enum FileErrorKind {
    /// It is there already.
    Exists,
    /// It is a folder.
    Folder,
    /// The folder that it is to be in is not there.
    NoFolder,
    /// Making it, filling it or giving it its name failed.
    Write(io::Error),
}

impl FileError {
    /// What to do about it, where anything can be done.
    pub(in crate::cli) fn mend(&self) -> Option<String> {
        let error = match &self.kind {
            FileErrorKind::Exists => {
                let command = typed::command_with("--force");
                return Some(format!("to write over it: {command}"));
            }
            FileErrorKind::Folder => return Some("name a file in it".to_owned()),
            FileErrorKind::NoFolder => {
                let folder = folder_of(&self.path).display().to_string();
                let folder = typed::quoted(&folder);
                return Some(format!("make the folder first: mkdir -p {folder}"));
            }
            FileErrorKind::Write(error) => error,
        };
        let folder = folder_of(&self.path).display();
        Some(match error.kind() {
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
                format!("make {folder} writable for you, or name a file elsewhere")
            }
            io::ErrorKind::StorageFull
            | io::ErrorKind::QuotaExceeded
            | io::ErrorKind::FileTooLarge => "make room, or name a file elsewhere".to_owned(),
            _ => return None,
        })
    }
}

impl fmt::Display for FileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = self.path.display();
        match &self.kind {
            FileErrorKind::Exists => write!(f, "{path}: exists already"),
            FileErrorKind::Folder => write!(f, "{path}: is a folder, not a file"),
            FileErrorKind::NoFolder => write!(f, "{path}: is in a folder that does not exist"),
            FileErrorKind::Write(error) => write!(f, "{path}: cannot be written: {error}"),
        }
    }
}

impl std::error::Error for FileError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match &self.kind {
            FileErrorKind::Write(error) => Some(error),
            FileErrorKind::Exists | FileErrorKind::Folder | FileErrorKind::NoFolder => None,
        }
    }
}

/// The folder that a file is in.
pub(in crate::cli) fn folder_of(path: &Path) -> &Path {
    path.parent()
        .filter(|folder| !folder.as_os_str().is_empty())
        .unwrap_or(Path::new("."))
}
