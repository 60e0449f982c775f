//! No log of questions without an answer, in a build without the feature `misses`.

use std::io;
use std::path::PathBuf;

use crate::cli::output::page::Page;
use crate::cli::output::sanitize::Clean;
use crate::cli::report::Answer;

pub(super) struct MissLog;

#[expect(
    clippy::unused_self,
    clippy::needless_pass_by_value,
    reason = "as with a log"
)]
impl MissLog {
    /// Says that nothing is logged where the variable `FAQ_MISSES` asks for it; the option is refused before.
    pub(super) fn open(path: Option<PathBuf>) -> Self {
        if path.is_some() {
            let said = "faq: questions without an answer are not logged: \
                this build of faq was made without its feature misses";
            // Nothing is left to be done when standard error cannot be written to.
            let _ = Page::new(io::stderr()).line(&[&Clean::line(said)]);
        }
        Self
    }

    pub(super) fn add(&mut self, _: &Answer<'_>) {}
}
