//! The command line around the library: arguments become settings, commands compute, printers print.

mod args;
mod commands;
mod error;
mod exit;
mod file;
mod load;
mod output;
mod report;
mod settings;
mod typed;

use std::io;

use clap::Parser;
use clap::error::ErrorKind;

use args::{Args, Command};
use error::Error;
pub(crate) use exit::Exit;
use output::page::Page;
use output::sanitize::Clean;
use output::{standard, style};
use settings::Settings;

/// Runs what was typed, and reports whatever goes wrong.
pub(crate) fn run() -> Exit {
    let outcome = Args::try_parse().map_or_else(|error| usage(&error), command);
    match outcome {
        Ok(exit) => exit,
        // Whoever closed the pipe has seen enough.
        Err(error) if error.is_closed_pipe() => Exit::Answered,
        Err(error) => {
            complain(&error);
            Exit::Failed
        }
    }
}

fn command(args: Args) -> Result<Exit, Error> {
    let settings = Settings::new(&args)?;
    style::set(settings.color);
    match args.command {
        Command::Check(args) => commands::check::run(&args, &settings),
        Command::Ask(args) => commands::ask::run(&args, &settings),
        Command::List(args) => commands::list::run(&args, &settings),
        Command::Show(args) => commands::show::run(&args, &settings),
        Command::Test(args) => commands::test::run(&args, &settings),
        Command::Misses(args) => commands::misses::run(&args, &settings),
        Command::Convert(args) => commands::convert::run(&args, &settings),
    }
}

/// What the argument parser has to say: help and version on standard output, mistakes on standard error.
fn usage(error: &clap::Error) -> Result<Exit, Error> {
    let mut text = error.render().to_string();
    if error.kind() == ErrorKind::InvalidSubcommand {
        text = format!(
            "{text}
To ask a question: faq ask {}
",
            typed::words().join(" ")
        );
    }
    let text = Clean::text(&text);
    if error.use_stderr() {
        // Nothing is left to be done when standard error cannot be written to.
        let _ = Page::new(io::stderr()).whole(&text);
        return Ok(Exit::Failed);
    }
    standard::output()
        .and_then(|out| Page::new(out).whole(&text))
        .map_err(Error::Output)?;
    Ok(Exit::Answered)
}

fn complain(error: &Error) {
    let help = error
        .mend()
        .map_or_else(String::new, |mend| format!("help: {mend}\n"));
    let message = format!("faq: {}\n{help}", Clean::line(&error.to_string()));
    // Nothing is left to be done when standard error cannot be written to.
    let _ = Page::new(io::stderr()).whole(&Clean::text(&message));
}
