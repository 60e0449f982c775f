//! The pieces that a document is made of, in their order.

use std::borrow::Cow;

use super::question::Strength;

/// A part of a document that stands by itself. Offsets are bytes of the source.
#[derive(Debug)]
pub(super) struct Piece<'a> {
    pub(super) start: usize,
    /// Where it ends; of what asks something, where the answer may begin.
    pub(super) end: usize,
    pub(super) kind: Kind<'a>,
}

#[derive(Debug)]
pub(super) enum Kind<'a> {
    Heading {
        level: u8,
        asked: Asked<'a>,
    },
    /// Something else that may ask a question.
    Ask {
        form: Form,
        asked: Asked<'a>,
    },
    /// An anchor for what comes next.
    Anchor(String),
    /// A rule, a link back to the top: says nothing at the end of an answer.
    Idle,
    Comment,
    /// Links to places in the same document.
    Contents,
    Text,
}

/// How a question may be put that is no heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// `Q:`
    Label,
    /// `<summary>`; where its `</details>` begins, if it is closed.
    Summary { close: Option<usize> },
    /// Bold text, alone in its line or not.
    Bold { alone: bool },
    /// The first line of an item in a list.
    Item,
    /// The line before one that begins with a colon.
    Term,
}

/// What may be a question.
#[derive(Debug)]
pub(super) struct Asked<'a> {
    pub(super) text: Cow<'a, str>,
    /// Where the text begins.
    pub(super) offset: usize,
    pub(super) strength: Strength,
    pub(super) id: Option<Cow<'a, str>>,
    /// By how much the lines of its answer are indented, where it stands in a list.
    pub(super) indent: usize,
}
