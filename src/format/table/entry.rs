//! From a row to an entry that is yet to be checked.

use std::borrow::Cow;

use super::columns::{Columns, NATIVE};
use super::list::{LABELS, PHRASINGS};
use super::names::Role;
use super::qna_maker;
use super::rows::{Cell, Row};
use crate::format::draft::{Draft, Located, LocatedExtra};
use crate::format::inspection::Note;
use crate::format::sink::Sink;
use crate::format::syntax::NO_HEADER;
use crate::format::{Fault, Format, FormatErrorKind};

/// An entry of a row. Where lines end with CR LF, they do within cells as well.
pub(super) fn draft<'a>(
    row: Row<'a>,
    columns: &Columns<'a>,
    crlf: bool,
    format: Format,
) -> Result<Draft<'a>, Fault> {
    let count = row.cells.len();
    let mut draft = Draft {
        offset: row.offset,
        ..Draft::default()
    };
    for (number, cell) in row.cells.into_iter().enumerate() {
        let Cell { text, offset } = cell;
        let role = columns.role(number);
        if role.is_none() && !text.trim().is_empty() {
            let cause = format!(
                "the row has {count} cells, but there are {} columns",
                columns.count()
            );
            return Err(syntax(format, offset, cause));
        }
        if columns.are_unnamed() && role == Some(Role::Source) && !is_address(text.trim()) {
            return Err(syntax(format, offset, NO_HEADER.to_owned()));
        }
        if let Some(role) = role {
            let found = Located {
                text: if crlf { with_line_feeds(text) } else { text },
                offset,
            };
            fill(&mut draft, role, found, number, columns);
        }
    }
    Ok(draft)
}

/// Puts what a cell says where its column belongs.
fn fill<'a>(
    draft: &mut Draft<'a>,
    role: Role,
    cell: Located<'a>,
    number: usize,
    columns: &Columns<'a>,
) {
    let offset = cell.offset;
    match role {
        Role::Question => draft.question = Some(cell),
        Role::Answer if columns.is_of_qna_maker => {
            draft.answer = Some(Located::new(qna_maker::with_line_ends(cell.text), offset));
        }
        Role::Answer => draft.answer = Some(cell),
        _ if cell.text.trim().is_empty() => {}
        Role::Id => draft.id = Some(cell),
        Role::Alternates => draft.alternates.extend(PHRASINGS.split(cell)),
        Role::Tags => draft.tags.extend(LABELS.split(cell)),
        Role::Tag => draft.tags.push(cell),
        Role::Metadata => {
            let pairs =
                qna_maker::metadata(&cell.text).map(|it| Located::new(it.to_owned(), offset));
            draft.tags.extend(pairs);
        }
        Role::Related => draft.related.extend(LABELS.split(cell)),
        Role::Prompts => match qna_maker::prompted(&cell.text) {
            Some(ids) => draft
                .related
                .extend(ids.into_iter().map(|id| Located::new(id, offset))),
            None => draft.extra.push(unknown(&cell, number, columns)),
        },
        Role::Source => draft.source = Some(cell),
        Role::Extra => match fields(&cell.text, draft) {
            Some(fields) => {
                let fields = fields.into_iter().map(|(name, json)| LocatedExtra {
                    name: name.into(),
                    json: json.into(),
                    offset,
                });
                draft.extra.extend(fields);
            }
            None => draft.extra.push(unknown(&cell, number, columns)),
        },
        Role::Unknown if columns.is_of_qna_maker && qna_maker::says_nothing(&cell.text) => {}
        Role::Unknown => draft.extra.push(unknown(&cell, number, columns)),
    }
}

/// A field that the native file does not know, whose value is text.
fn unknown<'a>(cell: &Located<'a>, number: usize, columns: &Columns<'a>) -> LocatedExtra<'a> {
    LocatedExtra {
        name: columns.field(number),
        json: serde_json::Value::from(cell.text.as_ref())
            .to_string()
            .into(),
        offset: cell.offset,
    }
}

/// The fields of an object of JSON, each with its value as written; nothing when the cell is none that can be kept.
fn fields(cell: &str, draft: &Draft<'_>) -> Option<Vec<(String, String)>> {
    // This also refuses what is nested deeper than anybody will be able to read back.
    let names: serde_json::Map<String, serde_json::Value> = serde_json::from_str(cell).ok()?;
    let is_taken = |name: &String| {
        NATIVE.contains(&name.as_str()) || draft.extra.iter().any(|it| it.name == *name)
    };
    if names.keys().any(is_taken) {
        return None;
    }
    let fields: std::collections::BTreeMap<String, Box<serde_json::value::RawValue>> =
        serde_json::from_str(cell).ok()?;
    let field = |(name, json): (String, Box<serde_json::value::RawValue>)| {
        (name, String::from(Box::<str>::from(json)))
    };
    Some(fields.into_iter().map(field).collect())
}

/// The entry, unless its row has neither question nor answer: such rows are headings, or what is left of others.
pub(super) fn with_content<'a>(draft: Draft<'a>, sink: &mut Sink<'a>) -> Option<Draft<'a>> {
    let says = |found: &Option<Located<'_>>| {
        let text = found.as_ref().map(|it| it.text.trim());
        text.is_some_and(|text| !text.is_empty())
    };
    if says(&draft.question) || says(&draft.answer) {
        return Some(draft);
    }
    sink.skipped(draft.offset, || Note {
        what: "a row".to_owned(),
        why: "it has neither a question nor an answer",
    });
    None
}

/// How many words a question has at least that has no question mark.
const MIN_WORDS: usize = 3;

/// How many characters a question has at least that is written without blanks.
const MIN_CHARS: usize = 5;

/// Whether somebody might ask this: names, numbers and keys are nothing of the kind.
pub(super) fn is_like_a_question(draft: &Draft<'_>) -> bool {
    let Some(question) = &draft.question else {
        return false;
    };
    let text = question.text.as_ref();
    let foreign = text.chars().filter(|c| c.is_alphabetic() && !c.is_ascii());
    text.contains(['?', '？', '؟', '¿'])
        || text.split_whitespace().take(MIN_WORDS).count() == MIN_WORDS
        || foreign.take(MIN_CHARS).count() == MIN_CHARS
}

/// Whether a cell may be an address, or has none.
fn is_address(cell: &str) -> bool {
    let is_inner = |(at, _): (usize, &str)| {
        let before = cell[..at].ends_with(char::is_alphanumeric);
        before && cell[at + 1..].starts_with(char::is_alphanumeric)
    };
    let is_one_word = !cell.contains(char::is_whitespace);
    cell.is_empty()
        || is_one_word
            && (cell.contains("://")
                || cell.starts_with(['/', '#'])
                || cell.match_indices('.').any(is_inner))
}

/// A text whose lines end with line feeds alone.
fn with_line_feeds(text: Cow<'_, str>) -> Cow<'_, str> {
    if text.contains("\r\n") {
        return Cow::Owned(text.replace("\r\n", "\n"));
    }
    text
}

fn syntax(format: Format, offset: usize, cause: String) -> Fault {
    Fault {
        offset,
        kind: FormatErrorKind::Syntax { format, cause },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_told_from_the_rest_of_an_answer() {
        for (cell, expected) in [
            ("https://example.com/a", true),
            ("/help#a", true),
            ("www.example.com", true),
            ("guide.pdf", true),
            ("", true),
            ("so.", false),
            ("and so on", false),
            ("see example.com", false),
            ("x", false),
        ] {
            assert_eq!(is_address(cell), expected, "{cell}");
        }
    }

    #[test]
    fn questions_are_told_from_names_and_numbers() {
        for (text, expected) in [
            ("Why?", true),
            ("opening hours today", true),
            ("営業時間は何時ですか", true),
            ("Alice Smith", false),
            ("42", false),
        ] {
            let draft = Draft {
                question: Some(Located::new(text, 0)),
                ..Draft::default()
            };
            assert_eq!(is_like_a_question(&draft), expected, "{text}");
        }
    }
}
