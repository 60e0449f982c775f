//! What a format cannot hold of a FAQ.

use std::fmt;

use super::Format;
use crate::model::{Document, Entry, Faq};

/// A part of a FAQ beside questions and answers, which every format holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// An entry's id.
    Id,
    /// An entry's other phrasings.
    Alternates,
    /// An entry's labels.
    Tags,
    /// The ids that an entry calls related.
    Related,
    /// An entry's address.
    Source,
    /// Fields of an entry that the native file does not know.
    Unknown,
    /// The title of the whole.
    Title,
    /// The language of the whole.
    Language,
    /// The groups of synonyms.
    Synonyms,
    /// Whether the general lexicon serves.
    Lexicon,
    /// Fields of the whole that the native file does not know.
    UnknownOfWhole,
}

/// A field that a format cannot hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Loss {
    /// The field.
    pub field: Field,
    /// How many entries have it; of a field of the whole, how many documents.
    pub count: usize,
}

impl Format {
    /// Whether it holds a field.
    #[must_use]
    pub fn holds(self, field: Field) -> bool {
        super::fields(self).contains(&field)
    }
}

/// What of this FAQ is lost in this format.
#[must_use]
pub fn losses(faq: &Faq<'_>, format: Format) -> Vec<Loss> {
    Field::ALL
        .into_iter()
        .filter(|&field| !format.holds(field))
        .map(|field| Loss {
            field,
            count: count(faq, field),
        })
        .filter(|loss| loss.count > 0)
        .collect()
}

fn count(faq: &Faq<'_>, field: Field) -> usize {
    let entries = |has: fn(&Entry<'_>) -> bool| faq.entries.iter().filter(|&e| has(e)).count();
    let documents =
        |has: fn(&Document<'_>) -> bool| faq.documents.iter().filter(|&d| has(d)).count();
    match field {
        Field::Id => entries(|entry| !entry.id.is_empty()),
        Field::Alternates => entries(|entry| !entry.alternates.is_empty()),
        Field::Tags => entries(|entry| !entry.tags.is_empty()),
        Field::Related => entries(|entry| !entry.related.is_empty()),
        Field::Source => entries(|entry| entry.source.is_some()),
        Field::Unknown => entries(|entry| !entry.extra.is_empty()),
        Field::Title => documents(|document| document.title.is_some()),
        Field::Language => documents(|document| document.language.is_some()),
        Field::Synonyms => documents(|document| !document.synonyms.is_empty()),
        Field::Lexicon => documents(|document| document.lexicon.is_some()),
        Field::UnknownOfWhole => documents(|document| !document.extra.is_empty()),
    }
}

impl Field {
    /// All of them.
    pub const ALL: [Self; 11] = [
        Self::Id,
        Self::Alternates,
        Self::Tags,
        Self::Related,
        Self::Source,
        Self::Unknown,
        Self::Title,
        Self::Language,
        Self::Synonyms,
        Self::Lexicon,
        Self::UnknownOfWhole,
    ];

    /// Whether it is a field of the whole FAQ, not of an entry.
    #[must_use]
    pub fn is_of_whole(self) -> bool {
        matches!(
            self,
            Self::Title | Self::Language | Self::Synonyms | Self::Lexicon | Self::UnknownOfWhole
        )
    }

    /// What it is called in the native file, or in words.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Id => "id",
            Self::Alternates => "alternates",
            Self::Tags => "tags",
            Self::Related => "related",
            Self::Source => "source",
            Self::Title => "title",
            Self::Language => "language",
            Self::Synonyms => "synonyms",
            Self::Lexicon => "lexicon",
            Self::Unknown | Self::UnknownOfWhole => "unknown fields",
        }
    }
}

impl fmt::Display for Loss {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = self.field.name();
        match (self.field.is_of_whole(), self.count) {
            (true, _) => f.write_str(name),
            (false, 1) => write!(f, "{name} of 1 entry"),
            (false, count) => write!(f, "{name} of {count} entries"),
        }
    }
}
