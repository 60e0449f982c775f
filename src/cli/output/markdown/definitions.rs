//! Where addresses of links are defined, apart from the links.

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag};

/// The places of those that no link uses, in order. `[Note]: closed` may be no such thing at all, and nothing of an
/// answer is to vanish.
pub(super) fn unused(source: &str, options: Options) -> Vec<Range<usize>> {
    let parser = Parser::new_ext(source, options);
    let definitions = parser.reference_definitions();
    let mut unused: Vec<Range<usize>> = definitions.iter().map(|(_, it)| it.span.clone()).collect();
    if unused.is_empty() {
        return unused;
    }
    for event in Parser::new_ext(source, options) {
        if let Event::Start(Tag::Link { id, .. } | Tag::Image { id, .. }) = event
            && let Some(used) = definitions.get(&id)
        {
            unused.retain(|span| *span != used.span);
        }
    }
    unused.sort_unstable_by_key(|span| span.start);
    unused
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_no_link_uses_is_found() {
        let text = "[b]: two\n[A]: one\n\n[a] ![pic][c]\n\n[c]: three\n[d]: four\n";
        let unused = unused(text, Options::empty());
        let unused: Vec<&str> = unused.into_iter().map(|span| text[span].trim()).collect();
        assert_eq!(unused, ["[b]: two", "[d]: four"]);
    }
}
