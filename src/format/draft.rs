//! An entry as a reader found it: nothing is checked yet, and every text knows where it stands.

use std::borrow::Cow;

/// A text, and where in the source it begins, in bytes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Found<'a> {
    pub(super) text: Cow<'a, str>,
    pub(super) offset: usize,
}

impl<'a> Found<'a> {
    pub(super) fn new(text: impl Into<Cow<'a, str>>, offset: usize) -> Self {
        Self {
            text: text.into(),
            offset,
        }
    }
}

/// A field that the native file does not know: its value is JSON, as written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct FoundExtra<'a> {
    pub(super) name: Cow<'a, str>,
    pub(super) json: Cow<'a, str>,
    pub(super) offset: usize,
}

/// An entry that is yet to be checked. A field that the source does not have is `None` or empty.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Draft<'a> {
    /// Where the entry begins in the source, in bytes.
    pub(super) offset: usize,
    pub(super) id: Option<Found<'a>>,
    pub(super) question: Option<Found<'a>>,
    pub(super) alternates: Vec<Found<'a>>,
    pub(super) answer: Option<Found<'a>>,
    pub(super) tags: Vec<Found<'a>>,
    pub(super) related: Vec<Found<'a>>,
    pub(super) source: Option<Found<'a>>,
    pub(super) extra: Vec<FoundExtra<'a>>,
}
