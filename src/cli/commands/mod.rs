//! One file per command, all of one shape: compute, report, return what became of it.

pub(super) mod ask;
mod batch;
pub(super) mod cache;
pub(super) mod list;
pub(super) mod show;
pub(super) mod test;
