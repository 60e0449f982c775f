//! What people write where an answer is yet to come.

/// Whole answers that are none, in lower case and without the punctuation around them.
const STAND_INS: [&str; 38] = [
    "answer",
    "answer goes here",
    "answer here",
    "asdf",
    "blah",
    "blah blah",
    "coming soon",
    "description",
    "dummy",
    "example answer",
    "fill in",
    "fill me in",
    "foo",
    "foobar",
    "insert answer",
    "insert answer here",
    "insert text",
    "insert text here",
    "n/a",
    "na",
    "nil",
    "no answer",
    "no answer yet",
    "null",
    "placeholder",
    "sample answer",
    "text",
    "tba",
    "tbc",
    "tbd",
    "to be announced",
    "to be confirmed",
    "to be decided",
    "to be done",
    "to be written",
    "under construction",
    "wip",
    "your answer here",
];

/// Marks that writers put before what is left to do.
const TO_DO: [&str; 4] = ["TODO", "FIXME", "TBD", "XXX"];

/// The placeholder that an answer is or holds; `None` where it says something.
pub(super) fn placeholder(answer: &str) -> Option<&str> {
    let answer = answer.trim();
    let only_marks = |c: char| c.is_ascii_punctuation() || matches!(c, '…' | '–' | '—' | '?');
    if answer.chars().all(|c| only_marks(c) || c.is_whitespace()) {
        return Some(answer);
    }
    let bare = answer.trim_matches(|c: char| only_marks(c) || c.is_whitespace());
    // Anything longer says more than a placeholder does.
    let is_stand_in =
        |text: &str| text.len() < 40 && STAND_INS.contains(&text.to_lowercase().as_str());
    if is_stand_in(bare) {
        return Some(answer);
    }
    let to_do = TO_DO.iter().find(|&&mark| begins_with_word(bare, mark));
    if let Some(mark) = to_do {
        return Some(&bare[..mark.len()]);
    }
    find_ignoring_case(answer, "lorem ipsum")
}

fn begins_with_word(text: &str, word: &str) -> bool {
    let rest = text.strip_prefix(word);
    rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
}

fn find_ignoring_case<'t>(text: &'t str, wanted: &str) -> Option<&'t str> {
    let at = text
        .as_bytes()
        .windows(wanted.len())
        .position(|window| window.eq_ignore_ascii_case(wanted.as_bytes()))?;
    text.get(at..at + wanted.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_are_told_from_answers() {
        for (answer, expected) in [
            ("TODO", Some("TODO")),
            ("todo", None),
            ("TODO: ask Kim", Some("TODO")),
            ("[TODO]", Some("TODO")),
            ("Todoist is a list.", None),
            ("TODO-lists are kept in the app.", Some("TODO")),
            ("TBD.", Some("TBD.")),
            ("(answer)", Some("(answer)")),
            ("<insert answer here>", Some("<insert answer here>")),
            ("N/A", Some("N/A")),
            ("...", Some("...")),
            ("…", Some("…")),
            ("-", Some("-")),
            ("Coming soon!", Some("Coming soon!")),
            ("Lorem ipsum dolor", Some("Lorem ipsum")),
            ("No.", None),
            ("42", None),
            ("👍", None),
            ("是", None),
            ("Coming soon: the new shop.", None),
            ("It is under construction.", None),
        ] {
            assert_eq!(placeholder(answer), expected, "{answer}");
        }
    }
}
