//! Takes what the parser finds, one after another, and knows what is open.

use pulldown_cmark::{Event, Tag, TagEnd};

use super::Outline;
use super::elements::Elements;
use super::items::Items;
use super::links::Links;
use super::run::Run;
use crate::format::markdown::piece::{Form, Kind, Piece};
use crate::format::markdown::question::{self, Strength};

#[derive(Debug)]
pub(super) struct Scanner<'a> {
    source: &'a str,
    pub(super) outline: Outline<'a>,
    /// How many quotations, footnotes and tables are open: no questions are looked for in them.
    quotes: usize,
    lists: usize,
    /// Where the item of a list begins of which nothing is read yet.
    item: Option<usize>,
    items: Items,
    run: Option<Run<'a>>,
    /// The links of the block that is open.
    links: Links,
    /// Where that block begins, and how many pieces there were before it.
    block: Option<(usize, usize)>,
    /// Whether the next text is code.
    is_code: bool,
    elements: Elements,
    far_reaching: bool,
}

impl<'a> Scanner<'a> {
    pub(super) fn new(source: &'a str, far_reaching: bool) -> Self {
        Self {
            source,
            outline: Outline::default(),
            quotes: 0,
            lists: 0,
            item: None,
            items: Items::default(),
            run: None,
            links: Links::default(),
            block: None,
            is_code: false,
            elements: Elements::default(),
            far_reaching,
        }
    }

    pub(super) fn take(&mut self, event: Event<'a>, start: usize, end: usize) {
        match event {
            Event::Start(tag) => self.open(tag, start, end),
            Event::End(tag) => self.close(tag, end),
            Event::Rule => self.push_outside(start, end, Kind::Idle),
            Event::Html(_) => {}
            Event::Text(_) if self.is_code => self.code_text(start, end),
            inline => self.inline(inline, start, end),
        }
    }

    fn open(&mut self, tag: Tag<'a>, start: usize, end: usize) {
        let outside = self.is_outside();
        match tag {
            Tag::Heading { level, id, .. } => {
                self.block_begins(start);
                self.begin(start);
                let mut run = Run::new(start, self.source);
                run.be_heading(level as u8, id);
                self.elements.forget_heading();
                self.run = Some(run);
            }
            Tag::Paragraph => {
                self.begin(start);
                if outside {
                    self.run = Some(Run::new(start, self.source));
                } else if let Some(item) = self.item_without_run() {
                    self.run = Some(Run::in_item(item, start, self.source));
                } else {
                    self.items.answer();
                }
            }
            Tag::List(_) => {
                self.block_begins(start);
                self.begin(start);
                if self.lists == 0 {
                    self.items = Items::default();
                }
                self.lists += 1;
            }
            Tag::Item => {
                self.item = Some(start);
                if self.lists == 1 {
                    self.items.begin();
                }
            }
            Tag::BlockQuote(_) | Tag::FootnoteDefinition(_) | Tag::Table(_) => {
                self.block_begins(start);
                self.begin(start);
                self.quotes += 1;
            }
            Tag::CodeBlock(_) => {
                self.block_begins(start);
                self.begin(start);
                self.is_code = true;
            }
            Tag::HtmlBlock => {
                self.block_begins(start);
                if !self.far_reaching {
                    self.elements = Elements::default();
                }
                if self.quotes == 0 {
                    self.elements
                        .take(self.source, start, end, &mut self.outline.pieces);
                }
            }
            inline => self.inline(Event::Start(inline), start, end),
        }
    }

    fn close(&mut self, tag: TagEnd, end: usize) {
        match tag {
            TagEnd::Heading(_) => {
                let run = self.run.take();
                if self.is_outside() {
                    self.finish_run(run, end);
                    self.block = None;
                } else if let Some(run) = run.filter(Run::asks) {
                    let what = "a heading in a list or a quotation";
                    self.outline.asides.push((run.start(), what));
                }
            }
            TagEnd::Paragraph => {
                let run = self.run.take();
                self.finish_run(run, end);
                self.end_block(end);
            }
            TagEnd::Item => {
                self.finish_item(end);
                self.item = None;
            }
            TagEnd::List(_) => {
                self.lists -= 1;
                self.end_items();
                self.end_block(end);
            }
            TagEnd::BlockQuote(_) | TagEnd::FootnoteDefinition | TagEnd::Table => {
                self.quotes -= 1;
                self.end_block(end);
            }
            TagEnd::CodeBlock => {
                self.is_code = false;
                self.end_block(end);
            }
            TagEnd::HtmlBlock => {}
            inline => self.inline(Event::End(inline), end, end),
        }
    }

    fn inline(&mut self, event: Event<'a>, start: usize, end: usize) {
        if self.run.is_none() {
            // The text of a tight list is in no paragraph.
            if let Some(item) = self.item_without_run() {
                self.run = Some(Run::in_item(item, start, self.source));
            }
        }
        self.links.take(&event);
        if let Some(run) = &mut self.run {
            run.take(event, start, end);
        }
    }

    /// Whether no container is open.
    fn is_outside(&self) -> bool {
        self.quotes == 0 && self.lists == 0
    }

    /// Where the item of an outer list begins, if this is the first of it.
    fn item_without_run(&mut self) -> Option<usize> {
        let item = self.item.take();
        item.filter(|_| self.lists == 1 && self.quotes == 0)
    }

    /// A block begins; it is one with what is in it.
    fn begin(&mut self, start: usize) {
        if self.is_outside() {
            self.links = Links::default();
            self.block = Some((start, self.outline.pieces.len()));
        }
    }

    /// Ends the text at the beginning of a tight item.
    fn finish_item(&mut self, end: usize) {
        self.item = None;
        let run = self.run.take();
        self.finish_run(run, end);
    }

    /// A block begins; in an item, it may be the answer to its first line.
    fn block_begins(&mut self, start: usize) {
        self.finish_item(start);
        if self.lists > 0 {
            self.items.answer();
        }
    }

    fn finish_run(&mut self, run: Option<Run<'a>>, end: usize) {
        if let Some(run) = run {
            let is_alone = self.is_outside();
            let links = is_alone.then_some(&self.links);
            let pieces = &mut self.outline.pieces;
            let before = pieces.len();
            run.finish(end, links, pieces);
            if let Some(Piece {
                end: body,
                kind: Kind::Ask {
                    form: Form::Item, ..
                },
                ..
            }) = pieces.get(before)
            {
                self.items.ask();
                if !self.source[*body..end].trim().is_empty() {
                    self.items.answer();
                }
            }
        }
    }

    /// The block is over: if nothing in it is a piece of its own, it is one.
    fn end_block(&mut self, end: usize) {
        if !self.is_outside() {
            return;
        }
        let Some((start, before)) = self.block.take() else {
            return;
        };
        if self.outline.pieces.len() > before {
            return;
        }
        let kind = if self.links.are_contents() {
            Kind::Contents
        } else {
            Kind::Text
        };
        self.push_outside(start, end, kind);
    }

    /// Questions that are a list and have no answers in it are no questions, but a list of them.
    fn end_items(&mut self) {
        let (0, Some((_, before))) = (self.lists, self.block) else {
            return;
        };
        if self.items.are_unanswered() {
            let mut number = 0;
            self.outline.pieces.retain(|piece| {
                number += 1;
                let is_item = matches!(
                    piece.kind,
                    Kind::Ask {
                        form: Form::Item,
                        ..
                    }
                );
                number <= before || !is_item
            });
        }
    }

    fn push_outside(&mut self, start: usize, end: usize, kind: Kind<'a>) {
        if !self.is_outside() {
            return;
        }
        match self.outline.pieces.last_mut() {
            Some(last) if matches!((&last.kind, &kind), (Kind::Text, Kind::Text)) => last.end = end,
            _ => self.outline.pieces.push(Piece { start, end, kind }),
        }
    }

    /// Looks for what would be a question, were it not code.
    fn code_text(&mut self, start: usize, end: usize) {
        let mut at = start;
        for line in self.source[start..end].split_inclusive('\n') {
            let heading = line.trim_start_matches('#');
            let is_heading = heading.len() < line.len() && heading.starts_with(' ');
            if is_heading && question::strength(heading) == Strength::Strong {
                let what = "a heading in a code block";
                self.outline.asides.push((at, what));
            }
            at += line.len();
        }
    }
}
