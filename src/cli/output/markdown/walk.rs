//! From the blocks of a text to its lines, one event at a time and without recursion.

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::containers::{Container, Containers};
use super::html;
use super::inline::{self, Inline, Marks};
use super::line::Line;
use super::table::Table;
use crate::cli::output::sanitize::Clean;
use crate::cli::output::style::Style;
use crate::cli::output::styled::Styled;
use crate::cli::output::wrap::columns;

/// What code is indented by, as in Markdown itself.
const CODE: &str = "    ";

/// What is put before the further lines of a row that does not fit on one.
const ROW: &str = "  ";

/// The lines of a text.
pub(super) fn lines(source: &str, width: Option<usize>) -> Vec<Line> {
    let options =
        Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TASKLISTS;
    let mut walk = Walk::new(source, width);
    for (event, range) in Parser::new_ext(source, options).into_offset_iter() {
        walk.event(event, range);
    }
    walk.finish();
    walk.lines
}

/// Where in a text we are.
struct Walk<'s> {
    source: &'s str,
    width: Option<usize>,
    containers: Containers,
    lists: Vec<List>,
    inline: Inline,
    /// Code or HTML, as far as it has been read.
    raw: Option<String>,
    table: Option<Table>,
    /// What stands before the line that has begun, and before its rest.
    begun: Option<(Clean, Clean)>,
    lines: Vec<Line>,
    /// Where in the source the last line ends.
    end: usize,
}

/// A list with numbers.
struct List {
    /// The number of its first item, where it has numbers.
    start: Option<u64>,
    items: u64,
}

impl<'s> Walk<'s> {
    fn new(source: &'s str, width: Option<usize>) -> Self {
        Self {
            source,
            width,
            containers: Containers::default(),
            lists: Vec::new(),
            inline: Inline::default(),
            raw: None,
            table: None,
            begun: None,
            lines: Vec::new(),
            end: 0,
        }
    }

    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.close(tag, range),
            Event::Text(text) | Event::Html(text) if self.raw.is_some() => {
                self.raw.get_or_insert_default().push_str(&text);
            }
            Event::Text(text) => self.in_line(&range, |inline| inline.text(&text)),
            Event::Code(code) => self.in_line(&range, |inline| inline.code(&code)),
            Event::TaskListMarker(done) => {
                let mark = if done { "[x] " } else { "[ ] " };
                self.in_line(&range, |inline| inline.text(mark));
            }
            Event::SoftBreak | Event::HardBreak => self.break_line(&range),
            Event::InlineHtml(tag) | Event::Html(tag) => match html::inline(&tag) {
                html::Inline::Break => self.break_line(&range),
                html::Inline::Nothing => {}
                html::Inline::Text => self.in_line(&range, |inline| inline.text(&tag)),
            },
            Event::Rule => {
                self.in_line(&range, |inline| inline.mark("---"));
                self.end_block(range.end);
            }
            // These are not asked for.
            Event::InlineMath(_) | Event::DisplayMath(_) | Event::FootnoteReference(_) => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>, range: Range<usize>) {
        if let Some(style) = inline::style_of(&tag) {
            return self.start_style(style, range);
        }
        match tag {
            Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. } => {
                self.begin(range.start);
                return self.inline.begin_target(&dest_url);
            }
            Tag::TableRow | Tag::TableHead => {
                return self.table.iter_mut().for_each(Table::begin_row);
            }
            Tag::TableCell => return,
            _ => self.finish(),
        }
        match tag {
            Tag::Heading { .. } => self.inline.begin(Style::STRONG),
            Tag::BlockQuote(_) => self.containers.open(Container::Quote),
            Tag::CodeBlock(_) | Tag::HtmlBlock => self.raw = Some(String::new()),
            Tag::List(start) => self.lists.push(List { start, items: 0 }),
            Tag::Item => self.start_item(range.start),
            Tag::Table(alignments) => self.table = Some(Table::new(alignments)),
            _ => {}
        }
    }

    fn close(&mut self, tag: TagEnd, range: Range<usize>) {
        if let Some(style) = inline::style_of_end(tag) {
            return self.end_style(style, range);
        }
        match tag {
            TagEnd::Link => self.in_line(&range, Inline::end_link),
            TagEnd::Image => self.in_line(&range, Inline::end_image),
            TagEnd::TableCell => {
                let cell = self.inline.take();
                self.table
                    .iter_mut()
                    .for_each(|table| table.add(cell.clone()));
            }
            TagEnd::TableRow | TagEnd::TableHead => {}
            TagEnd::Heading(_) => {
                self.end_block(range.end);
                self.inline.end();
            }
            TagEnd::BlockQuote(_) => {
                self.finish();
                self.containers.close();
            }
            TagEnd::CodeBlock => self.end_code(range),
            TagEnd::HtmlBlock => self.end_html(range),
            TagEnd::Table => self.end_table(range),
            TagEnd::List(_) => {
                self.finish();
                self.lists.pop();
            }
            TagEnd::Item => self.end_item(range.start),
            _ => self.finish(),
        }
    }

    fn start_style(&mut self, style: Style, range: Range<usize>) {
        self.begin(range.start);
        match inline::marks(style, self.source, range) {
            Marks::Gone => self.inline.begin(style),
            Marks::Beside(marks) => {
                self.inline.mark(marks);
                self.inline.begin(style);
            }
            Marks::Themselves(marks) => {
                self.inline.text(marks);
                self.inline.begin(Style::PLAIN);
            }
        }
    }

    fn end_style(&mut self, style: Style, range: Range<usize>) {
        self.begin(range.end);
        self.end_line(range.end);
        self.inline.end();
        match inline::marks(style, self.source, range) {
            Marks::Gone => {}
            Marks::Beside(marks) => self.inline.mark(marks),
            Marks::Themselves(marks) => self.inline.text(marks),
        }
    }

    /// An item has the mark that stands in the text; where every number there is the first one, they are counted.
    fn start_item(&mut self, start: usize) {
        let source = self.source[start..].trim_start_matches(' ');
        let own = self.indentation(self.source.len() - source.len());
        let digits = source.bytes().take_while(u8::is_ascii_digit).count();
        let (number, mark) = source.split_at(digits);
        let mark: String = mark.chars().take(1).collect();
        let mut number = number.to_owned();
        if let Some(List { start, items }) = self.lists.last_mut() {
            if let Some(start) = start
                && number.parse() == Ok(*start)
                && *items > 0
            {
                number = start.saturating_add(*items).to_string();
            }
            *items += 1;
        }
        let mark = format!("{own}{number}{mark}");
        self.containers.open(Container::item(&mark));
    }

    fn end_item(&mut self, start: usize) {
        self.finish();
        if self.containers.has_mark() {
            // There is nothing in it.
            self.begin_block(start);
            self.push(Styled::default(), false, "");
            self.finish();
            self.end = start + 1;
        }
        self.containers.close();
    }

    fn end_code(&mut self, range: Range<usize>) {
        let code = self.raw.take().unwrap_or_default();
        if !code.trim().is_empty() {
            self.begin_block(range.start);
            for line in code.trim_end().split('\n') {
                let mut text = Styled::default();
                text.push(CODE, Style::PLAIN);
                text.push(line, Style::PLAIN);
                self.push(text, true, "");
            }
        }
        self.end_block(range.end);
    }

    fn end_html(&mut self, range: Range<usize>) {
        let raw = self.raw.take().unwrap_or_default();
        if !html::is_comment(&raw) {
            self.begin_block(range.start);
            for line in raw.trim_end().split('\n') {
                let mut text = Styled::default();
                text.push(line, Style::PLAIN);
                self.push(text, false, "");
            }
        }
        self.end_block(range.end);
    }

    fn end_table(&mut self, range: Range<usize>) {
        if let Some(table) = self.table.take() {
            self.begin_block(range.start);
            let before = self.begun.as_ref().map_or(0, |(first, _)| columns(first));
            let room = self.width.map(|width| width.saturating_sub(before));
            let (rows, fits) = table.lines(room);
            for row in rows {
                self.push(row, fits, ROW);
            }
        }
        self.end_block(range.end);
    }

    /// Adds something to the line, which begins if it has not.
    fn in_line(&mut self, range: &Range<usize>, add: impl FnOnce(&mut Inline)) {
        self.begin(range.start);
        add(&mut self.inline);
        self.end_line(range.end);
    }

    /// A line ends, as it does in the text; a cell has but one.
    fn break_line(&mut self, range: &Range<usize>) {
        if self.table.is_some() {
            return self.inline.text(" ");
        }
        self.begin(range.start);
        self.end_line(range.end);
        let text = self.inline.take();
        self.push(text, false, "");
        self.begun = None;
    }

    /// Begins a line at a place of the source, unless one has begun. Outside of any container it keeps its indentation;
    /// and one that merely goes on with the block in a container, without its marks, stands where the writer put it.
    fn begin(&mut self, start: usize) {
        if self.table.is_some() || self.begun.is_some() {
            return;
        }
        let own = self.indentation(start);
        self.begin_block(start);
        let goes_on = self.source[..start].ends_with('\n');
        if let Some((first, rest)) = &mut self.begun {
            if goes_on {
                (*first, *rest) = (Clean::default(), Clean::default());
            }
            first.push(own);
            rest.push(own);
        }
    }

    /// The blanks before a place, if there is nothing else on the line and it is in no container.
    fn indentation(&self, place: usize) -> &'s str {
        let before = &self.source[..place];
        let line = &before[before.rfind('\n').map_or(0, |newline| newline + 1)..];
        if self.containers.is_empty() && line.bytes().all(|byte| byte == b' ') {
            line
        } else {
            ""
        }
    }

    /// Begins the first line of a block.
    fn begin_block(&mut self, start: usize) {
        self.add_blank_lines(start);
        let first = self.containers.first();
        self.begun = Some((first, self.containers.rest()));
    }

    /// Adds as many blank lines as there are in the source before the line that begins; but one around what is not shown.
    fn add_blank_lines(&mut self, start: usize) {
        if self.lines.is_empty() {
            return;
        }
        let gap = self.source.get(self.end..start).unwrap_or_default();
        let (_, lines) = gap.split_once('\n').unwrap_or_default();
        let (lines, _) = lines.rsplit_once('\n').unwrap_or_default();
        if !gap.contains('\n') || gap.matches('\n').count() < 2 {
            return;
        }
        let is_blank = |line: &&str| line.trim_matches([' ', '\t', '>']).is_empty();
        let blank = lines.split('\n').filter(is_blank).count();
        let others = lines.split('\n').count() - blank;
        let between = self.containers.between();
        for _ in 0..if others > 0 { blank.min(1) } else { blank } {
            self.lines.push(Line {
                first: between.clone(),
                ..Line::default()
            });
        }
    }

    /// What has been read of the line ends here; a table ends as a whole.
    fn end_line(&mut self, end: usize) {
        if self.table.is_none() {
            self.end = end;
        }
    }

    /// Ends the line that has begun, if there is anything in it.
    fn finish(&mut self) {
        let text = self.inline.take();
        if text.len() > 0 {
            self.push(text, false, "");
        }
        self.begun = None;
    }

    /// Ends a block that ends here, or before blanks that do.
    fn end_block(&mut self, end: usize) {
        self.finish();
        self.end = self.source[..end].trim_end().len();
    }

    /// Adds a line; those after it in the same block stand below its text.
    fn push(&mut self, text: Styled, is_fixed: bool, hang: &str) {
        let (first, rest) = self.begun.take().unwrap_or_default();
        self.begun = Some((rest.clone(), rest.clone()));
        let mut hanging = rest;
        hanging.push(hang);
        self.lines.push(Line {
            first,
            rest: hanging,
            text,
            is_fixed,
        });
    }
}
