//! Entries that stand deeper in an object than most exports have them, or under names of their own.
//!
//! This is only looked for where nothing else was found: what would be refused is read instead.

use super::cursor::Value;
use super::entry::{self, Members};
use super::export;
use super::shape::{self, Dialect};
use crate::format::Fault;
use crate::format::draft::Located;
use crate::format::sink::Sink;

/// How many levels of objects are looked into.
const LEVELS: usize = 6;

/// Where entries were found.
#[derive(Debug)]
pub(super) enum Found<'a> {
    /// In an object that has a list of them.
    Object(Value<'a>),
    /// In a list of sections, which is called so.
    Sections(String, Value<'a>),
    /// In an object whose names are ids, and its values entries.
    Named(Members<'a>),
}

/// Finds entries within an object.
pub(super) fn find<'a>(members: &Members<'a>) -> Option<Found<'a>> {
    within(members, LEVELS)
}

fn within<'a>(members: &Members<'a>, levels: usize) -> Option<Found<'a>> {
    if are_named(members) {
        return Some(Found::Named(members.clone()));
    }
    for (name, value) in members {
        if shape::are_sections(*value) {
            return Some(Found::Sections(name.to_string(), *value));
        }
        let Some(inner) = shape::object(*value).filter(|_| levels > 0) else {
            continue;
        };
        if shape::find_list(&inner).is_some() || !shape::groups(&inner).is_empty() {
            return Some(Found::Object(*value));
        }
        let found = within(&inner, levels - 1);
        if found.is_some() {
            return found;
        }
    }
    None
}

/// Whether all values are entries.
fn are_named(members: &Members<'_>) -> bool {
    let is_entry =
        |value: Value<'_>| shape::object(value).is_some_and(|inner| shape::is_pair(&inner));
    !members.is_empty() && members.iter().all(|(_, value)| is_entry(*value))
}

/// Reads a list of sections.
pub(super) fn read_sections<'a>(
    name: &str,
    list: Value<'a>,
    sink: &mut Sink<'a>,
) -> Result<(), Fault> {
    sink.recognised(|| format!("the sections of \"{name}\""));
    entry::read_list(list.elements(name)?, name, Dialect::Export, sink)
}

/// Reads entries whose names are their ids, unless they have one of their own.
pub(super) fn read_named<'a>(members: Members<'a>, sink: &mut Sink<'a>) -> Result<(), Fault> {
    sink.recognised(|| "the values of an object, whose names are ids".to_owned());
    for (name, value) in members {
        let Some(inner) = sink.accept(value.members())? else {
            continue;
        };
        if let Some(mut draft) = export::draft(value, inner, sink)? {
            draft
                .id
                .get_or_insert_with(|| Located::new(name, value.offset()));
            sink.entry(draft)?;
        }
    }
    Ok(())
}
