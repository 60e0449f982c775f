//! The only door to `colored`. Styles carry no meaning of their own: without them the text says the same.

use colored::{Colorize, control};

use super::sanitize::Clean;
use crate::cli::report::Severity;

/// Decides once for the whole run; left alone, `colored` would look at the environment by rules of its own.
pub(crate) fn set(on: bool) {
    control::set_override(on);
}

/// A stored question above its answer.
pub(super) fn question(text: &Clean) -> String {
    text.as_str().bold().to_string()
}

/// The name of what follows.
pub(super) fn heading(text: &str) -> String {
    text.underline().to_string()
}

/// The kind of a finding.
pub(super) fn severity(text: &str, severity: Severity) -> String {
    match severity {
        Severity::Error => text.red().bold(),
        Severity::Warning => text.yellow().bold(),
        Severity::Note => text.bold(),
    }
    .to_string()
}

/// What is there for those who look for it.
pub(super) fn quiet(text: &Clean) -> String {
    text.as_str().dimmed().to_string()
}

/// What stands before the line that is being typed.
pub(crate) fn prompt(text: &str) -> String {
    text.bold().to_string()
}
