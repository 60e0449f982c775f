//! What is a question by the looks of it: what opens its answer when it is pressed, what is of a class of questions, or a
//! bold beginning of a paragraph. An answer reaches to the next question, or to where what they stand in together ends.
//!
//! Pages have such things for other ends as well, so this is only tried when nothing else says what its questions are,
//! and a single one is none.

use std::ops::Range;

use html5gum::HtmlString;

use super::entry::{FoundEntry, asks, id_of, line};
use super::steps::{Step, steps};
use crate::format::Fault;
use crate::format::draft::Located;
use crate::format::html::tokens::{Tag, Within, attribute};
use crate::format::sink::Sink;

/// How a question looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Look {
    /// A button, or of a class that says so.
    Switch,
    /// Bold, at the beginning of a block.
    Bold,
}

/// How many questions there are at least.
const LEAST: usize = 2;

/// Deeper elements than this are not told apart.
const DEEPEST: usize = 64;

/// What a question takes in memory.
const QUESTION: usize = 2 * size_of::<FoundEntry<'_>>() + 128;

/// The questions of a part of a page that look like this, with what stands below them.
pub(super) fn find<'a>(
    page: &'a str,
    part: &Range<usize>,
    look: Look,
    sink: &mut Sink<'a>,
) -> Result<Vec<FoundEntry<'a>>, Fault> {
    let mut finder = Finder {
        page,
        look,
        open: Vec::new(),
        candidate: None,
        question: None,
        texts: 0,
        begins_block: false,
        found: Vec::new(),
    };
    for step in steps(page, part) {
        let before = finder.found.len();
        match step {
            Step::Start(tag) => finder.start(tag),
            Step::End(name, span) => finder.end(&name, &span),
            Step::Text => {
                finder.texts += 1;
                finder.begins_block = false;
            }
            Step::Aside(at) => finder.end_answer(at),
        }
        if finder.found.len() > before {
            sink.memory.lend(QUESTION, part.start)?;
        }
    }
    finder.end_answer(part.end);
    let found = finder.found;
    Ok(if found.len() < LEAST {
        Vec::new()
    } else {
        found
    })
}

#[derive(Debug)]
struct Finder<'a> {
    page: &'a str,
    look: Look,
    /// The elements that are open, the outermost first.
    open: Vec<HtmlString>,
    candidate: Option<Candidate<'a>>,
    question: Option<Question<'a>>,
    /// How many texts there were so far.
    texts: usize,
    /// Whether a block has begun in which there is nothing yet.
    begins_block: bool,
    found: Vec<FoundEntry<'a>>,
}

/// An element that may be a question.
#[derive(Debug)]
struct Candidate<'a> {
    within: Within,
    start: usize,
    text: usize,
    id: Option<Box<Located<'a>>>,
    depth: usize,
}

/// A question whose answer has not ended.
#[derive(Debug)]
struct Question<'a> {
    entry: FoundEntry<'a>,
    body: usize,
    /// How many elements it stands in, and how many texts there were before its answer.
    depth: usize,
    texts: usize,
}

impl<'a> Finder<'a> {
    fn start(&mut self, tag: Tag) {
        if let Some(candidate) = &mut self.candidate {
            candidate.within.start(&tag.name);
        }
        // The innermost counts: what is around it may be around its answer as well.
        if self.may_ask(&tag) {
            self.candidate = Some(Candidate {
                within: Within::new(&tag),
                start: tag.span.start,
                text: tag.span.end,
                id: id_of(&tag),
                depth: self.open.len(),
            });
        }
        self.begins_block = is_block(&tag.name);
        if !is_void(&tag.name) && self.open.len() < DEEPEST {
            self.open.push(tag.name);
        }
    }

    fn end(&mut self, name: &HtmlString, span: &Range<usize>) {
        self.begins_block = is_block(name);
        let ended = |it: &mut Candidate<'_>| it.within.end(name);
        if let Some(candidate) = self.candidate.take_if(ended) {
            self.end_candidate(candidate, span);
        }
        let Some(at) = self.open.iter().rposition(|it| it == name) else {
            return;
        };
        self.open.truncate(at);
        let texts = self.texts;
        let is_over = |it: &Question<'_>| at < it.depth && texts > it.texts;
        if self.question.as_ref().is_some_and(is_over) {
            self.end_answer(span.start);
        }
    }

    fn end_candidate(&mut self, candidate: Candidate<'a>, span: &Range<usize>) {
        let text = candidate.text..span.start;
        if !asks(&line(self.page, &text).text) {
            return;
        }
        self.end_answer(candidate.start);
        self.question = Some(Question {
            entry: FoundEntry {
                offset: candidate.start,
                id: candidate.id,
                phrasings: vec![text],
                asks: true,
                ..FoundEntry::default()
            },
            body: span.end,
            depth: candidate.depth,
            texts: self.texts,
        });
    }

    /// Ends the answer that has begun; a question without one is none.
    fn end_answer(&mut self, at: usize) {
        if let Some(question) = self.question.take()
            && self.texts > question.texts
        {
            let mut entry = question.entry;
            entry.answer.push(question.body..at.max(question.body));
            self.found.push(entry);
        }
    }

    fn may_ask(&self, tag: &Tag) -> bool {
        match self.look {
            Look::Switch => is_switch(tag),
            Look::Bold => self.begins_block && matches!(tag.name.as_slice(), b"b" | b"strong"),
        }
    }
}

/// Whether an element opens something when it is pressed, or is of a class of questions.
fn is_switch(tag: &Tag) -> bool {
    let opens = |name| attribute(tag, name).is_some();
    let is_button = tag.name.as_slice() == b"button"
        || attribute(tag, "role").is_some_and(|it| matches!(&*it, "button" | "tab"));
    is_button || opens("aria-expanded") || opens("aria-controls") || {
        let classes = attribute(tag, "class").unwrap_or_default().to_lowercase();
        classes.split_whitespace().any(is_class_of_questions)
    }
}

fn is_class_of_questions(class: &str) -> bool {
    let has = |words: &[&str]| words.iter().any(|word| class.contains(word));
    has(&["question"])
        || has(&["accordion", "faq", "toggle", "collaps"])
            && has(&["title", "head", "button", "trigger", "summary"])
}

fn is_block(name: &[u8]) -> bool {
    matches!(
        name,
        b"p" | b"div" | b"li" | b"td" | b"dd" | b"br" | b"section" | b"article" | b"body"
    )
}

/// Elements without an end.
fn is_void(name: &[u8]) -> bool {
    matches!(
        name,
        b"area"
            | b"base"
            | b"br"
            | b"col"
            | b"embed"
            | b"hr"
            | b"img"
            | b"input"
            | b"link"
            | b"meta"
            | b"source"
            | b"track"
            | b"wbr"
    )
}
