//! From text to HTML: Markdown where it leads back to the text, escaped text where not.

use pulldown_cmark::{Event, Options, Parser};

use super::markdown::{render, set_tight};
use super::render::to_text;
use crate::format::html::escape::push_escaped;

/// Longer texts are not read as Markdown: no answer is that long, and hostile ones take their time.
const MAX_MARKDOWN: usize = 1 << 18;

/// HTML that shows a text; [`to_text`] leads back to it, whatever the text is.
///
/// HTML in the text is shown, never passed through. What HTML cannot hold as a character, NUL, is an element that
/// says so.
pub(in crate::format) fn from_text(text: &str) -> String {
    let mut html = String::with_capacity(text.len() + text.len() / 8 + 8);
    if text.len() <= MAX_MARKDOWN
        && push_blocks(&mut html, text).is_some()
        && to_text(&html) == text
    {
        return html;
    }
    html.clear();
    push_verbatim(&mut html, text);
    html
}

/// A piece of the text that has HTML of its own.
#[derive(Debug, Clone, Copy)]
struct Block {
    begin: usize,
    end: usize,
    /// There is no blank line before it.
    is_tight: bool,
}

/// Adds block after block; gives up where what is between them has no HTML.
fn push_blocks(html: &mut String, text: &str) -> Option<()> {
    let options =
        Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_FOOTNOTES;
    let mut events = Vec::new();
    let mut depth = 0_usize;
    let mut begin = 0;
    let mut last: Option<(Block, usize)> = None;
    for (event, range) in Parser::new_ext(text, options).into_offset_iter() {
        if depth == 0 {
            begin = range.start;
        }
        match event {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth = depth.saturating_sub(1),
            _ => {}
        }
        events.push((event, range.start));
        if depth == 0 {
            let end = begin + text.get(begin..range.end)?.trim_end_matches('\n').len();
            let block = after(last.map(|(block, _)| block), text, begin, end)?;
            last = Some((block, html.len()));
            push_block(html, text, block, Some(std::mem::take(&mut events)));
        }
    }
    let (block, start) = last?;
    if block.end < text.len() {
        html.truncate(start);
        let end = text.len();
        push_block(html, text, Block { end, ..block }, None);
    }
    Some(())
}

/// The next block: what is between it and the one before, beyond a blank line, is a part of it.
fn after(before: Option<Block>, text: &str, begin: usize, end: usize) -> Option<Block> {
    let Some(before) = before else {
        return Some(Block {
            begin: 0,
            end,
            is_tight: false,
        });
    };
    let between = text.get(before.end..begin)?;
    let breaks = if between.starts_with("\n\n") { 2 } else { 1 };
    between.starts_with('\n').then_some(Block {
        begin: before.end + breaks,
        end,
        is_tight: breaks == 1,
    })
}

/// Adds one block: rendered where that leads back to its source.
fn push_block(
    html: &mut String,
    text: &str,
    block: Block,
    events: Option<Vec<(Event<'_>, usize)>>,
) {
    let source = &text[block.begin..block.end];
    let rendered = events.and_then(|events| render(events, source, block.begin));
    let start = html.len();
    match rendered.filter(|rendered| to_text(rendered) == source) {
        Some(rendered) => html.push_str(&rendered),
        None if keeps_its_blanks(source) => {
            html.push_str("<p>");
            push_lines(html, source);
            html.push_str("</p>\n");
        }
        None => push_verbatim(html, source),
    }
    if block.is_tight {
        set_tight(html, start);
    }
}

/// Whether a text has no white space but line feeds and single blanks between its words, so that a paragraph of it
/// is that text.
fn keeps_its_blanks(text: &str) -> bool {
    let is_plain = |line: &str| {
        !line.is_empty()
            && line
                .split(' ')
                .all(|word| !word.is_empty() && !word.contains(|c: char| c.is_ascii_whitespace()))
    };
    !text.contains("\n\n") && text.split('\n').all(is_plain)
}

/// Adds text all of whose white space stands.
fn push_verbatim(html: &mut String, text: &str) {
    if !text.is_empty() {
        html.push_str("<p style=\"white-space:pre-wrap\">");
        push_lines(html, text);
        html.push_str("</p>\n");
    }
}

fn push_lines(html: &mut String, text: &str) {
    for (number, line) in text.split('\n').enumerate() {
        if number > 0 {
            html.push_str("<br />");
        }
        push_escaped(html, line);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn markdown_is_rendered_where_it_leads_back() {
        for (text, html) in [
            ("", ""),
            ("One.", "<p>One.</p>\n"),
            (
                "a **b** *c* `d`",
                "<p>a <strong>b</strong> <em>c</em> <code>d</code></p>\n",
            ),
            ("One\ntwo.", "<p>One<br />\ntwo.</p>\n"),
            (
                "This line was wrapped by an editor who likes narrow files\nand short lines.",
                "<p>This line was wrapped by an editor who likes narrow files\
                 <br class=\"wrapped\" />\nand short lines.</p>\n",
            ),
            (
                "- a\n- b\n  - c",
                "<ul>\n<li>a</li>\n<li>b\n<ul>\n<li>c</li>\n</ul>\n</li>\n</ul>\n",
            ),
            (
                "You need:\n- a",
                "<p>You need:</p>\n<ul style=\"margin-top:0\">\n<li>a</li>\n</ul>\n",
            ),
            (
                "[a](https://example.com/)",
                "<p><a href=\"https://example.com/\">a</a></p>\n",
            ),
            ("[a](javascript:b)", "<p>[a](javascript:b)</p>\n"),
            ("![a](b.png)", "<p>![a](b.png)</p>\n"),
            (
                "### Paying\n\nBy *card*.",
                "<p>### Paying</p>\n<p>By <em>card</em>.</p>\n",
            ),
            (
                "<script>a</script>",
                "<p>&lt;script&gt;a&lt;/script&gt;</p>\n",
            ),
            ("a <b>c</b>", "<p>a &lt;b&gt;c&lt;/b&gt;</p>\n"),
            (
                "*a*\n\n\n  b\n\n- c\n- d\n",
                "<p><em>a</em></p>\n<p style=\"white-space:pre-wrap\"><br />  b</p>\n\
                 <p style=\"white-space:pre-wrap\">- c<br />- d<br /></p>\n",
            ),
            (
                "a[^1]\n\n[^1]: b",
                "<p>a<data class=\"faq-footnote\" value=\"[^1]\"><sup>1</sup></data></p>\n\
                 <p><data class=\"faq-footnote\" value=\"[^1]:\"><sup>1</sup></data> b</p>\n",
            ),
            ("a[^1]", "<p>a[^1]</p>\n"),
            (
                "  a\tb\r\n\0",
                "<p style=\"white-space:pre-wrap\">  a\tb&#13;<br /><data value=\"U+0000\">\u{2400}</data></p>\n",
            ),
        ] {
            assert_eq!(from_text(text), html, "{text:?}");
            assert_eq!(to_text(html), text);
        }
    }

    #[test]
    fn what_people_write_comes_back_rendered() {
        for text in [
            "Do this:\n\n1. One\n2. Two\n\nThen `stop`.",
            "3. Three\n4. Four",
            "- a\n\n  more of a\n\n- b",
            "> Quoted\n> lines\n\nand not.",
            "```sh\nfaq ask \"why\"\n\n  --json\n```",
            "| a | b |\n| --- | --- |\n| 1 | 2 |",
            "~~no~~ yes\n\n---\n\nEnd.",
            "See [the *guide*](guide.html#x).",
            "One[^1], **two**[^b]\n\n[^1]: So `it` is.\n[^b]: Thus.",
            "Long[^2]\n\n[^2]: In the main street,\n  number 2.\n\n[^3]: And *so*\non.",
            "Long[^1][^2]\n\n[^1]: Short.\n[^2]: So it is,\n    and on.\n\n    - More\n    - of it.\n\nEnd.",
            "Long[^1]\n\n[^1]: So it is,\n    and on.\n\n    More of it.",
        ] {
            let html = from_text(text);
            assert!(!html.contains("white-space"), "{html}");
            assert!(
                !html.contains("```")
                    && !html.contains("<p>[^")
                    && !html.contains("| a")
                    && !html.contains("- a"),
                "{html}"
            );
            assert_eq!(to_text(&html), text);
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]

        #[test]
        fn every_text_comes_back(text in any::<String>()) {
            prop_assert_eq!(to_text(&from_text(&text)), text);
        }

        #[test]
        fn so_does_what_means_something(text in "([\\-*_`~#>|<&!:;.1ax \t\r\n\u{0}\u{7f}\u{85}\u{a0}\u{2028}\u{feff}\\[\\]()\"'/\\\\]|&amp;|<br>|</div>|\\[\\^1\\]:? ?|\n    |- |\n\n|```|\\*\\*){0,30}") {
            prop_assert_eq!(to_text(&from_text(&text)), text);
        }
    }
}
