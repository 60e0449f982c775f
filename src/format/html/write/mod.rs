//! stub
use crate::model::Faq;
use std::io;
/// What a page is called that has no title; as a title, it says nothing.
pub(super) const UNTITLED: &str = "FAQ";
pub(in crate::format) fn write(
    _faq: &Faq<'_>,
    _out: &mut dyn io::Write,
    _written: &mut dyn FnMut(usize),
) -> io::Result<()> {
    Ok(())
}
