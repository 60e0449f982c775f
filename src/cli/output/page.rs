//! Where text for people is printed: it takes nothing but what cannot act on a terminal.

use std::fmt::{Display, Write as _};
use std::io::{self, Write};

use super::sanitize::Clean;
use super::style::Painted;

/// A stream for text of which every part is [`Shown`].
pub(crate) struct Page<W> {
    out: W,
}

/// What may be printed: text that only the sanitiser makes, and styles around such text.
pub(crate) trait Shown: Display + sealed::Sealed {}

impl Shown for Clean {}
impl Shown for Painted {}

mod sealed {
    pub(crate) trait Sealed {}
    impl Sealed for super::Clean {}
    impl Sealed for super::Painted {}
}

impl<W: Write> Page<W> {
    pub(crate) fn new(out: W) -> Self {
        Self { out }
    }

    /// A line of these parts, in one write where the stream is not buffered.
    pub(crate) fn line(&mut self, parts: &[&dyn Shown]) -> io::Result<()> {
        self.put(parts, '\n')
    }

    /// An empty line.
    pub(crate) fn blank(&mut self) -> io::Result<()> {
        self.line(&[])
    }

    /// Lines of parts, one after another.
    pub(crate) fn lines(&mut self, lines: &[impl Shown]) -> io::Result<()> {
        lines.iter().try_for_each(|line| self.line(&[line]))
    }

    /// A text that ends with NUL, for other programs.
    pub(crate) fn record(&mut self, text: &Clean) -> io::Result<()> {
        self.put(&[text], '\0')
    }

    /// A text that has all its line ends, or needs none.
    pub(crate) fn whole(&mut self, text: &Clean) -> io::Result<()> {
        self.out.write_all(text.as_str().as_bytes())
    }

    /// Has everything written by now.
    pub(crate) fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }

    /// For printers whose output is safe by other means.
    pub(super) fn bytes(&mut self) -> &mut W {
        &mut self.out
    }

    fn put(&mut self, parts: &[&dyn Shown], end: char) -> io::Result<()> {
        let mut text = String::new();
        for part in parts {
            // Writing to a string cannot fail.
            let _ = write!(text, "{part}");
        }
        text.push(end);
        self.out.write_all(text.as_bytes())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_one_write() {
        struct Counted(usize);
        impl Write for Counted {
            fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
                self.0 += 1;
                Ok(bytes.len())
            }

            fn flush(&mut self) -> io::Result<()> {
                Ok(())
            }
        }
        let mut page = Page::new(Counted(0));
        let text = Clean::line("text");
        page.line(&[&text, &text]).unwrap();
        page.blank().unwrap();
        assert_eq!(page.bytes().0, 2);
    }
}
