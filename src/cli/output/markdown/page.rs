//! The lines of an answer so far: where each begins, what stands before it, and how many blank ones are between.

use std::iter::Peekable;
use std::ops::Range;
use std::vec;

use super::containers::Containers;
use super::line::Line;
use crate::cli::output::sanitize::Clean;
use crate::cli::output::style::Style;
use crate::cli::output::styled::Styled;
use crate::cli::output::wrap::columns;

/// The lines so far.
pub(super) struct Page<'s> {
    source: &'s str,
    pub(super) containers: Containers,
    /// What stands before the line that has begun, and before its rest.
    begun: Option<(Clean, Clean)>,
    lines: Vec<Line>,
    /// What defines something that is used nowhere.
    unused: Peekable<vec::IntoIter<Range<usize>>>,
    /// Where in the source the last line ends.
    end: usize,
}

impl<'s> Page<'s> {
    pub(super) fn new(source: &'s str, unused: Vec<Range<usize>>) -> Self {
        Self {
            source,
            containers: Containers::default(),
            begun: None,
            lines: Vec::new(),
            unused: unused.into_iter().peekable(),
            end: 0,
        }
    }

    /// All of them.
    pub(super) fn lines(mut self) -> Vec<Line> {
        self.add_definitions(self.source.len());
        self.lines
    }

    /// How many columns what stands before the line takes that has begun.
    pub(super) fn columns_before(&self) -> usize {
        self.begun.as_ref().map_or(0, |(first, _)| columns(first))
    }

    /// Begins a line at a place of the source, unless one has begun. Outside of any container it keeps its indentation;
    /// and one that merely goes on with the block in a container, without its marks, stands where the writer put it.
    pub(super) fn begin(&mut self, start: usize) {
        if self.begun.is_some() {
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
    pub(super) fn indentation(&self, place: usize) -> &'s str {
        let before = &self.source[..place];
        let line = &before[before.rfind('\n').map_or(0, |newline| newline + 1)..];
        if self.containers.is_empty() && line.bytes().all(|byte| byte == b' ') {
            line
        } else {
            ""
        }
    }

    /// Begins the first line of a block.
    pub(super) fn begin_block(&mut self, start: usize) {
        self.add_definitions(start);
        self.add_blank_lines(start);
        let first = self.containers.first();
        self.begun = Some((first, self.containers.rest()));
    }

    /// Adds what is defined before a place and used nowhere, as it stands in the source.
    fn add_definitions(&mut self, place: usize) {
        while let Some(span) = self.unused.next_if(|span| span.start < place) {
            self.add_blank_lines(span.start);
            for line in self.source[span.clone()].trim_end().split('\n') {
                let mut text = Styled::default();
                text.push(line, Style::PLAIN);
                self.lines.push(Line {
                    text,
                    ..Line::default()
                });
            }
            self.end = span.end;
        }
    }

    /// Adds as many blank lines as there are in the source before the line that begins; but one around what is not shown.
    fn add_blank_lines(&mut self, start: usize) {
        if self.lines.is_empty() {
            return;
        }
        let gap = self.source.get(self.end..start).unwrap_or_default();
        let lines: Vec<&str> = gap.split('\n').collect();
        let lines = lines.get(1..lines.len() - 1).unwrap_or_default();
        let is_blank = |line: &&&str| line.trim_matches([' ', '\t', '>']).is_empty();
        let blank = lines.iter().filter(is_blank).count();
        let shown = if blank < lines.len() {
            blank.min(1)
        } else {
            blank
        };
        let between = self.containers.between();
        for _ in 0..shown {
            self.lines.push(Line {
                first: between.clone(),
                ..Line::default()
            });
        }
    }

    /// What has been read of a line ends here.
    pub(super) fn end_at(&mut self, place: usize) {
        self.end = place;
    }

    /// A block ends here, or before blanks that do.
    pub(super) fn end_block(&mut self, place: usize) {
        self.end_line();
        self.end = self.source[..place].trim_end().len();
    }

    /// What comes next does not go on with the line.
    pub(super) fn end_line(&mut self) {
        self.begun = None;
    }

    /// Adds a line; those after it in the same block stand below its text.
    pub(super) fn push(&mut self, text: Styled, is_fixed: bool, hang: &str) {
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
