//! The tags and texts of a page in their order: `html5gum` parses, places are bytes of the page.

use std::borrow::Cow;

use html5gum::{HtmlString, StartTag};

use crate::format::markup::Tokens;

/// Tags that know where they stand.
pub(super) type Tag = StartTag<usize>;

/// The tokens of a page or a piece of one. What stands in a script or a title is one text.
pub(super) fn tokens(html: &str) -> Tokens<'_> {
    Tokens::new(html, true)
}

/// The value of an attribute; empty when it has none, nothing when it is not there.
pub(super) fn attribute<'t>(tag: &'t Tag, name: &str) -> Option<Cow<'t, str>> {
    tag.attributes
        .get(name.as_bytes())
        .map(|value| string(value))
}

/// A text of the tokenizer; it is UTF-8 as the page was.
pub(super) fn string(bytes: &HtmlString) -> Cow<'_, str> {
    String::from_utf8_lossy(bytes)
}

/// An element whose end is waited for: the end tag that belongs to its start tag, by counting those of its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Within {
    name: HtmlString,
    depth: usize,
}

impl Within {
    pub(super) fn new(tag: &Tag) -> Self {
        Self {
            name: tag.name.clone(),
            depth: 1,
        }
    }

    /// Whether it has this name.
    pub(super) fn is(&self, name: &str) -> bool {
        self.name.as_slice() == name.as_bytes()
    }

    /// Tells it of a start tag within it.
    pub(super) fn start(&mut self, name: &HtmlString) {
        self.depth += usize::from(self.name == *name);
    }

    /// Whether one of its name is open within it.
    pub(super) fn is_nested(&self) -> bool {
        self.depth > 1
    }

    /// Tells it of an end tag, and says whether that was its own.
    pub(super) fn end(&mut self, name: &HtmlString) -> bool {
        self.depth -= usize::from(self.name == *name);
        self.depth == 0
    }
}

#[cfg(test)]
mod tests {
    use html5gum::Token;

    use super::*;

    #[test]
    fn places_are_bytes_of_the_page() {
        let page = "<p>é\r\nb&amp;c</p>\r\n<!-- é --><script>a<b</script><p id='x'>漢</p>";
        let starts: Vec<&str> = tokens(page)
            .filter_map(|token| match token {
                Token::StartTag(tag) => Some(&page[tag.span.start..tag.span.end]),
                Token::EndTag(tag) => Some(&page[tag.span.start..tag.span.end]),
                _ => None,
            })
            .collect();
        assert_eq!(
            starts,
            ["<p>", "</p>", "<script>", "</script>", "<p id='x'>", "</p>"]
        );
    }

    #[test]
    fn an_element_ends_with_its_own_end_tag() {
        let mut within = None;
        let mut ended = Vec::new();
        for token in tokens("<div><p><div></p></div>x</div>") {
            match token {
                Token::StartTag(tag) => match &mut within {
                    None => within = Some(Within::new(&tag)),
                    Some(within) => within.start(&tag.name),
                },
                Token::EndTag(tag) => {
                    ended.extend(within.as_mut().map(|it| it.end(&tag.name)));
                }
                _ => {}
            }
        }
        assert_eq!(ended, [false, false, true]);
    }
}
