//! What may be typed after `faq test`.

use std::path::PathBuf;

use super::built::told;
use super::value::{probability, whole_number};

/// What `-h` shows: three examples.
const EXAMPLES: &str = "\
Examples:
  faq test cases.tsv
  faq test --suggest-threshold cases.tsv
  faq test --min-hit1 0.8 --min-refused 0.9 cases.tsv";

/// What `--help` shows: all there is to know.
const MORE: &str = "\
Examples:
  faq test cases.tsv                        figures, and the questions that went wrong
  faq test --suggest-threshold cases.tsv    where to set the threshold of faq ask
  faq test --min-hit1 0.8 --min-refused 0.9 cases.tsv
  faq test --json cases.tsv | jq '.misses[].query'

CASES has on each line a question, a TAB and the id of the entry that answers it. Of several ids,
each after a TAB, any is right; without one, the question is out of scope and must be refused. Blank
lines and those that begin with # are skipped. JSON lines will do as well: {\"query\": \"...\",
\"relevant\": [\"id\"]}. With --tag, questions that only other entries answer must be refused.

Exit codes:
  0  measured
  1  a figure is worse than its limit
  2  wrong usage, or something that cannot be read or written";

/// What makes `faq test` a check for CI.
const LIMITS: &str = "Limits, each from 0 to 1 (beyond one, the exit code is 1)";

#[derive(Debug, clap::Args)]
#[command(after_help = told(EXAMPLES), after_long_help = told(MORE))]
pub(in crate::cli) struct Test {
    /// Questions with the ids that answer them
    ///
    /// The form of the file is told below; - is standard input.
    pub(in crate::cli) cases: PathBuf,

    /// Print JSON, one object
    #[arg(long)]
    pub(in crate::cli) json: bool,

    /// How many misses to list
    ///
    /// They are the questions that went wrong; 0 lists none.
    #[arg(long, value_name = "N", default_value_t = 20, value_parser = whole_number, allow_negative_numbers = true, conflicts_with = "json")]
    pub(in crate::cli) misses: usize,

    /// Least confidence to answer
    ///
    /// As in `faq ask`, from 0 to 1.
    #[arg(short, long, value_name = "P", default_value_t = faq::DEFAULT_THRESHOLD, value_parser = probability, allow_negative_numbers = true)]
    pub(in crate::cli) threshold: f64,

    /// Find a threshold for --threshold
    ///
    /// The lowest at which this share of the answers given is right: 0.9, unless it is said after an
    /// equals sign, as in --suggest-threshold=0.95
    #[arg(long, value_name = "P", num_args = 0..=1, require_equals = true, default_missing_value = "0.9", value_parser = probability)]
    pub(in crate::cli) suggest_threshold: Option<f64>,

    #[command(flatten)]
    pub(in crate::cli) floors: Floors,
}

#[derive(Debug, clap::Args)]
#[command(next_help_heading = LIMITS)]
pub(in crate::cli) struct Floors {
    /// Least share in scope of which the first match is right
    #[arg(long, value_name = "P", value_parser = probability)]
    pub(in crate::cli) min_hit1: Option<f64>,

    /// Least mean reciprocal rank
    #[arg(long, value_name = "P", value_parser = probability, hide_short_help = true)]
    pub(in crate::cli) min_mrr: Option<f64>,

    /// Least share in scope that is answered
    #[arg(long, value_name = "P", value_parser = probability, hide_short_help = true)]
    pub(in crate::cli) min_answered: Option<f64>,

    /// Least share of the answers given that is right
    #[arg(long, value_name = "P", value_parser = probability)]
    pub(in crate::cli) min_right: Option<f64>,

    /// Least share out of scope that is refused
    #[arg(long, value_name = "P", value_parser = probability)]
    pub(in crate::cli) min_refused: Option<f64>,

    /// Least area under the ROC curve of confidence
    #[arg(long, value_name = "P", value_parser = probability, hide_short_help = true)]
    pub(in crate::cli) min_auroc: Option<f64>,

    /// Greatest calibration error
    #[arg(long, value_name = "P", value_parser = probability, hide_short_help = true)]
    pub(in crate::cli) max_ece: Option<f64>,
}
