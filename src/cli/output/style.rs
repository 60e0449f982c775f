//! The only door to `colored`. Styles carry no meaning of their own: without them the text says the same.

use std::fmt;

use colored::{ColoredString, Colorize, control};

use super::sanitize::Clean;
use crate::cli::report::Severity;

/// Clean text with a style around it.
#[derive(Debug, Clone)]
pub(crate) struct Styled(ColoredString);

impl fmt::Display for Styled {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// Decides once for the whole run; left alone, `colored` would look at the environment by rules of its own.
pub(crate) fn set(on: bool) {
    control::set_override(on);
}

/// A stored question above its answer.
pub(super) fn question(text: &Clean) -> Styled {
    Styled(text.as_str().bold())
}

/// The name of what follows.
pub(super) fn heading(text: &str) -> Styled {
    Styled(Clean::line(text).as_str().underline())
}

/// The kind of a finding.
pub(super) fn severity(text: &str, severity: Severity) -> Styled {
    let text = Clean::line(text);
    let text = text.as_str();
    Styled(match severity {
        Severity::Error => text.red().bold(),
        Severity::Warning => text.yellow().bold(),
        Severity::Note => text.bold(),
    })
}

/// What is there for those who look for it.
pub(super) fn quiet(text: &Clean) -> Styled {
    Styled(text.as_str().dimmed())
}
