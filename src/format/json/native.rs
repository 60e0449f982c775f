//! The native format: an object with a `faqs` list, read strictly and by its exact names.

use std::borrow::Cow;

use super::cursor::Value;
use super::entry;
use super::shape::Dialect;
use crate::format::draft::{Draft, Located};
use crate::format::sink::Sink;
use crate::format::{Fault, FormatErrorKind};
use crate::limits::LIST_LENGTH;

/// What `synonyms` holds.
const GROUPS: &str = "a list of lists of strings";

/// Reads the members of a native document.
pub(super) fn read<'a>(
    root: Value<'a>,
    members: Vec<(Cow<'a, str>, Value<'a>)>,
    sink: &mut Sink<'a>,
) -> Result<(), Fault> {
    let mut list = None;
    for (field, value) in members {
        if field == "faqs" {
            list = Some(value);
        } else {
            head_field(field, value, sink)?;
        }
    }
    let Some(list) = list else {
        return Err(root.fault(FormatErrorKind::NotAFaq {
            found: "an object without \"faqs\"",
        }));
    };
    entry::read_list(list.elements("faqs")?, "faqs", Dialect::Native, sink)
}

/// Takes a field that stands beside the entries.
pub(super) fn head_field<'a>(
    field: Cow<'a, str>,
    value: Value<'a>,
    sink: &mut Sink<'a>,
) -> Result<(), Fault> {
    match field.as_ref() {
        "title" => {
            sink.document.title = sink.accept(value.optional_string("title"))?.flatten();
        }
        "language" => {
            sink.document.language = sink.accept(value.optional_string("language"))?.flatten();
        }
        "lexicon" => {
            sink.document.lexicon = sink.accept(value.optional_bool("lexicon"))?.flatten();
        }
        "synonyms" => {
            let groups = value.optional_elements("synonyms");
            let Some(Some(groups)) = sink.accept(groups)? else {
                return Ok(());
            };
            for group in groups {
                let words = match group.kind() {
                    "a list" => strings(group, "synonyms", GROUPS),
                    _ => Err(group.wrong_kind("synonyms", GROUPS)),
                };
                if let Some(words) = sink.accept(words)? {
                    sink.synonyms(words)?;
                }
            }
        }
        _ => {
            if let Some(extra) = sink.accept(value.extra(field))? {
                sink.extra(extra)?;
            }
        }
    }
    Ok(())
}

/// Takes the members of an entry. None when lenient and its question is faulty: that was said then.
pub(super) fn draft<'a>(
    value: Value<'a>,
    members: Vec<(Cow<'a, str>, Value<'a>)>,
    sink: &mut Sink<'a>,
) -> Result<Option<Draft<'a>>, Fault> {
    let mut draft = Draft {
        offset: value.offset(),
        ..Draft::default()
    };
    let mut said = false;
    for (field, value) in members {
        let list = |field| strings(value, field, "a list of strings");
        match field.as_ref() {
            "id" => draft.id = sink.accept(identifier(value))?.flatten(),
            "question" => {
                draft.question = sink.accept(value.found("question"))?;
                said = draft.question.is_none();
            }
            "alternates" => {
                draft.alternates = sink.accept(list("alternates"))?.unwrap_or_default();
            }
            "answer" => {
                // One that is no text is a fault; that there is none would be another.
                let answer = sink.accept(value.found("answer"))?;
                draft.answer = answer.or_else(|| Some(Located::new("", value.offset())));
            }
            "tags" => draft.tags = sink.accept(list("tags"))?.unwrap_or_default(),
            "related" => draft.related = sink.accept(list("related"))?.unwrap_or_default(),
            "source" if value.is_null() => {}
            "source" => draft.source = sink.accept(value.found("source"))?,
            _ => draft.extra.extend(sink.accept(value.extra(field))?),
        }
    }
    Ok(Some(draft).filter(|_| !said))
}

/// An id may also be a whole number, as databases export them; `null` is no id.
pub(super) fn identifier(value: Value<'_>) -> Result<Option<Located<'_>>, Fault> {
    match value.kind() {
        "null" => Ok(None),
        "a number" if value.text().bytes().all(|byte| byte.is_ascii_digit()) => {
            Ok(Some(Located::new(value.text(), value.offset())))
        }
        _ => value.found("id").map(Some),
    }
}

/// A list of strings, where `null` is as good as an empty one.
pub(super) fn strings<'a>(
    list: Value<'a>,
    field: &str,
    expected: &'static str,
) -> Result<Vec<Located<'a>>, Fault> {
    let Some(elements) = list.optional_elements(field)? else {
        return Ok(Vec::new());
    };
    // One more than there may be is enough to be refused.
    let mut strings = Vec::with_capacity(elements.len().min(LIST_LENGTH + 1));
    for value in elements.take(LIST_LENGTH + 1) {
        if value.kind() != "a string" {
            return Err(value.wrong_kind(field, expected));
        }
        strings.push(value.found(field)?);
    }
    Ok(strings)
}

#[cfg(test)]
mod tests {
    use crate::Source;
    use crate::format::Format;

    fn read(text: &str) -> Result<Vec<(String, String)>, String> {
        let source = Source::new("f", text);
        match crate::format::parse(&[source], Some(Format::Json)) {
            Ok(faq) => Ok(faq
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
            ("[{\"question\":\"q\"}]", "f:1:2: the entry has no answer"),
            ("[{\"answer\":\"a\"}]", "f:1:2: the entry has no question"),
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
                "f:1:6: what stands there is nested more than 128 deep"
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
