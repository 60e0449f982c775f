//! Lines of text as they come together: breaks, blanks, and what stands at the beginning of each line.

use super::marks::{Kind, Marks};

/// Lists nested deeper than this many bytes of indentation are not indented any further, so that work stays linear.
const MAX_INDENT: u8 = 40;

/// The text so far, and what is to come before the next of it.
#[derive(Debug, Default)]
pub(super) struct Layout {
    text: String,
    pub(super) marks: Marks,
    /// Everything in one line, without marks: a question, or a cell of a table.
    pub(super) one_line: bool,
    breaks: u8,
    /// Whether the breaks are of a block: what is marked does not go on beyond it.
    block: bool,
    space: bool,
    /// What the next line begins with, and those after it; both are equally long.
    first: String,
    rest: String,
    /// The shortest of the beginnings since the last line: that of blank lines.
    lowest: usize,
}

impl Layout {
    /// The end of a block, or the beginning of one.
    pub(super) fn block(&mut self, breaks: u8) {
        self.breaks = self.breaks.max(breaks);
        self.block = true;
    }

    /// The beginning of a block that has no blank line before it.
    pub(super) fn tight_block(&mut self) {
        self.breaks = 1;
        self.block = true;
    }

    /// A break within a block.
    pub(super) fn line_break(&mut self) {
        self.breaks = (self.breaks + 1).min(2);
    }

    /// Adds to the beginnings of lines; the first one may be another. Gives back what [`Layout::outdent`] wants.
    pub(super) fn indent(&mut self, first: &str, rest: &str) -> u8 {
        // An item's number has 10 digits at most: never more than some bytes beyond the greatest indentation.
        let before = u8::try_from(self.rest.len()).unwrap_or(u8::MAX);
        if before < MAX_INDENT {
            self.first.push_str(first);
            self.rest.push_str(rest);
        }
        before
    }

    pub(super) fn outdent(&mut self, to: u8) {
        let to = usize::from(to);
        self.first.truncate(to);
        self.rest.truncate(to);
        self.lowest = self.lowest.min(to);
    }

    /// Adds text, any white space in it being one blank.
    pub(super) fn text(&mut self, text: &str) {
        let is_blank = |c: char| c.is_ascii_whitespace();
        for (number, word) in text.split(is_blank).enumerate() {
            self.space |= number > 0;
            if !word.is_empty() {
                self.prepare();
                self.text.push_str(word);
            }
        }
    }

    /// Adds text as it stands.
    pub(super) fn verbatim(&mut self, text: &str) {
        if text.is_empty() {
            return;
        }
        self.prepare();
        for (number, line) in text.split('\n').enumerate() {
            if number > 0 {
                self.text.push('\n');
                self.text.push_str(&self.rest);
            }
            self.text.push_str(line);
        }
    }

    /// Adds text as it stands, and no mark around it.
    pub(super) fn unmarked(&mut self, text: &str) {
        self.prepare();
        self.marks.interrupt(&mut self.text);
        self.verbatim(text);
        self.marks.pause();
    }

    /// Gets ready for text: breaks, blanks and beginnings are written.
    pub(super) fn prepare(&mut self) {
        if self.text.is_empty() {
            self.begin_line();
        } else if self.breaks > 0 && !self.one_line {
            if self.block || self.breaks > 1 {
                self.marks.interrupt(&mut self.text);
            }
            for _ in 1..self.breaks {
                self.text.push('\n');
                let blank = self.rest.get(..self.lowest).unwrap_or_default();
                self.text.push_str(blank.trim_end());
            }
            self.text.push('\n');
            self.begin_line();
        } else if (self.space || self.breaks > 0) && !self.text.ends_with([' ', '\n']) {
            self.text.push(' ');
        }
        self.lowest = self.rest.len();
        (self.breaks, self.block, self.space) = (0, false, false);
        self.marks.begin(self.text.len());
    }

    fn begin_line(&mut self) {
        self.text.push_str(&self.first);
        self.first.clear();
        self.first.push_str(&self.rest);
    }

    /// Ends a mark; a blank before text that vanished with it is not lost.
    pub(super) fn close(&mut self, kind: Kind) {
        let before = self.text.len();
        self.marks.close(kind, &mut self.text);
        if self.text.len() < before && self.text.ends_with(' ') {
            self.text.pop();
            self.space = true;
        }
    }

    /// Where the next text would be added.
    pub(super) fn end(&self) -> usize {
        self.text.len()
    }

    /// Adds a sign that no mark holds.
    pub(super) fn sign(&mut self, sign: &str) {
        self.marks.interrupt(&mut self.text);
        self.text.push_str(sign);
        (self.breaks, self.block, self.space) = (0, false, false);
    }

    /// Puts a sign before what has been added since a place of the same line.
    pub(super) fn sign_at(&mut self, at: usize, sign: &str) {
        self.marks.interrupt(&mut self.text);
        if self.text.is_char_boundary(at) {
            self.text.insert_str(at, sign);
        }
    }

    pub(super) fn finish(mut self) -> String {
        self.marks.interrupt(&mut self.text);
        self.text
    }
}
