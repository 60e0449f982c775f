//! Answers as they are written, in a build without the feature `markdown`.

use super::sanitize::Clean;
use super::style::Painted;
use super::wrap::wrap;

/// The lines of an answer.
pub(super) fn styled(text: &str, width: Option<usize>) -> Vec<Painted> {
    plain(text, width).into_iter().map(Painted::from).collect()
}

/// The same.
pub(super) fn plain(text: &str, width: Option<usize>) -> Vec<Clean> {
    wrap(&Clean::text(text.trim_end()), width, "")
}
