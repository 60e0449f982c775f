//! The only door to `colored`. Styles carry no meaning of their own: without them the text says the same.

use std::fmt;

use colored::{ColoredString, Colorize, control};

use super::sanitize::Clean;
use crate::cli::report::Severity;

/// Clean text with styles around it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Painted(String);

impl Painted {
    /// Adds another piece.
    pub(super) fn push(&mut self, other: &Self) {
        self.0 += &other.0;
    }
}

impl From<Clean> for Painted {
    fn from(text: Clean) -> Self {
        Self(text.to_string())
    }
}

impl fmt::Display for Painted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

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
pub(super) fn paint(text: &Clean, style: Style) -> Painted {
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
    Painted(painted.to_string())
}

/// The name of what follows.
pub(super) fn heading(text: &str) -> Painted {
    Painted(Clean::line(text).as_str().bold().to_string())
}

/// The kind of a finding.
pub(super) fn severity(text: &str, severity: Severity) -> Painted {
    let text = Clean::line(text);
    let text = text.as_str();
    let painted = match severity {
        Severity::Error => text.red().bold(),
        Severity::Warning => text.yellow().bold(),
        Severity::Note => text.bold(),
    };
    Painted(painted.to_string())
}

/// What is there for those who look for it.
pub(super) fn quiet(text: &Clean) -> Painted {
    Painted(text.as_str().dimmed().to_string())
}

/// What stands before the line that is being typed.
pub(crate) fn prompt(text: &str) -> String {
    text.bold().to_string()
}
