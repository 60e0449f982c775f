//! The texts of JSON-LD: strings, values with a language, and what of them is HTML.

use std::borrow::Cow;

use super::super::cursor::Value;
use super::markup::without_html;
use crate::format::Fault;
use crate::format::draft::Located;

/// A text without HTML: that of the wanted language where there are several, or else the first.
pub(super) fn plain<'a>(
    value: Value<'a>,
    field: &str,
    language: Option<&str>,
) -> Result<Option<Located<'a>>, Fault> {
    Ok(raw(value, field, language)?.map(without_html))
}

/// The same, as it is written.
pub(super) fn raw<'a>(
    value: Value<'a>,
    field: &str,
    language: Option<&str>,
) -> Result<Option<Located<'a>>, Fault> {
    let literals = match value.kind() {
        "null" => return Ok(None),
        "a list" => value
            .texts(field)?
            .map(|value| literal(value, field, language))
            .collect::<Result<Vec<_>, _>>()?,
        _ => vec![literal(value, field, language)?],
    };
    let wanted = literals.iter().position(|literal| literal.is_wanted);
    let text = literals.into_iter().nth(wanted.unwrap_or(0));
    Ok(text.map(|literal| literal.text))
}

/// All texts of a value, without HTML.
pub(super) fn all<'a>(value: Value<'a>, field: &str) -> Result<Vec<Located<'a>>, Fault> {
    let values = match value.kind() {
        "a list" => value.texts(field)?.collect(),
        _ => vec![value],
    };
    let mut texts = Vec::with_capacity(values.len());
    for value in values {
        texts.extend(plain(value, field, None)?);
    }
    Ok(texts)
}

/// A language: its tag, or a `Language` that is called so.
pub(super) fn language(value: Value<'_>) -> Result<Option<Cow<'_, str>>, Fault> {
    let first = match value.kind() {
        "a list" => value.elements("inLanguage")?.next(),
        _ => Some(value),
    };
    let Some(first) = first else {
        return Ok(None);
    };
    let tag = match first.kind() {
        "an object" => {
            let members = first.members()?;
            let named = |wanted: &str| {
                let mut members = members.iter();
                let found = members.find(|(name, _)| super::node::is(name, wanted));
                found.map(|(_, value)| *value)
            };
            named("@value")
                .or_else(|| named("alternateName"))
                .or_else(|| named("name"))
                .unwrap_or(first)
        }
        _ => first,
    };
    tag.optional_string("inLanguage")
}

/// A text, and whether it is of the language that is wanted.
struct Literal<'a> {
    text: Located<'a>,
    is_wanted: bool,
}

fn literal<'a>(
    value: Value<'a>,
    field: &str,
    language: Option<&str>,
) -> Result<Literal<'a>, Fault> {
    let is_wanted = |given: &str| language.is_some_and(|wanted| wanted.eq_ignore_ascii_case(given));
    if value.kind() != "an object" {
        let text = value.found(field)?;
        return Ok(Literal {
            text,
            is_wanted: false,
        });
    }
    let members = value.members()?;
    let member = |wanted: &str| members.iter().find(|(name, _)| name == wanted);
    if let Some((_, text)) = member("@value") {
        let tag = member("@language").filter(|(_, tag)| tag.kind() == "a string");
        let tag = tag.map(|(_, tag)| tag.string("@language")).transpose()?;
        return Ok(Literal {
            text: text.found(field)?,
            is_wanted: tag.is_some_and(|tag| is_wanted(&tag)),
        });
    }
    // Each name is a language; or it is a thing that has a name.
    let tagged = members.iter().find(|(tag, _)| is_wanted(tag));
    let named = || {
        members
            .iter()
            .find(|(name, _)| super::node::is(name, "name"))
    };
    let is_map = || members.iter().all(|(name, _)| !name.starts_with('@'));
    let chosen = tagged
        .or_else(named)
        .or_else(|| members.first().filter(|_| is_map()));
    match chosen {
        Some((_, text)) if text.kind() == "a string" => Ok(Literal {
            text: text.found(field)?,
            is_wanted: tagged.is_some(),
        }),
        _ => Err(value.wrong_kind(field, "a string")),
    }
}
