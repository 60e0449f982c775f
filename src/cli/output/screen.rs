//! A terminal as something to write bytes to: what it would act on is shown instead, as everywhere.

use std::io::{self, Write};

use super::sanitize::Clean;

/// Passes text on to a terminal, cleaned. Text may come in pieces that end within a character.
pub(crate) struct Screen<W> {
    out: W,
    /// The beginning of a character, or of the end of a line, that is yet to come.
    rest: Vec<u8>,
}

impl<W: Write> Screen<W> {
    pub(crate) fn new(out: W) -> Self {
        Self {
            out,
            rest: Vec::new(),
        }
    }
}

impl<W: Write> Write for Screen<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.rest.extend_from_slice(bytes);
        let whole = whole(&self.rest);
        let text = String::from_utf8_lossy(&self.rest[..whole]);
        write!(self.out, "{}", Clean::text(&text))?;
        self.rest.drain(..whole);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        let text = String::from_utf8_lossy(&self.rest);
        write!(self.out, "{}", Clean::text(&text))?;
        self.rest.clear();
        self.out.flush()
    }
}

/// How many bytes end neither within a character nor between carriage return and newline.
fn whole(bytes: &[u8]) -> usize {
    let end = match std::str::from_utf8(bytes) {
        // More bytes can only help where these end too early.
        Err(error) if error.error_len().is_none() => error.valid_up_to(),
        _ => bytes.len(),
    };
    end - usize::from(bytes[..end].ends_with(b"\r"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn however_it_is_cut_the_same_is_shown() {
        let text = "a\x1b[31m é漢👩\r\nb\rc\u{9b}\u{202e}\t.\r";
        let expected = "a<U+001B>[31m é漢👩\nb<U+000D>c<U+009B><U+202E>\t.<U+000D>";
        for size in 1..=text.len() {
            let mut shown = Vec::new();
            let mut screen = Screen::new(&mut shown);
            for piece in text.as_bytes().chunks(size) {
                screen.write_all(piece).unwrap();
            }
            screen.flush().unwrap();
            assert_eq!(String::from_utf8(shown).unwrap(), expected, "{size}");
        }
    }
}
