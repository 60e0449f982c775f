//! What may be typed after `faq show`.

use super::built::told;

/// What `-h` shows: three examples.
const EXAMPLES: &str = "\
Examples:
  faq show us-role
  faq show us-role alliance
  faq show --json us-role | jq -r '.alternates[]'";

/// What `--help` shows: all there is to know.
const MORE: &str = "\
Examples:
  faq show us-role
  faq show us-role alliance
  faq show --json us-role | jq -r '.alternates[]'
  faq show \"$(faq list --ids | fzf | cut -f 1)\"

Exit codes:
  0  shown
  2  no entry has such an id, wrong usage, or something that cannot be read or written";

#[derive(Debug, clap::Args)]
#[command(after_help = told(EXAMPLES), after_long_help = told(MORE))]
pub(in crate::cli) struct Show {
    /// Ids as `faq list --ids` prints them
    #[arg(required = true, value_name = "ID")]
    pub(in crate::cli) ids: Vec<String>,

    /// Print JSON, one object per entry
    #[arg(long)]
    pub(in crate::cli) json: bool,
}
