//! The printer for people: the same text at a terminal and in a pipe, styled and wrapped only at a terminal.

use std::fmt;
use std::io::{self, Write};
use std::ops::Range;

use super::markdown;
use super::page::Page;
use super::sanitize::Clean;
use super::style::{self, Style};
use super::styled::Styled;
use super::wrap::{self, Room, hang, wrap};
use crate::cli::report::{Answer, Indexes, Match, Outcome};

/// What stands before a line that belongs to a heading.
pub(super) const INDENT: &str = "  ";

/// An answer with its question and the related ones; of a question without one, only what matches, if that is wanted.
pub(crate) fn answer(
    out: &mut Page<impl Write>,
    answer: &Answer<'_>,
    width: Option<usize>,
    list_matches: bool,
) -> io::Result<()> {
    if let (Some(stored), Some(text)) = (answer.question, answer.answer) {
        question(out, stored, &answer.met, width)?;
        out.blank()?;
        out.lines(&markdown::styled(text, width))?;
    }
    if list_matches && !answer.matches.is_empty() {
        out.blank()?;
        out.line(&[&style::heading("Matches:")])?;
        matches(out, &answer.matches, width)?;
    }
    if !answer.related.is_empty() {
        out.blank()?;
        out.line(&[&style::quiet(&Clean::line("Related:"))])?;
        for related in &answer.related {
            for line in listed(related.question, width) {
                out.line(&[&style::quiet(&line)])?;
            }
        }
    }
    Ok(())
}

/// The place of one question in a batch: the question, then its answer or that there is none.
pub(crate) fn batch_answer(
    out: &mut Page<impl Write>,
    report: &Answer<'_>,
    width: Option<usize>,
    list_matches: bool,
) -> io::Result<()> {
    asked(out, report.query)?;
    match report.status {
        Outcome::Answered => {}
        Outcome::Ambiguous => line(out, "No single answer: several questions fit.")?,
        Outcome::None if report.error.is_some() => line(out, "Not read.")?,
        Outcome::None => line(out, "No answer.")?,
    }
    answer(out, report, width, list_matches)
}

/// What was asked for, above what came of it: where it is one of several, this tells where each begins.
pub(crate) fn asked(out: &mut Page<impl Write>, text: &str) -> io::Result<()> {
    let asked = Clean::line(&format!("> {text}"));
    out.line(&[&style::quiet(&asked)])
}

/// An answer and nothing else, as text of several lines: no style, but the same text as everywhere.
pub(crate) fn answer_text(
    out: &mut Page<impl Write>,
    answer: &str,
    width: Option<usize>,
) -> io::Result<()> {
    out.lines(&markdown::plain(answer, width))
}

/// An answer as one record: on one line, or ended by NUL.
pub(crate) fn answer_record(
    out: &mut Page<impl Write>,
    answer: &str,
    null: bool,
) -> io::Result<()> {
    let lines = markdown::plain(answer, None);
    if null {
        out.record(&Clean::text(&lines.join("\n")))
    } else {
        out.line(&[&Clean::verbatim(&lines.join("\\n"))])
    }
}

/// That there is no answer, and what may have been meant, or else what lists all questions: a hint, for standard error.
pub(crate) fn no_answer(
    out: &mut Page<impl Write>,
    report: &Answer<'_>,
    near: &[Match<'_>],
    width: Option<usize>,
    list_matches: bool,
    all: &str,
) -> io::Result<()> {
    let query = report.query;
    let said = match report.status {
        Outcome::Ambiguous => format!("faq: several questions fit \"{query}\""),
        Outcome::Answered | Outcome::None => format!("faq: no answer to \"{query}\""),
    };
    out.lines(&wrap(&Clean::line(&said), width, ""))?;
    if near.is_empty() {
        return line(out, &format!("See all questions with: {all}"));
    }
    line(out, "Did you mean:")?;
    if list_matches {
        return matches(out, near, width);
    }
    questions(out, near.iter().map(|found| found.question), width)
}

/// What a format cannot hold: a hint, for standard error.
pub(crate) fn losses(
    out: &mut Page<impl Write>,
    format: &str,
    losses: &[impl fmt::Display],
) -> io::Result<()> {
    named(out, &format!("{format} cannot hold"), losses)
}

/// On what several files differ: a hint, for standard error.
pub(crate) fn overruled(
    out: &mut Page<impl Write>,
    fields: &[impl fmt::Display],
) -> io::Result<()> {
    named(out, "the files differ, and the first one counts", fields)
}

/// A line that names things, where there are any.
fn named(out: &mut Page<impl Write>, what: &str, things: &[impl fmt::Display]) -> io::Result<()> {
    if things.is_empty() {
        return Ok(());
    }
    let things: Vec<String> = things.iter().map(ToString::to_string).collect();
    line(out, &format!("faq: {what}: {}", things.join(", ")))
}

/// That there is nothing to ask: a hint, for standard error.
pub(crate) fn no_entries(out: &mut Page<impl Write>) -> io::Result<()> {
    line(out, "faq: the FAQ has no entries, so it answers nothing")?;
    line(out, "See what one looks like with: faq help format")
}

/// That no entry has any of these tags, and what lists those that there are: a hint, for standard error.
pub(crate) fn no_tag(
    out: &mut Page<impl Write>,
    tags: &[String],
    all: Option<&str>,
) -> io::Result<()> {
    let tags = tags.join("\" or \"");
    line(out, &format!("faq: no entry has the tag \"{tags}\""))?;
    let Some(all) = all else { return Ok(()) };
    line(out, &format!("See all tags with: {all}"))
}

/// Where indexes are, how many and how big.
pub(crate) fn indexes(out: &mut Page<impl Write>, indexes: &Indexes<'_>) -> io::Result<()> {
    let megabytes = indexes.bytes as f64 / 1e6;
    let deleted = if indexes.deleted { "deleted " } else { "" };
    let count = match indexes.count {
        0 => "no index".to_owned(),
        1 => format!("{deleted}1 index, {megabytes:.1} MB"),
        count => format!("{deleted}{count} indexes, {megabytes:.1} MB"),
    };
    line(out, indexes.folder)?;
    line(out, &count)
}

/// Something of one line on a line of its own.
pub(crate) fn line(out: &mut Page<impl Write>, text: &str) -> io::Result<()> {
    out.line(&[&Clean::line(text)])
}

/// A stored question above its answer, the words in it set off that met words of the one asked.
pub(super) fn question(
    out: &mut Page<impl Write>,
    text: &str,
    met: &[Range<usize>],
    width: Option<usize>,
) -> io::Result<()> {
    let question = Clean::line(text);
    // Where the line is not the text, nobody knows where the words are.
    if met.is_empty() || question.as_str() != text {
        return wrap(&question, width, "").iter().try_for_each(|line| {
            let line = style::paint(line, Style::STRONG);
            out.line(&[&line])
        });
    }
    let mut styled = Styled::default();
    let mut start = 0;
    for place in met {
        styled.push(&text[start..place.start], Style::STRONG);
        styled.push(&text[place.clone()], Style::STRONG.and(Style::UNDERLINED));
        start = place.end;
    }
    styled.push(&text[start..], Style::STRONG);
    let room = width.unwrap_or(usize::MAX);
    let room = Room {
        first: room,
        rest: room,
    };
    let lines = styled.fill(room);
    lines
        .iter()
        .try_for_each(|line| out.line(&[&styled.painted(line)]))
}

/// Questions below the name of what they are.
pub(super) fn questions<'q>(
    out: &mut Page<impl Write>,
    mut questions: impl Iterator<Item = &'q str>,
    width: Option<usize>,
) -> io::Result<()> {
    questions.try_for_each(|question| out.lines(&listed(question, width)))
}

/// A question among others: what does not fit on its line hangs, so that each begins where it is seen to.
fn listed(question: &str, width: Option<usize>) -> Vec<Clean> {
    hang(&Clean::line(question), width, INDENT, &INDENT.repeat(2))
}

/// Score, id and question in columns; where ids leave too little room, the question stands below.
fn matches(
    out: &mut Page<impl Write>,
    matches: &[Match<'_>],
    width: Option<usize>,
) -> io::Result<()> {
    let columns = |id: &str| wrap::columns(&Clean::line(id));
    let widest = matches
        .iter()
        .map(|found| columns(found.id))
        .max()
        .unwrap_or(0);
    for found in matches {
        let padding = " ".repeat(widest - columns(found.id));
        let first = format!(
            "{INDENT}{:.2}  {}{padding}  ",
            found.score,
            Clean::line(found.id)
        );
        let question = Clean::line(found.question);
        let rest = INDENT.repeat(4);
        if width.is_some_and(|width| widest + rest.len() > width / 2) {
            out.line(&[&Clean::verbatim(first.trim_end())])?;
            out.lines(&wrap(&question, width, &rest))?;
        } else {
            let rest = " ".repeat(widest + rest.len() + INDENT.len());
            out.lines(&hang(&question, width, &first, &rest))?;
        }
    }
    Ok(())
}
