//! Text with its formatting, between the beginning of a block and its end: what does it ask?

use std::borrow::Cow;

use pulldown_cmark::{CowStr, Event, Tag, TagEnd};

use super::bold::Bold;
use crate::format::markdown::label::{self, Label};
use crate::format::markdown::plain::Plain;
use crate::format::markdown::question::{self, Strength};
use crate::format::markdown::tags::{self, TagKind};

/// The text of a heading, of a paragraph, or of an item up to its first block.
#[derive(Debug)]
pub(super) struct Run<'a> {
    pub(super) source: &'a str,
    /// Where the block begins, and where its text does.
    pub(super) start: usize,
    pub(super) text_start: Option<usize>,
    pub(super) indent: usize,
    pub(super) level: Option<u8>,
    pub(super) id: Option<Cow<'a, str>>,
    /// What is shown: of a heading all, of other text only what is bold at its beginning.
    pub(super) shown: Plain<'a>,
    pub(super) bold: Bold,
    pub(super) images: usize,
    pub(super) link: Option<Link<'a>>,
    /// Whether anything was said but anchors.
    pub(super) says_something: bool,
    /// Of an item, where its first line ends; and whether a place in the document is linked there.
    pub(super) is_item: bool,
    pub(super) line_end: Option<usize>,
    /// The last line, as long as it holds nothing but an anchor: where it begins, and its id.
    pub(super) last_line: Option<(usize, Option<String>)>,
    pub(super) is_of_contents: bool,
    /// Where lines begin that are labelled as questions.
    pub(super) questions: Vec<usize>,
}

#[derive(Debug)]
pub(super) struct Link<'a> {
    address: CowStr<'a>,
    /// How much was shown before it.
    before: usize,
}

impl<'a> Run<'a> {
    pub(super) fn new(start: usize, source: &'a str) -> Self {
        let mut run = Self {
            source,
            start,
            text_start: None,
            indent: 0,
            level: None,
            id: None,
            shown: Plain::default(),
            bold: Bold::default(),
            images: 0,
            link: None,
            says_something: false,
            is_item: false,
            line_end: None,
            last_line: None,
            is_of_contents: false,
            questions: Vec::new(),
        };
        run.line_begins(start);
        run
    }

    /// The text of an item that begins at `item`.
    pub(super) fn in_item(item: usize, start: usize, source: &'a str) -> Self {
        let before = &source[..item];
        let line = before.rfind(['\n', '\r']).map_or(0, |at| at + 1);
        Self {
            indent: start - line,
            start: item,
            is_item: true,
            text_start: Some(start),
            ..Self::new(start, source)
        }
    }

    pub(super) fn be_heading(&mut self, level: u8, id: Option<CowStr<'a>>) {
        self.level = Some(level);
        self.questions.clear();
        self.bold.rule_out();
        self.id = id.filter(|id| !id.trim().is_empty()).map(into_cow);
    }

    pub(super) fn start(&self) -> usize {
        self.start
    }

    /// Whether a heading is a question.
    pub(super) fn asks(&self) -> bool {
        question::strength(self.shown.as_str()) == Strength::Strong
    }

    pub(super) fn take(&mut self, event: Event<'a>, start: usize, end: usize) {
        match event {
            Event::Start(Tag::Image { .. }) => {
                self.images += 1;
                self.bold.interrupt();
            }
            Event::End(TagEnd::Image) => self.images = self.images.saturating_sub(1),
            Event::Start(Tag::Link { dest_url, .. }) => {
                // A bold link to a place in the document is a line of its contents.
                self.is_of_contents |= dest_url.starts_with('#');
                self.bold.interrupt();
                let before = self.shown.len();
                self.link = Some(Link {
                    address: dest_url,
                    before,
                });
            }
            Event::End(TagEnd::Link) => self.close_link(),
            Event::Start(Tag::Strong) => self.bold.begin(true),
            Event::Start(Tag::Emphasis) => self.bold.begin(false),
            Event::End(TagEnd::Strong | TagEnd::Emphasis) => self.bold.end(end),
            Event::Text(text) | Event::Code(text) if self.images == 0 => self.text(text, start),
            Event::SoftBreak | Event::HardBreak => {
                self.line_ends(end);
                self.line_begins(end);
            }
            Event::InlineHtml(html) => self.html(&html, end),
            _ => {}
        }
    }

    fn text(&mut self, text: CowStr<'a>, start: usize) {
        if !text.trim().is_empty() {
            self.says_something = true;
            self.last_line = None;
        }
        if self.level.is_some() || self.bold.is_open() {
            self.text_start.get_or_insert(start);
            self.shown.push(text);
            return;
        }
        let mut rest = &*text;
        if self.bold.is_closed() && !self.asks() {
            // The question mark may stand behind the bold text.
            rest = text.trim_start_matches(['?', '？']);
            let marks = &text[..text.len() - rest.len()];
            if !marks.is_empty() {
                self.shown.push(CowStr::from(marks.to_owned()));
                self.bold.extend(start + marks.len());
            }
        }
        if !rest.trim().is_empty() {
            self.bold.interrupt();
        }
        if self.is_in_first_line() {
            self.shown.push(text);
        }
    }

    /// Whether this is the first line of an item that does not begin with bold text.
    fn is_in_first_line(&self) -> bool {
        self.is_item && self.bold.is_absent() && self.line_end.is_none()
    }

    fn line_ends(&mut self, end: usize) {
        if self.is_in_first_line() {
            self.line_end = Some(end);
        }
        if self.level.is_some() || self.bold.is_open() {
            self.shown.push_break();
        }
        self.bold.end_line(end);
    }

    fn line_begins(&mut self, at: usize) {
        self.last_line = Some((at, None));
        if let Some((Label::Question, _)) = label::label(&self.source[at..]) {
            self.questions.push(at);
        }
    }

    /// A link to a place in the document that is all of a heading names the heading; one without words is for the
    /// mouse only.
    fn close_link(&mut self) {
        let Some(link) = self.link.take() else {
            return;
        };
        let shown = &self.shown.as_str()[link.before..];
        let to_place = link.address.strip_prefix('#').filter(|id| !id.is_empty());
        if !shown.contains(char::is_alphanumeric) && self.level.is_some() {
            self.shown.truncate(link.before);
        } else if let (Some(id), Some(_), 0, None) = (to_place, self.level, link.before, &self.id) {
            self.id = Some(Cow::Owned(id.to_owned()));
        } else {
            return;
        }
        self.says_something = true;
    }

    fn html(&mut self, html: &str, end: usize) {
        for tag in tags::tags(html) {
            match tag.kind {
                TagKind::Start { name, .. } if name == "br" => {
                    self.line_ends(end);
                    self.line_begins(end);
                }
                TagKind::Start { name, .. } if matches!(&*name, "b" | "strong") => {
                    self.bold.begin(true);
                }
                TagKind::End(name) if matches!(&*name, "b" | "strong") => self.bold.end(end),
                TagKind::Start { id: Some(id), .. }
                    if self.says_something && self.level.is_none() =>
                {
                    if let Some((_, last)) = &mut self.last_line {
                        *last = Some(id);
                    }
                }
                TagKind::Start { id: Some(id), .. } if self.id.is_none() => {
                    self.id = Some(Cow::Owned(id));
                }
                TagKind::Start { href: Some(_), .. } => self.bold.interrupt(),
                _ => {}
            }
        }
    }
}

fn into_cow(text: CowStr<'_>) -> Cow<'_, str> {
    match text {
        CowStr::Borrowed(text) => Cow::Borrowed(text),
        other => Cow::Owned(other.into_string()),
    }
}
