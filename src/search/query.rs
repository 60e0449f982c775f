//! A question, met with the vocabulary of the FAQ: which stored words each of its words may stand for.

use std::borrow::Cow;
use std::sync::OnceLock;

use super::compounds;
use super::concepts::{Concepts, Found, Occurrence, Relation};
use super::index::Index;
use super::known_words::KnownWords;
use super::mistyped;
use super::near;
use super::rarity::Commonness;
use super::spelling;
use super::vocabulary::{Vocabulary, WordId};
use crate::lexicon;
use crate::text::{self, Analyzer, Class, Token};

/// How many words of a question are looked at. People ask in ten to thirty; the work stays bounded whatever is pasted.
pub(super) const MAX_WORDS: usize = 256;

/// How many unknown words of a question are compared with every word of the FAQ. A question with more of them is not
/// about it, and the comparison is the costliest thing done for a word.
pub(super) const MOST_CORRECTED: usize = 32;

/// How many times a word of a question is compared with one of the FAQ that begins alike. A question takes a few
/// thousand of a large FAQ; only words that were made to begin alike take more.
pub(super) const MOST_COMPARED: usize = 500_000;

/// What a match of two forms of one word is worth: a little less than the word itself, so that the word itself wins.
pub(super) const SAME_STEM: f64 = 0.97;

/// A question, ready to be compared with stored texts.
#[derive(Debug)]
pub(super) struct Query {
    pub(super) terms: Vec<Term>,
    /// The groups of synonyms that stand in the question.
    pub(super) concepts: Vec<Concept>,
    /// How many words were looked for among all others, as mistyped.
    corrected: usize,
    /// How many times a word was compared with one that begins alike.
    compared: usize,
    /// For each word of the vocabulary, the place of its role in `roles`, from 1; 0 for almost all, which have none.
    slots: Vec<u32>,
    roles: Vec<Role>,
    /// The words that have a role.
    words: Vec<WordId>,
    known_words: OnceLock<KnownWords>,
}

/// One word of a question.
#[derive(Debug)]
pub(super) struct Term {
    /// What it is there for.
    pub(super) class: Class,
    /// How like its best partner in the FAQ it is, in 0..1; 0 when it has none.
    pub(super) similarity: f64,
    /// That partner, one of them where several are equally like it.
    pub(super) partner: Option<WordId>,
    /// Whether it may be an acronym that the FAQ or a synonym knows, besides the function word that it is.
    pub(super) as_acronym: bool,
    /// How common it is in the language at large.
    pub(super) commonness: Commonness,
    /// What it was taken for, where nothing knows it as it is spelt.
    pub(super) correction: Option<String>,
}

/// A group of synonyms that stands in the question.
#[derive(Debug)]
pub(super) struct Concept {
    pub(super) relation: Relation,
    pub(super) occurrences: Vec<Occurrence>,
    /// Its members as the FAQ may have them: for each word of a member, the stored words that are forms of it.
    pub(super) members: Vec<Vec<Vec<WordId>>>,
}

impl Concept {
    /// How many words of the question say it where one of them is this term, the fewest there are.
    pub(super) fn covers(&self, term: usize) -> Option<usize> {
        let spans = self.occurrences.iter().map(|occurrence| &occurrence.span);
        spans
            .filter(|span| span.contains(&term))
            .map(ExactSizeIterator::len)
            .min()
    }
}

/// What a stored word is to a question.
#[derive(Debug, Default)]
pub(super) struct Role {
    /// The terms that it is a partner of.
    pub(super) partners: Vec<Partner>,
    /// The concepts that a member begins with it of, and which member.
    pub(super) starts: Vec<(usize, usize)>,
}

/// A term of the question, and how like a stored word is to it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Partner {
    pub(super) term: usize,
    /// In 0..1.
    pub(super) similarity: f64,
}

impl Query {
    /// Looks up the words of a question, as many as are looked at.
    pub(super) fn new(
        tokens: Vec<Token>,
        index: &Index<'_>,
        concepts: &Concepts,
        analyzer: &Analyzer,
    ) -> Self {
        Self::of(tokens, index, concepts, analyzer, false)
    }

    /// The same while somebody is typing: the last word stands for every word that begins with it as well, and where
    /// there is one it is not taken for another word mistyped.
    pub(super) fn being_typed(
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
            concepts: Vec::new(),
            corrected: 0,
            compared: 0,
            slots: vec![0; index.vocabulary.len()],
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
            if !is_begun && let Some(meant) = query.correct(token, index, analyzer) {
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

    /// How many words were read, looked for among all others, and compared with those that begin alike.
    #[cfg(test)]
    pub(super) fn work(&self) -> [usize; 3] {
        [self.terms.len(), self.corrected, self.compared]
    }

    /// What a stored word is to the question.
    pub(super) fn role(&self, word: WordId) -> Option<&Role> {
        match self.slots.get(word as usize) {
            None | Some(0) => None,
            Some(&place) => self.roles.get(place as usize - 1),
        }
    }

    /// The words that have a role.
    pub(super) fn words_with_roles(&self) -> impl Iterator<Item = (WordId, &Role)> {
        self.words.iter().copied().zip(&self.roles)
    }

    /// The words that may play a part here: those that have a role, and those that a synonym goes on with.
    pub(super) fn known_words(&self, vocabulary: &Vocabulary) -> &KnownWords {
        self.known_words.get_or_init(|| {
            let members = self.concepts.iter().flat_map(|concept| &concept.members);
            let all = self.words.iter().chain(members.flatten().flatten());
            KnownWords::new(all.map(|&word| (vocabulary.text(word), word)))
        })
    }

    /// The concepts of which a member stands at the beginning of these stored words, and how many words it has.
    pub(super) fn concepts_at<'q>(
        &'q self,
        words: &'q [WordId],
    ) -> impl Iterator<Item = (usize, usize)> + 'q {
        let starts = words
            .first()
            .and_then(|&word| self.role(word))
            .map_or(&[][..], |role| &role.starts);
        starts.iter().filter_map(move |&(concept, member)| {
            let forms = &self.concepts[concept].members[member];
            let fits = words.len() >= forms.len()
                && words
                    .iter()
                    .zip(forms)
                    .all(|(word, forms)| forms.contains(word));
            fits.then_some((concept, forms.len()))
        })
    }

    /// The concepts that cover a term and that the FAQ has a word for.
    pub(super) fn concepts_of(&self, term: usize) -> impl Iterator<Item = &Concept> {
        self.concepts
            .iter()
            .filter(move |concept| concept.covers(term).is_some())
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
        for (word, stored) in vocabulary.words_like(text).take(left) {
            self.compared += 1;
            if let Some(similarity) = near::of_one_origin(text, &stored.text) {
                self.meet(number, word, likeness * similarity);
            }
        }
    }

    /// Whether a word that the FAQ does not have is no word of the language either, as far as is known and looked for.
    fn is_foreign(&self, token: &Token, index: &Index<'_>) -> bool {
        let may_be_mistyped = token.word.class == Class::Content
            && token.may_have_forms()
            && self.terms.last().is_some_and(|term| term.partner.is_none());
        let known = index.lexicon && lexicon::knows(&token.word.text, &token.stem);
        let is_compound = || compounds::split(token, &index.vocabulary).next().is_some();
        may_be_mistyped && !known && self.corrected < MOST_CORRECTED && !is_compound()
    }

    /// Lets the last term stand for what it was meant to be, where nothing knows it as it is spelt; that word.
    fn correct(&mut self, token: &Token, index: &Index<'_>, analyzer: &Analyzer) -> Option<Token> {
        if !self.is_foreign(token, index) {
            return None;
        }
        self.corrected += 1;
        let number = self.terms.len() - 1;
        let vocabulary = &index.vocabulary;
        let correction = spelling::correct(token, index);
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

    fn add_concept(&mut self, found: Found<'_>, vocabulary: &Vocabulary, analyzer: &Analyzer) {
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

    /// Lets a stored word stand for a term, as like as it has been found at most.
    fn meet(&mut self, number: usize, word: WordId, similarity: f64) {
        let term = &mut self.terms[number];
        if similarity > term.similarity {
            term.similarity = similarity;
            term.partner = Some(word);
        }
        let partners = &mut self.role_mut(word).partners;
        match partners.iter_mut().find(|partner| partner.term == number) {
            Some(known) => known.similarity = known.similarity.max(similarity),
            None => partners.push(Partner {
                term: number,
                similarity,
            }),
        }
    }

    fn role_mut(&mut self, word: WordId) -> &mut Role {
        let slot = &mut self.slots[word as usize];
        if *slot == 0 {
            self.roles.push(Role::default());
            self.words.push(word);
            *slot = super::vocabulary::number(self.roles.len());
        }
        &mut self.roles[*slot as usize - 1]
    }
}

/// The stored words that begin with a text.
fn beginning_with(text: &str, vocabulary: &Vocabulary) -> impl Iterator<Item = WordId> {
    vocabulary
        .words_like(text)
        .filter(move |(_, word)| word.text.starts_with(text))
        .map(|(word, _)| word)
}

/// The words of a question that the FAQ may have written as one or as two.
fn compounds<'t>(
    tokens: &'t [Token],
    vocabulary: &'t Vocabulary,
    analyzer: &'t Analyzer,
) -> impl Iterator<Item = Found<'t>> {
    let compound = |span, words: Vec<Cow<'t, str>>| Found {
        relation: Relation::Compound,
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
