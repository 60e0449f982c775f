//! Questions that are no headings: `Q:` lines, `<details>`, bold lines.

use super::Taken;
use crate::format::markdown::headings::{Headings, Role};
use crate::format::markdown::piece::{Form, Kind, Piece};
use crate::format::markdown::question::Strength;
use crate::sorting;

/// A piece that may be taken.
struct Candidate {
    piece: usize,
    form: Form,
    strength: Strength,
    in_list: bool,
    /// The heading above it.
    parent: Option<usize>,
    in_faq: bool,
}

/// Adds the questions of other forms that are in no answer yet, in the order of their places.
pub(super) fn add(pieces: &[Piece<'_>], headings: &Headings, end: usize, taken: &mut Vec<Taken>) {
    let candidates = candidates(pieces, headings, taken);
    let mut chosen: Vec<&Candidate> = Vec::new();
    for section in candidates.chunk_by(|a, b| a.parent == b.parent) {
        choose(pieces, section, &mut chosen);
    }
    if chosen.is_empty() && taken.is_empty() {
        // The only bold question there is.
        let is_alone = |it: &&Candidate| it.form == Form::Bold { alone: true };
        chosen.extend(candidates.iter().find(is_alone));
    }
    for (number, candidate) in chosen.iter().enumerate() {
        let next = chosen.get(number + 1).map(|next| pieces[next.piece].start);
        let end = candidate_end(
            pieces,
            headings,
            candidate,
            end.min(next.unwrap_or(end)),
            taken,
        );
        taken.push(Taken {
            piece: candidate.piece,
            end,
            parent: candidate.parent,
        });
    }
    sorting::by_key(taken, |it| it.piece);
}

/// The pieces that ask and stand in no answer.
fn candidates(pieces: &[Piece<'_>], headings: &Headings, taken: &[Taken]) -> Vec<Candidate> {
    let mut candidates = Vec::new();
    let mut headings_seen = 0;
    let mut answers = taken.iter().peekable();
    let mut answered = 0;
    for (number, piece) in pieces.iter().enumerate() {
        let list = &headings.list;
        while list.get(headings_seen).is_some_and(|it| it.piece <= number) {
            headings_seen += 1;
        }
        if let Some(answer) = answers.next_if(|it| it.piece == number) {
            answered = answer.end;
        }
        let Kind::Ask { form, asked } = &piece.kind else {
            continue;
        };
        let parent = headings_seen.checked_sub(1);
        let above = parent.map(|above| &list[above]);
        if piece.start < answered || above.is_some_and(|above| above.role == Role::Aside) {
            continue;
        }
        candidates.push(Candidate {
            piece: number,
            form: *form,
            strength: asked.strength,
            in_list: asked.indent > 0,
            parent,
            in_faq: headings.is_faq
                || above.is_some_and(|it| {
                    it.in_faq || (it.role == Role::Root && headings.title != parent)
                }),
        });
    }
    candidates
}

/// Takes the questions of one section: of the form that comes first, for the others are in its answers.
fn choose<'c>(pieces: &[Piece<'_>], section: &'c [Candidate], chosen: &mut Vec<&'c Candidate>) {
    let is_marked = |it: &&Candidate| matches!(it.form, Form::Label | Form::Summary { .. });
    let strong = |it: &&Candidate| it.strength == Strength::Strong;
    let first = section.iter().filter(strong).find(is_marked);
    let first = first.or_else(|| section.iter().find(is_marked));
    let Some(first) = first.filter(|it| it.in_faq || it.strength != Strength::None) else {
        choose_unmarked(section, chosen);
        return;
    };
    let same =
        |it: &&Candidate| std::mem::discriminant(&it.form) == std::mem::discriminant(&first.form);
    let strong = section.iter().filter(same).filter(strong).count();
    let mostly = strong * 2 > section.iter().filter(same).count();
    let mut closed = 0;
    for candidate in section.iter().filter(same) {
        let start = pieces[candidate.piece].start;
        let asks = candidate.strength == Strength::Strong || candidate.in_faq || mostly;
        if start < closed || !asks {
            continue;
        }
        if let Form::Summary { close: Some(close) } = candidate.form {
            closed = close;
        }
        chosen.push(candidate);
    }
}

/// Takes the bold lines of a section, or the items of its lists.
fn choose_unmarked<'c>(section: &'c [Candidate], chosen: &mut Vec<&'c Candidate>) {
    let alone = |it: &&Candidate| it.form == Form::Bold { alone: true };
    let are_many = section.iter().filter(alone).count() > 1;
    // Lists of questions below a bold one are its answer, and the other way round.
    let is_bold = |it: &Candidate| matches!(it.form, Form::Bold { .. });
    let is_item = |it: &&Candidate| matches!(it.form, Form::Item | Form::Term);
    let first = section.iter().find(|it| is_bold(it) || is_item(it));
    let bold = first.is_some_and(is_bold);
    chosen.extend(section.iter().filter(|it| match it.form {
        Form::Bold { alone } => bold && (it.in_faq || (are_many && (alone || it.in_list))),
        Form::Item | Form::Term => !bold && it.in_faq,
        Form::Label | Form::Summary { .. } => false,
    }));
}

/// Where the answer ends: where its element is closed, or where the next question or section begins.
fn candidate_end(
    pieces: &[Piece<'_>],
    headings: &Headings,
    candidate: &Candidate,
    next: usize,
    taken: &[Taken],
) -> usize {
    let start_of = |piece: usize| pieces[piece].start;
    let next_heading = headings
        .list
        .get(candidate.parent.map_or(0, |parent| parent + 1));
    let heading = next_heading.map_or(next, |it| start_of(it.piece)).min(next);
    let Form::Summary { close: Some(close) } = candidate.form else {
        return heading;
    };
    // Headings in it are a part of it, unless they are questions.
    let after = taken.partition_point(|it| it.piece <= candidate.piece);
    let question = taken.get(after).map_or(close, |it| start_of(it.piece));
    close.min(question)
}
