//! How much memory the parser takes: it makes a tree of a whole document before it says anything about it.

use std::ops::ControlFlow;

/// A node of the tree.
const NODE: usize = 48;

/// A node that may hold others, and its place among those that are open.
const BLOCK: usize = NODE + 8;

/// What a heading says of itself in braces, and each word of it.
const BRACES: usize = 72;

/// The cells that the parser adds at most to rows that have too few.
const ADDED_CELLS: usize = 1 << 18;

/// What the tree of a document takes at most, in bytes: every sign that may mean something makes a node, and so does the
/// text behind it.
pub(super) fn size(text: &str) -> usize {
    let mut count = Count::default();
    let bytes = text.as_bytes();
    for (at, &byte) in bytes.iter().enumerate() {
        let next = bytes.get(at + 1).copied().unwrap_or(b'\n');
        if count.begins_line && count.at_beginning(byte, next).is_break() {
            continue;
        }
        count.within_line(byte);
    }
    count.end_line();
    let added = count.lines.saturating_mul(count.most_bars).min(ADDED_CELLS);
    count.bytes + added * NODE
}

#[derive(Debug)]
struct Count {
    bytes: usize,
    /// Whether nothing stood in the line but what lists and quotations begin with.
    begins_line: bool,
    /// Whether the last byte was text.
    in_text: bool,
    in_braces: bool,
    lines: usize,
    /// The bars in the line, and in the line that has most.
    bars: usize,
    most_bars: usize,
}

impl Default for Count {
    fn default() -> Self {
        Self {
            bytes: 0,
            begins_line: true,
            in_text: false,
            in_braces: false,
            lines: 0,
            bars: 0,
            most_bars: 0,
        }
    }
}

impl Count {
    /// Takes a byte that lists and quotations may begin with; any other begins a block.
    fn at_beginning(&mut self, byte: u8, next: u8) -> ControlFlow<()> {
        let ends = matches!(next, b' ' | b'\t' | b'\r' | b'\n');
        match byte {
            b' ' | b'\t' | b'0'..=b'9' if !ends || byte == b' ' || byte == b'\t' => {}
            b'>' => self.bytes += BLOCK,
            b'-' | b'+' | b'*' | b'.' | b')' if ends => self.bytes += 2 * BLOCK,
            b'\r' | b'\n' => return ControlFlow::Continue(()),
            _ => {
                self.begins_line = false;
                self.bytes += BLOCK;
                return ControlFlow::Continue(());
            }
        }
        ControlFlow::Break(())
    }

    fn within_line(&mut self, byte: u8) {
        let sign = match byte {
            b'\n' => {
                self.end_line();
                NODE
            }
            b'\r' | b'\\' | b'!' => NODE,
            b'|' => {
                self.bars += 1;
                NODE
            }
            // What they enclose is kept apart.
            b'<' | b'&' => NODE + 24,
            b'*' | b'_' | b'~' | b'`' => NODE + 40,
            // A link is kept apart as well.
            b'[' | b']' => NODE + 56,
            b'{' => {
                self.in_braces = true;
                BRACES
            }
            b' ' | b'\t' if self.in_braces => BRACES,
            _ => 0,
        };
        self.bytes += sign;
        if sign == 0 && !self.in_text {
            self.bytes += NODE;
        }
        self.in_text = sign == 0;
    }

    fn end_line(&mut self) {
        self.begins_line = true;
        self.in_braces = false;
        self.most_bars = self.most_bars.max(self.bars);
        self.bars = 0;
        self.lines += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_make_nodes() {
        for (text, nodes) in [
            ("a b c", BLOCK + NODE),
            ("a\nb", 2 * BLOCK + 3 * NODE),
            ("\n\n", 2 * NODE),
            (">>> a", 4 * BLOCK + NODE),
            ("- - 1. a", 7 * BLOCK + NODE),
            ("2024 a", BLOCK + NODE),
            ("a *b*", BLOCK + 4 * NODE + 80),
            ("[a](b)", BLOCK + 4 * NODE + 112),
        ] {
            assert_eq!(size(text), nodes, "{text}");
        }
    }

    #[test]
    fn short_rows_are_filled_up() {
        let table = |rows| {
            format!(
                "{}\n{}\n{}",
                "|a".repeat(100),
                "|-".repeat(100),
                "b\n".repeat(rows)
            )
        };
        assert!(size(&table(1000)) > size(&table(0)) + 1000 * 100 * NODE);
        let most = size(&table(1_000_000)) - size(&"b\n".repeat(1_000_000));
        assert!(most < 2 * ADDED_CELLS * NODE, "{most}");
    }
}
