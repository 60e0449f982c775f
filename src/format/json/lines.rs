//! One JSON object a line: entries, and before them perhaps what is said of all.

use super::cursor::Value;
use super::entry::{self, Members};
use super::native;
use super::shape::{self, Dialect};
use crate::format::sink::Sink;
use crate::format::{Fault, Format, FormatErrorKind};

/// Reads lines of JSON into a sink. A line that cannot be read is one fault.
pub(in crate::format) fn read_lines<'a>(text: &'a str, sink: &mut Sink<'a>) -> Result<(), Fault> {
    if !lines(text).any(may_be_entry) {
        return Err(Fault {
            offset: 0,
            kind: FormatErrorKind::NoQuestions {
                format: Format::Ndjson,
            },
        });
    }
    for (number, line) in lines(text).enumerate() {
        let object = Value::parse(text, line, Format::Ndjson).and_then(object);
        let Some((value, members)) = sink.accept(object)? else {
            continue;
        };
        if number == 0 && is_head(&members) {
            for (name, value) in members {
                native::head_field(name, value, sink)?;
            }
        } else {
            entry::read_members(value, members, Dialect::Native, None, sink)?;
        }
    }
    Ok(())
}

fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter(|line| !line.trim().is_empty())
}

/// Whether a line has anything of an entry, or cannot be read and may be meant for one.
fn may_be_entry(line: &str) -> bool {
    let object = Value::parse(line, line, Format::Ndjson).and_then(object);
    object.map_or(true, |(_, members)| shape::has_any_part(&members))
}

fn object(value: Value<'_>) -> Result<(Value<'_>, Members<'_>), Fault> {
    if value.kind() != "an object" {
        return Err(value.wrong_kind("line", "an object"));
    }
    Ok((value, value.members()?))
}

/// Whether a line is about all entries: it has a field of the whole, and nothing of an entry.
fn is_head(members: &Members<'_>) -> bool {
    let is_of_whole = |name: &str| matches!(name, "title" | "language" | "synonyms" | "lexicon");
    members.iter().any(|(name, _)| is_of_whole(name)) && !shape::has_any_part(members)
}

#[cfg(test)]
mod tests {
    use crate::Source;
    use crate::format::{Format, inspect, parse};
    use crate::position::Position;

    #[test]
    fn each_line_is_an_entry_and_the_first_may_be_about_all() {
        let text = "\u{20}\n{\"title\":\"T\",\"synonyms\":[[\"a\",\"b\"]]}\r\n\r\n {\"question\":\"One?\",\"answer\":\"1\"}\r\n{\"q\":[\"Two?\",\"2?\"],\"a\":\"2\"}";
        let sources = [Source::new("f", text)];
        let faq = parse(&sources, Some(Format::Ndjson)).unwrap();
        assert_eq!(faq.documents[0].title.as_deref(), Some("T"));
        assert_eq!(faq.documents[0].synonyms, [["a", "b"]]);
        let entries: Vec<String> = faq
            .entries
            .iter()
            .map(|it| format!("{} {} {:?}", it.place.position, it.question, it.alternates))
            .collect();
        assert_eq!(entries, ["4:2 One? []", "5:1 Two? [\"2?\"]"]);
    }

    #[test]
    fn a_fault_is_said_in_its_line_and_reading_goes_on_when_lenient() {
        let text = "{\"question\":\"One?\",\"answer\":\"1\"}\n[1]\n{\"question\":\n{\"question\":\"Two?\",\"answer\":\"2\"}\n\"x\n{\"question\":\"3?\",\"answer\":3}{}\n{\"question\":\"4?\",\"answer\":4}";
        let sources = [Source::new("f", text)];
        let error = parse(&sources, Some(Format::Ndjson)).unwrap_err();
        assert_eq!(
            error.to_string(),
            "f:2:1: \"line\" must be an object, found a list"
        );
        let inspection = inspect(&sources, Some(Format::Ndjson));
        let faults: Vec<String> = inspection
            .faults
            .iter()
            .map(|(spot, kind)| format!("{}: {kind}", Position::of(text, spot.offset)))
            .collect();
        assert_eq!(
            faults,
            [
                "2:1: \"line\" must be an object, found a list",
                "3:12: not valid NDJSON: EOF while parsing a value",
                "5:2: not valid NDJSON: EOF while parsing a string",
                "6:29: not valid NDJSON: trailing characters",
                "7:27: \"answer\" must be a string, found a number",
            ]
        );
        assert_eq!(inspection.faq.entries.len(), 3);
    }

    #[test]
    fn lines_without_an_entry_are_no_faq() {
        for text in [
            "{\"title\":\"T\"}\n\n",
            "{\"level\":\"info\"}\n{\"level\":\"warn\"}",
        ] {
            let sources = [Source::new("f", text)];
            let error = parse(&sources, Some(Format::Ndjson)).unwrap_err();
            let message = "f:1:1: no question was found in this NDJSON";
            assert_eq!(error.to_string(), message, "{text}");
        }
    }
}
