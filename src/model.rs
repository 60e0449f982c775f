//! Questions, answers and where they were found: plain data.

use std::borrow::Cow;

use crate::position::Position;

/// Everything that can be asked: the entries of one document or of several, in the order they were read.
///
/// Text is borrowed from the [sources](crate::Source) wherever it stands there unescaped.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Faq<'a> {
    /// The documents that the entries came from, in the order they were named.
    pub documents: Vec<Document<'a>>,
    /// The entries of all documents; their ids are unique.
    pub entries: Vec<Entry<'a>>,
}

/// What one file says about all of its entries.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Document<'a> {
    /// The path it was read from, or what stands for one (`builtin`, `-`).
    pub name: String,
    /// A title for people.
    pub title: Option<Cow<'a, str>>,
    /// The BCP 47 tag of the language it is written in, such as `en` or `pt-BR`.
    pub language: Option<Cow<'a, str>>,
    /// Groups of words and phrases that mean the same.
    pub synonyms: Vec<Vec<Cow<'a, str>>>,
    /// Whether the general lexicon of its language serves besides them; it does unless this says no.
    pub lexicon: Option<bool>,
    /// Fields that no part of this program knows.
    pub extra: Vec<Extra<'a>>,
}

/// One question with its answer.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Entry<'a> {
    /// What `show`, `related` and scripts call it by: unique in its [`Faq`], never empty.
    pub id: Cow<'a, str>,
    /// The question as the editor put it; never blank.
    pub question: Cow<'a, str>,
    /// Other ways to ask the same.
    pub alternates: Vec<Cow<'a, str>>,
    /// The answer, as it was written.
    pub answer: Cow<'a, str>,
    /// Labels to select by.
    pub tags: Vec<Cow<'a, str>>,
    /// Ids of entries that are worth reading next.
    pub related: Vec<Cow<'a, str>>,
    /// An address where the answer comes from.
    pub source: Option<Cow<'a, str>>,
    /// Fields that no part of this program knows.
    pub extra: Vec<Extra<'a>>,
    /// Where the entry begins.
    pub place: Place,
}

/// A field that means nothing here, and is kept for those to whom it does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Extra<'a> {
    /// The name, as in the file.
    pub name: Cow<'a, str>,
    /// The value: JSON, as written.
    pub json: Cow<'a, str>,
}

/// Where something stands in a document.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Which of the [`Faq::documents`].
    pub document: usize,
    /// The line and column in that document.
    pub position: Position,
}

impl<'a> Faq<'a> {
    /// The entry with this id.
    #[must_use]
    pub fn entry(&self, id: &str) -> Option<&Entry<'a>> {
        self.entries.iter().find(|entry| entry.id == id)
    }

    /// The entries with one of these tags, as indices in order; all of them when no tag is given.
    pub fn tagged<'s>(&'s self, tags: &'s [String]) -> impl Iterator<Item = usize> + 's {
        (0..)
            .zip(&self.entries)
            .filter(|(_, entry)| entry.has_any_tag(tags))
            .map(|(number, _)| number)
    }

    /// The document that an entry of this FAQ was read from.
    ///
    /// # Panics
    ///
    /// When the entry is of another FAQ that has more documents.
    #[must_use]
    pub fn document(&self, entry: &Entry<'_>) -> &Document<'a> {
        &self.documents[entry.place.document]
    }
}

impl Entry<'_> {
    /// Whether the entry has one of these tags, in whatever case, or none is asked for.
    #[must_use]
    pub fn has_any_tag(&self, tags: &[String]) -> bool {
        let has = |wanted: &String| {
            self.tags
                .iter()
                .any(|tag| tag.to_lowercase() == wanted.to_lowercase())
        };
        tags.is_empty() || tags.iter().any(has)
    }

    /// Every way to ask this: the question, then the alternates.
    pub fn phrasings(&self) -> impl Iterator<Item = &str> {
        std::iter::once(&self.question)
            .chain(&self.alternates)
            .map(AsRef::as_ref)
    }
}
