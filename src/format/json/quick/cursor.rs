//! A step through JSON at a time: brackets, names, strings; what is unusual is none.

use std::borrow::Cow;

use serde_json::value::RawValue;

use crate::format::draft::Located;
use crate::format::json::cursor::Value;
use crate::format::json::plain::plain_end;
use crate::format::json::raw::Text;

/// A place in a text.
pub(super) struct Cursor<'a> {
    root: Value<'a>,
    pub(super) text: &'a str,
    pub(super) at: usize,
}

impl<'a> Cursor<'a> {
    /// A place in the text of a value.
    pub(super) fn new(root: Value<'a>, at: usize) -> Self {
        Self {
            root,
            text: root.text(),
            at,
        }
    }

    /// A value of whatever kind, which is left as it is written.
    pub(super) fn value(&mut self) -> Option<Value<'a>> {
        self.blanks();
        let rest = self.text.get(self.at..)?;
        let mut values = serde_json::Deserializer::from_str(rest).into_iter::<&RawValue>();
        let raw = values.next()?.ok()?;
        self.at += raw.get().len();
        Some(self.root.within(raw))
    }

    /// The name of a member, and the colon behind it.
    pub(super) fn name(&mut self) -> Option<Cow<'a, str>> {
        self.blanks();
        let name = self.string()?;
        self.expect(b':')?;
        Some(name)
    }

    /// A string that begins here, with its place.
    pub(super) fn located(&mut self) -> Option<Located<'a>> {
        let offset = self.offset(self.at);
        Some(Located::new(self.string()?, offset))
    }

    /// A string that begins here.
    pub(super) fn string(&mut self) -> Option<Cow<'a, str>> {
        let bytes = self.text.as_bytes();
        let quote = self.at;
        if *bytes.get(quote)? != b'"' {
            return None;
        }
        let mut at = plain_end(bytes, quote + 1);
        if *bytes.get(at)? == b'"' {
            self.at = at + 1;
            return self.text.get(quote + 1..at).map(Cow::Borrowed);
        }
        while *bytes.get(at)? == b'\\' {
            // What is escaped may be a quote.
            at = plain_end(bytes, at + 2);
        }
        self.at = at + 1;
        let Text(text) = serde_json::from_str(self.text.get(quote..=at)?).ok()?;
        Some(text)
    }

    /// Whether something stands behind the bracket that has just begun a list or an object, which else ends here.
    pub(super) fn begins(&mut self, end: u8) -> Option<bool> {
        self.blanks();
        let ends = *self.text.as_bytes().get(self.at)? == end;
        self.at += usize::from(ends);
        Some(!ends)
    }

    /// Whether a list or an object goes on behind something in it, or else ends here.
    pub(super) fn goes_on(&mut self, end: u8) -> Option<bool> {
        match self.next()? {
            b',' => Some(true),
            byte if byte == end => Some(false),
            _ => None,
        }
    }

    pub(super) fn expect(&mut self, wanted: u8) -> Option<()> {
        (self.next()? == wanted).then_some(())
    }

    /// The next byte that is not blank.
    pub(super) fn next(&mut self) -> Option<u8> {
        self.blanks();
        let next = *self.text.as_bytes().get(self.at)?;
        self.at += 1;
        Some(next)
    }

    pub(super) fn blanks(&mut self) {
        let bytes = self.text.as_bytes();
        while let Some(b' ' | b'\t' | b'\n' | b'\r') = bytes.get(self.at) {
            self.at += 1;
        }
    }

    /// The offset in the source of a place in the text.
    pub(super) fn offset(&self, at: usize) -> usize {
        self.root.offset() + at
    }
}
