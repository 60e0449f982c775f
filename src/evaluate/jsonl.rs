//! Lines of JSON: an object with the question and the ids of the entries that answer it.

use std::borrow::Cow;

use serde::Deserialize;
use serde_json::value::RawValue;

use super::cases::{Fault, Row};
use super::error::CaseErrorKind;
use crate::json_line::{JsonFault, object, offset, read};

/// The fields that are read, each still as it is written: so it is known where it stands.
#[derive(Deserialize)]
struct Fields<'a> {
    #[serde(borrow)]
    query: &'a RawValue,
    #[serde(borrow)]
    relevant: &'a RawValue,
}

/// Reads a line that is not blank.
pub(super) fn row(line: &str) -> Result<Row<'_>, Fault> {
    // What is missing at the end is missing before the line break.
    let line = line.trim_end();
    let fields: Fields<'_> = object(line)?;
    let question = string(line, fields.query)?;
    if question.1.trim().is_empty() {
        return Err(Fault {
            offset: question.0,
            kind: CaseErrorKind::EmptyQuestion,
        });
    }
    let relevant: Vec<&RawValue> = read(line, fields.relevant.get())?;
    let ids = relevant.into_iter().map(|value| id(line, value));
    Ok(Row {
        question,
        ids: ids.collect::<Result<_, _>>()?,
    })
}

/// An id may also be a whole number, as in a FAQ.
fn id<'a>(line: &str, value: &'a RawValue) -> Result<(usize, Cow<'a, str>), Fault> {
    let text = value.get();
    if text.bytes().all(|byte| byte.is_ascii_digit()) {
        return Ok((offset(line, text), Cow::Borrowed(text)));
    }
    string(line, value)
}

fn string<'a>(line: &str, value: &'a RawValue) -> Result<(usize, Cow<'a, str>), Fault> {
    let text: String = read(line, value.get())?;
    Ok((offset(line, value.get()), Cow::Owned(text)))
}

impl From<JsonFault> for Fault {
    fn from(fault: JsonFault) -> Self {
        Self {
            offset: fault.offset,
            kind: CaseErrorKind::Json(fault.cause),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_an_object_of_which_two_fields_are_read() {
        let line = r#" {"id": "q1", "relevant": ["a\n", 7], "query": "é?", "more": [[{}]]}"#;
        let row = row(line).unwrap();
        assert_eq!(row.question, (47, "é?".into()));
        assert_eq!(row.ids, [(27, "a\n".into()), (34, "7".into())]);
    }

    #[test]
    fn faults_say_what_and_where() {
        for (line, offset, cause) in [
            ("{", 0, "EOF while parsing an object"),
            ("{\"query\"\r\n", 7, "EOF while parsing an object"),
            ("[\"q\", []]", 0, "expected an object"),
            (" 5", 1, "expected an object"),
            (r#"{"query": "q"}"#, 0, "missing field `relevant`"),
            (r#"{"relevant": []}"#, 0, "missing field `query`"),
            (
                r#"{"query": 5, "relevant": []}"#,
                10,
                "invalid type: integer `5`, expected a string",
            ),
            (
                r#"{"query": "q", "relevant": null}"#,
                27,
                "invalid type: null, expected a sequence",
            ),
            (
                r#"{"query": "q", "relevant": [null]}"#,
                28,
                "invalid type: null, expected a string",
            ),
            (
                r#"{"query": "q", "query": "q"}"#,
                0,
                "duplicate field `query`",
            ),
            (
                r#"{"query": "\ud800", "relevant": []}"#,
                17,
                "unexpected end of hex escape",
            ),
            (
                r#"{"query": "q", "relevant": []} {}"#,
                31,
                "trailing characters",
            ),
        ] {
            let expected = Fault {
                offset,
                kind: CaseErrorKind::Json(cause.to_owned()),
            };
            assert_eq!(row(line).unwrap_err(), expected, "{line}");
        }
        let blank = row(r#"{"query": " ", "relevant": []}"#).unwrap_err();
        assert_eq!(
            (blank.offset, blank.kind),
            (10, CaseErrorKind::EmptyQuestion)
        );
    }
}
