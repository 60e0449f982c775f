//! Paragraphs with lines that are labelled as questions, and lines that are defined by a colon.

use crate::format::markdown::label::{self, Label};
use crate::format::markdown::piece::{Asked, Form, Kind, Piece};
use crate::format::markdown::plain::plain;
use crate::format::markdown::question::{self, Strength};

/// A paragraph, or the text of an item. Offsets are bytes of the source.
#[derive(Debug, Clone, Copy)]
pub(super) struct Paragraph<'a> {
    pub(super) source: &'a str,
    /// Where the block begins, and where its text does.
    pub(super) start: usize,
    pub(super) text: usize,
    pub(super) end: usize,
    pub(super) indent: usize,
}

impl<'a> Paragraph<'a> {
    /// The questions that begin at these lines.
    pub(super) fn questions(self, lines: &[usize], pieces: &mut Vec<Piece<'a>>) {
        let Some(&first) = lines.first() else {
            return;
        };
        if first > self.text {
            pieces.push(Piece {
                start: self.start,
                end: first,
                kind: Kind::Text,
            });
        }
        let ends = lines.iter().copied().skip(1).chain([self.end]);
        for (&line, end) in lines.iter().zip(ends) {
            pieces.extend(self.question(line, end));
        }
    }

    fn question(self, start: usize, end: usize) -> Option<Piece<'a>> {
        let text = &self.source[start..end];
        let (_, label) = label::label(text)?;
        let (label, text) = text.split_at(label);
        let (question, rest) = split(label, text);
        let (question, indent) = if label::is_admonition(label) {
            let question = question.trim_end();
            (
                question.strip_suffix('"').unwrap_or(question),
                label::ADMONITION_INDENT,
            )
        } else {
            (question, self.indent)
        };
        let answer = rest.trim_start();
        let answer = answer.strip_prefix("- ").unwrap_or(answer);
        let is_answered = matches!(label::label(answer), Some((Label::Answer, _)));
        let shown = plain(question);
        let asked = Asked {
            strength: if is_answered {
                Strength::Strong
            } else {
                question::strength(&shown)
            },
            text: question::clean(shown),
            offset: start + label.len(),
            id: None,
            indent,
        };
        Some(Piece {
            start: if start == self.text {
                self.start
            } else {
                start
            },
            end: end - rest.len(),
            kind: Kind::Ask {
                form: Form::Label,
                asked,
            },
        })
    }

    /// The first line as a question that is answered by what comes after it: a colon and a text.
    pub(super) fn term(self) -> Option<Piece<'a>> {
        let text = &self.source[self.start..self.end];
        let line = text.split('\n').next()?;
        let end = self.start + line.len();
        if !self.source[end..].trim_start().starts_with(": ") {
            return None;
        }
        let shown = plain(line);
        if !shown.contains(['?', '？']) {
            return None;
        }
        let asked = Asked {
            text: question::clean(shown),
            offset: self.start,
            strength: Strength::Strong,
            id: None,
            indent: 0,
        };
        Some(Piece {
            start: self.start,
            end,
            kind: Kind::Ask {
                form: Form::Term,
                asked,
            },
        })
    }
}

/// Divides what comes after a label into the question and the rest: at the end of the bold text that the label begins,
/// before an answer's label, or after the line that asks.
fn split<'s>(label: &str, text: &'s str) -> (&'s str, &'s str) {
    let marks = label::is_open(label);
    if let Some((question, rest)) = marks.and_then(|marks| text.split_once(marks)) {
        return (question, rest);
    }
    let is_line = label::after_container(label.trim_start()).is_some();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        if at > 0 && matches!(label::label(line), Some((Label::Answer, _))) {
            break;
        }
        if let Some(answer) = label::answer_within(line) {
            at += answer;
            break;
        }
        at += line.len();
        if is_line || question::strength(line) == Strength::Strong {
            break;
        }
    }
    text.split_at(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_question_ends_where_the_answer_begins() {
        for (label, text, question) in [
            ("Q: ", "Why?\nSo.", "Why?\n"),
            ("Q: ", "Why\nnot?\nSo.", "Why\nnot?\n"),
            ("Q: ", "Tell me\nA: So.", "Tell me\n"),
            ("Q: ", "Why? A: So.", "Why? "),
            ("**Q: ", "Tell me** So.", "Tell me"),
            ("**Q:** ", "Why **so**?", "Why **so**?"),
            ("::: details ", "Tell me\nWhy?", "Tell me\n"),
            ("??? faq \"", "Why?\"\n    So.", "Why?\"\n"),
        ] {
            assert_eq!(split(label, text).0, question, "{label}{text}");
        }
    }
}
