//! Lines and columns, for people and editors.

use std::fmt;

/// A line and a column, both counted from 1; columns count characters (Unicode scalar values).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// The line, from 1.
    pub line: usize,
    /// The character in that line, from 1.
    pub column: usize,
}

impl Position {
    /// The position of a byte offset in a text; an offset past the end is at the end.
    pub(crate) fn of(text: &str, offset: usize) -> Self {
        Positions::new(text).advance(offset)
    }
}

impl Default for Position {
    fn default() -> Self {
        Self { line: 1, column: 1 }
    }
}

impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.line, self.column)
    }
}

/// Turns rising byte offsets into positions, in one pass over the text.
#[derive(Debug, Clone)]
pub(crate) struct Positions<'a> {
    text: &'a str,
    offset: usize,
    position: Position,
}

impl<'a> Positions<'a> {
    pub(crate) fn new(text: &'a str) -> Self {
        Self {
            text,
            offset: 0,
            position: Position::default(),
        }
    }

    /// The position of an offset that is not before the last one asked for.
    pub(crate) fn advance(&mut self, offset: usize) -> Position {
        let mut offset = offset.min(self.text.len());
        while !self.text.is_char_boundary(offset) {
            offset -= 1;
        }
        let passed = &self.text[self.offset..offset];
        let in_line = match memchr::memrchr(b'\n', passed.as_bytes()) {
            Some(newline) => {
                self.position.line += newlines(passed.as_bytes());
                self.position.column = 1;
                &passed[newline + 1..]
            }
            None => passed,
        };
        self.position.column += in_line.chars().count();
        self.offset = offset;
        self.position
    }
}

/// How many bytes are counted together, as numbers that one byte holds.
const BLOCK: usize = 64;

/// How many lines end here.
fn newlines(bytes: &[u8]) -> usize {
    let count = |bytes: &[u8]| {
        let ends = bytes.iter().map(|&byte| u8::from(byte == b'\n'));
        usize::from(ends.sum::<u8>())
    };
    let (blocks, rest) = bytes.as_chunks::<BLOCK>();
    let in_blocks = blocks.iter().map(|block| count(block));
    in_blocks.sum::<usize>() + count(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_lines_are_counted() {
        for count in [0, 1, 63, 64, 65, 254, 255, 256, 1_000] {
            for line in ["\n", "x\n", "\u{a0a}\n"] {
                let text = line.repeat(count) + "x";
                assert_eq!(Position::of(&text, text.len()).line, count + 1, "{line:?}");
            }
        }
    }

    #[test]
    fn columns_count_characters() {
        let text = "é1\r\n漢x\n";
        let mut rising = Positions::new(text);
        for (offset, expected) in [
            (0, "1:1"),
            (2, "1:2"),
            (5, "2:1"),
            (6, "2:1"),
            (8, "2:2"),
            (10, "3:1"),
            (99, "3:1"),
        ] {
            assert_eq!(Position::of(text, offset).to_string(), expected, "{offset}");
            assert_eq!(rising.advance(offset).to_string(), expected, "{offset}");
        }
    }
}
