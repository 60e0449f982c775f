//! Words that are not the same and alike: mistyped, made from one another, or one id meant for another.

pub(super) mod ids;
pub(super) mod mistyped;
pub(super) mod near;
mod slips;
pub(super) mod walk;
