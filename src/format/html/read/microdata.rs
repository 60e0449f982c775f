//! Microdata: elements that say of themselves that they are a schema.org `Question`.

use std::ops::Range;

use html5gum::HtmlString;

use super::entry::{FoundEntry, id_of};
use super::steps::{Step, steps};
use crate::format::html::tokens::{Tag, Within, attribute};

/// An element that is open, and where its content begins.
#[derive(Debug)]
struct Element {
    within: Within,
    start: usize,
    /// What it is for the question.
    property: Property,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Property {
    Question,
    Name,
    Answer,
    Text,
}

#[derive(Debug, Default)]
struct Finder<'a> {
    found: Vec<FoundEntry<'a>>,
    entry: FoundEntry<'a>,
    /// A question, a property in it, and a property in that: never more than three.
    open: Vec<Element>,
    /// The element of the answer, for when nothing in it is said to be its text.
    answer: Option<Range<usize>>,
}

/// The questions of a part of a page, in order.
pub(super) fn find<'a>(page: &'a str, part: &Range<usize>) -> Vec<FoundEntry<'a>> {
    // Few pages have any: the others need no second look.
    if !page[part.clone()].contains("schema.org/Question") {
        return Vec::new();
    }
    let mut finder = Finder::default();
    for step in steps(page, part) {
        match step {
            Step::Start(tag) => finder.start(&tag),
            Step::End(name, span) => finder.end(&name, span.start),
            Step::Text | Step::Aside(_) => {}
        }
    }
    finder.close(0, part.end);
    finder.found
}

impl Finder<'_> {
    fn start(&mut self, tag: &Tag) {
        for element in &mut self.open {
            element.within.start(&tag.name);
        }
        let kind = attribute(tag, "itemtype").unwrap_or_default();
        let is_question = kind.trim().ends_with("schema.org/Question");
        let property = attribute(tag, "itemprop").unwrap_or_default();
        let has = |name: &str| property.split_ascii_whitespace().any(|it| it == name);
        let inner = self.open.last().map(|element| element.property);
        let property = match inner {
            _ if is_question => Property::Question,
            Some(Property::Question) if has("name") => Property::Name,
            Some(Property::Question) if has("acceptedAnswer") || has("suggestedAnswer") => {
                Property::Answer
            }
            Some(Property::Question) if has("text") && self.entry.phrasings.is_empty() => {
                Property::Name
            }
            Some(Property::Answer) if has("text") => Property::Text,
            _ => return,
        };
        if property == Property::Question {
            self.close(0, tag.span.start);
            self.entry.offset = tag.span.start;
            self.entry.id = id_of(tag);
        }
        self.open.push(Element {
            within: Within::new(tag),
            start: tag.span.end,
            property,
        });
    }

    fn end(&mut self, name: &HtmlString, at: usize) {
        let mut ended = None;
        for (number, element) in self.open.iter_mut().enumerate() {
            if element.within.end(name) {
                ended = ended.or(Some(number));
            }
        }
        if let Some(ended) = ended {
            self.close(ended, at);
        }
    }

    /// Ends the open elements from a number on.
    fn close(&mut self, from: usize, at: usize) {
        while self.open.len() > from {
            let Some(element) = self.open.pop() else {
                break;
            };
            let range = element.start..at;
            match element.property {
                Property::Name if self.entry.phrasings.is_empty() => {
                    self.entry.phrasings.push(range);
                }
                Property::Name => {}
                Property::Text => self.entry.answer.push(range),
                Property::Answer => self.answer = self.answer.take().or(Some(range)),
                Property::Question => self.finish(),
            }
        }
    }

    fn finish(&mut self) {
        let mut entry = std::mem::take(&mut self.entry);
        let answer = self.answer.take();
        if entry.answer.is_empty() {
            entry.answer.extend(answer);
        }
        if !entry.phrasings.is_empty() && !entry.answer.is_empty() {
            self.found.push(entry);
        }
    }
}
