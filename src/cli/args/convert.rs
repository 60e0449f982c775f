//! What may be typed after `faq convert`.

use std::path::PathBuf;

use faq::Format;

use super::value::{one_of, read, written};

/// What `-h` shows: three examples.
const EXAMPLES: &str = "\
Examples:
  faq convert FAQ.md -o faq.json    the extension tells the format
  faq convert docs/faq/ more.csv -o faq.json
  faq convert --builtin --to html > faq.html";

/// What `--help` shows: all there is to know.
const MORE: &str = "\
Examples:
  faq convert FAQ.md -o faq.json                the extension tells the format
  faq convert docs/faq/ more.csv -o faq.json    several files and folders make one FAQ
  faq convert export.txt --from tsv --to markdown
  faq convert --builtin --to html > faq.html
  curl -s https://example.com/faq | faq convert - --from html | jq '.faqs[].question'
  faq convert faq.json -o faq.json --force      over the file itself

Without INPUT it is the FAQ that other commands use. What the format cannot hold is said on standard
error. A file is written whole or not at all. What files may hold is told by: faq help format

Exit codes:
  0  written
  1  no entry has the --tag
  2  wrong usage, or something that cannot be read or written";

#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES, after_long_help = MORE)]
pub(in crate::cli) struct Convert {
    /// Files or folders to read
    ///
    /// Several make one FAQ; - is standard input.
    pub(in crate::cli) input: Vec<PathBuf>,

    /// Read INPUT as this format; the same as --format
    #[arg(long, value_name = "FORMAT", value_parser = one_of(read()))]
    pub(in crate::cli) from: Option<Format>,

    /// Write this format
    ///
    /// Without it, it is the one that the extension of --output says, or else json.
    #[arg(long, value_name = "FORMAT", value_parser = one_of(written()))]
    pub(in crate::cli) to: Option<Format>,

    /// Write to this file, and not to standard output
    #[arg(short, long, value_name = "FILE")]
    pub(in crate::cli) output: Option<PathBuf>,

    /// Write over a file that exists
    #[arg(long, requires = "output")]
    pub(in crate::cli) force: bool,
}
