//! What may be typed after `faq cache`.

use clap::Subcommand;

/// What `-h` shows: three examples.
const EXAMPLES: &str = "\
Examples:
  faq cache          where indexes are, how many, how big
  faq cache clear    delete them; they are made again when needed
  faq --no-cache ask -f big.json what is it    neither use nor make one";

/// What `--help` shows: all there is to know.
const MORE: &str = "\
Examples:
  faq cache          where indexes are, how many, how big
  faq cache clear    delete them; they are made again when needed

A FAQ of more than 1 MB is indexed when it is first asked, so that it need not be read again until
it changes. Indexes are in the folder FAQ_CACHE_DIR, or else in faq in the user's folder for caches.
With --no-cache, none is used or made.

Exit codes:
  0  told or deleted
  2  wrong usage, or a folder that cannot be read or written";

#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES, after_long_help = MORE, mut_args = super::unused::hide)]
pub(in crate::cli) struct Cache {
    #[command(subcommand)]
    pub(in crate::cli) action: Option<CacheAction>,
}

#[derive(Debug, Clone, Copy, Subcommand)]
pub(in crate::cli) enum CacheAction {
    /// Delete all indexes
    Clear,
}
