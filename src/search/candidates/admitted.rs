//! Which entries may match where only those with some tags do.

use crate::search::index::Index;
use crate::search::vocabulary::number;

/// The entries that may match.
#[derive(Debug)]
pub(in crate::search) enum Admitted {
    /// Every one.
    All,
    /// These, in rising order.
    Only(Vec<u32>),
}

impl Admitted {
    /// The entries with one of these tags; all where no tag is given.
    pub(in crate::search) fn new(tags: &[String], index: &Index<'_>) -> Self {
        if tags.is_empty() {
            return Self::All;
        }
        Self::Only(match index.as_stored() {
            Some(stored) => stored.tagged(tags),
            None => (0..)
                .zip(0..index.entry_count())
                .filter(|&(_, entry)| index.entry(entry).has_any_tag(tags))
                .map(|(number, _)| number)
                .collect(),
        })
    }

    /// These, in any order.
    pub(in crate::search) fn only(entries: &[usize]) -> Self {
        let mut numbers: Vec<u32> = entries.iter().map(|&entry| number(entry)).collect();
        numbers.sort_unstable();
        Self::Only(numbers)
    }

    /// Whether an entry may match.
    #[inline]
    pub(in crate::search) fn has(&self, entry: usize) -> bool {
        match self {
            Self::All => true,
            Self::Only(entries) => {
                u32::try_from(entry).is_ok_and(|entry| entries.binary_search(&entry).is_ok())
            }
        }
    }
}
