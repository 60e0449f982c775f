//! Ids for entries that have none: readable, unique, and the same on every run.

use std::borrow::Cow;
use std::hash::BuildHasher;

use hashbrown::{DefaultHashBuilder, HashMap, HashTable};

use crate::model::Entry;

/// Long enough to tell questions apart, short enough to type.
const MAX_CHARS: usize = 48;

/// What an entry is called whose question has no letter or digit.
const NAMELESS: &str = "entry";

/// Takes their ids from entries of pages where another document has the same: an anchor such as `install` is only meant
/// to be unique in its own page. `pages` says of each document whether it is one; of two pages, the first keeps the id.
pub(super) fn give_way(entries: &mut [Entry<'_>], pages: &[bool]) {
    if pages.len() < 2 || !pages.contains(&true) {
        return;
    }
    let mut owners: HashMap<String, usize> = HashMap::new();
    for of_page in [false, true] {
        for entry in entries.iter_mut() {
            let document = entry.place.document;
            if entry.id.is_empty() || pages[document] != of_page {
                continue;
            }
            let owner = *owners.entry(entry.id.to_string()).or_insert(document);
            if of_page && owner != document {
                entry.id = Cow::Borrowed("");
            }
        }
    }
}

/// Gives every entry that has an empty id one made from its question; a number is added where it is taken.
pub(super) fn fill_in(entries: &mut [Entry<'_>]) {
    if entries.iter().all(|entry| !entry.id.is_empty()) {
        return;
    }
    let mut taken = Taken::with_capacity(entries.len());
    for number in 0..entries.len() {
        if !entries[number].id.is_empty() {
            taken.insert(&entries[number].id, number, entries);
        }
    }
    // Where to go on counting for a question that came before.
    let mut numbers: HashMap<String, usize> = HashMap::new();
    for at in 0..entries.len() {
        if !entries[at].id.is_empty() {
            continue;
        }
        let mut id = slug(&entries[at].question);
        if taken.insert(&id, at, entries).is_some() {
            let number = numbers.entry_ref(id.as_str()).or_insert(2);
            let wanted = id;
            loop {
                id = format!("{wanted}-{number}");
                *number += 1;
                if taken.insert(&id, at, entries).is_none() {
                    break;
                }
            }
        }
        id.shrink_to_fit();
        entries[at].id = Cow::Owned(id);
    }
}

/// The ids that are taken: the numbers of their entries, where they stand themselves.
pub(super) struct Taken {
    entries: HashTable<u32>,
    hasher: DefaultHashBuilder,
}

impl Taken {
    /// Room for so many ids.
    pub(super) fn with_capacity(ids: usize) -> Self {
        Self {
            entries: HashTable::with_capacity(ids),
            hasher: DefaultHashBuilder::default(),
        }
    }

    /// Takes an id for the entry of a number, which is to have it before another is asked for. Where it is taken, nothing
    /// is done but to say by which entry.
    pub(super) fn insert(
        &mut self,
        id: &str,
        number: usize,
        entries: &[Entry<'_>],
    ) -> Option<usize> {
        let id_of = |number: u32| entries[number as usize].id.as_ref();
        let hash = self.hasher.hash_one(id);
        if let Some(&taken) = self.entries.find(hash, |&it| id_of(it) == id) {
            return Some(taken as usize);
        }
        // There are never more entries than memory for them.
        let number = u32::try_from(number).unwrap_or(u32::MAX);
        let hash_of = |&number: &u32| self.hasher.hash_one(id_of(number));
        self.entries.insert_unique(hash, number, hash_of);
        None
    }
}

/// The letters and digits of a question in lower case, its words joined by hyphens, cut at a word.
fn slug(question: &str) -> String {
    let mut slug = String::new();
    let mut length = 0;
    for word in question
        .split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’')
        .filter(|word| !word.is_empty())
    {
        let word: String = word
            .chars()
            .filter(|c| c.is_alphanumeric())
            .flat_map(char::to_lowercase)
            .collect();
        let chars = word.chars().count();
        if length > 0 && length + 1 + chars > MAX_CHARS {
            break;
        }
        if length > 0 && chars > 0 {
            slug.push('-');
            length += 1;
        }
        // One word may be longer than that by itself, as in scripts that do not separate words.
        slug.extend(word.chars().take(MAX_CHARS));
        length += chars.min(MAX_CHARS);
    }
    if slug.is_empty() {
        NAMELESS.to_owned()
    } else {
        slug
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Place;

    #[test]
    fn ids_come_from_the_question() {
        for (question, id) in [
            (
                "Why are South Korea and Japan meeting now?",
                "why-are-south-korea-and-japan-meeting-now",
            ),
            ("What's new?", "whats-new"),
            ("  Ärger & Ölpreis ", "ärger-ölpreis"),
            ("梅雨とは何ですか", "梅雨とは何ですか"),
            ("???", "entry"),
            (
                "How do I set up two-factor authentication on my second phone without the first",
                "how-do-i-set-up-two-factor-authentication-on-my",
            ),
        ] {
            assert_eq!(slug(question), id, "{question}");
        }
    }

    #[test]
    fn an_anchor_gives_way_to_the_ids_of_other_documents() {
        let entry = |document: usize, id: &'static str| Entry {
            id: id.into(),
            question: "How?".into(),
            place: Place {
                document,
                ..Place::default()
            },
            ..Entry::default()
        };
        let mut entries = [
            entry(0, "install"),
            entry(0, "update"),
            entry(0, "update"),
            entry(1, "install"),
            entry(2, "update"),
            entry(2, "remove"),
        ];
        give_way(&mut entries, &[true, false, true]);
        let ids: Vec<&str> = entries.iter().map(|entry| entry.id.as_ref()).collect();
        assert_eq!(ids, ["", "update", "update", "install", "", "remove"]);
    }

    #[test]
    fn a_taken_id_gets_a_number() {
        let entry = |id: &'static str, question: &'static str| Entry {
            id: id.into(),
            question: question.into(),
            ..Entry::default()
        };
        let mut entries = [
            entry("", "Why?"),
            entry("why-2", "Else?"),
            entry("", "Why!"),
            entry("why", "Third?"),
        ];
        fill_in(&mut entries);
        let ids: Vec<&str> = entries.iter().map(|entry| entry.id.as_ref()).collect();
        assert_eq!(ids, ["why-3", "why-2", "why-4", "why"]);
    }
}
