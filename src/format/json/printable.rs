//! JSON that is safe to print: what a terminal would act on is escaped, and means the same.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::ser::{Formatter, Serializer};

/// Writes a string.
pub(super) fn string(out: &mut dyn Write, text: &str) -> io::Result<()> {
    let escape = Escape { markup: false };
    Ok(text.serialize(&mut Serializer::with_formatter(out, escape))?)
}

/// Writes a string that may stand in a script of a page: nothing in it ends that script or begins a comment.
#[cfg_attr(
    not(feature = "html"),
    allow(dead_code, reason = "only pages have scripts")
)]
pub(super) fn string_in_page(out: &mut dyn Write, text: &str) -> io::Result<()> {
    let escape = Escape { markup: true };
    Ok(text.serialize(&mut Serializer::with_formatter(out, escape))?)
}

/// Writes a value that is JSON already. When it is `compact`, white space between its parts is left out.
pub(super) fn raw(out: &mut dyn Write, json: &str, compact: bool) -> io::Result<()> {
    let (mut in_string, mut escaped) = (false, false);
    let mut kept = 0;
    for (at, c) in json.char_indices() {
        let is_blank = compact && !in_string && matches!(c, ' ' | '\t' | '\n' | '\r');
        if is_blank || in_string && is_unsafe(c) {
            out.write_all(&json.as_bytes()[kept..at])?;
            kept = at + c.len_utf8();
            if !is_blank {
                escape(out, c)?;
            }
        }
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = in_string,
            '"' => in_string = !in_string,
            _ => {}
        }
    }
    out.write_all(&json.as_bytes()[kept..])
}

/// What `serde_json` leaves as it is.
struct Escape {
    /// Whether the tags of a page are escaped as well.
    markup: bool,
}

impl Formatter for Escape {
    fn write_string_fragment<W: ?Sized + Write>(
        &mut self,
        writer: &mut W,
        fragment: &str,
    ) -> io::Result<()> {
        let mut kept = 0;
        for (at, c) in fragment.char_indices() {
            let rest = &fragment.as_bytes()[at..];
            let is_markup = self.markup && (rest.starts_with(b"</") || rest.starts_with(b"<!"));
            if is_markup || is_unsafe(c) {
                writer.write_all(&fragment.as_bytes()[kept..at])?;
                kept = at + c.len_utf8();
                if rest.starts_with(b"</") {
                    writer.write_all(b"<\\")?;
                } else {
                    escape(writer, c)?;
                }
            }
        }
        writer.write_all(&fragment.as_bytes()[kept..])
    }
}

fn escape<W: ?Sized + Write>(writer: &mut W, c: char) -> io::Result<()> {
    write!(writer, "\\u{:04x}", u32::from(c))
}

/// Whether a terminal may act on a character instead of showing it: controls, and the bidirectional ones.
fn is_unsafe(c: char) -> bool {
    c.is_control() || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> String {
        let mut out = Vec::new();
        write(&mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn what_a_terminal_acts_on_is_escaped_and_means_the_same() {
        let text = "a\x1b\u{7f}\u{9b}\u{202e}\u{2069}\u{200e}é\"\\\n漢";
        let line = written(|out| string(out, text));
        assert_eq!(
            line,
            "\"a\\u001b\\u007f\\u009b\\u202e\\u2069\u{200e}é\\\"\\\\\\n漢\""
        );
        assert_eq!(serde_json::from_str::<String>(&line).unwrap(), text);
    }

    #[test]
    fn nothing_ends_a_script() {
        let text = "<p>a</p><!--<script></script \u{9b}<";
        let line = written(|out| string_in_page(out, text));
        assert_eq!(line, "\"<p>a<\\/p>\\u003c!--<script><\\/script \\u009b<\"");
        assert_eq!(serde_json::from_str::<String>(&line).unwrap(), text);
    }

    #[test]
    fn what_is_json_stays_as_it_is() {
        let json = "{ \"a b\\\" c\" :\r\n\t[1.50e+2, -0,\"\u{9b} \\\\\"] }";
        assert_eq!(
            written(|out| raw(out, json, false)),
            json.replace('\u{9b}', "\\u009b")
        );
        assert_eq!(
            written(|out| raw(out, json, true)),
            "{\"a b\\\" c\":[1.50e+2,-0,\"\\u009b \\\\\"]}"
        );
    }
}
