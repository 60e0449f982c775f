//! What is said beside the output: which FAQ is used, what went wrong, what to do next.

use std::io::{self, Write};
use std::path::Path;

use super::human::INDENT;
use super::sanitize::Clean;
use super::style;

/// What stands before the first of several ways to mend something, and before the others.
const HELP: &str = "help: ";

/// Which file was found, for a person at a terminal: never in the way, and quiet.
pub(crate) fn using(out: &mut impl Write, file: &Path) -> io::Result<()> {
    let line = Clean::line(&format!("faq: using {}", file.display()));
    writeln!(out, "{}", style::quiet(&line))
}

/// What went wrong, and what to do about it, in one write: lines of several programs do not mix.
pub(crate) fn mistake(out: &mut impl Write, message: &str, mends: &[String]) -> io::Result<()> {
    let mut lines = vec![format!("faq: {}", Clean::line(message))];
    for (number, mend) in mends.iter().enumerate() {
        let before = if number == 0 { HELP } else { "" };
        let width = HELP.len();
        lines.push(format!("{before:width$}{}", Clean::text(mend)));
    }
    lines.push(String::new());
    out.write_all(lines.join("\n").as_bytes())
}

/// That a FAQ was written, and what to do with it.
pub(crate) fn started(out: &mut impl Write, file: &Path, commands: &[String]) -> io::Result<()> {
    let file = file.display().to_string();
    writeln!(out, "{} is written. Next:", Clean::line(&file))?;
    for command in commands {
        writeln!(out, "{INDENT}{}", Clean::line(command))?;
    }
    out.flush()
}
