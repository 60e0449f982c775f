//! One file per command, all of one shape: compute, report, return what became of it.

pub(super) mod ask;
mod batch;
pub(super) mod list;
mod prompt;
pub(super) mod show;
pub(super) mod test;
