//! A field that an entry must have, and has under a name that is mistyped.

use super::FormatErrorKind;
use super::draft::LocatedExtra;

/// As many letters of a name may differ, side by side: one that is wrong, missing or too much, or two exchanged.
const DIFFERENT: usize = 2;

/// The fault of an entry without a field, given the fields of it that nobody knows.
pub(super) fn missing(field: &'static str, extra: &[LocatedExtra<'_>]) -> FormatErrorKind {
    match extra.iter().find(|extra| is_like(&extra.name, field)) {
        Some(extra) => FormatErrorKind::Misnamed {
            field,
            found: extra.name.to_string(),
        },
        None => FormatErrorKind::Missing { field },
    }
}

/// Whether two names are the same but for what stands between a common beginning and a common end.
fn is_like(name: &str, field: &str) -> bool {
    let same = |(one, other): &(char, char)| one.eq_ignore_ascii_case(other);
    let beginning = name.chars().zip(field.chars()).take_while(same).count();
    let end = name.chars().rev().zip(field.chars().rev());
    let end = end.take_while(same).count();
    let (length, other) = (name.chars().count(), field.chars().count());
    // No letter is of both the beginning and the end.
    let common = (beginning + end).min(length).min(other);
    common + DIFFERENT >= length.max(other)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mistyped_name_is_told_from_another_one() {
        for (name, field, expected) in [
            ("qestion", "question", true),
            ("questoin", "question", true),
            ("Qustion", "question", true),
            ("quesstion", "question", true),
            ("anwser", "answer", true),
            ("ansewr", "answer", true),
            ("amswer", "answer", true),
            ("owner", "answer", false),
            ("section", "question", false),
            ("note", "answer", false),
            ("", "answer", false),
            ("answeranswer", "answer", false),
        ] {
            assert_eq!(is_like(name, field), expected, "{name}");
        }
    }
}
