//! What a run of text turns out to be, once all of it is read.

use std::borrow::Cow;

use super::labelled::Paragraph;
use super::links::Links;
use super::run::Run;
use crate::format::markdown::piece::{Asked, Form, Kind, Piece};
use crate::format::markdown::question;

impl<'a> Run<'a> {
    /// Says what it was; `links` are those of the whole block, where it is one.
    pub(super) fn finish(mut self, end: usize, links: Option<&Links>, pieces: &mut Vec<Piece<'a>>) {
        self.bold.end_line(end);
        let start = self.start;
        if let Some(level) = self.level {
            let asked = self.asked();
            let kind = Kind::Heading { level, asked };
            pieces.push(Piece { start, end, kind });
            return;
        }
        let paragraph = Paragraph {
            source: self.source,
            start,
            text: self.text_start.unwrap_or(start),
            end,
            indent: self.indent,
        };
        if !self.questions.is_empty() {
            paragraph.questions(&self.questions, pieces);
        } else if let Some((end, form)) = self.question(end) {
            let asked = self.asked();
            let kind = Kind::Ask { form, asked };
            pieces.push(Piece { start, end, kind });
        } else if let Some(links) = links {
            match paragraph.term() {
                Some(term) => pieces.push(term),
                None => self.finish_silent(end, links, pieces),
            }
        }
    }

    /// What the text asks, and where that ends: bold text, or the first line of an item.
    fn question(&self, end: usize) -> Option<(usize, Form)> {
        if self.is_of_contents || !self.asks() {
            return None;
        }
        match self.bold.line() {
            Some(line) => Some((line.end, Form::Bold { alone: line.alone })),
            None if self.is_item && self.bold.is_absent() => {
                Some((self.line_end.unwrap_or(end), Form::Item))
            }
            None => None,
        }
    }

    /// A paragraph that asks nothing may say nothing either; an anchor in its last line belongs to what comes next.
    fn finish_silent(self, end: usize, links: &Links, pieces: &mut Vec<Piece<'a>>) {
        let start = self.start;
        let kind = match (self.id, self.last_line) {
            (Some(id), _) if !self.says_something => Kind::Anchor(id.into_owned()),
            _ if links.are_way_back() => Kind::Idle,
            (_, Some((line, Some(id)))) => {
                let kind = Kind::Text;
                pieces.push(Piece {
                    start,
                    end: line,
                    kind,
                });
                let (start, kind) = (line, Kind::Anchor(id));
                pieces.push(Piece { start, end, kind });
                return;
            }
            // The block as a whole is a piece, then.
            _ => return,
        };
        pieces.push(Piece { start, end, kind });
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
}
