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
    bytes.chunks_exact(SKIP).map(skip).collect()
}

/// The first element of a table.
pub(super) fn skip(table: &[u8]) -> Skip {
    let number = |from: usize| {
        let bytes = table.get(from..from + 4).and_then(|it| it.try_into().ok());
        bytes.map_or(0, u32::from_le_bytes)
    };
    Skip {
        last: number(0),
        end: number(4),
    }
}

/// The first of some steps, which may take several bytes, and how many it takes.
pub(super) fn long_step(steps: &[u8]) -> Option<(u32, usize)> {
    let mut step = 0;
    for (length, &byte) in (1..=5).zip(steps) {
        step |= u32::from(byte & 0x7F) << (7 * (length - 1));
        if byte < 0x80 {
            return Some((step, length));
        }
    }
    None
}

/// Hands over the places of those of some entries that are in a list; both rise.
pub(super) fn meet(list: &[u32], among: &[u32], first: usize, take: &mut dyn FnMut(usize)) {
    let mut at = 0;
    if list.len() < among.len() {
        for &entry in list {
            at += before(&among[at..], entry);
            if among.get(at) == Some(&entry) {
                take(first + at);
            }
        }
    } else {
        for (place, &entry) in (first..).zip(among) {
            at += before(&list[at..], entry);
            if list.get(at) == Some(&entry) {
                take(place);
            }
        }
    }
}

/// How many entries of a rising list stand before one, which is likely to be near: in steps that double (galloping search,
/// Bentley & Yao 1976).
#[inline]
fn before(list: &[u32], entry: u32) -> usize {
    let mut step = 1;
    while list.get(step).is_some_and(|&other| other < entry) {
        step *= 2;
    }
    let (start, end) = (step / 2, step.min(list.len()));
    start + list[start..end].partition_point(|&other| other < entry)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

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

    proptest! {
        #[test]
        fn entries_in_both_lists_are_found(
            list in proptest::collection::btree_set(0_u32..300, 0..200),
            among in proptest::collection::btree_set(0_u32..300, 0..200),
        ) {
            let (list, among): (Vec<u32>, Vec<u32>) =
                (list.into_iter().collect(), among.into_iter().collect());
            let mut found = Vec::new();
            meet(&list, &among, 7, &mut |place| found.push(place));
            let expected = (7..).zip(&among).filter(|(_, entry)| list.contains(entry));
            prop_assert_eq!(found, expected.map(|(place, _)| place).collect::<Vec<usize>>());
        }
    }
}
