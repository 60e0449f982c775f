//! Quotes and items of lists, one within the other, and what they put before a line.

use crate::cli::output::sanitize::Clean;
use crate::cli::output::wrap::columns;

/// So many of them put something before each line. More help nobody, and the work stays bounded.
const MOST: usize = 12;

/// A block that holds others.
#[derive(Debug)]
pub(super) enum Container {
    Quote,
    /// An item of a list, or a footnote: its mark until that has been taken, and how wide that is.
    Item(Option<String>, usize),
}

impl Container {
    /// An item with a mark such as `-` or `12.`.
    pub(super) fn item(mark: &str) -> Self {
        let width = columns(&Clean::line(mark)) + 1;
        let mark = format!("{mark} ");
        Self::Item(Some(mark), width)
    }

    fn rest(&self) -> String {
        match self {
            Self::Quote => "> ".to_owned(),
            Self::Item(_, width) => " ".repeat(*width),
        }
    }
}

/// Those that are open.
#[derive(Debug, Default)]
pub(super) struct Containers {
    open: Vec<Container>,
    /// How many of them were open at the last line already.
    known: usize,
}

impl Containers {
    pub(super) fn open(&mut self, container: Container) {
        self.open.push(container);
    }

    pub(super) fn close(&mut self) {
        self.open.pop();
        self.known = self.known.min(self.open.len());
    }

    pub(super) fn is_empty(&self) -> bool {
        self.open.is_empty()
    }

    /// Whether the innermost is an item whose mark stands nowhere yet.
    pub(super) fn has_mark(&self) -> bool {
        matches!(self.open.last(), Some(Container::Item(Some(_), _)))
    }

    /// What stands before a line; marks of items stand but once, however many there are.
    pub(super) fn first(&mut self) -> Clean {
        let mut first = Clean::default();
        self.known = self.open.len();
        for (number, container) in self.open.iter_mut().enumerate() {
            match container {
                Container::Item(mark @ Some(_), _) => {
                    first.push(&mark.take().unwrap_or_default());
                }
                _ if number < MOST => first.push(&container.rest()),
                _ => {}
            }
        }
        first
    }

    /// What stands before further lines of the same block.
    pub(super) fn rest(&self) -> Clean {
        rest(&self.open)
    }

    /// What stands before an empty line after the last one.
    pub(super) fn between(&self) -> Clean {
        rest(&self.open[..self.known])
    }
}

fn rest(containers: &[Container]) -> Clean {
    let mut rest = Clean::default();
    for container in containers.iter().take(MOST) {
        rest.push(&container.rest());
    }
    rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_stand_once_and_quotes_before_every_line() {
        let mut containers = Containers::default();
        containers.open(Container::Quote);
        containers.open(Container::item("12."));
        assert!(containers.has_mark());
        assert_eq!(containers.between().as_str(), "");
        assert_eq!(containers.first().as_str(), "> 12. ");
        assert_eq!(containers.first().as_str(), ">     ");
        assert_eq!(containers.rest().as_str(), ">     ");
        containers.close();
        assert_eq!(containers.between().as_str(), "> ");
        containers.close();
        assert!(containers.is_empty());
    }

    #[test]
    fn deep_inside_nothing_more_is_put_before_a_line() {
        let mut containers = Containers::default();
        for _ in 0..1000 {
            containers.open(Container::Quote);
        }
        assert_eq!(containers.rest().as_str().len(), 2 * MOST);
        assert_eq!(containers.first().as_str().len(), 2 * MOST);
    }
}
