//! What an index has to offer that was made before, wherever it is kept.
//!
//! Nothing here can fail: what cannot be read, or has changed since it was written, comes out as nothing, and
//! [`Stored::is_sound`] says afterwards that whatever was answered is not to be trusted.

use std::fmt::Debug;

use super::vocabulary::WordId;
use crate::model::Entry;

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

    /// Some entries from afar.
    fn sketches(&self, entries: &[u32]) -> Vec<Sketch>;

    /// In how many entries a word stands in this part.
    fn frequency(&self, word: WordId, part: Part) -> u32;

    /// Which word it was, counted by where each stood first.
    fn first_seen(&self, word: WordId) -> u32;

    /// The entries that have a word in this part.
    fn postings(&self, word: WordId, part: Part) -> Vec<u32>;

    /// Of some entries, hands over the places of those that have a word in this part.
    fn held(&self, word: WordId, part: Part, among: &[u32], take: &mut dyn FnMut(usize));

    /// The entries that may have a phrasing with this [`key`](super::exact::key).
    fn with_phrasing(&self, key: u64) -> Vec<u32>;

    /// The entry with an id.
    fn with_id(&self, id: &str) -> Option<usize>;

    /// The entries that have one of these tags, in whatever case.
    fn tagged(&self, tags: &[String]) -> Vec<u32>;
}
