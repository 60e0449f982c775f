//! A node of JSON-LD: an object with types and properties, by their short names or in full.

use std::borrow::Cow;

use super::super::cursor::Value;
use super::super::entry::Members;

/// What the names of schema.org may begin with.
const PREFIXES: [&str; 5] = [
    "https://schema.org/",
    "http://schema.org/",
    "https://www.schema.org/",
    "http://www.schema.org/",
    "schema:",
];

/// An object of a graph.
#[derive(Debug)]
pub(super) struct Node<'a> {
    pub(super) value: Value<'a>,
    pub(super) members: Members<'a>,
}

impl<'a> Node<'a> {
    pub(super) fn new(value: Value<'a>, members: Members<'a>) -> Self {
        Self { value, members }
    }

    /// The value of a property, if it has one.
    pub(super) fn property(&self, name: &str) -> Option<Value<'a>> {
        let mut values = self.members.iter().filter(|(_, value)| !value.is_null());
        values
            .find(|(given, _)| is(given, name))
            .map(|(_, value)| *value)
    }

    /// Whether it is of a type, perhaps among others.
    pub(super) fn is_a(&self, wanted: &str) -> bool {
        let is_wanted = |value: Value<'_>| {
            value.kind() == "a string" && value.string("@type").is_ok_and(|name| is(&name, wanted))
        };
        self.property("@type")
            .is_some_and(|types| match types.kind() {
                "a list" => types
                    .elements("@type")
                    .is_ok_and(|mut types| types.any(is_wanted)),
                _ => is_wanted(types),
            })
    }

    /// Whether it is a question, and not merely the name of one that stands elsewhere.
    pub(super) fn is_question(&self) -> bool {
        let has_answer = ["acceptedAnswer", "suggestedAnswer"]
            .iter()
            .any(|name| self.property(name).is_some());
        let has_text = ["name", "text"]
            .iter()
            .any(|name| self.property(name).is_some());
        has_answer || self.is_a("Question") && (has_text || self.property("@id").is_none())
    }

    /// What it is called in the graph.
    pub(super) fn id(&self) -> Option<Cow<'a, str>> {
        let id = self.property("@id")?;
        Some(id)
            .filter(|id| id.kind() == "a string")
            .and_then(|id| id.string("@id").ok())
    }
}

/// Whether a name is that of a property or a type, in whatever case.
pub(super) fn is(given: &str, wanted: &str) -> bool {
    let short = PREFIXES
        .iter()
        .find_map(|prefix| given.strip_prefix(prefix))
        .unwrap_or(given);
    short.eq_ignore_ascii_case(wanted)
}
