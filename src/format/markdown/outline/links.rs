//! How much of a block is links, and where they lead: a table of contents is nothing else.

use pulldown_cmark::{Event, Tag, TagEnd};

use crate::format::markdown::tags::{self, TagKind};

/// What marks a link that leads back.
const ARROWS: [char; 8] = ['←', '↑', '⬆', '⬅', '⇧', '↩', '▲', '🔝'];

/// The links of a block so far.
#[derive(Debug, Default)]
pub(super) struct Links {
    count: usize,
    /// How many lead to a place in the same document.
    anchors: usize,
    /// How many are arrows, with or without words.
    arrows: usize,
    is_open: bool,
    /// Bytes of text in links, and beside them.
    inside: usize,
    beside: usize,
}

impl Links {
    pub(super) fn take(&mut self, event: &Event<'_>) {
        match event {
            Event::Start(Tag::Link { dest_url, .. }) => self.open(dest_url),
            Event::End(TagEnd::Link) => self.is_open = false,
            Event::InlineHtml(html) if html.starts_with("<a ") => self.html(html),
            Event::InlineHtml(html) if html.starts_with("</a") => self.is_open = false,
            Event::Text(text) | Event::Code(text) => self.text(text),
            // A picture says something as well.
            Event::Start(Tag::Image { .. }) if !self.is_open => self.beside += 1,
            _ => {}
        }
    }

    /// The links of a piece of HTML.
    pub(super) fn html(&mut self, html: &str) {
        for tag in tags::tags(html) {
            match tag.kind {
                TagKind::Start {
                    href: Some(href), ..
                } => self.open(&href),
                TagKind::End(name) if name == "a" => self.is_open = false,
                TagKind::Text { .. } => self.text(&html[tag.start..tag.end]),
                _ => {}
            }
        }
    }

    fn open(&mut self, address: &str) {
        self.count += 1;
        self.is_open = true;
        self.anchors += usize::from(address.starts_with('#'));
    }

    fn text(&mut self, text: &str) {
        self.arrows += usize::from(self.is_open && text.contains(ARROWS));
        if !text.contains(char::is_alphanumeric) {
            return;
        }
        if self.is_open {
            self.inside += text.len();
        } else {
            self.beside += text.len();
        }
    }

    /// Whether this is a list of what is in the document.
    pub(super) fn are_contents(&self) -> bool {
        self.count > 1 && self.anchors * 2 > self.count && self.beside < self.inside
    }

    /// Whether this is nothing but one link to another place in the document, or one that an arrow marks.
    pub(super) fn are_way_back(&self) -> bool {
        self.count == 1 && self.beside == 0 && self.anchors.max(self.arrows) > 0
    }
}
