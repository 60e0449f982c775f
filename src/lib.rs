//! Ask a FAQ in your own words: find the stored question that means the same as the one asked, or none.
//!
//! [`load`] reads files and folders, [`parse`] makes a [`Faq`] of them, and an [`Engine`] answers questions about it:
//!
//! ```
//! use faq::{Engine, Options};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let sources = faq::load(["faq.json"])?;
//! let faq = faq::parse(&sources, None)?;
//! let engine = Engine::new(&faq);
//!
//! let reply = engine.ask("whats the usa doing in theese talks", &Options::default());
//! let entry = reply.answer(&faq).ok_or("no answer")?;
//! assert_eq!(entry.question, "What role does the U.S. play in these talks?");
//! assert!(reply.confidence > faq::DEFAULT_THRESHOLD);
//!
//! let reply = engine.ask("what is the capital of France", &Options::default());
//! assert!(reply.answer(&faq).is_none());
//! # Ok(())
//! # }
//! ```
//!
//! A text that is at hand is a [`Source`] as well. [`Engine::explain`] tells how a reply came about:
//!
//! ```
//! use faq::explain::Fate;
//! use faq::{Engine, Options, Source, Status};
//!
//! let text = r#"[{"question": "How do I return an item?", "answer": "Send it back within 30 days."}]"#;
//! let sources = [Source::new("shop.json", text)];
//! let faq = faq::parse(&sources, None)?;
//!
//! let (reply, explanation) = Engine::new(&faq).explain("returning gizmos", &Options::default());
//! assert_eq!(reply.status, Status::None);
//! let unknown = explanation.words.iter().find(|word| word.fate == Fate::Unknown);
//! assert_eq!(unknown.map(|word| word.text.as_str()), Some("gizmos"));
//! # Ok::<(), faq::FormatError>(())
//! ```
//!
//! A [`Reply`] names entries by their place in [`Faq::entries`]. Besides, [`evaluate`] measures how good the answers are,
//! [`misses`] groups the questions that found none, [`check`](check::check) tells what is wrong with a FAQ, and
//! [`format::write`] writes it in another format. Nothing here touches a terminal or a network.
//!
//! What stays as it is from version to version, and what may change, is told in `docs/library.md`.

#[cfg(feature = "cache")]
pub mod cache;
pub mod check;
// For the program; a library about FAQs has no more to say of it.
#[doc(hidden)]
pub mod cores;
pub mod evaluate;
pub mod format;
mod json_line;
mod lexicon;
pub mod limits;
mod load;
pub mod misses;
mod model;
#[doc(hidden)]
pub mod parts;
mod position;
#[cfg_attr(
    not(feature = "cache"),
    allow(dead_code, reason = "only the cache stores indexes and opens them")
)]
pub mod search;
mod sorting;
pub mod source;
mod text;

pub use format::{Format, FormatError, FormatErrorKind, parse};
pub use limits::FILE_SIZE as DEFAULT_SIZE_LIMIT;
pub use load::load;
pub use model::{Document, Entry, Extra, Faq, Place};
pub use position::Position;
pub use search::{
    DEFAULT_THRESHOLD, Engine, Evidence, Explanation, Match, NoRoom, Options, Phrasing, Reason,
    Reply, Similar, Status, explain, nearest_ids,
};
pub use source::{Source, SourceError, SourceErrorKind};
pub use text::MAX_BYTES as MAX_QUESTION_BYTES;

/// Its examples are run as those of this page are.
#[cfg(doctest)]
#[doc = include_str!("../docs/library.md")]
struct Manual;
