//! The only way to a terminal: text that cannot move the cursor, set colours or turn writing around.

use std::fmt::{self, Write};

/// Text that is safe to print. Nothing else makes one, and text printers take nothing else.
#[derive(Debug, Clone, PartialEq, Eq)]
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

    /// One line that keeps what stands in it: newlines become `\n`.
    pub(crate) fn record(text: &str) -> Self {
        Self(Self::text(text).0.replace('\n', "\\n"))
    }

    /// The text itself.
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }

    fn filtered(text: &str, stays: impl Fn(char) -> bool) -> Self {
        let mut clean = String::with_capacity(text.len());
        for c in text.chars() {
            if is_unsafe(c) && !stays(c) {
                // Writing to a string cannot fail.
                let _ = write!(clean, "<U+{:04X}>", u32::from(c));
            } else {
                clean.push(c);
            }
        }
        Self(clean)
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
pub(super) fn is_unsafe(c: char) -> bool {
    c.is_control() || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
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
        assert_eq!(Clean::record("a\r\nb\\").as_str(), "a\\nb\\");
    }

    #[test]
    fn no_scalar_value_gets_through_that_a_terminal_acts_on() {
        let mut tried = 0;
        for c in '\0'..=char::MAX {
            for clean in [
                Clean::text(&c.to_string()),
                Clean::line(&c.to_string()),
                Clean::record(&c.to_string()),
                Clean::verbatim(&c.to_string()),
            ] {
                let harmless = |c: char| matches!(c, '\n' | '\t') || !is_unsafe(c);
                assert!(clean.as_str().chars().all(harmless), "{c:?}");
                tried += 1;
            }
        }
        println!("sanitiser: {tried} cases tried");
        assert_eq!(tried, 4 * (0x11_0000 - 0x800));
    }
}
