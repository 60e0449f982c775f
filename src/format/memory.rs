//! What a FAQ takes in memory while it is read, and how much it may.
//!
//! What is taken is not measured but added up, before it is taken: what is kept until the end, and what a reader needs
//! for a while. The sums are on the safe side for what is small and many, which is what takes many times its size.

use crate::limits::{self, PROGRAM_MEMORY};
use crate::source::Source;

use super::{Fault, FormatErrorKind};

/// The memory of the sources of one FAQ.
#[derive(Debug, Clone, Copy)]
pub(super) struct Memory {
    limit: u64,
    kept: u64,
    lent: u64,
}

impl Memory {
    /// For these sources, which are in memory themselves. Without a limit it is the usual one.
    pub(super) fn new(sources: &[Source], limit: Option<u64>) -> Self {
        let text = sources.iter().map(|source| source.text.len() as u64).sum();
        Self {
            limit: limit.unwrap_or_else(|| limits::memory(text)),
            kept: PROGRAM_MEMORY + text,
            lent: 0,
        }
    }

    /// Takes so many bytes for good, for what stands at this offset.
    pub(super) fn keep(&mut self, bytes: usize, offset: usize) -> Result<(), Fault> {
        self.kept += bytes as u64;
        self.check(offset)
    }

    /// Takes so many bytes until they are given back, or the document is read.
    pub(super) fn lend(&mut self, bytes: usize, offset: usize) -> Result<(), Fault> {
        self.lent += bytes as u64;
        self.check(offset)
    }

    /// Has back what was lent.
    pub(super) fn give_back(&mut self, bytes: usize) {
        self.lent = self.lent.saturating_sub(bytes as u64);
    }

    /// Has back all that was lent to a reader.
    pub(super) fn give_back_all(&mut self) {
        self.lent = 0;
    }

    fn check(&self, offset: usize) -> Result<(), Fault> {
        if self.kept + self.lent <= self.limit {
            return Ok(());
        }
        let kind = FormatErrorKind::TooMuchMemory { limit: self.limit };
        Err(Fault { offset, kind })
    }
}
