//! Reads what this program wrote, to the letter: headings of one level are the questions, whatever they say.

use super::mark::{self, Comment, DocumentMark, EntryMark};
use super::piece::{Kind, Piece};
use crate::format::draft::{Draft, Located};
use crate::format::sink::Sink;
use crate::format::{Fault, Format, FormatErrorKind};

/// Reads a document with a mark at its top.
pub(super) fn read<'a>(
    text: &'a str,
    mut pieces: Vec<Piece<'a>>,
    document: Comment<'a>,
    sink: &mut Sink<'a>,
) -> Result<(), Fault> {
    let mark: DocumentMark = document.read()?;
    let level = mark.level;
    head(mark, document.offset, sink)?;
    let last_end = pieces.iter().rposition(|piece| mark::is_end(text, piece));
    let mut number = 0;
    let mut found = false;
    while let Some(heading) = next_heading(&pieces, number, level) {
        found = true;
        let is_closed = last_end.is_some_and(|end| end > heading);
        let entry = entry(text, heading, level, is_closed, &mut pieces);
        number = match sink.accept(entry)? {
            Some((draft, next)) => {
                sink.entry(draft)?;
                next
            }
            None => heading + 1,
        };
    }
    if !found {
        let kind = FormatErrorKind::NoQuestions {
            format: Format::Markdown,
        };
        return Err(Fault { offset: 0, kind });
    }
    sink.recognised(|| format!("headings of level {level}, as its first comment says"));
    Ok(())
}

fn head(mark: DocumentMark, offset: usize, sink: &mut Sink<'_>) -> Result<(), Fault> {
    if let Some(title) = mark.title {
        sink.document.title = Some(title.into());
    }
    if let Some(language) = mark.language {
        sink.document.language = Some(language.into());
    }
    sink.document.lexicon = mark.lexicon;
    for group in mark.synonyms {
        sink.synonyms(found_all(group, offset))?;
    }
    for extra in mark.extra.found(offset)? {
        sink.extra(extra)?;
    }
    Ok(())
}

/// The next heading of a level from a piece on.
fn next_heading(pieces: &[Piece<'_>], from: usize, level: u8) -> Option<usize> {
    let is_it =
        |piece: &Piece<'_>| matches!(piece.kind, Kind::Heading { level: it, .. } if it == level);
    let after = pieces.get(from..)?.iter().position(is_it)?;
    Some(from + after)
}

/// The entry of a heading, and the piece after it; whether any answer is closed after it.
fn entry<'a>(
    text: &'a str,
    heading: usize,
    level: u8,
    is_closed: bool,
    pieces: &mut [Piece<'a>],
) -> Result<(Draft<'a>, usize), Fault> {
    let comment = mark::of_entry(text, heading, pieces);
    let mark = match comment {
        Some(comment) => comment.read::<EntryMark>()?,
        None => EntryMark::default(),
    };
    let body = comment.map_or(pieces[heading].end, Comment::end);
    let offset = comment.map_or(pieces[heading].start, |comment| comment.offset);
    let next = next_heading(pieces, heading + 1, level).unwrap_or(pieces.len());
    let (answer, next) = match mark.answer {
        Some(answer) => (Located::new(answer, offset), next),
        None if mark.closed && is_closed => closed(text, body, heading, pieces, offset)?,
        None if mark.closed => return Err(never_closed(offset)),
        None => {
            let end = pieces.get(next).map_or(text.len(), |next| next.start);
            (open(text, body, end), next)
        }
    };
    let start = pieces[heading].start;
    let Kind::Heading { asked, .. } = std::mem::replace(&mut pieces[heading].kind, Kind::Text)
    else {
        return Ok((Draft::default(), next));
    };
    let id = mark.id.map(|id| Located::new(id, offset));
    let draft = Draft {
        offset: start,
        id: id.or(asked.id.map(|id| Located::new(id, start))),
        question: Some(match mark.question {
            Some(question) => Located::new(question, offset),
            None => Located::new(asked.text, asked.offset),
        }),
        alternates: found_all(mark.alternates, offset),
        answer: Some(answer),
        tags: found_all(mark.tags, offset),
        related: found_all(mark.related, offset),
        source: mark.source.map(|source| Located::new(source, offset)),
        extra: mark.extra.found(offset)?,
    };
    Ok((draft, next))
}

/// The answer up to the next question, without blank lines around it.
fn open(text: &str, start: usize, end: usize) -> Located<'_> {
    let answer = text[start..end].trim_end();
    let bare = answer.trim_start();
    let blank = &answer[..answer.len() - bare.len()];
    let line = blank.rfind(['\n', '\r']).map_or(0, |at| at + 1);
    Located::new(&answer[line..], start + line)
}

/// The answer up to the comment that ends it: everything but the empty line at each end.
fn closed<'a>(
    text: &'a str,
    start: usize,
    heading: usize,
    pieces: &[Piece<'a>],
    offset: usize,
) -> Result<(Located<'a>, usize), Fault> {
    let is_end = |piece: &Piece<'_>| piece.start >= start && mark::is_end(text, piece);
    let Some(after) = pieces[heading..].iter().position(is_end) else {
        return Err(never_closed(offset));
    };
    let end = pieces[heading + after].start;
    let mut answer = &text[start..end];
    for _ in 0..2 {
        let rest = answer.strip_prefix('\r').unwrap_or(answer);
        answer = rest.strip_prefix('\n').unwrap_or(answer);
    }
    let begin = start + (end - start - answer.len());
    for _ in 0..2 {
        if let Some(rest) = answer.strip_suffix('\n') {
            answer = rest.strip_suffix('\r').unwrap_or(rest);
        }
    }
    Ok((Located::new(answer, begin), heading + after + 1))
}

fn never_closed(offset: usize) -> Fault {
    let kind = FormatErrorKind::Syntax {
        format: Format::Markdown,
        cause: format!("no comment \"{}\" ends this answer", mark::END),
    };
    Fault { offset, kind }
}

fn found_all<'a>(texts: Vec<String>, offset: usize) -> Vec<Located<'a>> {
    let found = |text| Located::new(text, offset);
    texts.into_iter().map(found).collect()
}
