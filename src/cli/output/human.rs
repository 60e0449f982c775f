//! The printer for people: the same text at a terminal and in a pipe, styled and wrapped only at a terminal.

use std::fmt;
use std::io::{self, Write};

use super::sanitize::Clean;
use super::style;
use super::wrap::{self, hang, wrap};
use crate::cli::report::{Answer, Match, Outcome, Whole};

/// What stands before a line that belongs to a heading.
pub(super) const INDENT: &str = "  ";

/// An answer with its question and the related ones; of a question without one, only what matches, if that is wanted.
pub(crate) fn answer(
    out: &mut impl Write,
    answer: &Answer<'_>,
    width: Option<usize>,
    list_matches: bool,
) -> io::Result<()> {
    if let (Some(question), Some(text)) = (answer.question, answer.answer) {
        for line in wrap(&Clean::line(question), width, "") {
            writeln!(out, "{}", style::question(&Clean::line(&line)))?;
        }
        writeln!(out)?;
        paragraphs(out, text, width)?;
    }
    if list_matches && !answer.matches.is_empty() {
        writeln!(out, "\n{}", style::heading("Matches:"))?;
        matches(out, &answer.matches, width)?;
    }
    if !answer.related.is_empty() {
        writeln!(out, "\n{}", style::heading("Related:"))?;
        questions(
            out,
            answer.related.iter().map(|related| related.question),
            width,
        )?;
    }
    Ok(())
}

/// The place of one question in a batch: the question, then its answer or that there is none.
pub(crate) fn batch_answer(
    out: &mut impl Write,
    report: &Answer<'_>,
    width: Option<usize>,
    list_matches: bool,
) -> io::Result<()> {
    let asked = Clean::line(&format!("> {}", report.query));
    writeln!(out, "{}", style::quiet(&asked))?;
    match report.status {
        Outcome::Answered => {}
        Outcome::Ambiguous => writeln!(out, "No single answer: several questions fit.")?,
        Outcome::None => writeln!(out, "No answer.")?,
    }
    answer(out, report, width, list_matches)
}

/// An answer and nothing else, as text of several lines.
pub(crate) fn answer_text(
    out: &mut impl Write,
    answer: &str,
    width: Option<usize>,
) -> io::Result<()> {
    paragraphs(out, answer, width)
}

/// An answer as one record: on one line, or ended by NUL.
pub(crate) fn answer_record(out: &mut impl Write, answer: &str, null: bool) -> io::Result<()> {
    if null {
        write!(out, "{}\0", Clean::text(answer))
    } else {
        writeln!(out, "{}", Clean::record(answer))
    }
}

/// That there is no answer, and what may have been meant: a hint, for standard error.
pub(crate) fn no_answer(
    out: &mut impl Write,
    report: &Answer<'_>,
    near: &[Match<'_>],
    width: Option<usize>,
    list_matches: bool,
) -> io::Result<()> {
    let query = report.query;
    let said = match report.status {
        Outcome::Ambiguous => format!("faq: several questions fit \"{query}\""),
        Outcome::Answered | Outcome::None => format!("faq: no answer to \"{query}\""),
    };
    print(out, &wrap(&Clean::line(&said), width, ""))?;
    if near.is_empty() {
        return writeln!(out, "See all questions with: faq list");
    }
    writeln!(out, "Did you mean:")?;
    if list_matches {
        return matches(out, near, width);
    }
    questions(out, near.iter().map(|found| found.question), width)
}

/// What a format cannot hold, where anything is lost: a hint, for standard error.
pub(crate) fn losses(
    out: &mut impl Write,
    format: &str,
    losses: &[impl fmt::Display],
) -> io::Result<()> {
    if losses.is_empty() {
        return Ok(());
    }
    let losses: Vec<String> = losses.iter().map(ToString::to_string).collect();
    writeln!(out, "faq: {format} cannot hold: {}", losses.join(", "))
}

/// That no entry has any of these tags: a hint, for standard error.
pub(crate) fn no_tag(out: &mut impl Write, tags: &[String]) -> io::Result<()> {
    let tags = Clean::line(&tags.join("\" or \""));
    writeln!(out, "faq: no entry has the tag \"{tags}\"")
}

/// A stored question on a line of its own, after its id if that is wanted.
pub(crate) fn listed(out: &mut impl Write, entry: &Whole<'_>, with_id: bool) -> io::Result<()> {
    if with_id {
        write!(out, "{}\t", Clean::line(entry.id))?;
    }
    writeln!(out, "{}", Clean::line(entry.question))
}

/// Something of one line on a line of its own.
pub(crate) fn line(out: &mut impl Write, text: &str) -> io::Result<()> {
    writeln!(out, "{}", Clean::line(text))
}

/// A whole entry.
pub(crate) fn whole(
    out: &mut impl Write,
    entry: &Whole<'_>,
    width: Option<usize>,
) -> io::Result<()> {
    for line in wrap(&Clean::line(entry.question), width, "") {
        writeln!(out, "{}", style::question(&Clean::line(&line)))?;
    }
    writeln!(out)?;
    paragraphs(out, entry.answer, width)?;
    writeln!(out)?;
    if !entry.alternates.is_empty() {
        writeln!(out, "{}", style::heading("Also asked as:"))?;
        questions(out, entry.alternates.iter().copied(), width)?;
        writeln!(out)?;
    }
    field(out, "Id", entry.id, width)?;
    field(out, "Tags", &entry.tags.join(", "), width)?;
    field(out, "Related", &entry.related.join(", "), width)?;
    field(out, "Source", entry.source.unwrap_or_default(), width)?;
    field(
        out,
        "File",
        &format!("{}:{}:{}", entry.file, entry.line, entry.column),
        width,
    )
}

fn field(out: &mut impl Write, name: &str, value: &str, width: Option<usize>) -> io::Result<()> {
    if value.is_empty() {
        return Ok(());
    }
    let name = format!("{name}:");
    for line in hang(&Clean::line(value), width, &format!("{name} "), INDENT) {
        match line.strip_prefix(&name) {
            Some(value) => writeln!(out, "{}{value}", style::heading(&name))?,
            None => writeln!(out, "{line}")?,
        }
    }
    Ok(())
}

fn paragraphs(out: &mut impl Write, text: &str, width: Option<usize>) -> io::Result<()> {
    print(out, &wrap(&Clean::text(text.trim_end()), width, ""))
}

fn questions<'q>(
    out: &mut impl Write,
    mut questions: impl Iterator<Item = &'q str>,
    width: Option<usize>,
) -> io::Result<()> {
    questions.try_for_each(|question| print(out, &wrap(&Clean::line(question), width, INDENT)))
}

/// Score, id and question in columns; where ids leave too little room, the question stands below.
fn matches(out: &mut impl Write, matches: &[Match<'_>], width: Option<usize>) -> io::Result<()> {
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
            writeln!(out, "{}", first.trim_end())?;
            print(out, &wrap(&question, width, &rest))?;
        } else {
            let rest = " ".repeat(widest + rest.len() + INDENT.len());
            print(out, &hang(&question, width, &first, &rest))?;
        }
    }
    Ok(())
}

/// Writes lines.
pub(super) fn print(out: &mut impl Write, lines: &[String]) -> io::Result<()> {
    lines.iter().try_for_each(|line| writeln!(out, "{line}"))
}
