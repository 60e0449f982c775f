//! The printer for people of what `faq check` found: the line, a caret, the advice.

use std::io::{self, Write};

use super::page::Page;
use super::sanitize::Clean;
use super::snippet::Snippet;
use super::style;
use super::wrap::{hang, wrap};
use crate::cli::report::{Check, Checked, Finding, Place, Severity};

/// How many findings of one kind are shown: whoever has mended these knows how to mend the rest.
const MOST_OF_A_KIND: usize = 20;

/// How wide lines of a file are shown where the output is not wrapped.
const USUAL_WIDTH: usize = 100;

/// Every finding with its lines, then what each file came to.
pub(crate) fn check(
    out: &mut Page<impl Write>,
    report: &Check<'_>,
    width: Option<usize>,
) -> io::Result<()> {
    let mut counts: Vec<(&str, usize)> = Vec::new();
    for found in &report.findings {
        let place = counts.iter().position(|(code, _)| *code == found.code);
        let place = place.unwrap_or_else(|| {
            counts.push((found.code, 0));
            counts.len() - 1
        });
        counts[place].1 += 1;
        let count = counts[place].1;
        if count <= MOST_OF_A_KIND {
            finding(out, report, found, width)?;
            out.blank()?;
        }
    }
    counts.retain(|(_, count)| *count > MOST_OF_A_KIND);
    for &(code, count) in &counts {
        let rest = count - MOST_OF_A_KIND;
        let text = format!("… and {rest} more of {code}; all of them: --json");
        out.lines(&wrap(&Clean::line(&text), width, ""))?;
    }
    if !counts.is_empty() {
        out.blank()?;
    }
    for (number, document) in report.documents.iter().enumerate() {
        let findings = report.findings.iter();
        let its = |it: &&Finding<'_>| it.place.spot.document == number;
        let tally = Tally::of(findings.filter(its));
        let entries = read_as(document);
        summary(out, document.name, tally, &entries, width)?;
    }
    if report.documents.len() > 1 {
        let entries: usize = report.documents.iter().map(|it| it.entries).sum();
        let files = format!("{} files", report.documents.len());
        let tally = Tally::of(report.findings.iter());
        summary(
            out,
            &files,
            tally,
            &some(entries, "entry", "entries"),
            width,
        )?;
    }
    Ok(())
}

/// A finding, as `rustc` would show it.
fn finding(
    out: &mut Page<impl Write>,
    report: &Check<'_>,
    found: &Finding<'_>,
    width: Option<usize>,
) -> io::Result<()> {
    let kind = format!("{}[{}]", name(found.severity), found.code);
    let lines = hang(
        &Clean::line(found.message),
        width,
        &format!("{kind}: "),
        "  ",
    );
    for line in lines {
        match line.strip_prefix(&kind) {
            Some(rest) => {
                let kind = style::severity(&kind, found.severity);
                out.line(&[&kind, &Clean::verbatim(rest)])?;
            }
            None => out.line(&[&line])?,
        }
    }
    let places = || std::iter::once(&found.place).chain(found.places.iter().map(|it| &it.place));
    let digits = places().map(|place| place.line.to_string().len()).max();
    let gutter = digits.unwrap_or_default();
    let others = found.places.iter().map(|it| (":::", &it.place, it.label));
    let own = ("-->", &found.place, found.label.unwrap_or_default());
    for (arrow, place, label) in std::iter::once(own).chain(others) {
        let text = report.documents[place.spot.document].text;
        let shown = (arrow, place, label);
        lines_of(out, text, shown, found.severity, gutter, width)?;
    }
    let margin = format!("{:gutter$} ", "");
    framed(out, &format!("{margin}|"), None, gutter)?;
    let (first, rest) = (format!("{margin}= help: "), " ".repeat(gutter + 9));
    out.lines(&hang(&Clean::line(found.mend), width, &first, &rest))
}

/// A place, its line, and a caret with what is to be said there.
fn lines_of(
    out: &mut Page<impl Write>,
    text: &str,
    (arrow, place, label): (&str, &Place<'_>, &str),
    severity: Severity,
    gutter: usize,
    width: Option<usize>,
) -> io::Result<()> {
    let at = Clean::line(&format!("{}:{}:{}", place.file, place.line, place.column));
    let arrow = Clean::line(arrow);
    let margin = Clean::verbatim(&" ".repeat(gutter));
    let at = Clean::verbatim(&format!(" {at}"));
    out.line(&[&margin, &style::quiet(&arrow), &at])?;
    let room = width.unwrap_or(USUAL_WIDTH).saturating_sub(gutter + 3);
    let snippet = Snippet::new(text, place.spot.offset, room);
    framed(out, &format!("{:gutter$} |", ""), None, gutter)?;
    let line = format!("{:gutter$} | {}", place.line, snippet.line);
    framed(out, line.trim_end(), None, gutter)?;
    let caret = " ".repeat(snippet.caret);
    let first = format!("{:gutter$} | {caret}^ ", "");
    let rest = format!("{:gutter$} | {caret}  ", "");
    // A label that has no room beside the caret stands below.
    let below = format!("{:gutter$} |   ", "");
    let label = Clean::line(label);
    let is_narrow = width.is_some_and(|width| rest.len() > width / 2);
    let lines = if label.as_str().is_empty() {
        vec![Clean::verbatim(first.trim_end())]
    } else if is_narrow {
        let below = hang(&label, width, &below, &below);
        std::iter::once(Clean::verbatim(first.trim_end()))
            .chain(below)
            .collect()
    } else {
        hang(&label, width, &first, &rest)
    };
    // The caret is on the first of them, and nothing but blanks is before it.
    for (number, line) in lines.iter().enumerate() {
        let severity = (number == 0).then_some(severity);
        framed(out, line, severity, gutter)?;
    }
    Ok(())
}

/// A line whose frame, the number of a line and a bar, is there for those who look for it; with a caret for a severity.
fn framed(
    out: &mut Page<impl Write>,
    line: &str,
    severity: Option<Severity>,
    gutter: usize,
) -> io::Result<()> {
    let (frame, line) = line.split_at(gutter + " |".len());
    let frame = style::quiet(&Clean::verbatim(frame));
    match severity.and_then(|severity| Some((severity, line.split_once('^')?))) {
        Some((severity, (before, after))) => {
            let caret = style::severity("^", severity);
            let (before, after) = (Clean::verbatim(before), Clean::verbatim(after));
            out.line(&[&frame, &before, &caret, &after])
        }
        None => out.line(&[&frame, &Clean::verbatim(line)]),
    }
}

/// How many findings there are of each severity.
#[derive(Debug, Clone, Copy, Default)]
struct Tally {
    errors: usize,
    warnings: usize,
    notes: usize,
}

impl Tally {
    fn of<'f>(findings: impl Iterator<Item = &'f Finding<'f>>) -> Self {
        let mut tally = Self::default();
        for found in findings {
            *match found.severity {
                Severity::Error => &mut tally.errors,
                Severity::Warning => &mut tally.warnings,
                Severity::Note => &mut tally.notes,
            } += 1;
        }
        tally
    }
}

fn summary(
    out: &mut Page<impl Write>,
    name: &str,
    tally: Tally,
    entries: &str,
    width: Option<usize>,
) -> io::Result<()> {
    let counts = [
        (tally.errors, "error", "errors"),
        (tally.warnings, "warning", "warnings"),
        (tally.notes, "note", "notes"),
    ];
    let mut said: Vec<String> = Vec::new();
    if tally.errors + tally.warnings == 0 {
        said.push("nothing is wrong".to_owned());
    }
    let counts = counts.into_iter().filter(|(count, ..)| *count > 0);
    said.extend(counts.map(|(count, one, many)| some(count, one, many)));
    let text = format!("{name}: {}; {entries}", said.join(", "));
    out.lines(&wrap(&Clean::line(&text), width, ""))
}

fn read_as(document: &Checked<'_>) -> String {
    let entries = some(document.entries, "entry", "entries");
    match (document.format_title, document.shape) {
        (None, _) => entries,
        (Some(format), None) => format!("{entries} read as {format}"),
        (Some(format), Some(shape)) => format!("{entries} read as {format}, {shape}"),
    }
}

fn name(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}

fn some(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}
