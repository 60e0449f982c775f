//! Ask a FAQ in your own words: find the stored question that means the same as the one asked, or none.
//!
//! ```
//! use faq::{Engine, Options, Source, Status};
//!
//! let text = r#"[{"question": "How do I return an item?", "answer": "Send it back within 30 days."}]"#;
//! let sources = [Source::new("shop.json", text)];
//! let faq = faq::parse(&sources, None)?;
//! let reply = Engine::new(&faq).ask("returning items", &Options::default());
//!
//! assert_eq!(reply.status, Status::Answered);
//! assert_eq!(faq.entries[reply.matches[0].entry].answer, "Send it back within 30 days.");
//! # Ok::<(), faq::FormatError>(())
//! ```
//!
//! A [`Source`] is read, [`parse`] makes a [`Faq`] of one or more, and an [`Engine`] answers questions about it, on
//! demand with an [`Explanation`]. [`evaluate`] measures how well, [`misses`] groups the questions that found no answer,
//! and [`check`](check::check) tells what is wrong with a FAQ. Nothing here touches a terminal.

#[cfg(feature = "cache")]
pub mod cache;
pub mod check;
pub mod evaluate;
pub mod format;
mod lexicon;
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
pub mod source;
mod text;

pub use format::{Format, FormatError, FormatErrorKind, parse};
pub use model::{Document, Entry, Extra, Faq, Place};
pub use position::Position;
pub use search::{
    DEFAULT_THRESHOLD, Engine, Evidence, Explanation, Match, Options, Phrasing, Reason, Reply,
    Similar, Status, explain, nearest_ids,
};
pub use source::{DEFAULT_SIZE_LIMIT, Source, SourceError, SourceErrorKind};
pub use text::MAX_BYTES as MAX_QUESTION_BYTES;
