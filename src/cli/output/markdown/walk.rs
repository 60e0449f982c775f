//! From the blocks of a text to its lines, one event at a time and without recursion.

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::containers::Container;
use super::inline::{self, Inline};
use super::line::Line;
use super::list::List;
use super::page::Page;
use super::table::Table;
use super::{definitions, html};
use crate::cli::output::style::Style;
use crate::cli::output::styled::Styled;

/// What code is indented by, as in Markdown itself.
const CODE: &str = "    ";

/// What is put before the further lines of a row that does not fit on one.
const ROW: &str = "  ";

/// The lines of a text.
pub(super) fn lines(source: &str, width: Option<usize>) -> Vec<Line> {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_FOOTNOTES;
    let page = Page::new(source, definitions::unused(source, options));
    let mut walk = Walk {
        source,
        width,
        page,
        lists: Vec::new(),
        inline: Inline::default(),
        raw: None,
        table: None,
    };
    for (event, range) in Parser::new_ext(source, options).into_offset_iter() {
        walk.event(event, range);
    }
    walk.finish();
    walk.page.lines()
}

/// Where in a text we are.
struct Walk<'s> {
    source: &'s str,
    width: Option<usize>,
    page: Page<'s>,
    lists: Vec<List>,
    inline: Inline,
    /// Code or HTML, as far as it has been read.
    raw: Option<String>,
    table: Option<Table>,
}

impl Walk<'_> {
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
            Event::FootnoteReference(label) => {
                self.in_line(&range, |inline| inline.mark(&format!("[{label}]")));
            }
            // These are not asked for.
            Event::InlineMath(_) | Event::DisplayMath(_) => {}
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
            Tag::BlockQuote(_) => self.page.containers.open(Container::Quote),
            Tag::CodeBlock(_) | Tag::HtmlBlock => self.raw = Some(String::new()),
            Tag::List(start) => self.lists.push(List::new(start)),
            Tag::Item => self.start_item(range.start),
            Tag::FootnoteDefinition(label) => {
                let footnote = Container::item(&format!("[{label}]"));
                self.page.containers.open(footnote);
            }
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
                self.page.containers.close();
            }
            TagEnd::CodeBlock => self.end_code(range),
            TagEnd::HtmlBlock => self.end_html(range),
            TagEnd::Table => self.end_table(range),
            TagEnd::List(_) => {
                self.finish();
                self.lists.pop();
            }
            TagEnd::Item | TagEnd::FootnoteDefinition => self.end_item(range.start),
            _ => self.finish(),
        }
    }

    fn start_style(&mut self, style: Style, range: Range<usize>) {
        self.begin(range.start);
        let marks = inline::marks(style, self.source, range);
        self.inline.begin_emphasis(style, marks);
    }

    fn end_style(&mut self, style: Style, range: Range<usize>) {
        self.begin(range.end);
        self.end_line(range.end);
        let marks = inline::marks(style, self.source, range);
        self.inline.end_emphasis(marks);
    }

    fn start_item(&mut self, start: usize) {
        let source = self.source[start..].trim_start_matches(' ');
        let own = self.page.indentation(self.source.len() - source.len());
        if let Some(list) = self.lists.last_mut() {
            let mark = list.mark(source);
            let item = Container::item(&format!("{own}{mark}"));
            self.page.containers.open(item);
        }
    }

    fn end_item(&mut self, start: usize) {
        self.finish();
        if self.page.containers.has_mark() {
            // There is nothing in it.
            self.page.begin_block(start);
            self.page.push(Styled::default(), false, "");
            self.page.end_block(start + 1);
        }
        self.page.containers.close();
    }

    fn end_code(&mut self, range: Range<usize>) {
        let code = self.raw.take().unwrap_or_default();
        if !code.trim().is_empty() {
            self.page.begin_block(range.start);
            for line in code.trim_end().split('\n') {
                let mut text = Styled::default();
                text.push(CODE, Style::PLAIN);
                text.push(line, Style::PLAIN);
                self.page.push(text, true, "");
            }
        }
        self.end_block(range.end);
    }

    fn end_html(&mut self, range: Range<usize>) {
        let raw = self.raw.take().unwrap_or_default();
        if !html::is_comment(&raw) {
            self.page.begin_block(range.start);
            for line in raw.trim_end().split('\n') {
                let mut text = Styled::default();
                text.push(line, Style::PLAIN);
                self.page.push(text, false, "");
            }
        }
        self.end_block(range.end);
    }

    fn end_table(&mut self, range: Range<usize>) {
        if let Some(table) = self.table.take() {
            self.page.begin_block(range.start);
            let before = self.page.columns_before();
            let room = self.width.map(|width| width.saturating_sub(before));
            let (rows, fits) = table.lines(room);
            for row in rows {
                self.page.push(row, fits, ROW);
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
        self.page.push(text, false, "");
        self.page.end_line();
    }

    /// Begins a line, unless one has begun; a table begins as a whole.
    fn begin(&mut self, start: usize) {
        if self.table.is_none() {
            self.page.begin(start);
        }
    }

    /// What has been read of the line ends here; a table ends as a whole.
    fn end_line(&mut self, end: usize) {
        if self.table.is_none() {
            self.page.end_at(end);
        }
    }

    /// Ends the line that has begun, if there is anything in it.
    fn finish(&mut self) {
        let text = self.inline.take();
        if text.len() > 0 {
            self.page.push(text, false, "");
        }
        self.page.end_line();
    }

    /// Ends the line that has begun and the block.
    fn end_block(&mut self, end: usize) {
        self.finish();
        self.page.end_block(end);
    }
}
