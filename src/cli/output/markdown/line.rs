//! A line of an answer, with what stands before it, ready to be wrapped and printed.

use std::ops::Range;

use crate::cli::output::sanitize::Clean;
use crate::cli::output::style::{self, Painted, Style};
use crate::cli::output::styled::Styled;
use crate::cli::output::wrap::{Room, columns};

/// One line of the text.
#[derive(Debug, Clone, Default)]
pub(super) struct Line {
    /// What stands before it: marks of quotes and items, and indentation.
    pub(super) first: Clean,
    /// What stands before what does not fit on it.
    pub(super) rest: Clean,
    pub(super) text: Styled,
    /// Code and tables are never wrapped.
    pub(super) is_fixed: bool,
}

impl Line {
    /// The lines it takes, in style.
    pub(super) fn styled(&self, width: Option<usize>) -> Vec<Painted> {
        self.printed(width, |before, part| {
            // The marks of quotes are there for those who look for them.
            let style = if before.as_str().contains('>') {
                Style::QUIET
            } else {
                Style::PLAIN
            };
            let mut painted = style::paint(before, style);
            painted.push(&self.text.painted(part));
            painted
        })
    }

    /// The lines it takes, without style.
    pub(super) fn plain(&self, width: Option<usize>) -> Vec<Clean> {
        self.printed(width, |before, part| {
            let mut plain = before.clone();
            plain.push(&self.text.part(part));
            plain
        })
    }

    fn printed<T>(
        &self,
        width: Option<usize>,
        print: impl Fn(&Clean, &Range<usize>) -> T,
    ) -> Vec<T> {
        let mut before = (self.first.clone(), self.rest.clone());
        let all = 0..self.text.as_str().trim_end().len();
        let mut parts = Vec::from_iter([all]);
        if let Some(width) = width
            && !self.is_fixed
        {
            before = self.narrowed(width / 2);
            let room = |before: &Clean| width.saturating_sub(columns(before));
            parts = self.text.fill(Room {
                first: room(&before.0),
                rest: room(&before.1),
            });
        }
        let befores = std::iter::once(&before.0).chain(std::iter::repeat(&before.1));
        befores
            .zip(&parts)
            .map(|(before, part)| {
                let end = before.as_str().trim_end().len();
                if part.is_empty() {
                    print(&before.part(0..end), part)
                } else {
                    print(before, part)
                }
            })
            .collect()
    }

    /// What stands before the line and its rest, without as much indentation as takes it past so many columns: a line
    /// keeps its words rather than its place.
    fn narrowed(&self, most: usize) -> (Clean, Clean) {
        let widest = columns(&self.first).max(columns(&self.rest));
        let indent = |text: &Clean| {
            let text = text.as_str();
            text.len() - text.trim_start_matches(' ').len()
        };
        let over = widest.saturating_sub(most);
        let cut = over.min(indent(&self.first)).min(indent(&self.rest));
        let from = |text: &Clean| text.part(cut..text.as_str().len());
        if widest - cut > most {
            (from(&self.first), Clean::default())
        } else {
            (from(&self.first), from(&self.rest))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(first: &str, rest: &str, text: &str) -> Line {
        let mut line = Line::default();
        line.first.push(first);
        line.rest.push(rest);
        line.text.push(text, Style::PLAIN);
        line
    }

    #[test]
    fn a_line_hangs_and_keeps_its_words() {
        for (first, rest, text, width, expected) in [
            ("- ", "  ", "one two", Some(6), &["- one", "  two"][..]),
            ("- ", "  ", "one two", None, &["- one two"]),
            ("> ", "> ", "one two", Some(6), &["> one", "> two"]),
            ("> ", "> ", "", Some(6), &[">"]),
            ("", "", " a ", None, &[" a"]),
            (
                "     - ",
                "       ",
                "one two",
                Some(10),
                &["   - one", "     two"],
            ),
            (
                "- - - - ",
                "        ",
                "one two",
                Some(11),
                &["- - - - one", "two"],
            ),
        ] {
            assert_eq!(line(first, rest, text).plain(width), expected, "{text}");
        }
        let fixed = Line {
            is_fixed: true,
            ..line("    ", "    ", "one two")
        };
        assert_eq!(fixed.plain(Some(5)), ["    one two"]);
    }
}
