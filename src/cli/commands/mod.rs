//! One file per command, all of one shape: compute, report, return what became of it.

pub(super) mod ask;
mod batch;
pub(super) mod check;
pub(super) mod convert;
pub(super) mod list;
mod miss_log;
pub(super) mod misses;
pub(super) mod show;
pub(super) mod test;

use std::io::{BufWriter, Write};

use super::error::Error;
use super::output::page::Page;
use super::output::standard;

/// Standard output, for text and JSON.
fn page() -> Result<Page<BufWriter<impl Write>>, Error> {
    let out = standard::output().map_err(Error::Output)?;
    Ok(Page::new(BufWriter::new(out)))
}
