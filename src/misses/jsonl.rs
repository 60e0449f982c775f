//! Lines of JSON: an object with the question, and perhaps when it was asked.

use std::borrow::Cow;

use serde::Deserialize;
use serde_json::value::RawValue;

use super::error::MissErrorKind;
use super::log::Fault;
use crate::json_line::{JsonFault, object, offset, read};

/// The fields that are read, each still as it is written: so it is known where it stands.
#[derive(Deserialize)]
struct Fields<'a> {
    #[serde(borrow)]
    query: &'a RawValue,
    #[serde(borrow, default)]
    time: Option<&'a RawValue>,
}

/// A text that is borrowed where it stands unescaped.
#[derive(Deserialize)]
struct Text<'a>(#[serde(borrow)] Cow<'a, str>);

/// The question and the time of a line that is not blank.
pub(super) fn row(line: &str) -> Result<(Cow<'_, str>, Option<Cow<'_, str>>), Fault> {
    // What is missing at the end is missing before the line break.
    let line = line.trim_end();
    let fields: Fields<'_> = object(line)?;
    let Text(question) = read(line, fields.query.get())?;
    let question = trimmed(question);
    if question.is_empty() {
        return Err(Fault {
            offset: offset(line, fields.query.get()),
            kind: MissErrorKind::EmptyQuestion,
        });
    }
    // Other programs may write a time as a number, which is left alone.
    let time = fields
        .time
        .and_then(|time| serde_json::from_str(time.get()).ok());
    Ok((question, time.map(|Text(time)| time)))
}

fn trimmed(text: Cow<'_, str>) -> Cow<'_, str> {
    match text {
        Cow::Borrowed(text) => Cow::Borrowed(text.trim()),
        Cow::Owned(text) => Cow::Owned(text.trim().to_owned()),
    }
}

impl From<JsonFault> for Fault {
    fn from(fault: JsonFault) -> Self {
        Self {
            offset: fault.offset,
            kind: MissErrorKind::Json(fault.cause),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_query_is_needed_and_a_time_that_is_no_text_is_left_alone() {
        for (line, question, time) in [
            (r#"{"query":"q"}"#, "q", None),
            (r#"{"query":"\u00e9 ","time":"T"}"#, "é", Some("T")),
            (r#" {"time":17,"query":"q","more":[[{}]]}"#, "q", None),
            (r#"{"time":null,"query":"q"}"#, "q", None),
        ] {
            let (found, at) = row(line).unwrap();
            assert_eq!((&*found, at.as_deref()), (question, time), "{line}");
        }
        assert!(matches!(
            row(r#"{"query":"q"}"#).unwrap().0,
            Cow::Borrowed("q")
        ));
    }

    #[test]
    fn faults_say_what_and_where() {
        for (line, offset, cause) in [
            ("[\"q\"]", 0, "expected an object"),
            ("{\"query\"\r\n", 7, "EOF while parsing an object"),
            (
                r#"{"query": null}"#,
                10,
                "invalid type: null, expected a string",
            ),
            (r#"{"query": "q"} {}"#, 15, "trailing characters"),
            (
                r#"{"query": "q", "query": "q"}"#,
                0,
                "duplicate field `query`",
            ),
            (r#"{"query": "\ud800"}"#, 17, "unexpected end of hex escape"),
        ] {
            let kind = MissErrorKind::Json(cause.to_owned());
            assert_eq!(row(line).unwrap_err(), Fault { offset, kind }, "{line}");
        }
    }
}
