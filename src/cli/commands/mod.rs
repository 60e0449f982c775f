//! One file per command, all of one shape: compute, report, return what became of it.

mod ask;
mod batch;
#[cfg(feature = "cache")]
mod cache;
mod check;
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
mod miss_log;
#[cfg(not(feature = "misses"))]
#[path = "no_miss_log.rs"]
mod miss_log;
#[cfg(feature = "misses")]
mod misses;
#[cfg(feature = "prompt")]
mod prompt;
#[cfg(not(feature = "prompt"))]
#[path = "no_prompt.rs"]
mod prompt;
mod show;
mod test;

use std::io::Write;

use super::args::Command;
use super::error::Error;
use super::exit::Exit;
use super::output::lines::Lines;
use super::output::page::Page;
use super::output::sanitize::Clean;
use super::output::standard;
use super::settings::Settings;

/// Does what a command says.
pub(super) fn run(command: &Command, settings: &Settings) -> Result<Exit, Error> {
    match command {
        Command::Check(args) => check::run(args, settings),
        Command::Ask(args) => ask::run(args, settings),
        Command::List(args) => list::run(args, settings),
        Command::Show(args) => show::run(args, settings),
        Command::Test(args) => test::run(args, settings),
        Command::Help(args) => help::run(args),
        #[cfg(feature = "misses")]
        Command::Misses(args) => misses::run(args, settings),
        #[cfg(feature = "convert")]
        Command::Convert(args) => convert::run(args, settings),
        #[cfg(feature = "convert")]
        Command::Init(args) => init::run(args, settings.format),
        #[cfg(feature = "cache")]
        Command::Cache(args) => cache::run(args, settings),
        #[cfg(feature = "completions")]
        Command::Completions(args) => completions::run(args),
        #[cfg(feature = "completions")]
        Command::Complete(args) => completions::answer(args),
        #[cfg(feature = "man")]
        Command::Man(args) => man::run(args),
    }
}

/// Standard output, for text and JSON: in whole lines.
fn page() -> Result<Page<Lines<impl Write>>, Error> {
    let out = standard::output().map_err(Error::Output)?;
    Ok(Page::new(Lines::new(out)))
}

/// Prints a text that has all its line ends.
fn print(text: &Clean) -> Result<(), Error> {
    let mut out = page()?;
    let printed = out.whole(text).and_then(|()| out.flush());
    printed.map_err(Error::Output)
}
