//! What may be typed after `faq ask`.

use std::path::PathBuf;

use super::built::told;
use super::value::{at_least_one, probability, whole_number};

/// What `-h` shows: three examples.
const EXAMPLES: &str = "\
Examples:
  faq ask what role does the US play
  faq ask --json \"us role\" | jq -r .answer
  faq ask                                  one question after another";

/// What `--help` shows: all there is to know.
const MORE: &str = "\
Examples:
  faq ask what role does the US play
  faq ask --json --top 3 \"us role\" | jq '.matches[].id'
  faq ask --answer-only - < questions.txt
  faq ask --explain whats the usa doing in theese talks
  faq ask --log-misses misses.jsonl - < questions.txt
  faq ask

At a terminal, the last one opens a prompt for one question after another; type help there.
Words are joined with spaces; put quotes around a question that holds ? * ' or &. A word that begins
with a hyphen stands after two: faq ask -- -v means what

Variables:
  FAQ_FILE      the FAQ to use where --file is not given
  FAQ_MISSES    the log of questions that are not answered, where --log-misses is not given

Exit codes:
  0  answered; in a batch, every question; a prompt that was left
  1  not answered; in a batch, not every question
  2  wrong usage, or something that cannot be read or written
  130  interrupted";

#[derive(Debug, clap::Args)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is an option of its own that may be typed or not"
)]
#[command(after_help = told(EXAMPLES), after_long_help = told(MORE))]
pub(in crate::cli) struct Ask {
    /// The question; - for one on each line of standard input
    ///
    /// Without words, or with - in their place, each line of standard input is a question; at a terminal, there is a
    /// prompt.
    pub(in crate::cli) question: Vec<String>,

    /// Print JSON, one object per question
    #[arg(long, conflicts_with_all = ["answer_only", "null"])]
    pub(in crate::cli) json: bool,

    /// Print nothing but the answer
    ///
    /// In a batch each answer is one line: newlines are written as \n, and where there is no answer the
    /// line is empty.
    #[arg(short, long)]
    pub(in crate::cli) answer_only: bool,

    /// With -a: end answers with NUL
    ///
    /// In place of a newline, so that answers keep theirs.
    #[arg(short = '0', long, requires = "answer_only")]
    pub(in crate::cli) null: bool,

    /// How many related questions to print
    #[arg(short = 'n', long, value_name = "N", default_value_t = 3, value_parser = whole_number, allow_negative_numbers = true)]
    pub(in crate::cli) related: usize,

    /// List the N best matches [default: 1, with --json 5]
    ///
    /// Each with its id and its score, from 0 to 1, which only compares matches of one question.
    #[arg(long, value_name = "N", value_parser = at_least_one, allow_negative_numbers = true)]
    pub(in crate::cli) top: Option<usize>,

    /// Answer from this confidence on
    ///
    /// 0 always answers with the best match, 1 only with a stored question word for word. `faq test --suggest-threshold` finds one that suits the FAQ.
    #[arg(short, long, value_name = "P", default_value_t = faq::DEFAULT_THRESHOLD, value_parser = probability, allow_negative_numbers = true)]
    pub(in crate::cli) threshold: f64,

    /// Tell how the answer came about
    ///
    /// Or why there is none: what became of each word and what it weighs, and what speaks for each
    /// match.
    #[arg(long, conflicts_with = "answer_only")]
    pub(in crate::cli) explain: bool,

    /// Append what is not answered to this file
    ///
    /// For `faq misses`. Without this option it is the file that the variable `FAQ_MISSES` names, if any.
    #[arg(long, value_name = "FILE", hide = !cfg!(feature = "misses"))]
    pub(in crate::cli) log_misses: Option<PathBuf>,
}
