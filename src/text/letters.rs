//! How many small letters follow one another, found out for 64 bytes at a time: almost every word has nothing else, and ends
//! at a space.

use super::head::{HEAD, head};

/// Where small letters stand in a text, of which a stretch is looked at.
pub(super) struct Letters<'t> {
    bytes: &'t [u8],
    /// Where the stretch begins.
    start: usize,
    /// A bit for each byte of it that is no small letter, the first in the lowest bit. Past the end of the text there are
    /// none.
    others: u64,
}

/// How many bytes are looked at.
const STRETCH: usize = 64;

impl<'t> Letters<'t> {
    pub(super) fn of(bytes: &'t [u8]) -> Self {
        let mut letters = Self {
            bytes,
            start: 0,
            others: 0,
        };
        letters.look_at(0);
        letters
    }

    /// How many small letters stand at a place, or 64 if there are more; places only rise.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "done for every word of a FAQ")]
    pub(super) fn at(&mut self, place: usize) -> usize {
        let before = place - self.start;
        if before < STRETCH {
            let length = (self.others >> before).trailing_zeros() as usize;
            // Where the stretch ends, the word may go on.
            if before + length < STRETCH {
                return length;
            }
        }
        self.look_at(place);
        self.others.trailing_zeros() as usize
    }

    fn look_at(&mut self, place: usize) {
        self.start = place;
        let rest = &self.bytes[place..];
        self.others = if let Some(stretch) = rest.first_chunk() {
            others(stretch)
        } else {
            let mut stretch = [0; STRETCH];
            stretch[..rest.len()].copy_from_slice(rest);
            others(&stretch)
        };
    }
}

/// A bit for each byte that is no small letter.
///
/// Eight bytes are looked at in one number, each in its eight bits of it.
fn others(stretch: &[u8; STRETCH]) -> u64 {
    const HIGH: u64 = repeated(0x80);
    /// Brings the lowest bit of each byte to the highest byte, side by side.
    const GATHER: u64 = 0x0102_0408_1020_4080;
    let (eights, _) = stretch.as_chunks::<HEAD>();
    (0..).zip(eights).fold(0, |others, (number, eight)| {
        let eight = u64::from_le_bytes(*eight);
        // Where a sum has its highest bit, the byte was not less; bytes have only seven bits here.
        let low = eight & !HIGH;
        let not_before = low + repeated(0x80 - b'a');
        let behind = low + repeated(0x80 - (b'z' + 1));
        let here = (!not_before | behind | eight) & HIGH;
        let here = (here >> 7).wrapping_mul(GATHER) >> (u64::BITS - 8);
        others | here << (8 * number)
    })
}

/// A byte eight times.
const fn repeated(byte: u8) -> u64 {
    u64::from_le_bytes([byte; HEAD])
}

/// The [`head`] of a word that stands in a text.
#[inline(always)]
#[expect(clippy::inline_always, reason = "done for every word of a FAQ")]
pub(super) fn head_in(bytes: &[u8], start: usize, length: usize) -> u64 {
    let eight = bytes[start..].first_chunk();
    eight.map_or_else(
        || head(&bytes[start..start + length]),
        |eight| u64::from_le_bytes(*eight) & KEPT[length.min(HEAD)],
    )
}

/// Which bits of a number so many bytes have.
const KEPT: [u64; HEAD + 1] = {
    let mut kept = [u64::MAX; HEAD + 1];
    let mut length = 0;
    while length < HEAD {
        kept[length] = (1 << (8 * length)) - 1;
        length += 1;
    }
    kept
};

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn letters_are_counted(text in "([a-z]{0,70}|[ `{A\u{e9}0-9.,]){0,12}", step in 1_usize..9) {
            let bytes = text.as_bytes();
            let mut letters = Letters::of(bytes);
            for place in (0..=bytes.len()).step_by(step) {
                let rest = &bytes[place..];
                let length = rest.iter().position(|byte| !byte.is_ascii_lowercase()).unwrap_or(rest.len());
                prop_assert_eq!(letters.at(place), length.min(STRETCH), "{}", place);
                prop_assert_eq!(head_in(bytes, place, length), head(&rest[..length]));
            }
        }
    }
}
