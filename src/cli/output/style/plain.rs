//! No style at all, in a build without the feature `terminal`.

use super::Style;
use crate::cli::report::Severity;

pub(super) fn set(_: bool) {}

pub(super) fn paint(text: &str, _: Style) -> String {
    text.to_owned()
}

pub(super) fn severity(text: &str, _: Severity) -> String {
    text.to_owned()
}
