//! How much memory the parser takes: it makes a tree of a whole document before it says anything about it.

/// A node of the tree.
const NODE: usize = 48;

/// A node that may hold others, and its place among those that are open.
const BLOCK: usize = NODE + 8;

/// What a heading says of itself in braces, and each word of it.
const BRACES: usize = 72;

/// The cells that the parser adds at most to rows that have too few.
const ADDED_CELLS: usize = 1 << 18;

/// What may open something, while it is not known yet whether anything closes it.
const WAITING: usize = 40;

/// What is kept of a link beside its nodes.
const LINK: usize = 80;

/// What is kept of a tag, of a character reference, or of code between two signs.
const PIECE: usize = 24;

/// What the tree of a document takes at most, in bytes: every line begins a block or goes on with one, every sign that may
/// mean something makes a node, and so does the text behind it.
pub(super) fn size(text: &str) -> usize {
    let mut count = Count::default();
    let bytes = text.as_bytes();
    for (at, &byte) in bytes.iter().enumerate() {
        let next = bytes.get(at + 1).copied().unwrap_or(b'\n');
        if count.line.is_begun || count.begin(byte, next) {
            count.within_line(byte);
        }
    }
    count.end_line();
    count.bytes + count.most_waiting.max(count.waiting) + count.added.min(ADDED_CELLS) * NODE
}

#[derive(Debug, Default)]
struct Count {
    bytes: usize,
    line: Line,
    /// The brackets that are open in the paragraph, and what waits in it to be closed.
    brackets: usize,
    waiting: usize,
    most_waiting: usize,
    /// The columns of the table, if there may be one, and the cells that are added to those so far.
    columns: usize,
    added: usize,
}

/// What is known of a line.
#[derive(Debug, Default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is something of its own that a line has or has not"
)]
struct Line {
    /// Whether anything stood in it but what lists and quotations begin with.
    is_begun: bool,
    /// Whether the last byte was text.
    in_text: bool,
    in_braces: bool,
    bars: usize,
    dashes: usize,
    /// Whether it holds what cannot stand between the head of a table and its rows.
    says_something: bool,
}

impl Count {
    /// Takes a byte that lists and quotations may begin with; any other begins the line itself.
    fn begin(&mut self, byte: u8, next: u8) -> bool {
        let ends = matches!(next, b' ' | b'\t' | b'\r' | b'\n');
        match byte {
            b' ' | b'\t' => {}
            b'0'..=b'9' if matches!(next, b'0'..=b'9' | b'.' | b')') => {}
            b'>' => self.bytes += BLOCK,
            b'-' | b'+' | b'*' | b'.' | b')' if ends => {
                self.line.dashes += usize::from(byte == b'-');
                self.bytes += 2 * BLOCK;
            }
            b'\r' | b'\n' => return true,
            _ => {
                self.line.is_begun = true;
                self.bytes += BLOCK;
                return true;
            }
        }
        false
    }

    fn within_line(&mut self, byte: u8) {
        match byte {
            b'|' => self.line.bars += 1,
            b'-' => self.line.dashes += 1,
            b':' | b' ' | b'\t' | b'\r' | b'\n' => {}
            _ => self.line.says_something = true,
        }
        let sign = match byte {
            b'\n' => return self.end_line(),
            b'<' | b'&' => NODE + PIECE,
            b'`' => self.waits(16) + PIECE / 2,
            b'*' | b'_' | b'~' => self.waits(WAITING),
            b'[' => {
                self.brackets += 1;
                self.waits(16)
            }
            b']' if self.brackets > 0 => {
                self.brackets -= 1;
                NODE + LINK
            }
            b'\r' | b'\\' | b'!' | b'|' | b']' => NODE,
            b'{' => {
                self.line.in_braces = true;
                BRACES
            }
            b' ' | b'\t' if self.line.in_braces => BRACES,
            _ => 0,
        };
        self.bytes += sign;
        if sign == 0 && !self.line.in_text {
            self.bytes += NODE;
        }
        self.line.in_text = sign == 0;
    }

    /// Takes a sign that may be closed as long as the paragraph lasts.
    fn waits(&mut self, bytes: usize) -> usize {
        self.waiting += bytes;
        NODE
    }

    fn end_line(&mut self) {
        let line = std::mem::take(&mut self.line);
        if !line.is_begun {
            // It ends a paragraph, or stands in code.
            self.bytes += NODE;
            self.most_waiting = self.most_waiting.max(self.waiting);
            (self.waiting, self.brackets, self.columns) = (0, 0, 0);
        } else if line.dashes > 0 && !line.says_something {
            self.columns = line.bars + 1;
        } else if self.columns > 0 {
            self.bytes += BLOCK;
            self.added += self.columns.saturating_sub(line.bars + 1);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_make_nodes() {
        for (text, bytes) in [
            ("a b c", BLOCK + NODE),
            ("a\nb", 2 * (BLOCK + NODE)),
            ("\n\n", 3 * NODE),
            (">>> a", 4 * BLOCK + NODE),
            ("- - 1. a", 7 * BLOCK + NODE),
            ("2024 a", BLOCK + NODE),
            ("a *b*", BLOCK + 4 * NODE + 2 * WAITING),
            ("*a*\n\n*b*", 2 * (BLOCK + 3 * NODE + WAITING) + NODE),
            ("[a](b)", BLOCK + 4 * NODE + LINK + 16),
            ("]]", BLOCK + 2 * NODE),
            ("a|b\n-|-\nc|d", 4 * BLOCK + 9 * NODE),
        ] {
            assert_eq!(size(text), bytes, "{text}");
        }
    }

    #[test]
    fn short_rows_are_filled_up() {
        let table = |rows| {
            let (head, line) = ("|a".repeat(100), "|-".repeat(100));
            format!("{head}\n{line}\n{}", "b\n".repeat(rows))
        };
        let cells = 100 * NODE;
        assert!(size(&table(1000)) > size(&table(0)) + 1000 * cells);
        let long = size(&format!("{}{}", table(0), "|b".repeat(100)));
        assert!(long < size(&table(0)) + 3 * cells, "{long}");
        let most = size(&table(100_000)) - size(&"b\n".repeat(100_000));
        assert!(most < 2 * ADDED_CELLS * NODE, "{most}");
    }
}
