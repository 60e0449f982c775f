//! Ways of saying it: one printer for people, one for scripts.

pub(super) mod check;
pub(super) mod entry;
pub(super) mod evaluation;
pub(super) mod explanation;
pub(super) mod human;
pub(super) mod json;
pub(super) mod lines;
#[cfg(feature = "markdown")]
mod markdown;
#[cfg(not(feature = "markdown"))]
#[path = "verbatim.rs"]
mod markdown;
#[cfg(feature = "misses")]
pub(super) mod misses;
pub(super) mod notice;
pub(super) mod page;
pub(super) mod progress;
#[cfg(feature = "prompt")]
pub(super) mod prompt;
pub(super) mod sanitize;
pub(super) mod screen;
mod snippet;
pub(super) mod standard;
pub(super) mod style;
mod styled;
mod wrap;
