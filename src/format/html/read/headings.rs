//! Headings that ask, with what stands below them.
//!
//! The level with most questions is that of the questions. A deeper heading that asks is a part of the answer it
//! stands in; where it stands in none, it is a question too, and so is a higher one with no question below it.

use std::ops::Range;

use super::entry::{FoundEntry, asks, id_of, line};
use super::sections::{Sections, heading_level};
use super::steps::{Step, steps};
use crate::format::Note;
use crate::format::draft::Located;
use crate::format::html::tokens::Tag;
use crate::format::sink::Sink;

#[derive(Debug)]
struct Heading<'a> {
    level: u8,
    start: usize,
    text: Range<usize>,
    body: usize,
    id: Option<Box<Located<'a>>>,
    /// The name of the part that it is the first heading of.
    part: Option<Box<Located<'a>>>,
    asks: bool,
    /// How many texts there were before its body.
    texts: usize,
    /// Where the part of the page ends that it stands in, and how many texts there were then.
    end: Option<(usize, usize)>,
}

/// A part that has not ended yet.
#[derive(Debug)]
struct Part<'a> {
    /// Its place in [`PARTS`].
    name: usize,
    /// How many headings there were at its beginning, and how many of them were open.
    first: usize,
    open: usize,
    id: Option<Box<Located<'a>>>,
}

/// The headings of a part of a page.
#[derive(Debug, Default)]
pub(super) struct Outline<'a> {
    page: &'a str,
    headings: Vec<Heading<'a>>,
    part: Range<usize>,
    texts: usize,
    /// Headings in parts that have not ended yet.
    open: Vec<usize>,
    parts: Vec<Part<'a>>,
    counts: [usize; PARTS.len()],
    in_heading: bool,
}

/// What ends together with the subject of the headings in it.
const PARTS: [&[u8]; 9] = [
    b"section", b"article", b"main", b"aside", b"details", b"li", b"td", b"ul", b"body",
];

impl<'a> Outline<'a> {
    pub(super) fn of(page: &'a str, part: &Range<usize>) -> Self {
        let mut outline = Self {
            page,
            part: part.clone(),
            ..Self::default()
        };
        for step in steps(page, part) {
            match step {
                Step::Start(tag) => outline.start(&tag),
                Step::End(name, span) => outline.end(&name, &span),
                Step::Text => outline.texts += usize::from(!outline.in_heading),
                Step::Aside(at) => outline.end_open(0, at),
            }
        }
        outline
    }

    /// The level with most questions, if there are any. The highest level is that of the title.
    pub(super) fn level(&self) -> Option<u8> {
        let mut counts = [0_usize; 7];
        for heading in self.headings.iter().filter(|it| it.asks && it.level > 1) {
            counts[usize::from(heading.level)] += 1;
        }
        (2..=6_u8)
            .rev()
            .max_by_key(|&level| counts[usize::from(level)])
            .filter(|&level| counts[usize::from(level)] > 0)
    }

    /// The questions, where those of this level are the main ones.
    pub(super) fn questions(mut self, main: u8, sink: &mut Sink<'a>) -> Vec<FoundEntry<'a>> {
        let ends = self.ends();
        let asked = self.asked();
        let mut sections = Sections::default();
        let mut taken: Vec<(usize, Option<usize>, usize)> = Vec::new();
        let mut answered = 0;
        for (at, heading) in self.headings.iter().enumerate() {
            let (end, texts, next) = ends[at];
            let why = if heading.start < answered {
                Some("it stands in an answer")
            } else if !heading.asks || heading.level == 1 {
                Some("it does not end in a question mark")
            } else if heading.level < main && asked[next] > asked[at + 1] {
                Some("there are questions below it")
            } else if texts <= heading.texts {
                Some("there is no text below it")
            } else {
                None
            };
            let Some(why) = why else {
                answered = end;
                taken.push((at, sections.outside(heading.level), end));
                continue;
            };
            if heading.start >= answered {
                sections.enter(heading.level, heading.text.clone());
            }
            if heading.asks && heading.level > 1
                || heading.level == main && heading.start >= answered
            {
                let level = heading.level;
                sink.skipped(heading.start, || Note {
                    what: format!("a heading of level {level}"),
                    why,
                });
            }
        }
        let common = sections.common(taken.iter().map(|&(_, section, _)| section));
        let entry = |(at, section, end): (usize, Option<usize>, usize)| {
            let heading: &mut Heading<'a> = &mut self.headings[at];
            // Some tools name the part, not its heading; where more than one heading is in it, it has another meaning.
            let is_all = heading.end.is_some_and(|(place, _)| place == end);
            let part = heading.part.take().filter(|_| is_all);
            let answer = heading.body..end.max(heading.body);
            FoundEntry {
                offset: heading.start,
                id: heading.id.take().or(part),
                phrasings: vec![heading.text.clone()],
                answer: Vec::from([answer]),
                tags: sections.labels(self.page, section, common),
                asks: true,
            }
        };
        taken.into_iter().map(entry).collect()
    }

    /// How many headings ask before each, and in all.
    fn asked(&self) -> Vec<usize> {
        let mut count = 0;
        let before = self.headings.iter().map(|heading| {
            let before = count;
            count += usize::from(heading.asks);
            before
        });
        let mut asked: Vec<usize> = before.collect();
        asked.push(count);
        asked
    }

    /// Where what stands below each heading ends, how many texts there were then, and the next heading that is not
    /// below it.
    fn ends(&self) -> Vec<(usize, usize, usize)> {
        let mut ends = vec![(self.part.end, self.texts, self.headings.len()); self.headings.len()];
        let mut waiting: Vec<usize> = Vec::new();
        for (at, heading) in self.headings.iter().enumerate() {
            while let Some(above) = waiting.pop_if(|it| self.headings[*it].level >= heading.level) {
                ends[above] = (heading.start, heading.texts, at);
            }
            waiting.push(at);
        }
        for (end, heading) in ends.iter_mut().zip(&self.headings) {
            if let Some((place, texts)) = heading.end.filter(|(place, _)| *place < end.0) {
                (end.0, end.1) = (place, texts);
            }
        }
        ends
    }

    fn start(&mut self, tag: &Tag) {
        if let Some(level) = heading_level(&tag.name) {
            let number = self.headings.len();
            let part = self.parts.last_mut().filter(|it| it.first == number);
            let part = part.and_then(|it| it.id.take());
            self.open.push(self.headings.len());
            self.in_heading = true;
            self.headings.push(Heading {
                level,
                start: tag.span.start,
                text: tag.span.end..tag.span.end,
                body: tag.span.end,
                id: id_of(tag),
                part,
                asks: false,
                texts: self.texts,
                end: None,
            });
        } else if self.in_heading {
            let heading = self.headings.last_mut().filter(|it| it.id.is_none());
            if let Some(heading) = heading {
                heading.id = id_of(tag).filter(|_| matches!(tag.name.as_slice(), b"a" | b"span"));
            }
        } else if let Some(part) = PARTS.iter().position(|it| *it == tag.name.as_slice()) {
            let is_same = self.parts.last().is_some_and(|it| it.name == part);
            if is_same && tag.name.as_slice() == b"li" {
                self.end_part(part, tag.span.start);
            }
            self.counts[part] += 1;
            self.parts.push(Part {
                name: part,
                first: self.headings.len(),
                open: self.open.len(),
                id: id_of(tag),
            });
        } else if tag.name.as_slice() == b"img" {
            self.texts += 1;
        }
    }

    fn end(&mut self, name: &[u8], span: &Range<usize>) {
        if heading_level(name).is_some() {
            if let Some(heading) = self.headings.last_mut().filter(|_| self.in_heading) {
                heading.text.end = span.start;
                heading.body = span.end;
                heading.asks = asks(&line(self.page, &heading.text).text);
            }
            self.in_heading = false;
        } else if let Some(part) = PARTS.iter().position(|it| *it == name) {
            self.end_part(part, span.start);
        }
    }

    /// Ends a part, and those in it that were never ended.
    fn end_part(&mut self, part: usize, at: usize) {
        if self.counts[part] == 0 {
            return;
        }
        while let Some(Part { name, open, .. }) = self.parts.pop() {
            self.counts[name] -= 1;
            self.end_open(open, at);
            if name == part {
                break;
            }
        }
    }

    /// Ends what stands below the headings that are open from a number on. The last one goes on while there is no
    /// text below it: its answer stands beside the part that it has for itself.
    fn end_open(&mut self, from: usize, at: usize) {
        let from = from.min(self.open.len());
        let last = self.open.last().copied();
        for heading in self.open.drain(from..) {
            let heading = &mut self.headings[heading];
            heading.end = Some((at, self.texts));
        }
        if let Some(last) = last.filter(|_| self.open.len() == from) {
            let heading = &mut self.headings[last];
            if heading.end == Some((at, self.texts)) && self.texts == heading.texts {
                heading.end = None;
                self.open.push(last);
            }
        }
    }
}
