//! Questions from a stream, one per line.

use std::io::{BufRead, BufReader, Read};

use faq::limits::QUESTION_SIZE;

use crate::cli::error::Error;

/// The questions of a stream; blank lines are skipped.
pub(super) struct Questions<R> {
    stream: BufReader<R>,
    line: usize,
}

impl<R: Read> Questions<R> {
    pub(super) fn new(stream: R) -> Self {
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
    pub(super) fn next(&mut self) -> Result<Option<String>, Error> {
        while let Some(line) = self.line()? {
            let question = line.trim();
            if !question.is_empty() {
                return Ok(Some(question.to_owned()));
            }
        }
        Ok(None)
    }

    /// The next line, blank or not; none at the end.
    pub(super) fn line(&mut self) -> Result<Option<String>, Error> {
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
            return Err(Error::InputTooLong {
                line: self.line,
                limit: QUESTION_SIZE,
            });
        }
        if self.line == 1 && bytes.starts_with(b"\xEF\xBB\xBF") {
            bytes.drain(..3);
        }
        let line = String::from_utf8(bytes).map_err(|error| Error::InputEncoding {
            line: self.line,
            byte: error.utf8_error().valid_up_to() + 1,
        })?;
        Ok(Some(line))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn questions(text: &[u8]) -> Result<Vec<String>, String> {
        let mut questions = Questions::new(text);
        let mut found = Vec::new();
        while let Some(question) = questions.next().map_err(|error| error.to_string())? {
            found.push(question);
        }
        Ok(found)
    }

    #[test]
    fn lines_are_questions() {
        assert_eq!(
            questions(b"\xEF\xBB\xBFone\r\n\n  \ntwo three\n\tfour").unwrap(),
            ["one", "two three", "four"]
        );
        assert_eq!(questions(b"").unwrap(), [""; 0]);
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
    fn faults_name_the_line() {
        assert_eq!(
            questions(b"one\ntw\xE9").unwrap_err(),
            "standard input:2: not UTF-8 from byte 3 of the line"
        );
        let long = questions(&vec![b'a'; QUESTION_SIZE + 1]).unwrap_err();
        assert_eq!(long, "standard input:1: longer than the limit of 16 MiB");
    }
}
