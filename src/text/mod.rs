//! From a string to words: one step, one file.
//!
//! The way of a text: `normalize` evens out how characters are encoded; `segment` finds the words; `abbreviation`,
//! `contraction`, `elision` and `cjk` turn what stands in the text into the words that are meant; `class` says what each
//! word is there for; `stem` and `fold` make one form of the many it is written in. `analyzer` puts them in order, and
//! `places` finds the way back from the words to the text.

mod abbreviation;
mod analyzer;
mod cjk;
mod class;
mod contraction;
mod elision;
mod fold;
mod forms;
mod head;
mod language;
mod letters;
mod normalize;
mod particles;
mod places;
mod plain;
mod segment;
mod stem;
mod word;

use std::borrow::Cow;

pub(crate) use analyzer::Analyzer;
pub(crate) use cjk::{is_cjk, is_hangul, with_finals};
pub(crate) use class::Class;
pub(crate) use forms::Forms;
pub(crate) use head::{HEAD, head};
pub(crate) use language::Language;
pub(crate) use places::places;
pub(crate) use plain::Plain;
pub(crate) use segment::{Segment, Take};
pub(crate) use word::{Token, Word};

/// How many bytes of a text are looked at, be it a question or an answer: work stays bounded whatever is pasted.
pub const MAX_BYTES: usize = 64 * 1024;

/// A text, ready to be taken apart.
#[derive(Debug)]
pub(crate) struct Text<'t> {
    normal: Cow<'t, str>,
    /// Whether capitals mean anything here: in a text all in capitals they do not.
    pub(crate) capitals_tell: bool,
}

impl<'t> Text<'t> {
    /// The beginning of a text, as much as is looked at.
    pub(crate) fn new(text: &'t str) -> Self {
        let normal = normalize::normalize(start(text));
        let capitals_tell = normal.chars().any(char::is_lowercase);
        Self {
            normal,
            capitals_tell,
        }
    }

    /// Hands over the words, and the runs of scripts without spaces, in order.
    pub(crate) fn segments<'n>(&'n self, mut take: impl Take<'n>) {
        segment::segments(&self.normal, &mut take);
    }
}

/// The most that is looked at of a text, cut between characters.
fn start(text: &str) -> &str {
    let mut end = text.len().min(MAX_BYTES);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}
