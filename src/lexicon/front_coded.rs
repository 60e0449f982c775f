//! Lists of texts, each written as how many bytes it shares with the one before, and what follows: a third of what they
//! take in full with where each ends.

use std::cmp::Ordering;

use super::coding::{ENDS_TEXT, SHARED_BITS, head};

/// Texts of ASCII that rise, none of them empty, and a number with each. They stand in blocks, the first text of each in full.
pub(super) struct FrontCoded {
    pub(super) texts: &'static [u8],
    /// What the first text of each block begins with.
    pub(super) heads: &'static [u32],
    /// Where each block begins.
    pub(super) blocks: &'static [u32],
}

/// A text, as it is written.
struct Coded {
    /// How many bytes of the text before it begins with.
    shared: usize,
    tag: u8,
    /// What follows; the last byte is marked.
    rest: &'static [u8],
}

impl FrontCoded {
    /// The number that goes with a text, if that is there.
    pub(super) fn find(&self, wanted: &str) -> Option<u8> {
        let wanted = wanted.as_bytes();
        // How many bytes the last text that was read, which is before the wanted one, has in common with it.
        let mut common = 0;
        for text in self.read_near(wanted) {
            match text.shared.cmp(&common) {
                // It differs from the wanted one where the last did.
                Ordering::Greater => continue,
                // It is behind: it differs sooner.
                Ordering::Less => return None,
                Ordering::Equal => (),
            }
            let (order, more) = compare(text.rest, &wanted[common..]);
            match order {
                Ordering::Less => common += more,
                Ordering::Equal => return Some(text.tag),
                Ordering::Greater => return None,
            }
        }
        None
    }

    /// Takes each text with this beginning, as they rise, and its number.
    pub(super) fn each_beginning_with(&self, beginning: &str, mut take: impl FnMut(&str, u8)) {
        let mut text = String::new();
        for coded in self.read_near(beginning.as_bytes()) {
            text.truncate(coded.shared);
            text.extend(coded.rest.iter().map(|byte| char::from(byte & !ENDS_TEXT)));
            if text.starts_with(beginning) {
                take(&text, coded.tag);
            } else if text.as_str() > beginning {
                return;
            }
        }
    }

    /// The texts from the beginning of the last block on whose first text is not behind the wanted one.
    fn read_near(&self, wanted: &[u8]) -> impl Iterator<Item = Coded> {
        let texts = |block: usize| read(&self.texts[self.blocks[block] as usize..]);
        let head = head(wanted);
        let mut block = self.heads.partition_point(|&other| other <= head);
        block = block.saturating_sub(1);
        // Those with the same head have to be looked at whole.
        while block > 0
            && self.heads[block] == head
            && texts(block)
                .next()
                .is_some_and(|first| compare(first.rest, wanted).0.is_gt())
        {
            block -= 1;
        }
        texts(block)
    }
}

#[inline]
fn read(mut texts: &'static [u8]) -> impl Iterator<Item = Coded> {
    std::iter::from_fn(move || {
        let (&first, rest) = texts.split_first()?;
        let (rest, behind) = rest.split_at(marked_length(rest)?);
        texts = behind;
        Some(Coded {
            shared: usize::from(first & ((1 << SHARED_BITS) - 1)),
            tag: first >> SHARED_BITS,
            rest,
        })
    })
}

/// How many bytes there are up to the one that is marked, that among them.
#[inline]
fn marked_length(bytes: &[u8]) -> Option<usize> {
    let eight = bytes.first_chunk().copied().map(u64::from_le_bytes);
    match eight.map(|eight| eight & (u64::from(ENDS_TEXT) * 0x0101_0101_0101_0101)) {
        Some(marks) if marks != 0 => Some(marks.trailing_zeros() as usize / 8 + 1),
        _ => Some(bytes.iter().position(|byte| byte & ENDS_TEXT != 0)? + 1),
    }
}

/// How a text, whose last byte is marked, stands to another, and how many bytes they have in common if it is before.
#[inline]
fn compare(marked: &[u8], other: &[u8]) -> (Ordering, usize) {
    for (at, &byte) in marked.iter().enumerate() {
        let order = Some(&(byte & !ENDS_TEXT)).cmp(&other.get(at));
        if order.is_ne() {
            return (order, at);
        }
    }
    (marked.len().cmp(&other.len()), marked.len())
}

#[cfg(test)]
mod tests {
    use super::super::{KNOWN, WORDS};
    use super::*;

    fn all(list: &FrontCoded) -> Vec<(String, u8)> {
        let mut all = Vec::new();
        list.each_beginning_with("", |text, tag| all.push((text.to_owned(), tag)));
        all
    }

    #[test]
    fn every_text_is_found_and_no_other() {
        for list in [&WORDS, &KNOWN] {
            let all = all(list);
            assert!(all.is_sorted_by(|one, next| one.0 < next.0));
            let has = |text: &str| all.binary_search_by(|(known, _)| known.as_str().cmp(text));
            for (text, tag) in &all {
                assert_eq!(list.find(text), Some(*tag), "{text}");
                let shorter = &text[..text.len() - 1];
                for near in [
                    shorter,
                    &format!("{text}\0"),
                    &format!("{text}s"),
                    &format!("{shorter}\u{7f}"),
                    &format!("{shorter}é"),
                ] {
                    assert_eq!(list.find(near).is_some(), has(near).is_ok(), "{near}");
                }
            }
            for absent in ["", "\0", "~", "é", "\u{10ffff}"] {
                assert_eq!(list.find(absent), None, "{absent}");
            }
        }
    }

    #[test]
    fn those_with_a_beginning_are_as_in_the_whole_list() {
        let all = all(&WORDS);
        for beginning in [
            "a",
            "pu",
            "purchas",
            "z",
            "1",
            "q",
            "zzz",
            "é",
            "\u{10ffff}",
        ] {
            let mut found = Vec::new();
            WORDS.each_beginning_with(beginning, |text, tag| found.push((text.to_owned(), tag)));
            let expected = all.iter().filter(|(text, _)| text.starts_with(beginning));
            assert!(found.iter().eq(expected), "{beginning}: {found:?}");
        }
    }
}
