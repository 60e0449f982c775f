//! What can be wrong with a document, and where.

use std::fmt;

use super::Format;
use crate::limits::Size;
use crate::position::Position;

/// A fault in a document; nothing of the document is used then.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct FormatError {
    /// The document: a path, or what stands for one.
    pub name: String,
    /// Where the fault is.
    pub position: Position,
    /// What it is.
    pub kind: FormatErrorKind,
}

/// The faults that stop a document from being used.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum FormatErrorKind {
    /// There is nothing in it.
    Empty,
    /// Nothing in it says which format it has.
    Unrecognised,
    /// It is YAML, which is not read.
    Yaml,
    /// This build does not read it.
    NotBuiltIn {
        /// The format, whose [feature](Format::feature) is missing.
        format: Format,
    },
    /// It breaks the rules of its format, for the reason given.
    Syntax {
        /// The format.
        format: Format,
        /// What is wrong.
        cause: String,
    },
    /// It is well written, but there is no question in it.
    NoQuestions {
        /// The format.
        format: Format,
    },
    /// It is JSON, but no FAQ: neither a list of entries nor an object with a `faqs` list.
    NotAFaq {
        /// The kind of value it is.
        found: &'static str,
    },
    /// The first row of a table names no column of questions, or none of answers.
    NoColumn {
        /// What none is called, in quotes.
        wanted: &'static str,
        /// The first cells of that row, in quotes.
        found: String,
    },
    /// A value is of the wrong kind.
    WrongKind {
        /// The field, as in the file.
        field: String,
        /// What belongs there.
        expected: &'static str,
        /// What stands there.
        found: &'static str,
    },
    /// An entry lacks a field.
    Missing {
        /// The field.
        field: &'static str,
    },
    /// An entry lacks a field, and has one of nearly the same name.
    Misnamed {
        /// The field.
        field: &'static str,
        /// The name that it most likely goes by.
        found: String,
    },
    /// A text that must say something is blank.
    Blank {
        /// The field.
        field: String,
    },
    /// A field is given twice.
    DuplicateField {
        /// The field.
        field: String,
    },
    /// Two entries have one id.
    DuplicateId {
        /// The id.
        id: String,
        /// Where it was used first, as `name:line:column`.
        first: String,
    },
    /// Lists and objects are nested deeper than any FAQ needs.
    TooDeep {
        /// The greatest depth that is read.
        limit: usize,
    },
    /// There is more of something than any FAQ needs.
    TooMany {
        /// Of what.
        what: &'static str,
        /// The most that is read.
        limit: usize,
    },
    /// What is read takes more memory than it may.
    TooMuchMemory {
        /// The most bytes that the whole FAQ may take.
        limit: u64,
    },
    /// A text is longer than any field needs.
    TooLong {
        /// The field.
        field: &'static str,
        /// The most bytes that are read.
        limit: usize,
    },
}

impl FormatErrorKind {
    /// Whether the file is well written, and merely no FAQ: nobody would say that it has to be mended.
    #[must_use]
    pub fn is_of_another_kind_of_file(&self) -> bool {
        matches!(
            self,
            Self::Empty
                | Self::Unrecognised
                | Self::Yaml
                | Self::NoQuestions { .. }
                | Self::NotAFaq { .. }
                | Self::NoColumn { .. }
        )
    }
}

impl fmt::Display for FormatError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.name, self.position, self.kind)
    }
}

impl fmt::Display for FormatErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("the file is empty"),
            Self::Unrecognised => {
                f.write_str("nothing says which format this has, and it looks like no FAQ")
            }
            Self::Yaml => f.write_str("this is YAML, which is not read"),
            Self::NotBuiltIn { format } => {
                write!(f, "this build of faq cannot read {}", format.title())
            }
            Self::Syntax { format, cause } => {
                write!(f, "not valid {}: {cause}", format.title())
            }
            Self::NoQuestions { format } => {
                write!(f, "no question was found in this {}", format.title())
            }
            Self::NotAFaq { found } => write!(f, "this is {found}, not a FAQ"),
            Self::NoColumn { wanted, found } => {
                write!(f, "no column is named {wanted}: the first row has {found}")
            }
            Self::WrongKind {
                field,
                expected,
                found,
            } => {
                write!(f, "\"{field}\" must be {expected}, found {found}")
            }
            Self::Missing { field } => write!(f, "the entry has no {field}"),
            Self::Misnamed { field, found } => {
                write!(f, "the entry has no {field}, but \"{found}\"")
            }
            Self::Blank { field } => write!(f, "\"{field}\" must not be blank"),
            Self::DuplicateField { field } => write!(f, "\"{field}\" is given twice"),
            Self::DuplicateId { id, first } => {
                write!(f, "the id \"{id}\" is used already at {first}")
            }
            Self::TooDeep { limit } => {
                write!(f, "what stands there is nested more than {limit} deep")
            }
            Self::TooMany { what, limit } => {
                write!(f, "there are more {what} than the limit of {limit}")
            }
            Self::TooMuchMemory { limit } => {
                let limit = Size(*limit);
                write!(
                    f,
                    "from here on it takes more memory than the limit of {limit}"
                )
            }
            Self::TooLong { field, limit } => {
                let limit = Size(*limit as u64);
                write!(f, "\"{field}\" is longer than the limit of {limit}")
            }
        }
    }
}

impl std::error::Error for FormatError {}
