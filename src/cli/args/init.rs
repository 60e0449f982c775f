//! What may be typed after `faq init`.

use std::path::PathBuf;

use super::unused;

/// What `-h` shows: three examples.
const EXAMPLES: &str = "\
Examples:
  faq init              faq.json, which faq ask finds from here on
  faq init shop.md      in Markdown; use it with --file shop.md
  faq init ~/.config/faq/faq.json";

/// What `--help` shows: all there is to know.
const MORE: &str = "\
Examples:
  faq init              faq.json, which faq ask finds here and in all folders below
  faq init shop.md      in Markdown; use it with --file shop.md
  faq init --format csv - | head
  faq init ~/.config/faq/faq.json
  faq ask how do I add a question
  faq check

The FAQ that is written has an entry for each thing there is to know about writing one, and shows
every field. Ask it, change it, and put your own questions in. What each field means is also told
by: faq help format

Exit codes:
  0  written
  2  wrong usage, the file is there already, or it cannot be written";

#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES, after_long_help = MORE, mut_args = unused::hide_for_writing)]
pub(in crate::cli) struct Init {
    /// The file to write
    ///
    /// - is standard output.
    #[arg(value_name = "FILE", default_value = "faq.json")]
    pub(in crate::cli) path: PathBuf,

    /// Write over a file that exists
    #[arg(long)]
    pub(in crate::cli) force: bool,
}
