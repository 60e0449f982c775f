//! What may be typed: one file per command, with the examples that its help shows.

mod ask;
mod built;
#[cfg(feature = "cache")]
mod cache;
mod check;
mod common;
#[cfg(feature = "completions")]
mod completions;
#[cfg(feature = "convert")]
mod convert;
mod help;
#[cfg(feature = "convert")]
mod init;
mod list;
#[cfg(feature = "man")]
mod man;
#[cfg(feature = "misses")]
mod misses;
mod show;
mod test;
mod unused;
mod value;

use std::env;
use std::path::PathBuf;

use clap::{Args as _, CommandFactory as _, FromArgMatches as _, Parser, Subcommand};
use faq::Format;

pub(super) use ask::Ask;
pub(super) use built::{commands, feature_of, told};
#[cfg(feature = "cache")]
pub(super) use cache::{Cache, CacheAction};
pub(super) use check::Check;
pub(super) use common::{Color, Common};
#[cfg(feature = "completions")]
pub(super) use completions::{Complete, Completions, Shell};
#[cfg(feature = "convert")]
pub(super) use convert::Convert;
pub(super) use help::{FORMAT, FORMAT_TOPIC, Help};
#[cfg(feature = "convert")]
pub(super) use init::Init;
pub(super) use list::List;
#[cfg(feature = "man")]
pub(super) use man::Man;
#[cfg(feature = "misses")]
pub(super) use misses::Misses;
pub(super) use show::Show;
pub(super) use test::{Floors, Test};

/// The name of the program.
const NAME: &str = "faq";

/// What `-h` shows: three examples.
const EXAMPLES: &str = "\
Examples:
  faq ask what role does the US play
  faq list --ids korea
  faq init && faq ask how do I add a question";

/// What `--help` shows: all there is to know.
const MORE: &str = "\
Examples:
  faq ask what role does the US play     one question; quotes are optional
  faq ask --json \"us role\" | jq .id      for scripts
  faq ask - < questions.txt              a batch: one question per line
  faq list                               all questions
  faq show us-role                       a whole entry by its id
  faq init                               a FAQ to start from, in this folder
  faq check shop.json                    what is wrong with a FAQ
  faq test cases.tsv                     how good the answers are
  faq misses misses.jsonl                what was asked and not answered
  faq convert FAQ.md -o faq.json         from one format to another

The FAQ is the first of these that there is:
  the file or folder given with --file (several make one FAQ), or with --builtin the one built in
  the file or folder that the variable FAQ_FILE names
  the nearest faq.json, from the working directory upward
  faq/faq.json in $XDG_CONFIG_HOME or ~/.config (on Windows in %APPDATA%)
  the one built in, on the South Korea-Japan summit of August 2025

What a FAQ may hold, and in which formats, is told by: faq help format

Variables:
  FAQ_FILE                    the FAQ to use where --file is not given
  FAQ_MISSES                  the log of questions that faq ask does not answer
  FAQ_CACHE_DIR               where indexes of big FAQs are kept
  FAQ_MAX_MEMORY              how much memory a FAQ may take, such as 500M or 4G, instead of six
                              times its size and 32M
  COLUMNS                     the width to wrap at on a terminal, if not its own
  NO_COLOR, CLICOLOR_FORCE, CLICOLOR, TERM=dumb
                              when to use colour, unless --color says it

Exit codes:
  0  answered, or done
  1  not answered, or nothing found; faq check, faq test: something is wrong
  2  wrong usage, or something that cannot be read or written
  130  interrupted";

/// How wide help is at most.
const MAX_WIDTH: usize = 100;

#[derive(Debug, Parser)]
#[command(
    name = NAME,
    version,
    about = "Ask a FAQ in your own words",
    after_help = told(EXAMPLES),
    after_long_help = told(MORE),
    max_term_width = MAX_WIDTH,
    disable_help_subcommand = true
)]
pub(super) struct Args {
    #[command(subcommand)]
    pub(super) command: Command,

    #[command(flatten)]
    pub(super) common: Common,
}

// What a command takes is only put together when it is typed: starting up takes no longer for each more of them.
#[derive(Debug, Subcommand)]
#[command(defer = true)]
pub(super) enum Command {
    /// Answer a question, or a batch of them from standard input
    Ask(Ask),
    /// List the stored questions, or those that match
    List(List),
    /// Show whole entries
    Show(Show),
    /// Write a small FAQ to start from
    #[cfg(feature = "convert")]
    Init(Init),
    /// Tell what is wrong with a FAQ, and how to mend it
    Check(Check),
    /// Measure how good the answers are, on labelled questions
    Test(Test),
    /// Group the questions that found no answer, from a log of them
    #[cfg(feature = "misses")]
    Misses(Misses),
    /// Write a FAQ in another format
    #[cfg(feature = "convert")]
    Convert(Convert),
    /// Tell about the indexes of big FAQs, or delete them
    #[cfg(feature = "cache")]
    Cache(Cache),
    /// Print what makes a shell complete commands, options, ids and tags
    #[cfg(feature = "completions")]
    Completions(Completions),
    /// Print a manual page, or write all of them into a folder
    #[cfg(feature = "man")]
    Man(Man),
    /// Tell all about a command, or how to write a FAQ
    Help(Help),
    /// What may follow the words of a command line, for the scripts of `faq completions`.
    #[cfg(feature = "completions")]
    #[command(name = "__complete", hide = true)]
    Complete(Complete),
}

impl Args {
    /// What was typed.
    ///
    /// The parser copies the common options into every command there is, which costs more than all else it does. So where
    /// the first word is a command, it is told of no other.
    pub(super) fn typed() -> Result<Self, clap::Error> {
        let whole = Self::command();
        let first = env::args_os().nth(1);
        let mut parser = match first.and_then(|word| whole.find_subcommand(word)) {
            Some(command) => {
                let parser = clap::Command::new(NAME)
                    .max_term_width(MAX_WIDTH)
                    .disable_help_subcommand(true)
                    .subcommand(command.clone());
                Common::augment_args(parser)
            }
            None => whole,
        };
        let mut matches = parser.try_get_matches_from_mut(env::args_os())?;
        Self::from_arg_matches_mut(&mut matches).map_err(|error| error.format(&mut parser))
    }

    /// The name of a command that uses no FAQ, and so takes no option that tells which.
    pub(super) fn without_faq(&self) -> Option<&'static str> {
        Some(match self.command {
            #[cfg(feature = "convert")]
            Command::Init(_) => "init",
            #[cfg(feature = "cache")]
            Command::Cache(_) => "cache",
            #[cfg(feature = "completions")]
            Command::Completions(_) => "completions",
            #[cfg(feature = "man")]
            Command::Man(_) => "man",
            Command::Help(_) => "help",
            _ => return None,
        })
    }

    /// Whether the output is for scripts.
    pub(super) fn is_json(&self) -> bool {
        match &self.command {
            Command::Ask(Ask { json, .. })
            | Command::List(List { json, .. })
            | Command::Show(Show { json, .. })
            | Command::Check(Check { json, .. })
            | Command::Test(Test { json, .. }) => *json,
            #[cfg(feature = "misses")]
            Command::Misses(Misses { json, .. }) => *json,
            _ => false,
        }
    }

    /// What the command line gives as input in the place of the FAQ, and as what it is to be read: `faq convert` alone.
    #[cfg(feature = "convert")]
    pub(super) fn conversion(&self) -> (&[PathBuf], Option<Format>) {
        match &self.command {
            Command::Convert(convert) => (&convert.input, convert.from),
            _ => (&[], None),
        }
    }

    #[cfg(not(feature = "convert"))]
    #[expect(clippy::unused_self, reason = "as with the feature")]
    pub(super) fn conversion(&self) -> (&[PathBuf], Option<Format>) {
        (&[], None)
    }

    /// Whether the FAQ that is read is beside the point: one is written.
    pub(super) fn writes(&self) -> bool {
        self.without_faq() == Some("init")
    }

    /// The command line as data: its commands and their options.
    pub(super) fn description() -> clap::Command {
        let mut command = Self::command();
        command.build();
        command
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    #[test]
    fn arguments_do_not_contradict_each_other() {
        let mut command = super::Args::command();
        command.build();
        command.debug_assert();
    }
}
