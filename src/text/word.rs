//! Words, as the steps of the analysis leave them.

use std::borrow::Cow;

use super::class::Class;
use super::{abbreviation, cjk};

/// One word of a text, in the forms that matching compares.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Word<'w> {
    /// The word in lower case without accents; an acronym that would read as another word keeps its capitals.
    pub(crate) text: Cow<'w, str>,
    /// The same with its accents, where it has any: stemmers know the accents of their language.
    pub(crate) accented: Option<Cow<'w, str>>,
    /// What the word is there for.
    pub(crate) class: Class,
}

/// One word of a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Token {
    /// The word.
    pub(crate) word: Word<'static>,
    /// What its inflected forms have in common.
    pub(crate) stem: String,
    /// The acronym that the word may be as well: *us* may be the U.S.
    pub(crate) acronym: Option<String>,
}

impl Token {
    /// Whether other words may be forms of it: those that are not about a subject have none, nor have the shortest.
    pub(crate) fn may_have_forms(&self) -> bool {
        match self.word.class {
            Class::Content => self
                .word
                .text
                .chars()
                .nth(SHORTEST_WITH_FORMS - 1)
                .is_some(),
            Class::Pair(_) => self.word.text.chars().any(cjk::is_hangul),
            Class::Character(_) | Class::Question | Class::Function => false,
        }
    }
}

/// How many characters a word has at least that has other forms.
const SHORTEST_WITH_FORMS: usize = 3;

impl<'w> Word<'w> {
    /// The acronym that a function word may be meant for.
    pub(crate) fn acronym(&self) -> Option<Word<'static>> {
        let acronym = abbreviation::other_reading(&self.text, self.class)?;
        Some(Word::plain(Cow::Owned(acronym), Class::Content))
    }

    pub(super) fn plain(text: Cow<'w, str>, class: Class) -> Self {
        Self {
            text,
            accented: None,
            class,
        }
    }

    pub(super) fn into_owned(self) -> Word<'static> {
        let owned = |text: Cow<'_, str>| Cow::Owned(text.into_owned());
        Word {
            text: owned(self.text),
            accented: self.accented.map(owned),
            class: self.class,
        }
    }
}
