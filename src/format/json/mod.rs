//! The native format: an object with a `faqs` list, or the bare list of entries.

mod cursor;

use std::borrow::Cow;

use self::cursor::Value;
use super::{FormatError, FormatErrorKind, Parsed};
use crate::model::{Document, Entry, Place};
use crate::position::{Position, Positions};
use crate::source::Source;

/// Reads one source as document number `document`.
pub(super) fn parse(source: &Source, document: usize) -> Result<Parsed<'_>, FormatError> {
    parse_text(source, document).map_err(|fault| FormatError {
        name: source.name.clone(),
        position: Position::of(&source.text, fault.offset),
        kind: fault.kind,
    })
}

/// What is wrong, and at which byte: lines and columns are only counted when somebody asks.
#[derive(Debug)]
struct Fault {
    offset: usize,
    kind: FormatErrorKind,
}

fn parse_text(source: &Source, document: usize) -> Result<Parsed<'_>, Fault> {
    let root = Value::parse(&source.text)?;
    let mut parsed = Parsed {
        document: Document {
            name: source.name.clone(),
            ..Document::default()
        },
        entries: Vec::new(),
    };
    let list = match root.kind() {
        "a list" => root.elements("faqs")?,
        "an object" => document_fields(root, &mut parsed.document)?,
        found => return Err(root.fault(FormatErrorKind::NotAFaq { found })),
    };
    let mut positions = Positions::new(&source.text);
    parsed.entries.reserve_exact(list.len());
    for value in list {
        let position = positions.advance(value.offset());
        parsed
            .entries
            .push(entry(value, Place { document, position })?);
    }
    Ok(parsed)
}

/// What `synonyms` holds.
const GROUPS: &str = "a list of lists of strings";

/// Reads what stands beside the entries, and hands back the entries unread.
fn document_fields<'a>(
    root: Value<'a>,
    document: &mut Document<'a>,
) -> Result<Vec<Value<'a>>, Fault> {
    let mut faqs = None;
    for (field, value) in root.members()? {
        match field.as_ref() {
            "title" => document.title = value.optional_string("title")?,
            "language" => document.language = value.optional_string("language")?,
            "lexicon" => document.lexicon = value.optional_bool("lexicon")?,
            "synonyms" => {
                for group in value.optional_elements("synonyms")? {
                    if group.kind() != "a list" {
                        return Err(group.wrong_kind("synonyms", GROUPS));
                    }
                    document.synonyms.push(strings(group, "synonyms", GROUPS)?);
                }
            }
            "faqs" => faqs = Some(value.elements("faqs")?),
            _ => value.refuse_nesting()?,
        }
    }
    faqs.ok_or_else(|| {
        root.fault(FormatErrorKind::NotAFaq {
            found: "an object without \"faqs\"",
        })
    })
}

fn entry(value: Value<'_>, place: Place) -> Result<Entry<'_>, Fault> {
    if value.kind() != "an object" {
        return Err(value.wrong_kind("faqs", "a list of objects"));
    }
    let mut entry = Entry {
        place,
        ..Entry::default()
    };
    let (mut question, mut answer) = (None, None);
    for (field, value) in value.members()? {
        match field.as_ref() {
            "id" => entry.id = identifier(value)?,
            "question" => question = Some(not_blank(value, "question")?),
            "alternates" => {
                for alternate in value.optional_elements("alternates")? {
                    entry.alternates.push(not_blank(alternate, "alternates")?);
                }
            }
            "answer" => answer = Some(value.string("answer")?),
            "tags" => entry.tags = strings(value, "tags", "a list of strings")?,
            "related" => entry.related = strings(value, "related", "a list of strings")?,
            "source" => entry.source = value.optional_string("source")?,
            _ => value.refuse_nesting()?,
        }
    }
    entry.question =
        question.ok_or_else(|| value.fault(FormatErrorKind::Missing { field: "question" }))?;
    entry.answer =
        answer.ok_or_else(|| value.fault(FormatErrorKind::Missing { field: "answer" }))?;
    Ok(entry)
}

/// An id may also be a whole number, as databases export them; `null` is no id.
fn identifier(value: Value<'_>) -> Result<Cow<'_, str>, Fault> {
    match value.kind() {
        "null" => Ok(Cow::Borrowed("")),
        "a number" if value.text().bytes().all(|byte| byte.is_ascii_digit()) => {
            Ok(Cow::Borrowed(value.text()))
        }
        _ => not_blank(value, "id"),
    }
}

fn not_blank<'a>(value: Value<'a>, field: &str) -> Result<Cow<'a, str>, Fault> {
    let text = value.string(field)?;
    if text.trim().is_empty() {
        return Err(value.fault(FormatErrorKind::Blank {
            field: field.to_owned(),
        }));
    }
    Ok(text)
}

/// A list of strings, where `null` is as good as an empty one.
fn strings<'a>(
    list: Value<'a>,
    field: &str,
    expected: &'static str,
) -> Result<Vec<Cow<'a, str>>, Fault> {
    let string = |value: Value<'a>| {
        if value.kind() == "a string" {
            value.string(field)
        } else {
            Err(value.wrong_kind(field, expected))
        }
    };
    list.optional_elements(field)?
        .into_iter()
        .map(string)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Vec<(String, String)>, String> {
        let source = Source {
            name: "f".to_owned(),
            text: text.to_owned(),
        };
        match parse(&source, 0) {
            Ok(parsed) => Ok(parsed
                .entries
                .iter()
                .map(|entry| {
                    (
                        entry.place.position.to_string(),
                        format!("{}|{}", entry.question, entry.answer),
                    )
                })
                .collect()),
            Err(error) => Err(error.to_string()),
        }
    }

    #[test]
    fn entries_know_where_they_stand() {
        let text = "{\"title\":\"ü\",\r\n \"faqs\": [ {\"question\":\"a\\n\",\"answer\":\"b\"},\n\n  {\"answer\":\"\",\"question\":\"é\"} ] }\n";
        let expected = [("2:12", "a\n|b"), ("4:3", "é|")]
            .map(|(place, entry)| (place.to_owned(), entry.to_owned()));
        assert_eq!(read(text).unwrap(), expected);
    }

    #[test]
    fn faults_name_place_and_cause() {
        for (text, message) in [
            ("", "f:1:1: the file is empty"),
            (" \n", "f:1:1: the file is empty"),
            ("null", "f:1:1: this is null, not a FAQ"),
            ("{}", "f:1:1: this is an object without \"faqs\", not a FAQ"),
            (
                "[1]",
                "f:1:2: \"faqs\" must be a list of objects, found a number",
            ),
            (
                "{\"faqs\":\n {}}",
                "f:2:2: \"faqs\" must be a list, found an object",
            ),
            (
                "[{\"question\":\"q\"}]",
                "f:1:2: the entry has no \"answer\"",
            ),
            (
                "[{\"answer\":\"a\"}]",
                "f:1:2: the entry has no \"question\"",
            ),
            (
                "[\n{\"question\":\" \",\"answer\":\"a\"}]",
                "f:2:13: \"question\" must not be blank",
            ),
            (
                "[{\"question\":\"q\",\n\"question\":\"q\"}]",
                "f:2:12: \"question\" is given twice",
            ),
            (
                "[{\"question\":\"q\",\"answer\":\"a\",\"tags\":\"t\"}]",
                "f:1:38: \"tags\" must be a list, found a string",
            ),
            (
                "[{\"question\":\"q\",\"answer\":[]}]",
                "f:1:27: \"answer\" must be a string, found a list",
            ),
            (
                "[{\"id\":-1,\"question\":\"q\",\"answer\":\"a\"}]",
                "f:1:8: \"id\" must be a string, found a number",
            ),
            (
                "[{\"question\":\"é\",\n \"answer\":\"a\" \"tags\"}]",
                "f:2:15: not valid JSON: expected `,` or `}`",
            ),
            ("[", "f:1:1: not valid JSON: EOF while parsing a list"),
            ("[] x", "f:1:4: not valid JSON: trailing characters"),
            (
                "[{\"question\":\"\\ud800\",\"answer\":\"a\"}]",
                "f:1:21: not valid JSON: unexpected end of hex escape",
            ),
        ] {
            assert_eq!(read(text).unwrap_err(), message, "{text}");
        }
    }

    #[test]
    fn deep_nesting_is_refused_however_deep() {
        for depth in [129, 10_000, 1_000_000] {
            let nested = "[".repeat(depth) + &"]".repeat(depth);
            assert_eq!(
                read(&nested).unwrap_err(),
                "f:1:2: \"faqs\" must be a list of objects, found a list"
            );
            let text = format!("{{\"x\":{nested},\"faqs\":[]}}");
            assert_eq!(
                read(&text).unwrap_err(),
                "f:1:6: lists and objects are nested more than 128 deep"
            );
        }
        let brackets_in_text = format!("{{\"x\":\"{}\\\"[\",\"faqs\":[]}}", "[".repeat(200));
        assert_eq!(read(&brackets_in_text).unwrap(), []);
    }

    #[test]
    fn optional_fields_may_be_null_and_ids_numbers() {
        let text = r#"{"title":null,"synonyms":null,"faqs":[{"id":7,"question":"q","answer":"a","tags":null,"source":null,"new":{"x":[1]}}]}"#;
        assert_eq!(read(text).unwrap().len(), 1);
    }
}
