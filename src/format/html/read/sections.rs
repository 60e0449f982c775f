//! The headings that questions stand under: they label them.

use std::ops::Range;

use super::entry::line;
use crate::format::draft::Located;

/// A heading longer than this labels nothing.
const MAX_LABEL: usize = 100;

#[derive(Debug)]
struct Section {
    level: u8,
    outer: Option<usize>,
    heading: Range<usize>,
}

/// The sections of a page, each with the one that it is within.
#[derive(Debug, Default)]
pub(super) struct Sections {
    all: Vec<Section>,
    current: Option<usize>,
}

impl Sections {
    /// A heading of a level begins a section and ends those of this level and below.
    pub(super) fn enter(&mut self, level: u8, heading: Range<usize>) {
        let outer = self.outside(level);
        self.current = Some(self.all.len());
        self.all.push(Section {
            level,
            outer,
            heading,
        });
    }

    /// The section that a heading of a level stands in.
    pub(super) fn outside(&self, level: u8) -> Option<usize> {
        let mut at = self.current;
        while let Some(section) = at.map(|at| &self.all[at]) {
            if section.level < level {
                break;
            }
            at = section.outer;
        }
        at
    }

    /// The section that text stands in.
    pub(super) fn current(&self) -> Option<usize> {
        self.current
    }

    /// The sections that all of these are within.
    pub(super) fn common(&self, of: impl Iterator<Item = Option<usize>>) -> Option<usize> {
        of.reduce(|a, b| {
            // A later section is never outside of an earlier one.
            let (mut a, mut b) = (a?, b?);
            while a != b {
                if a > b {
                    a = self.all[a].outer?;
                } else {
                    b = self.all[b].outer?;
                }
            }
            Some(a)
        })
        .flatten()
    }

    /// The headings above, from the outermost on, without those that stand above all questions.
    pub(super) fn labels<'a>(
        &self,
        page: &'a str,
        mut section: Option<usize>,
        common: Option<usize>,
    ) -> Vec<Located<'a>> {
        let mut labels = Vec::new();
        while let Some(at) = section.filter(|_| section != common) {
            let label = line(page, &self.all[at].heading);
            if !label.text.is_empty() && label.text.len() <= MAX_LABEL {
                labels.push(label);
            }
            section = self.all[at].outer;
        }
        labels.reverse();
        labels
    }
}

/// The level of a heading.
pub(super) fn heading_level(name: &[u8]) -> Option<u8> {
    match name {
        [b'h', digit @ b'1'..=b'6'] => Some(digit - b'0'),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_section_that_holds_all_questions_labels_none() {
        let page = "abcd";
        let mut sections = Sections::default();
        sections.enter(1, 0..1);
        sections.enter(2, 1..2);
        let first = sections.current();
        sections.enter(3, 2..3);
        let second = sections.current();
        sections.enter(2, 3..4);
        let third = sections.current();
        let labels = |section, common| -> Vec<String> {
            let labels = sections.labels(page, section, common);
            labels.into_iter().map(|it| it.text.into_owned()).collect()
        };
        let common = sections.common([first, second, third].into_iter());
        assert_eq!(labels(second, common), ["b", "c"]);
        assert_eq!(labels(third, common), ["d"]);
        let common = sections.common([first, second].into_iter());
        assert_eq!(labels(second, common), ["c"]);
        assert_eq!(labels(first, common), [""; 0]);
        let common = sections.common([first, None].into_iter());
        assert_eq!(labels(second, common), ["a", "b", "c"]);
        assert_eq!(sections.outside(3), third);
        assert_eq!(sections.outside(2), Some(0));
        assert_eq!(sections.outside(1), None);
    }
}
