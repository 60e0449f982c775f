//! Whether a text is HTML: properties of schema.org hold either, and do not say which.

use std::borrow::Cow;

use crate::format::draft::Located;
use crate::format::html;

/// A text, turned into plain text if there is HTML in it.
pub(in crate::format::json) fn without_html(found: Located<'_>) -> Located<'_> {
    if holds_html(&found.text) {
        Located::new(html::to_text(&found.text), found.offset)
    } else {
        found
    }
}

/// HTML, where a text without would be taken for some.
pub(super) fn with_html(text: &str) -> Cow<'_, str> {
    if holds_html(text) {
        Cow::Owned(html::from_text(text))
    } else {
        Cow::Borrowed(text)
    }
}

/// Whether there is a tag that texts are marked up with, or a character reference. `a < b` and `List<String>` are text.
fn holds_html(text: &str) -> bool {
    text.match_indices(['<', '&']).any(|(at, mark)| {
        let rest = &text[at + 1..];
        if mark == "&" {
            is_reference(rest)
        } else {
            is_tag(rest)
        }
    })
}

/// The longest name of a character reference has 31 letters.
const LONGEST_REFERENCE: usize = 32;

fn is_reference(rest: &str) -> bool {
    let name = rest.strip_prefix('#').unwrap_or(rest);
    let length = name
        .bytes()
        .take(LONGEST_REFERENCE)
        .take_while(u8::is_ascii_alphanumeric)
        .count();
    length > 0 && name.as_bytes().get(length) == Some(&b';')
}

fn is_tag(rest: &str) -> bool {
    if rest.starts_with("!--") {
        return true;
    }
    let rest = rest.strip_prefix('/').unwrap_or(rest);
    let length = rest
        .bytes()
        .take(LONGEST_TAG + 1)
        .take_while(u8::is_ascii_alphanumeric)
        .count();
    let (name, rest) = rest.split_at(length);
    let ends = matches!(
        rest.as_bytes().first(),
        Some(b'>' | b'/' | b' ' | b'\t' | b'\n' | b'\r')
    );
    ends && TAGS.iter().any(|tag| tag.eq_ignore_ascii_case(name))
}

/// The length of `blockquote` and `figcaption`.
const LONGEST_TAG: usize = 10;

/// What texts are marked up with.
const TAGS: &[&str] = &[
    "a",
    "abbr",
    "article",
    "aside",
    "audio",
    "b",
    "blockquote",
    "br",
    "button",
    "center",
    "cite",
    "code",
    "dd",
    "del",
    "details",
    "div",
    "dl",
    "dt",
    "em",
    "figcaption",
    "figure",
    "font",
    "footer",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "i",
    "iframe",
    "img",
    "ins",
    "kbd",
    "li",
    "main",
    "mark",
    "nav",
    "ol",
    "p",
    "picture",
    "pre",
    "q",
    "s",
    "samp",
    "script",
    "section",
    "small",
    "source",
    "span",
    "strike",
    "strong",
    "style",
    "sub",
    "summary",
    "sup",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "time",
    "tr",
    "tt",
    "u",
    "ul",
    "var",
    "video",
    "wbr",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_and_references_are_html_and_signs_are_not() {
        for (text, expected) in [
            ("<p>Yes.</p>", true),
            ("Yes.<br/>No.", true),
            ("Yes.<BR>", true),
            ("see <a href=\"x\">this</a>", true),
            ("Q&amp;A", true),
            ("it&#8217;s, it&#x2019;s", true),
            ("<!-- x --> y", true),
            ("Q&A", false),
            ("a < b > c", false),
            ("a<b; b>c", false),
            ("List<String> & Map<K, V>", false),
            ("Barnes & Noble; others", false),
            ("<", false),
            ("&", false),
            ("</", false),
            ("<日本>", false),
        ] {
            assert_eq!(holds_html(text), expected, "{text}");
        }
        assert!(TAGS.iter().all(|tag| tag.len() <= LONGEST_TAG));
    }
}
