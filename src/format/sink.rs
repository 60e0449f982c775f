//! Where readers put what they find: checked, placed, and strict or lenient about faults.

use super::bounds::{list_within, not_blank, too_many, within};
use super::draft::{Draft, Located, LocatedExtra};
use super::inspection::{DocumentOffsets, Note, Offsets};
use super::memory::{self, MemoryBudget};
use super::{Fault, misnamed};
use crate::limits::{ENTRIES, SYNONYMS};
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
    pub(super) memory: MemoryBudget,
    positions: Positions<'a>,
    /// Nothing here when strict.
    pub(super) kept: Option<Kept>,
}

/// What only an inspection wants to know.
#[derive(Debug, Default)]
pub(super) struct Kept {
    pub(super) faults: Vec<Fault>,
    pub(super) notes: Vec<(usize, Note)>,
    pub(super) offsets: Vec<Offsets>,
    pub(super) document_offsets: DocumentOffsets,
    pub(super) shape: Option<String>,
}

impl<'a> Sink<'a> {
    /// For a source, which becomes document number `number`.
    pub(super) fn new(
        source: &'a Source,
        number: usize,
        memory: MemoryBudget,
        lenient: bool,
    ) -> Self {
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

    /// Another for a part of the same document, which is to be added.
    pub(super) fn part(&mut self) -> Self {
        Self {
            number: self.number,
            document: Document::default(),
            entries: Vec::new(),
            memory: self.memory.split(),
            positions: self.positions.clone(),
            kept: None,
        }
    }

    /// Adds the entries of a part, whose first stands at this offset.
    pub(super) fn append(&mut self, mut part: Self, offset: usize) -> Result<(), Fault> {
        if self.entries.len() + part.entries.len() > ENTRIES {
            return Err(too_many("entries", ENTRIES, offset));
        }
        self.memory.add(part.memory, offset)?;
        self.entries.append(&mut part.entries);
        Ok(())
    }

    /// Forgets all that a strict sink took of a text, and has so much memory again as before.
    pub(super) fn start_over(&mut self, text: &'a str, memory: MemoryBudget) {
        self.memory = memory;
        self.positions = Positions::new(text);
        self.entries = Vec::new();
        self.document = Document {
            name: std::mem::take(&mut self.document.name),
            ..Document::default()
        };
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
    #[inline]
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
    pub(super) fn synonyms(&mut self, group: Vec<Located<'a>>) -> Result<(), Fault> {
        list_within(&group, "words in a group of synonyms")?;
        let at = group.first().map_or(0, |word| word.offset);
        if self.document.synonyms.len() == SYNONYMS {
            return Err(too_many("groups of synonyms", SYNONYMS, at));
        }
        let bytes = memory::synonyms(group.iter().map(|word| &word.text));
        self.memory.keep(bytes, at)?;
        if let Some(kept) = &mut self.kept {
            let offsets = group.iter().map(|word| word.offset).collect();
            kept.document_offsets.synonyms.push(offsets);
        }
        self.document
            .synonyms
            .push(group.into_iter().map(|word| word.text).collect());
        Ok(())
    }

    /// Takes a field of the document that the native file does not know.
    pub(super) fn extra(&mut self, extra: LocatedExtra<'a>) -> Result<(), Fault> {
        let LocatedExtra { name, json, offset } = extra;
        let extra = Extra { name, json };
        self.memory.keep(memory::extra(&extra), offset)?;
        if let Some(kept) = &mut self.kept {
            kept.document_offsets.extra.push(offset);
        }
        self.document.extra.push(extra);
        Ok(())
    }

    /// Takes an entry. Entries come in the order of their places.
    ///
    /// When lenient, one without a question is left out, and whatever else is blank or missing is taken as not given.
    pub(super) fn entry(&mut self, mut draft: Draft<'a>) -> Result<(), Fault> {
        if self.entries.len() == ENTRIES {
            return Err(too_many("entries", ENTRIES, draft.offset));
        }
        within(&draft)?;
        let Some(question) = self.take_question(&mut draft)? else {
            return Ok(());
        };
        if let Some(kept) = &mut self.kept {
            self.memory.keep(MARKS, draft.offset)?;
            kept.offsets.push(draft.offsets(&question));
        }
        let offset = draft.offset;
        let place = Place {
            document: self.number,
            position: self.position(offset),
        };
        let entry = draft.into_entry(question, place);
        self.memory.keep(memory::entry(&entry), offset)?;
        self.entries.push(entry);
        Ok(())
    }

    /// Takes the question out of an entry, if it has one, and leaves it without what is blank.
    fn take_question(&mut self, draft: &mut Draft<'a>) -> Result<Option<Located<'a>>, Fault> {
        let offset = draft.offset;
        let missing = |field| Fault {
            offset,
            kind: misnamed::missing(field, &draft.extra),
        };
        let id = draft.id.take().map(|id| not_blank(id, "id"));
        draft.id = self.optional(id)?;
        let question = draft.question.take().ok_or_else(|| missing("question"));
        let question = question.and_then(|question| not_blank(question, "question"));
        let question = self.accept(question)?;
        let mut alternates = Vec::with_capacity(draft.alternates.len());
        for alternate in draft.alternates.drain(..) {
            alternates.extend(self.accept(not_blank(alternate, "alternates"))?);
        }
        draft.alternates = alternates;
        let answer = draft.answer.take().ok_or_else(|| missing("answer"));
        draft.answer = self.accept(answer)?;
        Ok(question)
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
const MARKS: usize = size_of::<Offsets>() + 128;
