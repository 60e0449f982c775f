//! Words of which no more is known than that they are English, names among them: who asks for one did not mistype another.

use std::cmp::Ordering;

use super::{range, tables};

/// Whether a word with this stem is listed, be it spelt right or not.
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
    use std::collections::HashSet;

    use pagefind_stem::{Algorithm, Stemmer};

    use super::super::{STEMS, WORDS};
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
        let stemmer = Stemmer::create(Algorithm::English);
        let mut stems = HashSet::new();
        let mut faults = Vec::new();
        for word in words {
            let plain = word.bytes().all(|byte| byte.is_ascii_lowercase());
            let stem = stemmer.stem(word);
            let known = WORDS.find(word).is_some() || STEMS.find(&stem).is_some();
            if !plain || !(4..=8).contains(&word.len()) || known || !stems.insert(stem) {
                faults.push(word);
            }
        }
        assert!(faults.is_empty(), "{faults:?}");
    }
}
