//! A question, met with the vocabulary of the FAQ: which stored words each of its words may stand for.

use super::concepts::{Concepts, Member, Occurrence};
use super::near;
use super::vocabulary::{Vocabulary, WordId};
use crate::text::{Analyzer, Class, Token};

/// How many words of a question are looked at. People ask in ten to thirty; the work stays bounded whatever is pasted.
pub(super) const MAX_WORDS: usize = 256;

/// How many unknown words of a question are compared with every word of the FAQ. A question with more of them is not
/// about it, and the comparison is the costliest thing done for a word.
const MOST_CORRECTED: usize = 32;

/// What a match of two forms of one word is worth: a little less than the word itself, so that the word itself wins.
pub(super) const SAME_STEM: f64 = 0.97;

/// What a match by the FAQ's synonyms is worth: less than any form of the word, as much as one with a typing error.
pub(super) const SYNONYM: f64 = 0.9;

/// A question, ready to be compared with stored texts.
#[derive(Debug)]
pub(super) struct Query {
    pub(super) terms: Vec<Term>,
    /// The groups of synonyms that stand in the question.
    pub(super) concepts: Vec<Concept>,
    /// How many words were looked for among all others, as mistyped.
    corrected: usize,
    /// For each word of the vocabulary, where its role stands in `roles`.
    slots: Vec<u32>,
    roles: Vec<Role>,
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
}

/// A group of synonyms that stands in the question.
#[derive(Debug)]
pub(super) struct Concept {
    pub(super) occurrences: Vec<Occurrence>,
    /// Its members as the FAQ may have them: for each word of a member, the stored words that are forms of it.
    members: Vec<Vec<Vec<WordId>>>,
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
    starts: Vec<(usize, usize)>,
}

/// A term of the question, and how like a stored word is to it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Partner {
    pub(super) term: usize,
    /// In 0..1.
    pub(super) similarity: f64,
}

/// No role: almost every stored word has none.
const NONE: u32 = u32::MAX;

impl Query {
    /// Looks up the words of a question, as many as are looked at.
    pub(super) fn new(
        mut tokens: Vec<Token>,
        vocabulary: &Vocabulary,
        concepts: &Concepts,
        analyzer: &Analyzer,
    ) -> Self {
        tokens.truncate(MAX_WORDS);
        let mut query = Self {
            terms: Vec::with_capacity(tokens.len()),
            concepts: Vec::new(),
            corrected: 0,
            slots: vec![NONE; vocabulary.len()],
            roles: Vec::new(),
        };
        for token in &tokens {
            query.add_term(token, vocabulary, analyzer);
        }
        for (group, occurrences) in concepts.find(&tokens, analyzer) {
            query.add_concept(occurrences, concepts.members(group), vocabulary, analyzer);
        }
        query
    }

    /// What a stored word is to the question.
    pub(super) fn role(&self, word: WordId) -> Option<&Role> {
        self.roles.get(self.slots[word as usize] as usize)
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

    /// Whether a term is covered by a concept that the FAQ has a word for.
    pub(super) fn in_concept(&self, term: usize) -> bool {
        self.concepts
            .iter()
            .any(|concept| concept.covers(term).is_some())
    }

    /// Lets the last word stand for every word that begins with it, as while somebody is typing; then it is no longer
    /// taken for another word mistyped.
    pub(super) fn complete_last(&mut self, last: &Token, vocabulary: &Vocabulary) {
        let Some(number) = self.terms.len().checked_sub(1) else {
            return;
        };
        let beginning = last.word.text.as_ref();
        let begun = vocabulary
            .words_like(beginning)
            .filter(|(_, word)| word.text.starts_with(beginning));
        let begun: Vec<WordId> = begun.map(|(id, _)| id).collect();
        if begun.is_empty() {
            return;
        }
        for role in &mut self.roles {
            role.partners
                .retain(|partner| partner.term != number || partner.similarity >= SAME_STEM);
        }
        for &id in &begun {
            self.add_partner(id, number, SAME_STEM);
        }
        let term = &mut self.terms[number];
        if term.similarity < SAME_STEM {
            term.similarity = SAME_STEM;
            term.partner = begun.first().copied();
        }
    }

    fn add_term(&mut self, token: &Token, vocabulary: &Vocabulary, analyzer: &Analyzer) {
        let number = self.terms.len();
        let mut term = Term {
            class: token.word.class,
            similarity: 0.0,
            partner: None,
            as_acronym: false,
        };
        let mut meet = |query: &mut Self, word: WordId, similarity: f64| {
            query.add_partner(word, number, similarity);
            if similarity > term.similarity {
                term.similarity = similarity;
                term.partner = Some(word);
            }
        };
        let same = vocabulary.id(&token.word.text);
        if let Some(word) = same {
            meet(self, word, 1.0);
        }
        let acronym = token
            .acronym
            .as_deref()
            .and_then(|acronym| vocabulary.id(acronym));
        if let Some(word) = acronym {
            meet(self, word, 1.0);
        }
        if token.word.class == Class::Content && !near::is_too_short(&token.word.text) {
            let wanted = analyzer.forms(&token.stem);
            let mut forms: Vec<WordId> = same.into_iter().collect();
            for (id, word) in vocabulary.words_like(wanted.beginning()) {
                if !forms.contains(&id) && wanted.include(&word) {
                    meet(self, id, SAME_STEM);
                    forms.push(id);
                }
            }
            // A word that the FAQ knows is never taken for another one mistyped.
            if forms.is_empty() && self.corrected < MOST_CORRECTED {
                self.corrected += 1;
                for (id, word) in vocabulary.words() {
                    if let Some(similarity) = near::mistyped(&token.word.text, &word.text) {
                        meet(self, id, similarity);
                        forms.push(id);
                    }
                }
            }
            for (id, word) in vocabulary
                .words_like(&token.word.text)
                .filter(|(id, _)| !forms.contains(id))
            {
                if let Some(similarity) = near::of_one_origin(&token.word.text, &word.text) {
                    meet(self, id, similarity);
                }
            }
        }
        term.as_acronym = acronym.is_some();
        self.terms.push(term);
    }

    fn add_concept(
        &mut self,
        occurrences: Vec<Occurrence>,
        members: &[Member],
        vocabulary: &Vocabulary,
        analyzer: &Analyzer,
    ) {
        let number = self.concepts.len();
        let forms_of = |member: &Member| -> Vec<Vec<WordId>> {
            let forms = |stem: &str| {
                let wanted = analyzer.forms(stem);
                let same = vocabulary
                    .words_like(wanted.beginning())
                    .filter(|(_, stored)| wanted.include(stored));
                same.map(|(id, _)| id).collect()
            };
            member
                .iter()
                .map(|word| forms(&analyzer.stem(word)))
                .collect()
        };
        let members: Vec<Vec<Vec<WordId>>> = members.iter().map(forms_of).collect();
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
        for occurrence in occurrences
            .iter()
            .filter(|occurrence| occurrence.as_acronym)
        {
            for term in &mut self.terms[occurrence.span.clone()] {
                term.as_acronym = true;
            }
        }
        self.concepts.push(Concept {
            occurrences,
            members,
        });
    }

    fn add_partner(&mut self, word: WordId, term: usize, similarity: f64) {
        let partners = &mut self.role_mut(word).partners;
        if !partners.iter().any(|partner| partner.term == term) {
            partners.push(Partner { term, similarity });
        }
    }

    fn role_mut(&mut self, word: WordId) -> &mut Role {
        let slot = &mut self.slots[word as usize];
        if *slot == NONE {
            *slot = super::vocabulary::number(self.roles.len());
            self.roles.push(Role::default());
        }
        &mut self.roles[*slot as usize]
    }
}
