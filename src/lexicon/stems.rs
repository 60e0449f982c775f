//! The stems of words in groups, each of which has a number.

use std::cmp::Ordering;
use std::ops::Range;

use super::tables;

/// The number of a stem of a word in a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct StemId(pub(super) u16);

impl StemId {
    /// A stem, if it is one of a word in a group.
    pub(crate) fn find(text: &str) -> Option<Self> {
        let (numbers, texts) = of_length(text.len())?;
        let texts = &tables::STEM_TEXT.as_bytes()[texts];
        let (mut low, mut high) = (0, numbers.len());
        while low < high {
            let middle = low.midpoint(high);
            match texts[middle * text.len()..][..text.len()].cmp(text.as_bytes()) {
                Ordering::Less => low = middle + 1,
                Ordering::Equal => return u16::try_from(numbers.start + middle).ok().map(Self),
                Ordering::Greater => high = middle,
            }
        }
        None
    }

    /// The stem as it is written.
    pub(crate) fn text(self) -> &'static str {
        let number = usize::from(self.0);
        let mut shorter = tables::STEM_COUNTS.iter();
        let length = shorter.rposition(|&count| count <= self.0).unwrap_or(0);
        of_length(length).map_or("", |(numbers, texts)| {
            &tables::STEM_TEXT[texts.start + (number - numbers.start) * length..][..length]
        })
    }
}

/// The numbers of the stems of so many bytes, and where they stand: one after the other, as they rise.
fn of_length(length: usize) -> Option<(Range<usize>, Range<usize>)> {
    let next = length + 1;
    let counts = tables::STEM_COUNTS
        .get(length)
        .zip(tables::STEM_COUNTS.get(next));
    let starts = tables::STEM_STARTS
        .get(length)
        .zip(tables::STEM_STARTS.get(next));
    let ((&first, &behind), (&start, &end)) = counts.zip(starts)?;
    Some((first.into()..behind.into(), start as usize..end as usize))
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn every_stem_is_found_by_its_text_and_no_other_is() {
        let count = tables::STEM_COUNTS[tables::STEM_COUNTS.len() - 1];
        let texts: Vec<&str> = (0..count).map(|number| StemId(number).text()).collect();
        let known: HashSet<&str> = texts.iter().copied().collect();
        assert_eq!(known.len(), texts.len());
        for (number, text) in (0..).zip(&texts) {
            assert_eq!(StemId::find(text), Some(StemId(number)), "{text}");
            let shorter: String = text.chars().skip(1).collect();
            for near in [shorter.as_str(), &format!("{text}s"), &format!("{text}\0")] {
                let found = StemId::find(near).map(StemId::text);
                assert_eq!(found, known.get(near).copied(), "{near}");
            }
        }
        for absent in ["", "zzz", "\u{10ffff}", &"a".repeat(99)] {
            assert_eq!(StemId::find(absent), None, "{absent}");
        }
    }
}
