//! Words in the order in which they were read: a table of hashes finds them, and their forms are looked for by how they
//! begin.

use std::ops::Range;
use std::sync::OnceLock;

use super::beginnings::Beginnings;
use super::interned::{Interned, Key};
use super::sparse::Sparse;
use super::{WordId, number};
use crate::text::{Class, Plain};

/// In a small FAQ.
const BYTES_PER_DISTINCT_WORD: usize = 16;
/// In a large one words repeat more often: the distinct ones grow about as the square root of the text (Heaps' law).
const DISTINCT_WORDS: usize = 20;

/// For how many bytes of each word there is room: more than almost any FAQ needs, since what is not used costs nothing, and
/// to make more is to touch all of it again.
const BYTES_OF_TEXT: usize = 24;

/// What a word takes beside its text: its end, its class and its slot, of which half may be empty; its frequencies, its
/// weight and its stem.
const BYTES_OF_WORD: usize = 112;

/// The words of a vocabulary that is read, or was.
#[derive(Debug)]
pub(super) struct AsRead {
    /// The words, one after the other, and where each ends.
    texts: String,
    ends: Vec<u32>,
    classes: Vec<Class>,
    ids: Interned,
    forms: OnceLock<Box<FormsAsRead>>,
}

/// How forms of a word are found, worked out when all words are there.
#[derive(Debug)]
struct FormsAsRead {
    /// The stems of the words that a question came near to. All questions are read in one language.
    stems: Sparse<Box<str>>,
    initials: OnceLock<Beginnings<1>>,
    long_beginnings: OnceLock<Beginnings<3>>,
}

impl AsRead {
    /// No words yet, and room for those that so many bytes of text are likely to hold.
    pub(super) fn for_text(bytes: usize) -> Self {
        let words = (bytes / BYTES_PER_DISTINCT_WORD).min(DISTINCT_WORDS * bytes.isqrt());
        Self {
            texts: String::with_capacity(words * BYTES_OF_TEXT),
            ends: Vec::with_capacity(words),
            classes: Vec::with_capacity(words),
            ids: Interned::with_capacity(words),
            forms: OnceLock::new(),
        }
    }

    /// How many bytes of memory they take, with what is worked out of each word later.
    pub(super) fn size(&self) -> usize {
        self.texts.len() + self.len() * BYTES_OF_WORD
    }

    /// How many words there are.
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    /// The word of a number.
    pub(super) fn text(&self, id: WordId) -> &str {
        &self.texts[self.range(id)]
    }

    /// The same, where it need not be seen that it lies between characters.
    #[inline]
    pub(super) fn bytes(&self, id: WordId) -> &[u8] {
        &self.texts.as_bytes()[self.range(id)]
    }

    /// Where a word stands in the texts.
    #[inline]
    fn range(&self, id: WordId) -> Range<usize> {
        let id = id as usize;
        let start = if id == 0 { 0 } else { self.ends[id - 1] };
        start as usize..self.ends[id] as usize
    }

    /// All words, in the order of their numbers.
    fn all(&self) -> impl ExactSizeIterator<Item = &[u8]> {
        let mut start = 0;
        self.ends.iter().map(move |&end| {
            let end = end as usize;
            let word = &self.texts.as_bytes()[start..end];
            start = end;
            word
        })
    }

    /// What a word is there for.
    #[inline]
    pub(super) fn class(&self, id: WordId) -> Class {
        self.classes[id as usize]
    }

    /// The number of a word, or what it is to be inserted by.
    pub(super) fn id(&self, word: &[u8]) -> Result<WordId, Key> {
        let key = self.ids.key(word);
        self.ids.find(key, |id| self.bytes(id) == word).ok_or(key)
    }

    /// The same of a plain segment.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "done for every word of a FAQ")]
    pub(super) fn id_of_plain(&self, word: Plain<'_>) -> Result<WordId, Key> {
        let key = self
            .ids
            .key_with_head(word.head(), word.len(), || word.bytes());
        let known = self.ids.find(key, |id| self.bytes(id) == word.bytes());
        known.ok_or(key)
    }

    /// Adds a word that is not there; its number.
    pub(super) fn insert(&mut self, key: Key, text: &str, class: Class) -> WordId {
        if self.forms.get().is_some() {
            self.forms.take();
        }
        let id = number(self.len());
        self.texts.push_str(text);
        self.ends.push(number(self.texts.len()));
        self.classes.push(class);
        self.ids.insert(key, id);
        id
    }

    /// The stem of a word: found out once, when first asked for.
    pub(super) fn stem(&self, id: WordId, find_out: impl FnOnce() -> Box<str>) -> &str {
        self.forms().stems.get_or_init(id as usize, find_out)
    }

    /// The words that begin like this, as far as is told apart; none where it is too short to say.
    pub(super) fn like<'v>(
        &'v self,
        beginning: &str,
    ) -> Option<impl Iterator<Item = WordId> + use<'v>> {
        let forms = self.forms();
        let word = |id| self.bytes(id);
        let long = forms
            .long_beginnings
            .get_or_init(|| Beginnings::of_words(self.all()));
        let long = long.of(beginning, word);
        let initials = || {
            forms
                .initials
                .get_or_init(|| Beginnings::of_words(self.all()))
        };
        let short = if long.is_some() {
            None
        } else {
            Some(initials().of(beginning, word)?)
        };
        let long = long.into_iter().flatten();
        Some(long.chain(short.into_iter().flatten()))
    }

    fn forms(&self) -> &FormsAsRead {
        self.forms.get_or_init(|| {
            Box::new(FormsAsRead {
                stems: Sparse::new(self.len()),
                initials: OnceLock::new(),
                long_beginnings: OnceLock::new(),
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::lexicon;
    use crate::text::{Analyzer, Language};

    /// Endings that stemming takes off or changes.
    const ENDINGS: &[&str] = &[
        "", "s", "es", "ed", "ing", "ly", "y", "ies", "ment", "ation", "ization", "ational",
        "ability", "ibility", "ility", "ence", "ency", "ously", "iveness", "ivity", "ology",
        "fully", "lessly",
    ];

    #[test]
    fn english_words_are_among_those_that_begin_as_their_forms_do() {
        let analyzer = Analyzer::new(Language::from_tag("en"));
        let mut tried = 0;
        for letter in 'a'..='z' {
            lexicon::each_word_beginning_with(&letter.to_string(), |word, _| {
                for ending in ENDINGS {
                    let token = analyzer.read_word(&format!("{word}{ending}"));
                    let forms = analyzer.forms(&token.stem);
                    assert!(forms.may_include(&token.word), "{token:?}");
                    tried += 1;
                }
            });
        }
        assert!(tried > 100_000, "{tried}");
    }
}
