//! The only door to the tokenizer of HTML.
//!
//! It calls itself again for each attribute of a tag, so that a tag with enough of them would take more of the stack than
//! there is. Reading ends before that.

use std::cell::Cell;
use std::convert::Infallible;
use std::error::Error;
use std::fmt;
use std::rc::Rc;

use html5gum::emitters::default::DefaultEmitter;
use html5gum::{Emitter, ForwardingEmitter, Readable, Reader, StringReader, Token, Tokenizer};

use crate::limits::ATTRIBUTES;

/// The tokens of a piece of HTML, which know where they stand. They end before a tag of too many attributes.
pub(super) struct Tokens<'h> {
    tokenizer: Tokenizer<Bounded<'h>, Counting>,
    /// Where the last token ended.
    read: usize,
    is_cut: bool,
}

impl<'h> Tokens<'h> {
    /// Of a whole page, what stands in a script or a title is one text.
    pub(super) fn new(html: &'h str, is_page: bool) -> Self {
        let mut emitter = DefaultEmitter::new_with_span();
        emitter.naively_switch_states(is_page);
        let attributes: Rc<Cell<usize>> = Rc::default();
        let emitter = Counting {
            emitter,
            attributes: Rc::clone(&attributes),
        };
        let reader = Bounded {
            reader: html.to_reader(),
            attributes,
        };
        Self {
            tokenizer: Tokenizer::new_with_emitter(reader, emitter),
            read: 0,
            is_cut: false,
        }
    }

    /// Where a tag of too many attributes begins, if there was one.
    #[cfg(feature = "html")]
    pub(super) fn cut_at(&self) -> Option<usize> {
        self.is_cut.then_some(self.read)
    }
}

impl Iterator for Tokens<'_> {
    type Item = Token<usize>;

    fn next(&mut self) -> Option<Token<usize>> {
        if self.is_cut {
            return None;
        }
        let Ok(token) = self.tokenizer.next()? else {
            self.is_cut = true;
            return None;
        };
        match &token {
            Token::StartTag(tag) => self.read = tag.span.end,
            Token::EndTag(tag) => self.read = tag.span.end,
            Token::String(text) => self.read = text.span.end,
            Token::Comment(comment) => self.read = comment.span.end,
            Token::Doctype(doctype) => self.read = doctype.span.end,
            // It may stand in the midst of a tag.
            Token::Error(_) => {}
        }
        Some(token)
    }
}

/// Counts the attributes of the tag that is read.
struct Counting {
    emitter: DefaultEmitter<usize>,
    attributes: Rc<Cell<usize>>,
}

impl ForwardingEmitter for Counting {
    type Token = Token<usize>;

    fn inner(&mut self) -> &mut impl Emitter<Token = Token<usize>> {
        &mut self.emitter
    }

    fn init_start_tag(&mut self) {
        self.attributes.set(0);
        self.inner().init_start_tag();
    }

    fn init_end_tag(&mut self) {
        self.attributes.set(0);
        self.inner().init_end_tag();
    }

    fn init_attribute(&mut self) {
        self.attributes.set(self.attributes.get() + 1);
        self.inner().init_attribute();
    }
}

/// Reads no further where a tag has too many attributes.
struct Bounded<'h> {
    reader: StringReader<'h>,
    attributes: Rc<Cell<usize>>,
}

impl Bounded<'_> {
    fn check(&self) -> Result<(), TooMany> {
        if self.attributes.get() > ATTRIBUTES {
            return Err(TooMany);
        }
        Ok(())
    }
}

impl Reader for Bounded<'_> {
    type Error = TooMany;

    fn read_byte(&mut self) -> Result<Option<u8>, TooMany> {
        self.check()?;
        self.reader.read_byte().map_err(never)
    }

    fn try_read_string(&mut self, text: &[u8], case_sensitive: bool) -> Result<bool, TooMany> {
        self.check()?;
        let read = self.reader.try_read_string(text, case_sensitive);
        read.map_err(never)
    }

    fn read_until<'b>(
        &'b mut self,
        needle: &[u8],
        buffer: &'b mut [u8; 4],
    ) -> Result<Option<&'b [u8]>, TooMany> {
        self.check()?;
        self.reader.read_until(needle, buffer).map_err(never)
    }
}

fn never(error: Infallible) -> TooMany {
    match error {}
}

/// A tag has more attributes than are read.
#[derive(Debug, Clone, Copy)]
struct TooMany;

impl fmt::Display for TooMany {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("too many attributes")
    }
}

impl Error for TooMany {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_of_too_many_attributes_ends_the_tokens_however_they_are_written() {
        for attribute in ["a=\"h\" ", "a=\"h\"", "a='h'", "a ", "a=h ", "a=\"&amp;\"/"] {
            for (count, is_cut) in [
                (ATTRIBUTES, false),
                (ATTRIBUTES + 1, true),
                (1_000_000, true),
            ] {
                let html = format!("<p>x</p><b {}>y</b>", attribute.repeat(count));
                let mut tokens = Tokens::new(&html, true);
                let is_error = |token: &Token<usize>| matches!(token, Token::Error(_));
                let found = tokens.by_ref().filter(|token| !is_error(token)).count();
                assert_eq!(found, if is_cut { 3 } else { 6 }, "{attribute} {count}");
                assert_eq!(tokens.is_cut, is_cut, "{attribute} {count}");
                assert_eq!(
                    tokens.read,
                    if is_cut { 8 } else { html.len() },
                    "{attribute} {count}"
                );
            }
        }
    }
}
