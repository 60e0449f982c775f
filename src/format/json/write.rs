//! The native file and lines of JSON, written entry by entry.

use std::borrow::Cow;
use std::io::{self, Write};

use hashbrown::HashSet;

use super::printable;
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
        let Self {
            title,
            language,
            synonyms,
            lexicon,
            extra,
        } = self;
        title.is_none()
            && language.is_none()
            && synonyms.is_empty()
            && lexicon.is_none()
            && extra.is_empty()
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
    let head = Head::of(faq);
    let mut fields = Fields::new(out, Layout::Pretty { indent: 1 });
    fields.text("title", head.title)?;
    fields.text("language", head.language)?;
    if !head.synonyms.is_empty() {
        fields.synonyms(&head.synonyms)?;
    }
    fields.head_rest(&head)?;
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
        fields.text("title", head.title)?;
        fields.text("language", head.language)?;
        if !head.synonyms.is_empty() {
            fields.synonyms(&head.synonyms)?;
        }
        if head.title.is_none()
            && head.language.is_none()
            && head.synonyms.is_empty()
            && head.lexicon.is_none()
        {
            // By what nobody knows the line would not be known.
            fields.raw("title", "null")?;
        }
        fields.head_rest(&head)?;
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

/// How an object is laid out.
#[derive(Debug, Clone, Copy)]
enum Layout {
    /// A field a line, so many times two spaces in.
    Pretty { indent: usize },
    /// Everything on one line.
    Line,
}

/// An object that is being written.
struct Fields<'o> {
    out: &'o mut dyn Write,
    layout: Layout,
    is_empty: bool,
}

impl<'o> Fields<'o> {
    fn new(out: &'o mut dyn Write, layout: Layout) -> Self {
        Self {
            out,
            layout,
            is_empty: true,
        }
    }

    fn head_rest(&mut self, head: &Head<'_>) -> io::Result<()> {
        if let Some(lexicon) = head.lexicon {
            self.raw("lexicon", if lexicon { "true" } else { "false" })?;
        }
        for extra in &head.extra {
            self.raw(&extra.name, &extra.json)?;
        }
        Ok(())
    }

    fn text(&mut self, name: &str, text: Option<&str>) -> io::Result<()> {
        match text {
            None => Ok(()),
            Some(text) => {
                self.name(name)?;
                printable::string(self.out, text)
            }
        }
    }

    /// A list of texts, if there is any; each on a line of its own when they are `long`.
    fn list(&mut self, name: &str, texts: &[Cow<'_, str>], long: bool) -> io::Result<()> {
        if texts.is_empty() {
            return Ok(());
        }
        self.name(name)?;
        self.texts(texts, long)
    }

    fn texts(&mut self, texts: &[Cow<'_, str>], long: bool) -> io::Result<()> {
        self.out.write_all(b"[")?;
        for (number, text) in texts.iter().enumerate() {
            self.before(number, long)?;
            printable::string(self.out, text)?;
        }
        if long {
            self.line(0)?;
        }
        self.out.write_all(b"]")
    }

    fn synonyms(&mut self, groups: &[&[Cow<'_, str>]]) -> io::Result<()> {
        self.name("synonyms")?;
        self.out.write_all(b"[")?;
        for (number, group) in groups.iter().enumerate() {
            self.before(number, true)?;
            self.texts(group, false)?;
        }
        self.line(0)?;
        self.out.write_all(b"]")
    }

    fn raw(&mut self, name: &str, json: &str) -> io::Result<()> {
        self.name(name)?;
        printable::raw(self.out, json, matches!(self.layout, Layout::Line))
    }

    /// What stands before a value of this number in a list.
    fn before(&mut self, number: usize, long: bool) -> io::Result<()> {
        if number > 0 {
            self.out.write_all(b",")?;
        }
        match self.layout {
            Layout::Pretty { .. } if long => self.line(1),
            Layout::Pretty { .. } if number > 0 => self.out.write_all(b" "),
            _ => Ok(()),
        }
    }

    fn name(&mut self, name: &str) -> io::Result<()> {
        self.out
            .write_all(if self.is_empty { b"{" } else { b"," })?;
        self.is_empty = false;
        self.line(0)?;
        printable::string(self.out, name)?;
        match self.layout {
            Layout::Pretty { .. } => self.out.write_all(b": "),
            Layout::Line => self.out.write_all(b":"),
        }
    }

    /// A new line as far in as the fields are, and `more`.
    fn line(&mut self, more: usize) -> io::Result<()> {
        if let Layout::Pretty { indent } = self.layout {
            write!(self.out, "\n{:width$}", "", width = 2 * (indent + more))?;
        }
        Ok(())
    }

    fn end(mut self) -> io::Result<()> {
        if let Layout::Pretty { indent } = &mut self.layout {
            *indent -= 1;
        }
        self.line(0)?;
        self.out.write_all(b"}")
    }
}
