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
    /// How deep the stress is that the bold text is in, and whether it is merely slanted.
    stress: usize,
    is_slanted: bool,
    /// Of an item, where its first line ends; and whether a place in the document is linked there.
    is_item: bool,
    line_end: Option<usize>,
    /// The last line, as long as it holds nothing but an anchor: where it begins, and its id.
    last_line: Option<(usize, Option<String>)>,
    is_of_contents: bool,
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
            stress: 0,
            is_slanted: true,
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
                self.is_of_contents |= dest_url.starts_with('#');
                self.other_than_bold();
                let before = self.shown.len();
                self.link = Some(Link {
                    address: dest_url,
                    before,
                });
            }
            Event::End(TagEnd::Link) => self.close_link(),
            Event::Start(Tag::Strong) => self.stress(true),
            Event::Start(Tag::Emphasis) => self.stress(false),
            Event::End(TagEnd::Strong | TagEnd::Emphasis) => self.unstress(end),
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
            return;
        }
        if !text.trim().is_empty() {
            self.other_than_bold();
        }
        if self.is_in_first_line() {
            self.shown.push(text);
        }
    }

    fn stress(&mut self, is_bold: bool) {
        if self.bold == Bold::Awaited {
            self.bold = Bold::Open;
        }
        if self.bold == Bold::Open {
            self.stress += 1;
            self.is_slanted &= !is_bold;
        }
    }

    fn unstress(&mut self, end: usize) {
        if self.bold == Bold::Open {
            self.stress = self.stress.saturating_sub(1);
            if self.stress == 0 {
                self.bold = Bold::Closed(end);
            }
        }
    }

    /// Whether this is the first line of an item that does not begin with bold text.
    fn is_in_first_line(&self) -> bool {
        self.is_item && self.bold == Bold::No && self.line_end.is_none()
    }

    /// Something comes that is no bold text: none can stand at the beginning any more.
    fn other_than_bold(&mut self) {
        self.bold = match self.bold {
            Bold::Awaited => Bold::No,
            Bold::Closed(end) => Bold::Decided { end, alone: false },
            other => other,
        };
    }

    fn line_ends(&mut self, end: usize) {
        if self.is_in_first_line() {
            self.line_end = Some(end);
        }
        if self.level.is_some() || self.bold == Bold::Open {
            self.shown.push_break();
        }
        if let Bold::Closed(_) = self.bold {
            self.bold = Bold::Decided { end, alone: true };
        }
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
                    self.line_ends(end);
                    self.line_begins(end);
                }
                TagKind::Start { name, .. } if matches!(&*name, "b" | "strong") => {
                    self.stress(true);
                }
                TagKind::End(name) if matches!(&*name, "b" | "strong") => self.unstress(end),
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
            (None, bold) if self.asks() && !self.is_of_contents && self.is_question(bold) => {
                let (end, form) = match bold {
                    Bold::Decided { end, alone } => (end, Form::Bold { alone }),
                    _ => (self.line_end.unwrap_or(end), Form::Item),
                };
                let asked = self.asked();
                let kind = Kind::Ask { form, asked };
                pieces.push(Piece { start, end, kind });
                return;
            }
            (None, _) if links.is_some() => match self.defined(end) {
                Some(piece) => {
                    pieces.push(piece);
                    return;
                }
                None => match self.unsaid(links) {
                    Some(kind) => kind,
                    None => {
                        self.end_with_anchor(end, pieces);
                        return;
                    }
                },
            },
            _ => return,
        };
        pieces.push(Piece { start, end, kind });
    }

    /// Whether the text that was shown is one that may ask: bold, or the first line of an item.
    fn is_question(&self, bold: Bold) -> bool {
        match bold {
            Bold::Decided { alone, .. } => alone || !self.is_slanted,
            Bold::No => self.is_item,
            _ => false,
        }
    }

    /// The first line as a question that is defined by what comes after it: a colon and a text.
    fn defined(&self, end: usize) -> Option<Piece<'a>> {
        let text = &self.source[self.start..end];
        let line = text.split('\n').next().unwrap_or_default();
        let after = self.start + line.len();
        if !self.source[after..].trim_start().starts_with(": ") {
            return None;
        }
        let shown = plain(line);
        let strength = Strength::Strong;
        shown.contains(['?', '？']).then(|| Piece {
            start: self.start,
            end: after,
            kind: Kind::Ask {
                form: Form::Term,
                asked: Asked {
                    text: question::clean(shown),
                    offset: self.start,
                    strength,
                    id: None,
                    indent: 0,
                },
            },
        })
    }

    /// An anchor in the last line of a paragraph belongs to what comes next.
    fn end_with_anchor(self, end: usize, pieces: &mut Vec<Piece<'a>>) {
        if let Some((line, Some(id))) = self.last_line {
            pieces.push(Piece {
                start: self.start,
                end: line,
                kind: Kind::Text,
            });
            pieces.push(Piece {
                start: line,
                end,
                kind: Kind::Anchor(id),
            });
        }
    }

    /// What a paragraph is that says nothing.
    fn unsaid(&mut self, links: Option<&Links>) -> Option<Kind<'a>> {
        match self.id.take() {
            Some(id) if !self.says_something => Some(Kind::Anchor(id.into_owned())),
            _ => links
                .filter(|links| links.are_way_back())
                .map(|_| Kind::Idle),
        }
    }

    fn asked(self) -> Asked<'a> {
        let shown = self.shown.finish();
        let strength = question::strength(&shown);
        let mut text = question::clean(shown);
        if self.is_item && text.contains('*') {
            // Stars that were meant to make it bold.
            text = Cow::Owned(text.trim_matches(['*', ' ']).to_owned());
        }
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
            let answer = rest.trim_start();
            let answer = answer.strip_prefix("- ").unwrap_or(answer);
            let is_answered = matches!(label::label(answer), Some((Label::Answer, _)));
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
    let is_line = label.trim_start().starts_with(label::CONTAINER);
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
        if is_line || question::strength(line) == Strength::Strong {
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
