//! Plain text: blocks after a line `-`, or lines that begin with `Q:` and `A:`.

use super::Fault;
use super::sink::Sink;

pub(super) fn read<'a>(_text: &'a str, _sink: &mut Sink<'a>) -> Result<(), Fault> {
    unimplemented!()
}
