//! `faq completions`: scripts that make a shell complete, and what the program tells those scripts.

use crate::cli::args::{Complete, Completions, Shell};
use crate::cli::complete;
use crate::cli::error::Error;
use crate::cli::exit::Exit;
use crate::cli::output::sanitize::Clean;

pub(in crate::cli) fn run(args: &Completions) -> Result<Exit, Error> {
    print(match args.shell {
        Shell::Bash => include_str!("completions/faq.bash"),
        Shell::Zsh => include_str!("completions/faq.zsh"),
        Shell::Fish => include_str!("completions/faq.fish"),
        Shell::Powershell => include_str!("completions/faq.ps1"),
    })
}

/// What fits at the end of a command line, in the form that the script of the shell reads.
pub(in crate::cli) fn answer(args: &Complete) -> Result<Exit, Error> {
    print(&complete::answer(args.shell, &args.words))
}

fn print(text: &str) -> Result<Exit, Error> {
    super::print(&Clean::text(text))?;
    Ok(Exit::Answered)
}
