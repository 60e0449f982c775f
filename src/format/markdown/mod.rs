//! Markdown: what in it are questions, and a document that holds a whole FAQ.
//!
//! `outline` takes a document apart into pieces; `choose` says which of them are questions, and `answer` what belongs
//! to each. What this program writes says so itself (`mark`): it is read by `ours`, exactly as it was written.

mod answer;
mod choose;
mod footnotes;
mod front;
mod headings;
mod label;
mod mark;
mod notes;
mod ours;
mod outline;
mod piece;
mod plain;
mod question;
mod read;
mod tags;
mod words;
mod write;

pub(super) use read::read;
pub(super) use write::write;

use super::Field;

/// What Markdown holds beside questions and answers: everything.
pub(super) const FIELDS: &[Field] = &Field::ALL;
