//! Words and phrases that mean the same, or nearly: the FAQ's own synonyms, and the general lexicon.

use std::borrow::Cow;
use std::ops::Range;

use hashbrown::HashMap;

use super::from_lexicon;
use super::own_groups::{Member, OwnGroups};
use super::relation::MemberRelation;
use crate::lexicon::Group;
use crate::model::Document;
use crate::search::index::analyzers::Analyzers;
use crate::text::{Analyzer, Token};

/// All groups of synonyms.
#[derive(Debug, Default)]
pub(in crate::search) struct Concepts {
    own: OwnGroups,
    /// Whether the general lexicon serves besides.
    pub(super) lexicon: bool,
}

/// Where a concept stands in a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::search) struct Occurrence {
    /// Which of the tokens.
    pub(in crate::search) span: Range<usize>,
    /// Whether a token had to be read as an acronym for it.
    pub(super) as_acronym: bool,
}

/// A place in a question where one of the groups stands, without its members.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::search) struct Mention {
    pub(in crate::search) concept: ConceptId,
    pub(in crate::search) relation: MemberRelation,
    pub(in crate::search) span: Range<usize>,
}

/// Which group of synonyms.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(in crate::search) enum ConceptId {
    /// One of the FAQ's own.
    Own(usize),
    /// One of the lexicon's.
    General(Group),
}

/// A group that stands in a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct FoundGroup<'c> {
    pub(super) relation: MemberRelation,
    /// The places where a member stands; they may overlap.
    pub(super) occurrences: Vec<Occurrence>,
    /// All members, as stems.
    pub(super) members: Vec<Vec<Cow<'c, str>>>,
}

impl Concepts {
    /// The synonyms of some documents, and whether the lexicon of English serves besides.
    pub(in crate::search) fn of(documents: &[Document<'_>], analyzers: &Analyzers) -> (Self, bool) {
        let wants_lexicon = |document: &Document<'_>| document.lexicon != Some(false);
        let lexicon = documents.first().is_some_and(wants_lexicon);
        let mut concepts = Self::new(lexicon);
        for (number, document) in documents.iter().enumerate() {
            for group in &document.synonyms {
                concepts
                    .own
                    .add(group.iter().map(AsRef::as_ref), analyzers.of(number));
            }
        }
        let is_english = analyzers.of(0).is_english();
        (concepts, lexicon && is_english)
    }

    /// No groups of the FAQ yet; `lexicon` says whether the general lexicon serves.
    pub(super) fn new(lexicon: bool) -> Self {
        Self {
            lexicon,
            ..Self::default()
        }
    }

    /// The stems of single words in the FAQ's own groups, each with one that stands for its whole group: the first
    /// group that has it.
    pub(in crate::search) fn single_words(&self, analyzer: &Analyzer) -> HashMap<String, String> {
        let mut found = HashMap::new();
        for members in self.own.groups() {
            let words = members.iter().filter_map(|member| match member.as_slice() {
                [word] => Some(analyzer.stem(word).into_owned()),
                _ => None,
            });
            let words: Vec<String> = words.collect();
            for word in &words {
                found
                    .entry(word.clone())
                    .or_insert_with(|| words[0].clone());
            }
        }
        found
    }

    /// The groups that have a member in a question.
    pub(super) fn find<'c>(&'c self, tokens: &[Token], analyzer: &Analyzer) -> Vec<FoundGroup<'c>> {
        let mut found = self.find_own(tokens, analyzer);
        if self.lexicon {
            found.extend(from_lexicon::find(tokens, analyzer));
        }
        found
    }

    fn find_own<'c>(&'c self, tokens: &[Token], analyzer: &Analyzer) -> Vec<FoundGroup<'c>> {
        let stems = |member: &'c Member| match member.as_slice() {
            [word] => vec![analyzer.stem(word)],
            words => words
                .iter()
                .map(|word| analyzer.stem_in_phrase(word))
                .collect(),
        };
        let places = self.own.places(tokens, analyzer);
        let by_group = places.chunk_by(|(group, _), (next, _)| group == next);
        by_group
            .map(|places| FoundGroup {
                relation: MemberRelation::Synonyms,
                occurrences: places.iter().map(|(_, place)| place.clone()).collect(),
                members: self.own.groups()[places[0].0].iter().map(stems).collect(),
            })
            .collect()
    }

    /// Where groups stand in a question, without what else is in them.
    pub(in crate::search) fn mentions(
        &self,
        tokens: &[Token],
        analyzer: &Analyzer,
    ) -> Vec<Mention> {
        let own = self.own.places(tokens, analyzer).into_iter();
        let own = own.map(|(group, occurrence)| Mention {
            concept: ConceptId::Own(group),
            relation: MemberRelation::Synonyms,
            span: occurrence.span,
        });
        let mut mentions: Vec<Mention> = own.collect();
        if self.lexicon {
            let general = from_lexicon::places(tokens, analyzer).into_iter();
            mentions.extend(general.map(|(group, span)| Mention {
                concept: ConceptId::General(group),
                relation: group.kind().into(),
                span,
            }));
        }
        mentions
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Language;

    /// The first member of each group that is found, where, and whether as an acronym.
    fn find(groups: &[&[&str]], text: &str) -> Vec<(String, Range<usize>, bool)> {
        let analyzer = Analyzer::new(Some(Language::English));
        let mut concepts = Concepts::new(false);
        for group in groups {
            concepts.own.add(group.iter().copied(), &analyzer);
        }
        let found = concepts.find(&analyzer.tokens(text), &analyzer);
        let places = found.into_iter().flat_map(|found| {
            let first = found.members[0].join(" ");
            let places = found.occurrences.into_iter();
            places.map(move |place| (first.clone(), place.span, place.as_acronym))
        });
        places.collect()
    }

    #[test]
    fn members_are_found_in_any_form_and_length() {
        let groups: &[&[&str]] = &[
            &["united states", "us", "america"],
            &["talk", "meeting", "heads of state"],
        ];
        for (text, expected) in [
            (
                "What do the United States want?",
                vec![("unit state", 3..5, false)],
            ),
            (
                "meetings in America",
                vec![("unit state", 2..3, false), ("talk", 0..1, false)],
            ),
            ("heads of states met", vec![("talk", 0..3, false)]),
            ("united we stand", vec![]),
        ] {
            let expected: Vec<_> = expected
                .into_iter()
                .map(|(first, span, acronym)| (first.to_owned(), span, acronym))
                .collect();
            assert_eq!(find(groups, text), expected, "{text}");
        }
    }

    #[test]
    fn a_function_word_among_synonyms_may_mean_an_acronym() {
        for (group, text, expected) in [
            (&["united states", "us"][..], "help us", true),
            (&["U.S.", "us"], "help us", true),
            (&["united states", "us"], "the US", false),
            (&["how", "in what way"], "how come", false),
        ] {
            let found = find(&[group], text);
            assert_eq!(found.len(), 1, "{text}");
            assert_eq!(found[0].2, expected, "{text}");
        }
    }
}
