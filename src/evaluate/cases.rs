//! Labelled questions: what a file of them holds, whichever of the two formats it is in.

use std::borrow::Cow;

use hashbrown::{HashMap, HashSet};

use super::error::{CaseError, CaseErrorKind};
use super::{jsonl, tsv};
use crate::model::Faq;
use crate::position::{Position, Positions};
use crate::search::nearest_ids;
use crate::source::Source;

/// How many ids are suggested for one that does not exist.
const SUGGESTIONS: usize = 3;

/// A question, and what answers it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Case<'a> {
    /// The question; never blank.
    pub question: Cow<'a, str>,
    /// The entries that answer it, any of them being right, as indices into [`Faq::entries`]; none where the question
    /// must be refused.
    pub relevant: Vec<usize>,
    /// Where the case begins.
    pub position: Position,
}

/// A case as a line says it, before anybody asks whether its ids exist.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Row<'a> {
    /// The question, and at which byte of its line it begins.
    pub(super) question: (usize, Cow<'a, str>),
    /// The ids, and at which byte of the line each begins.
    pub(super) ids: Vec<(usize, Cow<'a, str>)>,
}

/// What is wrong, and at which byte of its line.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Fault {
    pub(super) offset: usize,
    pub(super) kind: CaseErrorKind,
}

/// Reads labelled questions for a FAQ, one a line: lines of tabs (a question, then the ids of the entries that answer
/// it), or JSON objects (`{"query": "…", "relevant": ["id"]}`, other fields being ignored).
///
/// Without an id the question must be refused. Blank lines are skipped, and among lines of tabs also those that begin
/// with `#`. Which format it is, the first line shows that is neither.
///
/// # Errors
///
/// When a line is no case, an id is not in the FAQ, or there is no case at all.
pub fn parse_cases<'s>(source: &'s Source, faq: &Faq<'_>) -> Result<Vec<Case<'s>>, CaseError> {
    let ids = Ids::new(faq);
    let fail = |position, kind| CaseError {
        name: source.name.clone(),
        position,
        kind,
    };
    let format = Format::of(&source.text)
        .map_err(|(offset, kind)| fail(Position::of(&source.text, offset), kind))?;
    let mut positions = Positions::new(&source.text);
    let mut cases = Vec::new();
    let mut start = 0;
    for line in source.text.split_inclusive('\n') {
        let position = positions.advance(start);
        let case = format.read(line).and_then(|row| {
            row.map(|row| ids.resolve(row, position, format))
                .transpose()
        });
        let case =
            case.map_err(|fault| fail(positions.advance(start + fault.offset), fault.kind))?;
        cases.extend(case);
        start += line.len();
    }
    if cases.is_empty() {
        return Err(fail(Position::default(), CaseErrorKind::NoCases));
    }
    Ok(cases)
}

/// How a file is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Format {
    Tsv,
    JsonLines,
}

impl Format {
    /// The format of a text, or at which byte it turns out to have none.
    fn of(text: &str) -> Result<Self, (usize, CaseErrorKind)> {
        let mut start = 0;
        for line in text.split_inclusive('\n') {
            let content = line.trim();
            let begins = start + (line.len() - line.trim_start().len());
            start += line.len();
            if content.is_empty() || tsv::is_comment(line) {
                continue;
            }
            // A JSON list, as many programs export it, would make questions of its brackets.
            if let Some(first) = content.strip_prefix('[')
                && (first.is_empty() || first.trim_start().starts_with(['{', '[', '"']))
            {
                return Err((begins, CaseErrorKind::List));
            }
            return Ok(if content.starts_with('{') {
                Self::JsonLines
            } else {
                Self::Tsv
            });
        }
        Ok(Self::Tsv)
    }

    /// What a line says; nothing where it is to be skipped.
    fn read(self, line: &str) -> Result<Option<Row<'_>>, Fault> {
        match self {
            _ if line.trim().is_empty() => Ok(None),
            Self::Tsv if tsv::is_comment(line) => Ok(None),
            Self::Tsv => tsv::row(line).map(Some),
            Self::JsonLines => jsonl::row(line).map(Some),
        }
    }
}

/// Which entry has which id.
struct Ids<'f> {
    faq: &'f Faq<'f>,
    entries: HashMap<&'f str, usize>,
}

impl<'f> Ids<'f> {
    fn new(faq: &'f Faq<'_>) -> Self {
        let entries = (0..).zip(&faq.entries);
        Self {
            faq,
            entries: entries
                .map(|(number, entry)| (entry.id.as_ref(), number))
                .collect(),
        }
    }

    fn resolve<'s>(
        &self,
        row: Row<'s>,
        position: Position,
        format: Format,
    ) -> Result<Case<'s>, Fault> {
        let (begins, question) = row.question;
        if format == Format::Tsv && row.ids.is_empty() {
            self.refuse_spaces(begins, &question)?;
        }
        let mut relevant = Vec::with_capacity(row.ids.len());
        let mut seen = HashSet::with_capacity(row.ids.len());
        for (offset, id) in row.ids {
            let entry = self.entries.get(id.as_ref()).ok_or_else(|| Fault {
                offset,
                kind: self.unknown(&id, &question),
            })?;
            if seen.insert(*entry) {
                relevant.push(*entry);
            }
        }
        Ok(Case {
            question,
            relevant,
            position,
        })
    }

    /// Many editors write spaces where TAB is pressed: the id would become words of a question that nothing answers.
    fn refuse_spaces(&self, begins: usize, question: &str) -> Result<(), Fault> {
        match question.rsplit_once("  ") {
            Some((before, id)) if self.entries.contains_key(id.trim_start()) => Err(Fault {
                offset: begins + before.trim_end().len(),
                kind: CaseErrorKind::SpacesForTab {
                    id: id.trim_start().to_owned(),
                },
            }),
            _ => Ok(()),
        }
    }

    fn unknown(&self, id: &str, question: &str) -> CaseErrorKind {
        // `faq list --ids` puts the id first.
        if self.entries.contains_key(question) {
            return CaseErrorKind::Swapped {
                id: question.to_owned(),
            };
        }
        let near = nearest_ids(self.faq, id, SUGGESTIONS);
        CaseErrorKind::UnknownId {
            id: id.to_owned(),
            near: near.into_iter().map(str::to_owned).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Entry;

    /// How many ids a line has that would take minutes if each were sought among those before it.
    const MANY: usize = 300_000;

    #[test]
    fn the_ids_of_a_line_are_taken_in_order_and_once_however_many_there_are() {
        let ids: Vec<String> = (0..MANY).rev().map(|number| number.to_string()).collect();
        let entry = |number: usize| Entry {
            id: number.to_string().into(),
            ..Entry::default()
        };
        let faq = Faq {
            entries: (0..MANY).map(entry).collect(),
            documents: Vec::new(),
        };
        let line = format!("a question\t{}\t7\t9", ids.join("\t"));
        let source = Source::new("cases.tsv", line);
        let cases = parse_cases(&source, &faq).unwrap();
        assert!(cases[0].relevant.iter().copied().eq((0..MANY).rev()));
    }
}
