//! Headings and `<details>` that are written as HTML. Markdown may stand between their tags, so they stay open from
//! one block of HTML to another.

use std::borrow::Cow;

use super::links::Links;
use crate::format::markdown::piece::{Asked, Form, Kind, Piece};
use crate::format::markdown::plain::plain;
use crate::format::markdown::question;
use crate::format::markdown::tags::{Tag, TagKind, tags};

/// The most bytes between the tags of a heading or a summary: where it is more, one was not closed.
const MOST_BYTES: usize = 1000;

/// What within HTML is not HTML.
const RAW: [&str; 4] = ["<pre", "<script", "<style", "<textarea"];

/// What is open.
#[derive(Debug, Default)]
pub(super) struct Elements {
    details: Vec<Details>,
    title: Option<Title>,
}

#[derive(Debug)]
struct Details {
    start: usize,
    id: Option<String>,
    /// Which piece its summary is.
    piece: Option<usize>,
}

/// A heading, or a summary.
#[derive(Debug)]
struct Title {
    level: Option<u8>,
    start: usize,
    text: usize,
    id: Option<String>,
}

/// What a block of HTML holds beside such elements.
#[derive(Debug, Default)]
struct Rest {
    /// Where the block begins, as long as nothing is said in it.
    begin: Option<usize>,
    /// Where the last of them ends.
    after: Option<usize>,
    says_something: bool,
    id: Option<String>,
    is_comment: bool,
    /// Whether there are tags that have to be closed or were opened before.
    has_structure: bool,
}

impl Elements {
    /// Reads a block of HTML into pieces.
    pub(super) fn take<'a>(
        &mut self,
        source: &'a str,
        start: usize,
        end: usize,
        pieces: &mut Vec<Piece<'a>>,
    ) {
        let html = &source[start..end];
        let begins = |tag: &str| {
            let begin = html.trim_start().get(..tag.len());
            begin.is_some_and(|begin| begin.eq_ignore_ascii_case(tag))
        };
        let mut rest = Rest {
            begin: Some(start),
            ..Rest::default()
        };
        if RAW.iter().any(|tag| begins(tag)) {
            rest.says_something = true;
        } else {
            for mut tag in tags(html) {
                tag.start += start;
                tag.end += start;
                self.tag(source, tag, &mut rest, pieces);
            }
        }
        let (start, kind) = match rest.after {
            Some(after) if rest.says_something => (after, Kind::Text),
            None if self.title.is_none() => (start, rest.into_kind(html)),
            // All of it is part of an element.
            _ => return,
        };
        pieces.push(Piece { start, end, kind });
    }

    /// A heading of Markdown begins: one of HTML before it was never closed.
    pub(super) fn forget_heading(&mut self) {
        self.title = self.title.take().filter(|title| title.level.is_none());
    }

    fn tag<'a>(&mut self, source: &'a str, tag: Tag, rest: &mut Rest, pieces: &mut Vec<Piece<'a>>) {
        match tag.kind {
            TagKind::Start { name, id, .. } => self.start(&name, id, tag.start, tag.end, rest),
            TagKind::End(name) => match (&*name, heading_level(&name)) {
                ("summary", _) | (_, Some(_)) => {
                    self.end_title(source, &name, tag.start, tag.end, rest, pieces);
                }
                ("details", _) => {
                    let details = self.details.pop();
                    let piece = details.and_then(|it| it.piece);
                    if let Some(piece) = piece.and_then(|piece| pieces.get_mut(piece)) {
                        close(piece, tag.start);
                    }
                    rest.divide(tag.end);
                }
                _ => self.end_other(&name, tag.end, rest, pieces),
            },
            TagKind::Text { says: true } if self.title.is_none() => {
                rest.says_something = true;
                rest.begin = None;
            }
            TagKind::Text { .. } => {}
            TagKind::Comment => rest.is_comment = true,
        }
    }

    fn start(&mut self, name: &str, id: Option<String>, start: usize, end: usize, rest: &mut Rest) {
        match (name, heading_level(name)) {
            ("details", _) => {
                self.details.push(Details {
                    start,
                    id,
                    piece: None,
                });
                rest.divide(end);
            }
            ("summary", _) => {
                let details = self.details.last().filter(|it| it.piece.is_none());
                let outer_id = details.and_then(|it| it.id.clone());
                self.title = Some(Title {
                    level: None,
                    start: details.map_or(start, |it| it.start),
                    text: end,
                    id: id.or(outer_id),
                });
                rest.divide(end);
            }
            (_, level @ Some(_)) if self.title.is_none() => {
                self.title = Some(Title {
                    level,
                    start: rest.begin.unwrap_or(start),
                    text: end,
                    id: id.or(rest.id.take()),
                });
                rest.divide(end);
            }
            ("img" | "video" | "iframe" | "picture", _) => {
                rest.says_something |= self.title.is_none();
            }
            ("a", _) if id.is_some() => match &mut self.title {
                Some(title) => title.id = title.id.take().or(id),
                None => rest.id = id,
            },
            ("a" | "p" | "br" | "hr" | "center" | "span", _) => {}
            _ => rest.has_structure |= self.title.is_none(),
        }
    }

    /// Tags that are closed right after a heading belong to it.
    fn end_other(&self, name: &str, end: usize, rest: &mut Rest, pieces: &mut [Piece<'_>]) {
        if self.title.is_some() {
            return;
        }
        rest.has_structure |= !matches!(name, "a" | "p" | "br" | "center" | "span");
        let last = pieces.last_mut().filter(|last| {
            let is_title = matches!(last.kind, Kind::Heading { .. } | Kind::Ask { .. });
            is_title && rest.after == Some(last.end) && !rest.says_something
        });
        if let Some(last) = last {
            last.end = end;
            rest.after = Some(end);
        }
    }

    fn end_title<'a>(
        &mut self,
        source: &'a str,
        name: &str,
        start: usize,
        end: usize,
        rest: &mut Rest,
        pieces: &mut Vec<Piece<'a>>,
    ) {
        let is_it = |title: &Title| title.level == heading_level(name);
        let Some(title) = self.title.take_if(|title| is_it(title)) else {
            return;
        };
        rest.divide(end);
        let text = &source[title.text..start];
        if text.len() > MOST_BYTES {
            return;
        }
        // What stood between the tags is in the question.
        while pieces.last().is_some_and(|last| last.start >= title.start) {
            pieces.pop();
        }
        let shown = plain(text);
        let asked = Asked {
            strength: question::strength(&shown),
            text: question::clean(shown),
            offset: title.text + text.len() - text.trim_start().len(),
            id: title.id.map(Cow::Owned),
            indent: 0,
        };
        let kind = if let Some(level) = title.level {
            Kind::Heading { level, asked }
        } else {
            let form = Form::Summary { close: None };
            if let Some(details) = self.details.last_mut() {
                details.piece.get_or_insert(pieces.len());
            }
            Kind::Ask { form, asked }
        };
        let start = title.start;
        pieces.push(Piece { start, end, kind });
    }
}

impl Rest {
    /// What a block is that has none of these elements.
    fn into_kind<'a>(self, html: &str) -> Kind<'a> {
        if self.says_something {
            let mut links = Links::default();
            links.html(html);
            return if links.are_way_back() {
                Kind::Idle
            } else {
                Kind::Text
            };
        }
        match self.id {
            _ if self.has_structure => Kind::Text,
            Some(id) => Kind::Anchor(id),
            None if self.is_comment => Kind::Comment,
            None => Kind::Idle,
        }
    }

    /// What was said so far stands before an element, or in it.
    fn divide(&mut self, after: usize) {
        self.begin = None;
        self.after = Some(after);
        self.says_something = false;
    }
}

fn close(piece: &mut Piece<'_>, at: usize) {
    if let Kind::Ask {
        form: Form::Summary { close },
        ..
    } = &mut piece.kind
    {
        *close = Some(at);
    }
}

fn heading_level(name: &str) -> Option<u8> {
    match name.as_bytes() {
        [b'h', level @ b'1'..=b'6'] => Some(level - b'0'),
        _ => None,
    }
}
