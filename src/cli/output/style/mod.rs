//! How text looks. Styles carry no meaning of their own: without them the text says the same.

#[cfg(feature = "terminal")]
mod look;
#[cfg(not(feature = "terminal"))]
#[path = "plain.rs"]
mod look;

use std::fmt;

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

/// Decides once for the whole run.
pub(crate) fn set(on: bool) {
    look::set(on);
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
    Painted(look::paint(text.as_str(), style))
}

/// The name of what follows.
pub(super) fn heading(text: &str) -> Painted {
    paint(&Clean::line(text), Style::STRONG)
}

/// The kind of a finding.
pub(super) fn severity(text: &str, severity: Severity) -> Painted {
    Painted(look::severity(Clean::line(text).as_str(), severity))
}

/// What is there for those who look for it.
pub(super) fn quiet(text: &Clean) -> Painted {
    paint(text, Style::QUIET)
}

/// What stands before the line that is being typed.
pub(crate) fn prompt(text: &str) -> String {
    look::paint(text, Style::STRONG)
}
