//! Which letter is typed for which.

/// Where letters lie on the keyboards of most people who write with them: QWERTY, QWERTZ and AZERTY. Each row lies about half
/// a key to the right of the one above.
const KEYBOARDS: [[&[u8]; 3]; 3] = [
    [b"qwertyuiop", b"asdfghjkl", b"zxcvbnm"],
    [b"qwertzuiop", b"asdfghjkl", b"yxcvbnm"],
    [b"azertyuiop", b"qsdfghjklm", b"wxcvbn"],
];

/// Keys that change places from one keyboard to another: who is used to one types them for each other on another.
const MOVED: [&[u8]; 3] = [b"yz", b"aq", b"wz"];

/// Letters that are written for one another since they sound alike, to speakers of one language or another.
const SOUNDS: [&[u8]; 9] = [
    b"aeiouy", b"ckqx", b"csxz", b"gj", b"fv", b"vw", b"dt", b"bp", b"lr",
];

/// Whether two words differ in nothing but one letter that is hardly ever typed for the other: neither a neighbour of it on
/// a keyboard, nor where another keyboard has it, nor like it in sound. So *tiger* is no mistyped *timer*.
///
/// Of letters beyond a to z nothing is known.
pub(super) fn is_unlikely_slip(asked: &str, stored: &str) -> bool {
    if asked.len() != stored.len() {
        return false;
    }
    let letters = asked.bytes().zip(stored.bytes());
    let mut different = letters.filter(|(asked, stored)| asked != stored);
    match (different.next(), different.next()) {
        (Some((asked, stored)), None) => {
            let is_letter = asked.is_ascii_lowercase() && stored.is_ascii_lowercase();
            let groups = MOVED.iter().chain(&SOUNDS);
            let mut confused =
                groups.filter(|group| group.contains(&asked) && group.contains(&stored));
            is_letter && confused.next().is_none() && !touch(asked, stored)
        }
        _ => false,
    }
}

/// Whether the keys of two letters touch on one of the keyboards.
fn touch(one: u8, other: u8) -> bool {
    KEYBOARDS.iter().any(|keyboard| {
        // The row, and the place in half keys from the left.
        let place = |letter: u8| {
            let mut rows = (0..).zip(keyboard);
            rows.find_map(|(row, keys)| {
                let key = keys.iter().position(|&key| key == letter)?;
                Some((row, 2 * key + row))
            })
        };
        match (place(one), place(other)) {
            (Some((row, at)), Some((other_row, other_at))) => {
                usize::abs_diff(row, other_row) <= 1 && at.abs_diff(other_at) <= 2
            }
            _ => false,
        }
    })
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
            ("kase", "case", false),
            ("bake", "base", true),
            ("yahlung", "zahlung", false),
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
            assert_eq!(
                is_unlikely_slip(asked, stored),
                unlikely,
                "{asked} {stored}"
            );
            assert_eq!(
                is_unlikely_slip(stored, asked),
                unlikely,
                "{stored} {asked}"
            );
        }
    }

    #[test]
    fn keys_touch_beside_above_and_below() {
        for (key, neighbours) in [("g", "ftyhbvz"), ("p", "olm"), ("c", "xdfv")] {
            let key = key.as_bytes()[0];
            let others = (b'a'..=b'z').filter(|&other| other != key && touch(key, other));
            let found: String = others.map(char::from).collect();
            let mut sorted: Vec<char> = neighbours.chars().collect();
            sorted.sort_unstable();
            assert_eq!(found, sorted.into_iter().collect::<String>());
        }
    }
}
