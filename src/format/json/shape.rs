//! Where in a document its entries are: under which name, and how deep.

use super::cursor::Value;
use super::entry::Members;
use super::keys::{self, Role};
use crate::sorting;

/// How the entries of a list are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Dialect {
    /// By the native names, if they name a question and an answer; whatever else there is, is unknown.
    Native,
    /// The same, as long as no other name says more.
    List,
    /// By the names that other tools use. What is neither question nor answer is no entry.
    Export,
}

/// A list of entries in an object.
#[derive(Debug)]
pub(super) enum Place<'a> {
    /// A member of it.
    Here(usize),
    /// A member of one of its members, which are these.
    Below(usize, Members<'a>, usize),
}

/// Whether an object is JSON-LD.
pub(super) fn is_linked(members: &Members<'_>) -> bool {
    members
        .iter()
        .any(|(name, _)| matches!(name.as_ref(), "@context" | "@graph" | "@type"))
}

/// Whether a list begins with JSON-LD.
pub(super) fn is_linked_list(list: Value<'_>) -> bool {
    let first = list.elements("").ok().and_then(|mut list| list.next());
    let first = first.filter(|value| value.kind() == "an object");
    first
        .and_then(|value| value.members().ok())
        .is_some_and(|members| is_linked(&members))
}

/// Finds the list of entries in a document, by its name and by what is in it.
pub(super) fn find_list<'a>(members: &Members<'a>) -> Option<Place<'a>> {
    if let Some((_, at)) = best_list(members) {
        return Some(Place::Here(at));
    }
    let mut best: Option<(usize, Place<'a>)> = None;
    for (outer, (_, value)) in members.iter().enumerate() {
        let Some(inner) = object(*value) else {
            continue;
        };
        if let Some((rank, at)) = best_list(&inner)
            && best.as_ref().is_none_or(|(least, _)| rank < *least)
        {
            best = Some((rank, Place::Below(outer, inner, at)));
        }
    }
    best.map(|(_, place)| place)
}

/// The list in a section: an object that is no entry itself.
pub(super) fn section(members: &Members<'_>) -> Option<usize> {
    let is_entry = has(members, Role::Answer);
    let (_, at) = best_list(members).filter(|_| !is_entry)?;
    Some(at)
}

/// Whether a list has a section in it.
pub(super) fn are_sections(list: Value<'_>) -> bool {
    let is_section = |value| object(value).is_some_and(|members| section(&members).is_some());
    elements(list).is_some_and(|mut list| list.any(is_section))
}

/// The members that are lists of entries under whatever name, if there are such.
pub(super) fn groups(members: &Members<'_>) -> Vec<usize> {
    let is_group = |&at: &usize| {
        elements(members[at].1).is_some_and(|mut list| {
            list.any(|value| object(value).is_some_and(|members| is_pair(&members)))
        })
    };
    (0..members.len()).filter(is_group).collect()
}

/// Whether an object is an entry, whatever it stands in.
pub(super) fn is_pair(members: &Members<'_>) -> bool {
    has(members, Role::Question) && has(members, Role::Answer)
}

/// Whether the names of an object are questions and its values their answers. That the names end in a question mark
/// keeps out what merely consists of texts, such as a list of settings or of translations.
pub(super) fn is_map(members: &Members<'_>) -> bool {
    !members.is_empty()
        && members
            .iter()
            .all(|(name, value)| ends_question(name) && value.kind() == "a string")
}

/// Whether a text ends as a question does.
pub(super) fn ends_question(text: &str) -> bool {
    text.trim_end().ends_with(QUESTION_MARKS)
}

/// Question marks: of Latin script, of full width, of Arabic script, of Greek.
const QUESTION_MARKS: [char; 4] = ['?', '？', '؟', '\u{37e}'];

/// Whether an object has anything of an entry.
pub(super) fn has_any_part(members: &Members<'_>) -> bool {
    has(members, Role::Question) || has(members, Role::Answer)
}

/// Whether a list consists of objects, and nothing of an entry is in any of them.
pub(super) fn is_of_something_else(list: Value<'_>) -> bool {
    let is_other = |value| {
        object(value).is_some_and(|members| !has_any_part(&members) && section(&members).is_none())
    };
    elements(list).is_some_and(|mut list| list.len() > 0 && list.all(is_other))
}

/// The member that is the best list of entries, by its name and by what is in it.
fn best_list(members: &Members<'_>) -> Option<(usize, usize)> {
    let ranks = members.iter().enumerate();
    let mut ranks: Vec<(usize, usize)> = ranks
        .filter_map(|(at, (name, _))| Some((keys::list_rank(name)?, at)))
        .collect();
    sorting::by(&mut ranks, Ord::cmp);
    ranks
        .into_iter()
        .find(|&(_, at)| holds_entries(members[at].1))
}

fn holds_entries(list: Value<'_>) -> bool {
    elements(list).is_some_and(|mut list| {
        list.any(|value| object(value).is_some_and(|members| is_entry(&members)))
    })
}

/// Whether an object has a question; a heading is one only above what is called an answer.
fn is_entry(members: &Members<'_>) -> bool {
    let is_answer = |name: &str| keys::is(name, "answer") || keys::is(name, "answers");
    has(members, Role::Question)
        || has(members, Role::Heading) && members.iter().any(|(name, _)| is_answer(name))
}

/// Whether an object has a part, under whatever name.
pub(super) fn has(members: &Members<'_>, part: Role) -> bool {
    members
        .iter()
        .any(|(name, value)| keys::is_role(name, part) && !value.is_null())
}

/// The elements of a list. Whether it can be read at all is found out when it is.
fn elements(value: Value<'_>) -> Option<impl ExactSizeIterator<Item = Value<'_>>> {
    value.elements("").ok()
}

/// The members of an object, if it is one that can be read.
pub(super) fn object(value: Value<'_>) -> Option<Members<'_>> {
    if value.kind() != "an object" {
        return None;
    }
    value.members().ok()
}
