//! The JSON family: the native file and what other tools export, lines of JSON, and JSON-LD.
//!
//! [`read`] tells which of them a document is. Every reader takes values apart level by level with [`cursor`], so that
//! no input is too deep.

mod articles;
mod cursor;
mod deep;
mod entry;
mod export;
mod fields;
mod head;
mod keys;
mod lines;
#[cfg(feature = "html")]
mod linked;
mod loose;
mod native;
mod plain;
mod printable;
mod quick;
mod raw;
mod shape;
mod unread;
mod write;

pub(super) use self::lines::read_lines;
#[cfg(feature = "html")]
pub(super) use self::linked::{read_json_ld, write_json_ld};
pub(super) use self::write::{write, write_lines};

#[cfg(feature = "tables")]
use std::borrow::Cow;

use self::cursor::Value;
use self::deep::Found;
use self::entry::Members;
use self::shape::{Dialect, Place};
use super::draft::{Draft, Located};
use super::sink::Sink;
use super::{Fault, Field, Format, FormatErrorKind, registry};
#[cfg(feature = "tables")]
use crate::limits::LIST_LENGTH;

/// What the native file holds beside questions and answers: everything.
pub(super) const FIELDS: &[Field] = &Field::ALL;

/// What lines of JSON hold beside questions and answers: everything, the whole having a line of its own.
pub(super) const LINE_FIELDS: &[Field] = &Field::ALL;

/// What JSON-LD holds beside questions and answers: what schema.org has a property for.
#[cfg(feature = "html")]
pub(super) const LD_FIELDS: &[Field] = &[
    Field::Id,
    Field::Alternates,
    Field::Tags,
    Field::Source,
    Field::Title,
    Field::Language,
];

/// The texts of a list that stands in something else; of too many, one more than there may be.
#[cfg(feature = "tables")]
pub(super) fn strings(list: &str) -> Option<Vec<Cow<'_, str>>> {
    let list = Value::parse(list, list, Format::Json).ok()?;
    let few = list.elements("").ok()?.take(LIST_LENGTH + 1);
    few.map(|value| value.string("").ok()).collect()
}

/// Reads a document of JSON into a sink: the native file, or what another tool exports.
pub(super) fn read<'a>(text: &'a str, sink: &mut Sink<'a>) -> Result<(), Fault> {
    let root = Value::parse(text, text, Format::Json)?;
    if sink.kept.is_none() {
        let memory = sink.memory;
        if quick::read(root, sink) {
            return Ok(());
        }
        sink.start_over(text, memory);
    }
    read_by_levels(text, root, sink)
}

fn read_by_levels<'a>(text: &'a str, root: Value<'a>, sink: &mut Sink<'a>) -> Result<(), Fault> {
    match root.kind() {
        "a list" => {
            if shape::is_linked_list(root) {
                return registry::read(Format::JsonLd, text, sink);
            }
            if shape::is_of_something_else(root) && articles::are_articles(root) {
                return articles::read(root, "articles", sink);
            }
            if shape::is_of_something_else(root) {
                let format = Format::Json;
                return Err(root.fault(FormatErrorKind::NoQuestions { format }));
            }
            entry::read_list(root.elements("faqs")?, "faqs", Dialect::List, sink)
        }
        "an object" => read_object(text, root, sink),
        found => Err(root.fault(FormatErrorKind::NotAFaq { found })),
    }
}

fn read_object<'a>(text: &'a str, root: Value<'a>, sink: &mut Sink<'a>) -> Result<(), Fault> {
    let members = root.members()?;
    if members.iter().any(|(name, _)| name == "faqs") {
        return native::read(root, members, sink);
    }
    if shape::is_linked(&members) {
        return registry::read(Format::JsonLd, text, sink);
    }
    if let Some(place) = shape::find_list(&members) {
        return read_export(&members, place, sink);
    }
    if shape::is_pair(&members) {
        sink.recognised(|| "an entry by itself".to_owned());
        return entry::read_members(root, members, Dialect::Native, None, sink);
    }
    if shape::is_map(&members) {
        return read_map(members, sink);
    }
    let groups = shape::groups(&members);
    if let (true, Some((name, list))) = (groups.is_empty(), articles::find(&members)) {
        return articles::read(list, &name, sink);
    }
    if groups.is_empty() {
        return match deep::find(&members) {
            Some(Found::Object(inner)) => read_object(text, inner, sink),
            Some(Found::Sections(name, list)) => deep::read_sections(&name, list, sink),
            Some(Found::Named(members)) => deep::read_named(members, sink),
            None => native::read(root, members, sink),
        };
    }
    read_groups(&members, &groups, sink)
}

/// Reads an export: its list of entries, and what stands beside it.
fn read_export<'a>(
    members: &Members<'a>,
    place: Place<'a>,
    sink: &mut Sink<'a>,
) -> Result<(), Fault> {
    let (name, list) = match place {
        Place::Here(list) => {
            head::read(members, list, sink)?;
            (members[list].0.to_string(), members[list].1)
        }
        Place::Below(outer, inner, list) => {
            head::read_below((members, outer), (&inner, list), sink)?;
            let name = format!("{}.{}", members[outer].0, inner[list].0);
            (name, inner[list].1)
        }
    };
    sink.recognised(|| format!("the entries of \"{name}\""));
    entry::read_list(list.elements(&name)?, &name, Dialect::Export, sink)
}

/// Reads an object whose names are questions.
fn read_map<'a>(members: Members<'a>, sink: &mut Sink<'a>) -> Result<(), Fault> {
    sink.recognised(|| "the names of an object as questions".to_owned());
    for (name, value) in members {
        let answer = sink.accept(value.found("answer"))?;
        let question = Located::new(name, value.offset());
        sink.entry(Draft {
            offset: value.offset(),
            question: Some(question),
            answer,
            ..Draft::default()
        })?;
    }
    Ok(())
}

/// Reads lists of entries, each under a name that is a label of them.
fn read_groups<'a>(
    members: &Members<'a>,
    groups: &[usize],
    sink: &mut Sink<'a>,
) -> Result<(), Fault> {
    sink.recognised(|| "the lists of an object, whose names are tags".to_owned());
    let mut groups = groups.iter().peekable();
    for (at, (name, value)) in members.iter().enumerate() {
        if groups.next_if(|&&group| group == at).is_some() {
            let label = Located::new(name.clone(), value.offset());
            entry::read_labelled(*value, name, Some(&label), sink)?;
        } else {
            native::head_field(name.clone(), *value, sink)?;
        }
    }
    Ok(())
}
