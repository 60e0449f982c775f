//! What of a document was not taken for a question, and why.

use super::choose::Taken;
use super::headings::{Heading, Headings, Role};
use super::outline::Outline;
use super::piece::{Asked, Kind};
use super::question::Strength;
use crate::format::inspection::Note;
use crate::sorting;

/// What might have been meant for a question, and stands in no answer.
pub(super) fn skipped(
    outline: &Outline<'_>,
    headings: &Headings,
    taken: &[Taken],
) -> Vec<(usize, Note)> {
    let mut notes = Vec::new();
    let is_in_answer = |offset: usize| {
        let after = taken.partition_point(|it| outline.pieces[it.piece].start <= offset);
        after > 0 && offset < taken[after - 1].end
    };
    // What is above a question is a section, whatever else is in it.
    let mut is_section = vec![false; headings.list.len()];
    for taken in taken {
        let mut above = taken.parent;
        while let Some(number) = above.filter(|&number| !is_section[number]) {
            is_section[number] = true;
            above = headings.list[number].parent;
        }
    }
    let mut list = headings.list.iter().zip(&is_section).peekable();
    for (number, piece) in outline.pieces.iter().enumerate() {
        let heading = list.next_if(|(it, _)| it.piece == number);
        if heading.is_some_and(|(_, is_section)| *is_section) || is_in_answer(piece.start) {
            continue;
        }
        let note = match (&piece.kind, heading) {
            (Kind::Heading { asked, .. }, Some((heading, _))) => heading_note(heading, asked),
            (Kind::Ask { asked, .. }, _) => Some((
                format!("\"{}\"", asked.text),
                "it stands among other text, or does not ask anything",
            )),
            (Kind::Contents, _) => Some((
                "a list of links".to_owned(),
                "it leads to places in the document",
            )),
            _ => None,
        };
        notes.extend(note.map(|(what, why)| (piece.start, Note { what, why })));
    }
    let asides = outline.asides.iter().filter(|(at, _)| !is_in_answer(*at));
    notes.extend(asides.map(|&(at, what)| {
        let why = "only headings of the document itself are questions";
        let what = what.to_owned();
        (at, Note { what, why })
    }));
    sorting::by_key(&mut notes, |(at, _)| *at);
    notes
}

/// Why a heading was not taken, where that is not plain to see: sections and the title need no words.
fn heading_note(heading: &Heading, asked: &Asked<'_>) -> Option<(String, &'static str)> {
    if heading.role != Role::Any || !heading.own.text {
        return None;
    }
    let why = if heading.strength == Strength::None {
        "it does not ask anything"
    } else {
        "it has no question mark, and few headings beside it ask anything"
    };
    Some((format!("the heading \"{}\"", asked.text), why))
}
