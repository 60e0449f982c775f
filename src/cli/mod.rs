//! The command line around the library: arguments become settings, commands compute, printers print.

mod allocator;
mod args;
mod commands;
#[cfg(feature = "completions")]
mod complete;
mod error;
mod exit;
#[cfg(any(feature = "convert", feature = "man"))]
mod file;
mod library;
mod load;
#[cfg(feature = "man")]
mod manual;
mod output;
mod report;
mod screen;
mod settings;
mod signal;
mod typed;
mod usage;

use std::io;

use args::Args;
use error::Error;
pub(crate) use exit::Exit;
use output::page::Page;
use output::sanitize::Clean;
use output::{notice, standard, style};
use settings::Settings;

/// Runs what was typed, and reports whatever goes wrong.
pub(crate) fn run() -> Exit {
    let outcome = Args::typed().map_or_else(|error| usage(&error), |args| command(&args));
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

fn command(args: &Args) -> Result<Exit, Error> {
    let settings = Settings::new(args)?;
    style::set(settings.color);
    if let Some(file) = settings.found_here().filter(|_| !args.is_json()) {
        // A line that cannot be written is no reason to fail.
        let _ = notice::using(&mut Page::new(io::stderr()), file);
    }
    commands::run(&args.command, &settings)
}

/// What the argument parser has to say: help and version on standard output, mistakes on standard error.
fn usage(error: &clap::Error) -> Result<Exit, Error> {
    if let Some(mistake) = usage::mistake(error) {
        say(&mistake.message, &mistake.mends);
        return Ok(Exit::Failed);
    }
    let text = error.render().to_string();
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
    let mend = error.mend().unwrap_or_default();
    let mends: Vec<String> = mend.lines().map(str::to_owned).collect();
    say(&error.to_string(), &mends);
}

fn say(message: &str, mends: &[String]) {
    // Nothing is left to be done when standard error cannot be written to.
    let _ = notice::mistake(&mut Page::new(io::stderr()), message, mends);
}
