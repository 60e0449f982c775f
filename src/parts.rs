//! Parts for `cargo bench` to measure by themselves. Nobody else needs them, and they may change at any time.

use crate::text::{Analyzer, Language, Text};

/// How many words, and runs of scripts without spaces, stand in a text.
#[must_use]
pub fn count_segments(text: &str) -> usize {
    let mut count = 0;
    Text::new(text).segments(|_| count += 1);
    count
}

/// Reads English.
#[derive(Debug)]
pub struct English(Analyzer);

impl English {
    /// Makes ready to read.
    #[must_use]
    #[allow(clippy::new_without_default, reason = "a bench says what it does")]
    pub fn new() -> Self {
        Self(Analyzer::new(Some(Language::English)))
    }

    /// How many words, each with its stem, are made of a text.
    #[must_use]
    pub fn count_words(&self, text: &str) -> usize {
        self.0.tokens(text).len()
    }
}
