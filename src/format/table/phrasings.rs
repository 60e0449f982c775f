//! Rows that are one entry: each has another phrasing of its question.
//!
//! Some tools repeat the id of an entry, others have none and merely repeat its answer.

use std::borrow::Cow;
use std::hash::BuildHasher;

use hashbrown::{DefaultHashBuilder, HashMap, HashSet};

use crate::format::draft::{Draft, Located, LocatedExtra};
use crate::format::memory;

/// What the entry of a row takes until all rows are read: itself, its lists, and its place among those that are known.
pub(super) fn size(draft: &Draft<'_>) -> usize {
    let lists = [&draft.alternates, &draft.tags, &draft.related];
    let listed: usize = lists.iter().map(|list| list.capacity()).sum();
    let extra = draft.extra.iter();
    let extra = extra.map(|it| memory::owned(&it.name) + memory::owned(&it.json));
    size_of::<(Draft<'_>, bool)>()
        + 40
        + listed * size_of::<Located<'_>>()
        + draft.extra.capacity() * size_of::<LocatedExtra<'_>>()
        + extra.sum::<usize>()
}

/// How many words an answer has at least to be the same one when it comes again: "Yes." answers many questions.
const MIN_WORDS: usize = 4;

/// The entries so far, in the order of their first rows.
#[derive(Default)]
pub(super) struct Phrasings<'a> {
    /// Each with whether it has several rows.
    drafts: Vec<(Draft<'a>, bool)>,
    hasher: DefaultHashBuilder,
    /// Entries by the hash of what makes rows one: texts may be long, and they stand in the drafts already.
    known: HashMap<u64, usize>,
}

/// What makes rows one.
#[derive(Hash)]
enum Key<'k> {
    Id(&'k str),
    Answer(&'k str, Option<&'k str>),
}

impl<'a> Phrasings<'a> {
    /// Adds the entry of a row, to an earlier one where both are one.
    pub(super) fn add(&mut self, draft: Draft<'a>) {
        let Some(key) = key(&draft) else {
            self.drafts.push((draft, false));
            return;
        };
        let hash = self.hasher.hash_one(key);
        let earlier = self.known.get(&hash).copied();
        match earlier.and_then(|number| self.drafts.get_mut(number)) {
            Some((earlier, has_several)) if are_one(earlier, &draft) => {
                *has_several = true;
                merge(earlier, draft);
            }
            // A second entry with an id is a fault that is found later.
            Some(_) => self.drafts.push((draft, false)),
            None => {
                self.known.insert(hash, self.drafts.len());
                self.drafts.push((draft, false));
            }
        }
    }

    /// All entries.
    pub(super) fn into_drafts(self) -> impl Iterator<Item = Draft<'a>> {
        self.drafts.into_iter().map(|(mut draft, has_several)| {
            if has_several {
                keep_first(&mut draft.tags);
                keep_first(&mut draft.related);
            }
            draft
        })
    }
}

/// What an entry has in common with its other rows; nothing when it is one row.
fn key<'k>(draft: &'k Draft<'_>) -> Option<Key<'k>> {
    if let Some(id) = &draft.id {
        return Some(Key::Id(&id.text));
    }
    let answer = draft.answer.as_ref()?.text.as_ref();
    let source = draft.source.as_ref().map(|it| it.text.as_ref());
    let says_enough = answer.split_whitespace().take(MIN_WORDS).count() == MIN_WORDS;
    let is_told = says_enough || source.is_some() && !answer.trim().is_empty();
    is_told.then_some(Key::Answer(answer, source))
}

/// Whether two entries with one key are one: a row that repeats an id may leave out the answer.
fn are_one(earlier: &Draft<'_>, later: &Draft<'_>) -> bool {
    let has_answer = text(later.answer.as_ref()).is_some_and(|answer| !answer.trim().is_empty());
    if later.question.is_none() || text(earlier.id.as_ref()) != text(later.id.as_ref()) {
        return false;
    }
    let same_answer = text(earlier.answer.as_ref()) == text(later.answer.as_ref());
    if earlier.id.is_some() {
        return same_answer || !has_answer;
    }
    let same_fields = earlier.extra.len() == later.extra.len()
        && (earlier.extra.iter().zip(&later.extra))
            .all(|(one, other)| (&one.name, &one.json) == (&other.name, &other.json));
    same_answer && same_fields && text(earlier.source.as_ref()) == text(later.source.as_ref())
}

fn text<'f>(found: Option<&'f Located<'_>>) -> Option<&'f str> {
    found.map(|it| it.text.as_ref())
}

/// Adds what a later row says: its question becomes another phrasing.
fn merge<'a>(earlier: &mut Draft<'a>, later: Draft<'a>) {
    earlier.alternates.extend(later.question);
    earlier.alternates.extend(later.alternates);
    earlier.tags.extend(later.tags);
    earlier.related.extend(later.related);
    earlier.source = earlier.source.take().or(later.source);
    if earlier.extra.is_empty() {
        earlier.extra = later.extra;
    }
}

/// Leaves out what is said again.
fn keep_first(list: &mut Vec<Located<'_>>) {
    let mut seen: HashSet<Cow<'_, str>> = HashSet::with_capacity(list.len());
    list.retain(|found| seen.insert(found.text.clone()));
}

#[cfg(test)]
mod tests {
    use super::*;

    /// An entry of `id|question|answer|tags`.
    fn draft(row: &'static str) -> Draft<'static> {
        let mut cells = row.split('|').map(|cell| Located::new(cell, 0));
        let given = |cell: Option<Located<'static>>| cell.filter(|it| !it.text.is_empty());
        Draft {
            id: given(cells.next()),
            question: given(cells.next()),
            answer: cells.next(),
            tags: cells.collect(),
            ..Draft::default()
        }
    }

    #[test]
    fn rows_become_entries() {
        for (rows, expected) in [
            (
                &["1|Why?|So.|t", "2|How?|So.|t", "1|Why so?|So.|t|u"][..],
                &["Why?/Why so? [t,u]", "How? [t]"][..],
            ),
            (&["1|Why?|So.", "1|Why so?|"], &["Why?/Why so? []"]),
            (&["1|Why?|So.", "1|Who?|I."], &["Why? []", "Who? []"]),
            (
                &[
                    "|Why?|Because it is so.",
                    "|How?|No.",
                    "|What for?|Because it is so.",
                ],
                &["Why?/What for? []", "How? []"],
            ),
            (&["|Why?|Yes.", "|How?|Yes."], &["Why? []", "How? []"]),
            (
                &["1|Why?|Because it is so.", "|How?|Because it is so."],
                &["Why? []", "How? []"],
            ),
            (&["1|Why?|So.|t|t"], &["Why? [t,t]"]),
        ] {
            let mut phrasings = Phrasings::default();
            for row in rows {
                phrasings.add(draft(row));
            }
            let shown: Vec<String> = phrasings
                .into_drafts()
                .map(|draft| {
                    let texts = |list: Vec<Located<'_>>| -> Vec<String> {
                        list.into_iter().map(|it| it.text.into()).collect()
                    };
                    let mut all = texts(draft.question.into_iter().collect());
                    all.extend(texts(draft.alternates));
                    format!("{} [{}]", all.join("/"), texts(draft.tags).join(","))
                })
                .collect();
            assert_eq!(shown, expected);
        }
    }
}
