//! How well an entry fits a question: what they share is counted, and seen in three views.

pub(super) mod counts;
pub(super) mod scorer;
pub(super) mod views;
