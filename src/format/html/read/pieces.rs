//! How much memory is needed to find the questions of a page: each element that may be a part of one is kept for a while.

/// An element that may be a question, or a part of one: where it stands, with its lists of places, once as what was found
/// and once as what is made of it.
const QUESTION: usize = 320;

/// Any other element: it may be a part of the page that is open.
const ELEMENT: usize = 56;

/// What the elements of a page take at most, in bytes.
pub(super) fn size(page: &str) -> usize {
    let bytes = page.as_bytes();
    let tags = page
        .match_indices('<')
        .map(|(at, _)| match bytes[at + 1..] {
            [b'd' | b'D', b't' | b'T' | b'd' | b'D' | b'e' | b'E', ..]
            | [b'h' | b'H', b'1'..=b'6', ..]
            | [b's' | b'S', b'u' | b'U', ..] => QUESTION,
            [first, ..] if first.is_ascii_alphabetic() => ELEMENT,
            _ => 0,
        });
    tags.sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_of_questions_take_most() {
        for (page, expected) in [
            ("<h2>a</h2>", QUESTION),
            ("<dl><DT>a<dd>b</dl>", ELEMENT + 2 * QUESTION),
            ("<details><summary>a", 2 * QUESTION),
            ("<p>a</p><div><hr>", 3 * ELEMENT),
            ("a < b <! <", 0),
        ] {
            assert_eq!(size(page), expected, "{page}");
        }
    }
}
