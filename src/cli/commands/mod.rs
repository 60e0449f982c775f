//! One file per command, all of one shape: compute, report, return what became of it.

pub(super) mod ask;
mod batch;
pub(super) mod cache;
pub(super) mod check;
pub(super) mod completions;
pub(super) mod convert;
pub(super) mod help;
pub(super) mod init;
pub(super) mod list;
pub(super) mod man;
mod miss_log;
pub(super) mod misses;
mod prompt;
pub(super) mod show;
pub(super) mod test;

use std::io::Write;

use super::error::Error;
use super::output::lines::Lines;
use super::output::page::Page;
use super::output::sanitize::Clean;
use super::output::standard;

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
