//! What a format cannot hold of a FAQ.

use std::fmt;

use hashbrown::HashMap;

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

/// The fields of the whole that this format holds and on which the documents of this FAQ differ: of each, what is said
/// first is written.
#[must_use]
pub fn overruled(faq: &Faq<'_>, format: Format) -> Vec<Field> {
    let differ = |field: &Field| match field {
        Field::Title => differs(faq, |document| document.title.as_deref()),
        Field::Language => differs(faq, |document| document.language.as_deref()),
        Field::Lexicon => differs(faq, |document| document.lexicon),
        Field::UnknownOfWhole => {
            let extra = || faq.documents.iter().flat_map(|it| &it.extra);
            let mut first = HashMap::new();
            extra().any(|it| *first.entry(&it.name).or_insert(&it.json) != &it.json)
        }
        _ => false,
    };
    let held = |field: &Field| format.holds(*field);
    Field::ALL.into_iter().filter(held).filter(differ).collect()
}

/// Whether two documents that say something do not say the same.
fn differs<'f, T: PartialEq>(
    faq: &'f Faq<'_>,
    says: impl Fn(&'f Document<'f>) -> Option<T>,
) -> bool {
    let mut said = faq.documents.iter().filter_map(says);
    said.next()
        .is_some_and(|first| said.any(|other| other != first))
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

impl fmt::Display for Field {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Source, parse};

    #[test]
    fn what_only_one_document_says_overrules_nothing() {
        let of =
            |head: &str| format!("{{{head}\"faqs\":[{{\"question\":\"q\",\"answer\":\"a\"}}]}}");
        for (heads, expected) in [
            (["", "\"title\":\"a\","], &[][..]),
            (["\"title\":\"a\",", "\"title\":\"a\","], &[]),
            (["\"title\":\"a\",", "\"title\":\"b\","], &[Field::Title]),
            (["\"synonyms\":[[\"a\"]],", "\"synonyms\":[[\"b\"]],"], &[]),
            (["\"x\":1,\"y\":1,", "\"z\":2,\"y\":1,"], &[]),
            (["\"x\":1,\"y\":1,", "\"x\":2,"], &[Field::UnknownOfWhole]),
            (
                [
                    "\"language\":\"en\",\"lexicon\":true,",
                    "\"language\":\"de\",\"lexicon\":false,",
                ],
                &[Field::Language, Field::Lexicon],
            ),
        ] {
            let sources = heads.map(|head| Source::new("f.json", of(head)));
            let faq = parse(&sources, None).unwrap();
            assert_eq!(overruled(&faq, Format::Json), expected, "{heads:?}");
            // What a format does not hold is lost, and not overruled.
            assert_eq!(overruled(&faq, Format::Csv), []);
        }
    }
}
