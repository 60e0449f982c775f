//! A line of text whose pieces look different.

use std::ops::Range;

use super::sanitize::Clean;
use super::style::{self, Painted, Style};
use super::wrap::{Room, columns, fill};

/// Text of one line, and how each piece of it looks.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Styled {
    text: Clean,
    /// Where each piece ends, and its style.
    pieces: Vec<(usize, Style)>,
    /// What is better not broken over lines, in order.
    whole: Vec<Range<usize>>,
}

impl Styled {
    /// Adds a piece.
    pub(super) fn push(&mut self, text: &str, style: Style) {
        self.text.push(text);
        let end = self.len();
        match self.pieces.last_mut() {
            Some((last, known)) if *known == style => *last = end,
            _ => self.pieces.push((end, style)),
        }
    }

    /// Adds another line's text, in its own style and another one.
    pub(super) fn append(&mut self, other: &Self, style: Style) {
        let before = self.len();
        let whole = other.whole.iter();
        self.whole
            .extend(whole.map(|it| before + it.start..before + it.end));
        let mut start = 0;
        for &(end, own) in &other.pieces {
            self.push(other.text.part(start..end).as_str(), own.and(style));
            start = end;
        }
    }

    /// What was added since it was so long is better not broken over lines.
    pub(super) fn keep_whole_from(&mut self, start: usize) {
        self.whole.push(start..self.len());
    }

    /// The text without its styles.
    pub(super) fn as_str(&self) -> &str {
        self.text.as_str()
    }

    /// A part of it without its styles.
    pub(super) fn part(&self, part: &Range<usize>) -> Clean {
        self.text.part(part.clone())
    }

    /// How many bytes the text has.
    pub(super) fn len(&self) -> usize {
        self.text.as_str().len()
    }

    /// How many columns it takes.
    pub(super) fn columns(&self) -> usize {
        columns(&self.text)
    }

    /// Where lines stand in it that fit.
    pub(super) fn fill(&self, room: Room) -> Vec<Range<usize>> {
        fill(self.as_str(), room, &self.whole)
    }

    /// A part of it in its styles.
    pub(super) fn painted(&self, part: &Range<usize>) -> Painted {
        let mut start = 0;
        let mut painted = Painted::default();
        for &(end, style) in &self.pieces {
            let shown = start.max(part.start)..end.min(part.end);
            if shown.start < shown.end {
                painted.push(&style::paint(&self.text.part(shown), style));
            }
            start = end;
        }
        painted
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(feature = "terminal")]
    #[test]
    fn pieces_know_where_they_are() {
        let mut cell = Styled::default();
        cell.push("漢", Style::PLAIN);
        cell.push("字\x07", Style::EMPHASIS);
        cell.keep_whole_from(0);
        let mut line = Styled::default();
        line.push("a ", Style::PLAIN);
        line.append(&cell, Style::STRONG);
        assert_eq!(line.as_str(), "a 漢字<U+0007>");
        assert_eq!(line.columns(), 14);
        let both = Style::STRONG.and(Style::EMPHASIS);
        assert_eq!(
            line.pieces,
            [(2, Style::PLAIN), (5, Style::STRONG), (16, both)]
        );
        assert_eq!(line.whole[0], 2..16);
        // Whether styles are shown is decided for the whole run; what is shown of the text is the same.
        assert!(line.painted(&(5..8)).to_string().contains('字'));
        assert!(!line.painted(&(5..8)).to_string().contains('漢'));
    }
}
