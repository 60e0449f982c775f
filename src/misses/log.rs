//! A log of misses: JSON lines, as the program writes them, or a plain list of questions.

use std::borrow::Cow;

use super::error::{MissError, MissErrorKind};
use super::jsonl;
use crate::position::{Position, Positions};
use crate::source::Source;

/// A question that found no answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Miss<'a> {
    /// The question; never blank.
    pub question: Cow<'a, str>,
    /// When it was asked, as the log writes it; `None` where it does not say.
    pub time: Option<Cow<'a, str>>,
    /// Where the line begins.
    pub position: Position,
}

/// What is wrong, and at which byte of its line.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Fault {
    pub(super) offset: usize,
    pub(super) kind: MissErrorKind,
}

/// Reads a log, one miss a line: JSON objects (`{"query": "…", "time": "…"}`, all but the query being optional and
/// other fields being ignored), or else plain questions. Which of them it is, the first line shows that is not blank.
/// Blank lines are skipped; a log without any other holds no misses, and that is no fault.
///
/// # Errors
///
/// When a line is no miss.
pub fn parse_misses(source: &Source) -> Result<Vec<Miss<'_>>, MissError> {
    let fail = |position, kind| MissError {
        name: source.name.clone(),
        position,
        kind,
    };
    let text = source.text.as_str();
    let begins = text.len() - text.trim_start().len();
    let first = text[begins..].lines().next().unwrap_or_default().trim();
    if is_list(first) {
        return Err(fail(Position::of(text, begins), MissErrorKind::List));
    }
    let is_json = first.starts_with('{');
    let mut positions = Positions::new(text);
    let mut misses = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let line_start = start;
        start += line.len();
        if line.trim().is_empty() {
            continue;
        }
        let position = positions.advance(line_start);
        let (question, time) = if is_json {
            jsonl::row(line)
                .map_err(|fault| fail(positions.advance(line_start + fault.offset), fault.kind))?
        } else {
            (Cow::Borrowed(line.trim()), None)
        };
        misses.push(Miss {
            question,
            time,
            position,
        });
    }
    Ok(misses)
}

/// Whether a JSON list begins so, as many programs export it: its brackets are no questions.
fn is_list(line: &str) -> bool {
    let rest = line.strip_prefix('[').map(str::trim_start);
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['{', '[', '"']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_a_miss_and_the_first_one_shows_how_it_is_written() {
        for (text, expected) in [
            ("", &[][..]),
            ("\n \r\n\n", &[]),
            (
                "how?\r\n\n  { what } \n[1]",
                &[(1, "how?", None), (3, "{ what }", None), (4, "[1]", None)],
            ),
            (
                "\n{\"query\": \" a\\n\"}\n\n{\"time\": \"T\", \"query\": \"b\", \"x\": [1]}\r\n",
                &[(2, "a", None), (4, "b", Some("T"))],
            ),
            ("[note] why", &[(1, "[note] why", None)]),
        ] {
            let source = Source::new("log", text);
            let misses = parse_misses(&source).unwrap();
            let told: Vec<_> = misses
                .iter()
                .map(|miss| (miss.position.line, &*miss.question, miss.time.as_deref()))
                .collect();
            assert_eq!(told, expected, "{text:?}");
        }
    }

    #[test]
    fn faults_name_line_and_column() {
        for (text, message) in [
            (
                "{\"query\": \"é\"}\n\n {\"query\": 5}",
                "log:3:12: not a miss: invalid type: integer `5`, expected a string",
            ),
            (
                "{\"query\": \"q\"}\nplain",
                "log:2:1: not a miss: expected an object",
            ),
            (
                "{\"query\": \"q\"}\n{\"query\": \"q",
                "log:2:12: not a miss: EOF while parsing a string",
            ),
            ("{\"query\": \" \\t\"}", "log:1:11: the question is empty"),
            ("{}", "log:1:1: not a miss: missing field `query`"),
            (
                " \n[\n{\"query\": \"q\"}]",
                "log:2:1: this is a JSON list, not lines of misses",
            ),
            (
                "[{\"query\": \"q\"}]",
                "log:1:1: this is a JSON list, not lines of misses",
            ),
        ] {
            let error = parse_misses(&Source::new("log", text)).unwrap_err();
            assert_eq!(error.to_string(), message, "{text:?}");
            assert!(!error.mend().is_empty());
        }
    }
}
