//! The program `faq`: what was typed goes to [`cli::run`], what became of it is the exit code.

mod cli;

use std::process::ExitCode;

fn main() -> ExitCode {
    cli::run().into()
}
