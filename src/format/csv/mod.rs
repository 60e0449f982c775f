//! Rows of values, with commas or tabs between.

use std::io;

use super::sink::Sink;
use super::{Fault, Field};
use crate::model::Faq;

/// What a table holds beside questions and answers.
pub(super) const FIELDS: &[Field] = &[];

pub(super) fn read<'a>(_text: &'a str, _separator: u8, _sink: &mut Sink<'a>) -> Result<(), Fault> {
    unimplemented!()
}

pub(super) fn write(
    _faq: &Faq<'_>,
    _separator: u8,
    _out: &mut dyn io::Write,
    _written: &mut dyn FnMut(usize),
) -> io::Result<()> {
    unimplemented!()
}
