//! What can be wrong with labelled questions: where, what, and how to mend it.

use std::fmt;

use crate::position::Position;

/// A fault in a file of labelled questions; none of them is asked then.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct CaseError {
    /// The file: a path, or what stands for one.
    pub name: String,
    /// Where the fault is.
    pub position: Position,
    /// What it is.
    pub kind: CaseErrorKind,
}

/// The faults that stop labelled questions from being asked.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum CaseErrorKind {
    /// There is no case.
    NoCases,
    /// It is a JSON list instead of lines.
    List,
    /// A line is not the JSON object that it should be, for the reason given.
    Json(String),
    /// A question is blank.
    EmptyQuestion,
    /// No entry has this id.
    UnknownId {
        /// The id.
        id: String,
        /// The ids most like it.
        near: Vec<String>,
    },
    /// There are spaces between question and id, and no TAB.
    SpacesForTab {
        /// The id.
        id: String,
    },
    /// The id stands where the question should.
    Swapped {
        /// The id.
        id: String,
    },
}

impl CaseError {
    /// What to do about it.
    #[must_use]
    pub fn mend(&self) -> String {
        match &self.kind {
            CaseErrorKind::NoCases => {
                "write on each line a question, a TAB and the id of the entry that answers it"
                    .to_owned()
            }
            CaseErrorKind::List => {
                r#"write each case on a line of its own, without the brackets around them: {"query":"…","relevant":["id"]}"#
                    .to_owned()
            }
            CaseErrorKind::Json(_) => {
                r#"a case is one line: {"query":"…","relevant":["id"]}, with [] where it must be refused"#
                    .to_owned()
            }
            CaseErrorKind::EmptyQuestion => "write a question, or remove the line".to_owned(),
            CaseErrorKind::UnknownId { near, .. } if near.is_empty() => {
                "write an id of the FAQ, or none where the question must be refused".to_owned()
            }
            CaseErrorKind::UnknownId { near, .. } => {
                format!("did you mean {}?", near.join(" or "))
            }
            CaseErrorKind::SpacesForTab { .. } => {
                "put a TAB there; an editor may have made spaces of it".to_owned()
            }
            CaseErrorKind::Swapped { .. } => {
                "swap the two: the question comes first, then the id".to_owned()
            }
        }
    }
}

impl fmt::Display for CaseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: ", self.name, self.position)?;
        match &self.kind {
            CaseErrorKind::NoCases => f.write_str("there is no labelled question"),
            CaseErrorKind::List => f.write_str("this is a JSON list, not lines of cases"),
            CaseErrorKind::Json(cause) => write!(f, "not a case: {cause}"),
            CaseErrorKind::EmptyQuestion => f.write_str("the question is empty"),
            CaseErrorKind::UnknownId { id, .. } => write!(f, "no entry has the id \"{id}\""),
            CaseErrorKind::SpacesForTab { id } => {
                write!(f, "there are spaces before the id \"{id}\", and no TAB")
            }
            CaseErrorKind::Swapped { id } => {
                write!(f, "the id \"{id}\" stands where the question should")
            }
        }
    }
}

impl std::error::Error for CaseError {}
