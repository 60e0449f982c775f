//! The way back: where in a text each of its words stands.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use super::{Analyzer, Segment, Text, cjk, normalize, start};

/// The places in a text of the words that it is read as, in their order: one place may be that of several words.
///
/// None where that cannot be said, because the text is not what its characters are one by one.
pub(crate) fn places(text: &str, analyzer: &Analyzer) -> Option<Vec<Range<usize>>> {
    let read = Text::new(text);
    let way = Way::new(start(text), &read.normal)?;
    let mut places = Vec::new();
    read.segments(|segment: Segment<'_>| match segment {
        Segment::Word(_) | Segment::Plain(_) => {
            let word = segment.text();
            let mut place = within(&read.normal, word);
            // The last dot of an abbreviation is no longer part of the word, but belongs to it.
            if word.contains('.') && read.normal[place.end..].starts_with('.') {
                place.end += 1;
            }
            let place = way.back(place);
            analyzer.words(segment, read.capitals_tell, |_| places.push(place.clone()));
        }
        Segment::Unspaced(run) => {
            let grams = cjk::grams(run);
            places.extend(grams.map(|gram| way.back(within(&read.normal, gram))));
        }
    });
    Some(places)
}

/// Where a part of a text stands in it.
fn within(text: &str, part: &str) -> Range<usize> {
    let start = part.as_ptr() as usize - text.as_ptr() as usize;
    start..start + part.len()
}

/// From a text whose characters were evened out to the text as it was: where each piece ends in both. Without any
/// pieces they are the same.
struct Way(Vec<(usize, usize)>);

impl Way {
    fn new(text: &str, normal: &str) -> Option<Self> {
        if text == normal {
            return Some(Self(Vec::new()));
        }
        let mut pieces = Vec::new();
        let mut there = String::with_capacity(normal.len());
        for (at, cluster) in text.grapheme_indices(true) {
            there += &normalize::normalize(cluster);
            pieces.push((there.len(), at + cluster.len()));
        }
        (there == normal).then_some(Self(pieces))
    }

    fn back(&self, Range { start, end }: Range<usize>) -> Range<usize> {
        let Self(pieces) = self;
        if pieces.is_empty() {
            return start..end;
        }
        let first = pieces.partition_point(|&(there, _)| there <= start);
        let last = pieces.partition_point(|&(there, _)| there < end);
        let start = first.checked_sub(1).map_or(0, |before| pieces[before].1);
        start..pieces.get(last).map_or(start, |&(_, here)| here)
    }
}

#[cfg(test)]
mod tests {
    use super::super::Language;
    use super::*;

    #[test]
    fn words_are_found_where_they_stand() {
        for (text, expected) in [
            ("", &[][..]),
            ("What role, U.S.? End.", &["What", "role", "U.S.", "End"]),
            ("What's it", &["What's", "What's", "it"]),
            ("What’s “it”", &["What’s", "What’s", "it"]),
            ("ＦＵＬＬ ﬁsh x", &["ＦＵＬＬ", "ﬁsh", "x"]),
            ("e\u{301}a ½ b", &["e\u{301}a", "½", "b"]),
            ("空调x", &["空", "空调", "调", "x"]),
        ] {
            let analyzer = Analyzer::new(Language::from_tag("en"));
            let places = places(text, &analyzer).unwrap();
            let found: Vec<&str> = places.into_iter().map(|place| &text[place]).collect();
            assert_eq!(found, expected, "{text}");
            assert_eq!(analyzer.all_words(text).len(), found.len(), "{text}");
        }
    }
}
