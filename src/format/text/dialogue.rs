//! Questions and answers that are labelled, as `Q:` and `A:`.

use std::ops::Range;

use super::label::{Label, Role};
use super::passage::{aligned, in_one_line, lines, preamble, trimmed};
use crate::format::Fault;
use crate::format::draft::{Draft, Located};
use crate::format::inspection::Note;
use crate::format::sink::Sink;

/// A question that waits for its answer.
struct Asked<'a> {
    label: Label<'a>,
    text: Located<'a>,
}

/// Reads a text that has these labels, at least one of them a question's.
pub(super) fn read<'a>(
    text: &'a str,
    labels: &[Label<'a>],
    sink: &mut Sink<'a>,
) -> Result<(), Fault> {
    preamble(text, labels.first().map_or(0, |label| label.begin), sink);
    let answers_are_labelled = labels.iter().any(|label| label.role == Role::Answer);
    let mut asked: Vec<Asked<'a>> = Vec::new();
    for (number, &label) in labels.iter().enumerate() {
        let next = labels.get(number + 1);
        let said = trimmed(text, label.end..next.map_or(text.len(), |next| next.begin));
        if label.role == Role::Answer {
            let answer = (!said.is_empty()).then(|| aligned(text, said));
            answered(&mut asked, label, answer, sink)?;
            continue;
        }
        let is_answered_next = next.is_some_and(|next| next.role == Role::Answer);
        let question = match (answers_are_labelled, is_answered_next) {
            (true, true) => said.clone(),
            (true, false) => first_paragraph(text, said.clone()),
            (false, _) => first_line(text, said.clone()),
        };
        let rest = trimmed(text, question.end..said.end);
        let mut question = in_one_line(text, question);
        if question.text.is_empty() {
            question.offset = label.begin;
        }
        asked.push(Asked {
            label,
            text: question,
        });
        if rest.is_empty() {
            continue;
        }
        if answers_are_labelled {
            sink.skipped(rest.start, || Note {
                what: "a text".to_owned(),
                why: "it stands below a question, and no A: says that it is the answer",
            });
        } else {
            // The answer stands right below.
            let label = Label {
                is_apart: false,
                ..label
            };
            answered(&mut asked, label, Some(aligned(text, rest)), sink)?;
        }
    }
    asked.into_iter().try_for_each(|it| unanswered(it, sink))
}

/// The first line of a piece.
fn first_line(text: &str, piece: Range<usize>) -> Range<usize> {
    let end = text[piece.clone()].find('\n');
    trimmed(
        text,
        piece.start..end.map_or(piece.end, |end| piece.start + end),
    )
}

/// What stands in a piece before its first blank line.
fn first_paragraph(text: &str, piece: Range<usize>) -> Range<usize> {
    let mut blank = lines(&text[piece.clone()]).filter(|(_, line)| line.trim().is_empty());
    let end = blank.next().map_or(piece.end, |(at, _)| piece.start + at);
    trimmed(text, piece.start..end)
}

/// Takes an answer to the questions that were asked just before it.
fn answered<'a>(
    asked: &mut Vec<Asked<'a>>,
    label: Label<'a>,
    answer: Option<Located<'a>>,
    sink: &mut Sink<'a>,
) -> Result<(), Fault> {
    let first = first_of_last(asked, label);
    let mut last = asked.split_off(first).into_iter();
    asked.drain(..).try_for_each(|it| unanswered(it, sink))?;
    let question = last.next();
    let offset = question.as_ref().map_or(label.begin, |it| it.label.begin);
    sink.entry(Draft {
        offset,
        question: question.map(|it| it.text),
        alternates: last.map(|it| it.text).collect(),
        answer,
        ..Draft::default()
    })
}

/// Which is the first of the questions that an answer is for: they stand together, and have one number.
fn first_of_last(asked: &[Asked<'_>], answer: Label<'_>) -> usize {
    let belong_together = |pair: &[Asked<'_>]| match pair {
        [one, other] => {
            let (one, other) = (one.label, other.label);
            let numbers = one.number.is_empty() || other.number.is_empty();
            (numbers || one.number == other.number) && (!other.is_apart || answer.is_apart)
        }
        _ => true,
    };
    let last_break = asked.windows(2).rposition(|pair| !belong_together(pair));
    last_break.map_or(0, |at| at + 1)
}

/// A question that no answer follows.
fn unanswered<'a>(asked: Asked<'a>, sink: &mut Sink<'a>) -> Result<(), Fault> {
    sink.entry(Draft {
        offset: asked.label.begin,
        question: Some(asked.text),
        ..Draft::default()
    })
}
