//! What no field of an entry may be: too long, too many, or blank.

use super::draft::{Draft, Located};
use super::{Fault, FormatErrorKind};
use crate::limits::{FIELD_SIZE, LIST_LENGTH};

/// Refuses what is more or longer than any entry: lenient or not, nobody wants to go on with it.
pub(super) fn within(draft: &Draft<'_>) -> Result<(), Fault> {
    for (field, text) in [
        ("id", &draft.id),
        ("question", &draft.question),
        ("answer", &draft.answer),
        ("source", &draft.source),
    ] {
        if let Some(text) = text {
            text_within(text, field)?;
        }
    }
    for (field, list) in [
        ("alternates", &draft.alternates),
        ("tags", &draft.tags),
        ("related", &draft.related),
    ] {
        list_within(list, field)?;
        list.iter().try_for_each(|text| text_within(text, field))?;
    }
    Ok(())
}

#[inline]
fn text_within(text: &Located<'_>, field: &'static str) -> Result<(), Fault> {
    let kind = FormatErrorKind::TooLong {
        field,
        limit: FIELD_SIZE,
    };
    match text.text.len() {
        0..=FIELD_SIZE => Ok(()),
        _ => Err(Fault {
            offset: text.offset,
            kind,
        }),
    }
}

pub(super) fn list_within(list: &[Located<'_>], what: &'static str) -> Result<(), Fault> {
    match list.get(LIST_LENGTH) {
        None => Ok(()),
        Some(text) => Err(too_many(what, LIST_LENGTH, text.offset)),
    }
}

pub(super) fn too_many(what: &'static str, limit: usize, offset: usize) -> Fault {
    Fault {
        offset,
        kind: FormatErrorKind::TooMany { what, limit },
    }
}

#[inline]
pub(super) fn not_blank<'a>(found: Located<'a>, field: &str) -> Result<Located<'a>, Fault> {
    if found.text.trim().is_empty() {
        return Err(Fault {
            offset: found.offset,
            kind: FormatErrorKind::Blank {
                field: field.to_owned(),
            },
        });
    }
    Ok(found)
}
