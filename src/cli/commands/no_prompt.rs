//! No prompt, in a build without the feature `prompt`.

use std::io::Write;

use crate::cli::error::Error;
use crate::cli::exit::Exit;
use crate::cli::output::page::Page;

use super::ask::Session;
use super::miss_log::MissLog;

pub(super) fn run(
    _: &mut Session<'_>,
    _: &mut MissLog,
    _: &mut Page<impl Write>,
) -> Result<Exit, Error> {
    Err(Error::NotBuiltIn {
        what: "prompt",
        feature: "prompt",
    })
}
