//! Standard output in whole lines: an interruption comes between two of them, never within one.

use std::io::{self, Write};

use crate::cli::signal;

/// How many bytes are gathered before they are handed on.
const ENOUGH: usize = 8 << 10;

/// A buffer that hands on whole lines, or records that end with NUL; half a line only when it is flushed.
#[derive(Debug)]
pub(crate) struct Lines<W> {
    out: W,
    buffer: Vec<u8>,
    /// How much of the buffer is whole lines.
    whole: usize,
}

impl<W: Write> Lines<W> {
    pub(crate) fn new(out: W) -> Self {
        Self {
            out,
            buffer: Vec::with_capacity(ENOUGH),
            whole: 0,
        }
    }

    fn hand_on(&mut self, end: usize) -> io::Result<()> {
        let Self { out, buffer, .. } = self;
        let written = signal::unbroken(|| out.write_all(&buffer[..end]).and_then(|()| out.flush()));
        // What could not be written is not tried again.
        buffer.drain(..end);
        self.whole = 0;
        written
    }
}

impl<W: Write> Write for Lines<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let ends_line = |&byte: &u8| matches!(byte, b'\n' | b'\0');
        if let Some(end) = bytes.iter().rposition(ends_line) {
            self.whole = self.buffer.len() + end + 1;
        }
        self.buffer.extend_from_slice(bytes);
        if self.buffer.len() >= ENOUGH && self.whole > 0 {
            self.hand_on(self.whole)?;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.hand_on(self.buffer.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each piece that is handed on.
    #[derive(Default)]
    struct Pieces(Vec<Vec<u8>>);

    impl Write for Pieces {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0.push(bytes.to_owned());
            Ok(bytes.len())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn every_piece_ends_where_a_line_or_a_record_does() {
        for end in ["\n", "\0"] {
            let mut lines = Lines::new(Pieces::default());
            let mut expected = Vec::new();
            for length in (0..300).chain([3 * ENOUGH, 5, ENOUGH - 1]) {
                // In bits, as printers write.
                for part in ["x".repeat(length).as_str(), "漢", end] {
                    lines.write_all(part.as_bytes()).unwrap();
                    expected.extend_from_slice(part.as_bytes());
                }
            }
            lines.flush().unwrap();
            let Pieces(pieces) = lines.out;
            assert!(pieces.len() > 5);
            for piece in &pieces {
                assert!(piece.ends_with(end.as_bytes()), "{}", piece.len());
            }
            assert_eq!(pieces.concat(), expected);
        }
    }

    #[test]
    fn half_a_line_goes_out_when_it_is_flushed() {
        let mut lines = Lines::new(Pieces::default());
        write!(lines, "one\ntwo").unwrap();
        assert!(lines.out.0.is_empty());
        lines.flush().unwrap();
        assert_eq!(lines.out.0.concat(), b"one\ntwo");
    }
}
