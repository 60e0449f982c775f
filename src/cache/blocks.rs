//! Bytes in blocks, each with a checksum that is checked when the block is read.
//!
//! What cannot be read, or is not as it was written, comes out as nothing, and is remembered: [`Blocks::are_sound`].

use std::fs::File;
use std::io::{self, Write};
use std::ops::Range;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use hashbrown::HashMap;

use super::at_hand;

/// The size of a block on disk: that of a page in memory nearly everywhere.
pub(super) const BLOCK: usize = 4096;
/// How much of it is content.
pub(super) const CONTENT: usize = BLOCK - CHECKSUM;
const CHECKSUM: usize = 4;

/// How many blocks are remembered at most; a batch of questions would come by all of them in the end.
const MOST_REMEMBERED: usize = 8 * 1024;
/// More than so many at once are read in one go, and not remembered: they are lists, of which each is read once.
const MOST_AT_ONCE: u64 = 4;

/// Where blocks lie.
#[derive(Debug)]
pub(super) enum Bytes {
    File(File),
    Memory(Vec<u8>),
}

/// Blocks that are read.
#[derive(Debug)]
pub(super) struct Blocks {
    bytes: Bytes,
    /// Their number among all that were opened: the room for blocks is shared.
    id: u64,
    count: u64,
    sound: AtomicBool,
    /// A bit for each block, whether it was read.
    read_once: Vec<AtomicU64>,
    remembered: Mutex<HashMap<u64, Arc<[u8]>>>,
}

impl Blocks {
    /// Blocks in a file or in memory, if they are whole.
    pub(super) fn new(bytes: Bytes) -> Option<Self> {
        let length = match &bytes {
            Bytes::File(file) => file.metadata().ok()?.len(),
            Bytes::Memory(bytes) => bytes.len() as u64,
        };
        let count = length / BLOCK as u64;
        let words = usize::try_from(count.div_ceil(64)).ok()?;
        (length > 0 && length % BLOCK as u64 == 0).then(|| Self {
            bytes,
            id: OPENED.fetch_add(1, Ordering::Relaxed),
            count,
            read_once: (0..words).map(|_| AtomicU64::new(0)).collect(),
            sound: AtomicBool::new(true),
            remembered: Mutex::default(),
        })
    }

    /// How many blocks there are.
    pub(super) fn count(&self) -> u64 {
        self.count
    }

    /// Whether everything that was read was as it had been written.
    pub(super) fn are_sound(&self) -> bool {
        self.sound.load(Ordering::Relaxed)
    }

    /// Remembers that something was not as it had been written; nothing is to be had then.
    pub(super) fn doubt<T: Default>(&self) -> T {
        self.sound.store(false, Ordering::Relaxed);
        T::default()
    }

    /// The content from one place to another.
    pub(super) fn read(&self, range: Range<u64>) -> Vec<u8> {
        self.try_read(range).unwrap_or_else(|| self.doubt())
    }

    fn try_read(&self, range: Range<u64>) -> Option<Vec<u8>> {
        if range.start >= range.end {
            return (range.start == range.end).then(Vec::new);
        }
        let content = CONTENT as u64;
        let (first, last) = (range.start / content, (range.end - 1) / content);
        if last >= self.count {
            return None;
        }
        let skipped = usize::try_from(range.start % content).ok()?;
        let length = usize::try_from(range.end - range.start).ok()?;
        if last - first < MOST_AT_ONCE {
            let mut read = Vec::with_capacity(length);
            for number in first..=last {
                self.with_block(number, |block| {
                    let from = if read.is_empty() { skipped } else { 0 };
                    let part = block.get(from..)?;
                    read.extend_from_slice(&part[..part.len().min(length - read.len())]);
                    Some(())
                })?;
            }
            return Some(read);
        }
        let mut bytes = vec![0; usize::try_from(last - first + 1).ok()? * BLOCK];
        self.read_raw(first, &mut bytes)?;
        // The contents move together, over the checksums between them.
        for (place, number) in (first..=last).enumerate() {
            let start = place * BLOCK;
            checked(number, bytes.get(start..start + BLOCK)?)?;
            bytes.copy_within(start..start + CONTENT, place * CONTENT);
        }
        bytes.truncate(skipped + length);
        bytes.drain(..skipped);
        Some(bytes)
    }

    /// Hands over the content of a block. One that is read again is remembered: most are read once.
    fn with_block(&self, number: u64, take: impl FnOnce(&[u8]) -> Option<()>) -> Option<()> {
        let remembered = || {
            self.remembered
                .lock()
                .unwrap_or_else(PoisonError::into_inner)
        };
        let known = remembered().get(&number).map(Arc::clone);
        if let Some(block) = known {
            return take(&block);
        }
        at_hand::with_room(number, |room| {
            let wanted = Some((self.id, number));
            if room.holds == wanted {
                return take(room.block.get(..CONTENT)?);
            }
            room.holds = None;
            room.block.resize(BLOCK, 0);
            self.read_raw(number, &mut room.block)?;
            let block = checked(number, &room.block)?;
            room.holds = wanted;
            if self.was_read(number) {
                let mut remembered = remembered();
                if remembered.len() >= MOST_REMEMBERED {
                    remembered.clear();
                }
                remembered.insert(number, block.into());
            }
            take(block)
        })
    }

    /// Whether a block was read before; from now on it was.
    fn was_read(&self, number: u64) -> bool {
        let bit = 1 << (number % 64);
        let bits = usize::try_from(number / 64).ok();
        let bits = bits.and_then(|place| self.read_once.get(place));
        bits.is_some_and(|bits| bits.fetch_or(bit, Ordering::Relaxed) & bit != 0)
    }

    /// Fills `bytes` with what stands on the disk from a block on, checksums included.
    fn read_raw(&self, first: u64, bytes: &mut [u8]) -> Option<()> {
        let start = first * BLOCK as u64;
        match &self.bytes {
            Bytes::File(file) => read_at(file, bytes, start).ok(),
            Bytes::Memory(all) => {
                let all = all.get(usize::try_from(start).ok()?..)?;
                bytes.copy_from_slice(all.get(..bytes.len())?);
                Some(())
            }
        }
    }
}

/// How many files of blocks were opened.
static OPENED: AtomicU64 = AtomicU64::new(0);

/// The content of a block, if it is the one that was written there.
fn checked(number: u64, block: &[u8]) -> Option<&[u8]> {
    let (content, sum) = block.split_at_checked(CONTENT)?;
    (sum == checksum(number, content)).then_some(content)
}

fn checksum(number: u64, content: &[u8]) -> [u8; CHECKSUM] {
    let mut sum = crc32fast::Hasher::new();
    sum.update(&number.to_le_bytes());
    sum.update(content);
    sum.finalize().to_le_bytes()
}

#[cfg(unix)]
fn read_at(file: &File, bytes: &mut [u8], at: u64) -> io::Result<()> {
    std::os::unix::fs::FileExt::read_exact_at(file, bytes, at)
}

#[cfg(not(unix))]
fn read_at(mut file: &File, bytes: &mut [u8], at: u64) -> io::Result<()> {
    use std::io::{Read, Seek, SeekFrom};
    // A file has one place at which it is read.
    static READING: Mutex<()> = Mutex::new(());
    let _reading = READING.lock().unwrap_or_else(PoisonError::into_inner);
    file.seek(SeekFrom::Start(at))?;
    file.read_exact(bytes)
}

/// Writes content as blocks.
#[derive(Debug)]
pub(super) struct BlockWriter<W> {
    out: W,
    number: u64,
    content: Vec<u8>,
}

impl<W: Write> BlockWriter<W> {
    pub(super) fn new(out: W) -> Self {
        Self {
            out,
            number: 0,
            content: Vec::with_capacity(CONTENT),
        }
    }

    /// Where in the content the next byte will stand.
    pub(super) fn place(&self) -> u64 {
        self.number * CONTENT as u64 + self.content.len() as u64
    }

    /// Appends to the content.
    pub(super) fn write(&mut self, mut bytes: &[u8]) -> io::Result<()> {
        while !bytes.is_empty() {
            let (now, later) = bytes.split_at(bytes.len().min(CONTENT - self.content.len()));
            self.content.extend_from_slice(now);
            bytes = later;
            if self.content.len() == CONTENT {
                self.end_block()?;
            }
        }
        Ok(())
    }

    /// Fills the last block up, and adds one that begins with these bytes; what was written to.
    pub(super) fn finish(mut self, last: &[u8]) -> io::Result<W> {
        if !self.content.is_empty() {
            self.content.resize(CONTENT, 0);
            self.end_block()?;
        }
        self.content.extend_from_slice(last);
        self.content.resize(CONTENT, 0);
        self.end_block()?;
        Ok(self.out)
    }

    fn end_block(&mut self) -> io::Result<()> {
        self.out.write_all(&self.content)?;
        self.out.write_all(&checksum(self.number, &self.content))?;
        self.number += 1;
        self.content.clear();
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_written_is_read_from_any_place_to_any_other() {
        let content: Vec<u8> = (0..10 * CONTENT + 7)
            .map(|at| (at % 251).to_le_bytes()[0])
            .collect();
        let mut writer = BlockWriter::new(Vec::new());
        writer.write(&content[..100]).unwrap();
        writer.write(&content[100..]).unwrap();
        assert_eq!(writer.place(), content.len() as u64);
        let bytes = writer.finish(b"end").unwrap();
        let blocks = Blocks::new(Bytes::Memory(bytes)).unwrap();
        for (start, end) in [
            (0, 0),
            (0, 1),
            (CONTENT - 1, CONTENT + 1),
            (5, content.len()),
            (3 * CONTENT, 9 * CONTENT),
        ] {
            let read = blocks.read(start as u64..end as u64);
            assert_eq!(read, content[start..end], "{start}..{end}");
        }
        let end = (blocks.count() - 1) * CONTENT as u64;
        assert_eq!(blocks.read(end..end + 3), b"end");
        assert!(blocks.are_sound());
        assert_eq!(blocks.read(0..(1 << 40)), b"");
        assert!(!blocks.are_sound());
    }
}
