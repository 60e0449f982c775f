//! From a question to the entry that means the same: candidates, ranking, confidence, related questions.
//!
//! The way of a question: its tokens meet the `vocabulary` (`query`, `near`, `concepts`); what they share with each
//! entry is counted (`counts`), and entries are ranked by three `views` (`ranking`); what speaks for the first is
//! [`Evidence`], and how much that is worth, [`confidence`]. Whoever asks how it came about gets an [`explain`]ation.
//!
//! The entries are in `memory`, and all are ranked; or an index was made of them before and `stored`, and only the
//! likeliest `candidates` are.

mod admitted;
mod alike;
mod as_read;
mod beginnings;
#[cfg(test)]
#[allow(clippy::print_stdout, reason = "a test says how much was tried")]
mod bounds;
mod candidates;
mod compounds;
mod concepts;
pub mod confidence;
mod counts;
mod engine;
pub(crate) mod entry_words;
mod evidence;
pub(crate) mod exact;
pub mod explain;
mod from_lexicon;
mod gathering;
mod hits;
mod ids;
pub(crate) mod index;
mod interned;
mod known_words;
mod lists;
pub(crate) mod memory;
mod met;
mod mistyped;
mod near;
mod phrases;
mod query;
mod ranking;
mod rarity;
mod reader;
mod reason;
mod related;
mod reply;
mod scorer;
mod similar;
mod slips;
pub(crate) mod sorted;
mod spelling;
pub(crate) mod stored;
mod stretch;
mod views;
pub(crate) mod vocabulary;

pub use alike::{Alike, Reading, Sense};
pub use confidence::DEFAULT_THRESHOLD;
pub use engine::{Engine, NoRoom};
pub use evidence::Evidence;
pub use explain::Explanation;
pub(crate) use ids::nearest;
pub use ids::nearest_ids;
pub use reason::Reason;
pub use reply::{Match, Options, Reply, Status};
pub use similar::{Phrasing, Similar};

use engine::Asked;
