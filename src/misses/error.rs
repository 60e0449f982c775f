//! What can be wrong with a log of misses: where, what, and how to mend it.

use std::fmt;

use crate::position::Position;

/// A fault in a log of misses; none of its questions is used then.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct MissError {
    /// The file: a path, or what stands for one.
    pub name: String,
    /// Where the fault is.
    pub position: Position,
    /// What it is.
    pub kind: MissErrorKind,
}

/// The faults that stop a log of misses from being read.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum MissErrorKind {
    /// It is a JSON list instead of lines.
    List,
    /// A line is not the JSON object that it should be, for the reason given.
    Json(String),
    /// A question is blank.
    EmptyQuestion,
}

impl MissError {
    /// What to do about it.
    #[must_use]
    pub fn mend(&self) -> String {
        match &self.kind {
            MissErrorKind::List => {
                r#"write each miss on a line of its own, without the brackets around them: {"query":"…"}"#
                    .to_owned()
            }
            MissErrorKind::Json(_) => {
                r#"mend the line or remove it; a miss is one line: {"query":"…"}, other fields being optional"#
                    .to_owned()
            }
            MissErrorKind::EmptyQuestion => "write a question, or remove the line".to_owned(),
        }
    }
}

impl fmt::Display for MissError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: ", self.name, self.position)?;
        match &self.kind {
            MissErrorKind::List => f.write_str("this is a JSON list, not lines of misses"),
            MissErrorKind::Json(cause) => write!(f, "not a miss: {cause}"),
            MissErrorKind::EmptyQuestion => f.write_str("the question is empty"),
        }
    }
}

impl std::error::Error for MissError {}
