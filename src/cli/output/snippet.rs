//! A line of a file with a caret under one place, cut to a width: a file may be one line of megabytes.

use super::sanitize::Clean;
use super::wrap::columns;

/// How many columns a tab takes.
const TAB: &str = "    ";

/// What stands where a line was cut.
const CUT: &str = "…";

/// How much of the room lies before the caret where a line is cut on both sides: what comes after says what it is.
const BEFORE: usize = 3;

/// A line, and how many columns stand before the caret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Snippet {
    pub(super) line: Clean,
    pub(super) caret: usize,
}

impl Snippet {
    /// The line around a byte of a text, in as many columns as there are; at least a few are taken.
    pub(super) fn new(text: &str, offset: usize, room: usize) -> Self {
        let room = room.max(8);
        let (before, after) = text.split_at(offset);
        let start = before.rfind('\n').map_or(0, |newline| newline + 1);
        let before = &before[start..];
        let end = after.find('\n').unwrap_or(after.len());
        let after = after[..end].trim_end_matches('\r');
        // Where little stands after the caret, what stands before it gets the room.
        let (all_after, is_long) = start_of(after, room - room / BEFORE);
        let before_room = if is_long {
            room / BEFORE
        } else {
            room - columns_of(&all_after)
        };
        let (head, head_cut) = cut_to(before, before_room, end_of);
        let left = room - columns_of(&head) - usize::from(head_cut);
        let (tail, tail_cut) = cut_to(after, left, start_of);
        let cut = |is_cut| if is_cut { CUT } else { "" };
        let line = format!("{}{head}{tail}{}", cut(head_cut), cut(tail_cut));
        Self {
            caret: columns_of(&head) + usize::from(head_cut),
            line: Clean::text(&line),
        }
    }
}

/// As much of a text as fits together with the mark that it was cut.
fn cut_to(text: &str, room: usize, part: fn(&str, usize) -> (String, bool)) -> (String, bool) {
    let (shown, is_cut) = part(text, room);
    if is_cut {
        part(text, room.saturating_sub(1))
    } else {
        (shown, false)
    }
}

/// As much of the end of a text as fits, shown as it is printed; whether anything was left out.
fn end_of(text: &str, room: usize) -> (String, bool) {
    let mut shown = Vec::new();
    let mut used = 0;
    let mut chars = text.chars().rev();
    for c in chars.by_ref() {
        let (printed, width) = printed(c);
        if used + width > room {
            shown.reverse();
            return (shown.concat(), true);
        }
        used += width;
        shown.push(printed);
    }
    shown.reverse();
    (shown.concat(), false)
}

/// The same of the beginning.
fn start_of(text: &str, room: usize) -> (String, bool) {
    let mut shown = String::new();
    let mut used = 0;
    for c in text.chars() {
        let (printed, width) = printed(c);
        if used + width > room {
            return (shown, true);
        }
        used += width;
        shown.push_str(&printed);
    }
    (shown, false)
}

/// A character as it is printed, and the columns that takes.
fn printed(c: char) -> (String, usize) {
    let printed = match c {
        '\t' => TAB.to_owned(),
        c => Clean::text(&c.to_string()).as_str().to_owned(),
    };
    let width = columns_of(&printed);
    (printed, width)
}

fn columns_of(text: &str) -> usize {
    columns(&Clean::text(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(feature = "terminal")]
    #[test]
    fn lines_are_cut_around_the_caret() {
        for (text, offset, room, expected) in [
            ("one two", 4, 40, "one two\n    ^"),
            ("a\r\nbc\r\nd", 4, 40, "bc\n ^"),
            ("", 0, 40, "\n^"),
            ("a", 1, 40, "a\n ^"),
            ("\tx", 1, 40, "    x\n    ^"),
            ("漢字x", 6, 40, "漢字x\n    ^"),
            ("a\u{202e}b", 4, 40, "a<U+202E>b\n         ^"),
            ("0123456789abcdefghij", 0, 12, "0123456789a…\n^"),
            ("0123456789ab", 0, 12, "0123456789ab\n^"),
            ("0123456789ab", 11, 12, "0123456789ab\n           ^"),
            ("0123456789abcdefghij", 10, 12, "…789abcdefg…\n    ^"),
            ("0123456789abcdefghij", 19, 12, "…9abcdefghij\n           ^"),
            (
                "0123456789abcdefghij",
                20,
                12,
                "…9abcdefghij\n            ^",
            ),
            ("漢字漢字漢字漢字", 12, 12, "…字漢字漢字\n   ^"),
            ("0123456789abcdefghij", 10, 0, "…9abcde…\n  ^"),
        ] {
            let snippet = Snippet::new(text, offset, room);
            let shown = format!("{}\n{}^", snippet.line, " ".repeat(snippet.caret));
            assert_eq!(shown, expected, "{text:?} {offset} {room}");
            assert!(columns(&snippet.line) <= room.max(8));
        }
    }
}
