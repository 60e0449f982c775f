//! Everything that stops a run, with what to do about it.

pub(super) mod file;
mod how;

use std::fmt;
use std::io;
use std::path::PathBuf;

use faq::evaluate::CaseError;
use faq::limits::Size;
use faq::misses::MissError;
use faq::{Format, FormatError, SourceError};

use super::typed;
use file::{FileError, FileErrorKind};
pub(super) use how::How;
use how::WAY_ROUND;

/// Why a command could not do its work.
#[derive(Debug)]
pub(super) enum Error {
    /// No question at a terminal, where what is printed is for a script.
    NoQuestion,
    /// A question without a character to read.
    EmptyQuestion,
    /// Two things were typed that say different things.
    Contradiction { one: String, other: String },
    /// Nobody can tell where to look for a FAQ.
    NoFolder(io::Error),
    /// A command that uses no FAQ was told which.
    Unused {
        command: &'static str,
        option: &'static str,
        /// The file that it most likely is to write.
        file: Option<PathBuf>,
    },
    /// This build does without what was typed.
    NotBuiltIn {
        what: &'static str,
        /// What adds it.
        feature: &'static str,
    },
    /// No FAQ can be written in the format that a file's name has.
    NotWritten {
        format: Format,
        /// What says another one.
        option: &'static str,
    },
    /// A variable of the environment is not the size that it must be.
    NotASize {
        variable: &'static str,
        value: String,
    },
    /// Standard input cannot be both the FAQ and the questions.
    InputTaken,
    /// A file could not be read as text.
    Source {
        error: SourceError,
        /// How it came to be read.
        how: How,
    },
    /// A file is not a FAQ.
    Format {
        error: FormatError,
        /// How it came to be read.
        how: How,
    },
    /// A file holds no labelled questions for this FAQ.
    Cases(CaseError),
    /// A file holds no log of misses.
    Misses(MissError),
    /// No entry has this id.
    UnknownId {
        id: String,
        /// The ids most like it.
        near: Vec<String>,
    },
    /// There is no folder to keep indexes in.
    NoCacheFolder,
    /// The folder of indexes cannot be read, or one in it not be deleted.
    CacheFolder { folder: String, error: io::Error },
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
    /// Writing a file failed.
    File(FileError),
}

/// How to come by what a build does without.
pub(super) fn with_feature(feature: &str) -> String {
    format!("build faq with its feature {feature}, which is one of those that it usually has")
}

impl Error {
    /// Whether somebody stopped reading what was written.
    pub(super) fn is_closed_pipe(&self) -> bool {
        let (Self::Output(error)
        | Self::File(FileError {
            kind: FileErrorKind::Write(error),
            ..
        })) = self
        else {
            return false;
        };
        error.kind() == io::ErrorKind::BrokenPipe
    }

    /// What to do about it, where anything can be done.
    pub(super) fn mend(&self) -> Option<String> {
        Some(match self {
            Self::NoQuestion | Self::EmptyQuestion => {
                "ask like this: faq ask \"what role does the US play\"".to_owned()
            }
            Self::Unused {
                file: Some(file), ..
            } => format!(
                "to write it: {}",
                typed::command(&["init".to_owned(), file.display().to_string()])
            ),
            Self::Unused {
                command, option, ..
            } => format!("leave out {option}; faq {command} -h tells what it takes"),
            Self::Contradiction { .. } => "leave out one of the two".to_owned(),
            Self::NoFolder(_) => WAY_ROUND.to_owned(),
            Self::NotBuiltIn { feature, .. } => with_feature(feature),
            Self::NotWritten { format, .. } if !format.is_built_in() => {
                with_feature(format.feature().unwrap_or("default"))
            }
            Self::NotWritten { option, .. } => format!(
                "say what to write: {}\nit is one of {}",
                typed::command_with(&format!("{option} json")),
                Format::ALL
                    .into_iter()
                    .filter(|format| format.is_written())
                    .map(Format::name)
                    .collect::<Vec<_>>()
                    .join(", ")
            ),
            Self::InputTaken => {
                "put the questions into arguments, or the FAQ into a file: faq ask -f faq.json - < questions.txt"
                    .to_owned()
            }
            Self::Source { error, how } => how.mend(error),
            Self::Format { error, how } => how.advise(error.kind.mend()),
            Self::Cases(error) => error.mend(),
            Self::Misses(error) => error.mend(),
            Self::UnknownId { id, near } if near.contains(id) => {
                "leave out --tag, or name a tag that it has".to_owned()
            }
            Self::UnknownId { near, .. } if near.is_empty() => {
                format!("see the ids with: {}", typed::list("--ids"))
            }
            Self::UnknownId { id, near } => {
                let tried = near.iter().map(|near| typed::command_instead(id, near));
                let tried: Vec<String> = tried.collect();
                format!(
                    "did you mean: {}\nall ids: {}",
                    tried.join("\nor: "),
                    typed::list("--ids")
                )
            }
            Self::InputEncoding { .. } => {
                "convert the questions, e.g. with: iconv -f ISO-8859-1 -t UTF-8".to_owned()
            }
            Self::NotASize { variable, .. } => {
                format!("set it to a number of bytes, or of K, M, G or T, such as {variable}=4G")
            }
            Self::NoCacheFolder => "name one in the variable FAQ_CACHE_DIR".to_owned(),
            Self::CacheFolder { .. } => {
                "check whose folder it is, or delete it yourself".to_owned()
            }
            Self::InputTooLong { .. } => {
                "put one question on each line; this limit cannot be raised".to_owned()
            }
            Self::File(error) => return error.mend(),
            Self::Input(_) | Self::Output(_) => return None,
        })
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoQuestion => f.write_str("no question was asked"),
            Self::EmptyQuestion => f.write_str("the question is empty"),
            Self::Unused {
                command, option, ..
            } => write!(f, "faq {command} uses no FAQ, and so no {option}"),
            Self::Contradiction { one, other } => {
                write!(f, "{one} cannot be used with {other}")
            }
            Self::NoFolder(error) => write!(f, "the working directory cannot be told: {error}"),
            Self::NotBuiltIn { what, .. } => write!(f, "this build of faq has no {what}"),
            Self::NotWritten { format, .. } if !format.is_built_in() => {
                write!(f, "this build of faq cannot write {}", format.title())
            }
            Self::NotWritten { format, .. } => {
                write!(f, "{} can be read, but not written", format.title())
            }
            Self::InputTaken => {
                f.write_str("standard input cannot be both the FAQ and the questions")
            }
            Self::Source { error, .. } => error.fmt(f),
            Self::Format { error, .. } => error.fmt(f),
            Self::Cases(error) => error.fmt(f),
            Self::Misses(error) => error.fmt(f),
            // What is there and was not found has another tag than those that were asked for.
            Self::UnknownId { id, near } if near.contains(id) => {
                write!(f, "the entry \"{id}\" has no such tag")
            }
            Self::UnknownId { id, .. } => write!(f, "no entry has the id \"{id}\""),
            Self::NotASize { variable, value } => {
                write!(f, "the variable {variable} is no size: {value}")
            }
            Self::NoCacheFolder => f.write_str("there is no folder to keep indexes in"),
            Self::CacheFolder { folder, error } => write!(f, "{folder}: {error}"),
            Self::Input(error) => write!(f, "standard input cannot be read: {error}"),
            Self::InputEncoding { line, byte } => write!(
                f,
                "standard input:{line}: not UTF-8 from byte {byte} of the line"
            ),
            Self::InputTooLong { line, limit } => {
                let limit = Size(*limit as u64);
                write!(f, "standard input:{line}: longer than the limit of {limit}")
            }
            Self::Output(error) => write!(f, "cannot write to standard output: {error}"),
            Self::File(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Source { error, .. } => Some(error),
            Self::Format { error, .. } => Some(error),
            Self::Cases(error) => Some(error),
            Self::Misses(error) => Some(error),
            Self::CacheFolder { error, .. }
            | Self::Input(error)
            | Self::Output(error)
            | Self::NoFolder(error) => Some(error),
            Self::File(error) => Some(error),
            _ => None,
        }
    }
}
