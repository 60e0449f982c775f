//! The program `faq`: what was typed goes to [`cli::run`], what became of it is the exit code.

#![cfg_attr(
    not(feature = "default"),
    allow(
        dead_code,
        reason = "what only serves a feature that is not here is left out by the linker"
    )
)]

mod cli;

use std::process::ExitCode;

fn main() -> ExitCode {
    cli::run().into()
}
