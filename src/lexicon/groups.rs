//! Groups of words and phrases that are alike.

use super::coding::{ENDS_GROUP, ENDS_MEMBER, STEMS_IN_BLOCK};
use super::kind::Kind;
use super::stems::StemId;
use super::tables;

/// A group of words and phrases: where the stems of its members begin.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Group(usize);

impl Group {
    /// How its members are alike.
    pub(crate) fn kind(self) -> Kind {
        let [.., last] = Kind::ALL;
        let mut ends = Kind::ALL.into_iter().zip(tables::KIND_ENDS);
        let kind = ends.find(|&(_, end)| self.0 < usize::from(end));
        kind.map_or(last, |(kind, _)| kind)
    }

    /// Its members.
    pub(crate) fn members(self) -> impl Iterator<Item = Member> {
        let mut next = Some(Member(self.0));
        std::iter::from_fn(move || {
            let member = next?;
            let end = member.0 + member.marked_stems().len();
            let is_last = tables::MEMBER_STEMS[end - 1] & ENDS_GROUP != 0;
            next = (!is_last).then_some(Member(end));
            Some(member)
        })
    }
}

/// A word or phrase of a group: where its stems begin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Member(usize);

impl Member {
    /// The group it belongs to.
    pub(crate) fn group(self) -> Group {
        let before = &tables::MEMBER_STEMS[..self.0];
        let last_of_another = before.iter().rposition(|stem| stem & ENDS_GROUP != 0);
        Group(last_of_another.map_or(0, |last| last + 1))
    }

    /// Its words, as stems.
    pub(crate) fn stems(self) -> impl ExactSizeIterator<Item = StemId> {
        let marks = ENDS_MEMBER | ENDS_GROUP;
        self.marked_stems()
            .iter()
            .map(move |stem| StemId(stem & !marks))
    }

    fn marked_stems(self) -> &'static [u16] {
        let stems = &tables::MEMBER_STEMS[self.0..];
        let last = stems.iter().position(|stem| stem & ENDS_MEMBER != 0);
        last.map_or(stems, |last| &stems[..=last])
    }
}

/// The members whose first word has this stem.
pub(crate) fn members_beginning_with(stem: StemId) -> impl Iterator<Item = Member> {
    let start = |stem: usize| {
        let block = usize::from(tables::BEGINNING_BLOCKS[stem / STEMS_IN_BLOCK]);
        block + usize::from(tables::BEGINNING_OFFSETS[stem])
    };
    let stem = usize::from(stem.0);
    tables::BEGINNING_MEMBERS[start(stem)..start(stem + 1)]
        .iter()
        .map(|&member| Member(usize::from(member)))
}
