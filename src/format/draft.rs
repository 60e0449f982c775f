//! An entry as a reader found it: nothing is checked yet, and every text knows where it stands.

use std::borrow::Cow;

use super::inspection::Offsets;
use crate::model::{Entry, Extra, Place};

/// A text, and where in the source it begins, in bytes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Located<'a> {
    pub(super) text: Cow<'a, str>,
    pub(super) offset: usize,
}

impl<'a> Located<'a> {
    pub(super) fn new(text: impl Into<Cow<'a, str>>, offset: usize) -> Self {
        Self {
            text: text.into(),
            offset,
        }
    }
}

/// A field that the native file does not know: its value is JSON, as written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct LocatedExtra<'a> {
    pub(super) name: Cow<'a, str>,
    pub(super) json: Cow<'a, str>,
    pub(super) offset: usize,
}

/// An entry that is yet to be checked. A field that the source does not have is `None` or empty.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Draft<'a> {
    /// Where the entry begins in the source, in bytes.
    pub(super) offset: usize,
    pub(super) id: Option<Located<'a>>,
    pub(super) question: Option<Located<'a>>,
    pub(super) alternates: Vec<Located<'a>>,
    pub(super) answer: Option<Located<'a>>,
    pub(super) tags: Vec<Located<'a>>,
    pub(super) related: Vec<Located<'a>>,
    pub(super) source: Option<Located<'a>>,
    pub(super) extra: Vec<LocatedExtra<'a>>,
}

impl<'a> Draft<'a> {
    /// Where its parts stand, with a question that was taken out of it.
    pub(super) fn offsets(&self, question: &Located<'_>) -> Offsets {
        let offset = |found: &Located<'_>| found.offset;
        Offsets {
            entry: self.offset,
            id: self.id.as_ref().map(offset),
            question: question.offset,
            alternates: self.alternates.iter().map(offset).collect(),
            answer: self.answer.as_ref().map(offset),
            tags: self.tags.iter().map(offset).collect(),
            related: self.related.iter().map(offset).collect(),
            source: self.source.as_ref().map(offset),
            extra: self.extra.iter().map(|extra| extra.offset).collect(),
        }
    }

    /// The entry that it becomes, with a question that was taken out of it.
    pub(super) fn into_entry(self, question: Located<'a>, place: Place) -> Entry<'a> {
        let extra = self.extra.into_iter().map(|extra| Extra {
            name: extra.name,
            json: extra.json,
        });
        Entry {
            id: self.id.map(|id| id.text).unwrap_or_default(),
            question: question.text,
            alternates: texts(self.alternates),
            answer: self.answer.map(|answer| answer.text).unwrap_or_default(),
            tags: texts(self.tags),
            related: texts(self.related),
            source: self.source.map(|source| source.text),
            extra: extra.collect(),
            place,
        }
    }
}

fn texts(found: Vec<Located<'_>>) -> Vec<Cow<'_, str>> {
    let mut texts = Vec::with_capacity(found.len());
    texts.extend(found.into_iter().map(|found| found.text));
    texts
}
