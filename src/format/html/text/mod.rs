//! From HTML to text that reads well, and from text to HTML that leads back to it.

mod code;
mod containers;
mod elements;
mod footnotes;
mod from;
mod layout;
mod markdown;
mod marks;
mod render;
mod table;
#[cfg(test)]
mod tests;
mod wrap;

pub(in crate::format::html) use elements::is_unread;
pub(in crate::format) use from::from_text;
pub(in crate::format::html) use render::to_line;
pub(in crate::format) use render::to_text;
