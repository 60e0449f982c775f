//! Answers as people read them: what Markdown means is shown, its marks are not, and plain text is left as it is.
//!
//! `look` tells whether there is anything to do. `walk` goes through the blocks of a text; `inline` has what stands in a
//! line, `containers` what stands before it, and `page` the lines so far, with their places and blank lines as they are
//! in the text. `list`, `table`, `html` and `definitions` know what is special about each; `line` prints one.

mod containers;
mod definitions;
mod html;
mod inline;
mod line;
mod list;
mod look;
mod page;
mod table;
mod walk;

use super::sanitize::Clean;
use super::style::Painted;
use super::wrap::wrap;
use line::Line;

/// A longer answer is printed as it is: few people write so much Markdown, and the work stays bounded.
const MOST_BYTES: usize = 64 * 1024;

/// The lines of an answer, in style.
pub(super) fn styled(text: &str, width: Option<usize>) -> Vec<Painted> {
    lines(text, width, Line::styled)
}

/// The lines of an answer, the same text without any style.
pub(super) fn plain(text: &str, width: Option<usize>) -> Vec<Clean> {
    lines(text, width, Line::plain)
}

fn lines<T: From<Clean>>(
    text: &str,
    width: Option<usize>,
    print: fn(&Line, Option<usize>) -> Vec<T>,
) -> Vec<T> {
    if text.len() > MOST_BYTES || !look::may_be_markdown(text) {
        let lines = wrap(&Clean::text(text.trim_end()), width, "");
        return lines.into_iter().map(T::from).collect();
    }
    let lines = walk::lines(&text.replace("\r\n", "\n"), width);
    lines.iter().flat_map(|line| print(line, width)).collect()
}

#[cfg(test)]
mod properties;
#[cfg(test)]
mod tests;
