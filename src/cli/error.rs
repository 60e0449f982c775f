//! Everything that stops a run, with what to do about it.

use std::fmt;
use std::io;

use faq::{FormatError, SourceError};

/// Why a command could not do its work.
#[derive(Debug)]
pub(super) enum Error {
    /// No question, and nobody to type one.
    NoQuestion,
    /// A question without a character to read.
    EmptyQuestion,
    /// Standard input cannot be both the FAQ and the questions.
    InputTaken,
    /// There is no working directory to look for a FAQ from.
    NoWorkingDirectory(io::Error),
    /// A file could not be read as text.
    Source {
        error: SourceError,
        /// Whether the file was found, not named.
        found: bool,
    },
    /// A file is not a FAQ.
    Format {
        error: FormatError,
        /// Whether the file was found, not named.
        found: bool,
    },
    /// No entry has this id.
    UnknownId {
        id: String,
        /// The ids most like it.
        near: Vec<String>,
    },
    /// Reading questions failed.
    Input(io::Error),
    /// A question of a batch is not UTF-8.
    InputEncoding {
        /// The line, from 1.
        line: usize,
        /// The first bad byte of that line, from 1.
        byte: usize,
    },
    /// A question of a batch is longer than any question.
    InputTooLong {
        /// The line, from 1.
        line: usize,
        /// The limit in bytes.
        limit: usize,
    },
    /// Writing to standard output failed.
    Output(io::Error),
}

/// What gets around a file that was found and is at fault.
const WAY_ROUND: &str = "name another FAQ with --file FILE, or use the one built in with --builtin";

impl Error {
    /// What to do about it, where anything can be done.
    pub(super) fn mend(&self) -> Option<String> {
        let found_or = |found: bool, mend: String| {
            if found {
                format!("{mend};\n      or {WAY_ROUND}")
            } else {
                mend
            }
        };
        Some(match self {
            Self::NoQuestion | Self::EmptyQuestion => {
                "ask like this: faq ask \"what role does the US play\"".to_owned()
            }
            Self::InputTaken => "give the question as arguments, or the FAQ as a file".to_owned(),
            Self::NoWorkingDirectory(_) => WAY_ROUND.to_owned(),
            Self::Source { error, found } => found_or(*found, error.mend()),
            Self::Format { error, found } => found_or(*found, error.mend()),
            Self::UnknownId { near, .. } if near.is_empty() => {
                "see the ids with: faq list --ids".to_owned()
            }
            Self::UnknownId { near, .. } => format!(
                "did you mean {}? (all ids: faq list --ids)",
                near.join(" or ")
            ),
            Self::InputEncoding { .. } => {
                "convert the questions, e.g. with: iconv -f ISO-8859-1 -t UTF-8".to_owned()
            }
            Self::InputTooLong { .. } => "put one question on each line".to_owned(),
            Self::Input(_) | Self::Output(_) => return None,
        })
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoQuestion => f.write_str("no question was asked"),
            Self::EmptyQuestion => f.write_str("the question is empty"),
            Self::InputTaken => {
                f.write_str("standard input cannot be both the FAQ and the questions")
            }
            Self::NoWorkingDirectory(error) => write!(
                f,
                "cannot look for a FAQ from the working directory: {error}"
            ),
            Self::Source { error, .. } => error.fmt(f),
            Self::Format { error, .. } => error.fmt(f),
            Self::UnknownId { id, .. } => write!(f, "no entry has the id \"{id}\""),
            Self::Input(error) => write!(f, "standard input cannot be read: {error}"),
            Self::InputEncoding { line, byte } => write!(
                f,
                "standard input:{line}: not UTF-8 from byte {byte} of the line"
            ),
            Self::InputTooLong { line, limit } => {
                write!(f, "standard input:{line}: longer than {limit} bytes")
            }
            Self::Output(error) => write!(f, "cannot write to standard output: {error}"),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Source { error, .. } => Some(error),
            Self::Format { error, .. } => Some(error),
            Self::NoWorkingDirectory(error) | Self::Input(error) | Self::Output(error) => {
                Some(error)
            }
            _ => None,
        }
    }
}
