//! Text with its formatting, between the beginning of a block and its end: what does it ask?

use std::borrow::Cow;

use pulldown_cmark::{CowStr, Event, Tag, TagEnd};

use super::links::Links;
use crate::format::markdown::label::{self, Label};
use crate::format::markdown::piece::{Asked, Form, Kind, Piece};
use crate::format::markdown::plain::{Plain, plain};
use crate::format::markdown::question::{self, Strength};
use crate::format::markdown::tags::{self, TagKind};

/// The text of a heading, of a paragraph, or of an item up to its first block.
#[derive(Debug)]
pub(super) struct Run<'a> {
    source: &'a str,
    /// Where the block begins, and where its text does.
    start: usize,
    text_start: Option<usize>,
    indent: usize,
    level: Option<u8>,
    id: Option<Cow<'a, str>>,
    /// What is shown: of a heading all, of other text only what is bold at its beginning.
    shown: Plain<'a>,
    bold: Bold,
    images: usize,
    link: Option<Link<'a>>,
    /// Whether anything was said but anchors.
    says_something: bool,
    /// Where lines begin that are labelled as questions.
    questions: Vec<usize>,
}

#[derive(Debug)]
struct Link<'a> {
    address: CowStr<'a>,
    /// How much was shown before it.
    before: usize,
}

/// The bold text at the beginning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Bold {
    /// There may be some yet.
    Awaited,
    Open,
    /// It ended at a byte, and nothing came after it yet.
    Closed(usize),
    Decided {
        end: usize,
        alone: bool,
    },
    No,
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
            bold: Bold::Awaited,
            images: 0,
            link: None,
            says_something: false,
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
            text_start: Some(start),
            ..Self::new(start, source)
        }
    }

    pub(super) fn be_heading(&mut self, level: u8, id: Option<CowStr<'a>>) {
        self.level = Some(level);
        self.questions.clear();
        self.bold = Bold::No;
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
                self.other_than_bold();
            }
            Event::End(TagEnd::Image) => self.images = self.images.saturating_sub(1),
            Event::Start(Tag::Link { dest_url, .. }) => {
                // A bold link to a place in the document is a line of its contents.
                if dest_url.starts_with('#') && self.bold == Bold::Open {
                    self.bold = Bold::No;
                }
                self.other_than_bold();
                let before = self.shown.len();
                self.link = Some(Link {
                    address: dest_url,
                    before,
                });
            }
            Event::End(TagEnd::Link) => self.close_link(),
            Event::Start(Tag::Strong) if self.bold == Bold::Awaited => self.bold = Bold::Open,
            Event::End(TagEnd::Strong) if self.bold == Bold::Open => self.bold = Bold::Closed(end),
            Event::Text(text) | Event::Code(text) if self.images == 0 => self.text(text, start),
            Event::SoftBreak | Event::HardBreak => {
                self.line_ends();
                self.line_begins(end);
            }
            Event::InlineHtml(html) => self.html(&html, end),
            _ => {}
        }
    }

    fn text(&mut self, text: CowStr<'a>, start: usize) {
        self.says_something |= !text.trim().is_empty();
        if self.level.is_some() || self.bold == Bold::Open {
            self.text_start.get_or_insert(start);
            self.shown.push(text);
            return;
        }
        if let Bold::Closed(end) = self.bold {
            let rest = text.trim_start_matches(['?', '？']);
            let marks = text.len() - rest.len();
            if marks > 0 && !self.asks() {
                self.shown.push(CowStr::from(text[..marks].to_owned()));
                self.bold = Bold::Closed(start + marks);
            }
            if !rest.trim().is_empty() {
                let end = if marks > 0 { start + marks } else { end };
                self.bold = Bold::Decided { end, alone: false };
            }
        } else if !text.trim().is_empty() {
            self.other_than_bold();
        }
    }

    /// Something comes that is no bold text: none can stand at the beginning any more.
    fn other_than_bold(&mut self) {
        self.bold = match self.bold {
            Bold::Awaited => Bold::No,
            Bold::Closed(end) => Bold::Decided { end, alone: false },
            other => other,
        };
    }

    fn line_ends(&mut self) {
        if self.level.is_some() || self.bold == Bold::Open {
            self.shown.push_break();
        }
        if let Bold::Closed(end) = self.bold {
            self.bold = Bold::Decided { end, alone: true };
        }
    }

    fn line_begins(&mut self, at: usize) {
        let line = self.source[at..].split('\n').next().unwrap_or_default();
        if let Some((Label::Question, _)) = label::label(line) {
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
        } else if let (Some(id), 0, None) = (to_place, link.before, &self.id) {
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
                    self.line_ends();
                    self.line_begins(end);
                }
                TagKind::Start { name, .. } if matches!(&*name, "b" | "strong") => {
                    if self.bold == Bold::Awaited {
                        self.bold = Bold::Open;
                    }
                }
                TagKind::End(name) if matches!(&*name, "b" | "strong") => {
                    if self.bold == Bold::Open {
                        self.bold = Bold::Closed(end);
                    }
                }
                TagKind::Start { id: Some(id), .. } if self.id.is_none() => {
                    self.id = Some(Cow::Owned(id));
                }
                TagKind::Start { href: Some(_), .. } => self.other_than_bold(),
                _ => {}
            }
        }
    }

    /// Says what it was; `links` are those of the whole block, where it is one.
    pub(super) fn finish(mut self, end: usize, links: Option<&Links>, pieces: &mut Vec<Piece<'a>>) {
        if let Bold::Closed(_) = self.bold {
            self.bold = Bold::Decided { end, alone: true };
        }
        let start = self.start;
        let kind = match (self.level, self.bold) {
            (Some(level), _) => {
                let asked = self.asked();
                Kind::Heading { level, asked }
            }
            _ if !self.questions.is_empty() => {
                self.finish_labelled(end, pieces);
                return;
            }
            (None, Bold::Decided { end, alone }) if self.asks() => {
                let form = Form::Bold { alone };
                let asked = self.asked();
                let kind = Kind::Ask { form, asked };
                pieces.push(Piece { start, end, kind });
                return;
            }
            // The block as a whole is a piece, if anything.
            _ => match (links, self.id) {
                (Some(_), Some(id)) if !self.says_something => Kind::Anchor(id.into_owned()),
                (Some(links), _) if links.are_way_back() => Kind::Idle,
                _ => return,
            },
        };
        pieces.push(Piece { start, end, kind });
    }

    fn asked(self) -> Asked<'a> {
        let shown = self.shown.finish();
        let strength = question::strength(&shown);
        let text = question::clean(shown);
        let strength = strength.max(question::strength(&text));
        Asked {
            strength,
            offset: self.text_start.unwrap_or(self.start),
            text,
            id: self.id,
            indent: self.indent,
        }
    }

    /// Each labelled line begins a question of its own.
    fn finish_labelled(self, end: usize, pieces: &mut Vec<Piece<'a>>) {
        if self.questions[0] > self.text_start.unwrap_or(self.start) {
            pieces.push(Piece {
                start: self.start,
                end: self.questions[0],
                kind: Kind::Text,
            });
        }
        for (number, &start) in self.questions.iter().enumerate() {
            let next = self.questions.get(number + 1).copied().unwrap_or(end);
            let text = &self.source[start..next];
            let Some((_, label)) = label::label(text) else {
                continue;
            };
            let (question, rest) = split_labelled(&text[..label], &text[label..]);
            let body = next - rest.len();
            let is_answered = matches!(label::label(rest), Some((Label::Answer, _)));
            let shown = plain(question);
            let strength = if is_answered {
                Strength::Strong
            } else {
                question::strength(&shown)
            };
            let is_first = start == self.text_start.unwrap_or(self.start);
            let asked = Asked {
                text: question::clean(shown),
                offset: start + label,
                strength,
                id: None,
                indent: self.indent,
            };
            pieces.push(Piece {
                start: if is_first { self.start } else { start },
                end: body,
                kind: Kind::Ask {
                    form: Form::Label,
                    asked,
                },
            });
        }
    }
}

/// Divides what comes after a label into the question and the rest: at the end of the bold text that the label begins,
/// before an answer's label, or after the line that asks.
fn split_labelled<'s>(label: &str, text: &'s str) -> (&'s str, &'s str) {
    if let Some(marks) = label::is_open(label) {
        if let Some(at) = text.find(marks) {
            return (&text[..at], &text[at + marks.len()..]);
        }
    }
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        if at > 0 && matches!(label::label(line), Some((Label::Answer, _))) {
            break;
        }
        if let Some(answer) = label::answer_within(line) {
            at += answer;
            break;
        }
        at += line.len();
        if question::strength(line) == Strength::Strong {
            break;
        }
    }
    text.split_at(at)
}

fn into_cow(text: CowStr<'_>) -> Cow<'_, str> {
    match text {
        CowStr::Borrowed(text) => Cow::Borrowed(text),
        other => Cow::Owned(other.into_string()),
    }
}
