//! The texts of JSON-LD: strings, values with a language, and what of them is HTML.

use std::borrow::Cow;

use super::super::cursor::Value;
use crate::format::draft::Found;
use crate::format::{Fault, html};

/// A text without HTML: that of the wanted language where there are several, or else the first.
pub(super) fn plain<'a>(
    value: Value<'a>,
    field: &str,
    language: Option<&str>,
) -> Result<Option<Found<'a>>, Fault> {
    Ok(raw(value, field, language)?.map(without_html))
}

/// The same, as it is written.
pub(super) fn raw<'a>(
    value: Value<'a>,
    field: &str,
    language: Option<&str>,
) -> Result<Option<Found<'a>>, Fault> {
    let literals = match value.kind() {
        "null" => return Ok(None),
        "a list" => value
            .elements(field)?
            .map(|value| literal(value, field, language))
            .collect::<Result<Vec<_>, _>>()?,
        _ => vec![literal(value, field, language)?],
    };
    let wanted = literals.iter().position(|literal| literal.is_wanted);
    let text = literals.into_iter().nth(wanted.unwrap_or(0));
    Ok(text.map(|literal| literal.text))
}

/// All texts of a value, without HTML.
pub(super) fn all<'a>(value: Value<'a>, field: &str) -> Result<Vec<Found<'a>>, Fault> {
    let values = match value.kind() {
        "a list" => value.elements(field)?.collect(),
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
    text: Found<'a>,
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

/// A text, turned into plain text if there is HTML in it.
pub(super) fn without_html(found: Found<'_>) -> Found<'_> {
    if holds_html(&found.text) {
        Found::new(html::to_text(&found.text), found.offset)
    } else {
        found
    }
}

/// HTML, where a text without would be taken for some.
pub(super) fn with_html(text: &str) -> Cow<'_, str> {
    if holds_html(text) {
        Cow::Owned(html::from_text(text))
    } else {
        Cow::Borrowed(text)
    }
}

/// Whether there is a tag that texts are marked up with, or a character reference. `a < b` and `List<String>` are text.
fn holds_html(text: &str) -> bool {
    text.match_indices(['<', '&']).any(|(at, mark)| {
        let rest = &text[at + 1..];
        if mark == "&" {
            is_reference(rest)
        } else {
            is_tag(rest)
        }
    })
}

/// The longest name of a character reference has 31 letters.
const LONGEST_REFERENCE: usize = 32;

fn is_reference(rest: &str) -> bool {
    let name = rest.strip_prefix('#').unwrap_or(rest);
    let length = name
        .bytes()
        .take(LONGEST_REFERENCE)
        .take_while(u8::is_ascii_alphanumeric)
        .count();
    length > 0 && name.as_bytes().get(length) == Some(&b';')
}

fn is_tag(rest: &str) -> bool {
    if rest.starts_with("!--") {
        return true;
    }
    let rest = rest.strip_prefix('/').unwrap_or(rest);
    let length = rest
        .bytes()
        .take(LONGEST_TAG + 1)
        .take_while(u8::is_ascii_alphanumeric)
        .count();
    let (name, rest) = rest.split_at(length);
    let ends = matches!(
        rest.as_bytes().first(),
        Some(b'>' | b'/' | b' ' | b'\t' | b'\n' | b'\r')
    );
    ends && TAGS.iter().any(|tag| tag.eq_ignore_ascii_case(name))
}

/// The length of `blockquote` and `figcaption`.
const LONGEST_TAG: usize = 10;

/// What texts are marked up with.
const TAGS: &[&str] = &[
    "a",
    "abbr",
    "article",
    "aside",
    "audio",
    "b",
    "blockquote",
    "br",
    "button",
    "center",
    "cite",
    "code",
    "dd",
    "del",
    "details",
    "div",
    "dl",
    "dt",
    "em",
    "figcaption",
    "figure",
    "font",
    "footer",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "i",
    "iframe",
    "img",
    "ins",
    "kbd",
    "li",
    "main",
    "mark",
    "nav",
    "ol",
    "p",
    "picture",
    "pre",
    "q",
    "s",
    "samp",
    "script",
    "section",
    "small",
    "source",
    "span",
    "strike",
    "strong",
    "style",
    "sub",
    "summary",
    "sup",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "time",
    "tr",
    "tt",
    "u",
    "ul",
    "var",
    "video",
    "wbr",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_and_references_are_html_and_signs_are_not() {
        for (text, expected) in [
            ("<p>Yes.</p>", true),
            ("Yes.<br/>No.", true),
            ("Yes.<BR>", true),
            ("see <a href=\"x\">this</a>", true),
            ("Q&amp;A", true),
            ("it&#8217;s, it&#x2019;s", true),
            ("<!-- x --> y", true),
            ("Q&A", false),
            ("a < b > c", false),
            ("a<b; b>c", false),
            ("List<String> & Map<K, V>", false),
            ("Barnes & Noble; others", false),
            ("<", false),
            ("&", false),
            ("</", false),
            ("<日本>", false),
        ] {
            assert_eq!(holds_html(text), expected, "{text}");
        }
        assert!(TAGS.iter().all(|tag| tag.len() <= LONGEST_TAG));
    }
}
