//! The program as its users meet it: every test is a terminal session with the real binary.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a session that cannot be set up is a failed test"
)]
#![allow(clippy::print_stdout, reason = "a test that had to be skipped says so")]

mod ask;
mod batch;
mod check;
mod check_files;
mod colour_and_width;
mod convert;
mod convert_hints;
mod errors;
mod explain;
mod faults;
mod init;
mod interrupt;
mod json;
mod limits;
mod list;
mod man;
mod markdown;
mod miss_log;
mod misses;
mod mistakes;
mod pipes;
mod progress;
mod prompt;
mod sanitize;
mod session;
mod shape;
mod show;
mod test;
mod test_cases;
mod typing;
mod usage;
mod which_faq;
mod whole_files;
