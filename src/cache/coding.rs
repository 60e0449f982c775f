//! Numbers and texts as bytes.

/// Writes numbers and texts.
#[derive(Debug, Default)]
pub(super) struct Encoder(pub(super) Vec<u8>);

impl Encoder {
    /// A number, the shorter the smaller it is: seven bits a byte.
    pub(super) fn number(&mut self, mut number: u64) {
        while number >= 0x80 {
            self.0.push(number.to_le_bytes()[0] | 0x80);
            number >>= 7;
        }
        self.0.push(number.to_le_bytes()[0]);
    }

    /// The lowest bytes of a number.
    pub(super) fn fixed(&mut self, number: u64, bytes: usize) {
        self.0
            .extend_from_slice(&number.to_le_bytes()[..bytes.min(8)]);
    }

    /// Bytes with their number before them.
    pub(super) fn bytes(&mut self, bytes: &[u8]) {
        self.number(bytes.len() as u64);
        self.0.extend_from_slice(bytes);
    }

    pub(super) fn text(&mut self, text: &str) {
        self.bytes(text.as_bytes());
    }

    pub(super) fn texts<'t>(&mut self, texts: impl ExactSizeIterator<Item = &'t str>) {
        self.number(texts.len() as u64);
        for text in texts {
            self.text(text);
        }
    }

    pub(super) fn optional(&mut self, text: Option<&str>) {
        self.number(u64::from(text.is_some()));
        if let Some(text) = text {
            self.text(text);
        }
    }
}

/// Reads what an [`Encoder`] wrote; nothing where it is something else.
#[derive(Debug, Clone)]
pub(super) struct Decoder<'b>(pub(super) &'b [u8]);

impl<'b> Decoder<'b> {
    #[inline]
    pub(super) fn number(&mut self) -> Option<u64> {
        let mut number = 0;
        for shift in (0..64).step_by(7) {
            let byte = self.bytes(1)?[0];
            number |= u64::from(byte & 0x7F) << shift;
            if byte < 0x80 {
                return Some(number);
            }
        }
        None
    }

    #[inline]
    pub(super) fn size(&mut self) -> Option<usize> {
        self.number()?.try_into().ok()
    }

    pub(super) fn fixed(&mut self, bytes: usize) -> Option<u64> {
        let mut number = [0; 8];
        number.get_mut(..bytes)?.copy_from_slice(self.bytes(bytes)?);
        Some(u64::from_le_bytes(number))
    }

    #[inline]
    pub(super) fn bytes(&mut self, count: usize) -> Option<&'b [u8]> {
        let (bytes, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        Some(bytes)
    }

    pub(super) fn text(&mut self) -> Option<&'b str> {
        let length = self.size()?;
        str::from_utf8(self.bytes(length)?).ok()
    }

    pub(super) fn texts(&mut self) -> Option<Vec<&'b str>> {
        let count = self.size()?;
        (0..count).map(|_| self.text()).collect()
    }

    #[expect(
        clippy::option_option,
        reason = "nothing is not the same as unreadable"
    )]
    pub(super) fn optional(&mut self) -> Option<Option<&'b str>> {
        match self.number()? {
            0 => Some(None),
            _ => self.text().map(Some),
        }
    }
}

/// How many bytes a number up to this one takes as a [fixed](Encoder::fixed) one.
pub(super) fn width(most: u64) -> usize {
    (u64::BITS - most.leading_zeros()).div_ceil(8) as usize
}

/// Numbers of so many bytes each, the last first.
pub(super) fn fixed_numbers(bytes: &[u8]) -> Vec<u32> {
    let numbers = bytes.chunks_exact(4);
    numbers
        .map(|number| number.try_into().map_or(0, u32::from_le_bytes))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_written_is_read() {
        let mut out = Encoder::default();
        let numbers = [0, 1, 127, 128, 300, u64::from(u32::MAX), u64::MAX];
        for number in numbers {
            out.number(number);
        }
        out.fixed(0x01_02_03_04_05, 5);
        assert_eq!(
            [0, 1, 255, 256, 0xFF_FFFF, u64::MAX].map(width),
            [0, 1, 1, 2, 3, 8]
        );
        out.texts(["", "é"].into_iter());
        out.optional(None);
        out.optional(Some("x"));
        let mut decoder = Decoder(&out.0);
        for number in numbers {
            assert_eq!(decoder.number(), Some(number));
        }
        assert_eq!(decoder.fixed(5), Some(0x01_02_03_04_05));
        assert_eq!(decoder.texts(), Some(vec!["", "é"]));
        assert_eq!(decoder.optional(), Some(None));
        assert_eq!(decoder.optional(), Some(Some("x")));
        assert_eq!(decoder.number(), None);
        assert_eq!(Decoder(&[0xFF; 20]).number(), None);
        assert_eq!(Decoder(&[0xFF; 3]).text(), None);
    }
}
