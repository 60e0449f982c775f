//! Why a word of a question and a stored word stand for the same.

use super::meetings::Met;
use super::{Meeting, Relation};
use crate::search::query::relation::MemberRelation;
use crate::search::spelling::mistyped::Mistyped;
use crate::search::vocabulary::Vocabulary;
use crate::text::{Analyzer, Token};

/// A question as it was typed and as it was meant.
pub(super) struct Wording<'s> {
    pub(super) typed: &'s [Token],
    /// What each word was taken for, if it was corrected.
    pub(super) meant: &'s [Option<Token>],
    pub(super) vocabulary: &'s Vocabulary,
    pub(super) analyzer: &'s Analyzer,
}

impl Wording<'_> {
    /// A word, corrected if need be.
    pub(super) fn as_meant(&self, number: usize) -> &Token {
        self.meant[number].as_ref().unwrap_or(&self.typed[number])
    }

    /// What a word met, and why.
    pub(super) fn meeting(&self, number: usize, met: &Met<'_>) -> Meeting {
        let text = |number: usize| self.as_meant(number).word.text.as_ref();
        let stored = met.stored.iter().map(|&word| self.vocabulary.word(word));
        let stored: Vec<String> = stored.map(|word| word.text.into_owned()).collect();
        let stored = stored.join(" ");
        let (asked, relation) = match &met.concept {
            Some(member) => {
                let phrase: Vec<&str> = member.span.clone().map(text).collect();
                let asked = phrase.join(" ");
                // A member of a group also meets itself, and that may be worth more than a word mistyped.
                let relation = if asked == stored {
                    self.by_word(number, met)
                } else {
                    member.relation.into()
                };
                (asked, relation)
            }
            None => (text(number).to_owned(), self.by_word(number, met)),
        };
        Meeting {
            asked,
            stored,
            relation,
            part: met.part,
            worth: met.worth,
        }
    }

    /// Why a term and a stored word met, word by word; the first that holds is the reason.
    fn by_word(&self, number: usize, met: &Met<'_>) -> Relation {
        let &[id] = met.stored else {
            return Relation::Same;
        };
        let stored = self.vocabulary.word(id);
        let token = &self.typed[number];
        let is_form = |token: &Token| {
            token.may_have_forms() && self.analyzer.forms(&token.stem).include(&stored)
        };
        if token.word.text == stored.text {
            return Relation::Same;
        }
        if token.acronym.as_deref() == Some(stored.text.as_ref()) {
            return Relation::Acronym;
        }
        if is_form(token) {
            return Relation::Form;
        }
        // Other words that it may be mistyped for are partners besides the one that it was taken for.
        let mistyped = |meant: &Token| {
            meant.word.text == stored.text
                || is_form(meant)
                || Mistyped::new(&token.word.text)
                    .likeness(&stored.text)
                    .is_some()
        };
        if self.meant[number].as_ref().is_some_and(mistyped) {
            return Relation::Mistyped;
        }
        Relation::Origin
    }
}

impl From<MemberRelation> for Relation {
    fn from(relation: MemberRelation) -> Self {
        match relation {
            MemberRelation::Synonyms => Self::Synonym,
            MemberRelation::Same => Self::SameMeaning,
            MemberRelation::Near => Self::NearMeaning,
            MemberRelation::Forms => Self::IrregularForm,
            MemberRelation::Compound => Self::Compound,
        }
    }
}
