//! The only door to `colored`. Styles carry no meaning of their own: without them the text says the same.

use colored::{ColoredString, Colorize, control};

use super::sanitize::Clean;
use crate::cli::report::Severity;

/// Decides once for the whole run; left alone, `colored` would look at the environment by rules of its own.
pub(crate) fn set(on: bool) {
    control::set_override(on);
}

/// How a piece of text looks: any of these together.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Style(u8);

impl Style {
    pub(super) const PLAIN: Self = Self(0);
    pub(super) const STRONG: Self = Self(1);
    pub(super) const EMPHASIS: Self = Self(1 << 1);
    pub(super) const STRUCK: Self = Self(1 << 2);
    pub(super) const UNDERLINED: Self = Self(1 << 3);
    pub(super) const QUIET: Self = Self(1 << 4);

    /// Both at once.
    pub(super) fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

/// A piece of text in its style.
pub(super) fn paint(text: &Clean, style: Style) -> String {
    let mut painted = text.as_str().normal();
    for (part, add) in [
        (Style::STRONG, Colorize::bold as fn(ColoredString) -> _),
        (Style::EMPHASIS, Colorize::italic),
        (Style::STRUCK, Colorize::strikethrough),
        (Style::UNDERLINED, Colorize::underline),
        (Style::QUIET, Colorize::dimmed),
    ] {
        if style.has(part) {
            painted = add(painted);
        }
    }
    painted.to_string()
}

/// The name of what follows.
pub(super) fn heading(text: &str) -> String {
    text.bold().to_string()
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
