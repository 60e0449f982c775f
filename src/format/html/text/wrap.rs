//! Line feeds that an editor put into a paragraph to keep its lines short, and that nobody meant.

use std::ops::Range;

/// A paragraph is wrapped when its longest line has so many characters; shorter lines are verses, addresses, lists,
/// and longer ones are paragraphs themselves.
const WIDTHS: Range<usize> = 50..130;

/// The width that the lines of a block of Markdown were wrapped at, if they were.
pub(super) fn width(block: &str) -> Option<usize> {
    let longest = block.lines().map(|line| line.chars().count()).max()?;
    WIDTHS.contains(&longest).then_some(longest)
}

/// Whether a line feed of a block stands there only because the next word had no place in the line.
pub(super) fn is_wrapped(block: &str, at: usize, width: usize) -> bool {
    let (Some(before), Some(after)) = (block.get(..at), block.get(at..)) else {
        return false;
    };
    let line = before.rsplit('\n').next().unwrap_or_default();
    let word = after.split_whitespace().next().unwrap_or_default();
    line.chars().count() + 1 + word.chars().count() > width
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_wrapped_where_the_next_word_had_no_place() {
        let block = "This paragraph was wrapped by an editor at sixty or so\ncharacters, but this line\nends here.";
        let width = width(block).unwrap();
        assert_eq!(width, 54);
        let feeds = block.match_indices('\n');
        let wrapped: Vec<bool> = feeds.map(|(at, _)| is_wrapped(block, at, width)).collect();
        assert_eq!(wrapped, [true, false]);
        assert_eq!(super::width("Main Street 1\n12345 Town"), None);
        assert_eq!(super::width(&"long ".repeat(40)), None);
    }
}
