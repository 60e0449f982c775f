//! Questions from a stream, one per line.

use std::io::{self, BufRead, BufReader, Read};

use faq::limits::QUESTION_SIZE;

use crate::cli::error::Error;

/// How many bytes of a line are shown that cannot be read: enough to tell which it is.
const SHOWN: usize = 256;

/// How many bytes of a line are passed over that is too long: a longer one has no end, or is no text.
const MOST_PASSED_OVER: usize = 16 * QUESTION_SIZE;

/// The questions of a stream; blank lines are skipped.
pub(in crate::cli::commands) struct Questions<R> {
    stream: BufReader<R>,
    line: usize,
}

/// A line of the stream.
pub(in crate::cli::commands) enum Line {
    Text(String),
    Unread(Unread),
}

/// A line that cannot be read: those after it can.
pub(in crate::cli::commands) struct Unread {
    /// What it begins with, as far as that is text.
    pub(super) beginning: String,
    /// Why it cannot be read.
    pub(in crate::cli::commands) error: Error,
}

impl Line {
    /// What is asked: nothing, where that could not be read.
    pub(super) fn question(&self) -> &str {
        match self {
            Self::Text(text) => text.trim(),
            Self::Unread(_) => "",
        }
    }

    fn is_blank(&self) -> bool {
        matches!(self, Self::Text(text) if text.trim().is_empty())
    }
}

impl<R: Read> Questions<R> {
    pub(in crate::cli::commands) fn new(stream: R) -> Self {
        Self {
            stream: BufReader::new(stream),
            line: 0,
        }
    }

    /// Whether a whole question is at hand, so that nobody has to wait for it; a blank line is none.
    pub(super) fn has_question(&self) -> bool {
        let buffer = self.stream.buffer();
        let whole = buffer
            .iter()
            .rposition(|&byte| byte == b'\n')
            .map_or(&[][..], |end| &buffer[..end]);
        let blank = |c: char| c.is_whitespace() || c == '\u{FEFF}';
        whole
            .split(|&byte| byte == b'\n')
            .any(|line| !String::from_utf8_lossy(line).trim_matches(blank).is_empty())
    }

    /// The next question, waiting for it if need be; none at the end.
    pub(super) fn next(&mut self) -> Result<Option<Line>, Error> {
        loop {
            match self.line()? {
                Some(line) if line.is_blank() => {}
                line => return Ok(line),
            }
        }
    }

    /// The next line, blank or not; none at the end.
    pub(in crate::cli::commands) fn line(&mut self) -> Result<Option<Line>, Error> {
        let mut bytes = Vec::new();
        let limit = QUESTION_SIZE as u64 + 1;
        let read = self
            .stream
            .by_ref()
            .take(limit)
            .read_until(b'\n', &mut bytes)
            .map_err(Error::Input)?;
        if read == 0 {
            return Ok(None);
        }
        self.line += 1;
        if bytes.len() > QUESTION_SIZE {
            let error = Error::InputTooLong {
                line: self.line,
                limit: QUESTION_SIZE,
            };
            let ended = bytes.ends_with(b"\n") || self.pass_over_line().map_err(Error::Input)?;
            return if ended {
                Ok(Some(unread(&bytes, error)))
            } else {
                Err(error)
            };
        }
        if self.line == 1 && bytes.starts_with(b"\xEF\xBB\xBF") {
            bytes.drain(..3);
        }
        Ok(Some(match String::from_utf8(bytes) {
            Ok(line) => Line::Text(line),
            Err(error) => {
                let byte = error.utf8_error().valid_up_to() + 1;
                let line = self.line;
                unread(error.as_bytes(), Error::InputEncoding { line, byte })
            }
        }))
    }

    /// Goes on to the end of the line, and says whether it has one.
    fn pass_over_line(&mut self) -> io::Result<bool> {
        let mut left = MOST_PASSED_OVER;
        while left > 0 {
            let buffer = match self.stream.fill_buf() {
                Ok(buffer) => buffer,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(error),
            };
            let end = memchr::memchr(b'\n', buffer);
            let is_over = end.is_some() || buffer.is_empty();
            let length = end.map_or(buffer.len(), |end| end + 1);
            self.stream.consume(length);
            if is_over {
                return Ok(true);
            }
            left = left.saturating_sub(length);
        }
        Ok(false)
    }
}

fn unread(bytes: &[u8], error: Error) -> Line {
    let shown = &bytes[..bytes.len().min(SHOWN)];
    let beginning = String::from_utf8_lossy(shown).trim().to_owned();
    Line::Unread(Unread { beginning, error })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is asked, and what is said of lines that cannot be read.
    fn questions(stream: impl Read) -> Result<Vec<String>, String> {
        let mut questions = Questions::new(stream);
        let mut found = Vec::new();
        while let Some(line) = questions.next().map_err(|error| error.to_string())? {
            found.push(match &line {
                Line::Text(_) => line.question().to_owned(),
                Line::Unread(unread) => {
                    format!("{} ({})", unread.error, unread.beginning.len())
                }
            });
        }
        Ok(found)
    }

    #[test]
    fn lines_are_questions() {
        let text = &b"\xEF\xBB\xBFone\r\n\n  \ntwo three\n\tfour"[..];
        assert_eq!(questions(text).unwrap(), ["one", "two three", "four"]);
        assert_eq!(questions(&b""[..]).unwrap(), [""; 0]);
    }

    #[test]
    fn a_blank_line_is_no_question_at_hand() {
        for (text, at_hand) in [
            (&b"one\ntwo"[..], false),
            (b"one\n\n \r\n", false),
            (b"one\n\ntwo\n", true),
        ] {
            let mut questions = Questions::new(text);
            questions.next().unwrap();
            assert_eq!(questions.has_question(), at_hand, "{text:?}");
        }
    }

    #[test]
    fn what_cannot_be_read_is_named_by_its_line_and_the_next_is_read() {
        let latin = &b"one\ntw\xE9\r\nthree\n\xFF"[..];
        assert_eq!(
            questions(latin).unwrap(),
            [
                "one",
                "standard input:2: not UTF-8 from byte 3 of the line (5)",
                "three",
                "standard input:4: not UTF-8 from byte 1 of the line (3)",
            ]
        );
        let long = "standard input:1: longer than the limit of 16 MiB (256)";
        for more in [0, 1, 100_000] {
            let mut text = vec![b'a'; QUESTION_SIZE + more];
            text.extend(b"\ntwo");
            assert_eq!(questions(&text[..]).unwrap(), [long, "two"], "{more}");
        }
        let text = vec![b'a'; QUESTION_SIZE + 1];
        assert_eq!(questions(&text[..]).unwrap(), [long]);
    }

    #[test]
    fn a_line_that_never_ends_is_not_waited_for() {
        assert_eq!(
            questions(io::repeat(b'a')).unwrap_err(),
            "standard input:1: longer than the limit of 16 MiB"
        );
    }
}
