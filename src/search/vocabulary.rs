//! The distinct words of a FAQ.

use std::borrow::Cow;
use std::ops::Range;

use hashbrown::HashMap;

use super::as_read::AsRead;
use super::mistyped::{Mistyped, Rows};
use super::sorted::{self, Sorted};
use crate::text::{Class, Forms, Word};

/// The number of a word in the vocabulary.
pub(crate) type WordId = u32;

/// In a small FAQ; in a large one words repeat more often, and too much room would be made: then it grows as it must.
const BYTES_PER_DISTINCT_WORD: usize = 16;
/// More text than this says nothing about how many words it holds.
const MOST_TELLING_TEXT: usize = 64 * 1024;

/// What a word takes beside its text: its end, its class and its slot, of which half may be empty; its frequencies, its
/// weight and its stem.
const BYTES_OF_WORD: usize = 112;

/// Every distinct word of the FAQ: in the order they first stand in it where it was read just now, sorted where it was
/// stored.
#[derive(Debug)]
pub(crate) struct Vocabulary {
    /// The words, one after the other, and where each ends.
    texts: String,
    ends: Vec<u32>,
    classes: Vec<Class>,
    /// Those that have accents, with them.
    accented: HashMap<WordId, Box<str>>,
    order: Order,
}

#[derive(Debug)]
enum Order {
    AsRead(AsRead),
    Sorted(Sorted),
}

impl Vocabulary {
    /// An empty vocabulary with room for what so many bytes of text are likely to hold.
    pub(super) fn for_text(bytes: usize) -> Self {
        let words = bytes.min(MOST_TELLING_TEXT) / BYTES_PER_DISTINCT_WORD;
        Self {
            texts: String::new(),
            ends: Vec::with_capacity(words),
            classes: Vec::new(),
            accented: HashMap::new(),
            order: Order::AsRead(AsRead::with_capacity(words)),
        }
    }

    /// A vocabulary that was stored: rising words, and `stems`, how many bytes of each are its stem.
    ///
    /// There are as many classes and stems as words, and words end between characters, in rising order, the last at the
    /// end of the texts; otherwise there is none.
    pub(crate) fn stored(
        texts: String,
        ends: Vec<u32>,
        classes: Vec<Class>,
        accented: HashMap<WordId, Box<str>>,
        stems: Vec<u8>,
    ) -> Option<Self> {
        let fits = |end: &u32| texts.is_char_boundary(*end as usize);
        let whole = ends.len() == classes.len()
            && ends.len() == stems.len()
            && ends.last().map_or(0, |&end| end as usize) == texts.len()
            && ends.is_sorted()
            && (texts.is_ascii() || ends.iter().all(fits));
        whole.then(|| Self {
            texts,
            ends,
            classes,
            accented,
            order: Order::Sorted(Sorted::new(stems)),
        })
    }

    /// How many bytes of memory a vocabulary takes as it is read, with what is worked out of each word later.
    pub(super) fn size(&self) -> usize {
        self.texts.len() + self.len() * BYTES_OF_WORD
    }

    /// The number of a word, if it is known.
    pub(super) fn id(&self, text: &str) -> Option<WordId> {
        match &self.order {
            Order::AsRead(as_read) => as_read.id(text, |id| self.bytes(id)),
            Order::Sorted(_) => {
                let id = self.first_not_before(text);
                ((id as usize) < self.len() && self.bytes(id) == text.as_bytes()).then_some(id)
            }
        }
    }

    /// The words that the word may be mistyped for, as far as can be said at a glance, and others.
    pub(super) fn words_near<'v>(
        &'v self,
        asked: &'v Mistyped<'_>,
    ) -> impl Iterator<Item = (WordId, Word<'v>)> {
        let (mut next, mut rows) = (0, Rows::default());
        let is_sorted = matches!(self.order, Order::Sorted(_));
        std::iter::from_fn(move || {
            if is_sorted {
                next = sorted::next_near(self, next, asked, &mut rows);
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
    ) -> impl Iterator<Item = (WordId, Word<'v>)> + use<'v> {
        self.ids_like(beginning).map(|id| (id, self.word(id)))
    }

    fn ids_like<'v>(&'v self, beginning: &str) -> impl Iterator<Item = WordId> + use<'v> {
        let (like, range) = match &self.order {
            Order::Sorted(_) => (None, self.range_from(sorted::told_apart(beginning))),
            Order::AsRead(as_read) => match as_read.forms(self).like(beginning) {
                Some(like) => (Some(like), 0..0),
                // It is too short to say.
                None => (None, 0..number(self.len())),
            },
        };
        like.into_iter().flatten().chain(range)
    }

    /// The words that begin with a text, and for a vocabulary as read, some that begin alike.
    fn ids_from<'v>(&'v self, beginning: &str) -> impl Iterator<Item = WordId> + use<'v> {
        let sorted = match &self.order {
            Order::AsRead(_) => None,
            Order::Sorted(_) => Some(self.range_from(beginning)),
        };
        let like = sorted.is_none().then(|| self.ids_like(beginning));
        sorted
            .into_iter()
            .flatten()
            .chain(like.into_iter().flatten())
    }

    /// The words that are forms of one.
    pub(super) fn forms<'v>(
        &'v self,
        wanted: Forms<'v>,
    ) -> impl Iterator<Item = (WordId, Word<'v>)> {
        wanted
            .beginnings()
            .flat_map(|beginning| self.ids_from(&beginning))
            .filter(move |&id| self.may_have_stem(id, wanted.stem_length()))
            .map(|id| (id, self.word(id)))
            .filter(move |(id, word)| {
                wanted.may_include(word) && wanted.share(&self.stem(*id, word, wanted))
            })
    }

    /// Whether the stem of a word may be so long, as far as can be said without the word: most are told apart by it.
    fn may_have_stem(&self, id: WordId, length: usize) -> bool {
        match (self.classes[id as usize], &self.order) {
            (Class::Character(_) | Class::Question | Class::Function, _) => {
                range(&self.ends, id).len() == length
            }
            (Class::Content | Class::Pair(_), Order::AsRead(_)) => true,
            (Class::Content | Class::Pair(_), Order::Sorted(sorted)) => {
                sorted.stem_length(id).is_none_or(|stem| stem == length)
            }
        }
    }

    /// The stem of a word: found out once, when first asked for.
    fn stem<'v>(&'v self, id: WordId, word: &'v Word<'_>, forms: Forms<'_>) -> Cow<'v, str> {
        match word.class {
            Class::Character(_) | Class::Question | Class::Function => Cow::Borrowed(self.text(id)),
            Class::Content | Class::Pair(_) => match &self.order {
                Order::AsRead(as_read) => {
                    let found_out = || forms.stem_of(word).into();
                    Cow::Borrowed(as_read.forms(self).stem(id, found_out))
                }
                Order::Sorted(sorted) => sorted
                    .stem(id, self.text(id))
                    .map_or_else(|| forms.stem_of(word), Cow::Borrowed),
            },
        }
    }

    /// How many words there are.
    pub(crate) fn len(&self) -> usize {
        self.ends.len()
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
            class: self.classes[id as usize],
        }
    }

    pub(crate) fn text(&self, id: WordId) -> &str {
        &self.texts[range(&self.ends, id)]
    }

    /// The same, where it need not be seen that it lies between characters.
    pub(crate) fn bytes(&self, id: WordId) -> &[u8] {
        &self.texts.as_bytes()[range(&self.ends, id)]
    }

    /// The first word of a sorted vocabulary that is not before a text.
    fn first_not_before(&self, text: &str) -> WordId {
        sorted::partition_point(number(self.len()), |id| self.bytes(id) < text.as_bytes())
    }

    /// The words of a sorted vocabulary that begin with a text.
    fn range_from(&self, beginning: &str) -> Range<WordId> {
        let first = self.first_not_before(beginning);
        first..sorted::end_of(self, first, beginning.as_bytes())
    }

    /// Adds a word to a vocabulary as it is read, unless it is there; its number.
    pub(super) fn add(&mut self, word: &Word<'_>) -> WordId {
        if let Some(id) = self.id(&word.text) {
            return id;
        }
        let id = number(self.len());
        let Order::AsRead(as_read) = &mut self.order else {
            return id;
        };
        self.texts.push_str(&word.text);
        self.ends.push(number(self.texts.len()));
        self.classes.push(word.class);
        if let Some(accented) = &word.accented {
            self.accented.insert(id, accented.as_ref().into());
        }
        let (texts, ends) = (self.texts.as_bytes(), &self.ends);
        as_read.insert(&word.text, id, |id| &texts[range(ends, id)]);
        id
    }

    /// Adds the words of another vocabulary as it is read; their numbers here, by their numbers there.
    pub(super) fn add_all(&mut self, other: &Self) -> Vec<WordId> {
        let ids = 0..number(other.len());
        ids.map(|id| self.add(&other.word(id))).collect()
    }
}

/// Where a word stands in the texts, by where each ends.
fn range(ends: &[u32], id: WordId) -> Range<usize> {
    let id = id as usize;
    let start = if id == 0 { 0 } else { ends[id - 1] };
    start as usize..ends[id] as usize
}

/// Numbers have 32 bits: a source has at most 2^30 bytes, so there are never that many of anything.
#[expect(
    clippy::cast_possible_truncation,
    reason = "bounded by the size of the sources"
)]
pub(crate) fn number(index: usize) -> u32 {
    debug_assert!(u32::try_from(index).is_ok());
    index as u32
}
