//! What one group of words says of entries: how like the best of them is that an entry has.

use std::rc::Rc;

use super::candidates::Group;
use super::lists::Lists;
use super::stored::Part;

/// What one group says of an entry.
#[derive(Debug, Clone, Copy)]
pub(super) struct Hit {
    pub(super) entry: u32,
    /// How like the best word in a phrasing is.
    pub(super) phrasing: f32,
    /// How like the best word anywhere is.
    pub(super) anywhere: f32,
}

/// A rising list of entries that have something, and what that is worth.
struct List {
    entries: Rc<Vec<u32>>,
    part: Part,
    worth: f32,
}

/// Hands over all entries of which a group says anything, each once, rising.
pub(super) fn all(group: &Group, lists: &Lists<'_>, mut take: impl FnMut(Hit)) {
    let mut lists = all_lists(group, lists);
    // Mostly one is far longer than all others: it need not be sorted with them.
    let longest = (0..lists.len()).max_by_key(|&list| lists[list].entries.len());
    let Some(longest) = longest.map(|longest| lists.swap_remove(longest)) else {
        return;
    };
    let mut others: Vec<Hit> = lists.iter().flat_map(List::hits).collect();
    others.sort_by_key(|hit| hit.entry);
    others.dedup_by(|next, hit| next.entry == hit.entry && hit.take(*next));
    let mut others = others.into_iter().peekable();
    for mut hit in longest.hits() {
        while let Some(other) = others.next_if(|other| other.entry < hit.entry) {
            take(other);
        }
        if let Some(other) = others.next_if(|other| other.entry == hit.entry) {
            hit.take(other);
        }
        take(hit);
    }
    others.for_each(take);
}

/// What a group says of some entries, which rise.
pub(super) fn among(group: &Group, lists: &Lists<'_>, among: &[u32]) -> Vec<Hit> {
    let nothing = |&entry: &u32| Hit::new(entry, Part::AnswerAlone, 0.0);
    let mut hits: Vec<Hit> = among.iter().map(nothing).collect();
    for &(word, worth) in &group.words {
        for &part in group.parts {
            let mut take = |place: usize| {
                let hit: &mut Hit = &mut hits[place];
                hit.take(Hit::new(hit.entry, part, worth));
            };
            lists.stored.held(word, part, among, &mut take);
        }
    }
    for (list, worth) in &group.phrases {
        for hit in &mut hits {
            if list.binary_search(&hit.entry).is_ok() {
                hit.take(Hit::new(hit.entry, Part::Phrasing, *worth));
            }
        }
    }
    hits
}

fn all_lists(group: &Group, lists: &Lists<'_>) -> Vec<List> {
    let words = group.words.iter().flat_map(|&(word, worth)| {
        group.parts.iter().map(move |&part| List {
            entries: lists.of(word, part),
            part,
            worth,
        })
    });
    let phrases = group.phrases.iter().map(|(list, worth)| List {
        entries: Rc::clone(list),
        part: Part::Phrasing,
        worth: *worth,
    });
    words.chain(phrases).collect()
}

impl List {
    fn hits(&self) -> impl Iterator<Item = Hit> {
        let entries = self.entries.iter();
        entries.map(|&entry| Hit::new(entry, self.part, self.worth))
    }
}

impl Hit {
    fn new(entry: u32, part: Part, worth: f32) -> Self {
        Self {
            entry,
            phrasing: if part == Part::Phrasing { worth } else { 0.0 },
            anywhere: worth,
        }
    }

    /// Takes what another says of the same entry, where that is more.
    fn take(&mut self, other: Self) -> bool {
        self.phrasing = self.phrasing.max(other.phrasing);
        self.anywhere = self.anywhere.max(other.anywhere);
        true
    }
}
