//! What the terminal is like now: how wide and high it is, and what it can do.

use std::env;
use std::io::{self, IsTerminal};

/// Narrower than this, text is not wrapped any further: one word a line helps nobody.
const LEAST_WIDTH: usize = 20;
/// Wider than this, lines are hard to read.
const MOST_WIDTH: usize = 100;
/// The width of a terminal that does not tell.
const USUAL_WIDTH: usize = 80;

/// The height of a terminal that does not tell.
const USUAL_HEIGHT: usize = 24;

/// The columns to wrap at on standard output and on standard error as they are now: a window may change its size.
pub(super) fn widths() -> (Option<usize>, Option<usize>) {
    let columns = || width(env::var("COLUMNS").ok().as_deref(), terminal_width());
    (
        is_wrapped(io::stdout().is_terminal()).then(columns),
        is_wrapped(io::stderr().is_terminal()).then(columns),
    )
}

/// How many lines the terminal shows now.
pub(super) fn height() -> usize {
    let told = size().map(|(_, rows)| rows);
    told.filter(|&rows| rows > 0).unwrap_or(USUAL_HEIGHT)
}

/// Whether a line can be edited at the terminal: one that says it is dumb only takes lines as they are.
pub(super) fn can_edit() -> bool {
    is_editable(env::var("TERM").ok().as_deref())
}

fn is_editable(term: Option<&str>) -> bool {
    match term {
        None | Some("") => cfg!(windows),
        Some(term) => !["dumb", "emacs", "cons25"].contains(&term),
    }
}

fn width(columns: Option<&str>, terminal: Option<usize>) -> usize {
    let told = columns
        .and_then(|columns| columns.trim().parse().ok())
        .filter(|&columns| columns > 0);
    told.or(terminal)
        .unwrap_or(USUAL_WIDTH)
        .clamp(LEAST_WIDTH, MOST_WIDTH)
}

fn terminal_width() -> Option<usize> {
    let (columns, _) = size()?;
    (columns > 0).then_some(columns)
}

/// Whether lines are wrapped by this program; where nobody asks how wide the terminal is, it does that itself.
fn is_wrapped(is_terminal: bool) -> bool {
    cfg!(feature = "terminal") && is_terminal
}

/// The columns and rows of the terminal, as it tells them.
#[cfg(feature = "terminal")]
fn size() -> Option<(usize, usize)> {
    let (columns, rows) = terminal_size::terminal_size()?;
    Some((usize::from(columns.0), usize::from(rows.0)))
}

#[cfg(not(feature = "terminal"))]
fn size() -> Option<(usize, usize)> {
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_edited_where_the_cursor_can_be_moved() {
        for (term, expected) in [
            (Some("xterm-256color"), true),
            (Some("dumb"), false),
            (Some("emacs"), false),
            (Some(""), cfg!(windows)),
            (None, cfg!(windows)),
        ] {
            assert_eq!(is_editable(term), expected, "{term:?}");
        }
    }

    #[test]
    fn any_width_is_made_usable() {
        for (columns, terminal, expected) in [
            (None, None, 80),
            (None, Some(60), 60),
            (Some("50"), Some(60), 50),
            (Some("abc"), Some(60), 60),
            (Some("0"), Some(60), 60),
            (Some("1"), Some(60), 20),
            (Some("-5"), None, 80),
            (Some("99999999999999999999"), None, 80),
            (None, Some(10_000), 100),
        ] {
            assert_eq!(
                width(columns, terminal),
                expected,
                "{columns:?} {terminal:?}"
            );
        }
    }
}
