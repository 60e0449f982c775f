//! The FAQ's own synonyms: groups of words and phrases that mean the same.

use std::ops::Range;

use hashbrown::HashSet;

use crate::text::{Analyzer, Forms, Token, Word};

/// One way to say what a group means.
pub(super) type Member = Vec<Word<'static>>;

/// All groups of synonyms. Their words are stemmed only when a question comes near them.
#[derive(Debug, Default)]
pub(super) struct Concepts {
    groups: Vec<Vec<Member>>,
}

/// Where a concept stands in a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Occurrence {
    /// Which of the tokens.
    pub(super) span: Range<usize>,
    /// Whether a token had to be read as an acronym for it.
    pub(super) as_acronym: bool,
}

impl Concepts {
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

    /// The members of a group.
    pub(super) fn members(&self, concept: usize) -> &[Member] {
        &self.groups[concept]
    }

    /// The groups that have a member in a question, each with the places where one stands; places may overlap.
    pub(super) fn find(
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
                    let Some(as_acronym) = reads_as(here, &forms[span.clone()], member) else {
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
        let found = self
            .groups
            .iter()
            .enumerate()
            .map(|(group, members)| (group, places(members)));
        found.filter(|(_, places)| !places.is_empty()).collect()
    }
}

/// Whether tokens say what a member says, and if so whether one had to be read as an acronym.
fn reads_as(tokens: &[Token], forms: &[Forms<'_>], member: &[Word<'_>]) -> Option<bool> {
    let mut as_acronym = false;
    for ((token, forms), wanted) in tokens.iter().zip(forms).zip(member) {
        if !forms.include(wanted) {
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

    fn find(groups: &[&[&str]], text: &str) -> Vec<(usize, Range<usize>, bool)> {
        let analyzer = Analyzer::new(Some(Language::English));
        let mut concepts = Concepts::default();
        for group in groups {
            concepts.add(group.iter().copied(), &analyzer);
        }
        let found = concepts.find(&analyzer.tokens(text), &analyzer);
        let places = found
            .into_iter()
            .flat_map(|(group, places)| places.into_iter().map(move |place| (group, place)));
        places
            .map(|(group, place)| (group, place.span, place.as_acronym))
            .collect()
    }

    #[test]
    fn members_are_found_in_any_form_and_length() {
        let groups: &[&[&str]] = &[
            &["united states", "us", "america"],
            &["talk", "meeting", "heads of state"],
        ];
        for (text, expected) in [
            ("What do the United States want?", vec![(0, 3..5, false)]),
            (
                "meetings in America",
                vec![(0, 2..3, false), (1, 0..1, false)],
            ),
            ("heads of states met", vec![(1, 0..3, false)]),
            ("united we stand", vec![]),
        ] {
            assert_eq!(find(groups, text), expected, "{text}");
        }
    }

    #[test]
    fn a_function_word_among_synonyms_may_mean_an_acronym() {
        let expected = vec![(0, 1..2, true)];
        assert_eq!(find(&[&["united states", "us"]], "help us"), expected);
        assert_eq!(find(&[&["U.S.", "us"]], "help us"), expected);
        assert_eq!(
            find(&[&["united states", "us"]], "the US"),
            [(0, 1..2, false)]
        );
        assert_eq!(
            find(&[&["how", "in what way"]], "how come"),
            [(0, 0..1, false)]
        );
    }
}
