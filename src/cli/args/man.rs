//! What may be typed after `faq man`.

use std::path::PathBuf;

use super::unused;

/// What `-h` shows: three examples.
const EXAMPLES: &str = "\
Examples:
  faq man | man -l -            faq(1)
  faq man ask | man -l -        faq-ask(1)
  faq man --dir share/man/man1  all pages, for packages";

/// What `--help` shows: all there is to know.
const MORE: &str = "\
Examples:
  faq man | man -l -              faq(1)
  faq man ask | man -l -          faq-ask(1)
  faq man --dir share/man/man1    all pages, for packages

Exit codes:
  0  printed or written
  2  wrong usage, or something that cannot be written";

#[derive(Debug, clap::Args)]
#[command(
    after_help = EXAMPLES,
    after_long_help = MORE,
    mut_args = unused::hide
)]
pub(in crate::cli) struct Man {
    /// The command to print the page of
    ///
    /// Without one it is the page of faq itself.
    #[arg(value_parser = super::help::pages())]
    pub(in crate::cli) command: Option<String>,

    /// Write all pages into this folder
    ///
    /// The folder has to be there; pages in it are written over.
    #[arg(long, value_name = "DIR", conflicts_with = "command", value_hint = clap::ValueHint::DirPath)]
    pub(in crate::cli) dir: Option<PathBuf>,
}
