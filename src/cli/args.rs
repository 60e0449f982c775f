//! What may be typed.

use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Parser, Subcommand, ValueEnum};
use faq::Format;
use faq::limits::Size;

const EXAMPLES: &str = "\
Examples:
  faq ask what role does the US play     one question; quotes are optional
  faq ask --json \"us role\" | jq .id      for scripts
  faq ask - < questions.txt              a batch: one question per line
  faq list                               all questions
  faq show us-role                       a whole entry by its id
  faq check shop.json                    what is wrong with a FAQ
  faq test cases.tsv                     how good the answers are
  faq misses misses.jsonl                what was asked and not answered
  faq convert FAQ.md -o faq.json         from one format to another

The FAQ is the file given by --file, or else by FAQ_FILE, or else the nearest faq.json from the
working directory upward, or else faq/faq.json in the user's configuration folder, or else the
one built in.

Exit codes: 0 answered, 1 not answered, 2 wrong usage or input.";

const ASK_EXAMPLES: &str = "\
Examples:
  faq ask what role does the US play
  faq ask --json --top 3 \"us role\" | jq '.matches[].id'
  faq ask --answer-only - < questions.txt
  faq ask --explain whats the usa doing in theese talks
  faq ask --log-misses misses.jsonl - < questions.txt

Words are joined with spaces; put quotes around a question that holds ? * ' or &.
Exit codes: 0 answered (in a batch: every question), 1 not answered, 2 wrong usage or input.";

const LIST_EXAMPLES: &str = "\
Examples:
  faq list                     all questions
  faq list --ids korea alli    those that hold korea and a word that begins with alli
  faq ask -- \"$(faq list | fzf)\"

Exit codes: 0 listed, 1 nothing matches, 2 wrong usage or input.";

const CHECK_EXAMPLES: &str = "\
Examples:
  faq check                          the FAQ that would be used
  faq check README.md docs/faq/      files and folders, as one FAQ
  faq check --strict shop.json       in CI: warnings count as well
  faq check --json shop.json | jq -r '.findings[] | [.code, .id] | @tsv'

Errors keep a FAQ from being used, or a question from being answered; warnings most likely are mistakes;
notes are worth knowing, and never change the exit code.
Exit codes: 0 nothing is wrong, 1 an error (with --strict, or a warning), 2 wrong usage, or a file that
cannot be read.";

const TEST_EXAMPLES: &str = "\
Examples:
  faq test cases.tsv                        figures, and the questions that went wrong
  faq test --suggest-threshold cases.tsv    where to set the threshold of faq ask
  faq test --min-hit1 0.8 --min-refused 0.9 cases.tsv
  faq test --json cases.tsv | jq '.misses[].query'

CASES has on each line a question, a TAB and the id of the entry that answers it. Of several ids,
each after a TAB, any is right; without one, the question is out of scope and must be refused. Blank
lines and those that begin with # are skipped. JSON lines will do as well: {\"query\": \"...\",
\"relevant\": [\"id\"]}. With --tag, questions that only other entries answer must be refused.

Exit codes: 0 measured, 1 a figure is worse than its limit, 2 wrong usage or input.";

const MISSES_EXAMPLES: &str = "\
Examples:
  faq ask --log-misses misses.jsonl how do I get there
  faq misses misses.jsonl              what is asked most and not answered
  faq misses --min 3 misses.jsonl      only what was asked three times or more
  faq misses --json misses.jsonl | jq '{id: .nearest.id, alternates: [.questions[].question]}'

FILE is a log that faq ask --log-misses wrote, or any file with a question on each line. Questions
that the FAQ answers by now are left out: make a question an alternate of its entry, or write a new
entry for it, and run this again.

Exit codes: 0 grouped, 2 wrong usage or input.";
const CONVERT_EXAMPLES: &str = "\
Examples:
  faq convert FAQ.md -o faq.json                the extension tells the format
  faq convert docs/faq/ more.csv -o faq.json    several files and folders make one FAQ
  faq convert export.txt --from tsv --to markdown
  faq convert --builtin --to html > faq.html
  curl -s https://example.com/faq | faq convert - --from html | jq '.faqs[].question'
  faq convert faq.json -o faq.json --force      over the file itself

Without INPUT it is the FAQ that other commands use. What the format cannot hold is said on standard
error. A file is written whole or not at all.
Exit codes: 0 written, 1 no entry has the --tag, 2 wrong usage, input or output.";

/// The options that every command has.
const COMMON: &str = "Common options";

/// What makes `faq test` a check for CI.
const LIMITS: &str = "Limits, each from 0 to 1: beyond one, the exit code is 1";

/// Ask a FAQ in your own words.
#[derive(Debug, Parser)]
#[command(name = "faq", version, about, after_help = EXAMPLES, max_term_width = 100)]
pub(super) struct Args {
    #[command(subcommand)]
    pub(super) command: Command,

    /// Read this FAQ file, or all those in this folder; repeat it for several, - is standard input
    #[arg(
        short,
        long,
        value_name = "FILE",
        global = true,
        help_heading = COMMON,
        conflicts_with = "builtin"
    )]
    pub(super) file: Vec<PathBuf>,

    /// Read the FAQ as this format; otherwise name and content tell it
    #[arg(
        long,
        value_name = "FORMAT",
        global = true,
        help_heading = COMMON,
        conflicts_with = "builtin",
        value_parser = one_of(Format::ALL)
    )]
    pub(super) format: Option<Format>,

    /// Use the FAQ that is built into the program
    #[arg(long, global = true, help_heading = COMMON)]
    pub(super) builtin: bool,

    /// Use only entries with this tag; repeat it for any of several
    #[arg(long, value_name = "TAG", global = true, help_heading = COMMON)]
    pub(super) tag: Vec<String>,

    /// Read at most this much of a FAQ, such as 500M or 4G
    #[arg(long, value_name = "SIZE", default_value = "1G", global = true, help_heading = COMMON, value_parser = size)]
    pub(super) max_size: Size,

    /// When to use colour
    #[arg(long, value_name = "WHEN", default_value = "auto", global = true, help_heading = COMMON)]
    pub(super) color: Color,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Color {
    Auto,
    Always,
    Never,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Answer a question, or a batch of them from standard input
    #[command(after_help = ASK_EXAMPLES)]
    Ask(Ask),
    /// List the stored questions, or those that match
    #[command(after_help = LIST_EXAMPLES)]
    List(List),
    /// Show whole entries
    Show(Show),
    /// Tell what is wrong with a FAQ, and how to mend it
    #[command(after_help = CHECK_EXAMPLES)]
    Check(Check),
    /// Measure how good the answers are, on questions whose answers are known
    #[command(after_help = TEST_EXAMPLES)]
    Test(Test),
    /// Group the questions that found no answer, from a log of them
    #[command(after_help = MISSES_EXAMPLES)]
    Misses(Misses),
    /// Write a FAQ in another format
    #[command(after_help = CONVERT_EXAMPLES)]
    Convert(Convert),
}

#[derive(Debug, clap::Args)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is an option of its own that may be typed or not"
)]
pub(super) struct Ask {
    /// The question; - or none: one question per line from standard input
    pub(super) question: Vec<String>,

    /// Print JSON, one object per question
    #[arg(long, conflicts_with_all = ["answer_only", "null"])]
    pub(super) json: bool,

    /// Print nothing but the answer; in a batch one line each, with newlines as \n
    #[arg(short, long)]
    pub(super) answer_only: bool,

    /// With --answer-only: end each answer with NUL and keep its newlines
    #[arg(short = '0', long, requires = "answer_only")]
    pub(super) null: bool,

    /// How many related questions to print
    #[arg(short = 'n', long, value_name = "N", default_value_t = 3, value_parser = whole_number)]
    pub(super) related: usize,

    /// List the N best matches with ids and scores [default: 1, with --json 5]
    #[arg(long, value_name = "N", value_parser = at_least_one)]
    pub(super) top: Option<usize>,

    /// Answer from this confidence on, from 0 (always) to 1
    #[arg(short, long, value_name = "P", default_value_t = faq::DEFAULT_THRESHOLD, value_parser = probability)]
    pub(super) threshold: f64,

    /// Tell how the answer came about: what became of each word, and what speaks for each match
    #[arg(long, conflicts_with = "answer_only")]
    pub(super) explain: bool,

    /// Append each question that is not answered to this file, for `faq misses` [variable: `FAQ_MISSES`]
    #[arg(long, value_name = "FILE")]
    pub(super) log_misses: Option<PathBuf>,
}

#[derive(Debug, clap::Args)]
pub(super) struct List {
    /// Only questions whose entry holds these words, best first; the last may be a beginning
    pub(super) filter: Vec<String>,

    /// Put the id and a tab before each question
    #[arg(long, conflicts_with = "json")]
    pub(super) ids: bool,

    /// Print JSON, one object per entry
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, clap::Args)]
pub(super) struct Show {
    /// Ids as `faq list --ids` prints them
    #[arg(required = true, value_name = "ID")]
    pub(super) ids: Vec<String>,

    /// Print JSON, one object per entry
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, clap::Args)]
pub(super) struct Check {
    /// Files and folders that make one FAQ; - is standard input [default: the FAQ that would be used]
    #[arg(value_name = "PATH", conflicts_with_all = ["file", "builtin"])]
    pub(super) paths: Vec<PathBuf>,

    /// Print JSON, one object with all findings
    #[arg(long)]
    pub(super) json: bool,

    /// Let warnings count as errors do: the exit code is 1
    #[arg(long)]
    pub(super) strict: bool,
}

#[derive(Debug, clap::Args)]
pub(super) struct Test {
    /// A file of questions with the ids that answer them; - is standard input
    pub(super) cases: PathBuf,

    /// Print JSON, one object with all figures and misses
    #[arg(long)]
    pub(super) json: bool,

    /// How many of the questions that went wrong to list
    #[arg(long, value_name = "N", default_value_t = 20, value_parser = whole_number, conflicts_with = "json")]
    pub(super) misses: usize,

    /// Answer from this confidence on, from 0 (always) to 1
    #[arg(short, long, value_name = "P", default_value_t = faq::DEFAULT_THRESHOLD, value_parser = probability)]
    pub(super) threshold: f64,

    /// Find the lowest threshold at which this share (0.9 unless given) of the answers is right
    #[arg(long, value_name = "P", num_args = 0..=1, require_equals = true, default_missing_value = "0.9", value_parser = probability)]
    pub(super) suggest_threshold: Option<f64>,

    #[command(flatten)]
    pub(super) floors: Floors,
}

#[derive(Debug, clap::Args)]
pub(super) struct Misses {
    /// A log of misses, or a file with a question on each line; - is standard input
    #[arg(value_name = "FILE")]
    pub(super) log: PathBuf,

    /// Print JSON, one object per group
    #[arg(long)]
    pub(super) json: bool,

    /// How many groups to print [default: 20, with --json all]
    #[arg(short = 'n', long, value_name = "N", value_parser = whole_number)]
    pub(super) limit: Option<usize>,

    /// Only groups of at least so many questions
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = at_least_one)]
    pub(super) min: usize,

    /// Take for answered what has this confidence, from 0 to 1
    #[arg(short, long, value_name = "P", default_value_t = faq::DEFAULT_THRESHOLD, value_parser = probability)]
    pub(super) threshold: f64,
}

#[derive(Debug, clap::Args)]
#[command(next_help_heading = LIMITS)]
pub(super) struct Floors {
    /// Least share in scope of which the first match is right
    #[arg(long, value_name = "P", value_parser = probability)]
    pub(super) min_hit1: Option<f64>,

    /// Least mean reciprocal rank
    #[arg(long, value_name = "P", value_parser = probability)]
    pub(super) min_mrr: Option<f64>,

    /// Least share in scope that is answered
    #[arg(long, value_name = "P", value_parser = probability)]
    pub(super) min_answered: Option<f64>,

    /// Least share of the answers given that is right
    #[arg(long, value_name = "P", value_parser = probability)]
    pub(super) min_right: Option<f64>,

    /// Least share out of scope that is refused
    #[arg(long, value_name = "P", value_parser = probability)]
    pub(super) min_refused: Option<f64>,

    /// Least area under the ROC curve of confidence
    #[arg(long, value_name = "P", value_parser = probability)]
    pub(super) min_auroc: Option<f64>,

    /// Greatest calibration error
    #[arg(long, value_name = "P", value_parser = probability)]
    pub(super) max_ece: Option<f64>,
}

#[derive(Debug, clap::Args)]
pub(super) struct Convert {
    /// Files to read, or folders; - is standard input, several make one FAQ
    pub(super) input: Vec<PathBuf>,

    /// Read INPUT as this format; the same as --format
    #[arg(long, value_name = "FORMAT", value_parser = one_of(Format::ALL))]
    pub(super) from: Option<Format>,

    /// Write this format [default: what the extension of --output says, or else json]
    #[arg(long, value_name = "FORMAT", value_parser = one_of(written()))]
    pub(super) to: Option<Format>,

    /// Write to this file, and not to standard output
    #[arg(short, long, value_name = "FILE")]
    pub(super) output: Option<PathBuf>,

    /// Write over a file that exists
    #[arg(long, requires = "output")]
    pub(super) force: bool,
}

/// The formats that a FAQ can be written in.
fn written() -> impl Iterator<Item = Format> {
    Format::ALL.into_iter().filter(|format| format.is_written())
}

/// The names of formats.
fn one_of(formats: impl IntoIterator<Item = Format>) -> impl TypedValueParser<Value = Format> {
    PossibleValuesParser::new(formats.into_iter().map(Format::name))
        .try_map(|name| name.parse::<Format>())
}

fn size(text: &str) -> Result<Size, String> {
    Size::parse(text).ok_or_else(|| "it must be a number of bytes, or of K, M, G or T".to_owned())
}

fn probability(text: &str) -> Result<f64, String> {
    match text.parse() {
        Ok(value) if (0.0..=1.0).contains(&value) => Ok(value),
        _ => Err("it must be a number from 0 to 1".to_owned()),
    }
}

fn whole_number(text: &str) -> Result<usize, String> {
    text.parse()
        .map_err(|_| "it must be a whole number from 0 on".to_owned())
}

fn at_least_one(text: &str) -> Result<usize, String> {
    match text.parse() {
        Ok(value) if value > 0 => Ok(value),
        _ => Err("it must be a whole number from 1 on".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    #[test]
    fn arguments_do_not_contradict_each_other() {
        super::Args::command().debug_assert();
    }
}
