//! From where a question and its answer stand to a draft.

use std::ops::Range;

use crate::format::draft::{Draft, Located};
use crate::format::html::text::{to_line, to_text};
use crate::format::html::tokens::{Tag, attribute};
use crate::format::sink::Sink;
use crate::format::{Fault, Note};

/// A question as a shape found it; everything is HTML of the page yet.
#[derive(Debug, Default)]
pub(super) struct FoundEntry<'a> {
    pub(super) offset: usize,
    pub(super) id: Option<Box<Located<'a>>>,
    /// The question, then other ways to ask it.
    pub(super) phrasings: Vec<Range<usize>>,
    /// The parts of the answer.
    pub(super) answer: Vec<Range<usize>>,
    pub(super) tags: Vec<Located<'a>>,
    /// Whether the question has a question mark.
    pub(super) asks: bool,
}

/// Puts what was found into a sink, and says whether there was anything.
pub(super) fn push_all<'a>(
    page: &'a str,
    found: Vec<FoundEntry<'a>>,
    sink: &mut Sink<'a>,
) -> Result<bool, Fault> {
    let mut any = false;
    for entry in found {
        let offset = entry.offset;
        let draft = entry.draft(page);
        let answer = draft.answer.as_ref().map(|answer| &answer.text);
        if answer.is_some_and(|answer| is_contents(answer)) {
            sink.skipped(offset, || Note {
                what: "a list of links within the page".to_owned(),
                why: "it is a table of contents",
            });
        } else if draft.question.as_ref().is_some_and(|it| it.text.is_empty()) {
            sink.skipped(offset, || Note {
                what: "a place for a question".to_owned(),
                why: "there is no text in it",
            });
        } else {
            sink.entry(draft)?;
            any = true;
        }
    }
    Ok(any)
}

impl<'a> FoundEntry<'a> {
    fn draft(self, page: &'a str) -> Draft<'a> {
        let mut phrasings = self.phrasings.into_iter().map(|it| line(page, &it));
        let question = phrasings.next();
        Draft {
            offset: self.offset,
            id: self.id.map(|id| *id),
            question,
            alternates: phrasings.filter(|it| !it.text.is_empty()).collect(),
            answer: Some(answer(page, &self.answer)),
            tags: self.tags,
            ..Draft::default()
        }
    }
}

/// A text in one line, borrowed where it stands like that in the page.
pub(super) fn line<'a>(page: &'a str, range: &Range<usize>) -> Located<'a> {
    let html = page[range.clone()].trim_ascii();
    let offset = html.as_ptr().addr() - page.as_ptr().addr();
    let text = to_line(html);
    if text == html {
        Located::new(html, offset)
    } else {
        Located::new(text, offset)
    }
}

fn answer<'a>(page: &'a str, parts: &[Range<usize>]) -> Located<'a> {
    let is_something = |range: &&Range<usize>| !page[(*range).clone()].trim_ascii().is_empty();
    let mut parts = parts.iter().filter(is_something);
    let Some(first) = parts.next() else {
        return Located::default();
    };
    let html = page[first.clone()].trim_ascii();
    let offset = html.as_ptr().addr() - page.as_ptr().addr();
    let mut rest = parts.peekable();
    if rest.peek().is_none() {
        let text = to_text(html);
        return if text == html {
            Located::new(html, offset)
        } else {
            Located::new(text, offset)
        };
    }
    let mut whole = html.to_owned();
    whole.extend(rest.map(|range| &page[range.clone()]));
    Located::new(to_text(&whole), offset)
}

/// The name that links use for an element, or for one within it.
pub(super) fn id_of<'a>(tag: &Tag) -> Option<Box<Located<'a>>> {
    let name = if tag.name.as_slice() == b"a" && attribute(tag, "id").is_none() {
        "name"
    } else {
        "id"
    };
    let value = attribute(tag, name)?;
    let value = value.trim();
    (!value.is_empty()).then(|| Box::new(Located::new(value.to_owned(), tag.span.start)))
}

/// Whether a text ends as a question does, in one of the scripts that mark it.
pub(super) fn asks(text: &str) -> bool {
    const CLOSING: [char; 9] = [')', '"', '\'', '”', '’', '»', '」', '…', '.'];
    text.trim_end()
        .trim_end_matches(CLOSING)
        .ends_with(['?', '？', '؟', '\u{37e}', '⁇', '⁈', '‽'])
}

/// Whether an answer is nothing but links to other places of the page.
fn is_contents(answer: &str) -> bool {
    let is_link = |line: &str| {
        let line = line.trim_start_matches(|c: char| !matches!(c, '[' | '(') && !c.is_alphabetic());
        line.starts_with('[') && line.contains("](#") && line.ends_with(')')
    };
    let mut lines = answer.lines().filter(|line| !line.trim().is_empty());
    lines.next().is_some_and(is_link) && lines.all(is_link)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_mark_may_have_something_after_it() {
        for (text, expected) in [
            ("Why?", true),
            ("“Why?” ", true),
            ("なぜ？", true),
            ("لماذا؟", true),
            ("Why", false),
            ("Why? Because", false),
            ("", false),
        ] {
            assert_eq!(asks(text), expected, "{text}");
        }
    }

    #[test]
    fn links_within_the_page_are_contents() {
        for (answer, expected) in [
            ("- [a](#a)\n- [b](#b)\n  - [c](#c)", true),
            ("1. [a](#a)", true),
            ("- [a](b.html#a)", false),
            ("See [a](#a)", false),
            ("[a](#a) says so", false),
            ("", false),
        ] {
            assert_eq!(is_contents(answer), expected, "{answer}");
        }
    }
}
