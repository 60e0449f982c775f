//! From bytes to text: how much is read, and which bytes are refused.

use std::io::Read;

use super::{OtherFile, SourceErrorKind};
use crate::position::Position;

/// How much is looked at before reading on: as much as `grep` looks at to tell text from binary.
const FIRST_BLOCK: u64 = 32 * 1024;

/// Reads a stream to its end, as text without a byte order mark. `announced` is its size, as far as that is known.
pub(super) fn read_text(
    stream: &mut impl Read,
    announced: u64,
    limit: u64,
) -> Result<String, SourceErrorKind> {
    let mut bytes = Vec::new();
    stream
        .take(FIRST_BLOCK.min(limit.saturating_add(1)))
        .read_to_end(&mut bytes)
        .map_err(SourceErrorKind::Read)?;
    refuse_marks(&bytes)?;
    if let Some(kind) = OtherFile::of(&bytes) {
        return Err(SourceErrorKind::OtherFile(kind));
    }
    refuse_utf16(&bytes)?;
    refuse_nul(&bytes, 0)?;
    if announced > limit {
        return Err(SourceErrorKind::TooLarge { limit });
    }
    let looked_at = bytes.len();
    let rest = limit.saturating_add(1).saturating_sub(bytes.len() as u64);
    bytes.reserve_exact(
        usize::try_from(announced.min(rest))
            .unwrap_or(0)
            .saturating_sub(bytes.len()),
    );
    stream
        .take(rest)
        .read_to_end(&mut bytes)
        .map_err(SourceErrorKind::Read)?;
    if bytes.len() as u64 > limit {
        return Err(SourceErrorKind::TooLarge { limit });
    }
    refuse_nul(&bytes, looked_at)?;
    let mark = if bytes.starts_with(MARK) {
        MARK.len()
    } else {
        0
    };
    bytes.drain(..mark);
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        let bytes = error.into_bytes();
        SourceErrorKind::Encoding {
            offset: mark + at,
            byte: bytes[at],
            position: end_of(&bytes[..at]),
        }
    })
}

/// The byte order mark of UTF-8.
const MARK: &[u8] = b"\xEF\xBB\xBF";

/// Refuses what begins with the byte order mark of another encoding; that of UTF-16 begins that of UTF-32.
fn refuse_marks(bytes: &[u8]) -> Result<(), SourceErrorKind> {
    let begins = |marks: [&[u8]; 2]| marks.iter().any(|mark| bytes.starts_with(mark));
    let encoding = if begins([b"\xFF\xFE\0\0", b"\0\0\xFE\xFF"]) {
        "UTF-32"
    } else if begins([b"\xFF\xFE", b"\xFE\xFF"]) {
        "UTF-16"
    } else {
        return Ok(());
    };
    Err(SourceErrorKind::OtherEncoding { encoding })
}

/// Refuses UTF-16 without a mark: the beginning of what people write has a NUL in every second byte, and in no other.
fn refuse_utf16(bytes: &[u8]) -> Result<(), SourceErrorKind> {
    let (pairs, _) = bytes.as_chunks::<2>();
    let pairs = &pairs[..pairs.len().min(FIRST_PAIRS)];
    let are = |zero: usize| {
        pairs.len() >= LEAST_PAIRS && pairs.iter().all(|it| it[zero] == 0 && it[1 - zero] != 0)
    };
    let encoding = match (are(0), are(1)) {
        (true, _) => "UTF-16BE",
        (_, true) => "UTF-16LE",
        _ => return Ok(()),
    };
    Err(SourceErrorKind::OtherEncoding { encoding })
}

/// How many characters are looked at to tell UTF-16, and how few are too few to tell anything.
const FIRST_PAIRS: usize = 16;
const LEAST_PAIRS: usize = 4;

/// Refuses a NUL from a byte on.
fn refuse_nul(bytes: &[u8], from: usize) -> Result<(), SourceErrorKind> {
    let rest = &bytes[from..];
    let Some(offset) = memchr::memchr(0, rest) else {
        return Ok(());
    };
    let offset = from + offset;
    let text = bytes.strip_prefix(MARK).unwrap_or(bytes);
    let before = &text[..offset - (bytes.len() - text.len())];
    Err(SourceErrorKind::Binary {
        offset,
        position: end_of(before),
    })
}

fn end_of(bytes: &[u8]) -> Position {
    Position::of(&String::from_utf8_lossy(bytes), usize::MAX)
}

#[cfg(test)]
#[allow(clippy::panic, clippy::print_stdout, reason = "a test")]
mod tests {
    use std::io;

    use super::super::Source;
    use super::*;
    use crate::limits::FILE_SIZE;

    fn kind(bytes: &[u8], limit: u64) -> Result<String, SourceErrorKind> {
        Source::read_stream("x", bytes, limit)
            .map(|source| source.text)
            .map_err(|error| error.kind)
    }

    #[test]
    fn text_is_read_and_a_byte_order_mark_dropped() {
        assert_eq!(kind(b"\xEF\xBB\xBF{}\r\n", 100).unwrap(), "{}\r\n");
        assert_eq!(kind(b"", 100).unwrap(), "");
    }

    #[test]
    fn the_limit_is_the_largest_size_allowed() {
        assert_eq!(kind(b"12345", 5).unwrap(), "12345");
        assert!(matches!(
            kind(b"123456", 5),
            Err(SourceErrorKind::TooLarge { limit: 5 })
        ));
    }

    #[test]
    fn an_endless_stream_is_refused_without_reading_on() {
        let endless =
            Source::read_stream("zero", io::repeat(0), FILE_SIZE).map_err(|error| error.kind);
        assert!(matches!(
            endless,
            Err(SourceErrorKind::Binary { offset: 0, .. })
        ));
        let endless =
            Source::read_stream("a", io::repeat(b'a'), 100_000).map_err(|error| error.kind);
        assert!(matches!(
            endless,
            Err(SourceErrorKind::TooLarge { limit: 100_000 })
        ));
    }

    #[test]
    fn utf_16_without_a_mark_is_named_as_what_it_is() {
        let text = "Frage\tAntwort\r\nWie groß?\tSo.";
        let low: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let high: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        for (bytes, expected) in [(low, "UTF-16LE"), (high, "UTF-16BE")] {
            let found = kind(&bytes, 1000);
            let Err(SourceErrorKind::OtherEncoding { encoding }) = found else {
                panic!("{found:?}");
            };
            assert_eq!(encoding, expected);
        }
    }

    #[test]
    fn a_nul_is_no_text_wherever_it_stands() {
        let mut tried = 0;
        for mark in [&b""[..], MARK] {
            for at in [0, 1, 100, 32_767, 32_768, 32_769, 100_000] {
                let mut bytes = [mark, &b"a\n".repeat(60_000)].concat();
                bytes[mark.len() + at] = 0;
                let found = kind(&bytes, FILE_SIZE);
                let Err(SourceErrorKind::Binary { offset, position }) = found else {
                    panic!("{at}: {found:?}");
                };
                assert_eq!(offset, mark.len() + at);
                let line = at / 2 + 1;
                assert_eq!(
                    position,
                    Position {
                        line,
                        column: at % 2 + 1
                    }
                );
                tried += 1;
            }
        }
        println!("NUL bytes: {tried} places tried");
    }

    #[test]
    fn a_byte_order_mark_counts_in_offsets_and_not_in_columns() {
        let found = kind(b"\xEF\xBB\xBFa\n\xE9", 100);
        let Err(SourceErrorKind::Encoding {
            offset, position, ..
        }) = found
        else {
            panic!("{found:?}");
        };
        assert_eq!((offset, position), (5, Position { line: 2, column: 1 }));
    }

    #[test]
    fn other_encodings_are_named() {
        assert!(matches!(
            kind(b"\xFF\xFE{\0}\0", 100),
            Err(SourceErrorKind::OtherEncoding { encoding: "UTF-16" })
        ));
        for bytes in [b"\xFF\xFE\0\0{\0\0\0", b"\0\0\xFE\xFF\0\0\0{"] {
            assert!(matches!(
                kind(bytes, 100),
                Err(SourceErrorKind::OtherEncoding { encoding: "UTF-32" })
            ));
        }
        assert!(matches!(
            kind(b"ab\nc\xE9", 100),
            Err(SourceErrorKind::Encoding {
                offset: 4,
                byte: 0xE9,
                position: Position { line: 2, column: 2 }
            })
        ));
    }
}
