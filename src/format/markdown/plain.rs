//! From inline Markdown to the text that it shows.

use std::borrow::Cow;

use pulldown_cmark::{CowStr, Event, Options, Parser, Tag, TagEnd};

use super::tags;

/// GitHub's Markdown, and ids of headings in braces.
pub(super) const OPTIONS: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_TASKLISTS)
    .union(Options::ENABLE_HEADING_ATTRIBUTES);

/// Text that is put together from pieces: borrowed as long as it is one piece.
#[derive(Debug, Default)]
pub(super) struct Plain<'a> {
    text: Cow<'a, str>,
}

impl<'a> Plain<'a> {
    pub(super) fn push(&mut self, piece: CowStr<'a>) {
        match piece {
            CowStr::Borrowed(piece) if self.text.is_empty() => self.text = Cow::Borrowed(piece),
            piece => self.text.to_mut().push_str(&piece),
        }
    }

    /// A line break within a text is a space.
    pub(super) fn push_break(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with(' ') {
            self.text.to_mut().push(' ');
        }
    }

    pub(super) fn as_str(&self) -> &str {
        &self.text
    }

    pub(super) fn len(&self) -> usize {
        self.text.len()
    }

    pub(super) fn truncate(&mut self, length: usize) {
        match &mut self.text {
            Cow::Borrowed(text) => *text = &text[..length],
            Cow::Owned(text) => text.truncate(length),
        }
    }

    pub(super) fn finish(self) -> Cow<'a, str> {
        trim(self.text)
    }
}

/// Without white space at its ends.
pub(super) fn trim(text: Cow<'_, str>) -> Cow<'_, str> {
    match text {
        Cow::Borrowed(text) => Cow::Borrowed(text.trim()),
        Cow::Owned(text) if text.trim().len() == text.len() => Cow::Owned(text),
        Cow::Owned(text) => Cow::Owned(text.trim().to_owned()),
    }
}

/// The text that a piece of Markdown shows, in one line.
pub(super) fn plain(markdown: &str) -> Cow<'_, str> {
    let mut text = Plain::default();
    let mut images = 0_usize;
    for event in Parser::new_ext(markdown, OPTIONS) {
        match event {
            Event::Start(Tag::Image { .. }) => images += 1,
            Event::End(TagEnd::Image) => images -= 1,
            Event::Text(piece) | Event::Code(piece) if images == 0 => text.push(piece),
            Event::Html(html) => {
                for piece in tags::texts(&html) {
                    text.push(CowStr::from(piece));
                }
            }
            Event::SoftBreak | Event::HardBreak | Event::Start(Tag::Paragraph) => text.push_break(),
            _ => {}
        }
    }
    match text.finish() {
        Cow::Owned(text) if text.contains(['\n', '\r', '\t']) => {
            Cow::Owned(text.split_whitespace().collect::<Vec<_>>().join(" "))
        }
        text => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_shown_stays() {
        for (markdown, expected) in [
            ("Why?", "Why?"),
            ("Why **not** `a_b` or *c*?", "Why not a_b or c?"),
            ("[Why](x) &amp; \\*how\\*?", "Why & *how*?"),
            ("![icon](x) Why\nnot?", "Why not?"),
            (
                "\n<h3>Why <code>-f</code>\n &lt;x&gt;?</h3>\n",
                "Why -f <x>?",
            ),
            ("<b>Why?</b>", "Why?"),
        ] {
            assert_eq!(plain(markdown), expected, "{markdown}");
        }
        assert!(matches!(plain(" Why? "), Cow::Borrowed(_)));
    }
}
