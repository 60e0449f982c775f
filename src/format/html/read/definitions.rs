//! `<dl>`: terms that ask, with their definitions.

use std::ops::Range;

use html5gum::HtmlString;

use super::entry::{FoundEntry, asks, id_of, line};
use super::steps::{Step, steps};
use crate::format::Note;
use crate::format::html::tokens::{Tag, Within};
use crate::format::sink::Sink;

#[derive(Debug)]
struct Finder<'a> {
    page: &'a str,
    found: Vec<FoundEntry<'a>>,
    /// The list that is open, and the pairs of it.
    list: Option<(Within, usize)>,
    pairs: Vec<FoundEntry<'a>>,
    in_term: bool,
}

/// The terms with their definitions, of the lists in which at least one term asks.
pub(super) fn find<'a>(
    page: &'a str,
    part: &Range<usize>,
    sink: &mut Sink<'a>,
) -> Vec<FoundEntry<'a>> {
    let mut finder = Finder {
        page,
        found: Vec::new(),
        list: None,
        pairs: Vec::new(),
        in_term: false,
    };
    for step in steps(page, part) {
        match step {
            Step::Start(tag) => finder.start(&tag),
            Step::End(name, span) => finder.end(&name, span.start, sink),
            Step::Text | Step::Aside(_) => {}
        }
    }
    finder.end_list(part.end, sink);
    finder.found
}

impl Finder<'_> {
    fn start(&mut self, tag: &Tag) {
        let Some((within, _)) = &mut self.list else {
            if tag.name.as_slice() == b"dl" {
                self.list = Some((Within::new(tag), tag.span.start));
            }
            return;
        };
        within.start(&tag.name);
        if within.is_nested() {
            return;
        }
        let place = tag.span.end;
        match tag.name.as_slice() {
            b"dt" => {
                self.end_term(tag.span.start);
                let goes_on = self.pairs.last().is_some_and(|pair| pair.answer.is_empty());
                if !goes_on {
                    self.end_pair(tag.span.start);
                    self.pairs.push(FoundEntry {
                        offset: tag.span.start,
                        id: id_of(tag),
                        ..FoundEntry::default()
                    });
                }
                if let Some(pair) = self.pairs.last_mut() {
                    pair.phrasings.push(place..place);
                }
                self.in_term = true;
            }
            b"dd" => {
                self.end_term(tag.span.start);
                if let Some(pair) = self.pairs.last_mut().filter(|it| it.answer.is_empty()) {
                    pair.answer.push(place..place);
                }
            }
            _ if self.in_term => {
                let pair = self.pairs.last_mut().filter(|it| it.id.is_none());
                if let (Some(pair), b"a") = (pair, tag.name.as_slice()) {
                    pair.id = id_of(tag);
                }
            }
            _ => {}
        }
    }

    fn end(&mut self, name: &HtmlString, at: usize, sink: &mut Sink<'_>) {
        let Some((within, _)) = &mut self.list else {
            return;
        };
        if within.end(name) {
            self.end_list(at, sink);
        } else if name.as_slice() == b"dt" && !within.is_nested() {
            self.end_term(at);
        }
    }

    fn end_term(&mut self, at: usize) {
        if let Some(pair) = self.pairs.last_mut().filter(|_| self.in_term)
            && let Some(term) = pair.phrasings.last_mut()
        {
            term.end = at;
            pair.asks |= asks(&line(self.page, term).text);
        }
        self.in_term = false;
    }

    fn end_pair(&mut self, at: usize) {
        if let Some(answer) = self.pairs.last_mut().and_then(|it| it.answer.last_mut()) {
            answer.end = at;
        }
    }

    fn end_list(&mut self, at: usize, sink: &mut Sink<'_>) {
        self.end_term(at);
        self.end_pair(at);
        let Some((_, start)) = self.list.take() else {
            return;
        };
        if !self.pairs.iter().any(|pair| pair.asks) {
            if !self.pairs.is_empty() {
                sink.skipped(start, || Note {
                    what: "a list of definitions".to_owned(),
                    why: "none of its terms ends in a question mark",
                });
            }
            self.pairs.clear();
            return;
        }
        for pair in self.pairs.drain(..) {
            if pair.answer.is_empty() {
                sink.skipped(pair.offset, || Note {
                    what: "a term".to_owned(),
                    why: "it has no definition",
                });
            } else {
                self.found.push(pair);
            }
        }
    }
}
