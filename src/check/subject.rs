//! What is checked: a FAQ as far as it could be read, and where everything in it stands.

use std::borrow::Cow;

use crate::format::{Format, Inspection, Offsets, Spot};
use crate::model::{Entry, Faq};
use crate::search::Phrasing;
use crate::source::Source;

/// A FAQ with its texts and places.
#[derive(Debug, Clone, Copy)]
pub(super) struct Subject<'c> {
    pub(super) sources: &'c [Source],
    pub(super) inspection: &'c Inspection<'c>,
}

/// An entry with its number and the places of its parts.
#[derive(Debug, Clone, Copy)]
pub(super) struct Item<'c> {
    pub(super) number: usize,
    pub(super) entry: &'c Entry<'c>,
    pub(super) offsets: &'c Offsets,
}

impl<'c> Subject<'c> {
    pub(super) fn new(sources: &'c [Source], inspection: &'c Inspection<'c>) -> Self {
        Self {
            sources,
            inspection,
        }
    }

    pub(super) fn faq(&self) -> &'c Faq<'c> {
        &self.inspection.faq
    }

    /// The entries in order.
    pub(super) fn items(&self) -> impl Iterator<Item = Item<'c>> + use<'c> {
        let Inspection { faq, offsets, .. } = self.inspection;
        let both = faq.entries.iter().zip(offsets).enumerate();
        both.map(|(number, (entry, offsets))| Item {
            number,
            entry,
            offsets,
        })
    }

    pub(super) fn item(&self, number: usize) -> Item<'c> {
        Item {
            number,
            entry: &self.faq().entries[number],
            offsets: &self.inspection.offsets[number],
        }
    }

    /// The text of a phrasing.
    pub(super) fn text(&self, phrasing: Phrasing) -> &'c str {
        let entry = &self.faq().entries[phrasing.entry];
        match phrasing.number {
            0 => &entry.question,
            number => &entry.alternates[number - 1],
        }
    }

    /// Where a phrasing stands.
    pub(super) fn spot(&self, phrasing: Phrasing) -> Spot {
        let item = self.item(phrasing.entry);
        item.spot(match phrasing.number {
            0 => item.offsets.question,
            number => item.offsets.alternates[number - 1],
        })
    }

    /// The format that a document was read as.
    pub(super) fn format(&self, document: usize) -> Option<Format> {
        self.inspection.readings[document].format
    }

    /// The very byte of a text, where it stands in its document as it is; the mark of the text otherwise.
    pub(super) fn within(&self, text: &str, at: usize, mark: Spot) -> Spot {
        let source = &self.sources[mark.document].text;
        let start = source.as_ptr().addr();
        let end = start + source.len();
        let byte = text.as_ptr().addr() + at;
        if (start..end).contains(&byte) {
            Spot {
                document: mark.document,
                offset: byte - start,
            }
        } else {
            mark
        }
    }
}

impl Item<'_> {
    /// A place in the entry's document.
    pub(super) fn spot(&self, offset: usize) -> Spot {
        Spot {
            document: self.entry.place.document,
            offset,
        }
    }

    /// What the entry is called in a message.
    pub(super) fn name(&self) -> &str {
        &self.entry.id
    }
}

/// The FAQ that would be asked: documents without an entry have no say in it.
pub(super) fn usable<'f, 'a>(faq: &'f Faq<'a>) -> Cow<'f, Faq<'a>> {
    let mut has_entries = vec![false; faq.documents.len()];
    for entry in &faq.entries {
        has_entries[entry.place.document] = true;
    }
    if has_entries.iter().all(|&has| has) || faq.entries.is_empty() {
        return Cow::Borrowed(faq);
    }
    let mut used = Faq::default();
    let mut number = vec![0; faq.documents.len()];
    for (old, document) in faq.documents.iter().enumerate() {
        if has_entries[old] {
            number[old] = used.documents.len();
            used.documents.push(document.clone());
        }
    }
    used.entries.clone_from(&faq.entries);
    for entry in &mut used.entries {
        entry.place.document = number[entry.place.document];
    }
    Cow::Owned(used)
}
