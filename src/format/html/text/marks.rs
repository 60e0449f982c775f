//! What is marked within a line: strong, emphasised, struck out, code, a link.

use crate::format::html::address::is_harmless;

/// A kind of mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Strong,
    Emphasis,
    Struck,
    Code,
    Link,
}

impl Kind {
    pub(super) fn of(name: &[u8]) -> Option<Self> {
        Some(match name {
            b"strong" | b"b" | b"h1" | b"h2" | b"h3" | b"h4" | b"h5" | b"h6" => Self::Strong,
            b"em" | b"i" => Self::Emphasis,
            b"del" | b"s" | b"strike" => Self::Struck,
            b"code" | b"kbd" | b"samp" | b"tt" => Self::Code,
            b"a" => Self::Link,
            _ => return None,
        })
    }
}

/// One that is open.
#[derive(Debug)]
struct Mark {
    kind: Kind,
    /// Where a link leads.
    address: String,
    /// Where its text begins; nothing as long as there is none.
    start: Option<usize>,
}

/// The marks that are open, at most one of each kind: one within another of its kind changes nothing.
#[derive(Debug, Default)]
pub(super) struct Marks {
    open: Vec<Mark>,
    depths: [usize; 5],
}

impl Marks {
    pub(super) fn open(&mut self, kind: Kind, address: String) {
        let depth = &mut self.depths[kind as usize];
        *depth += 1;
        if *depth == 1 {
            self.open.push(Mark {
                kind,
                address,
                start: None,
            });
        }
    }

    pub(super) fn close(&mut self, kind: Kind, text: &mut String) {
        let depth = &mut self.depths[kind as usize];
        if *depth == 0 {
            return;
        }
        *depth -= 1;
        let Some(at) = self.open.iter().position(|mark| mark.kind == kind) else {
            return;
        };
        // HTML does not nest links: the next one ends the one before.
        if *depth == 0 || kind == Kind::Link {
            *depth = 0;
            self.end_from(at, text);
            self.open.remove(at);
        }
    }

    /// Says that text follows at this place.
    pub(super) fn begin(&mut self, at: usize) {
        for mark in &mut self.open {
            mark.start.get_or_insert(at);
        }
    }

    /// Leaves what has been added unmarked.
    pub(super) fn pause(&mut self) {
        for mark in &mut self.open {
            mark.start = None;
        }
    }

    /// Ends all marks for now; they go on with the next text.
    pub(super) fn interrupt(&mut self, text: &mut String) {
        self.end_from(0, text);
    }

    fn end_from(&mut self, first: usize, text: &mut String) {
        for at in (first..self.open.len()).rev() {
            let in_code = self.open[..at].iter().any(|it| it.kind == Kind::Code);
            let mark = &mut self.open[at];
            let Some(start) = mark.start.take().filter(|_| !in_code) else {
                continue;
            };
            if text.get(start..).is_some_and(|text| !text.is_empty()) {
                end(mark, start, text);
            }
            let length = text.len();
            for mark in &mut self.open {
                mark.start = mark.start.filter(|&start| start < length);
            }
        }
    }
}

fn end(mark: &Mark, start: usize, text: &mut String) {
    let around = |text: &mut String, before: &str, after: &str| {
        text.insert_str(start, before);
        text.push_str(after);
    };
    match mark.kind {
        Kind::Strong => around(text, "**", "**"),
        Kind::Emphasis => around(text, "*", "*"),
        Kind::Struck => around(text, "~~", "~~"),
        Kind::Code => {
            let fence = "`".repeat(longest_run(&text[start..]) + 1);
            let inner = &text[start..];
            let blank = if inner.starts_with('`') || inner.ends_with('`') {
                " "
            } else {
                ""
            };
            let (before, after) = (format!("{fence}{blank}"), format!("{blank}{fence}"));
            around(text, &before, &after);
        }
        Kind::Link => end_link(&mark.address, start, text),
    }
}

fn end_link(address: &str, start: usize, text: &mut String) {
    let label = &text[start..];
    // A sign that only leads to where it stands, as beside headings.
    if address.starts_with('#') && !label.contains(char::is_alphanumeric) {
        text.truncate(start);
        return;
    }
    let says_it = label == address || Some(label) == address.strip_prefix("mailto:");
    if address.is_empty() || says_it || !is_harmless(address) {
        return;
    }
    text.insert(start, '[');
    let in_brackets = address.contains(|c: char| c.is_whitespace() || matches!(c, '(' | ')'));
    let (before, after) = if in_brackets {
        ("](<", ">)")
    } else {
        ("](", ")")
    };
    text.push_str(before);
    text.push_str(address);
    text.push_str(after);
}

/// How many backticks follow one another at most.
pub(super) fn longest_run(text: &str) -> usize {
    let (mut longest, mut run) = (0, 0);
    for c in text.chars() {
        run = if c == '`' { run + 1 } else { 0 };
        longest = longest.max(run);
    }
    longest
}
