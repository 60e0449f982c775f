//! Blocks whose white space stands, with a fence around them.

use html5gum::HtmlString;

use super::layout::Layout;
use super::marks::longest_run;
use crate::format::html::tokens::{Tag, Within, attribute};

/// A block that is open.
#[derive(Debug)]
pub(super) struct Code {
    within: Within,
    language: String,
    text: String,
}

impl Code {
    pub(super) fn new(tag: &Tag) -> Self {
        Self {
            within: Within::new(tag),
            language: language(tag),
            text: String::new(),
        }
    }

    pub(super) fn start(&mut self, tag: &Tag) {
        self.within.start(&tag.name);
        match tag.name.as_slice() {
            b"br" => self.text.push('\n'),
            b"code" if self.language.is_empty() => self.language = language(tag),
            _ => {}
        }
    }

    /// Whether that was its own end tag.
    pub(super) fn end(&mut self, name: &HtmlString) -> bool {
        self.within.end(name)
    }

    pub(super) fn text(&mut self, text: &str) {
        self.text.push_str(text);
    }

    pub(super) fn write(self, layout: &mut Layout) {
        let text = self.text.strip_prefix('\n').unwrap_or(&self.text);
        let text = text.strip_suffix('\n').unwrap_or(text);
        if !text.trim().is_empty() {
            let fence = "`".repeat(longest_run(text).max(2) + 1);
            let language = self.language;
            layout.unmarked(&format!("{fence}{language}\n{text}\n{fence}"));
        }
    }
}

/// The language of code, by the class that says it.
fn language(tag: &Tag) -> String {
    let class = attribute(tag, "class").unwrap_or_default();
    class
        .split_ascii_whitespace()
        .find_map(|class| class.strip_prefix("language-"))
        .filter(|language| !language.contains('`'))
        .unwrap_or_default()
        .to_owned()
}
