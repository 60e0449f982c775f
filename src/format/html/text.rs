//! From HTML to text that reads well, and from text to HTML that leads back to it.

/// The text of a piece of HTML.
pub(in crate::format) fn to_text(html: &str) -> String {
    html.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&")
}

/// HTML that shows a text; [`to_text`] leads back to it.
pub(in crate::format) fn from_text(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}
