//! Text within HTML: no character of it means anything there.

use std::fmt::Write as _;

use html5gum::HtmlString;

use super::tokens::{Tag, attribute};

/// The value of a `<data>` element that stands for U+0000, which HTML has no way to write; what is seen is U+2400.
const NUL: &str = "U+0000";

/// Adds a text to HTML so that a parser gives it back, white space and all; also within an attribute, but for NUL.
pub(super) fn push_escaped(html: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            // A parser makes a line feed of it when it stands there as it is.
            '\r' => html.push_str("&#13;"),
            '\0' => {
                let _ = write!(html, "<data value=\"{NUL}\">\u{2400}</data>");
            }
            _ => html.push(c),
        }
    }
}

/// The same within an attribute, where U+FFFD is all that NUL can become.
pub(super) fn attribute_value(text: &str) -> String {
    let mut value = String::with_capacity(text.len());
    push_escaped(&mut value, &text.replace('\0', "\u{fffd}"));
    value
}

/// Whether an element stands for U+0000.
pub(super) fn is_nul(tag: &Tag) -> bool {
    tag.name == HtmlString(b"data".to_vec()) && attribute(tag, "value").as_deref() == Some(NUL)
}
