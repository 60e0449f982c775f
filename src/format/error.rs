//! What can be wrong with a document: where, what, and how to mend it.

use std::fmt;

use crate::position::Position;

/// A fault in a document; nothing of the document is used then.
#[derive(Debug, Clone, PartialEq, Eq)]
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
pub enum FormatErrorKind {
    /// There is nothing in it.
    Empty,
    /// It is not JSON, for the reason given.
    Syntax(String),
    /// It is JSON, but no FAQ: neither a list of entries nor an object with a `faqs` list.
    NotAFaq {
        /// The kind of value it is.
        found: &'static str,
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
}

impl FormatError {
    /// What to do about it.
    #[must_use]
    pub fn mend(&self) -> String {
        match &self.kind {
            FormatErrorKind::Empty | FormatErrorKind::NotAFaq { .. } => {
                r#"a FAQ looks like {"faqs":[{"question":"…","answer":"…"}]}"#.to_owned()
            }
            FormatErrorKind::Syntax(_) => {
                "mend the JSON there; often it is a comma, a quote or a bracket just before"
                    .to_owned()
            }
            FormatErrorKind::WrongKind {
                field, expected, ..
            } => format!("make \"{field}\" {expected}"),
            FormatErrorKind::Missing { field } => {
                format!("add \"{field}\": \"…\" to this entry, or remove the entry")
            }
            FormatErrorKind::Blank { field } => {
                format!("write something into \"{field}\", or remove what is blank")
            }
            FormatErrorKind::DuplicateField { field } => format!("keep one \"{field}\""),
            FormatErrorKind::DuplicateId { .. } => "give one of the two another id".to_owned(),
            FormatErrorKind::TooDeep { .. } => {
                "remove the nested value: no field of a FAQ needs it".to_owned()
            }
        }
    }
}

impl fmt::Display for FormatError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: ", self.name, self.position)?;
        match &self.kind {
            FormatErrorKind::Empty => f.write_str("the file is empty"),
            FormatErrorKind::Syntax(cause) => write!(f, "not valid JSON: {cause}"),
            FormatErrorKind::NotAFaq { found } => write!(f, "this is {found}, not a FAQ"),
            FormatErrorKind::WrongKind {
                field,
                expected,
                found,
            } => {
                write!(f, "\"{field}\" must be {expected}, found {found}")
            }
            FormatErrorKind::Missing { field } => write!(f, "the entry has no \"{field}\""),
            FormatErrorKind::Blank { field } => write!(f, "\"{field}\" must not be blank"),
            FormatErrorKind::DuplicateField { field } => write!(f, "\"{field}\" is given twice"),
            FormatErrorKind::DuplicateId { id, first } => {
                write!(f, "the id \"{id}\" is used already at {first}")
            }
            FormatErrorKind::TooDeep { limit } => {
                write!(f, "lists and objects are nested more than {limit} deep")
            }
        }
    }
}

impl std::error::Error for FormatError {}
