//! The printer for people: the same text at a terminal and in a pipe, styled and wrapped only at a terminal.

use std::fmt;
use std::io::{self, Write};

use super::page::Page;
use super::sanitize::Clean;
use super::style;
use super::wrap::{self, hang, wrap};
use crate::cli::report::{Answer, Match, Outcome, Whole};

/// What stands before a line that belongs to a heading.
pub(super) const INDENT: &str = "  ";

/// An answer with its question and the related ones; of a question without one, only what matches, if that is wanted.
pub(crate) fn answer(
    out: &mut Page<impl Write>,
    answer: &Answer<'_>,
    width: Option<usize>,
    list_matches: bool,
) -> io::Result<()> {
    if let (Some(question), Some(text)) = (answer.question, answer.answer) {
        for line in wrap(&Clean::line(question), width, "") {
            out.line(&[&style::question(&Clean::line(line.as_str()))])?;
        }
        out.blank()?;
        paragraphs(out, text, width)?;
    }
    if list_matches && !answer.matches.is_empty() {
        out.blank()?;
        out.line(&[&style::heading("Matches:")])?;
        matches(out, &answer.matches, width)?;
    }
    if !answer.related.is_empty() {
        out.blank()?;
        out.line(&[&style::heading("Related:")])?;
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
    out: &mut Page<impl Write>,
    report: &Answer<'_>,
    width: Option<usize>,
    list_matches: bool,
) -> io::Result<()> {
    let asked = Clean::line(&format!("> {}", report.query));
    out.line(&[&style::quiet(&asked)])?;
    match report.status {
        Outcome::Answered => {}
        Outcome::Ambiguous => {
            out.line(&[&Clean::line("No single answer: several questions fit.")])?;
        }
        Outcome::None => out.line(&[&Clean::line("No answer.")])?,
    }
    answer(out, report, width, list_matches)
}

/// An answer and nothing else, as text of several lines.
pub(crate) fn answer_text(
    out: &mut Page<impl Write>,
    answer: &str,
    width: Option<usize>,
) -> io::Result<()> {
    paragraphs(out, answer, width)
}

/// An answer as one record: on one line, or ended by NUL.
pub(crate) fn answer_record(
    out: &mut Page<impl Write>,
    answer: &str,
    null: bool,
) -> io::Result<()> {
    if null {
        out.record(&Clean::text(answer))
    } else {
        out.line(&[&Clean::record(answer)])
    }
}

/// That there is no answer, and what may have been meant: a hint, for standard error.
pub(crate) fn no_answer(
    out: &mut Page<impl Write>,
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
        return out.line(&[&Clean::line("See all questions with: faq list")]);
    }
    out.line(&[&Clean::line("Did you mean:")])?;
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
    let said = format!("faq: {what}: {}", things.join(", "));
    out.line(&[&Clean::line(&said)])
}

/// That no entry has any of these tags: a hint, for standard error.
pub(crate) fn no_tag(out: &mut Page<impl Write>, tags: &[String]) -> io::Result<()> {
    let said = format!("faq: no entry has the tag \"{}\"", tags.join("\" or \""));
    out.line(&[&Clean::line(&said)])
}

/// A stored question on a line of its own, after its id if that is wanted.
pub(crate) fn listed(
    out: &mut Page<impl Write>,
    entry: &Whole<'_>,
    with_id: bool,
) -> io::Result<()> {
    let question = Clean::line(entry.question);
    if with_id {
        out.line(&[&Clean::line(entry.id), &Clean::verbatim("\t"), &question])
    } else {
        out.line(&[&question])
    }
}

/// A whole entry.
pub(crate) fn whole(
    out: &mut Page<impl Write>,
    entry: &Whole<'_>,
    width: Option<usize>,
) -> io::Result<()> {
    for line in wrap(&Clean::line(entry.question), width, "") {
        out.line(&[&style::question(&Clean::line(line.as_str()))])?;
    }
    out.blank()?;
    paragraphs(out, entry.answer, width)?;
    out.blank()?;
    if !entry.alternates.is_empty() {
        out.line(&[&style::heading("Also asked as:")])?;
        questions(out, entry.alternates.iter().copied(), width)?;
        out.blank()?;
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

fn field(
    out: &mut Page<impl Write>,
    name: &str,
    value: &str,
    width: Option<usize>,
) -> io::Result<()> {
    if value.is_empty() {
        return Ok(());
    }
    let name = format!("{name}:");
    for line in hang(&Clean::line(value), width, &format!("{name} "), INDENT) {
        match line.as_str().strip_prefix(&name) {
            Some(value) => out.line(&[&style::heading(&name), &Clean::verbatim(value)])?,
            None => out.line(&[&line])?,
        }
    }
    Ok(())
}

fn paragraphs(out: &mut Page<impl Write>, text: &str, width: Option<usize>) -> io::Result<()> {
    print(out, &wrap(&Clean::text(text.trim_end()), width, ""))
}

fn questions<'q>(
    out: &mut Page<impl Write>,
    mut questions: impl Iterator<Item = &'q str>,
    width: Option<usize>,
) -> io::Result<()> {
    questions.try_for_each(|question| print(out, &wrap(&Clean::line(question), width, INDENT)))
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
            print(out, &wrap(&question, width, &rest))?;
        } else {
            let rest = " ".repeat(widest + rest.len() + INDENT.len());
            print(out, &hang(&question, width, &first, &rest))?;
        }
    }
    Ok(())
}

/// Writes lines.
pub(super) fn print(out: &mut Page<impl Write>, lines: &[Clean]) -> io::Result<()> {
    lines.iter().try_for_each(|line| out.line(&[line]))
}
