//! Words in the order in which they were read: a table of hashes finds them, and their forms are looked for by how they
//! begin.

use std::sync::OnceLock;

use super::beginnings::Beginnings;
use super::interned::Interned;
use super::vocabulary::{Vocabulary, WordId, number};

/// What a vocabulary knows of its words while it is read.
#[derive(Debug)]
pub(super) struct AsRead {
    ids: Interned,
    forms: OnceLock<FormsAsRead>,
}

/// How forms of a word are found, worked out when all words are there.
#[derive(Debug)]
pub(super) struct FormsAsRead {
    /// The stems of the words that a question came near to. All questions are read in one language.
    stems: Vec<OnceLock<Box<str>>>,
    initials: Beginnings<1>,
    long_beginnings: Beginnings<3>,
}

impl AsRead {
    /// Room for so many words.
    pub(super) fn with_capacity(words: usize) -> Self {
        Self {
            ids: Interned::with_capacity(words),
            forms: OnceLock::new(),
        }
    }

    /// The number of a word, if it is known; `stored` has the words.
    pub(super) fn id<'v>(&self, text: &str, stored: impl Fn(WordId) -> &'v [u8]) -> Option<WordId> {
        self.ids.find(text.as_bytes(), stored)
    }

    /// Adds a word that is not there.
    pub(super) fn insert<'v>(
        &mut self,
        text: &str,
        id: WordId,
        stored: impl Fn(WordId) -> &'v [u8],
    ) {
        self.forms.take();
        self.ids.insert(text.as_bytes(), id, stored);
    }

    /// How forms of the words of a vocabulary are found, which is this one's.
    pub(super) fn forms(&self, vocabulary: &Vocabulary) -> &FormsAsRead {
        self.forms.get_or_init(|| {
            let mut forms = FormsAsRead {
                stems: Vec::new(),
                initials: Beginnings::default(),
                long_beginnings: Beginnings::default(),
            };
            forms.stems.resize_with(vocabulary.len(), OnceLock::new);
            for id in 0..number(vocabulary.len()) {
                forms.initials.push(id, vocabulary.text(id));
                forms.long_beginnings.push(id, vocabulary.text(id));
            }
            forms
        })
    }
}

impl FormsAsRead {
    /// The stem of a word: found out once, when first asked for.
    pub(super) fn stem(&self, id: WordId, find_out: impl FnOnce() -> Box<str>) -> &str {
        self.stems[id as usize].get_or_init(find_out)
    }

    /// The words that begin like this, as far as is told apart; none where it is too short to say.
    pub(super) fn like(&self, beginning: &str) -> Option<impl Iterator<Item = WordId> + use<'_>> {
        let long = self.long_beginnings.of(beginning);
        let short = match long {
            Some(_) => None,
            None => Some(self.initials.of(beginning)?),
        };
        let long = long.into_iter().flatten();
        Some(long.chain(short.into_iter().flatten()))
    }
}
