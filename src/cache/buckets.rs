//! Entries by key: keys are spread over buckets, and a bucket is read whole.

use std::io::{self, Write};
use std::ops::Range;

use super::blocks::{BlockWriter, Blocks};
use super::coding::{Decoder, Encoder, fixed_numbers, width};

/// About how many pairs a bucket has.
const PER_BUCKET: usize = 64;
/// The bytes of a key that tell those in one bucket apart, for the most part: what is found is looked at anyway.
const TAIL: usize = 2;
/// The bytes of a bucket's end.
const END: usize = 4;

/// Sorts pairs into buckets: where each ends, in pairs, and the pairs.
pub(super) fn buckets(mut pairs: Vec<(u64, u32)>) -> (Vec<u32>, Vec<(u64, u32)>) {
    let count = pairs.len() / PER_BUCKET + 1;
    pairs.sort_unstable_by_key(|&(key, entry)| (bucket(key, count), tail(key), entry));
    pairs.dedup();
    let mut ends = vec![0_u32; count];
    for &(key, _) in &pairs {
        ends[bucket(key, count)] += 1;
    }
    let mut end = 0;
    for bucket in &mut ends {
        end += *bucket;
        *bucket = end;
    }
    (ends, pairs)
}

/// Writes where buckets end.
pub(super) fn write_ends(ends: &[u32], out: &mut BlockWriter<impl Write>) -> io::Result<()> {
    for end in ends {
        out.write(&end.to_le_bytes())?;
    }
    Ok(())
}

/// Writes pairs of keys and some of so many entries.
pub(super) fn write_pairs(
    pairs: &[(u64, u32)],
    entries: usize,
    out: &mut BlockWriter<impl Write>,
) -> io::Result<()> {
    let (entry_width, mut bytes) = (width(entries as u64), Encoder::default());
    for &(key, entry) in pairs {
        bytes.0.clear();
        bytes.fixed(tail(key), TAIL);
        bytes.fixed(u64::from(entry), entry_width);
        out.write(&bytes.0)?;
    }
    Ok(())
}

/// Those of so many entries that may have a key, rising.
pub(super) fn find(
    blocks: &Blocks,
    ends: Range<u64>,
    pairs: Range<u64>,
    entries: usize,
    key: u64,
) -> Vec<u32> {
    let count = (ends.end - ends.start) / END as u64;
    let Some(bucket) = usize::try_from(count)
        .ok()
        .filter(|&count| count > 0)
        .map(|count| bucket(key, count) as u64)
    else {
        return blocks.doubt();
    };
    let first = ends.start + bucket.saturating_sub(1) * END as u64;
    let bounds = fixed_numbers(&blocks.read(first..ends.start + (bucket + 1) * END as u64));
    let (start, end) = match *bounds.as_slice() {
        [end] if bucket == 0 => (0, end),
        [start, end] if start <= end => (start, end),
        _ => return blocks.doubt(),
    };
    let entry_width = width(entries as u64);
    let size = (TAIL + entry_width) as u64;
    let place = |pair: u32| pairs.start + u64::from(pair) * size;
    if place(end) > pairs.end {
        return blocks.doubt();
    }
    let bytes = blocks.read(place(start)..place(end));
    let mut bytes = Decoder(&bytes);
    let mut found = Vec::new();
    while let (Some(known), Some(entry)) = (bytes.fixed(TAIL), bytes.fixed(entry_width)) {
        if known == tail(key) {
            found.extend(u32::try_from(entry));
        }
    }
    found
}

/// The bucket of a key: the upper half says which.
fn bucket(key: u64, count: usize) -> usize {
    usize::try_from((key >> 32) % count as u64).unwrap_or_default()
}

fn tail(key: u64) -> u64 {
    key & 0xFFFF
}
