//! Lists and quotations: what their lines begin with.

use html5gum::HtmlString;

use super::footnotes;
use super::layout::Layout;
use crate::format::html::tokens::{Tag, attribute};

#[derive(Debug)]
enum Container {
    /// The number of its next item, where it has numbers.
    List(Option<u32>),
    /// The indentation outside of it.
    Item(u8),
    Quote(u8),
    Footnote(u8),
}

/// Those that are open.
#[derive(Debug, Default)]
pub(super) struct Containers {
    open: Vec<Container>,
}

impl Containers {
    pub(super) fn open(&mut self, tag: &Tag, layout: &mut Layout) {
        let number = |name| attribute(tag, name).and_then(|value| value.trim().parse().ok());
        let container = match tag.name.as_slice() {
            b"ul" | b"menu" | b"dir" => Container::List(None),
            b"ol" => Container::List(Some(number("start").unwrap_or(1))),
            b"div" => match footnotes::indent_of(tag) {
                Some(indent) => Container::Footnote(layout.indent("", &" ".repeat(indent))),
                None => return,
            },
            b"blockquote" => Container::Quote(layout.indent("> ", "> ")),
            b"li" => {
                self.end_item(layout);
                let mut bullet = "- ".to_owned();
                if let Some(Container::List(Some(next))) = self.open.last_mut() {
                    let this = number("value").unwrap_or(*next);
                    *next = this.saturating_add(1);
                    bullet = format!("{this}. ");
                }
                let rest = " ".repeat(bullet.len());
                Container::Item(layout.indent(&bullet, &rest))
            }
            _ => return,
        };
        self.open.push(container);
    }

    pub(super) fn close(&mut self, name: &HtmlString, layout: &mut Layout) {
        let outside = match (name.as_slice(), self.open.last()) {
            (b"ul" | b"ol" | b"menu" | b"dir", Some(_)) => {
                self.end_item(layout);
                self.open.pop_if(|it| matches!(it, Container::List(_)));
                return;
            }
            (b"li", Some(&Container::Item(outside)))
            | (b"blockquote", Some(&Container::Quote(outside)))
            | (b"div", Some(&Container::Footnote(outside))) => outside,
            _ => return,
        };
        self.open.pop();
        layout.outdent(outside);
    }

    /// An item ends where the next one begins, when nothing else has ended it.
    fn end_item(&mut self, layout: &mut Layout) {
        if let Some(&Container::Item(outside)) = self.open.last() {
            self.open.pop();
            layout.outdent(outside);
        }
    }

    /// Whether an element is a list within an item: no blank lines are around it.
    pub(super) fn is_in_item(&self, name: &HtmlString) -> bool {
        matches!(name.as_slice(), b"ul" | b"ol" | b"menu")
            && matches!(self.open.last(), Some(Container::Item(_)))
    }
}
