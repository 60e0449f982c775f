//! The printer for people of stored entries: one in full, or many by their questions.

use std::io::{self, Write};

use super::human::{INDENT, question, questions};
use super::page::Page;
use super::sanitize::Clean;
use super::wrap::{columns, hang};
use super::{markdown, style};
use crate::cli::report::Whole;

/// Stored questions, each on a line of its own, after its id if that is wanted.
///
/// In a pipe a tab stands between the two; at a terminal they are columns, for tabs would not line up.
pub(crate) fn list<'e>(
    out: &mut Page<impl Write>,
    mut entries: impl Iterator<Item = Whole<'e>> + Clone,
    with_ids: bool,
    width: Option<usize>,
) -> io::Result<()> {
    match width {
        Some(width) if with_ids => in_columns(out, entries, width),
        _ if with_ids => entries.try_for_each(|entry| {
            let (id, question) = (Clean::line(entry.id), Clean::line(entry.question));
            out.line(&[&id, &Clean::verbatim("\t"), &question])
        }),
        _ => entries.try_for_each(|entry| {
            out.lines(&hang(&Clean::line(entry.question), width, "", INDENT))
        }),
    }
}

/// Ids and questions side by side. An id that is too long for that stands above its question.
fn in_columns<'e>(
    out: &mut Page<impl Write>,
    mut entries: impl Iterator<Item = Whole<'e>> + Clone,
    width: usize,
) -> io::Result<()> {
    let wide = |entry: &Whole<'_>| columns(&Clean::line(entry.id)) + INDENT.len();
    let fitting = entries.clone().map(|entry| wide(&entry));
    let column = fitting.filter(|&wide| wide <= width / 3).max();
    let column = column.unwrap_or(INDENT.len());
    let rest = " ".repeat(column);
    entries.try_for_each(|entry| {
        let (id, question) = (Clean::line(entry.id), Clean::line(entry.question));
        let lines = if let Some(padding) = column.checked_sub(wide(&entry)) {
            let first = format!("{id}{INDENT}{}", " ".repeat(padding));
            hang(&question, Some(width), &first, &rest)
        } else {
            out.line(&[&id])?;
            hang(&question, Some(width), &rest, &rest)
        };
        out.lines(&lines)
    })
}

/// A whole entry.
pub(crate) fn whole(
    out: &mut Page<impl Write>,
    entry: &Whole<'_>,
    width: Option<usize>,
) -> io::Result<()> {
    question(out, entry.question, &[], width)?;
    out.blank()?;
    out.lines(&markdown::styled(entry.answer, width))?;
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
        match line.strip_prefix(&name) {
            Some(value) => {
                let name = style::quiet(&Clean::line(&name));
                out.line(&[&name, &Clean::verbatim(value)])?;
            }
            None => out.line(&[&line])?,
        }
    }
    Ok(())
}
