//! Lines no wider than the terminal, by the columns that characters take there.

mod columns;
mod words;

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use super::sanitize::Clean;

/// Wraps each line of a text, `indent` before all of them; the text's own line breaks and indentation stay.
pub(super) fn wrap(text: &Clean, width: Option<usize>, indent: &str) -> Vec<Clean> {
    text.as_str()
        .lines()
        .flat_map(|line| wrap_line(line, width, indent, indent))
        .collect()
}

/// Wraps one line, `first` before it and `rest` before what does not fit on it.
pub(super) fn hang(text: &Clean, width: Option<usize>, first: &str, rest: &str) -> Vec<Clean> {
    wrap_line(text.as_str(), width, first, rest)
}

/// How many columns a text takes on a terminal.
pub(super) fn columns(text: &Clean) -> usize {
    columns::columns(text.as_str())
}

fn wrap_line(line: &str, width: Option<usize>, first: &str, rest: &str) -> Vec<Clean> {
    let Some(width) = width else {
        return vec![if line.is_empty() {
            Clean::default()
        } else {
            Clean::verbatim(&format!("{first}{line}"))
        }];
    };
    let text = line.trim_start_matches(' ');
    let own = &line[..line.len() - text.len()];
    // A line indented past half the width keeps its words rather than its indentation.
    let own = if first.len().max(rest.len()) + own.len() > width / 2 {
        ""
    } else {
        own
    };
    let room = Room {
        first: width.saturating_sub(columns::columns(first) + own.len()),
        rest: width.saturating_sub(columns::columns(rest) + own.len()),
    };
    let before = std::iter::once(first).chain(std::iter::repeat(rest));
    fill(text, room, &[])
        .into_iter()
        .zip(before)
        .map(|(range, before)| format!("{before}{own}{}", &text[range]))
        .map(|line| Clean::verbatim(line.trim_end()))
        .collect()
}

/// How many columns there are for a text: on its first line, and on each further one.
#[derive(Debug, Clone, Copy)]
pub(super) struct Room {
    pub(super) first: usize,
    pub(super) rest: usize,
}

/// Where the lines of a text stand in it, without the spaces that they end with; of an empty text one empty line.
///
/// What is `whole` is broken only where a line cannot hold it, and then between words; an address is never broken.
pub(super) fn fill(text: &str, room: Room, whole: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut lines = Lines {
        text,
        room,
        done: Vec::new(),
        line: 0..0,
        column: 0,
    };
    let mut words = words::words(text).peekable();
    let mut parts = Vec::new();
    while let Some(word) = words.next() {
        // A word that reaches into what is to stay whole ends where that ends.
        let mut end = word.end;
        parts.push(word);
        while let Some(next) = words.next_if(|next| is_within(next.start, whole)) {
            end = next.end;
            parts.push(next);
        }
        let start = parts[0].start;
        if parts.len() == 1 || lines.fits(&(start..end)) {
            lines.add(start..end);
        } else {
            parts.iter().cloned().for_each(|part| lines.add(part));
        }
        parts.clear();
    }
    lines.end()
}

/// Whether a place is inside one of some ranges, rather than where one begins or ends.
fn is_within(place: usize, ranges: &[Range<usize>]) -> bool {
    let after = ranges.partition_point(|range| range.end <= place);
    ranges.get(after).is_some_and(|range| range.start < place)
}

/// Lines being filled.
struct Lines<'t> {
    text: &'t str,
    room: Room,
    done: Vec<Range<usize>>,
    line: Range<usize>,
    /// The columns of the line, the spaces at its end included.
    column: usize,
}

impl Lines<'_> {
    /// Whether a line of its own can hold something.
    fn fits(&self, range: &Range<usize>) -> bool {
        self.without_spaces(range) <= self.room.rest
    }

    fn add(&mut self, word: Range<usize>) {
        let shown = self.without_spaces(&word);
        let fits_on_a_line = shown <= self.room_here();
        if self.column > 0 && self.column + shown > self.room_here() {
            self.break_before(word.start);
        }
        let text = self.text[word.clone()].trim_end_matches(words::is_space);
        if fits_on_a_line || self.column + shown <= self.room_here() || text.contains("://") {
            return self.put(word);
        }
        let spaces = word.start + text.len()..word.end;
        for (at, cluster) in text.grapheme_indices(true) {
            let cluster = word.start + at..word.start + at + cluster.len();
            let shown = columns::columns(&self.text[cluster.clone()]);
            if self.column > 0 && self.column + shown > self.room_here() {
                self.break_before(cluster.start);
            }
            self.put(cluster);
        }
        self.put(spaces);
    }

    fn put(&mut self, range: Range<usize>) {
        self.column += columns::columns(&self.text[range.clone()]);
        self.line.end = range.end;
    }

    fn break_before(&mut self, place: usize) {
        self.done
            .push(std::mem::replace(&mut self.line, place..place));
        self.column = 0;
    }

    fn end(mut self) -> Vec<Range<usize>> {
        self.done.push(self.line);
        for line in &mut self.done {
            let shown = self.text[line.clone()].trim_end_matches(words::is_space);
            line.end = line.start + shown.len();
        }
        self.done
    }

    fn room_here(&self) -> usize {
        let room = if self.done.is_empty() {
            self.room.first
        } else {
            self.room.rest
        };
        room.max(1)
    }

    fn without_spaces(&self, range: &Range<usize>) -> usize {
        columns::columns(self.text[range.clone()].trim_end_matches(words::is_space))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wrapped(text: &str, width: usize, indent: &str) -> Vec<Clean> {
        wrap(&Clean::text(text), Some(width), indent)
    }

    #[cfg(feature = "terminal")]
    #[test]
    fn lines_fit_the_width_in_columns() {
        for (text, width, indent, expected) in [
            ("one two three", 8, "", &["one two", "three"][..]),
            ("one two", 8, "  ", &["  one", "  two"]),
            ("a\n\nb", 10, "", &["a", "", "b"]),
            ("  one two", 9, "", &["  one two"]),
            ("  one two", 8, "", &["  one", "  two"]),
            ("日本語です。はい", 10, "", &["日本語で", "す。はい"]),
            ("漢字（かな）", 7, "", &["漢字", "（か", "な）"]),
            ("abcdefghijkl", 5, "", &["abcde", "fghij", "kl"]),
            ("well-known fact", 10, "", &["well-known", "fact"]),
            (
                "see https://a.example/b c",
                9,
                "",
                &["see", "https://a.example/b", "c"],
            ),
            ("a\tb c", 10, "", &["a\tb", "c"]),
            (
                "e\u{301}e\u{301}e\u{301}",
                2,
                "",
                &["e\u{301}e\u{301}", "e\u{301}"],
            ),
        ] {
            assert_eq!(wrapped(text, width, indent), expected, "{text}");
        }
    }

    #[test]
    fn an_emoji_of_several_characters_is_never_broken() {
        let astronaut = "👩\u{200d}🚀";
        let flag = "🇰🇷";
        let text = format!("{astronaut}{flag}{astronaut}");
        let two = format!("{astronaut}{flag}");
        assert_eq!(wrapped(&text, 5, ""), [two.as_str(), astronaut]);
        assert_eq!(wrapped(&text, 1, ""), [astronaut, flag, astronaut]);
    }

    #[test]
    fn what_is_to_stay_whole_does_where_a_line_can_hold_it() {
        let text = "run faq ask us now";
        let code = 4..14;
        for (width, expected) in [
            (18, &["run faq ask us now"][..]),
            (14, &["run faq ask us", "now"]),
            (11, &["run", "faq ask us", "now"]),
            (9, &["run faq", "ask us", "now"]),
        ] {
            let room = Room {
                first: width,
                rest: width,
            };
            let lines = fill(text, room, std::slice::from_ref(&code));
            let lines: Vec<&str> = lines.into_iter().map(|line| &text[line]).collect();
            assert_eq!(lines, expected, "{width}");
        }
    }

    #[test]
    fn what_does_not_fit_hangs() {
        let hung = |first: &str| hang(&Clean::line("two three four"), Some(12), first, "    ");
        assert_eq!(hung("one "), ["one two", "    three", "    four"]);
    }

    #[test]
    fn without_a_width_lines_stay() {
        assert_eq!(
            wrap(&Clean::text("one two\nthree"), None, "  "),
            ["  one two", "  three"]
        );
    }
}
