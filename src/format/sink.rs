//! Where readers put what they find: checked, placed, and strict or lenient about faults.

use std::borrow::Cow;

use super::draft::{Draft, Found, FoundExtra};
use super::inspection::{DocumentMarks, Marks, Note};
use super::memory::{self, Memory};
use super::{Fault, FormatErrorKind};
use crate::limits::{ENTRIES, FIELD_SIZE, LIST_LENGTH, SYNONYMS};
use crate::model::{Document, Entry, Extra, Place};
use crate::position::{Position, Positions};
use crate::source::Source;

/// What becomes of one document.
///
/// A strict sink hands every fault back, so that reading stops. A lenient one keeps it and goes on, and also keeps
/// where everything stands and what was skipped.
#[derive(Debug)]
pub(super) struct Sink<'a> {
    number: usize,
    pub(super) document: Document<'a>,
    pub(super) entries: Vec<Entry<'a>>,
    pub(super) memory: Memory,
    positions: Positions<'a>,
    /// Nothing here when strict.
    pub(super) kept: Option<Kept>,
}

/// What only an inspection wants to know.
#[derive(Debug, Default)]
pub(super) struct Kept {
    pub(super) faults: Vec<Fault>,
    pub(super) notes: Vec<(usize, Note)>,
    pub(super) marks: Vec<Marks>,
    pub(super) document_marks: DocumentMarks,
    pub(super) shape: Option<String>,
}

impl<'a> Sink<'a> {
    /// For a source, which becomes document number `number`.
    pub(super) fn new(source: &'a Source, number: usize, memory: Memory, lenient: bool) -> Self {
        Self {
            number,
            document: Document {
                name: source.name.clone(),
                ..Document::default()
            },
            entries: Vec::new(),
            memory,
            positions: Positions::new(&source.text),
            kept: lenient.then(Kept::default),
        }
    }

    /// Hands back a fault when strict, and keeps it when lenient.
    pub(super) fn fault(&mut self, fault: Fault) -> Result<(), Fault> {
        match &mut self.kept {
            None => Err(fault),
            Some(kept) => {
                self.memory.keep(FAULT, fault.offset)?;
                kept.faults.push(fault);
                Ok(())
            }
        }
    }

    /// Keeps the fault that ended the reading, when lenient.
    pub(super) fn last_fault(&mut self, fault: Fault) {
        if let Some(kept) = &mut self.kept {
            kept.faults.push(fault);
        }
    }

    /// The value, if there is one; its fault otherwise goes the way of [`Sink::fault`].
    pub(super) fn accept<T>(&mut self, result: Result<T, Fault>) -> Result<Option<T>, Fault> {
        match result {
            Ok(value) => Ok(Some(value)),
            Err(fault) => self.fault(fault).map(|()| None),
        }
    }

    /// Says how the reader took the document, such as *headings of level 2*.
    pub(super) fn recognised(&mut self, shape: impl FnOnce() -> String) {
        if let Some(kept) = &mut self.kept {
            kept.shape = Some(shape());
        }
    }

    /// Says that something that might have been a question was not taken for one, and why.
    pub(super) fn skipped(&mut self, offset: usize, note: impl FnOnce() -> Note) {
        // Where there is no room for a note, there is none for what comes next.
        if let Some(kept) = &mut self.kept
            && self.memory.keep(FAULT, offset).is_ok()
        {
            kept.notes.push((offset, note()));
        }
    }

    /// Takes a group of synonyms.
    pub(super) fn synonyms(&mut self, group: Vec<Found<'a>>) -> Result<(), Fault> {
        list_within(&group, "words in a group of synonyms")?;
        let at = group.first().map_or(0, |word| word.offset);
        if self.document.synonyms.len() == SYNONYMS {
            return Err(too_many("groups of synonyms", SYNONYMS, at));
        }
        let bytes = memory::synonyms(group.iter().map(|word| &word.text));
        self.memory.keep(bytes, at)?;
        if let Some(kept) = &mut self.kept {
            let offsets = group.iter().map(|word| word.offset).collect();
            kept.document_marks.synonyms.push(offsets);
        }
        self.document
            .synonyms
            .push(group.into_iter().map(|word| word.text).collect());
        Ok(())
    }

    /// Takes a field of the document that the native file does not know.
    pub(super) fn extra(&mut self, extra: FoundExtra<'a>) -> Result<(), Fault> {
        let FoundExtra { name, json, offset } = extra;
        let extra = Extra { name, json };
        self.memory.keep(memory::extra(&extra), offset)?;
        if let Some(kept) = &mut self.kept {
            kept.document_marks.extra.push(offset);
        }
        self.document.extra.push(extra);
        Ok(())
    }

    /// Takes an entry. Entries come in the order of their places.
    ///
    /// When lenient, one without a question is left out, and whatever else is blank or missing is taken as not given.
    pub(super) fn entry(&mut self, draft: Draft<'a>) -> Result<(), Fault> {
        if self.entries.len() == ENTRIES {
            return Err(too_many("entries", ENTRIES, draft.offset));
        }
        within(&draft)?;
        let offset = draft.offset;
        let missing = |field| Fault {
            offset,
            kind: FormatErrorKind::Missing { field },
        };
        let id = draft.id.map(|id| not_blank(id, "id"));
        let id = self.optional(id)?;
        let question = draft.question.ok_or_else(|| missing("question"));
        let question = question.and_then(|question| not_blank(question, "question"));
        let question = self.accept(question)?;
        let mut alternates = Vec::with_capacity(draft.alternates.len());
        for alternate in draft.alternates {
            alternates.extend(self.accept(not_blank(alternate, "alternates"))?);
        }
        let answer = self.accept(draft.answer.ok_or_else(|| missing("answer")))?;
        let Some(question) = question else {
            return Ok(());
        };
        if let Some(kept) = &mut self.kept {
            self.memory.keep(MARKS, draft.offset)?;
            let offset = |found: &Found<'_>| found.offset;
            kept.marks.push(Marks {
                entry: draft.offset,
                id: id.as_ref().map(offset),
                question: question.offset,
                alternates: alternates.iter().map(offset).collect(),
                answer: answer.as_ref().map(offset),
                tags: draft.tags.iter().map(offset).collect(),
                related: draft.related.iter().map(offset).collect(),
                source: draft.source.as_ref().map(offset),
                extra: draft.extra.iter().map(|extra| extra.offset).collect(),
            });
        }
        let place = Place {
            document: self.number,
            position: self.position(draft.offset),
        };
        let entry = Entry {
            id: id.map(|id| id.text).unwrap_or_default(),
            question: question.text,
            alternates: texts(alternates),
            answer: answer.map(|answer| answer.text).unwrap_or_default(),
            tags: texts(draft.tags),
            related: texts(draft.related),
            source: draft.source.map(|source| source.text),
            extra: draft
                .extra
                .into_iter()
                .map(|extra| Extra {
                    name: extra.name,
                    json: extra.json,
                })
                .collect(),
            place,
        };
        self.memory.keep(memory::entry(&entry), offset)?;
        self.entries.push(entry);
        Ok(())
    }

    fn optional<T>(&mut self, result: Option<Result<T, Fault>>) -> Result<Option<T>, Fault> {
        match result {
            None => Ok(None),
            Some(result) => self.accept(result),
        }
    }

    fn position(&mut self, offset: usize) -> Position {
        self.positions.advance(offset)
    }
}

/// A fault or a note, and what comes of it.
const FAULT: usize = 512;

/// Where the parts of an entry stand, and what may be found in them.
const MARKS: usize = size_of::<Marks>() + 128;

/// Refuses what is more or longer than any entry: lenient or not, nobody wants to go on with it.
fn within(draft: &Draft<'_>) -> Result<(), Fault> {
    for (field, text) in [
        ("id", &draft.id),
        ("question", &draft.question),
        ("answer", &draft.answer),
        ("source", &draft.source),
    ] {
        if let Some(text) = text {
            text_within(text, field)?;
        }
    }
    for (field, list) in [
        ("alternates", &draft.alternates),
        ("tags", &draft.tags),
        ("related", &draft.related),
    ] {
        list_within(list, field)?;
        list.iter().try_for_each(|text| text_within(text, field))?;
    }
    Ok(())
}

fn text_within(text: &Found<'_>, field: &'static str) -> Result<(), Fault> {
    let kind = FormatErrorKind::TooLong {
        field,
        limit: FIELD_SIZE,
    };
    match text.text.len() {
        0..=FIELD_SIZE => Ok(()),
        _ => Err(Fault {
            offset: text.offset,
            kind,
        }),
    }
}

fn list_within(list: &[Found<'_>], what: &'static str) -> Result<(), Fault> {
    match list.get(LIST_LENGTH) {
        None => Ok(()),
        Some(text) => Err(too_many(what, LIST_LENGTH, text.offset)),
    }
}

pub(super) fn too_many(what: &'static str, limit: usize, offset: usize) -> Fault {
    Fault {
        offset,
        kind: FormatErrorKind::TooMany { what, limit },
    }
}

fn texts(found: Vec<Found<'_>>) -> Vec<Cow<'_, str>> {
    let mut texts = Vec::with_capacity(found.len());
    texts.extend(found.into_iter().map(|found| found.text));
    texts
}

fn not_blank<'a>(found: Found<'a>, field: &str) -> Result<Found<'a>, Fault> {
    if found.text.trim().is_empty() {
        return Err(Fault {
            offset: found.offset,
            kind: FormatErrorKind::Blank {
                field: field.to_owned(),
            },
        });
    }
    Ok(found)
}
