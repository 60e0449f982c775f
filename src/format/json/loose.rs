//! Texts as other tools write them: a string, a list of strings, or an object that has the text somewhere in it.

use std::borrow::Cow;

use super::cursor::Value;
use super::keys::{self, Role};
use crate::format::draft::Located;
use crate::format::inspection::Note;
use crate::format::{Fault, FormatErrorKind};
use crate::limits::LIST_LENGTH;

/// What stands for a text.
const TEXT: &str = "a string or a list of strings";

/// The texts of a value, in order; `null` is as good as none.
pub(super) fn texts<'a>(value: Value<'a>, field: &str) -> Result<Vec<Located<'a>>, Fault> {
    match value.kind() {
        "null" => Ok(Vec::new()),
        "a list" => {
            let mut texts = Vec::new();
            for value in value.texts(field)?.filter(|value| !value.is_null()) {
                texts.push(text(value, field)?);
            }
            Ok(texts)
        }
        _ => Ok(vec![text(value, field)?]),
    }
}

/// The same as one text: each is a paragraph.
pub(super) fn paragraphs<'a>(value: Value<'a>, field: &str) -> Result<Option<Located<'a>>, Fault> {
    Ok(join(texts(value, field)?))
}

/// Several texts as one: each is a paragraph.
pub(super) fn join(mut texts: Vec<Located<'_>>) -> Option<Located<'_>> {
    if texts.len() < 2 {
        return texts.pop();
    }
    let paragraphs: Vec<&str> = texts.iter().map(|text| text.text.as_ref()).collect();
    Some(Located::new(paragraphs.join("\n\n"), texts[0].offset))
}

/// Labels: the texts of a value, or one text that is taken apart at its commas.
pub(super) fn labels<'a>(
    value: Value<'a>,
    field: &str,
    commas: bool,
) -> Result<Vec<Located<'a>>, Fault> {
    let mut labels = match value.kind() {
        "a string" if commas => split(value.found(field)?),
        "a number" => vec![Located::new(value.text(), value.offset())],
        _ => texts(value, field)?,
    };
    labels.retain(|label| !label.text.trim().is_empty());
    Ok(labels)
}

/// The parts of a text between its commas that say something; of too many, one more than there may be.
pub(super) fn split(text: Located<'_>) -> Vec<Located<'_>> {
    let offset = text.offset;
    match text.text {
        Cow::Borrowed(text) => {
            let parts = text.split(',').map(str::trim).filter(|it| !it.is_empty());
            parts
                .take(LIST_LENGTH + 1)
                .map(|part| Located::new(part, offset))
                .collect()
        }
        Cow::Owned(text) => {
            let parts = text.split(',').map(str::trim).filter(|it| !it.is_empty());
            let parts = parts.take(LIST_LENGTH + 1).map(str::to_owned);
            parts.map(|part| Located::new(part, offset)).collect()
        }
    }
}

/// What names with values say.
#[derive(Debug, Default)]
pub(super) struct Metadata<'a> {
    pub(super) tags: Vec<Located<'a>>,
    pub(super) source: Option<Located<'a>>,
    /// Whether that is not all that they say.
    pub(super) is_rest: bool,
}

/// Names with values: an object, or a list of objects with `name` and `value`.
pub(super) fn metadata<'a>(value: Value<'a>, field: &str) -> Result<Metadata<'a>, Fault> {
    let mut found = Metadata::default();
    match value.kind() {
        "an object" => {
            for (name, value) in value.members()? {
                found.take(&name, value)?;
            }
        }
        "a list" => {
            for pair in value.texts(field)? {
                match name_and_value(pair)? {
                    Some((name, value)) => found.take(&name, value)?,
                    None => found.is_rest = true,
                }
            }
        }
        "null" => {}
        _ => return Err(value.wrong_kind(field, "an object or a list of objects")),
    }
    Ok(found)
}

impl<'a> Metadata<'a> {
    fn take(&mut self, name: &str, value: Value<'a>) -> Result<(), Fault> {
        let role = keys::role(name).map(|(role, _)| role);
        let is_text = value.kind() == "a string";
        match role {
            Some(Role::Source) if is_text && self.source.is_none() => {
                self.source = Some(value.found(name)?);
            }
            // What begins so is the tool's own bookkeeping.
            None if name.starts_with('_') => self.is_rest = true,
            _ if is_text || value.kind() == "a list" => match texts(value, name) {
                Ok(texts) => self.tags.extend(tags(role, name, texts)),
                Err(fault) if is_wrong_kind(&fault) => self.is_rest = true,
                Err(fault) => return Err(fault),
            },
            _ => self.is_rest = true,
        }
        Ok(())
    }
}

/// A tag is the value alone where the name says no more than that it is one.
fn tags<'a>(role: Option<Role>, name: &str, texts: Vec<Located<'a>>) -> Vec<Located<'a>> {
    let texts = texts.into_iter().filter(|it| !it.text.trim().is_empty());
    if matches!(role, Some(Role::Tags | Role::Category)) {
        return texts.collect();
    }
    let named = texts.map(|it| Located::new(format!("{name}:{}", it.text), it.offset));
    named.collect()
}

fn name_and_value(pair: Value<'_>) -> Result<Option<(Cow<'_, str>, Value<'_>)>, Fault> {
    if pair.kind() != "an object" {
        return Ok(None);
    }
    let (mut name, mut value) = (None, None);
    for (field, it) in pair.members()? {
        if (keys::is(&field, "name") || keys::is(&field, "key")) && it.kind() == "a string" {
            name = Some(it.string(&field)?);
        } else if keys::is(&field, "value") {
            value = Some(it);
        }
    }
    Ok(name.zip(value))
}

fn text<'a>(value: Value<'a>, field: &str) -> Result<Located<'a>, Fault> {
    if value.kind() != "an object" {
        return value.found(field).map_err(|fault| {
            if is_wrong_kind(&fault) {
                value.wrong_kind(field, TEXT)
            } else {
                fault
            }
        });
    }
    let members = value.members()?.into_iter();
    let texts = members.filter(|(_, value)| value.kind() == "a string");
    let ranked = texts.filter_map(|(name, value)| Some((keys::text_rank(&name)?, value)));
    match ranked.min_by_key(|&(rank, _)| rank) {
        Some((_, value)) => value.found(field),
        None => Err(value.wrong_kind(field, TEXT)),
    }
}

/// Whether a fault says that a value is of the wrong kind.
pub(super) fn is_wrong_kind(fault: &Fault) -> bool {
    matches!(fault.kind, FormatErrorKind::WrongKind { .. })
}

/// Says why something in a list of entries is none.
pub(super) fn note(what: &str) -> Note {
    Note {
        what: what.to_owned(),
        why: "it has neither a question nor an answer",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::Format;

    fn value(text: &str) -> Value<'_> {
        Value::parse(text, text, Format::Json).unwrap()
    }

    fn texts_of(found: &[Located<'_>]) -> Vec<String> {
        found.iter().map(|it| it.text.to_string()).collect()
    }

    #[test]
    fn texts_are_strings_lists_and_what_has_a_text() {
        for (json, expected) in [
            ("null", Some(vec![])),
            ("\"a\"", Some(vec!["a"])),
            (
                "[\"a\",null,{\"x\":1,\"value\":\"b\",\"text\":\"c\"}]",
                Some(vec!["a", "c"]),
            ),
            ("{\"content\":\"a\"}", Some(vec!["a"])),
            ("{\"text\":{\"text\":\"a\"}}", None),
            ("[[\"a\"]]", None),
            ("4", None),
        ] {
            let found = texts(value(json), "x").ok();
            let expected = expected.map(|it| it.into_iter().map(str::to_owned).collect());
            assert_eq!(found.map(|found| texts_of(&found)), expected, "{json}");
        }
    }

    #[test]
    fn labels_stand_in_lists_or_between_commas() {
        for (json, commas, expected) in [
            ("\"a, b,,c \"", true, vec!["a", "b", "c"]),
            ("\"a\\u002c b\"", true, vec!["a", "b"]),
            ("\"a, b\"", false, vec!["a, b"]),
            ("[\"a, b\",\" \"]", true, vec!["a, b"]),
            ("7", false, vec!["7"]),
            ("\"\"", false, vec![]),
        ] {
            let found = labels(value(json), "x", commas).unwrap();
            assert_eq!(texts_of(&found), expected, "{json}");
        }
    }

    #[test]
    fn metadata_are_tags_but_for_bookkeeping() {
        for (json, tags, source, is_rest) in [
            (
                "{\"category\":\"a\",\"for\":\"b\"}",
                vec!["a", "for:b"],
                None,
                false,
            ),
            (
                "[{\"name\":\"for\",\"value\":\"b\"}]",
                vec!["for:b"],
                None,
                false,
            ),
            (
                "[{\"key\":\"topic\",\"value\":[\"a\",\"\"]}]",
                vec!["a"],
                None,
                false,
            ),
            (
                "{\"_source_uri\":\"u\",\"_version\":\"1\"}",
                vec![],
                Some("u"),
                true,
            ),
            ("{\"n\":1}", vec![], None, true),
            ("[1]", vec![], None, true),
            ("{}", vec![], None, false),
        ] {
            let found = metadata(value(json), "x").unwrap();
            assert_eq!(texts_of(&found.tags), tags, "{json}");
            assert_eq!(
                found.source.as_ref().map(|it| it.text.as_ref()),
                source,
                "{json}"
            );
            assert_eq!(found.is_rest, is_rest, "{json}");
        }
    }
}
