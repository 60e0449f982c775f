//! From a question to the entry that means the same: candidates, ranking, confidence, related questions.
//!
//! The way of a question: its tokens meet the `vocabulary`, and words that are near in `spelling` or in meaning stand for
//! one another (`query`); of an `index` that was made before, the likeliest `candidates` are found, of one in memory all
//! entries are; what an entry shares with the question is counted, and makes three views (`scoring`), by which entries are
//! put in order (`ranking`). What speaks for the first is [`Evidence`], and how much that is worth, [`confidence`].
//! Whoever asks how it came about gets an [`explain`]ation.
//!
//! Each of these folders knows only those before it: spelling, vocabulary, index, query, scoring, candidates, ranking,
//! confidence.

mod alike;
#[cfg(test)]
#[allow(clippy::print_stdout, reason = "a test says how much was tried")]
mod bounds;
mod candidates;
pub mod confidence;
mod engine;
pub mod explain;
pub(crate) mod index;
mod query;
mod ranking;
mod related;
mod reply;
mod scoring;
mod spelling;
mod texts;
pub(crate) mod vocabulary;

pub use alike::similar::{Phrasing, Similar};
pub use alike::{Alike, Reading, Sense};
pub use confidence::DEFAULT_THRESHOLD;
pub use confidence::evidence::Evidence;
pub use confidence::reason::{Reason, Status};
pub use engine::{Engine, NoRoom};
pub use explain::Explanation;
pub use reply::{Match, Options, Reply};
pub(crate) use spelling::ids::nearest;
pub use spelling::ids::nearest_ids;

use engine::Asked;
