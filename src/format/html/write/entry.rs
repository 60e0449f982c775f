//! One question that opens: its answer, what is worth reading next, and where it comes from.

use std::io;

use super::anchors::{Anchors, fragment, name};
use super::{escaped, language};
use crate::format::html::address::is_harmless;
use crate::format::html::text::from_text;
use crate::model::{Entry, Faq};

/// Writes an entry, its question being a heading of a level.
///
/// The name that links lead to is that of the answer, not of the `<details>`: browsers open what a link leads into.
pub(super) fn write(
    faq: &Faq<'_>,
    entry: &Entry<'_>,
    anchors: &Anchors<'_>,
    level: u8,
    out: &mut dyn io::Write,
) -> io::Result<()> {
    let question = escaped(&entry.question);
    let name = name(&entry.id);
    let lang = other_language(faq, entry);
    write!(
        out,
        "<details{lang}>\n<summary><h{level} dir=\"auto\">{question}</h{level}></summary>\n\
         <div id=\"{}\">\n<div class=\"answer\" dir=\"auto\">\n{}</div>\n",
        escaped(&name),
        from_text(&entry.answer),
    )?;
    write_related(entry, anchors, out)?;
    write_labels(entry, &fragment(&name), out)?;
    out.write_all(b"</div>\n</details>\n")
}

/// The language of the entry's own document, where that is not the page's.
fn other_language(faq: &Faq<'_>, entry: &Entry<'_>) -> String {
    let own = faq.documents.get(entry.place.document);
    let own = own.and_then(|it| it.language.as_deref());
    match own.filter(|own| Some(*own) != language(faq)) {
        Some(own) => format!(" lang=\"{}\"", escaped(own)),
        None => String::new(),
    }
}

/// Links to the related questions that there are.
fn write_related(
    entry: &Entry<'_>,
    anchors: &Anchors<'_>,
    out: &mut dyn io::Write,
) -> io::Result<()> {
    let related = entry.related.iter();
    let mut related = related
        .filter_map(|id| anchors.question(id).map(|question| (id, question)))
        .peekable();
    if related.peek().is_none() {
        return Ok(());
    }
    out.write_all(b"<ul class=\"related\">\n")?;
    for (id, question) in related {
        let (link, question) = (fragment(&name(id)), escaped(question));
        writeln!(out, "<li><a href=\"#{link}\">{question}</a></li>")?;
    }
    out.write_all(b"</ul>\n")
}

/// Tags, the source, and the link that shows where the entry is.
fn write_labels(entry: &Entry<'_>, link: &str, out: &mut dyn io::Write) -> io::Result<()> {
    out.write_all(b"<p class=\"about\">")?;
    for tag in &entry.tags {
        write!(out, "<span class=\"tag\">{}</span> ", escaped(tag))?;
    }
    if let Some(source) = &entry.source {
        let shown = escaped(shown(source));
        if is_harmless(source) {
            let source = escaped(source);
            write!(out, "<a href=\"{source}\" rel=\"noreferrer\">{shown}</a> ")?;
        } else {
            write!(out, "<span>{shown}</span> ")?;
        }
    }
    let id = escaped(&entry.id);
    writeln!(out, "<a class=\"anchor\" href=\"#{link}\">#{id}</a></p>")
}

/// An address as people read it.
fn shown(address: &str) -> &str {
    let rest = address
        .strip_prefix("https://")
        .or_else(|| address.strip_prefix("http://"))
        .or_else(|| address.strip_prefix("mailto:"))
        .unwrap_or(address);
    rest.strip_suffix('/').unwrap_or(rest)
}
