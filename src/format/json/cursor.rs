//! JSON values that know where they stand: `serde_json` parses, the place is that of the slice in the text.

use std::borrow::Cow;
use std::fmt;

use hashbrown::HashSet;
use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

use crate::format::draft::Found;
use crate::format::{Fault, Format, FormatErrorKind};

/// The depth at which `serde_json` itself stops; no field of a FAQ comes near it.
const MAX_DEPTH: usize = 128;

/// What JSON takes for white space.
const BLANKS: [char; 4] = [' ', '\t', '\n', '\r'];

/// One value of a document, unread: a slice of its text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Value<'a> {
    source: &'a str,
    text: &'a str,
}

impl<'a> Value<'a> {
    /// The value of a whole text. What it holds is checked when it is taken apart.
    pub(super) fn parse(source: &'a str) -> Result<Self, Fault> {
        let root = Self {
            source,
            text: source.trim_matches(BLANKS),
        };
        match root.text.as_bytes().first() {
            None => Err(Fault {
                offset: 0,
                kind: FormatErrorKind::Empty,
            }),
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
        self.text.as_ptr().addr() - self.source.as_ptr().addr()
    }

    /// What kind of value it is, in words for a message.
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

    /// The members of an object, in order.
    pub(super) fn members(self) -> Result<Vec<(Cow<'a, str>, Self)>, Fault> {
        let Members(members) = self.read()?;
        let mut names = HashSet::with_capacity(members.len());
        let mut found = Vec::with_capacity(members.len());
        for (name, raw) in members {
            let value = Self {
                source: self.source,
                text: raw.get(),
            };
            if !names.insert(name.clone()) {
                return Err(value.fault(FormatErrorKind::DuplicateField {
                    field: name.into_owned(),
                }));
            }
            found.push((name, value));
        }
        Ok(found)
    }

    /// The elements of a list; `field` is its name for the error when it is none.
    pub(super) fn elements(self, field: &str) -> Result<Vec<Self>, Fault> {
        if self.kind() != "a list" {
            return Err(self.wrong_kind(field, "a list"));
        }
        let Elements(elements) = self.read()?;
        Ok(elements
            .into_iter()
            .map(|raw| Self {
                source: self.source,
                text: raw.get(),
            })
            .collect())
    }

    /// The same, where `null` is as good as an empty list.
    pub(super) fn optional_elements(self, field: &str) -> Result<Vec<Self>, Fault> {
        if self.kind() == "null" {
            Ok(Vec::new())
        } else {
            self.elements(field)
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
    pub(super) fn found(self, field: &str) -> Result<Found<'a>, Fault> {
        let text = self.string(field)?;
        Ok(Found::new(text, self.offset()))
    }

    /// A string, where `null` is as good as nothing.
    pub(super) fn optional_string(self, field: &str) -> Result<Option<Cow<'a, str>>, Fault> {
        if self.kind() == "null" {
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

    /// Refuses a value that nobody reads but that is nested past all reason.
    pub(super) fn refuse_nesting(self) -> Result<(), Fault> {
        let (mut depth, mut in_string, mut escaped) = (0_usize, false, false);
        for byte in self.text.bytes() {
            match byte {
                _ if escaped => escaped = false,
                b'\\' => escaped = in_string,
                b'"' => in_string = !in_string,
                b'[' | b'{' if !in_string => depth += 1,
                b']' | b'}' if !in_string => depth -= 1,
                _ => {}
            }
            if depth > MAX_DEPTH {
                return Err(self.fault(FormatErrorKind::TooDeep { limit: MAX_DEPTH }));
            }
        }
        Ok(())
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
                format: Format::Json,
                cause: cause.to_owned(),
            },
        }
    }
}

/// A string that borrows when it can; `Cow` by itself never does.
struct Text<'a>(Cow<'a, str>);

impl<'de> Deserialize<'de> for Text<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Borrowing;
        impl<'de> Visitor<'de> for Borrowing {
            type Value = Text<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a string")
            }

            fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Self::Value, E> {
                Ok(Text(Cow::Borrowed(text)))
            }

            fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
                Ok(Text(Cow::Owned(text.to_owned())))
            }
        }
        deserializer.deserialize_str(Borrowing)
    }
}

/// Members in the order they were written, a name given twice included: a map would lose both.
struct Members<'a>(Vec<(Cow<'a, str>, &'a RawValue)>);

impl<'de> Deserialize<'de> for Members<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct InOrder;
        impl<'de> Visitor<'de> for InOrder {
            type Value = Members<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut members = Vec::new();
                while let Some((Text(name), value)) = map.next_entry()? {
                    members.push((name, value));
                }
                Ok(Members(members))
            }
        }
        deserializer.deserialize_map(InOrder)
    }
}

struct Elements<'a>(Vec<&'a RawValue>);

impl<'de> Deserialize<'de> for Elements<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct InOrder;
        impl<'de> Visitor<'de> for InOrder {
            type Value = Elements<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a list")
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Self::Value, A::Error> {
                let mut elements = Vec::new();
                while let Some(value) = list.next_element()? {
                    elements.push(value);
                }
                Ok(Elements(elements))
            }
        }
        deserializer.deserialize_seq(InOrder)
    }
}
