//! A question, met with the vocabulary of the FAQ: which stored words each of its words may stand for.

mod compounds;
pub(super) mod concepts;
mod correction;
mod first_words;
mod from_lexicon;
mod look_up;
mod own_groups;
pub(super) mod relation;
mod slots;

use std::sync::OnceLock;

use super::index::Index;
use super::index::entry_words::EntryWords;
use super::vocabulary::known_words::KnownWords;
use super::vocabulary::rarity::{self, Commonness};
use super::vocabulary::{self, Vocabulary, WordId};
use crate::text::Class;
use concepts::Occurrence;
use relation::MemberRelation;
use slots::Slots;

pub(super) use look_up::MAX_WORDS;
#[cfg(test)]
pub(super) use look_up::{MOST_COMPARED, MOST_CORRECTED};

/// What a match of two forms of one word is worth: a little less than the word itself, so that the word itself wins.
pub(super) const SAME_STEM: f64 = 0.97;

/// A question, ready to be compared with stored texts.
#[derive(Debug)]
pub(super) struct Query {
    pub(super) terms: Vec<Term>,
    /// Whether some of them are no words but characters.
    has_characters: bool,
    /// The groups of synonyms that stand in the question.
    pub(super) concepts: Vec<Concept>,
    /// How many words were looked for among all others, as mistyped.
    corrected: usize,
    /// How many times a word was compared with one that begins alike.
    compared: usize,
    /// For each word of the vocabulary, the place of its role in `roles`, from 1; 0 for almost all, which have none.
    pub(super) slots: Slots,
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
    /// Whether it is a number.
    pub(super) is_number: bool,
    /// What it was taken for, where nothing knows it as it is spelt.
    pub(super) correction: Option<String>,
}

/// A group of synonyms that stands in the question.
#[derive(Debug)]
pub(super) struct Concept {
    pub(super) relation: MemberRelation,
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
    /// How many words were read, looked for among all others, and compared with those that begin alike.
    #[cfg(test)]
    pub(super) fn work(&self) -> [usize; 3] {
        [self.terms.len(), self.corrected, self.compared]
    }

    /// What a stored word is to the question.
    pub(super) fn role(&self, word: WordId) -> Option<&Role> {
        self.roles.get(self.role_number(word)?)
    }

    /// Which of the [roles](Self::words_with_roles) a stored word has.
    #[inline]
    pub(super) fn role_number(&self, word: WordId) -> Option<usize> {
        (self.slots.get(word) as usize).checked_sub(1)
    }

    /// The words that have a role.
    pub(super) fn words_with_roles(&self) -> impl ExactSizeIterator<Item = (WordId, &Role)> {
        self.words.iter().copied().zip(&self.roles)
    }

    /// The words of an entry, as far as they may play a part here.
    pub(super) fn entry_words<'i>(&self, entry: usize, index: &'i Index<'_>) -> EntryWords<'i> {
        index.words_among(entry, || self.known_words(&index.vocabulary))
    }

    /// The words that have a role, and those that a synonym goes on with.
    fn known_words(&self, vocabulary: &Vocabulary) -> &KnownWords {
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
        let role = words.first().and_then(|&word| self.role(word));
        let starts = role.map_or(&[][..], |role| &role.starts);
        starts.iter().filter_map(move |&(concept, member)| {
            let forms = &self.concepts[concept].members[member];
            // That the first word is one of the first forms is what its role says.
            let behind = words.iter().zip(forms).skip(1);
            let fits = words.len() >= forms.len()
                && behind.into_iter().all(|(word, forms)| forms.contains(word));
            fits.then_some((concept, forms.len()))
        })
    }

    /// How much more a term says for being a word, where the question has characters besides.
    pub(super) fn among_characters(&self, term: usize) -> f64 {
        if self.has_characters {
            rarity::among_characters(self.terms[term].class)
        } else {
            1.0
        }
    }

    /// The concepts that cover a term and that the FAQ has a word for.
    pub(super) fn concepts_of(&self, term: usize) -> impl Iterator<Item = &Concept> {
        self.concepts
            .iter()
            .filter(move |concept| concept.covers(term).is_some())
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
        let slot = self.slots.get_mut(word);
        if *slot == 0 {
            self.roles.push(Role::default());
            self.words.push(word);
            *slot = vocabulary::number(self.roles.len());
        }
        &mut self.roles[*slot as usize - 1]
    }
}
