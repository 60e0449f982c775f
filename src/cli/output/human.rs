//! The printer for people: the same text at a terminal and in a pipe, styled and wrapped only at a terminal.

use std::io::{self, Write};

use super::sanitize::Clean;
use super::style;
use super::wrap::wrap;
use crate::cli::report::{Answer, Match, Outcome, Whole};

/// What stands before a line that belongs to a heading.
const INDENT: &str = "  ";

/// An answer with its question and the related ones; of a question without one, nothing.
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
        matches(out, &answer.matches)?;
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
) -> io::Result<()> {
    let query = Clean::line(report.query);
    match report.status {
        Outcome::Ambiguous => writeln!(out, "faq: several questions fit \"{query}\"")?,
        _ => writeln!(out, "faq: no answer to \"{query}\"")?,
    }
    if near.is_empty() {
        return writeln!(out, "See all questions with: faq list");
    }
    writeln!(out, "Did you mean:")?;
    questions(out, near.iter().map(|found| found.question), None)
}

/// A stored question on a line of its own, after its id if that is wanted.
pub(crate) fn listed(out: &mut impl Write, entry: &Whole<'_>, with_id: bool) -> io::Result<()> {
    if with_id {
        write!(out, "{}\t", Clean::line(entry.id))?;
    }
    writeln!(out, "{}", Clean::line(entry.question))
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
    field(out, "Id", entry.id)?;
    field(out, "Tags", &entry.tags.join(", "))?;
    field(out, "Related", &entry.related.join(", "))?;
    field(out, "Source", entry.source.unwrap_or_default())?;
    field(
        out,
        "File",
        &format!("{}:{}:{}", entry.file, entry.line, entry.column),
    )
}

fn field(out: &mut impl Write, name: &str, value: &str) -> io::Result<()> {
    if value.is_empty() {
        Ok(())
    } else {
        writeln!(
            out,
            "{} {}",
            style::heading(&format!("{name}:")),
            Clean::line(value)
        )
    }
}

fn paragraphs(out: &mut impl Write, text: &str, width: Option<usize>) -> io::Result<()> {
    wrap(&Clean::text(text.trim_end()), width, "")
        .iter()
        .try_for_each(|line| writeln!(out, "{line}"))
}

fn questions<'q>(
    out: &mut impl Write,
    questions: impl Iterator<Item = &'q str>,
    width: Option<usize>,
) -> io::Result<()> {
    for question in questions {
        wrap(&Clean::line(question), width, INDENT)
            .iter()
            .try_for_each(|line| writeln!(out, "{line}"))?;
    }
    Ok(())
}

fn matches(out: &mut impl Write, matches: &[Match<'_>]) -> io::Result<()> {
    let id_width = matches
        .iter()
        .map(|found| Clean::line(found.id).as_str().chars().count())
        .max()
        .unwrap_or(0);
    for found in matches {
        let (id, question) = (Clean::line(found.id), Clean::line(found.question));
        writeln!(
            out,
            "{INDENT}{:.2}  {id:id_width$}  {question}",
            found.score
        )?;
    }
    Ok(())
}
