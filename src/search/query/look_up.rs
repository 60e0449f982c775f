//! How the words of a question are looked up: as they are, in other forms, mistyped, as one origin has them, in groups of
//! synonyms and as compounds.

use std::borrow::Cow;
use std::sync::OnceLock;

use super::concepts::{Concepts, FoundGroup, Occurrence};
use super::relation::MemberRelation;
use super::slots::Slots;
use super::{Concept, Query, SAME_STEM, Term};
use super::{compounds, correction};
use crate::lexicon;
use crate::search::index::Index;
use crate::search::spelling::{mistyped, near};
use crate::search::vocabulary::{Vocabulary, WordId};
use crate::text::{self, Analyzer, Class, Token};

/// How many words of a question are looked at. People ask in ten to thirty; the work stays bounded whatever is pasted.
pub(in crate::search) const MAX_WORDS: usize = 256;

/// How many unknown words of a question are compared with every word of the FAQ. A question with more of them is not
/// about it, and the comparison is the costliest thing done for a word.
pub(in crate::search) const MOST_CORRECTED: usize = 32;

/// How many times a word of a question is compared with one of the FAQ that begins alike. A question takes a few
/// thousand of a large FAQ; only words that were made to begin alike take more.
pub(in crate::search) const MOST_COMPARED: usize = 500_000;

impl Query {
    /// Looks up the words of a question, as many as are looked at.
    pub(in crate::search) fn new(
        tokens: Vec<Token>,
        index: &Index<'_>,
        concepts: &Concepts,
        analyzer: &Analyzer,
    ) -> Self {
        Self::of(tokens, index, concepts, analyzer, false)
    }

    /// The same while somebody is typing: the last word stands for every word that begins with it as well, and where
    /// there is one it is not taken for another word mistyped.
    pub(in crate::search) fn being_typed(
        tokens: Vec<Token>,
        index: &Index<'_>,
        concepts: &Concepts,
        analyzer: &Analyzer,
    ) -> Self {
        let last = tokens.get(..MAX_WORDS).unwrap_or(&tokens).last().cloned();
        let mut query = Self::of(tokens, index, concepts, analyzer, true);
        if let Some(last) = last {
            query.complete_last(&last.word.text, &index.vocabulary);
        }
        query
    }

    fn of(
        mut tokens: Vec<Token>,
        index: &Index<'_>,
        concepts: &Concepts,
        analyzer: &Analyzer,
        is_typing: bool,
    ) -> Self {
        tokens.truncate(MAX_WORDS);
        let mut query = Self {
            terms: Vec::with_capacity(tokens.len()),
            has_characters: tokens
                .iter()
                .any(|token| token.word.class.is_of_characters()),
            concepts: Vec::new(),
            corrected: 0,
            compared: 0,
            slots: Slots::new(index.vocabulary.len(), index.as_memory().is_some()),
            roles: Vec::new(),
            words: Vec::new(),
            known_words: OnceLock::new(),
        };
        let count = tokens.len();
        for (number, token) in (1..).zip(&mut tokens) {
            let is_begun = is_typing
                && number == count
                && beginning_with(&token.word.text, &index.vocabulary)
                    .next()
                    .is_some();
            query.add_term(token, index, analyzer);
            if !is_begun && let Some(meant) = query.correct(token, index, concepts, analyzer) {
                *token = meant;
            }
            query.add_origins(&token.word.text, &index.vocabulary);
        }
        for found in concepts.find(&tokens, analyzer) {
            query.add_concept(found, &index.vocabulary, analyzer);
        }
        for found in compounds(&tokens, &index.vocabulary, analyzer) {
            query.add_concept(found, &index.vocabulary, analyzer);
        }
        query
    }

    /// Lets the last term stand for every word that begins with it, rather than for words that only resemble it.
    fn complete_last(&mut self, beginning: &str, vocabulary: &Vocabulary) {
        let Some(number) = self.terms.len().checked_sub(1) else {
            return;
        };
        let begun: Vec<WordId> = beginning_with(beginning, vocabulary).collect();
        if begun.is_empty() {
            return;
        }
        for role in &mut self.roles {
            role.partners
                .retain(|partner| partner.term != number || partner.similarity >= SAME_STEM);
        }
        for &word in &begun {
            self.meet(number, word, SAME_STEM);
        }
    }

    /// Adds a word of the question, with the stored words that are the same or forms of it.
    fn add_term(&mut self, token: &Token, index: &Index<'_>, analyzer: &Analyzer) {
        let vocabulary = &index.vocabulary;
        let number = self.terms.len();
        let text = token.word.text.as_ref();
        self.terms.push(Term {
            class: token.word.class,
            similarity: 0.0,
            partner: None,
            as_acronym: false,
            commonness: index.commonness(text),
            is_number: text.bytes().all(|byte| byte.is_ascii_digit()),
            correction: None,
        });
        let same = vocabulary.id(text);
        let acronym = token
            .acronym
            .as_deref()
            .and_then(|acronym| vocabulary.id(acronym));
        for word in same.into_iter().chain(acronym) {
            self.meet(number, word, 1.0);
        }
        self.terms[number].as_acronym = acronym.is_some();
        if token.may_have_forms() {
            for (word, _) in vocabulary.forms(analyzer.forms(&token.stem)) {
                self.meet(number, word, SAME_STEM);
            }
        }
    }

    /// Lets the last term stand for the words it may be made from, or that may be made from it.
    fn add_origins(&mut self, text: &str, vocabulary: &Vocabulary) {
        let number = self.terms.len() - 1;
        if !self.terms[number].class.is_subject() || near::is_too_short(text) {
            return;
        }
        // A mistyped word is less like them than the word that it was meant to be.
        let likeness = match self.terms[number].correction {
            Some(_) => self.terms[number].similarity.max(mistyped::LEAST_LIKE),
            None => 1.0,
        };
        let left = MOST_COMPARED - self.compared;
        let origin = near::Origin::new(text);
        for (word, stored) in vocabulary.words_like(text).take(left) {
            self.compared += 1;
            // Subjects are not made from *for* and *whether*: *forgot*, *weather*.
            if let Some(similarity) = origin.likeness(stored)
                && vocabulary.class(word).is_subject()
            {
                self.meet(number, word, likeness * similarity);
            }
        }
    }

    /// Whether a word that the FAQ does not have is no word of the language either, as far as is known and looked for.
    fn is_foreign(&self, token: &Token, index: &Index<'_>, concepts: &Concepts) -> bool {
        let may_be_mistyped = token.word.class == Class::Content
            && token.may_have_forms()
            && self.terms.last().is_some_and(|term| term.partner.is_none());
        // English words stand in questions of all languages, and are not mistyped there either: *internet*.
        let known = concepts.lexicon && lexicon::knows(&token.word.text, &token.stem);
        let is_compound = || compounds::split(token, &index.vocabulary).next().is_some();
        may_be_mistyped && !known && self.corrected < MOST_CORRECTED && !is_compound()
    }

    /// Takes the last term for the word that it was meant to be, where neither the FAQ nor the language knows it as it is
    /// spelt, and hands that word back.
    fn correct(
        &mut self,
        token: &Token,
        index: &Index<'_>,
        concepts: &Concepts,
        analyzer: &Analyzer,
    ) -> Option<Token> {
        if !self.is_foreign(token, index, concepts) {
            return None;
        }
        self.corrected += 1;
        let number = self.terms.len() - 1;
        let vocabulary = &index.vocabulary;
        let correction = correction::correct(token, index);
        for (word, similarity) in correction.partners {
            self.meet(number, word, similarity);
        }
        let (word, likeness) = correction.word?;
        let meant = analyzer.read_word(&word);
        let term = &mut self.terms[number];
        term.class = meant.word.class;
        term.commonness = index.commonness(&meant.word.text);
        if let Some(word) = vocabulary.id(&meant.word.text) {
            self.meet(number, word, likeness);
        }
        if meant.may_have_forms() {
            for (word, _) in vocabulary.forms(analyzer.forms(&meant.stem)) {
                self.meet(number, word, likeness);
            }
        }
        self.terms[number].correction = Some(word);
        Some(meant)
    }

    fn add_concept(&mut self, found: FoundGroup<'_>, vocabulary: &Vocabulary, analyzer: &Analyzer) {
        let number = self.concepts.len();
        let forms = |stem: &str, in_phrase: bool| -> Vec<WordId> {
            let mut characters = stem.chars();
            let first = characters.next().filter(|&c| text::is_cjk(c));
            match (first, characters.next()) {
                (Some(syllable), None) if in_phrase => text::with_finals(syllable)
                    .filter_map(|c| vocabulary.id(c.encode_utf8(&mut [0; 4])))
                    .collect(),
                (Some(c), second) if second.is_none() || !text::is_hangul(c) => {
                    vocabulary.id(stem).into_iter().collect()
                }
                _ => {
                    let forms = vocabulary.forms(analyzer.forms(stem));
                    forms.map(|(word, _)| word).collect()
                }
            }
        };
        let forms_of = |member: &Vec<Cow<'_, str>>| -> Vec<Vec<WordId>> {
            let stems = member.iter();
            stems.map(|stem| forms(stem, member.len() > 1)).collect()
        };
        let members: Vec<Vec<Vec<WordId>>> = found.members.iter().map(forms_of).collect();
        let known = members
            .iter()
            .any(|member| member.iter().all(|forms| !forms.is_empty()));
        if !known {
            return;
        }
        for (member, forms) in members.iter().enumerate() {
            for &first in forms.first().into_iter().flatten() {
                self.role_mut(first).starts.push((number, member));
            }
        }
        for occurrence in &found.occurrences {
            if occurrence.as_acronym {
                for term in &mut self.terms[occurrence.span.clone()] {
                    term.as_acronym = true;
                }
            }
        }
        self.concepts.push(Concept {
            relation: found.relation,
            occurrences: found.occurrences,
            members,
        });
    }
}

/// The stored words that begin with a text.
fn beginning_with(text: &str, vocabulary: &Vocabulary) -> impl Iterator<Item = WordId> {
    vocabulary
        .words_like(text)
        .filter(move |(_, word)| word.starts_with(text))
        .map(|(word, _)| word)
}

/// The words of a question that the FAQ may have written as one or as two.
fn compounds<'t>(
    tokens: &'t [Token],
    vocabulary: &'t Vocabulary,
    analyzer: &'t Analyzer,
) -> impl Iterator<Item = FoundGroup<'t>> {
    let compound = |span, words: Vec<Cow<'t, str>>| FoundGroup {
        relation: MemberRelation::Compound,
        occurrences: vec![Occurrence {
            span,
            as_acronym: false,
        }],
        members: vec![words],
    };
    let stem = |word: &str| Cow::Owned(analyzer.read_word(word).stem);
    let joined = tokens.windows(2).enumerate().filter_map(move |(at, pair)| {
        let word = compounds::joined(&pair[0], &pair[1], vocabulary)?;
        Some(compound(at..at + 2, vec![stem(&word)]))
    });
    let split = tokens.iter().enumerate().flat_map(move |(at, token)| {
        compounds::split(token, vocabulary)
            .map(move |(first, second)| compound(at..at + 1, vec![stem(first), stem(second)]))
    });
    joined.chain(split)
}
