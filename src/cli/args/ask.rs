//! What may be typed after `faq ask`.

use std::path::PathBuf;

use super::value::{at_least_one, probability, whole_number};

const EXAMPLES: &str = "\
Examples:
  faq ask what role does the US play
  faq ask --json --top 3 \"us role\" | jq '.matches[].id'
  faq ask --answer-only - < questions.txt
  faq ask --explain whats the usa doing in theese talks
  faq ask --log-misses misses.jsonl - < questions.txt

Words are joined with spaces; put quotes around a question that holds ? * ' or &.
Exit codes: 0 answered (in a batch: every question), 1 not answered, 2 wrong usage or input.";

#[derive(Debug, clap::Args)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is an option of its own that may be typed or not"
)]
#[command(after_help = EXAMPLES)]
pub(in crate::cli) struct Ask {
    /// The question; - or none: one question per line from standard input
    pub(in crate::cli) question: Vec<String>,

    /// Print JSON, one object per question
    #[arg(long, conflicts_with_all = ["answer_only", "null"])]
    pub(in crate::cli) json: bool,

    /// Print nothing but the answer; in a batch one line each, with newlines as \n
    #[arg(short, long)]
    pub(in crate::cli) answer_only: bool,

    /// With --answer-only: end each answer with NUL and keep its newlines
    #[arg(short = '0', long, requires = "answer_only")]
    pub(in crate::cli) null: bool,

    /// How many related questions to print
    #[arg(short = 'n', long, value_name = "N", default_value_t = 3, value_parser = whole_number)]
    pub(in crate::cli) related: usize,

    /// List the N best matches with ids and scores [default: 1, with --json 5]
    #[arg(long, value_name = "N", value_parser = at_least_one)]
    pub(in crate::cli) top: Option<usize>,

    /// Answer from this confidence on, from 0 (always) to 1
    #[arg(short, long, value_name = "P", default_value_t = faq::DEFAULT_THRESHOLD, value_parser = probability)]
    pub(in crate::cli) threshold: f64,

    /// Tell how the answer came about: what became of each word, and what speaks for each match
    #[arg(long, conflicts_with = "answer_only")]
    pub(in crate::cli) explain: bool,

    /// Append each question that is not answered to this file, for `faq misses` [variable: `FAQ_MISSES`]
    #[arg(long, value_name = "FILE")]
    pub(in crate::cli) log_misses: Option<PathBuf>,
}
