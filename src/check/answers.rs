//! Answers that say nothing.

use super::duplicates::key;
use super::finding::{Finding, Kind};
use super::placeholder::placeholder;
use super::subject::{Item, Subject};
use crate::search::Engine;

pub(super) fn find(subject: &Subject<'_>, engine: &Engine<'_>, found: &mut Vec<Finding>) {
    for item in subject.items() {
        // An entry without any is a fault already.
        let Some(mark) = item.marks.answer else {
            continue;
        };
        let answer = item.entry.answer.as_ref();
        let finding = if answer.trim().is_empty() {
            Some((
                Kind::EmptyAnswer,
                "the answer is empty".to_owned(),
                "write an answer, or take out the entry",
            ))
        } else if let Some(placeholder) = placeholder(answer) {
            Some((
                Kind::PlaceholderAnswer,
                format!("\"{placeholder}\" stands where the answer belongs"),
                "write an answer, or take out the entry",
            ))
        } else if repeats_question(&item, engine) {
            Some((
                Kind::PlaceholderAnswer,
                "the answer only repeats the question".to_owned(),
                "write an answer, or take out the entry",
            ))
        } else {
            None
        };
        if let Some((kind, message, mend)) = finding {
            let finding = Finding::new(kind, item.spot(mark), message, mend);
            found.push(finding.of(item.number));
        }
    }
}

fn repeats_question(item: &Item<'_>, engine: &Engine<'_>) -> bool {
    let (question, answer) = (&item.entry.question, &item.entry.answer);
    // Words have no more bytes than twice those of their text; a long answer is more than the question.
    answer.len() <= 2 * question.len() && key(engine, answer) == key(engine, question)
}

#[cfg(test)]
mod tests {
    use crate::check::tests::findings;

    #[test]
    fn answers_must_say_something() {
        for (answer, expected) in [
            ("So.", &[][..]),
            (" \\n", &["warning[empty-answer] 1:36: the answer is empty"]),
            (
                "TBD",
                &["warning[placeholder-answer] 1:36: \"TBD\" stands where the answer belongs"],
            ),
            (
                "who is it",
                &["warning[placeholder-answer] 1:36: the answer only repeats the question"],
            ),
        ] {
            let text = format!(r#"[{{"question":"Who is it?","answer":"{answer}"}}]"#);
            assert_eq!(findings(&text, "answer"), expected, "{answer}");
        }
    }
}
