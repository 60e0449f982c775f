//! The distinct words of a FAQ.

mod as_read;
mod beginnings;
pub(super) mod interned;
pub(super) mod known_words;
pub(crate) mod marks;
pub(super) mod rarity;
pub(crate) mod sorted;
mod sparse;
pub(crate) mod stored_words;
pub(super) mod word_ids;

use std::borrow::Cow;
use std::ops::Range;

use hashbrown::HashMap;

use super::spelling::mistyped::Mistyped;
use crate::text::{Class, Forms, Plain, Word};
use as_read::AsRead;
use interned::Key;
use stored_words::StoredWords;
use word_ids::WordIds;

pub(crate) use word_ids::{WordId, number};

/// Every distinct word of the FAQ: in the order they first stand in it where it was read just now, sorted where it was
/// stored.
#[derive(Debug)]
pub(crate) struct Vocabulary {
    order: Order,
    /// Those that have accents, with them.
    accented: HashMap<WordId, Box<str>>,
}

#[derive(Debug)]
enum Order {
    AsRead(AsRead),
    Sorted(StoredWords),
}

impl Vocabulary {
    /// An empty vocabulary with room for what so many bytes of text are likely to hold.
    pub(super) fn for_text(bytes: usize) -> Self {
        Self {
            order: Order::AsRead(AsRead::for_text(bytes)),
            accented: HashMap::new(),
        }
    }

    /// A vocabulary that was stored.
    pub(crate) fn stored(words: StoredWords, accented: HashMap<WordId, Box<str>>) -> Self {
        Self {
            order: Order::Sorted(words),
            accented,
        }
    }

    /// How many bytes of memory a vocabulary takes as it is read, with what is worked out of each word later.
    pub(super) fn size(&self) -> usize {
        match &self.order {
            Order::AsRead(words) => words.size(),
            Order::Sorted(_) => 0,
        }
    }

    /// The number of a word, if it is known.
    pub(super) fn id(&self, text: &str) -> Option<WordId> {
        match &self.order {
            Order::AsRead(words) => words.id(text.as_bytes()).ok(),
            Order::Sorted(words) => {
                let id = words.first_not_before(text);
                ((id as usize) < self.len() && self.bytes(id) == text.as_bytes()).then_some(id)
            }
        }
    }

    /// The words that the word may be mistyped for, as far as can be said at a glance, and others.
    pub(super) fn words_near<'v>(
        &'v self,
        asked: &'v Mistyped<'_>,
    ) -> impl Iterator<Item = (WordId, Word<'v>)> {
        let (mut next, mut walk) = (0, asked.walk());
        std::iter::from_fn(move || {
            if let Order::Sorted(words) = &self.order {
                next = sorted::next_near(words, next, &mut walk);
            }
            let id = next;
            ((id as usize) < self.len()).then(|| {
                next += 1;
                (id, self.word(id))
            })
        })
    }

    /// The words that may begin with this: all that do, and some that begin alike, with the same three letters at least.
    pub(super) fn words_like<'v>(
        &'v self,
        beginning: &str,
    ) -> impl Iterator<Item = (WordId, &'v str)> + use<'v> {
        self.ids_like(beginning).map(|id| (id, self.text(id)))
    }

    fn ids_like<'v>(&'v self, beginning: &str) -> impl Iterator<Item = WordId> + use<'v> {
        let (like, range) = match &self.order {
            Order::Sorted(words) => (None, range_from(words, sorted::told_apart(beginning))),
            Order::AsRead(words) => match words.like(beginning) {
                Some(like) => (Some(like), 0..0),
                // It is too short to say.
                None => (None, 0..number(self.len())),
            },
        };
        like.into_iter().flatten().chain(range)
    }

    /// The words that begin with a text, or of a sorted vocabulary, only those that may have a stem of this length; for a
    /// vocabulary as read, some others that begin alike.
    fn ids_from<'v>(
        &'v self,
        beginning: &str,
        stem: usize,
    ) -> impl Iterator<Item = WordId> + use<'v> {
        let sorted = match &self.order {
            Order::AsRead(_) => None,
            Order::Sorted(words) => {
                let range = range_from(words, beginning);
                Some(words.with_stem_length(range, stem))
            }
        };
        let like = sorted.is_none().then(|| self.ids_like(beginning));
        sorted
            .into_iter()
            .flatten()
            .chain(like.into_iter().flatten())
    }

    /// The words that are forms of one.
    #[inline]
    pub(super) fn forms<'v>(
        &'v self,
        wanted: Forms<'v>,
    ) -> impl Iterator<Item = (WordId, Word<'v>)> {
        wanted
            .beginnings()
            .flat_map(move |beginning| self.ids_from(&beginning, wanted.stem_length()))
            .filter(move |&id| self.may_have_stem(id, wanted.stem_length()))
            .map(|id| (id, self.word(id)))
            .filter(move |(id, word)| {
                wanted.may_include(word) && wanted.share(&self.stem(*id, word, wanted))
            })
    }

    /// Whether the stem of a word may be so long, as far as can be said without the word: most are told apart by it.
    fn may_have_stem(&self, id: WordId, length: usize) -> bool {
        match (self.class(id), &self.order) {
            (Class::Character(_) | Class::Question | Class::Function, _) => {
                self.bytes(id).len() == length
            }
            (Class::Content | Class::Pair(_), Order::AsRead(_)) => true,
            (Class::Content | Class::Pair(_), Order::Sorted(words)) => {
                words.stem_length(id).is_none_or(|stem| stem == length)
            }
        }
    }

    /// The stem of a word: found out once, when first asked for.
    fn stem<'v>(&'v self, id: WordId, word: &'v Word<'_>, forms: Forms<'_>) -> Cow<'v, str> {
        match word.class {
            Class::Character(_) | Class::Question | Class::Function => Cow::Borrowed(self.text(id)),
            Class::Content | Class::Pair(_) => match &self.order {
                Order::AsRead(words) => {
                    Cow::Borrowed(words.stem(id, || forms.stem_of(word).into()))
                }
                Order::Sorted(words) => words
                    .stem(id)
                    .map_or_else(|| forms.stem_of(word), Cow::Borrowed),
            },
        }
    }

    /// How many words there are.
    pub(crate) fn len(&self) -> usize {
        match &self.order {
            Order::AsRead(words) => words.len(),
            Order::Sorted(words) => words.len(),
        }
    }

    /// The word of a number.
    pub(crate) fn word(&self, id: WordId) -> Word<'_> {
        let accented = if self.accented.is_empty() {
            None
        } else {
            self.accented.get(&id)
        };
        Word {
            text: Cow::Borrowed(self.text(id)),
            accented: accented.map(|accented| Cow::Borrowed(accented.as_ref())),
            class: self.class(id),
        }
    }

    /// What a word is there for.
    pub(super) fn class(&self, id: WordId) -> Class {
        match &self.order {
            Order::AsRead(words) => words.class(id),
            Order::Sorted(words) => words.class(id),
        }
    }

    pub(crate) fn text(&self, id: WordId) -> &str {
        match &self.order {
            Order::AsRead(words) => words.text(id),
            Order::Sorted(words) => words.text(id),
        }
    }

    /// The same, where it need not be seen that it lies between characters.
    #[inline]
    pub(crate) fn bytes(&self, id: WordId) -> &[u8] {
        match &self.order {
            Order::AsRead(words) => words.bytes(id),
            Order::Sorted(words) => words.bytes(id),
        }
    }

    /// Adds a word to a vocabulary as it is read, unless it is there; its number.
    pub(super) fn add(&mut self, word: &Word<'_>) -> WordId {
        self.id_or_key(&word.text)
            .unwrap_or_else(|key| self.insert_word(key, word))
    }

    /// The number of a word in a vocabulary as it is read, or else what it is inserted by.
    fn id_or_key(&self, text: &str) -> Result<WordId, Key> {
        match &self.order {
            Order::AsRead(words) => words.id(text.as_bytes()),
            Order::Sorted(_) => Ok(self.id(text).unwrap_or(number(self.len()))),
        }
    }

    fn insert_word(&mut self, key: Key, word: &Word<'_>) -> WordId {
        let id = self.insert(key, &word.text, word.class);
        if let Some(accented) = &word.accented {
            self.accented.insert(id, accented.as_ref().into());
        }
        id
    }

    /// The number of a plain segment in a vocabulary as it is read, or else what it is inserted by.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "done for every word of a FAQ")]
    pub(super) fn plain(&self, word: Plain<'_>) -> Result<WordId, Option<Key>> {
        match &self.order {
            Order::AsRead(words) => words.id_of_plain(word).map_err(Some),
            Order::Sorted(_) => Err(None),
        }
    }

    /// Adds a word to a vocabulary as it is read that is not there; its number.
    pub(super) fn insert(&mut self, key: Key, text: &str, class: Class) -> WordId {
        match &mut self.order {
            Order::AsRead(words) => words.insert(key, text, class),
            Order::Sorted(words) => number(words.len()),
        }
    }

    /// Adds the words of another vocabulary as it is read; their numbers here, by their numbers there.
    pub(super) fn add_all(&mut self, other: &Self) -> Vec<WordId> {
        let ids = 0..number(other.len());
        ids.map(|id| {
            self.id_or_key(other.text(id))
                .unwrap_or_else(|key| self.insert_word(key, &other.word(id)))
        })
        .collect()
    }
}

impl WordIds for Vocabulary {
    fn id(&self, word: &str) -> Option<WordId> {
        Self::id(self, word)
    }
}

/// The stored words that begin with a text.
fn range_from(words: &StoredWords, beginning: &str) -> Range<WordId> {
    let first = words.first_not_before(beginning);
    if (first as usize) < words.len() && words.bytes(first).starts_with(beginning.as_bytes()) {
        first..words.end_of(first, beginning.as_bytes())
    } else {
        first..first
    }
}
