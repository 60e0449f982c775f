//! The FAQ's own synonyms by the words that they begin with: to look those up takes as long as a question has words, however
//! many synonyms there are.

use std::borrow::Cow;

use super::own_groups::Member;
use crate::search::index::exact::Fnv;
use crate::search::vocabulary::number;
use crate::sorting;
use crate::text::{Analyzer, Class, Token, Word};

/// Which members may begin with a word. The words are not kept, only their hashes: whoever asks has to compare.
#[derive(Debug)]
pub(super) struct FirstWords {
    /// A hash of what a first word is looked up by, a group, and which of its members; in order.
    members: Vec<(u64, u32, u32)>,
}

impl FirstWords {
    /// Those of some groups, for questions that this analyzer reads.
    pub(super) fn new(groups: &[Vec<Member>], analyzer: &Analyzer) -> Self {
        let mut members = Vec::new();
        for (group, of_group) in groups.iter().enumerate() {
            for (member, words) in of_group.iter().enumerate() {
                let first = &words[0];
                let stem = analyzer.stem(first);
                let in_phrase = stem_in_phrase(first, analyzer);
                // An acronym is met by its text.
                let keys = [Some(&*stem), in_phrase.as_deref(), Some(&*first.text)];
                let (group, member) = (number(group), number(member));
                members.extend(hashes(keys).map(|hash| (hash, group, member)));
            }
        }
        sorting::by_key(&mut members, |member| *member);
        members.dedup();
        Self { members }
    }

    /// The members that may begin with a word, each as its group and which one of it, in order.
    pub(super) fn beginning_with(&self, token: &Token, analyzer: &Analyzer) -> Vec<(usize, usize)> {
        let in_phrase = stem_in_phrase(&token.word, analyzer);
        let keys = [
            Some(token.stem.as_str()),
            in_phrase.as_deref(),
            token.acronym.as_deref(),
        ];
        let of_hash = |hash: u64| {
            let first = self.members.partition_point(|&(other, ..)| other < hash);
            let rest = self.members[first..].iter();
            rest.take_while(move |&&(other, ..)| other == hash)
        };
        let found = hashes(keys).flat_map(of_hash);
        let found = found.map(|&(_, group, member)| (group as usize, member as usize));
        let mut found: Vec<(usize, usize)> = found.collect();
        sorting::by_key(&mut found, |member| *member);
        found.dedup();
        found
    }
}

/// The stem of a character in a phrase; other words have the same there.
fn stem_in_phrase<'w>(word: &'w Word<'_>, analyzer: &Analyzer) -> Option<Cow<'w, str>> {
    let is_character = matches!(word.class, Class::Character(_));
    is_character.then(|| analyzer.stem_in_phrase(word))
}

fn hashes(keys: [Option<&str>; 3]) -> impl Iterator<Item = u64> {
    keys.into_iter().flatten().map(|key| {
        let mut hash = Fnv::default();
        hash.add(key);
        hash.0
    })
}
