//! `<details>`: the summary asks, what it opens answers.
//!
//! One within another is a question of its own when it asks, or when the outer one says nothing itself: that one is a
//! group then, and labels those in it. Otherwise it is a part of the answer.

use std::ops::Range;

use super::entry::{FoundEntry, asks, id_of, line};
use super::sections::{Sections, heading_level};
use super::steps::{Step, steps};
use crate::format::draft::Located;
use crate::format::html::tokens::Tag;
use crate::sorting;

/// One that has a summary.
#[derive(Debug)]
struct Block<'a> {
    start: usize,
    end: usize,
    summary: Range<usize>,
    body: usize,
    id: Option<Box<Located<'a>>>,
    outer: Option<usize>,
    section: Option<usize>,
    asks: bool,
    has_text: bool,
    has_inner: bool,
    part: Part,
}

/// What a block is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Question,
    /// It holds questions and says nothing itself.
    Group,
    /// It belongs to the answer of this block.
    Of(usize),
}

/// One that is open.
#[derive(Debug)]
struct Open<'a> {
    start: usize,
    id: Option<Box<Located<'a>>>,
    block: Option<usize>,
    /// The nearest block outside of it.
    outer: Option<usize>,
}

#[derive(Debug, Default)]
struct Finder<'a> {
    blocks: Vec<Block<'a>>,
    open: Vec<Open<'a>>,
    in_summary: bool,
    sections: Sections,
    heading: Option<(u8, usize)>,
}

/// The questions of all `<details>` in a part of a page, in order.
pub(super) fn find<'a>(page: &'a str, part: &Range<usize>) -> Vec<FoundEntry<'a>> {
    let mut finder = Finder::default();
    for step in steps(page, part) {
        match step {
            Step::Start(tag) => finder.start(&tag),
            Step::End(name, span) => finder.end(page, &name, &span),
            Step::Text => finder.text(),
            Step::Aside(_) => {}
        }
    }
    while !finder.open.is_empty() {
        finder.close(page, part.end);
    }
    sort_out(&mut finder.blocks);
    entries(page, finder.blocks, &finder.sections)
}

impl Finder<'_> {
    /// The innermost block.
    fn current(&self) -> Option<usize> {
        self.open.last().and_then(|it| it.block.or(it.outer))
    }

    fn start(&mut self, tag: &Tag) {
        match tag.name.as_slice() {
            b"details" => {
                let outer = self.current();
                self.in_summary = false;
                self.open.push(Open {
                    start: tag.span.start,
                    id: id_of(tag),
                    block: None,
                    outer,
                });
            }
            b"summary" => self.start_summary(tag),
            b"img" => self.text(),
            name if self.in_summary => {
                let block = self.current().map(|at| &mut self.blocks[at]);
                if let Some(block) = block.filter(|block| block.id.is_none()) {
                    // Anchors of their own, as in <a name="…">; other ids are of scripts and styles.
                    block.id = id_of(tag).filter(|_| name == b"a" || heading_level(name).is_some());
                }
            }
            name => {
                if let Some(level) = heading_level(name).filter(|_| self.open.is_empty()) {
                    self.heading = Some((level, tag.span.end));
                }
            }
        }
    }

    fn start_summary(&mut self, tag: &Tag) {
        let section = self.sections.current();
        let Some(open) = self.open.last_mut().filter(|open| open.block.is_none()) else {
            return;
        };
        open.block = Some(self.blocks.len());
        if let Some(outer) = open.outer {
            self.blocks[outer].has_inner = true;
        }
        self.blocks.push(Block {
            start: open.start,
            end: 0,
            summary: tag.span.end..tag.span.end,
            body: 0,
            id: open.id.take().or_else(|| id_of(tag)),
            outer: open.outer,
            section,
            asks: false,
            has_text: false,
            has_inner: false,
            part: Part::Question,
        });
        self.in_summary = true;
    }

    fn text(&mut self) {
        if let Some(at) = self.current().filter(|_| !self.in_summary) {
            self.blocks[at].has_text = true;
        }
    }

    fn end(&mut self, page: &str, name: &[u8], span: &Range<usize>) {
        match name {
            b"summary" => self.end_summary(page, span.start, span.end),
            b"details" => self.close(page, span.start),
            _ => {
                if let Some((level, start)) = self.heading.filter(|_| heading_level(name).is_some())
                {
                    self.heading = None;
                    self.sections.enter(level, start..span.start);
                }
            }
        }
    }

    fn end_summary(&mut self, page: &str, end: usize, body: usize) {
        if let Some(at) = self.current().filter(|_| self.in_summary) {
            self.in_summary = false;
            let block = &mut self.blocks[at];
            block.summary.end = end;
            block.body = body;
            block.asks = asks(&line(page, &block.summary).text);
        }
    }

    fn close(&mut self, page: &str, end: usize) {
        self.end_summary(page, end, end);
        if let Some(block) = self.open.pop().and_then(|open| open.block) {
            let block = &mut self.blocks[block];
            block.end = end;
            // A summary may have been left open when the next one began.
            if block.body == 0 {
                (block.summary.end, block.body) = (block.summary.start, block.summary.start);
            }
        }
    }
}

/// Tells questions from groups and from parts of answers; outer ones come before inner ones.
fn sort_out(blocks: &mut [Block<'_>]) {
    for at in 0..blocks.len() {
        let block = &blocks[at];
        let answer = block.outer.and_then(|outer| match blocks[outer].part {
            Part::Question if blocks[outer].has_text => Some(outer),
            Part::Of(question) => Some(question),
            _ => None,
        });
        blocks[at].part = match answer {
            Some(question) if !block.asks => Part::Of(question),
            _ if block.has_inner && !block.has_text => Part::Group,
            _ => Part::Question,
        };
    }
}

fn entries<'a>(page: &'a str, blocks: Vec<Block<'a>>, sections: &Sections) -> Vec<FoundEntry<'a>> {
    let common = sections.common(blocks.iter().map(|block| block.section));
    // What is a question of its own is no part of the answer around it.
    let mut cuts: Vec<(usize, Range<usize>)> = Vec::new();
    for block in &blocks {
        let outer = block.outer.and_then(|outer| match blocks[outer].part {
            Part::Of(question) => Some(question),
            Part::Question => Some(outer),
            Part::Group => None,
        });
        if let (Some(outer), false) = (outer, matches!(block.part, Part::Of(_))) {
            cuts.push((outer, block.start..block.end));
        }
    }
    sorting::by_key(&mut cuts, |(outer, cut)| (*outer, cut.start));
    let mut cuts = cuts.into_iter().peekable();
    let labels: Vec<Option<Located<'a>>> = blocks
        .iter()
        .map(|block| {
            let outer = block.outer.filter(|&it| blocks[it].part == Part::Group)?;
            Some(line(page, &blocks[outer].summary))
        })
        .collect();
    let mut entries = Vec::new();
    for (at, (block, label)) in blocks.into_iter().zip(labels).enumerate() {
        let mut answer = Vec::new();
        let mut from = block.body;
        while let Some((_, cut)) = cuts.next_if(|(outer, _)| *outer == at) {
            answer.push(from..cut.start.max(from));
            from = cut.end.max(from);
        }
        answer.push(from..block.end.max(from));
        if block.part == Part::Question {
            let mut tags = sections.labels(page, block.section, common);
            tags.extend(label);
            entries.push(FoundEntry {
                offset: block.start,
                id: block.id,
                phrasings: vec![block.summary],
                answer,
                tags,
                asks: block.asks,
            });
        }
    }
    entries
}
