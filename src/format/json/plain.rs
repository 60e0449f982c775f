//! How far a string goes before anything in it needs a closer look: almost all of it is passed by in large steps.

/// How many bytes of a string are looked at together: many, to pass by what is long, and so few as fit into a number, to
/// find a place.
const BLOCK: usize = 64;
const NUMBER: usize = size_of::<u64>();

/// From a place on, where the first byte is that does not stand for itself in a string: its end, an escape, or one that
/// may not be there.
pub(super) fn plain_end(bytes: &[u8], mut at: usize) -> usize {
    let special =
        |byte: u8| u8::from(byte == b'"') | u8::from(byte == b'\\') | u8::from(byte < b' ');
    let is_plain =
        |block: &[u8; BLOCK]| block.iter().fold(0, |any, &byte| any | special(byte)) == 0;
    let rest = bytes.get(at..).unwrap_or_default();
    let (blocks, _) = rest.as_chunks();
    at += BLOCK * blocks.iter().take_while(|block| is_plain(block)).count();
    let rest = bytes.get(at..).unwrap_or_default();
    let (numbers, last) = rest.as_chunks();
    for number in numbers {
        match first_special(u64::from_le_bytes(*number)) {
            NUMBER => at += NUMBER,
            place => return at + place,
        }
    }
    at + last.iter().take_while(|&&byte| special(byte) == 0).count()
}

/// Which of eight bytes is the first such, the lowest being the first; eight where none is.
fn first_special(eight: u64) -> usize {
    const LOW: u64 = u64::from_le_bytes([1; NUMBER]);
    const HIGH: u64 = LOW << 7;
    // The lowest byte with its highest bit here is less than another; above it, others may seem so.
    let below = |eight: u64, byte: u8| eight.wrapping_sub(LOW * u64::from(byte)) & !eight;
    let quote = below(eight ^ (LOW * u64::from(b'"')), 1);
    let escape = below(eight ^ (LOW * u64::from(b'\\')), 1);
    let special = (quote | escape | below(eight, b' ')) & HIGH;
    special.trailing_zeros() as usize / 8
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_end_where_they_end() {
        for length in 0..150 {
            for end in ["\"", "\\", "\n", "\u{1f}", ""] {
                let text = format!("\"{}{end}\"x", "\u{e9}".repeat(length));
                assert_eq!(plain_end(text.as_bytes(), 1), 1 + 2 * length, "{text:?}");
            }
        }
        assert_eq!(plain_end(b"abc", 7), 7);
    }
}
