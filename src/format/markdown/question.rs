//! What of a heading is the question, and how sure it is that it is one.

use std::borrow::Cow;

use super::label::{self, Label};
use super::words;

/// How much a text looks like a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Strength {
    /// Nothing says that it is one.
    None,
    /// It begins as questions do.
    Weak,
    /// It has a question mark where a sentence ends.
    Strong,
}

/// What ends a question: in Latin, Chinese and Arabic writing, and the Greek one.
const MARKS: [char; 6] = ['?', '？', '؟', '⁇', '‽', '\u{37e}'];

/// How much a text looks like a question.
pub(super) fn strength(text: &str) -> Strength {
    if words::invite_questions(text) {
        return Strength::None;
    }
    let end = text.trim_end_matches(|c: char| !c.is_alphanumeric() && !MARKS.contains(&c));
    if end.ends_with(MARKS) || text.starts_with('¿') {
        return Strength::Strong;
    }
    let asks_within = || text.contains("? ") || text.contains('？');
    match words::begin_question(text) {
        true if asks_within() => Strength::Strong,
        true => Strength::Weak,
        false => Strength::None,
    }
}

/// The question without what only counts or announces it: `3.`, `Q1:`, `❓`, and the like.
pub(super) fn clean(text: Cow<'_, str>) -> Cow<'_, str> {
    let skip = prefix(&text);
    match text {
        _ if skip == 0 => text,
        Cow::Borrowed(text) => Cow::Borrowed(&text[skip..]),
        Cow::Owned(mut text) => {
            text.drain(..skip);
            Cow::Owned(text)
        }
    }
}

/// How long that is; nothing of a text that would be empty without.
fn prefix(text: &str) -> usize {
    let signless = text.trim_start_matches(['❓', '❔', '\u{fe0f}', ' ']);
    if signless.is_empty() {
        return 0;
    }
    let mut skip = text.len() - signless.len();
    // A number may stand before the label or after it.
    for _ in 0..2 {
        let rest = &text[skip..];
        let more = match label::label(rest) {
            Some((Label::Question, length)) => length,
            _ => numbering_length(rest),
        };
        let trimmed = rest[more..].trim_start();
        if more == 0 || trimmed.is_empty() {
            break;
        }
        skip = text.len() - trimmed.len();
    }
    skip
}

/// The length of a number that only counts: `3.`, `3)`, `(3)`, `1.2`, `1、`.
fn numbering_length(text: &str) -> usize {
    let open = text.strip_prefix(['(', '（', '[']).unwrap_or(text);
    let digits = open.trim_start_matches(|c: char| c.is_ascii_digit());
    if digits.len() == open.len() || open.len() - digits.len() > 3 {
        return 0;
    }
    // Further numbers after points.
    let mut rest = digits;
    let mut parts = 1;
    while let Some(after) = rest.strip_prefix('.') {
        let more = after.trim_start_matches(|c: char| c.is_ascii_digit());
        if more.len() == after.len() {
            break;
        }
        rest = more;
        parts += 1;
    }
    let closed = rest.trim_start_matches(['.', '．', ')', '）', ']', '、', ':', '：']);
    let follows = closed.chars().next();
    let has_mark = closed.len() < rest.len();
    let counts = match follows {
        None => false,
        Some(c) if c.is_whitespace() => {
            let next = closed.trim_start().chars().next();
            has_mark
                || (parts > 1
                    && next.is_some_and(|c| {
                        c.is_uppercase() || (c.is_alphabetic() && !c.is_lowercase())
                    }))
        }
        // Without a space: `1.Why`, but neither `3.5` nor `1.x`.
        Some(c) => has_mark && c.is_alphabetic() && !c.is_lowercase(),
    };
    if counts { text.len() - closed.len() } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn question_marks_and_first_words_tell() {
        for (text, expected) in [
            ("Is it free?", Strength::Strong),
            ("免费吗？", Strength::Strong),
            ("Is it \"free\"? 🎉", Strength::Strong),
            ("¿Es gratis", Strength::Strong),
            ("What now? Help!", Strength::Strong),
            ("How to build", Strength::Weak),
            ("Installing on Windows", Strength::None),
            ("Use `?` as a wildcard", Strength::None),
            ("Still have questions?", Strength::None),
        ] {
            assert_eq!(strength(text), expected, "{text}");
        }
    }

    #[test]
    fn numbers_and_labels_are_no_part_of_a_question() {
        for (text, expected) in [
            ("3. Why?", "Why?"),
            ("(12) Why?", "Why?"),
            ("1.2 Why?", "Why?"),
            ("1.Why?", "Why?"),
            ("1、为什么？", "为什么？"),
            ("２．何", "２．何"),
            ("2．何？", "何？"),
            ("Q: Why?", "Why?"),
            ("Q1. Why?", "Why?"),
            ("Question 4: Why?", "Why?"),
            ("问：为什么？", "为什么？"),
            ("7. Q: Why?", "Why?"),
            ("❓ 2. Why?", "Why?"),
            ("❓", "❓"),
            ("3D printing?", "3D printing?"),
            ("2.0 or later?", "2.0 or later?"),
            ("404 errors?", "404 errors?"),
            ("2024. A year?", "2024. A year?"),
            ("Q:", "Q:"),
            ("5.", "5."),
            ("Quick?", "Quick?"),
        ] {
            assert_eq!(clean(Cow::Borrowed(text)), expected, "{text}");
        }
    }
}
