//! Pages of HTML: the text of their answers, their questions, and a page that shows a FAQ.

mod address;
mod escape;
mod read;
mod text;
mod tokens;
mod write;

pub(super) use read::read;
pub(super) use text::{from_text, to_text};
pub(super) use write::write;

use super::Field;

/// What a page holds beside questions and answers: what the JSON-LD in it holds.
pub(super) const FIELDS: &[Field] = super::json::LD_FIELDS;
