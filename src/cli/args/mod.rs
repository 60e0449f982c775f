//! What may be typed: one file per command, with the examples that its help shows.

mod ask;
mod check;
mod convert;
mod list;
mod misses;
mod show;
mod test;
mod value;

use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum};
use faq::Format;

pub(super) use ask::Ask;
pub(super) use check::Check;
pub(super) use convert::Convert;
pub(super) use list::List;
pub(super) use misses::Misses;
pub(super) use show::Show;
pub(super) use test::{Floors, Test};
use value::one_of;

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

/// The options that every command has.
const COMMON: &str = "Common options";

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
    Ask(Ask),
    /// List the stored questions, or those that match
    List(List),
    /// Show whole entries
    Show(Show),
    /// Tell what is wrong with a FAQ, and how to mend it
    Check(Check),
    /// Measure how good the answers are, on questions whose answers are known
    Test(Test),
    /// Group the questions that found no answer, from a log of them
    Misses(Misses),
    /// Write a FAQ in another format
    Convert(Convert),
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    #[test]
    fn arguments_do_not_contradict_each_other() {
        super::Args::command().debug_assert();
    }
}
