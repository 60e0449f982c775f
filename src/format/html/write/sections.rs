//! Whether entries stand in sections already: then the page shows them, with links to each.

use hashbrown::HashSet;

use crate::model::Entry;

/// With fewer entries the closed questions are contents enough.
const FEW: usize = 10;

/// Entries in a row whose first tag is the same.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Section<'f> {
    pub(super) label: &'f str,
    /// The number of its first entry.
    pub(super) first: usize,
}

/// The sections: none when an entry has no tag, a tag comes again later, or there is hardly more than one entry each.
pub(super) fn sections<'f>(entries: &'f [Entry<'_>]) -> Vec<Section<'f>> {
    let mut sections: Vec<Section<'f>> = Vec::new();
    let mut labels = HashSet::new();
    for (number, entry) in entries.iter().enumerate() {
        let Some(label) = entry.tags.first().map(|tag| &**tag) else {
            return Vec::new();
        };
        if sections.last().is_some_and(|last| last.label == label) {
            continue;
        }
        if label.trim().is_empty() || !labels.insert(label) {
            return Vec::new();
        }
        sections.push(Section {
            label,
            first: number,
        });
    }
    if entries.len() < FEW || sections.len() < 2 || sections.len() * 2 > entries.len() {
        return Vec::new();
    }
    sections
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_in_order_make_sections() {
        let entries = |tags: &[&'static str]| -> Vec<Entry<'static>> {
            let entry = |tag: &&'static str| Entry {
                tags: if tag.is_empty() {
                    Vec::new()
                } else {
                    vec![(*tag).into(), "other".into()]
                },
                ..Entry::default()
            };
            tags.iter().map(entry).collect()
        };
        let firsts = |tags: &[&'static str]| -> Vec<usize> {
            let entries = entries(tags);
            sections(&entries).iter().map(|it| it.first).collect()
        };
        let (a, b) = (["a"; 5], ["b"; 5]);
        assert_eq!(firsts(&[a, b].concat()), [0, 5]);
        assert_eq!(firsts(&[&a[..], &b[..4]].concat()), [0; 0], "few");
        assert_eq!(firsts(&[a, b, a].concat()), [0; 0], "a comes again");
        assert_eq!(firsts(&[a, b, [""; 5]].concat()), [0; 0], "untagged");
        assert_eq!(firsts(&[a, a].concat()), [0; 0], "one section");
        let each = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"];
        assert_eq!(firsts(&each), [0; 0], "one each");
    }
}
