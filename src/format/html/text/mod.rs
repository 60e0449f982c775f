//! From HTML to text that reads well, and from text to HTML that leads back to it.

mod elements;
mod from;
mod layout;
mod marks;
mod render;
mod table;
mod wrap;

pub(in crate::format::html) use elements::is_unread;
pub(in crate::format) use from::from_text;
pub(in crate::format::html) use render::to_line;
pub(in crate::format) use render::to_text;
