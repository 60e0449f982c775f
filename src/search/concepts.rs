//! The FAQ's own synonyms: groups of words and phrases that mean the same.

use std::collections::HashMap;
use std::ops::Range;

use super::vocabulary::id;
use crate::text::{Analyzer, Class, Token};

/// One group of synonyms.
pub(super) type ConceptId = u32;

/// All groups, ready to be found in a sequence of tokens.
#[derive(Debug, Default)]
pub(super) struct Concepts {
    /// Members by the stem of their first word.
    members: HashMap<String, Vec<Member>>,
    count: usize,
}

#[derive(Debug)]
struct Member {
    concept: ConceptId,
    /// The stems after the first.
    rest: Vec<String>,
}

/// Where a concept stands in a sequence of tokens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Occurrence {
    pub(super) concept: ConceptId,
    /// Which of the tokens.
    pub(super) span: Range<usize>,
    /// Whether a token had to be read as an acronym for it.
    pub(super) as_acronym: bool,
}

impl Concepts {
    /// Adds a group of synonyms.
    pub(super) fn add<'s>(&mut self, group: impl Iterator<Item = &'s str>, analyzer: &Analyzer) {
        let members: Vec<Vec<Token>> = group
            .map(|member| analyzer.tokens(member))
            .filter(|tokens| !tokens.is_empty())
            .collect();
        let concept = id(self.count);
        self.count += 1;
        for tokens in &members {
            let first = acronym_meant(tokens, &members)
                .unwrap_or(&tokens[0].stem)
                .to_owned();
            let rest: Vec<String> = tokens[1..].iter().map(|token| token.stem.clone()).collect();
            let same_start = self.members.entry(first).or_default();
            if !same_start
                .iter()
                .any(|known| known.concept == concept && known.rest == rest)
            {
                same_start.push(Member { concept, rest });
            }
        }
    }

    /// How many groups there are.
    pub(super) fn count(&self) -> usize {
        self.count
    }

    /// Every place where a member of a group stands; places may overlap.
    pub(super) fn find(&self, tokens: &[Token]) -> Vec<Occurrence> {
        let mut found = Vec::new();
        if self.members.is_empty() {
            return found;
        }
        for (start, token) in tokens.iter().enumerate() {
            let readings = [(Some(&token.stem), false), (token.acronym.as_ref(), true)];
            for (stem, as_acronym) in readings
                .into_iter()
                .filter_map(|(stem, acronym)| Some((stem?, acronym)))
            {
                for member in self.members.get(stem).into_iter().flatten() {
                    let end = start + 1 + member.rest.len();
                    let fits = tokens.get(start + 1..end).is_some_and(|tokens| {
                        tokens
                            .iter()
                            .zip(&member.rest)
                            .all(|(token, stem)| token.stem == *stem)
                    });
                    if fits {
                        found.push(Occurrence {
                            concept: member.concept,
                            span: start..end,
                            as_acronym,
                        });
                    }
                }
            }
        }
        found
    }
}

/// The acronym meant by a lone function word among synonyms: *us* beside *U.S.* or *united states* is no pronoun.
fn acronym_meant<'t>(member: &'t [Token], group: &[Vec<Token>]) -> Option<&'t str> {
    let [
        Token {
            acronym: Some(acronym),
            ..
        },
    ] = member
    else {
        return None;
    };
    let spelt_out = |other: &Vec<Token>| {
        other.len() > 1
            && other.len() == acronym.len()
            && other
                .iter()
                .zip(acronym.chars())
                .all(|(token, letter)| token.word.starts_with(letter.to_ascii_lowercase()))
    };
    let written_so = |other: &Vec<Token>| matches!(&other[..], [token] if token.word == *acronym && token.class == Class::Content);
    group
        .iter()
        .any(|other| spelt_out(other) || written_so(other))
        .then_some(acronym)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Language;

    fn find(groups: &[&[&str]], text: &str) -> Vec<(ConceptId, Range<usize>, bool)> {
        let analyzer = Analyzer::new(Some(Language::English));
        let mut concepts = Concepts::default();
        for group in groups {
            concepts.add(group.iter().copied(), &analyzer);
        }
        let found = concepts.find(&analyzer.tokens(text));
        found
            .into_iter()
            .map(|found| (found.concept, found.span, found.as_acronym))
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
                vec![(1, 0..1, false), (0, 2..3, false)],
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
