//! The tags of entries.

use faq::Faq;
use hashbrown::HashMap;
use serde::Serialize;

use super::SCHEMA_VERSION;

/// A tag, as the first entry that has it writes it; others may write it in another case.
#[derive(Debug, Serialize)]
pub(in crate::cli) struct Tag<'a> {
    schema_version: u32,
    #[serde(rename = "tag")]
    pub(in crate::cli) name: &'a str,
    /// How many entries have it.
    entries: usize,
}

impl<'a> Tag<'a> {
    /// The tags of some entries, in the order in which they come first.
    pub(in crate::cli) fn all(entries: &[usize], faq: &'a Faq<'a>) -> Vec<Self> {
        let mut tags: Vec<Self> = Vec::new();
        let mut places: HashMap<String, usize> = HashMap::new();
        for &number in entries {
            let entry = &faq.entries[number];
            let mut seen = Vec::new();
            for tag in &entry.tags {
                let place = *places.entry(tag.to_lowercase()).or_insert(tags.len());
                // An entry that has a tag twice has it.
                if seen.contains(&place) {
                    continue;
                }
                seen.push(place);
                if place == tags.len() {
                    tags.push(Self {
                        schema_version: SCHEMA_VERSION,
                        name: tag,
                        entries: 0,
                    });
                }
                tags[place].entries += 1;
            }
        }
        tags
    }
}
