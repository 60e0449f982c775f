//! Texts that rise, in blocks: of each, what it does not share with the one before in its block.

use std::error::Error;

use super::coding::{ENDS_TEXT, SHARED_BITS, head};
use super::rust;

/// How many texts a block has at most. Half as many make the lists of words a ninth longer, twice as
/// many a sixteenth shorter; on average half of a block is read for a word.
const TEXTS_IN_BLOCK: usize = 16;

/// Writes texts with a number each, which may be up to 15, as `{name}_TEXTS`; and of each block the head of its
/// first text and where it begins, `{name}_HEADS` and `{name}_BLOCKS`.
pub(super) fn write<'t>(
    out: &mut String,
    name: &str,
    texts: impl Iterator<Item = (&'t str, usize)>,
) -> Result<(), Box<dyn Error>> {
    let (mut bytes, mut heads, mut blocks) = (Vec::new(), Vec::new(), Vec::new());
    let (mut before, mut in_block) = ("", TEXTS_IN_BLOCK);
    for (text, tag) in texts {
        let mut shared = shared(before, text);
        if in_block == TEXTS_IN_BLOCK || shared >= 1 << SHARED_BITS {
            (shared, in_block) = (0, 0);
            heads.push(head(text.as_bytes()));
            blocks.push(bytes.len());
        }
        let (last, rest) = text.as_bytes()[shared..]
            .split_last()
            .ok_or("texts do not rise")?;
        if !text.is_ascii() || tag > usize::from(u8::MAX >> SHARED_BITS) {
            return Err(format!("{text} cannot be written with {tag}").into());
        }
        bytes.push(u8::try_from(tag << SHARED_BITS | shared)?);
        bytes.extend(rest);
        bytes.push(last | ENDS_TEXT);
        (before, in_block) = (text, in_block + 1);
    }
    rust::write_bytes(out, &format!("{name}_TEXTS"), &bytes)?;
    rust::write_table(out, &format!("{name}_HEADS"), "u32", heads)?;
    rust::write_table(out, &format!("{name}_BLOCKS"), "u32", blocks)
}

/// How many bytes two texts begin with that are the same.
fn shared(one: &str, other: &str) -> usize {
    let pairs = one.bytes().zip(other.bytes());
    pairs.take_while(|(one, other)| one == other).count()
}
