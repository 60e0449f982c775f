//! What an export says about all of its entries.

use std::borrow::Cow;

use hashbrown::HashSet;

use super::cursor::Value;
use super::entry::Members;
use super::keys::{self, HeadRole};
use super::{loose, native};
use crate::format::Fault;
use crate::format::draft::Located;
use crate::format::sink::Sink;
use crate::limits::SYNONYMS;

/// Takes what stands beside the list of entries, which is member number `list`.
pub(super) fn read<'a>(
    members: &Members<'a>,
    list: usize,
    sink: &mut Sink<'a>,
) -> Result<(), Fault> {
    let roles = Roles::of(members);
    for (at, (name, value)) in members.iter().enumerate().filter(|&(at, _)| at != list) {
        if matches!(name.as_ref(), "title" | "language" | "lexicon") {
            if value.is_null() {
                continue;
            }
            native::head_field(name.clone(), *value, sink)?;
        } else if !take(roles.of_member(at, name), name, *value, sink)?
            && let Some(extra) = sink.accept(value.extra(name.clone()))?
        {
            sink.extra(extra)?;
        }
    }
    Ok(())
}

/// Takes what stands beside the list one level below, in `outer`, and what the other members there say.
pub(super) fn read_below<'a>(
    (members, outer): (&Members<'a>, usize),
    (inner, list): (&Members<'a>, usize),
    sink: &mut Sink<'a>,
) -> Result<(), Fault> {
    read(members, outer, sink)?;
    for (_, (_, value)) in members.iter().enumerate().filter(|&(at, _)| at != outer) {
        if value.kind() == "an object" {
            let Some(members) = sink.accept(value.members())? else {
                continue;
            };
            let roles = Roles::of(&members);
            for (at, (name, value)) in members.iter().enumerate() {
                // Only what is said in a word: the rest is kept with the member.
                if value.kind() == "a string" {
                    take(roles.of_member(at, name), name, *value, sink)?;
                }
            }
        }
    }
    let taken: HashSet<&str> = members.iter().map(|(name, _)| name.as_ref()).collect();
    let roles = Roles::of(inner);
    for (at, (name, value)) in inner.iter().enumerate().filter(|&(at, _)| at != list) {
        if take(roles.of_member(at, name), name, *value, sink)? {
            continue;
        }
        let name = format!("{}.{name}", members[outer].0);
        // A name is given once.
        if !taken.contains(name.as_str())
            && let Some(extra) = sink.accept(value.extra(Cow::Owned(name)))?
        {
            sink.extra(extra)?;
        }
    }
    Ok(())
}

/// Which member has which role: the one with the best name for it.
#[derive(Debug)]
struct Roles([Option<(usize, usize)>; 3]);

impl Roles {
    fn of(members: &Members<'_>) -> Self {
        let mut best = [None; 3];
        for (at, (name, value)) in members.iter().enumerate() {
            if let Some((role, rank)) = keys::head_role(name)
                && !value.is_null()
            {
                let best: &mut Option<(usize, usize)> = &mut best[role as usize];
                if best.is_none_or(|least| (rank, at) < least) {
                    *best = Some((rank, at));
                }
            }
        }
        Self(best)
    }

    fn of_member(&self, at: usize, name: &str) -> Option<HeadRole> {
        let (role, rank) = keys::head_role(name)?;
        (self.0[role as usize] == Some((rank, at))).then_some(role)
    }
}

/// Takes a field of the whole, unless that has been said already.
fn take<'a>(
    role: Option<HeadRole>,
    name: &str,
    value: Value<'a>,
    sink: &mut Sink<'a>,
) -> Result<bool, Fault> {
    match role {
        Some(HeadRole::Synonyms) => take_synonyms(name, value, sink),
        Some(HeadRole::Title) if sink.document.title.is_none() && value.kind() == "a string" => {
            sink.document.title = sink.accept(value.string(name))?;
            Ok(true)
        }
        Some(HeadRole::Language)
            if sink.document.language.is_none() && value.kind() == "a string" =>
        {
            sink.document.language = sink.accept(value.string(name).map(tag))?;
            Ok(true)
        }
        _ => Ok(false),
    }
}

/// A language as BCP 47 writes it: programs often write `pt_BR`.
fn tag(language: Cow<'_, str>) -> Cow<'_, str> {
    if language.contains('_') {
        language.replace('_', "-").into()
    } else {
        language
    }
}

fn take_synonyms<'a>(name: &str, value: Value<'a>, sink: &mut Sink<'a>) -> Result<bool, Fault> {
    match groups(name, value) {
        Ok(groups) => {
            for group in groups {
                sink.synonyms(group)?;
            }
            Ok(true)
        }
        Err(fault) if loose::is_wrong_kind(&fault) && name != "synonyms" => Ok(false),
        Err(fault) => sink.fault(fault).map(|()| true),
    }
}

/// Groups of synonyms: lists of strings, or objects that hold one, whatever it is called.
fn groups<'a>(name: &str, value: Value<'a>) -> Result<Vec<Vec<Located<'a>>>, Fault> {
    let mut groups = Vec::new();
    // One more than there may be is enough to be refused.
    let elements = value.optional_elements(name)?.into_iter().flatten();
    for group in elements.take(SYNONYMS + 1) {
        let words = match group.kind() {
            "an object" => {
                let mut values = group.members()?.into_iter().map(|(_, value)| value);
                values.find(|value| value.kind() == "a list")
            }
            _ => Some(group),
        };
        let words = words.ok_or_else(|| group.wrong_kind(name, "a list of lists of strings"))?;
        groups.push(native::strings(words, name, "a list of lists of strings")?);
    }
    Ok(groups)
}
