//! What may be typed after `faq list`.

use super::built::told;

/// What `-h` shows: three examples.
const EXAMPLES: &str = "\
Examples:
  faq list                     all questions
  faq list --ids korea alli    with korea and a word that begins with alli
  faq ask -- \"$(faq list | fzf)\"";

/// What `--help` shows: all there is to know.
const MORE: &str = "\
Examples:
  faq list                     all questions
  faq list --ids korea alli    those that hold korea and a word that begins with alli
  faq list --tags              what --tag can be given
  faq list --json | jq -r 'select(.source == null).id'
  faq ask -- \"$(faq list | fzf)\"

Exit codes:
  0  listed
  1  nothing matches
  2  wrong usage, or something that cannot be read or written";

#[derive(Debug, clap::Args)]
#[command(after_help = told(EXAMPLES), after_long_help = told(MORE))]
pub(in crate::cli) struct List {
    /// Only entries that hold these words
    ///
    /// In the question, its alternates or its answer; best first. The last may be the beginning of a
    /// word.
    pub(in crate::cli) filter: Vec<String>,

    /// Put the id and a tab before each question
    #[arg(long, conflicts_with = "json")]
    pub(in crate::cli) ids: bool,

    /// List the tags and not the questions
    #[arg(long, conflicts_with = "ids")]
    pub(in crate::cli) tags: bool,

    /// Print JSON, one object per entry or tag
    #[arg(long)]
    pub(in crate::cli) json: bool,
}
