//! The HTML of blocks of Markdown.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::{footnotes, wrap};
use crate::format::html::address::is_harmless;

/// A line feed that wraps a line: a page may take it for a blank, and let its paragraphs flow.
const WRAPPED: &str = "<br class=\"wrapped\" />\n";

/// The HTML of a block of Markdown; none where it links to what is not harmless.
pub(super) fn render(
    mut events: Vec<(Event<'_>, usize)>,
    source: &str,
    begin: usize,
) -> Option<String> {
    let width = wrap::width(source);
    let indent = footnotes::indentation(source);
    let mut label: Option<String> = None;
    for (event, at) in &mut events {
        match event {
            Event::Html(html) | Event::InlineHtml(html) => {
                *event = Event::Text(std::mem::replace(html, "".into()));
            }
            Event::Start(Tag::HtmlBlock) => *event = Event::Start(Tag::Paragraph),
            Event::End(TagEnd::HtmlBlock) => *event = Event::End(TagEnd::Paragraph),
            // The text's own lines are kept; whether they are shown is up to the page.
            Event::SoftBreak => {
                let at = at.saturating_sub(begin);
                let wrapped = width.is_some_and(|width| wrap::is_wrapped(source, at, width));
                *event = if wrapped {
                    Event::InlineHtml(WRAPPED.into())
                } else {
                    Event::HardBreak
                };
            }
            Event::FootnoteReference(label) => {
                *event = Event::InlineHtml(footnotes::reference(label).into());
            }
            Event::Start(Tag::FootnoteDefinition(of)) => {
                label = Some(of.to_string());
                let before = footnotes::around(indent).0;
                *event = Event::Html(before.into());
            }
            Event::Start(Tag::Paragraph) if label.is_some() => {
                let label = footnotes::label(&label.take().unwrap_or_default());
                *event = Event::Html(format!("<p>{label}").into());
            }
            Event::End(TagEnd::FootnoteDefinition) => {
                let after = footnotes::around(indent).1;
                *event = Event::Html(after.into());
            }
            Event::Start(Tag::Link { dest_url, .. }) if !is_harmless(dest_url) => return None,
            // A page fetches nothing.
            Event::Start(Tag::Image { .. }) => return None,
            _ => {}
        }
    }
    let mut html = String::new();
    pulldown_cmark::html::push_html(&mut html, events.into_iter().map(|(event, _)| event));
    Some(html)
}

/// Says of the block at a place that there is no blank line before it.
pub(super) fn set_tight(html: &mut String, at: usize) {
    const STYLE: &str = "style=\"";
    // A footnote is the paragraph that is in it.
    let at = at + footnotes::inner(&html[at..]);
    let Some(tag) = html[at..].find('>').map(|end| at..at + end) else {
        return;
    };
    let (place, style) = match html[tag.clone()].find(STYLE) {
        Some(style) => (tag.start + style + STYLE.len(), "margin-top:0;"),
        None => (name_end(html, &tag), " style=\"margin-top:0\""),
    };
    html.insert_str(place, style);
}

fn name_end(html: &str, tag: &Range<usize>) -> usize {
    let is_of_name = |c: char| c == '<' || c.is_ascii_alphanumeric();
    let name = &html[tag.clone()];
    tag.start + name.find(|c| !is_of_name(c)).unwrap_or(name.len())
}
