//! What elements do to the lines around them.

/// How many line breaks an element wants before and after it: 0 within a line, 2 for a blank line.
pub(super) fn breaks(name: &[u8]) -> u8 {
    match name {
        b"p" | b"h1" | b"h2" | b"h3" | b"h4" | b"h5" | b"h6" | b"ul" | b"ol" | b"menu" | b"dl"
        | b"blockquote" | b"pre" | b"listing" | b"xmp" | b"table" | b"figure" | b"hr" => 2,
        b"address" | b"article" | b"aside" | b"body" | b"caption" | b"center" | b"dd"
        | b"details" | b"dialog" | b"dir" | b"div" | b"dt" | b"fieldset" | b"figcaption"
        | b"footer" | b"form" | b"header" | b"hgroup" | b"html" | b"legend" | b"li" | b"main"
        | b"nav" | b"option" | b"search" | b"section" | b"summary" | b"tbody" | b"tfoot"
        | b"thead" | b"tr" => 1,
        _ => 0,
    }
}

/// Elements whose content is not shown, or is no text.
pub(in crate::format::html) fn is_unread(name: &[u8]) -> bool {
    matches!(
        name,
        b"audio"
            | b"canvas"
            | b"datalist"
            | b"iframe"
            | b"noembed"
            | b"noscript"
            | b"script"
            | b"select"
            | b"style"
            | b"svg"
            | b"template"
            | b"textarea"
            | b"title"
            | b"video"
    )
}

/// What a style says about the text in its element.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Style {
    /// White space is shown as it stands.
    pub(super) verbatim: bool,
    /// There is no blank line before it.
    pub(super) tight: bool,
}

impl Style {
    pub(super) fn parse(style: &str) -> Self {
        let mut parsed = Self::default();
        for declaration in style.split(';') {
            let Some((name, value)) = declaration.split_once(':') else {
                continue;
            };
            let is = |name: &str, expected: &str| name.trim().eq_ignore_ascii_case(expected);
            if is(name, "white-space") {
                parsed.verbatim = ["pre", "pre-wrap", "break-spaces"]
                    .iter()
                    .any(|kept| is(value, kept));
            }
            parsed.tight |= is(name, "margin-top") && is(value, "0");
        }
        parsed
    }
}
