//! The beginning of a word as a number: most words are told apart by it, and none has to be gone through letter by letter.

/// How many bytes of a word are its head.
pub(crate) const HEAD: usize = 8;

/// The first eight bytes of a word, of a shorter one all, with zeros behind them; the first byte is the lowest.
pub(crate) fn head(word: &[u8]) -> u64 {
    let wide = |bytes: &[u8; 4]| u64::from(u32::from_le_bytes(*bytes));
    if let Some(first) = word.first_chunk() {
        u64::from_le_bytes(*first)
    } else if let (Some(first), Some(last)) = (word.first_chunk(), word.last_chunk()) {
        // Where they overlap they are the same.
        wide(first) | wide(last) << (8 * (word.len() - 4))
    } else {
        let bytes = word.iter().rev();
        bytes.fold(0, |head, &byte| head << 8 | u64::from(byte))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads_are_the_first_bytes() {
        let word = b"abcdefghijk";
        for length in 0..=word.len() {
            let mut first = [0; HEAD];
            let kept = length.min(HEAD);
            first[..kept].copy_from_slice(&word[..kept]);
            assert_eq!(head(&word[..length]), u64::from_le_bytes(first), "{length}");
        }
    }
}
