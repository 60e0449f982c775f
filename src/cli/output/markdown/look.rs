//! A quick look at a text: most answers are plain, and need not be parsed.

/// Whether anything in a text may mean something in Markdown. Where nothing does, it is shown as it is.
pub(super) fn may_be_markdown(text: &str) -> bool {
    text.bytes().any(is_mark) || text.lines().any(begins_like_a_block)
}

/// Whether a byte may mean something wherever it stands.
fn is_mark(byte: u8) -> bool {
    matches!(
        byte,
        b'*' | b'_' | b'`' | b'#' | b'<' | b'>' | b'[' | b']' | b'\\' | b'&' | b'~' | b'|'
    )
}

/// Whether a line may be code, an item of a list, a rule, or what makes the line before it a heading.
fn begins_like_a_block(line: &str) -> bool {
    line.starts_with("    ")
        || match line.trim_start_matches(' ').as_bytes() {
            [b'\t' | b'-' | b'+' | b'=', ..] => true,
            [first, rest @ ..] if first.is_ascii_digit() => rest
                .iter()
                .find(|byte| !byte.is_ascii_digit())
                .is_none_or(|byte| matches!(byte, b'.' | b')')),
            _ => false,
        }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_text_is_told_apart() {
        for (text, expected) in [
            (
                "From noon to five.\n\n  Closed on Sundays - and at 12:30!",
                false,
            ),
            (
                "10 items (or 12), \"quoted\", 50 % of $5; see a/b + c = d.",
                false,
            ),
            ("", false),
            ("a *b*", true),
            ("snake_case", true),
            ("a\n- b", true),
            ("1. one", true),
            ("a\n===", true),
            ("a\n    b", true),
            ("a\n\tb", true),
            ("AT&amp;T", true),
        ] {
            assert_eq!(may_be_markdown(text), expected, "{text:?}");
        }
    }
}
