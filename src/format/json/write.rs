//! The native file and lines of JSON, written entry by entry.

use std::borrow::Cow;
use std::io::{self, Write};

use hashbrown::HashSet;

use super::fields::{Fields, Layout};
use crate::model::{Document, Entry, Extra, Faq};

/// What several documents say together.
struct Head<'f> {
    title: Option<&'f str>,
    language: Option<&'f str>,
    synonyms: Vec<&'f [Cow<'f, str>]>,
    lexicon: Option<bool>,
    extra: Vec<&'f Extra<'f>>,
}

impl<'f> Head<'f> {
    /// The first of what there is one of, and all synonyms.
    fn of(faq: &'f Faq<'f>) -> Self {
        let documents = || faq.documents.iter();
        let mut names = HashSet::new();
        let extra = documents().flat_map(|document| &document.extra);
        Self {
            title: first(faq, |document| document.title.as_deref()),
            language: first(faq, |document| document.language.as_deref()),
            synonyms: documents()
                .flat_map(|document| document.synonyms.iter().map(Vec::as_slice))
                .collect(),
            lexicon: documents().find_map(|document| document.lexicon),
            extra: extra.filter(|it| names.insert(it.name.as_ref())).collect(),
        }
    }

    fn is_empty(&self) -> bool {
        self.extra.is_empty() && self.says_only_what_is_unknown()
    }

    fn says_only_what_is_unknown(&self) -> bool {
        self.title.is_none()
            && self.language.is_none()
            && self.synonyms.is_empty()
            && self.lexicon.is_none()
    }

    fn write(&self, fields: &mut Fields<'_>) -> io::Result<()> {
        fields.text("title", self.title)?;
        fields.text("language", self.language)?;
        fields.synonyms(&self.synonyms)?;
        if let Some(lexicon) = self.lexicon {
            fields.raw("lexicon", if lexicon { "true" } else { "false" })?;
        }
        for extra in &self.extra {
            fields.raw(&extra.name, &extra.json)?;
        }
        Ok(())
    }
}

/// The first that any document says.
pub(super) fn first<'f, T>(
    faq: &'f Faq<'_>,
    says: impl FnMut(&'f Document<'_>) -> Option<T>,
) -> Option<T> {
    faq.documents.iter().find_map(says)
}

/// Writes the native file.
pub(in crate::format) fn write(
    faq: &Faq<'_>,
    out: &mut dyn Write,
    written: &mut dyn FnMut(usize),
) -> io::Result<()> {
    let mut fields = Fields::new(out, Layout::Pretty { indent: 1 });
    Head::of(faq).write(&mut fields)?;
    fields.name("faqs")?;
    out.write_all(b"[")?;
    for (number, entry) in faq.entries.iter().enumerate() {
        out.write_all(if number == 0 { b"\n    " } else { b",\n    " })?;
        write_entry(entry, out, Layout::Pretty { indent: 3 })?;
        written(number + 1);
    }
    let end: &[u8] = if faq.entries.is_empty() {
        b"]\n}\n"
    } else {
        b"\n  ]\n}\n"
    };
    out.write_all(end)
}

/// Writes lines of JSON: one for what is said of all, if anything is, and one for each entry.
pub(in crate::format) fn write_lines(
    faq: &Faq<'_>,
    out: &mut dyn Write,
    written: &mut dyn FnMut(usize),
) -> io::Result<()> {
    let head = Head::of(faq);
    if !head.is_empty() {
        let mut fields = Fields::new(out, Layout::Line);
        if head.says_only_what_is_unknown() {
            // The line would not be known for what it is.
            fields.raw("title", "null")?;
        }
        head.write(&mut fields)?;
        fields.end()?;
        out.write_all(b"\n")?;
    }
    for (number, entry) in faq.entries.iter().enumerate() {
        write_entry(entry, out, Layout::Line)?;
        out.write_all(b"\n")?;
        written(number + 1);
    }
    Ok(())
}

fn write_entry(entry: &Entry<'_>, out: &mut dyn Write, layout: Layout) -> io::Result<()> {
    let mut fields = Fields::new(out, layout);
    fields.text(
        "id",
        Some(&entry.id)
            .filter(|id| !id.is_empty())
            .map(AsRef::as_ref),
    )?;
    fields.text("question", Some(&entry.question))?;
    fields.list("alternates", &entry.alternates, true)?;
    fields.text("answer", Some(&entry.answer))?;
    fields.list("tags", &entry.tags, false)?;
    fields.list("related", &entry.related, false)?;
    fields.text("source", entry.source.as_deref())?;
    for extra in &entry.extra {
        fields.raw(&extra.name, &extra.json)?;
    }
    fields.end()
}
