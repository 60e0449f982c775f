//! What a page says about itself: language, title, its main part, and the JSON-LD in it.

use std::borrow::Cow;
use std::ops::Range;

use html5gum::Token;

use crate::format::html::text::to_line;
use crate::format::html::tokens::{Tag, Within, attribute, string, tokens};
use crate::format::html::write::UNTITLED;

#[derive(Debug, Default)]
pub(super) struct Facts<'a> {
    pub(super) language: Option<Cow<'a, str>>,
    /// The `<title>`, or else the first `<h1>`.
    pub(super) title: Option<Cow<'a, str>>,
    /// The content of each `<script>` of JSON-LD.
    pub(super) scripts: Vec<Range<usize>>,
    /// The content of `<main>`.
    pub(super) main: Option<Range<usize>>,
    /// Where a tag has more attributes than are read; nothing is known of what stands behind it.
    pub(super) cut_at: Option<usize>,
}

impl Facts<'_> {
    pub(super) fn of(page: &str) -> Self {
        let mut facts = Self::default();
        let mut headline = None;
        let mut heading: Option<usize> = None;
        let mut script = None;
        let mut in_title = false;
        let mut main: Option<(Within, usize)> = None;
        let mut tokens = tokens(page);
        for token in tokens.by_ref() {
            match token {
                Token::StartTag(tag) => {
                    if let Some((within, _)) = &mut main {
                        within.start(&tag.name);
                    }
                    match tag.name.as_slice() {
                        b"html" => facts.language = facts.language.or_else(|| language(&tag)),
                        b"title" => in_title = true,
                        b"h1" if headline.is_none() => heading = Some(tag.span.end),
                        b"script" => script = is_json_ld(&tag).then_some(tag.span.end),
                        _ if main.is_none() && facts.main.is_none() && is_main(&tag) => {
                            main = Some((Within::new(&tag), tag.span.end));
                        }
                        _ => {}
                    }
                }
                Token::String(text) if in_title => {
                    facts.title = facts.title.or_else(|| title(&string(&text)));
                }
                Token::EndTag(tag) => match tag.name.as_slice() {
                    b"title" => in_title = false,
                    b"script" => {
                        let range = script.take().map(|start| start..tag.span.start);
                        facts.scripts.extend(range.and_then(|it| data(page, it)));
                    }
                    b"h1" => {
                        let range = heading.take().map(|start| start..tag.span.start);
                        headline = headline.or(range);
                    }
                    _ => {
                        let ended = main.take_if(|(within, _)| within.end(&tag.name));
                        if let Some((_, start)) = ended {
                            facts.main = Some(start..tag.span.start);
                        }
                    }
                },
                _ => {}
            }
        }
        facts.cut_at = tokens.cut_at();
        if let Some((_, start)) = main {
            facts.main = Some(start..page.len());
        }
        facts.title = facts
            .title
            .or_else(|| headline.and_then(|range| title(&to_line(&page[range]))));
        facts
    }
}

/// A title that says something.
fn title(text: &str) -> Option<Cow<'static, str>> {
    let title = text.split_whitespace().collect::<Vec<_>>().join(" ");
    (!title.is_empty() && title != UNTITLED).then_some(Cow::Owned(title))
}

fn language(tag: &Tag) -> Option<Cow<'static, str>> {
    let language = attribute(tag, "lang").or_else(|| attribute(tag, "xml:lang"))?;
    let language = language.trim();
    (!language.is_empty()).then(|| Cow::Owned(language.to_owned()))
}

fn is_main(tag: &Tag) -> bool {
    tag.name.as_slice() == b"main" || attribute(tag, "role").as_deref() == Some("main")
}

fn is_json_ld(tag: &Tag) -> bool {
    let kind = attribute(tag, "type").unwrap_or_default();
    let kind = kind.split(';').next().unwrap_or_default().trim();
    kind.eq_ignore_ascii_case("application/ld+json")
}

/// What is within a script, without what old pages put around it to hide it; nothing when it is blank.
fn data(page: &str, script: Range<usize>) -> Option<Range<usize>> {
    const BEFORE: [&str; 4] = ["<!--", "//<![CDATA[", "/*<![CDATA[*/", "<![CDATA["];
    const AFTER: [&str; 5] = ["-->", "//]]>", "/*]]>*/", "]]>", "//"];
    let mut text = page[script.clone()].trim();
    for before in BEFORE {
        text = text.strip_prefix(before).unwrap_or(text).trim_start();
    }
    for after in AFTER {
        text = text.strip_suffix(after).unwrap_or(text).trim_end();
    }
    let start = text.as_ptr().addr() - page.as_ptr().addr();
    (!text.is_empty()).then(|| start..start + text.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_says_what_it_is() {
        let page = "<!doctype html><html lang=' pt-BR'><head><title>\n A &amp; B </title>\
            <script>no</script><script type='Application/LD+JSON; charset=utf-8'> {} </script>\
            <script type=application/ld+json> </script></head><h1>C</h1>\
            <main><div><main></main></div>x</main><main>y</main>";
        let facts = Facts::of(page);
        assert_eq!(facts.language.as_deref(), Some("pt-BR"));
        assert_eq!(facts.title.as_deref(), Some("A & B"));
        let scripts: Vec<&str> = facts.scripts.into_iter().map(|it| &page[it]).collect();
        assert_eq!(scripts, ["{}"]);
        assert_eq!(&page[facts.main.unwrap()], "<div><main></main></div>x");
    }

    #[test]
    fn a_page_may_say_little() {
        let title = |page| Facts::of(page).title.map(Cow::into_owned);
        assert_eq!(title("<h1>A<br>b</h1><h1>c</h1>").as_deref(), Some("A b"));
        assert_eq!(title("<title>FAQ</title><h1>FAQ</h1>"), None);
        let facts = Facts::of("<html lang><h1>open");
        assert_eq!((facts.title, facts.language), (None, None));
        let page = "<script type=application/ld+json><!--\n{\"a\":1}\n//--></script>";
        assert_eq!(&page[Facts::of(page).scripts[0].clone()], "{\"a\":1}");
    }
}
