//! What may be typed after `faq check`.

use std::path::PathBuf;

use super::built::told;

/// What `-h` shows: three examples.
const EXAMPLES: &str = "\
Examples:
  faq check                        the FAQ that would be used
  faq check README.md docs/faq/    files and folders, as one FAQ
  faq check --strict shop.json     in CI: warnings count as well";

/// What `--help` shows: all there is to know.
const MORE: &str = "\
Examples:
  faq check                          the FAQ that would be used
  faq check README.md docs/faq/      files and folders, as one FAQ
  faq check --strict shop.json       in CI: warnings count as well
  faq check --json shop.json | jq -r '.findings[] | [.code, .id] | @tsv'

Errors keep a FAQ from being used, or a question from being answered; warnings most likely are
mistakes; notes are worth knowing, and never change the exit code. What a file may hold is told by:
faq help format

Exit codes:
  0  nothing is wrong
  1  an error, or with --strict a warning
  2  wrong usage, or a file that cannot be read";

#[derive(Debug, clap::Args)]
#[command(after_help = told(EXAMPLES), after_long_help = told(MORE))]
pub(in crate::cli) struct Check {
    /// Files and folders that make one FAQ
    ///
    /// Without any it is the FAQ that other commands use; - is standard input.
    #[arg(value_name = "PATH", conflicts_with_all = ["file", "builtin"])]
    pub(in crate::cli) paths: Vec<PathBuf>,

    /// Print JSON, one object with all findings
    #[arg(long)]
    pub(in crate::cli) json: bool,

    /// Let warnings count as errors do: the exit code is 1
    #[arg(long)]
    pub(in crate::cli) strict: bool,
}
