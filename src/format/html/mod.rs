//! Pages of HTML.

mod text;

pub(super) use text::{from_text, to_text};

use std::io;

use super::sink::Sink;
use super::{Fault, Field};
use crate::model::Faq;

/// What a page holds beside questions and answers.
pub(super) const FIELDS: &[Field] = &[];

pub(super) fn read<'a>(_text: &'a str, _sink: &mut Sink<'a>) -> Result<(), Fault> {
    unimplemented!()
}

pub(super) fn write(
    _faq: &Faq<'_>,
    _out: &mut dyn io::Write,
    _written: &mut dyn FnMut(usize),
) -> io::Result<()> {
    unimplemented!()
}
