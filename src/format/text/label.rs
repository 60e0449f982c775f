//! What lines begin with that are said by somebody: `Q:`, `Answer 3.` and the like.

use super::passage::lines;
use crate::format::Fault;
use crate::format::memory::MemoryBudget;

/// Who says something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    Question,
    Answer,
}

/// The beginning of a line that says what follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Label<'a> {
    pub(super) role: Role,
    /// The number of the question, as it is written; empty when there is none.
    pub(super) number: &'a str,
    /// What ends it: `:`, `.` or `)`.
    pub(super) mark: char,
    /// Where it begins, in bytes.
    pub(super) begin: usize,
    /// Where that begins which it says something about, in bytes.
    pub(super) end: usize,
    /// Whether the line above it is blank.
    pub(super) is_apart: bool,
}

/// What a label takes, and a question for a while that waits for its answer.
const TAKEN: usize = 2 * size_of::<Label<'_>>();

const NAMES: [(&str, Role); 4] = [
    ("question", Role::Question),
    ("answer", Role::Answer),
    ("q", Role::Question),
    ("a", Role::Answer),
];

/// The labels of a text. All end with the same mark as the first question: "A." may be a choice among several, and a
/// name.
pub(super) fn all<'a>(text: &'a str, memory: &mut MemoryBudget) -> Result<Vec<Label<'a>>, Fault> {
    let mut is_apart = false;
    let mut found = Vec::new();
    let mut mark = None;
    for (begin, line) in lines(text) {
        if let Some(label) = Label::of(begin, line) {
            if label.role == Role::Question {
                mark.get_or_insert(label.mark);
            }
            memory.lend(TAKEN, begin)?;
            found.push(Label { is_apart, ..label });
        }
        is_apart = line.trim().is_empty();
    }
    found.retain(|label| mark == Some(label.mark));
    Ok(found)
}

impl<'a> Label<'a> {
    /// The label of a line that begins at this byte.
    pub(super) fn of(begin: usize, line: &'a str) -> Option<Self> {
        let content = line.trim_start();
        let (before, rest) = numbered(content);
        let (role, rest) = NAMES.iter().find_map(|&(name, role)| {
            let start = rest.get(..name.len())?;
            start
                .eq_ignore_ascii_case(name)
                .then(|| (role, &rest[name.len()..]))
        })?;
        let rest = rest.trim_start_matches([' ', '#']);
        let (number, after) = split_number(rest);
        let said = after.trim_start_matches(' ').strip_prefix(MARKS)?;
        let mark = match after.trim_start_matches(' ').chars().next() {
            Some('.') => '.',
            Some(')') => ')',
            _ => ':',
        };
        // "Q.E.D." is no label.
        let is_closed = mark == ':' || said.is_empty() || said.starts_with([' ', '\t']);
        is_closed.then(|| Self {
            role,
            number: if number.is_empty() { before } else { number },
            mark,
            begin: begin + (line.len() - content.len()),
            end: begin + (line.len() - said.len()),
            is_apart: false,
        })
    }
}

/// What ends a label.
const MARKS: [char; 4] = [':', '：', '.', ')'];

/// The number that a text begins with, such as `3` or `1.12`, and what follows it.
fn split_number(text: &str) -> (&str, &str) {
    let is_of_number = |(at, c): (usize, char)| {
        let is_inner_dot = c == '.' && at > 0 && text[at + 1..].starts_with(is_digit);
        is_digit(c) || is_inner_dot
    };
    let mut chars = text.char_indices();
    let end = chars.find(|&it| !is_of_number(it));
    text.split_at(end.map_or(text.len(), |(at, _)| at))
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit()
}

/// The number that a line of a list begins with, and what follows it.
fn numbered(line: &str) -> (&str, &str) {
    let (number, rest) = split_number(line);
    match rest.strip_prefix(['.', ')']) {
        Some(rest) if !number.is_empty() => (number, rest.trim_start()),
        _ => ("", line),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_labelled() {
        use Role::{Answer, Question};
        for (line, expected) in [
            ("Q: Why?", Some((Question, "", ':', 2))),
            ("  a : So.", Some((Answer, "", ':', 5))),
            ("QUESTION 12: Why?", Some((Question, "12", ':', 12))),
            ("Q#3. Why?", Some((Question, "3", '.', 4))),
            ("Q1.12. Why?", Some((Question, "1.12", '.', 6))),
            ("2.1) A: So.", Some((Answer, "2.1", ':', 7))),
            ("A1) So.", Some((Answer, "1", ')', 3))),
            ("7. Q: Why?", Some((Question, "7", ':', 5))),
            ("Answer：So.", Some((Answer, "", ':', 9))),
            ("Q:", Some((Question, "", ':', 2))),
            ("Q.E.D.", None),
            ("Answers: some", None),
            ("Quick: a fox", None),
            ("A fox: quick", None),
            ("1. Why?", None),
            ("é: a", None),
            ("", None),
        ] {
            let label = Label::of(0, line);
            let found = label.map(|it| (it.role, it.number, it.mark, it.end));
            assert_eq!(found, expected, "{line:?}");
        }
    }

    #[test]
    fn the_first_question_says_what_ends_a_label() {
        let text = "A. is a letter\nQ: Why?\n\nA: Choose:\nA. this\nB. that";
        let all = |text| all(text, &mut MemoryBudget::new(&[], None)).unwrap();
        let labels = all(text);
        let found: Vec<_> = labels.iter().map(|it| (it.begin, it.is_apart)).collect();
        assert_eq!(found, [(15, false), (24, true)]);
        assert_eq!(all("A: So."), []);
    }
}
