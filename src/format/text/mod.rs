//! Plain text: blocks after a line `-`, or lines that begin with `Q:` and `A:`.

mod blocks;
mod dialogue;
mod label;
mod passage;

use self::label::{Label, Role};
use self::passage::lines;
use super::sink::Sink;
use super::{Fault, Format, FormatErrorKind};

/// Reads plain text into a sink. What it has more of, labelled questions or lines `-`, says how it is written.
pub(super) fn read<'a>(text: &'a str, sink: &mut Sink<'a>) -> Result<(), Fault> {
    let labels = label::all(text, &mut sink.memory)?;
    let count = |role| labels.iter().filter(|it| it.role == role).count();
    let (questions, answers) = (count(Role::Question), count(Role::Answer));
    let separators = lines(text).filter(|&(_, line)| is_separator(line)).count();
    // A line between two labelled questions is a separator as well.
    let is_dialogue = questions > 0
        && (separators == 0 || (answers > 0 && questions.saturating_mul(2) >= separators));
    if is_dialogue {
        sink.recognised(|| "lines that begin with Q: or the like".to_owned());
        return dialogue::read(text, &labels, sink);
    }
    if separators > 0 {
        sink.recognised(|| "blocks after lines with nothing but -".to_owned());
        return blocks::read(text, sink);
    }
    Err(no_questions())
}

/// Whether a line stands between two blocks.
pub(super) fn is_separator(line: &str) -> bool {
    line.trim() == "-"
}

/// Whether a line begins with `Q:`, or whatever else says that a question follows.
pub(super) fn is_labelled_question(line: &str) -> bool {
    Label::of(0, line).is_some_and(|label| {
        // With a full stop it may be an initial.
        label.role == Role::Question && (label.mark == ':' || line.contains('?'))
    })
}

fn no_questions() -> Fault {
    Fault {
        offset: 0,
        kind: FormatErrorKind::NoQuestions {
            format: Format::Text,
        },
    }
}
