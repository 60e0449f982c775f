//! A `FAQPage` of schema.org, written entry by entry; it may stand in a script of a page as it is.

use std::borrow::Cow;
use std::io::{self, Write};

use super::super::printable::string_in_page;
use super::super::write::first;
use super::markup;
use crate::format::html;
use crate::model::{Entry, Faq};

/// Writes a `FAQPage`.
pub(in crate::format) fn write_json_ld(
    faq: &Faq<'_>,
    out: &mut dyn Write,
    written: &mut dyn FnMut(usize),
) -> io::Result<()> {
    out.write_all(b"{\n  \"@context\": \"https://schema.org\",\n  \"@type\": \"FAQPage\"")?;
    if let Some(language) = first(faq, |document| document.language.as_deref()) {
        field(out, "  ", "inLanguage", language)?;
    }
    if let Some(title) = first(faq, |document| document.title.as_deref()) {
        field(out, "  ", "name", &markup::with_html(title))?;
    }
    out.write_all(b",\n  \"mainEntity\": [")?;
    for (number, entry) in faq.entries.iter().enumerate() {
        let before: &[u8] = if number == 0 { b"\n" } else { b",\n" };
        out.write_all(before)?;
        write_question(entry, out)?;
        written(number + 1);
    }
    out.write_all(b"\n  ]\n}\n")
}

fn write_question(entry: &Entry<'_>, out: &mut dyn Write) -> io::Result<()> {
    let indent = "      ";
    out.write_all(b"    {\n      \"@type\": \"Question\"")?;
    if !entry.id.is_empty() {
        field(out, indent, "identifier", &entry.id)?;
    }
    field(out, indent, "name", &markup::with_html(&entry.question))?;
    list(out, "alternateName", &entry.alternates)?;
    list(out, "keywords", &entry.tags)?;
    if let Some(source) = &entry.source {
        field(out, indent, "url", source)?;
    }
    out.write_all(b",\n      \"acceptedAnswer\": {\n        \"@type\": \"Answer\"")?;
    field(out, "        ", "text", &html::from_text(&entry.answer))?;
    out.write_all(b"\n      }\n    }")
}

/// Writes a field after another.
fn field(out: &mut dyn Write, indent: &str, name: &str, text: &str) -> io::Result<()> {
    write!(out, ",\n{indent}\"{name}\": ")?;
    string_in_page(out, text)
}

/// Writes a list of texts after another field, if there are any.
fn list(out: &mut dyn Write, name: &str, texts: &[Cow<'_, str>]) -> io::Result<()> {
    if texts.is_empty() {
        return Ok(());
    }
    write!(out, ",\n      \"{name}\": [")?;
    for (number, text) in texts.iter().enumerate() {
        out.write_all(if number == 0 { b"" } else { b", " })?;
        string_in_page(out, &markup::with_html(text))?;
    }
    out.write_all(b"]")
}
