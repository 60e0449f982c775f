//! Words of which no more is known than that they are English: who asks for one did not mistype another.

use std::cmp::Ordering;

use super::{range, tables};

/// Whether a word with this stem is listed.
pub(super) fn has(stem: &str) -> bool {
    if stem.is_empty() || stem.len() >= tables::KNOWN_ENDS.len() {
        return false;
    }
    // Those of one length stand together and rise, so that none has to say where it ends.
    let of_length = &tables::KNOWN_TEXT.as_bytes()[range(&tables::KNOWN_ENDS, stem.len())];
    let stem_at = |number: usize| &of_length[number * stem.len()..][..stem.len()];
    let (mut low, mut high) = (0, of_length.len() / stem.len());
    while low < high {
        let middle = low.midpoint(high);
        match stem_at(middle).cmp(stem.as_bytes()) {
            Ordering::Less => low = middle + 1,
            Ordering::Equal => return true,
            Ordering::Greater => high = middle,
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_listed_is_known_by_its_stem_and_nothing_else_is() {
        for stem in ["tiger", "flood", "quora", "uranium"] {
            assert!(has(stem), "{stem}");
        }
        for stem in [
            "",
            "tigre",
            "technicia",
            "tige",
            "zzzz",
            "aaaa",
            "a".repeat(99).as_str(),
        ] {
            assert!(!has(stem), "{stem}");
        }
    }

    #[test]
    fn the_list_keeps_its_rules() {
        let lines = include_str!("words.txt").lines();
        let words: Vec<&str> = lines
            .filter(|line| !line.starts_with('#'))
            .flat_map(str::split_whitespace)
            .collect();
        assert!(words.is_sorted_by(|one, next| one < next));
        for word in words {
            let plain = word.bytes().all(|byte| byte.is_ascii_lowercase());
            assert!(plain && (4..=8).contains(&word.len()), "{word}");
        }
    }
}
