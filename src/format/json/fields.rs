//! The fields of an object that is being written, on lines of their own or all on one.

use std::borrow::Cow;
use std::io::{self, Write};

use super::printable;

/// How an object is laid out.
#[derive(Debug, Clone, Copy)]
pub(super) enum Layout {
    /// A field a line, so many times two spaces in.
    Pretty { indent: usize },
    /// Everything on one line.
    Line,
}

/// An object that is being written.
pub(super) struct Fields<'o> {
    out: &'o mut dyn Write,
    layout: Layout,
    is_empty: bool,
}

impl<'o> Fields<'o> {
    /// An object that has no fields yet.
    pub(super) fn new(out: &'o mut dyn Write, layout: Layout) -> Self {
        Self {
            out,
            layout,
            is_empty: true,
        }
    }

    /// A field that holds a text, if there is one.
    pub(super) fn text(&mut self, name: &str, text: Option<&str>) -> io::Result<()> {
        match text {
            None => Ok(()),
            Some(text) => {
                self.name(name)?;
                printable::string(self.out, text)
            }
        }
    }

    /// A list of texts, if there is any; each on a line of its own when they are `long`.
    pub(super) fn list(
        &mut self,
        name: &str,
        texts: &[Cow<'_, str>],
        long: bool,
    ) -> io::Result<()> {
        if texts.is_empty() {
            return Ok(());
        }
        self.name(name)?;
        self.texts(texts, long)
    }

    fn texts(&mut self, texts: &[Cow<'_, str>], long: bool) -> io::Result<()> {
        self.out.write_all(b"[")?;
        for (number, text) in texts.iter().enumerate() {
            self.before(number, long)?;
            printable::string(self.out, text)?;
        }
        if long {
            self.line(0)?;
        }
        self.out.write_all(b"]")
    }

    /// The groups of synonyms, if there are any.
    pub(super) fn synonyms(&mut self, groups: &[&[Cow<'_, str>]]) -> io::Result<()> {
        if groups.is_empty() {
            return Ok(());
        }
        self.name("synonyms")?;
        self.out.write_all(b"[")?;
        for (number, group) in groups.iter().enumerate() {
            self.before(number, true)?;
            self.texts(group, false)?;
        }
        self.line(0)?;
        self.out.write_all(b"]")
    }

    /// A field that holds JSON.
    pub(super) fn raw(&mut self, name: &str, json: &str) -> io::Result<()> {
        self.name(name)?;
        printable::raw(self.out, json, matches!(self.layout, Layout::Line))
    }

    /// What stands before a value of this number in a list.
    fn before(&mut self, number: usize, long: bool) -> io::Result<()> {
        if number > 0 {
            self.out.write_all(b",")?;
        }
        match self.layout {
            Layout::Pretty { .. } if long => self.line(1),
            Layout::Pretty { .. } if number > 0 => self.out.write_all(b" "),
            _ => Ok(()),
        }
    }

    /// A field whose value is written next.
    pub(super) fn name(&mut self, name: &str) -> io::Result<()> {
        self.out
            .write_all(if self.is_empty { b"{" } else { b"," })?;
        self.is_empty = false;
        self.line(0)?;
        printable::string(self.out, name)?;
        match self.layout {
            Layout::Pretty { .. } => self.out.write_all(b": "),
            Layout::Line => self.out.write_all(b":"),
        }
    }

    /// A new line as far in as the fields are, and `more`.
    fn line(&mut self, more: usize) -> io::Result<()> {
        if let Layout::Pretty { indent } = self.layout {
            write!(self.out, "\n{:width$}", "", width = 2 * (indent + more))?;
        }
        Ok(())
    }

    /// The end of the object.
    pub(super) fn end(mut self) -> io::Result<()> {
        if let Layout::Pretty { indent } = &mut self.layout {
            *indent -= 1;
        }
        self.line(0)?;
        self.out.write_all(b"}")
    }
}
