//! Answers that say nothing.

use std::collections::HashSet;

use super::duplicates::key;
use super::finding::{Finding, Kind, Severity};
use super::placeholder::placeholder;
use super::subject::{Item, Subject};
use crate::format::Spot;
use crate::search::Engine;

pub(super) fn find(subject: &Subject<'_>, engine: &Engine<'_>, found: &mut Vec<Finding>) {
    // What is no text is read as an empty one, and told already.
    let faults: HashSet<Spot> = found
        .iter()
        .filter(|finding| finding.kind.severity() == Severity::Error)
        .map(|finding| finding.spot)
        .collect();
    for item in subject.items() {
        // An entry without any is a fault already.
        let Some(mark) = item.offsets.answer else {
            continue;
        };
        let spot = item.spot(mark);
        if faults.contains(&spot) {
            continue;
        }
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
            let finding = Finding::new(kind, spot, message, mend);
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

    #[test]
    fn what_is_no_text_is_not_called_empty_as_well() {
        let text = r#"[{"question":"Who is it?","answer":5}]"#;
        assert_eq!(findings(text, "empty-answer"), [""; 0]);
        assert_eq!(findings(text, "wrong-kind").len(), 1);
    }
}
