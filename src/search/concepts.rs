//! Words and phrases that mean the same, or nearly: the FAQ's own synonyms, and the general lexicon.

use std::borrow::Cow;
use std::ops::Range;

use hashbrown::{HashMap, HashSet};

use super::from_lexicon;
use crate::lexicon::{Group, Kind};
use crate::model::Document;
use crate::text::{Analyzer, Class, Forms, Token, Word};

/// One way to say what a group means.
pub(super) type Member = Vec<Word<'static>>;

/// All groups of synonyms. Their words are stemmed only when a question comes near them.
#[derive(Debug, Default)]
pub(super) struct Concepts {
    groups: Vec<Vec<Member>>,
    /// Whether the general lexicon serves besides.
    lexicon: bool,
}

/// How the members of a group are alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Relation {
    /// The FAQ says that they are synonyms.
    Synonyms,
    /// The lexicon says that they mean the same.
    Same,
    /// The lexicon says that they are near.
    Near,
    /// They are irregular inflections of one word.
    Forms,
    /// They are one compound, written as one word or as two.
    Compound,
}

impl Relation {
    /// What a match of one member with another is worth beside that of a word with itself, in 0..1.
    ///
    /// An editor's synonyms are nearly as good as a form of the word. Of the general ones some are wrong in any FAQ: with
    /// them at .9 as well, Hit@1 is lower on the mean of the sets.
    pub(super) fn worth(self) -> f64 {
        match self {
            Self::Synonyms => 0.9,
            Self::Same => 0.8,
            Self::Near => 0.4,
            Self::Forms => 0.97,
            Self::Compound => 0.95,
        }
    }

    /// The same, where words are counted: what stands in a whole entry says less of what a word meant.
    pub(super) fn worth_counted(self) -> f64 {
        match self {
            Self::Near => 0.5,
            Self::Synonyms | Self::Same | Self::Forms | Self::Compound => 1.0,
        }
    }
}

impl From<Kind> for Relation {
    fn from(kind: Kind) -> Self {
        match kind {
            Kind::Same => Self::Same,
            Kind::Near => Self::Near,
            Kind::Forms => Self::Forms,
        }
    }
}

/// Where a concept stands in a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Occurrence {
    /// Which of the tokens.
    pub(super) span: Range<usize>,
    /// Whether a token had to be read as an acronym for it.
    pub(super) as_acronym: bool,
}

/// A group that stands in a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Found<'c> {
    pub(super) relation: Relation,
    /// The places where a member stands; they may overlap.
    pub(super) occurrences: Vec<Occurrence>,
    /// All members, as stems.
    pub(super) members: Vec<Vec<Cow<'c, str>>>,
}

/// A place in a question where one of the groups stands, without its members.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Said {
    pub(super) concept: ConceptId,
    pub(super) relation: Relation,
    pub(super) span: Range<usize>,
}

/// Which group of synonyms.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum ConceptId {
    /// One of the FAQ's own.
    Own(usize),
    /// One of the lexicon's.
    General(Group),
}

impl Concepts {
    /// The synonyms of some documents, and whether the lexicon of English serves besides.
    pub(super) fn of(documents: &[Document<'_>], analyzers: &[Analyzer]) -> (Self, bool) {
        let wants_lexicon = |document: &Document<'_>| document.lexicon != Some(false);
        let lexicon = documents.first().is_some_and(wants_lexicon);
        let mut concepts = Self::new(lexicon);
        for (document, analyzer) in documents.iter().zip(analyzers) {
            for group in &document.synonyms {
                concepts.add(group.iter().map(AsRef::as_ref), analyzer);
            }
        }
        let is_english = analyzers.first().is_some_and(Analyzer::is_english);
        (concepts, lexicon && is_english)
    }

    /// No groups of the FAQ yet; `lexicon` says whether the general lexicon serves.
    pub(super) fn new(lexicon: bool) -> Self {
        Self {
            groups: Vec::new(),
            lexicon,
        }
    }

    /// Adds a group of synonyms.
    pub(super) fn add<'s>(&mut self, group: impl Iterator<Item = &'s str>, analyzer: &Analyzer) {
        let mut members: Vec<Member> = group.map(|member| analyzer.all_words(member)).collect();
        members.retain(|member| !member.is_empty());
        let acronyms = acronyms(&members);
        for member in &mut members {
            if let Some(acronym) = acronym_meant(member, &acronyms) {
                *member = vec![acronym];
            }
        }
        self.groups.push(members);
    }

    /// The stems of single words in the FAQ's own groups, each with one that stands for its whole group: the first
    /// group that has it.
    pub(super) fn single_words(&self, analyzer: &Analyzer) -> HashMap<String, String> {
        let mut found = HashMap::new();
        for members in &self.groups {
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
    pub(super) fn find<'c>(&'c self, tokens: &[Token], analyzer: &Analyzer) -> Vec<Found<'c>> {
        let mut found = self.find_own(tokens, analyzer);
        if self.lexicon {
            found.extend(from_lexicon::find(tokens, analyzer));
        }
        found
    }

    /// Where groups stand in a question.
    pub(super) fn said(&self, tokens: &[Token], analyzer: &Analyzer) -> Vec<Said> {
        let own = self.own_occurrences(tokens, analyzer).into_iter();
        let own = own.flat_map(|(number, occurrences)| {
            occurrences.into_iter().map(move |occurrence| Said {
                concept: ConceptId::Own(number),
                relation: Relation::Synonyms,
                span: occurrence.span,
            })
        });
        let mut said: Vec<Said> = own.collect();
        if self.lexicon {
            let general = from_lexicon::places(tokens, analyzer).into_iter();
            said.extend(general.map(|(group, span)| Said {
                concept: ConceptId::General(group),
                relation: group.kind().into(),
                span,
            }));
        }
        said
    }

    fn find_own<'c>(&'c self, tokens: &[Token], analyzer: &Analyzer) -> Vec<Found<'c>> {
        let stems = |member: &'c Member| match member.as_slice() {
            [word] => vec![analyzer.stem(word)],
            words => words
                .iter()
                .map(|word| analyzer.stem_in_phrase(word))
                .collect(),
        };
        let found = self.own_occurrences(tokens, analyzer).into_iter();
        found
            .map(|(number, occurrences)| Found {
                relation: Relation::Synonyms,
                occurrences,
                members: self.groups[number].iter().map(stems).collect(),
            })
            .collect()
    }

    /// The FAQ's own groups that stand in a question, by number, and where.
    fn own_occurrences(
        &self,
        tokens: &[Token],
        analyzer: &Analyzer,
    ) -> Vec<(usize, Vec<Occurrence>)> {
        let forms: Vec<Forms<'_>> = tokens
            .iter()
            .map(|token| analyzer.forms(&token.stem))
            .collect();
        let places = |members: &[Member]| {
            let mut places: Vec<Occurrence> = Vec::new();
            for start in 0..tokens.len() {
                let first = places.len();
                for member in members {
                    let span = start..start + member.len();
                    let Some(here) = tokens.get(span.clone()) else {
                        continue;
                    };
                    let Some(as_acronym) = reads_as(here, &forms[span.clone()], member, analyzer)
                    else {
                        continue;
                    };
                    let place = Occurrence { span, as_acronym };
                    if !places[first..].contains(&place) {
                        places.push(place);
                    }
                }
            }
            places
        };
        let groups = self.groups.iter().map(|members| places(members));
        groups
            .enumerate()
            .filter(|(_, occurrences)| !occurrences.is_empty())
            .collect()
    }
}

/// Whether tokens say what a member says, and if so whether one had to be read as an acronym.
fn reads_as(
    tokens: &[Token],
    forms: &[Forms<'_>],
    member: &[Word<'_>],
    analyzer: &Analyzer,
) -> Option<bool> {
    let mut as_acronym = false;
    for ((token, forms), wanted) in tokens.iter().zip(forms).zip(member) {
        let is_character = |word: &Word<'_>| matches!(word.class, Class::Character(_));
        let is_form = if member.len() > 1 && is_character(&token.word) && is_character(wanted) {
            analyzer.stem_in_phrase(&token.word) == analyzer.stem_in_phrase(wanted)
        } else {
            forms.include(wanted)
        };
        if !is_form {
            if token.acronym.as_deref() != Some(wanted.text.as_ref()) {
                return None;
            }
            as_acronym = true;
        }
    }
    Some(as_acronym)
}

/// The acronyms that a group writes or spells out: *US* for *U.S.* as for *united states*.
fn acronyms(group: &[Member]) -> HashSet<String> {
    let initials = |words: &Member| {
        words
            .iter()
            .filter_map(|word| word.text.chars().next())
            .collect::<String>()
    };
    let acronym = |member: &Member| match member.as_slice() {
        [word] => word.text.to_string(),
        _ => initials(member).to_uppercase(),
    };
    group.iter().map(acronym).collect()
}

/// The acronym meant by a lone function word among synonyms: *us* beside *U.S.* or *united states* is no pronoun.
fn acronym_meant(member: &[Word<'_>], acronyms: &HashSet<String>) -> Option<Word<'static>> {
    let [word] = member else { return None };
    word.acronym()
        .filter(|acronym| acronyms.contains(acronym.text.as_ref()))
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
            concepts.add(group.iter().copied(), &analyzer);
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
