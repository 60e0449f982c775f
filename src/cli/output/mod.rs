//! Ways of saying it: one printer for people, one for scripts.

pub(super) mod check;
pub(super) mod evaluation;
pub(super) mod explanation;
pub(super) mod human;
pub(super) mod json;
pub(super) mod misses;
pub(super) mod page;
pub(super) mod progress;
pub(super) mod sanitize;
pub(super) mod screen;
mod snippet;
pub(super) mod standard;
pub(super) mod style;
mod wrap;
