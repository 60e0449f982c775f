//! Raw HTML: shown as text, for `<enter>` may be just that; but a line break is one, and a comment is nobody's text.

/// What a tag within a line comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Inline {
    Break,
    Nothing,
    Text,
}

/// What a tag within a line comes to.
pub(super) fn inline(tag: &str) -> Inline {
    let inner = tag.trim_start_matches('<').trim_end_matches('>');
    let name = inner.trim_end_matches('/').trim();
    if name.eq_ignore_ascii_case("br") {
        Inline::Break
    } else if is_comment(tag) {
        Inline::Nothing
    } else {
        Inline::Text
    }
}

/// Whether there is nothing but a comment.
pub(super) fn is_comment(html: &str) -> bool {
    let html = html.trim();
    html.starts_with("<!--") && html.find("-->") == html.len().checked_sub("-->".len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn breaks_and_comments_are_told_from_text() {
        for (tag, expected) in [
            ("<br>", Inline::Break),
            ("<BR />", Inline::Break),
            ("<br/>", Inline::Break),
            ("<!-- note -->", Inline::Nothing),
            ("<!-- a --> b -->", Inline::Text),
            ("<!-->", Inline::Nothing),
            ("<enter>", Inline::Text),
            ("<a href=\"b\">", Inline::Text),
        ] {
            assert_eq!(inline(tag), expected, "{tag}");
        }
    }
}
