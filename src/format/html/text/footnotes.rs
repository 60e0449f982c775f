//! Footnotes of Markdown: their numbers are shown raised, and what they are in the text stands where no reader sees it.

use crate::format::html::escape::attribute_value;
use crate::format::html::tokens::{Tag, attribute};

/// The class of what is a footnote: other pages have elements called *footnote* that are something else.
const CLASS: &str = "faq-footnote";

/// More is code, and not a paragraph.
const MAX_INDENT: usize = 7;

/// A mark in a line that leads to a footnote.
pub(super) fn reference(label: &str) -> String {
    mark(label, "")
}

/// What a footnote begins with.
pub(super) fn label(label: &str) -> String {
    mark(label, ":") + " "
}

/// By how much further lines of a footnote are indented; 0 where there are none.
pub(super) fn indentation(footnote: &str) -> usize {
    let mut further = footnote.lines().skip(1);
    let further = further
        .find(|line| !line.trim().is_empty())
        .unwrap_or_default();
    let blanks = further.len() - further.trim_start_matches(' ').len();
    blanks.min(MAX_INDENT)
}

/// The tags around a footnote whose further lines are indented.
pub(super) fn around(indent: usize) -> (String, &'static str) {
    match indent {
        0 => (String::new(), ""),
        _ => (
            format!("<div class=\"{CLASS}\" data-indent=\"{indent}\">"),
            "</div>\n",
        ),
    }
}

/// Where the first block within a footnote begins, if this is one with tags around it; the block itself otherwise.
pub(super) fn inner(html: &str) -> usize {
    let is_around = html.starts_with("<div class=");
    html.find("<p").filter(|_| is_around).unwrap_or_default()
}

/// By how much lines are indented within an element, where it is such a one.
pub(super) fn indent_of(tag: &Tag) -> Option<usize> {
    let indent = attribute(tag, "data-indent").filter(|_| is_footnote(tag))?;
    indent.parse().ok().filter(|indent| *indent <= MAX_INDENT)
}

fn mark(label: &str, end: &str) -> String {
    let label = attribute_value(label);
    format!("<data class=\"{CLASS}\" value=\"[^{label}]{end}\"><sup>{label}</sup></data>")
}

/// What an element of this class stands for in a text.
pub(super) fn mark_of(tag: &Tag) -> Option<String> {
    let value = attribute(tag, "value").filter(|_| *tag.name == b"data" && is_footnote(tag))?;
    value.starts_with("[^").then(|| value.into_owned())
}

/// Whether an element is of this class.
fn is_footnote(tag: &Tag) -> bool {
    attribute(tag, "class").as_deref() == Some(CLASS)
}
