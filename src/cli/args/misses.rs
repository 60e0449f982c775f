//! What may be typed after `faq misses`.

use std::path::PathBuf;

use super::value::{at_least_one, probability, whole_number};

/// What `-h` shows: three examples.
const EXAMPLES: &str = "\
Examples:
  faq ask --log-misses misses.jsonl how do I get there
  faq misses misses.jsonl             what is asked most and not answered
  faq misses --min 3 misses.jsonl     only what was asked three times or more";

/// What `--help` shows: all there is to know.
const MORE: &str = "\
Examples:
  faq ask --log-misses misses.jsonl how do I get there
  faq misses misses.jsonl              what is asked most and not answered
  faq misses --min 3 misses.jsonl      only what was asked three times or more
  faq misses --json misses.jsonl | jq '{id: .nearest.id, alternates: [.questions[].question]}'

FILE is a log that faq ask --log-misses wrote, or any file with a question on each line. Questions
that the FAQ answers by now are left out: make a question an alternate of its entry, or write a new
entry for it, and run this again.

Exit codes:
  0  grouped
  2  wrong usage, or something that cannot be read or written";

#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES, after_long_help = MORE)]
pub(in crate::cli) struct Misses {
    /// A log of misses, or a question on each line
    ///
    /// Written by faq ask --log-misses, or by anything else; - is standard input.
    #[arg(value_name = "FILE")]
    pub(in crate::cli) log: PathBuf,

    /// Print JSON, one object per group
    #[arg(long)]
    pub(in crate::cli) json: bool,

    /// How many groups to print [default: 20, with --json all]
    #[arg(short = 'n', long, value_name = "N", value_parser = whole_number, allow_negative_numbers = true)]
    pub(in crate::cli) limit: Option<usize>,

    /// Only groups of at least so many questions
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = at_least_one, allow_negative_numbers = true)]
    pub(in crate::cli) min: usize,

    /// Take for answered what has this confidence, from 0 to 1
    #[arg(short, long, value_name = "P", default_value_t = faq::DEFAULT_THRESHOLD, value_parser = probability, allow_negative_numbers = true)]
    pub(in crate::cli) threshold: f64,
}
