//! How each document is read: one analyzer for each language, however many documents are in it.

use crate::model::{Entry, Faq};
use crate::text::{Analyzer, Language};

/// The analyzers of some documents.
#[derive(Debug)]
pub(crate) struct Analyzers {
    /// One for each language, in the order they first come; there is always one.
    each: Vec<(Option<Language>, Analyzer)>,
    /// Which of them reads each document.
    of_documents: Vec<usize>,
}

impl Analyzers {
    /// Analyzers for documents in these languages.
    pub(crate) fn new(languages: &[Option<Language>]) -> Self {
        let mut each: Vec<(Option<Language>, Analyzer)> = Vec::new();
        let of_document = |&language: &Option<Language>| {
            let known = each.iter().position(|(known, _)| *known == language);
            known.unwrap_or_else(|| {
                each.push((language, Analyzer::new(language)));
                each.len() - 1
            })
        };
        let of_documents = languages.iter().map(of_document).collect();
        if each.is_empty() {
            each.push((None, Analyzer::new(None)));
        }
        Self { each, of_documents }
    }

    /// The analyzers; the first is that of the first document.
    pub(crate) fn each(&self) -> impl Iterator<Item = &Analyzer> {
        self.each.iter().map(|(_, analyzer)| analyzer)
    }

    /// Which of them reads a document; one that nobody knows is read as the first.
    pub(crate) fn number_of(&self, document: usize) -> usize {
        self.of_documents.get(document).copied().unwrap_or(0)
    }

    /// The analyzer for a document.
    pub(crate) fn of(&self, document: usize) -> &Analyzer {
        &self.each[self.number_of(document)].1
    }

    /// The language that a document is read in.
    #[cfg(feature = "cache")]
    pub(crate) fn language_of(&self, document: usize) -> Option<Language> {
        self.each[self.number_of(document)].0
    }
}

/// The language of each document: as it says, or as its entries look.
pub(crate) fn languages(faq: &Faq<'_>) -> Vec<Option<Language>> {
    if let [document] = faq.documents.as_slice() {
        // As many entries are looked at as the guess needs.
        let own = faq.entries.iter().filter(|it| it.place.document == 0);
        return vec![language(document.language.as_deref(), own)];
    }
    let mut entries: Vec<&Entry<'_>> = faq.entries.iter().collect();
    // They are in order as they were read, unless somebody made the FAQ otherwise.
    entries.sort_by_key(|entry| entry.place.document);
    let mut others = entries.as_slice();
    let documents = faq.documents.iter().enumerate();
    let each = documents.map(|(number, document)| {
        let end = others.partition_point(|entry| entry.place.document <= number);
        let (own, behind) = others.split_at(end);
        others = behind;
        language(document.language.as_deref(), own.iter().copied())
    });
    each.collect()
}

fn language<'e>(
    tag: Option<&str>,
    entries: impl Iterator<Item = &'e Entry<'e>>,
) -> Option<Language> {
    match tag {
        Some(tag) => Language::from_tag(tag),
        None => Language::guess(
            entries.flat_map(|entry| entry.phrasings().chain([entry.answer.as_ref()])),
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Document;

    const ENGLISH: &str = "How do I reset the password that you sent to me?";
    const GERMAN: &str = "Wie kann ich mein Passwort ändern, und wo ist es?";

    fn entry(document: usize, question: &'static str) -> Entry<'static> {
        let mut entry = Entry {
            question: question.into(),
            ..Entry::default()
        };
        entry.place.document = document;
        entry
    }

    #[test]
    fn each_document_has_its_language_in_whatever_order_entries_are() {
        let tagged = |tag: Option<&'static str>| Document {
            language: tag.map(Into::into),
            ..Document::default()
        };
        let mut faq = Faq {
            documents: [None, None, Some("sv"), None, Some("tlh"), None]
                .map(tagged)
                .into(),
            entries: vec![
                entry(0, ENGLISH),
                entry(1, GERMAN),
                entry(2, ENGLISH),
                entry(4, GERMAN),
                entry(5, ENGLISH),
                entry(6, GERMAN),
            ],
        };
        let (english, german) = (Some(Language::English), Some(Language::German));
        let expected = [
            english,
            german,
            Some(Language::Swedish),
            None,
            None,
            english,
        ];
        for _ in 0..faq.entries.len() {
            assert_eq!(languages(&faq), expected);
            faq.entries.rotate_left(1);
        }
        faq.documents.truncate(1);
        assert_eq!(languages(&faq), [english]);
    }

    #[test]
    fn there_are_as_many_analyzers_as_languages() {
        let languages = [None, Some(Language::German), Some(Language::English)];
        let many: Vec<_> = languages.into_iter().cycle().skip(1).take(1_000).collect();
        let analyzers = Analyzers::new(&many);
        assert_eq!(analyzers.each().count(), 3);
        for (document, &language) in many.iter().enumerate() {
            assert_eq!(analyzers.each[analyzers.number_of(document)].0, language);
        }
        assert!(!analyzers.of(0).is_english() && analyzers.of(1).is_english());
        assert_eq!(Analyzers::new(&[]).number_of(3), 0);
    }
}
