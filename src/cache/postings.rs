//! Rising lists of entries as bytes: the steps from one to the next, and for long lists a table to skip by.

use super::coding::Encoder;

/// How many entries are read at least once something is looked for among them.
pub(super) const GROUP: usize = 128;

/// The size of an element of the table: the last entry of a group, and where its bytes end.
pub(super) const SKIP: usize = 8;

/// How many bytes the table of a list takes: lists of one group have none.
pub(super) fn table_size(entries: usize) -> usize {
    if entries > GROUP {
        entries.div_ceil(GROUP) * SKIP
    } else {
        0
    }
}

/// Appends a rising list.
pub(super) fn encode(entries: &[u32], out: &mut Encoder) {
    let table = out.0.len();
    out.0.resize(table + table_size(entries.len()), 0);
    let start = out.0.len();
    let mut last = 0;
    for (number, group) in entries.chunks(GROUP).enumerate() {
        for &entry in group {
            out.number(u64::from(entry - last));
            last = entry;
        }
        if entries.len() > GROUP {
            let end = (out.0.len() - start) as u64;
            let skip = table + number * SKIP;
            out.0[skip..skip + 4].copy_from_slice(&last.to_le_bytes());
            out.0[skip + 4..skip + SKIP].copy_from_slice(&end.to_le_bytes()[..4]);
        }
    }
}

/// Appends the entries of steps that go on from an entry; whether they were well written.
pub(super) fn decode(steps: &[u8], from: u32, entries: &mut Vec<u32>) -> bool {
    let (mut entry, mut step, mut shift) = (from, 0_u32, 0);
    for &byte in steps {
        if shift > 28 {
            return false;
        }
        step |= u32::from(byte & 0x7F) << shift;
        if byte < 0x80 {
            entry = entry.wrapping_add(step);
            entries.push(entry);
            (step, shift) = (0, 0);
        } else {
            shift += 7;
        }
    }
    shift == 0
}

/// A group of a long list.
#[derive(Debug, Clone, Copy)]
pub(super) struct Skip {
    /// The last entry of the group.
    pub(super) last: u32,
    /// Where its bytes end, from the end of the table on.
    pub(super) end: u32,
}

/// The table of a long list.
pub(super) fn table(bytes: &[u8]) -> Vec<Skip> {
    let number = |bytes: &[u8]| bytes.try_into().map_or(0, u32::from_le_bytes);
    let skips = bytes.chunks_exact(SKIP);
    skips
        .map(|skip| Skip {
            last: number(&skip[..4]),
            end: number(&skip[4..]),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_read_as_they_were_written() {
        for count in [0, 1, GROUP, GROUP + 1, 1000] {
            let entries: Vec<u32> = (0_u32..).map(|at| at * at + 5).take(count).collect();
            let mut out = Encoder::default();
            encode(&entries, &mut out);
            let (skips, steps) = out.0.split_at(table_size(count));
            let mut read = Vec::new();
            assert!(decode(steps, 0, &mut read));
            assert_eq!(read, entries);
            for (group, skip) in entries.chunks(GROUP).zip(table(skips)) {
                assert_eq!(group.last(), Some(&skip.last));
            }
        }
        assert!(!decode(&[0xFF; 9], 0, &mut Vec::new()));
        assert!(!decode(&[0x80], 0, &mut Vec::new()));
    }
}
