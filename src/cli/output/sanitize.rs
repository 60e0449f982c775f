//! The only way to a terminal: text that cannot move the cursor, set colours or turn writing around.

use std::borrow::Borrow;
use std::fmt::{self, Write};
use std::ops::{Deref, Range};

/// Text that is safe to print. Nothing else makes one, and text printers take nothing else.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Clean(String);

impl Clean {
    /// Text of several lines: newlines and tabs stay.
    pub(crate) fn text(text: &str) -> Self {
        Self::filtered(&text.replace("\r\n", "\n"), |c| matches!(c, '\n' | '\t'))
    }

    /// One line: any run of white space becomes one space.
    pub(crate) fn line(text: &str) -> Self {
        let words: Vec<&str> = text.split_whitespace().collect();
        Self::filtered(&words.join(" "), |_| false)
    }

    /// One line as it stands, or a part of it: spaces and tabs stay.
    pub(crate) fn verbatim(text: &str) -> Self {
        Self::filtered(text, |c| c == '\t')
    }

    /// Adds a piece of one line: a newline becomes a space.
    pub(crate) fn push(&mut self, text: &str) {
        for (number, line) in text.split('\n').enumerate() {
            if number > 0 {
                self.0.push(' ');
            }
            self.add(line, |c| c == '\t');
        }
    }

    /// A part of it; its bounds are those of characters.
    pub(crate) fn part(&self, range: Range<usize>) -> Self {
        Self(self.0[range].to_owned())
    }

    /// The text itself.
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }

    fn filtered(text: &str, stays: impl Fn(char) -> bool) -> Self {
        let mut clean = Self(String::with_capacity(text.len()));
        clean.add(text, stays);
        clean
    }

    fn add(&mut self, text: &str, stays: impl Fn(char) -> bool) {
        let mut rest = text;
        let is_plain = |byte: u8| matches!(byte, b' '..=b'~');
        // Most text is nothing but these, and need not be looked at one by one.
        while !rest.bytes().all(is_plain)
            && let Some((at, c)) = rest
                .char_indices()
                .find(|&(_, c)| is_unsafe(c) && !stays(c))
        {
            self.0.push_str(&rest[..at]);
            // Writing to a string cannot fail.
            let _ = write!(self.0, "<U+{:04X}>", u32::from(c));
            rest = &rest[at + c.len_utf8()..];
        }
        self.0.push_str(rest);
    }
}

impl Deref for Clean {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl Borrow<str> for Clean {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Clean {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

/// Whether a terminal may act on a character instead of showing it: C0, DEL, C1 and the bidirectional controls.
///
/// The marks U+200E, U+200F and U+061C only place neutral characters, and right-to-left text needs them.
pub(crate) fn is_unsafe(c: char) -> bool {
    c.is_control() || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
impl PartialEq<&str> for Clean {
    fn eq(&self, other: &&str) -> bool {
        self.0 == *other
    }
}

#[cfg(test)]
#[allow(clippy::print_stdout, reason = "a test says how much was tried")]
mod tests {
    use super::*;

    #[test]
    fn controls_are_shown_and_the_rest_stays() {
        for (text, expected) in [
            ("plain", "plain"),
            ("a\x1b[31mb", "a<U+001B>[31mb"),
            ("a\u{202e}b\u{2066}c", "a<U+202E>b<U+2066>c"),
            ("a\u{7f}\u{9b}b", "a<U+007F><U+009B>b"),
            ("one\r\ntwo\tthree\rfour", "one\ntwo\tthree<U+000D>four"),
            ("می\u{200c}خواهم \u{200f}", "می\u{200c}خواهم \u{200f}"),
            ("👩\u{200d}🚀", "👩\u{200d}🚀"),
        ] {
            assert_eq!(Clean::text(text).as_str(), expected);
        }
        assert_eq!(
            Clean::line(" a\n b\t\u{85}c\x07 ").as_str(),
            "a b c<U+0007>"
        );
        let mut pieces = Clean::line("a");
        pieces.push("\x1b\n\tb\r");
        assert_eq!(pieces.as_str(), "a<U+001B> \tb<U+000D>");
        assert_eq!(pieces.part(1..9).as_str(), "<U+001B>");
    }

    #[test]
    fn no_scalar_value_gets_through_that_a_terminal_acts_on() {
        let mut tried = 0;
        for c in '\0'..=char::MAX {
            let mut pushed = Clean::default();
            pushed.push(&c.to_string());
            for clean in [
                pushed,
                Clean::text(&c.to_string()),
                Clean::line(&c.to_string()),
            ] {
                let harmless = |c: char| matches!(c, '\n' | '\t') || !is_unsafe(c);
                assert!(clean.as_str().chars().all(harmless), "{c:?}");
                tried += 1;
            }
        }
        assert_eq!(tried, 3 * (0x11_0000 - 0x800));
        println!("scalar values: {tried} tried");
    }
}
