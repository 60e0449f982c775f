//! Entries and documents as bytes.

use std::borrow::Cow;

use super::coding::{Decoder, Encoder};
use crate::model::{Document, Entry, Place};
use crate::position::Position;
use crate::search::index::stored::Record;
use crate::text::Language;

/// What an entry has that most have not, as bits of its first byte: alternates, tags, related entries or a source; other
/// than one phrasing; another document than the first.
const MORE: u8 = 1;
const PHRASINGS: u8 = 2;
const DOCUMENT: u8 = 4;

/// Appends an entry, and what each of its phrasings weighs.
pub(super) fn encode(entry: &Entry<'_>, totals: &[f32], out: &mut Encoder) {
    let Place { document, position } = entry.place;
    // Most entries have nothing more.
    let lists = [&entry.alternates, &entry.tags, &entry.related];
    let is_plain = lists.iter().all(|texts| texts.is_empty()) && entry.source.is_none();
    let has = [
        (!is_plain, MORE),
        (totals.len() != 1, PHRASINGS),
        (document > 0, DOCUMENT),
    ];
    let has = has.map(|(has, bit)| u64::from(has) * u64::from(bit));
    out.fixed(has.iter().sum(), 1);
    if totals.len() != 1 {
        out.number(totals.len() as u64);
    }
    for total in totals {
        out.fixed(total.to_bits().into(), 4);
    }
    if document > 0 {
        out.number(document as u64);
    }
    out.number(position.line as u64);
    out.number(position.column as u64);
    out.text(&entry.id);
    out.text(&entry.question);
    out.text(&entry.answer);
    if !is_plain {
        for texts in lists {
            out.texts(texts.iter().map(AsRef::as_ref));
        }
        out.optional(entry.source.as_deref());
    }
}

/// Reads an entry; nothing where it is no such thing.
pub(super) fn decode(bytes: &[u8]) -> Option<Record> {
    let mut bytes = Decoder(bytes);
    let has = *bytes.bytes(1)?.first()?;
    let phrasings = if has & PHRASINGS > 0 {
        bytes.size()?
    } else {
        1
    };
    let mut total = || {
        let bits = bytes.fixed(4)?.try_into().ok()?;
        Some(f32::from_bits(bits))
    };
    let totals: Vec<f32> = (0..phrasings).map(|_| total()).collect::<Option<_>>()?;
    let place = Place {
        document: if has & DOCUMENT > 0 { bytes.size()? } else { 0 },
        position: Position {
            line: bytes.size()?,
            column: bytes.size()?,
        },
    };
    let own = |text: &str| Cow::Owned(text.to_owned());
    let id = own(bytes.text()?);
    let question = own(bytes.text()?);
    let answer = own(bytes.text()?);
    let mut entry = Entry {
        id,
        question,
        answer,
        place,
        ..Entry::default()
    };
    if has & MORE > 0 {
        for list in [&mut entry.alternates, &mut entry.tags, &mut entry.related] {
            *list = bytes.texts()?.into_iter().map(own).collect();
        }
        entry.source = bytes.optional()?.map(own);
    }
    (entry.phrasings().count() == totals.len()).then_some(Record { entry, totals })
}

/// A document with the language that it is read in.
#[derive(Debug)]
pub(super) struct StoredDocument {
    pub(super) document: Document<'static>,
    pub(super) language: Option<Language>,
}

/// Appends a document. Its name is left out: it is what the file is called today.
pub(super) fn encode_document(
    document: &Document<'_>,
    language: Option<Language>,
    out: &mut Encoder,
) {
    out.number(language.map_or(0, |language| 1 + language.number() as u64));
    out.optional(document.title.as_deref());
    out.optional(document.language.as_deref());
    out.number(match document.lexicon {
        None => 0,
        Some(false) => 1,
        Some(true) => 2,
    });
    out.number(document.synonyms.len() as u64);
    for group in &document.synonyms {
        out.texts(group.iter().map(AsRef::as_ref));
    }
}

pub(super) fn decode_document(bytes: &mut Decoder<'_>, name: String) -> Option<StoredDocument> {
    let language = match bytes.size()? {
        0 => None,
        number => Some(Language::of_number(number - 1)?),
    };
    let own = |text: &str| Cow::Owned(text.to_owned());
    let title = bytes.optional()?.map(own);
    let tag = bytes.optional()?.map(own);
    let lexicon = match bytes.number()? {
        0 => None,
        said => Some(said == 2),
    };
    let groups = bytes.size()?;
    let group = |bytes: &mut Decoder<'_>| Some(bytes.texts()?.into_iter().map(own).collect());
    let synonyms = (0..groups).map(|_| group(bytes));
    Some(StoredDocument {
        document: Document {
            name,
            title,
            language: tag,
            synonyms: synonyms.collect::<Option<_>>()?,
            lexicon,
            extra: Vec::new(),
        },
        language,
    })
}
