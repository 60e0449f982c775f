//! The tags in a piece of HTML, and where they stand.

use html5gum::{HtmlString, StartTag, Token};

use crate::format::markup::Tokens;

/// A tag, or text between tags. Offsets are bytes of the piece.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Tag {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) kind: TagKind,
}

#[derive(Debug, PartialEq, Eq)]
pub(super) enum TagKind {
    Start {
        name: String,
        /// Its `id`, or else its `name`.
        id: Option<String>,
        href: Option<String>,
    },
    End(String),
    /// Text; whether there is any letter or digit in it.
    Text {
        says: bool,
    },
    Comment,
}

/// The tags of a piece of HTML, one after another.
pub(super) fn tags(html: &str) -> impl Iterator<Item = Tag> {
    tokens(html).filter_map(|token| {
        let (span, kind) = match token {
            Token::StartTag(tag) => {
                let id = attribute(&tag, b"id").or_else(|| attribute(&tag, b"name"));
                let href = attribute(&tag, b"href");
                let name = text(&tag.name);
                (tag.span, TagKind::Start { name, id, href })
            }
            Token::EndTag(tag) => (tag.span, TagKind::End(text(&tag.name))),
            Token::String(string) => {
                let says = text(&string.value).chars().any(char::is_alphanumeric);
                (string.span, TagKind::Text { says })
            }
            Token::Comment(comment) => (comment.span, TagKind::Comment),
            Token::Doctype(_) | Token::Error(_) => return None,
        };
        Some(Tag {
            start: span.start,
            end: span.end,
            kind,
        })
    })
}

/// The text between the tags of a piece of HTML.
pub(super) fn texts(html: &str) -> impl Iterator<Item = String> {
    tokens(html).filter_map(|token| match token {
        Token::String(string) => Some(text(&string.value)),
        _ => None,
    })
}

fn tokens(html: &str) -> Tokens<'_> {
    Tokens::new(html, false)
}

fn attribute(tag: &StartTag<usize>, name: &[u8]) -> Option<String> {
    let value = text(&tag.attributes.get(name)?.value);
    (!value.trim().is_empty()).then_some(value)
}

fn text(bytes: &HtmlString) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_know_where_they_stand() {
        let html = "é<a name='x' id=\"\">\r\n<B>Why?</B><!-- <i> -->";
        let found: Vec<(&str, String)> = tags(html)
            .map(|tag| (&html[tag.start..tag.end], format!("{:?}", tag.kind)))
            .collect();
        let expected = [
            ("é", "Text { says: true }"),
            (
                "<a name='x' id=\"\">",
                "Start { name: \"a\", id: Some(\"x\"), href: None }",
            ),
            ("\r\n", "Text { says: false }"),
            ("<B>", "Start { name: \"b\", id: None, href: None }"),
            ("Why?", "Text { says: true }"),
            ("</B>", "End(\"b\")"),
            ("<!-- <i> -->", "Comment"),
        ];
        assert_eq!(found, expected.map(|(html, kind)| (html, kind.to_owned())));
    }
}
