//! JSON values that know where they stand: `serde_json` parses, the place is that of the slice in the text.

use std::borrow::Cow;

use hashbrown::HashSet;
use serde::de::Deserialize;
use serde_json::value::RawValue;

use super::raw::{Elements, Members, Text};
use super::unread;
use crate::format::draft::{Located, LocatedExtra};
use crate::format::{Fault, Format, FormatErrorKind};
use crate::limits::{ENTRIES, LIST_LENGTH, MEMBERS};

/// What JSON takes for white space.
const BLANKS: [char; 4] = [' ', '\t', '\n', '\r'];

/// One value of a document, unread: a slice of its text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Value<'a> {
    text: &'a str,
    /// The address at which the document begins; offsets are told from there.
    start: usize,
    format: Format,
}

impl<'a> Value<'a> {
    /// The value that a slice of a source holds; its faults are those of a format. What is in it is checked when it is
    /// taken apart.
    pub(super) fn parse(source: &'a str, text: &'a str, format: Format) -> Result<Self, Fault> {
        let root = Self {
            text: text.trim_matches(BLANKS),
            start: source.as_ptr().addr(),
            format,
        };
        match root.text.as_bytes().first() {
            None => Err(root.fault(FormatErrorKind::Empty)),
            Some(b'{' | b'[') => Ok(root),
            Some(_) => root.read::<&RawValue>().map(|_| root),
        }
    }

    /// The value as it is written.
    pub(super) fn text(self) -> &'a str {
        self.text
    }

    /// Where the value begins in the source, in bytes.
    pub(super) fn offset(self) -> usize {
        self.text.as_ptr().addr() - self.start
    }

    /// What kind of value it is, in words for a message.
    #[inline]
    pub(super) fn kind(self) -> &'static str {
        match self.text.as_bytes().first() {
            Some(b'"') => "a string",
            Some(b'{') => "an object",
            Some(b'[') => "a list",
            Some(b't' | b'f') => "true or false",
            Some(b'n') => "null",
            _ => "a number",
        }
    }

    /// Whether it stands for nothing.
    pub(super) fn is_null(self) -> bool {
        self.kind() == "null"
    }

    /// The members of an object, in order.
    pub(super) fn members(self) -> Result<Vec<(Cow<'a, str>, Self)>, Fault> {
        let Members(members) = self.read()?;
        if let Some((_, raw)) = members.get(MEMBERS) {
            return Err(too_many("fields of an object", MEMBERS, self.within(raw)));
        }
        if let Some(again) = first_given_twice(&members) {
            let (name, raw) = &members[again];
            return Err(self.within(raw).fault(FormatErrorKind::DuplicateField {
                field: name.clone().into_owned(),
            }));
        }
        let members = members.into_iter();
        Ok(members
            .map(|(name, raw)| (name, self.within(raw)))
            .collect())
    }

    /// The elements of a list; `field` is its name for the error when it is none.
    pub(super) fn elements(
        self,
        field: &str,
    ) -> Result<impl ExactSizeIterator<Item = Self> + DoubleEndedIterator + use<'a>, Fault> {
        if self.kind() != "a list" {
            return Err(self.wrong_kind(field, "a list"));
        }
        let Elements(elements) = self.read()?;
        if let Some(raw) = elements.get(ENTRIES) {
            return Err(too_many("elements of a list", ENTRIES, self.within(raw)));
        }
        Ok(elements.into_iter().map(move |raw| self.within(raw)))
    }

    /// The elements of a list of texts, in whatever form: there may only be so many.
    pub(super) fn texts(
        self,
        field: &str,
    ) -> Result<impl ExactSizeIterator<Item = Self> + use<'a>, Fault> {
        let mut elements = self.elements(field)?;
        if elements.len() > LIST_LENGTH {
            let at = elements.nth(LIST_LENGTH).unwrap_or(self);
            return Err(too_many("texts in a list", LIST_LENGTH, at));
        }
        Ok(elements)
    }

    /// The elements of a list, where `null` is as good as none.
    pub(super) fn optional_elements(
        self,
        field: &str,
    ) -> Result<Option<impl ExactSizeIterator<Item = Self> + use<'a>>, Fault> {
        if self.is_null() {
            Ok(None)
        } else {
            self.elements(field).map(Some)
        }
    }

    /// A string, borrowed where it has no escapes.
    pub(super) fn string(self, field: &str) -> Result<Cow<'a, str>, Fault> {
        if self.kind() != "a string" {
            return Err(self.wrong_kind(field, "a string"));
        }
        let Text(text) = self.read()?;
        Ok(text)
    }

    /// The same, with its place.
    #[inline]
    pub(super) fn found(self, field: &str) -> Result<Located<'a>, Fault> {
        let text = self.string(field)?;
        Ok(Located::new(text, self.offset()))
    }

    /// The same, where `null` is as good as nothing.
    pub(super) fn optional_found(self, field: &str) -> Result<Option<Located<'a>>, Fault> {
        if self.is_null() {
            Ok(None)
        } else {
            self.found(field).map(Some)
        }
    }

    /// A string, where `null` is as good as nothing.
    pub(super) fn optional_string(self, field: &str) -> Result<Option<Cow<'a, str>>, Fault> {
        if self.is_null() {
            Ok(None)
        } else {
            self.string(field).map(Some)
        }
    }

    /// True or false, where `null` is as good as nothing.
    pub(super) fn optional_bool(self, field: &str) -> Result<Option<bool>, Fault> {
        match self.text {
            "true" => Ok(Some(true)),
            "false" => Ok(Some(false)),
            "null" => Ok(None),
            _ => Err(self.wrong_kind(field, "true or false")),
        }
    }

    /// The value as a field that no reader knows; refused when it is nested past all reason.
    pub(super) fn extra(self, name: Cow<'a, str>) -> Result<LocatedExtra<'a>, Fault> {
        unread::check(self.text).map_err(|(at, kind)| Fault {
            offset: self.offset() + at,
            kind: kind(self.format),
        })?;
        Ok(LocatedExtra {
            name,
            json: self.text.into(),
            offset: self.offset(),
        })
    }

    /// A fault at this value.
    pub(super) fn fault(self, kind: FormatErrorKind) -> Fault {
        Fault {
            offset: self.offset(),
            kind,
        }
    }

    /// The fault that this value is not what the field holds.
    pub(super) fn wrong_kind(self, field: &str, expected: &'static str) -> Fault {
        self.fault(FormatErrorKind::WrongKind {
            field: field.to_owned(),
            expected,
            found: self.kind(),
        })
    }

    /// A value that stands in this one.
    pub(super) fn within(self, raw: &'a RawValue) -> Self {
        Self {
            text: raw.get(),
            ..self
        }
    }

    fn read<T: Deserialize<'a>>(self) -> Result<T, Fault> {
        serde_json::from_str(self.text).map_err(|error| self.syntax(&error))
    }

    /// `serde_json` counts lines and columns from the start of the slice it was given, columns in bytes from 1.
    fn syntax(self, error: &serde_json::Error) -> Fault {
        let line_start: usize = self
            .text
            .split_inclusive('\n')
            .take(error.line().saturating_sub(1))
            .map(str::len)
            .sum();
        let message = error.to_string();
        let place = format!(" at line {} column {}", error.line(), error.column());
        let cause = message.strip_suffix(&place).unwrap_or(&message);
        Fault {
            offset: self.offset() + line_start + error.column().saturating_sub(1),
            kind: FormatErrorKind::Syntax {
                format: self.format,
                cause: cause.to_owned(),
            },
        }
    }
}

fn too_many(what: &'static str, limit: usize, at: Value<'_>) -> Fault {
    at.fault(FormatErrorKind::TooMany { what, limit })
}

/// The first member whose name another one has before it.
fn first_given_twice(members: &[(Cow<'_, str>, &RawValue)]) -> Option<usize> {
    if members.len() <= FEW {
        let is_before = |&at: &usize| members[..at].iter().any(|(name, _)| *name == members[at].0);
        return (1..members.len()).find(is_before);
    }
    let mut names = HashSet::with_capacity(members.len());
    members.iter().position(|(name, _)| !names.insert(name))
}

/// So many names are sooner compared than hashed.
const FEW: usize = 12;
