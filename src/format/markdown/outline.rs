//! From Markdown to pieces: one pass over what the parser finds.

mod bold;
mod elements;
mod finish;
mod items;
mod labelled;
mod links;
mod run;
mod scanner;
mod tree;

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use self::scanner::Scanner;
use super::footnotes::Footnotes;
use super::piece::Piece;
use super::plain::OPTIONS;
use crate::format::memory::MemoryBudget;
use crate::format::{Fault, FormatErrorKind};
use crate::limits::NESTING;

/// A piece, and what is known of it while it is found.
const PIECE: usize = size_of::<Piece<'_>>() + 24;

/// A document, taken apart.
#[derive(Debug, Default)]
pub(super) struct Outline<'a> {
    /// In the order of their places; none reaches into the next.
    pub(super) pieces: Vec<Piece<'a>>,
    /// Questions that stand where none is looked for: place, and what they are.
    pub(super) asides: Vec<(usize, &'static str)>,
    pub(super) footnotes: Footnotes,
}

/// Takes a source apart from a byte on. Elements of HTML reach from one block to another, or not: then whatever is left
/// open in a block has no effect beyond it.
pub(super) fn outline<'a>(
    source: &'a str,
    from: usize,
    far_reaching: bool,
    memory: &mut MemoryBudget,
) -> Result<Outline<'a>, Fault> {
    let tree = tree::size(&source[from..]);
    memory.lend(tree, from)?;
    let mut scanner = Scanner::new(source, far_reaching);
    let mut depth = 0;
    let mut found = 0;
    for (event, range) in Parser::new_ext(&source[from..], OPTIONS).into_offset_iter() {
        let offset = range.start + from;
        match event {
            Event::Start(Tag::List(_) | Tag::BlockQuote(_)) => depth += 1,
            Event::End(TagEnd::List(_) | TagEnd::BlockQuote(_)) => depth -= 1,
            _ => {}
        }
        if depth > NESTING {
            let kind = FormatErrorKind::TooDeep { limit: NESTING };
            return Err(Fault { offset, kind });
        }
        let place = offset..range.end + from;
        // Those in a list or a quotation are a part of it.
        if depth == 0 || matches!(event, Event::FootnoteReference(_)) {
            let footnotes = &mut scanner.outline.footnotes;
            let bytes = footnotes.take(&event, place.clone());
            memory.lend(bytes, offset)?;
        }
        scanner.take(event, offset, place.end);
        let now = scanner.outline.pieces.len() + scanner.outline.asides.len();
        if now > found {
            memory.lend((now - found) * PIECE, offset)?;
            found = now;
        }
    }
    memory.give_back(tree);
    Ok(scanner.outline)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::markdown::piece::{Form, Kind};

    fn outlined(text: &str) -> Result<Outline<'_>, Fault> {
        outline(text, 0, true, &mut MemoryBudget::new(&[], None))
    }

    /// The pieces in short: their kind, and what they ask.
    fn pieces(text: &str) -> Vec<String> {
        let short = |piece: &Piece<'_>| match &piece.kind {
            Kind::Heading { level, asked } => format!("h{level} {}", asked.text),
            Kind::Ask { form, asked } => format!("{form:?} {}", asked.text),
            Kind::Anchor(id) => format!("#{id}"),
            other => format!("{other:?}"),
        };
        let outline = outlined(text).unwrap();
        outline.pieces.iter().map(short).collect()
    }

    #[test]
    fn documents_fall_into_pieces() {
        let bold = "Bold { alone: true } Why?";
        let table: &[(&str, &[&str])] = &[
            (
                "# A\n\nb\n\n- c\n\nWhy?\n===\n",
                &["h1 A", "Text", "h1 Why?"],
            ),
            ("# `a` *b* [c](x) ![d](y)\n", &["h1 a b c"]),
            ("## 3. Why? [#](#why)\n", &["h2 Why?"]),
            ("- [a](#a)\n- [b](#b)\n  - [c](#c)\n", &["Contents"]),
            ("- a\n- [b](#b)\n", &["Text"]),
            ("<a name=x></a>\n## A\n", &["#x", "h2 A"]),
            ("**Why?**\n\nSo\n", &[bold, "Text"]),
            ("**Why**?\nSo\n", &[bold]),
            ("**Why?** So\n", &["Bold { alone: false } Why?"]),
            ("<b>Why?</b><br>So\n", &[bold]),
            ("1. **Why?**\n\n   So\n2. **Why?**\n", &[bold, bold]),
            ("**[Why?](#x)**\n", &["Idle"]),
            ("*Why?*\nSo\n", &[bold]),
            ("*Why?* So\n", &["Text"]),
            (
                "1. Why?\n\nSo\n\n2. How?\n",
                &["Item Why?", "Text", "Item How?"],
            ),
            (
                "- Why?\n  - So\n- How?\n  So\n",
                &["Item Why?", "Item How?"],
            ),
            ("- Why?\n- How?\n  So\n", &["Text"]),
            (
                "Why?\n: So\n\nHow?\n\n: So\n",
                &["Term Why?", "Term How?", "Text"],
            ),
            (
                "**Q: Why?**\nA: So\nQ: How\nso?\nA: b\n",
                &["Label Why?", "Label How so?"],
            ),
            ("- Q: Why?\n- A: So\n", &["Label Why?"]),
            (
                "<h3 name=x>\nWhy <code>a</code>?\n</h3>\n\nSo\n",
                &["h3 Why a?", "Text"],
            ),
            (
                "<!-- a -->\n\n---\n\n[top](#a)\n",
                &["Comment", "Idle", "Idle"],
            ),
            ("> # A?\n\n```\n# B?\n```\n\n    # C?\n", &["Text"]),
        ];
        for (text, expected) in table {
            assert_eq!(pieces(text), *expected, "{text}");
        }
    }

    #[test]
    fn details_end_where_they_are_closed() {
        let text = "<details>\n<summary>Why?</summary>\n\na\n<details><summary>b</summary>c</details>\n\n</details>\n";
        let outline = outlined(text).unwrap();
        let closes: Vec<&str> = outline
            .pieces
            .iter()
            .filter_map(|piece| match piece.kind {
                Kind::Ask {
                    form: Form::Summary { close: Some(close) },
                    ..
                } => Some(text[piece.end..close].trim()),
                _ => None,
            })
            .collect();
        assert_eq!(closes, ["a\n<details><summary>b</summary>c</details>", "c"]);
    }
    #[test]
    fn lists_and_quotations_may_only_be_nested_so_deep() {
        let quotations = |depth: usize| "> ".repeat(depth) + "a";
        let lists = |depth: usize| -> String {
            let item = |level| "  ".repeat(level) + "- a\n";
            (0..depth).map(item).collect()
        };
        for text in [quotations(NESTING), lists(NESTING)] {
            assert!(outlined(&text).is_ok());
            // One after the other they may be as many as they like.
            assert!(outlined(&format!("{text}\n\nb\n\n").repeat(3)).is_ok());
        }
        for depth in [NESTING + 1, 10_000] {
            assert!(outlined(&quotations(depth)).is_err(), "{depth}");
        }
        assert!(outlined(&lists(NESTING + 1)).is_err());
    }
}
