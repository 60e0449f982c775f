//! What an index has to offer that was made before, wherever it is kept.
//!
//! Nothing here can fail: what cannot be read, or has changed since it was written, comes out as nothing, and
//! [`Stored::is_sound`] says afterwards that whatever was answered is not to be trusted.

use std::fmt::Debug;
use std::ops::Range;

use crate::model::Entry;
use crate::search::vocabulary::WordId;

/// Where in an entry a word stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Part {
    /// In a phrasing.
    Phrasing,
    /// In the answer, and in no phrasing.
    AnswerAlone,
}

/// Both parts.
pub(crate) const PARTS: [Part; 2] = [Part::Phrasing, Part::AnswerAlone];

/// An entry with what was found out about it.
#[derive(Debug, Default)]
pub(crate) struct Record {
    /// The entry; fields that mean nothing here are left out.
    pub(crate) entry: Entry<'static>,
    /// What the words of each phrasing weigh together.
    pub(crate) totals: Vec<f32>,
}

/// What an entry looks like from afar.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Sketch {
    /// About what the words of its lightest phrasing weigh together.
    pub(crate) weight: f32,
    /// About how many words it has beside the mean.
    pub(crate) length: f32,
}

/// A list of entries that is read from its beginning to its end, or parts of it.
pub(crate) trait Cursor: Debug {
    /// Puts those of its entries that are in a range into `entries`, which has room for as many as the range has; how many
    /// there are. What stands before is passed over, so ranges have to rise.
    fn read(&mut self, range: &Range<u32>, entries: &mut [u32]) -> usize;

    /// The next entry that was not read or passed over; past all entries where there is none.
    fn next(&self) -> u32;

    /// Goes back to the beginning.
    fn rewind(&mut self);
}

/// An index that was made before. Entries are numbered from 0, and lists of them rise.
pub(crate) trait Stored: Debug + Send + Sync {
    /// Whether everything that was read so far was as it had been written.
    fn is_sound(&self) -> bool;

    /// How many entries there are.
    fn entry_count(&self) -> usize;

    /// The mean number of words of an entry, its answer included; at least 1.
    fn mean_length(&self) -> f64;

    /// An entry.
    fn record(&self, entry: usize) -> Record;

    /// Some entries from afar, which should rise.
    fn sketches(&self, entries: &[u32]) -> Vec<Sketch>;

    /// In how many entries a word stands in this part.
    fn frequency(&self, word: WordId, part: Part) -> u32;

    /// Which word it was, counted by where each stood first.
    fn first_seen(&self, word: WordId) -> u32;

    /// The entries that have a word in this part.
    fn postings(&self, word: WordId, part: Part) -> Vec<u32>;

    /// The same, to be read bit by bit.
    fn cursor(&self, word: WordId, part: Part) -> Box<dyn Cursor + '_>;

    /// Of some entries, hands over the places of those that have a word in this part.
    fn held(&self, word: WordId, part: Part, among: &[u32], take: &mut dyn FnMut(usize));

    /// The entries that may have a phrasing with this [`key`](super::exact::key).
    fn with_phrasing(&self, key: u64) -> Vec<u32>;

    /// The entry with an id.
    fn with_id(&self, id: &str) -> Option<usize>;

    /// The entries that have one of these tags, in whatever case.
    fn tagged(&self, tags: &[String]) -> Vec<u32>;
}
