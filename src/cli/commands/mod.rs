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
