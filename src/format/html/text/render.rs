//! From HTML to text: one token after the other, without a tree.

use html5gum::{HtmlString, Token};

use super::code::Code;
use super::containers::Containers;
use super::elements::{Style, breaks, is_unread};
use super::footnotes;
use super::layout::Layout;
use super::marks::Kind;
use super::table::Table;
use crate::format::html::escape::is_nul;
use crate::format::html::tokens::{Tag, Within, attribute, string, tokens};

/// The text of a piece of HTML, as Markdown where it is more than lines.
pub(in crate::format) fn to_text(html: &str) -> String {
    Renderer::default().render(html)
}

/// The text of a piece of HTML in one line, without any marks.
pub(in crate::format::html) fn to_line(html: &str) -> String {
    let mut renderer = Renderer {
        plain: true,
        ..Renderer::default()
    };
    renderer.layout.one_line = true;
    renderer.render(html)
}

#[derive(Debug, Default)]
struct Renderer {
    layout: Layout,
    plain: bool,
    unread: Option<Within>,
    verbatim: Option<Within>,
    code: Option<Code>,
    containers: Containers,
    table: Table,
}

impl Renderer {
    fn render(mut self, html: &str) -> String {
        let mut tokens = tokens(html);
        for token in tokens.by_ref() {
            match token {
                Token::StartTag(tag) => self.start(&tag),
                Token::EndTag(tag) => self.end(&tag.name),
                Token::String(text) => self.text(&string(&text)),
                Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => {}
            }
        }
        if let Some(at) = tokens.cut_at() {
            // Nothing is lost that cannot be read.
            self.text(&html[at..]);
        }
        self.end_code();
        self.layout.finish()
    }

    fn text(&mut self, text: &str) {
        if self.unread.is_some() {
            return;
        }
        // A parser drops NUL where it stands as it is.
        for text in text.split('\0') {
            match &mut self.code {
                Some(code) => code.text(text),
                None if self.verbatim.is_some() => self.layout.verbatim(text),
                None => self.layout.text(text),
            }
        }
    }

    fn start(&mut self, tag: &Tag) {
        if let Some(unread) = &mut self.unread {
            unread.start(&tag.name);
        } else if is_nul(tag) {
            self.hidden("\0");
            self.unread = Some(Within::new(tag));
        } else if let Some(mark) = footnotes::mark_of(tag) {
            self.hidden(&mark);
            self.unread = Some(Within::new(tag));
        } else if is_unread(&tag.name) {
            self.unread =
                (!tag.self_closing || tag.name.as_slice() != b"svg").then(|| Within::new(tag));
        } else if let Some(code) = &mut self.code {
            code.start(tag);
        } else {
            self.open(tag);
        }
    }

    /// Adds what an element stands for, and does not show.
    fn hidden(&mut self, text: &str) {
        match &mut self.code {
            Some(code) => code.text(text),
            None => self.layout.verbatim(text),
        }
    }

    fn open(&mut self, tag: &Tag) {
        // A paragraph need not have an end tag.
        let ends = |it: &mut Within| it.is("p") && breaks(&tag.name) > 0;
        self.verbatim.take_if(ends);
        if let Some(verbatim) = &mut self.verbatim {
            verbatim.start(&tag.name);
        }
        let style = attribute(tag, "style").map_or_else(Style::default, |it| Style::parse(&it));
        match breaks(&tag.name) {
            0 => {}
            _ if style.tight => self.layout.tight_block(),
            _ if self.containers.is_in_item(&tag.name) => self.layout.block(1),
            breaks => self.layout.block(breaks),
        }
        if style.verbatim && !self.plain && self.verbatim.is_none() {
            self.verbatim = Some(Within::new(tag));
        }
        if let Some(kind) = Kind::of(&tag.name).filter(|_| !self.plain || tag.name[..] == *b"a") {
            self.open_mark(kind, tag);
            return;
        }
        match tag.name.as_slice() {
            b"br" if self.verbatim.is_some() => self.layout.verbatim("\n"),
            b"br" => self.layout.line_break(),
            b"hr" if !self.plain => {
                self.layout.text("---");
                self.layout.block(2);
            }
            b"img" => self.layout.text(&attribute(tag, "alt").unwrap_or_default()),
            b"q" => self.layout.text("“"),
            b"pre" | b"listing" if !self.plain => {
                self.code = Some(Code::new(tag));
            }
            b"td" | b"th" if self.plain => self.layout.block(1),
            _ if self.plain => {}
            b"table" => self.table = Table::default(),
            b"tr" => self.table.begin_row(&mut self.layout),
            b"td" | b"th" => self
                .table
                .begin_cell(tag.name[..] == *b"th", &mut self.layout),
            _ => self.containers.open(tag, &mut self.layout),
        }
    }

    fn open_mark(&mut self, kind: Kind, tag: &Tag) {
        if kind == Kind::Link {
            self.layout.close(kind);
        }
        let address = match kind {
            // A question shows no addresses, but a sign that leads to itself is to vanish.
            Kind::Link => attribute(tag, "href")
                .filter(|address| !self.plain || address.starts_with('#'))
                .unwrap_or_default(),
            _ => "".into(),
        };
        self.layout.marks.open(kind, address.trim().to_owned());
    }

    fn end(&mut self, name: &HtmlString) {
        if let Some(unread) = &mut self.unread {
            if unread.end(name) {
                self.unread = None;
            }
            return;
        }
        if let Some(code) = &mut self.code {
            if code.end(name) {
                self.end_code();
                self.layout.block(2);
            }
            return;
        }
        if self.verbatim.as_mut().is_some_and(|it| it.end(name)) {
            self.verbatim = None;
        }
        if let Some(kind) = Kind::of(name).filter(|kind| !self.plain || *kind == Kind::Link) {
            self.layout.close(kind);
        }
        self.containers.close(name, &mut self.layout);
        match breaks(name) {
            0 => {}
            _ if self.containers.is_in_item(name) => self.layout.block(1),
            breaks => self.layout.block(breaks),
        }
        match name.as_slice() {
            b"q" => self.layout.text("”"),
            b"br" => self.layout.line_break(),
            b"tr" | b"table" if !self.plain => self.table.end_row(&mut self.layout),
            _ => {}
        }
    }

    fn end_code(&mut self) {
        if let Some(code) = self.code.take() {
            code.write(&mut self.layout);
        }
    }
}
