//! Values that are kept as they are written and read by nobody here: whoever reads them later must be able to.

use crate::format::{Format, FormatErrorKind};
use crate::limits::NESTING;

/// Where a value is at fault, in bytes from its beginning, and what that is in a format.
type At = (usize, fn(Format) -> FormatErrorKind);

/// Refuses what `serde_json` passes over: a value nested past all reason, and half a pair of surrogates in a text.
pub(super) fn check(json: &str) -> Result<(), At> {
    let bytes = json.as_bytes();
    let (mut depth, mut in_string, mut at) = (0_usize, false, 0);
    while let Some(&byte) = bytes.get(at) {
        let mut length = 1;
        match byte {
            b'\\' if in_string => length = escape(&bytes[at..]).ok_or((at, half as _))?,
            b'"' => in_string = !in_string,
            b'[' | b'{' if !in_string => depth += 1,
            b']' | b'}' if !in_string => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > NESTING {
            return Err((0, too_deep));
        }
        at += length;
    }
    Ok(())
}

fn too_deep(_: Format) -> FormatErrorKind {
    FormatErrorKind::TooDeep { limit: NESTING }
}

fn half(format: Format) -> FormatErrorKind {
    FormatErrorKind::Syntax {
        format,
        cause: "half a pair of surrogates".to_owned(),
    }
}

/// The bytes of an escape, or of both that make one character; none where half of it is missing.
fn escape(bytes: &[u8]) -> Option<usize> {
    match unit(bytes) {
        None => Some(2),
        Some(0xD800..0xDC00) => {
            let low = bytes.get(6..).and_then(unit);
            low.filter(|low| (0xDC00..0xE000).contains(low)).map(|_| 12)
        }
        Some(0xDC00..0xE000) => None,
        Some(_) => Some(6),
    }
}

/// The number in `\uXXXX`.
fn unit(bytes: &[u8]) -> Option<u16> {
    let digits = bytes.strip_prefix(br"\u")?.get(..4)?;
    u16::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_a_pair_of_surrogates_is_refused_where_it_stands() {
        for (json, expected) in [
            (r#""a\\ud800""#, None),
            (r#""\ud83d\ude00\u00e9\n""#, None),
            (r#"["a\ud800b"]"#, Some(3)),
            (r#""\ud800\ud800""#, Some(1)),
            (r#""\ude00""#, Some(1)),
            (r#""\ud83d\ude00\ude00""#, Some(13)),
            (r#""\uD83D""#, Some(1)),
        ] {
            assert_eq!(check(json).err().map(|(at, _)| at), expected, "{json}");
        }
    }

    #[test]
    fn nesting_counts_outside_of_texts() {
        let nested = |depth| "[".repeat(depth) + "\"[\\\"[\"" + &"]".repeat(depth);
        assert!(check(&nested(NESTING)).is_ok());
        assert!(check(&nested(NESTING + 1)).is_err());
    }
}
