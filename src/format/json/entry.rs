//! Lists of entries: which of them are native, and which are told by the names that other tools use.

use std::borrow::Cow;

use super::cursor::Value;
use super::keys::{self, Role};
use super::shape::{self, Dialect};
use super::{export, loose, native};
use crate::format::Fault;
use crate::format::draft::{Draft, Located};
use crate::format::sink::Sink;

/// The members of an object, in order.
pub(super) type Members<'a> = Vec<(Cow<'a, str>, Value<'a>)>;

/// Reads the entries of a list; `field` is its name for the fault that something in it is no object.
pub(super) fn read_list<'a>(
    values: impl ExactSizeIterator<Item = Value<'a>>,
    field: &str,
    dialect: Dialect,
    sink: &mut Sink<'a>,
) -> Result<(), Fault> {
    sink.entries.reserve(values.len());
    for value in values {
        if value.kind() == "an object" {
            read(value, dialect, sink)?;
        } else {
            sink.fault(value.wrong_kind(field, "a list of objects"))?;
        }
    }
    Ok(())
}

/// Reads one entry, or a section that has a list of entries of its own.
pub(super) fn read<'a>(
    value: Value<'a>,
    dialect: Dialect,
    sink: &mut Sink<'a>,
) -> Result<(), Fault> {
    let Some(members) = sink.accept(value.members())? else {
        return Ok(());
    };
    if dialect != Dialect::Native
        && let Some(list) = shape::section(&members)
    {
        return read_section(&members, list, sink);
    }
    read_members(value, members, dialect, None, sink)
}

/// Reads the entries of a section: its name is a label of each.
fn read_section<'a>(members: &Members<'a>, list: usize, sink: &mut Sink<'a>) -> Result<(), Fault> {
    let is_label = |(name, value): &&(Cow<'a, str>, Value<'a>)| {
        let role = keys::role(name).map(|(role, _)| role);
        matches!(role, Some(Role::Category | Role::Heading)) && value.kind() == "a string"
    };
    let label = members.iter().find(is_label);
    let label = match label {
        Some((name, value)) => sink.accept(value.found(name))?,
        None => None,
    };
    read_labelled(members[list].1, &members[list].0, label.as_ref(), sink)
}

/// Reads a list of entries that have a label in common.
pub(super) fn read_labelled<'a>(
    list: Value<'a>,
    field: &str,
    label: Option<&Located<'a>>,
    sink: &mut Sink<'a>,
) -> Result<(), Fault> {
    for value in list.elements(field)? {
        if value.kind() != "an object" {
            sink.fault(value.wrong_kind(field, "a list of objects"))?;
        } else if let Some(members) = sink.accept(value.members())? {
            read_members(value, members, Dialect::Export, label, sink)?;
        }
    }
    Ok(())
}

/// Reads the entry that consists of these members.
pub(super) fn read_members<'a>(
    value: Value<'a>,
    members: Members<'a>,
    dialect: Dialect,
    label: Option<&Located<'a>>,
    sink: &mut Sink<'a>,
) -> Result<(), Fault> {
    let draft = if is_native(&members, dialect) {
        native::draft(value, members, sink)?
    } else if dialect == Dialect::Export && !shape::has_any_part(&members) {
        sink.skipped(value.offset(), || loose::note("an object"));
        None
    } else {
        export::draft(value, members, sink)?
    };
    let Some(mut draft) = draft else {
        return Ok(());
    };
    if let Some(label) = label
        && !has_tag(&draft, label)
    {
        draft.tags.push(label.clone());
    }
    sink.entry(draft)
}

fn has_tag(draft: &Draft<'_>, label: &Located<'_>) -> bool {
    label.text.trim().is_empty() || draft.tags.iter().any(|tag| tag.text == label.text)
}

/// Whether an entry is read strictly, by the native names alone.
fn is_native(members: &Members<'_>, dialect: Dialect) -> bool {
    let called = |native: &str| members.iter().any(|(name, _)| name == native);
    // A part that has no native name, but another one.
    let lacks = |part: Role, native: &str| !called(native) && shape::has(members, part);
    match dialect {
        Dialect::Export => false,
        Dialect::Native => !lacks(Role::Question, "question") && !lacks(Role::Answer, "answer"),
        Dialect::List => !members.iter().any(|(name, value)| {
            if keys::is_native(name) {
                name == "question" && value.kind() == "a list"
            } else {
                keys::role(name).is_some()
            }
        }),
    }
}
