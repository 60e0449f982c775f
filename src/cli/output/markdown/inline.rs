//! What stands in a line: emphasis becomes style, links say where they lead, code keeps its marks.

use std::ops::Range;

use pulldown_cmark::{Tag, TagEnd};

use crate::cli::output::style::Style;
use crate::cli::output::styled::Styled;

/// The text of a line, as far as it has been read.
#[derive(Debug, Default)]
pub(super) struct Inline {
    text: Styled,
    /// What the text looks like from here on: the last of them counts.
    styles: Vec<Style>,
    targets: Vec<Target>,
}

/// What a link or an image leads to.
#[derive(Debug)]
struct Target {
    address: String,
    /// Where its own text begins; nowhere if that was on another line.
    start: Option<usize>,
}

impl Inline {
    pub(super) fn text(&mut self, text: &str) {
        self.text.push(text, self.style());
    }

    /// Code keeps its marks: they tell where it begins and ends.
    pub(super) fn code(&mut self, code: &str) {
        let start = self.text.len();
        let mark = mark_for(code);
        // A blank keeps its own marks apart from those around it.
        let blank = if code.starts_with('`') || code.ends_with('`') {
            " "
        } else {
            ""
        };
        let marks = self.style().and(Style::QUIET);
        self.text.push(&format!("{mark}{blank}"), marks);
        self.text.push(code, self.style());
        self.text.push(&format!("{blank}{mark}"), marks);
        self.text.keep_whole_from(start);
    }

    /// A mark that says nothing itself.
    pub(super) fn mark(&mut self, mark: &str) {
        self.text.push(mark, self.style().and(Style::QUIET));
    }

    /// From here on, text looks like this as well.
    pub(super) fn begin(&mut self, style: Style) {
        self.styles.push(self.style().and(style));
    }

    pub(super) fn end(&mut self) {
        self.styles.pop();
    }

    /// Emphasis begins, with what becomes of its marks.
    pub(super) fn begin_emphasis(&mut self, style: Style, marks: Marks<'_>) {
        match marks {
            Marks::Gone => self.begin(style),
            Marks::Beside(marks) => {
                self.mark(marks);
                self.begin(style);
            }
            Marks::Themselves(marks) => {
                self.text(marks);
                self.begin(Style::PLAIN);
            }
        }
    }

    /// Emphasis ends.
    pub(super) fn end_emphasis(&mut self, marks: Marks<'_>) {
        self.end();
        match marks {
            Marks::Gone => {}
            Marks::Beside(marks) => self.mark(marks),
            Marks::Themselves(marks) => self.text(marks),
        }
    }

    pub(super) fn begin_target(&mut self, address: &str) {
        self.targets.push(Target {
            address: address.to_owned(),
            start: Some(self.text.len()),
        });
    }

    /// After the text of a link stands where it leads, unless that is its text.
    pub(super) fn end_link(&mut self) {
        let Some(Target { address, start }) = self.targets.pop() else {
            return;
        };
        let text = start.map(|start| &self.text.as_str()[start..]);
        let says_it = text
            .is_some_and(|text| text == address || address.strip_prefix("mailto:") == Some(text));
        match text {
            _ if says_it || address.is_empty() => {}
            Some("") => self.address(&address),
            _ => {
                self.text(" (");
                self.address(&address);
                self.text(")");
            }
        }
    }

    /// An image is what it is called; one without a name, where it lies.
    pub(super) fn end_image(&mut self) {
        if let Some(Target { address, start }) = self.targets.pop()
            && start == Some(self.text.len())
        {
            self.address(&address);
        }
    }

    fn address(&mut self, address: &str) {
        self.text.push(address, self.style().and(Style::UNDERLINED));
    }

    /// The line so far; what goes on, goes on in the next.
    pub(super) fn take(&mut self) -> Styled {
        for target in &mut self.targets {
            target.start = None;
        }
        std::mem::take(&mut self.text)
    }

    fn style(&self) -> Style {
        self.styles.last().copied().unwrap_or_default()
    }
}

/// As many backticks as stand nowhere in the code.
fn mark_for(code: &str) -> String {
    let runs = code.split(|c| c != '`').map(str::len);
    let longest = runs.max().unwrap_or_default();
    let one = code.split(|c| c != '`').all(|run| run.len() != 1);
    "`".repeat(if one { 1 } else { longest + 1 })
}

/// How emphasis looks that begins here, if any does.
pub(super) fn style_of(tag: &Tag<'_>) -> Option<Style> {
    style_of_end(tag.to_end())
}

/// How emphasis looks that ends here, if any does.
pub(super) fn style_of_end(tag: TagEnd) -> Option<Style> {
    match tag {
        TagEnd::Emphasis => Some(Style::EMPHASIS),
        TagEnd::Strong => Some(Style::STRONG),
        TagEnd::Strikethrough => Some(Style::STRUCK),
        _ => None,
    }
}

/// What becomes of the marks around emphasis.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Marks<'s> {
    /// Style stands for them.
    Gone,
    /// They are shown beside the style: text without style must say the same, and what was struck out is not meant.
    Beside(&'s str),
    /// They are shown, for they are hardly marks.
    Themselves(&'s str),
}

/// What becomes of the marks around emphasis that stands at a place of the source.
///
/// Between letters or digits, as in 5*3*2 and `PROGRA~1`, they are hardly marks; but scripts that are written without
/// spaces have them there.
pub(super) fn marks(style: Style, source: &str, range: Range<usize>) -> Marks<'_> {
    let (before, after) = (&source[..range.start], &source[range.end..]);
    let source = &source[range];
    let Some(mark) = source.chars().next() else {
        return Marks::Gone;
    };
    let is_double = style != Style::EMPHASIS && source[1..].starts_with(mark);
    let marks = &source[..if is_double { 2 } else { 1 }];
    let is_spaced = |c: char| c.is_alphanumeric() && u32::from(c) < FIRST_UNSPACED;
    let inside = before.trim_end_matches(mark).ends_with(is_spaced)
        && after.trim_start_matches(mark).starts_with(is_spaced);
    if inside || marks == "~" {
        Marks::Themselves(marks)
    } else if style == Style::STRUCK {
        Marks::Beside(marks)
    } else {
        Marks::Gone
    }
}

/// From here on are scripts that are written without spaces, and Hangul, which glues particles to words.
const FIRST_UNSPACED: u32 = 0x1100;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_is_between_marks_that_it_does_not_have() {
        for (code, expected) in [
            ("a b", "`a b`"),
            ("a`b", "``a`b``"),
            ("``", "` `` `"),
            ("`", "`` ` ``"),
            ("`a``", "``` `a`` ```"),
        ] {
            let mut inline = Inline::default();
            inline.code(code);
            assert_eq!(inline.take().as_str(), expected);
        }
    }

    #[test]
    fn marks_go_unless_they_say_something() {
        use Marks::{Beside, Gone, Themselves};
        for (style, source, expected) in [
            (Style::EMPHASIS, "a [*b*] c", Gone),
            (Style::EMPHASIS, "a[*b*]", Gone),
            (Style::EMPHASIS, "5[*3*]2", Themselves("*")),
            (Style::STRONG, "2[**3**]4", Themselves("**")),
            (Style::STRONG, "这是[**重点**]内容", Gone),
            (Style::EMPHASIS, "x*[*b*]*y", Themselves("*")),
            (Style::STRUCK, "a [~~b~~]", Beside("~~")),
            (Style::STRUCK, "a [~b~]", Themselves("~")),
            (Style::STRUCK, "a[~~b~~]c", Themselves("~~")),
        ] {
            let (start, end) = (source.find('[').unwrap(), source.find(']').unwrap());
            let text = source.replace(['[', ']'], "");
            assert_eq!(marks(style, &text, start..end - 1), expected, "{source}");
        }
    }

    #[test]
    fn links_and_images_end_with_what_is_not_said_yet() {
        for (text, address, link, image) in [
            ("the page", "/a", "the page (/a)", "the page"),
            ("/a", "/a", "/a", "/a"),
            (
                "me@a.example",
                "mailto:me@a.example",
                "me@a.example",
                "me@a.example",
            ),
            ("", "/a", "/a", "/a"),
            ("none", "", "none", "none"),
        ] {
            for (end, expected) in [
                (Inline::end_link as fn(&mut Inline), link),
                (Inline::end_image, image),
            ] {
                let mut inline = Inline::default();
                inline.begin_target(address);
                inline.text(text);
                end(&mut inline);
                assert_eq!(inline.take().as_str(), expected);
            }
        }
    }
}
