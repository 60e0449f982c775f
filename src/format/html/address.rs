//! Addresses that a link may lead to.

/// Whether a link to it does no more than show something: `http`, `https`, `mailto`, or a relative address.
pub(super) fn is_harmless(address: &str) -> bool {
    // Browsers overlook these, wherever they stand.
    let seen: String = address
        .chars()
        .filter(|c| !matches!(c, '\t' | '\n' | '\r'))
        .collect();
    let seen = seen.trim_start_matches(|c: char| c <= ' ');
    let Some(end) = seen.find([':', '/', '?', '#', '\\']) else {
        return true;
    };
    if !seen[end..].starts_with(':') {
        return true;
    }
    ["http", "https", "mailto"]
        .iter()
        .any(|scheme| seen[..end].eq_ignore_ascii_case(scheme))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_shows_something_is_harmless() {
        for (address, expected) in [
            ("https://example.com/a:b", true),
            ("HTTP://example.com", true),
            ("mailto:a@example.com", true),
            ("help/faq.html#top", true),
            ("/a:b", true),
            ("#a:b", true),
            ("?a=b:c", true),
            ("", true),
            ("javascript:alert(1)", false),
            (" \u{1}java\nscript:alert(1)", false),
            ("data:text/html,x", false),
            ("vbscript:x", false),
            ("file:///etc/passwd", false),
            ("faq:x", false),
        ] {
            assert_eq!(is_harmless(address), expected, "{address:?}");
        }
    }
}
