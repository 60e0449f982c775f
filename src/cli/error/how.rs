//! How a file came to be read, and what that makes of the advice when it cannot be.

use std::io;
use std::path::Path;

use faq::{Format, SourceError, SourceErrorKind};

use crate::cli::typed;

/// How a file came to be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::cli) enum How {
    /// It was named on the command line as the FAQ.
    Named,
    /// It was named on the command line, and holds questions to ask.
    Asked,
    /// The variable `FAQ_FILE` names it.
    Variable,
    /// It was found where FAQs are looked for.
    Found,
}

impl How {
    /// What to do about a file that could not be read as text.
    pub(super) fn mend(self, error: &SourceError) -> String {
        self.advise(match self {
            _ if is_missing(error) && is_address(&error.name) => format!(
                "nothing is fetched; do that first: curl -sL {} > new-file",
                typed::quoted(&error.name)
            ),
            Self::Named if can_be_started(error) => {
                let init = typed::command(&["init".to_owned(), error.name.clone()]);
                format!("{}, or start a FAQ there: {init}", error.mend())
            }
            _ => error.mend(),
        })
    }

    /// What to do about a fault of such a file, beside mending it.
    pub(super) fn advise(self, mend: String) -> String {
        match self {
            Self::Named | Self::Asked => mend,
            Self::Variable => format!("{mend}; the variable FAQ_FILE names this file"),
            Self::Found => format!("{mend}; or {WAY_ROUND}"),
        }
    }
}

/// Whether there is nothing of this name.
fn is_missing(error: &SourceError) -> bool {
    matches!(&error.kind, SourceErrorKind::Open(error) if error.kind() == io::ErrorKind::NotFound)
}

/// Whether a FAQ could be where there is no file.
fn can_be_started(error: &SourceError) -> bool {
    let path = Path::new(&error.name);
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty());
    cfg!(feature = "convert")
        && is_missing(error)
        && Format::of_name(path).is_some_and(Format::is_written)
        && folder.is_none_or(Path::is_dir)
}

/// Whether somebody has named a page of the Web.
fn is_address(name: &str) -> bool {
    name.starts_with("http://") || name.starts_with("https://")
}

/// What gets around a file that was found and is at fault.
pub(super) const WAY_ROUND: &str =
    "name another FAQ with --file FILE, or use the one built in with --builtin";
