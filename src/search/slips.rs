//! Which letter is typed for which.

/// The letters of the keyboard that English is mostly typed on. Each row lies about half a key to the right of the one above.
const ROWS: [&[u8]; 3] = [b"qwertyuiop", b"asdfghjkl", b"zxcvbnm"];

/// Letters that are written for one another since they sound alike, to speakers of one language or another.
const SOUNDS: [&[u8]; 7] = [b"aeiouy", b"ckqsxz", b"gj", b"fvw", b"dt", b"bp", b"lr"];

/// Whether two words differ in nothing but one letter that is hardly ever typed for the other: neither a neighbour of it on
/// the keyboard nor like it in sound. So *tiger* is no mistyped *timer*.
///
/// Of letters beyond a to z nothing is known.
pub(super) fn is_unlikely(asked: &str, stored: &str) -> bool {
    if asked.len() != stored.len() {
        return false;
    }
    let letters = asked.bytes().zip(stored.bytes());
    let mut different = letters.filter(|(a, b)| a != b);
    match (different.next(), different.next()) {
        (Some((a, b)), None) => {
            a.is_ascii_lowercase() && b.is_ascii_lowercase() && !sound_alike(a, b) && !touch(a, b)
        }
        _ => false,
    }
}

fn sound_alike(a: u8, b: u8) -> bool {
    SOUNDS
        .iter()
        .any(|alike| alike.contains(&a) && alike.contains(&b))
}

/// Whether the keys of two letters touch.
fn touch(a: u8, b: u8) -> bool {
    let place = |letter: u8| {
        let key = |row: &[u8]| row.iter().position(|&key| key == letter);
        // In half keys from the left.
        let mut rows = (0..).zip(ROWS);
        rows.find_map(|(row, keys)| Some((row, 2 * key(keys)? + row)))
    };
    let (Some((row_a, at_a)), Some((row_b, at_b))) = (place(a), place(b)) else {
        return false;
    };
    usize::abs_diff(row_a, row_b) <= 1 && at_a.abs_diff(at_b) <= 2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_is_typed_for_its_neighbours_and_for_what_sounds_like_it() {
        for (asked, stored, unlikely) in [
            ("tiger", "timer", true),
            ("black", "slack", true),
            ("defence", "defense", false),
            ("seperate", "separate", false),
            ("sumnit", "summit", false),
            ("wotk", "work", false),
            // More than one letter, none, or letters that are added, left out or swapped.
            ("timber", "timer", false),
            ("tirem", "timer", false),
            ("timer", "timer", false),
            ("mare", "gate", false),
            ("naïve", "native", false),
            ("übel", "ébel", false),
        ] {
            assert_eq!(is_unlikely(asked, stored), unlikely, "{asked} {stored}");
            assert_eq!(is_unlikely(stored, asked), unlikely, "{stored} {asked}");
        }
    }

    #[test]
    fn keys_touch_beside_above_and_below() {
        for (key, neighbours) in [("g", "ftyhbv"), ("a", "qwsz"), ("p", "ol"), ("m", "njk")] {
            let key = key.as_bytes()[0];
            let others = (b'a'..=b'z').filter(|&other| other != key && touch(key, other));
            let found: String = others.map(char::from).collect();
            let mut sorted: Vec<char> = neighbours.chars().collect();
            sorted.sort_unstable();
            assert_eq!(found, sorted.into_iter().collect::<String>());
        }
    }
}
