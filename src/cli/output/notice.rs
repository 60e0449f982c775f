//! What is said beside the output: which FAQ is used, what went wrong, what to do next.

use std::io::{self, Write};
use std::path::Path;

use super::human::INDENT;
use super::page::Page;
use super::sanitize::Clean;
use super::style;

/// What stands before the first of several ways to mend something, and before the others.
const HELP: &str = "help: ";

/// Which file was found, for a person at a terminal: never in the way, and quiet.
pub(crate) fn using(out: &mut Page<impl Write>, file: &Path) -> io::Result<()> {
    let line = Clean::line(&format!("faq: using {}", file.display()));
    out.line(&[&style::quiet(&line)])
}

/// What went wrong, and what to do about it, in one write: lines of several programs do not mix.
pub(crate) fn mistake(
    out: &mut Page<impl Write>,
    message: &str,
    mends: &[String],
) -> io::Result<()> {
    let mut lines = vec![Clean::line(&format!("faq: {message}"))];
    for (number, mend) in mends.iter().enumerate() {
        let before = if number == 0 { HELP } else { "" };
        let width = HELP.len();
        lines.push(Clean::text(&format!("{before:width$}{mend}")));
    }
    lines.push(Clean::default());
    out.whole(&Clean::text(&lines.join("\n")))
}

/// That a FAQ was written, and what to do with it.
pub(crate) fn started(
    out: &mut Page<impl Write>,
    file: &Path,
    commands: &[String],
) -> io::Result<()> {
    let file = file.display().to_string();
    out.line(&[&Clean::line(&format!("{file} is written. Next:"))])?;
    for command in commands {
        out.line(&[&Clean::verbatim(INDENT), &Clean::line(command)])?;
    }
    out.flush()
}
