//! The only door to `colored`.

use colored::{ColoredString, Colorize, control};

use super::Style;
use crate::cli::report::Severity;

/// Left alone, `colored` would look at the environment by rules of its own.
pub(super) fn set(on: bool) {
    control::set_override(on);
}

pub(super) fn paint(text: &str, style: Style) -> String {
    let mut painted = text.normal();
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

pub(super) fn severity(text: &str, severity: Severity) -> String {
    let painted = match severity {
        Severity::Error => text.red().bold(),
        Severity::Warning => text.yellow().bold(),
        Severity::Note => text.bold(),
    };
    painted.to_string()
}
