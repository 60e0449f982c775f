//! An entry as other tools export it: its parts are told by their names, see [`keys`].

use super::cursor::Value;
use super::entry::Members;
use super::keys::{self, Role};
use super::{loose, native};
use crate::format::Fault;
use crate::format::draft::{Draft, Located};
use crate::format::sink::Sink;

/// Takes the members of an entry. None when lenient and its question is faulty: that was said then.
pub(super) fn draft<'a>(
    value: Value<'a>,
    members: Members<'a>,
    sink: &mut Sink<'a>,
) -> Result<Option<Draft<'a>>, Fault> {
    let parts = Parts::of(&members);
    let mut draft = Draft {
        offset: value.offset(),
        ..Draft::default()
    };
    if let Some(at) = parts.question {
        let (name, value) = &members[at];
        let Some(phrasings) = sink.accept(loose::texts(*value, name))? else {
            return Ok(None);
        };
        take_phrasings(&mut draft, phrasings);
    }
    for (at, (name, value)) in members.into_iter().enumerate() {
        if parts.question == Some(at) {
            continue;
        }
        if parts.answer == Some(at) {
            let answer = sink.accept(loose::paragraphs(value, &name))?;
            // One that is no text is a fault; that there is none would be another.
            draft.answer = answer.unwrap_or_else(|| Some(Located::new("", value.offset())));
            continue;
        }
        if value.is_null() && keys::is_native(&name) {
            continue;
        }
        let role = parts.role(at);
        let is_taken = match role {
            Some(role) => take(&mut draft, role, &name, value),
            None => Ok(false),
        };
        // What no part can be made of is kept, unless the native file has another idea of a field of that name.
        let is_taken = match is_taken {
            Err(fault) if loose::is_wrong_kind(&fault) && !keys::is_native(&name) => Ok(false),
            other => other,
        };
        if sink.accept(is_taken)? == Some(false) {
            draft.extra.extend(sink.accept(value.extra(name))?);
        }
    }
    Ok(Some(draft))
}

/// Which member is which part.
#[derive(Debug)]
struct Parts {
    roles: Vec<Option<(Role, usize)>>,
    question: Option<usize>,
    answer: Option<usize>,
    id: Option<usize>,
    source: Option<usize>,
}

impl Parts {
    fn of(members: &Members<'_>) -> Self {
        let roles: Vec<_> = members.iter().map(|(name, _)| keys::role(name)).collect();
        // What there is one of is the member with the best name, the native name itself before another spelling.
        let best = |part| {
            let ranks = members.iter().zip(&roles).enumerate();
            let ranks = ranks.filter_map(|(at, ((name, value), role))| {
                let (role, rank) = (*role)?;
                (role == part && !value.is_null()).then(|| (rank, !keys::is_native(name), at))
            });
            ranks.min().map(|(_, _, at)| at)
        };
        let (question, answer) = (best(Role::Question), best(Role::Answer));
        Self {
            question: question.or_else(|| best(Role::Heading).filter(|_| answer.is_some())),
            answer: answer.or_else(|| best(Role::Body).filter(|_| question.is_some())),
            id: best(Role::Id),
            source: best(Role::Source),
            roles,
        }
    }

    /// The role of a member, unless another member has it.
    fn role(&self, at: usize) -> Option<Role> {
        let (role, _) = self.roles[at]?;
        let has_it = match role {
            Role::Answer | Role::Heading | Role::Body => false,
            Role::Id => self.id == Some(at),
            Role::Source => self.source == Some(at),
            _ => true,
        };
        has_it.then_some(role)
    }
}

/// Takes a member that is neither the question nor the answer, if anything can be made of it.
fn take<'a>(
    draft: &mut Draft<'a>,
    role: Role,
    name: &str,
    value: Value<'a>,
) -> Result<bool, Fault> {
    match role {
        Role::Question | Role::Alternates => {
            take_phrasings(draft, loose::texts(value, name)?);
        }
        Role::Id => draft.id = native::identifier(value)?.filter(is_said),
        Role::Tags => draft.tags.extend(loose::labels(value, name, true)?),
        Role::Category => draft.tags.extend(loose::labels(value, name, false)?),
        Role::Metadata => {
            let found = loose::metadata(value, name)?;
            draft.tags.extend(found.tags);
            draft.source = draft.source.take().or(found.source);
            return Ok(!found.is_rest);
        }
        Role::Related => draft.related.extend(loose::labels(value, name, false)?),
        Role::Prompts => return take_prompts(draft, value),
        Role::Source => draft.source = value.optional_found(name)?.filter(is_said),
        Role::Answer | Role::Heading | Role::Body => return Ok(false),
    }
    Ok(true)
}

/// Takes phrasings: the first is the question, if there is none yet.
fn take_phrasings<'a>(draft: &mut Draft<'a>, phrasings: Vec<Located<'a>>) {
    for phrasing in phrasings {
        match &draft.question {
            None => draft.question = Some(phrasing),
            Some(question) if is_said(&phrasing) && phrasing.text != question.text => {
                draft.alternates.push(phrasing);
            }
            Some(_) => {}
        }
    }
}

/// What a bot offers to ask next is related; how it offers it is kept as it is.
fn take_prompts<'a>(draft: &mut Draft<'a>, value: Value<'a>) -> Result<bool, Fault> {
    if value.kind() != "an object" {
        return Ok(value.is_null());
    }
    let mut is_empty = true;
    for (name, value) in value.members()? {
        if keys::is(&name, "prompts") && value.kind() == "a list" {
            for prompt in value.elements(&name)? {
                is_empty = false;
                draft.related.extend(asks(prompt)?);
            }
        } else if !keys::is(&name, "iscontextonly") || value.text() == "true" {
            is_empty = false;
        }
    }
    Ok(is_empty)
}

/// The id of the entry that a prompt leads to; 0 stands for none.
fn asks(prompt: Value<'_>) -> Result<Option<Located<'_>>, Fault> {
    if prompt.kind() != "an object" {
        return Ok(None);
    }
    let members = prompt.members()?;
    let id = members.iter().find(|(name, _)| keys::is(name, "qnaid"));
    let id = id.and_then(|(_, value)| native::identifier(*value).ok().flatten());
    Ok(id.filter(|id| is_said(id) && id.text != "0"))
}

fn is_said(text: &Located<'_>) -> bool {
    !text.text.trim().is_empty()
}
