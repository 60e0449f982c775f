//! Questions that found no answer: read from a log, put together where they ask the same, most frequent first.
//!
//! ```
//! use faq::misses::{Grouping, parse_misses};
//! use faq::{Engine, Options, Source};
//!
//! let sources = [Source::new("shop.json", r#"[{"question": "Are you open on Sundays?", "answer": "From noon."}]"#)];
//! let faq = faq::parse(&sources, None)?;
//! let engine = Engine::new(&faq);
//!
//! let log = Source::new("log", "Where is my parcel?\nare you open on sundays\nwheres my parcels\n");
//! let misses = parse_misses(&log)?;
//! let grouping = Grouping::new(&misses, &engine, &Options::default());
//!
//! // What the FAQ answers by now is no miss any more.
//! assert_eq!(grouping.answered, 1);
//! assert_eq!((grouping.groups.len(), grouping.groups[0].count), (1, 2));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod error;
mod grouping;
mod joining;
mod jsonl;
mod log;

pub use error::{MissError, MissErrorKind};
pub use grouping::{Group, Grouping, Phrasing};
pub use log::{Miss, parse_misses};
