//! The distinct words of a FAQ.

use std::borrow::Cow;
use std::hash::BuildHasher;
use std::ops::Range;
use std::sync::OnceLock;

use hashbrown::{DefaultHashBuilder, HashMap, HashTable};

use super::beginnings::Beginnings;
use crate::text::{Analyzer, Class, Forms, Segment, Text, Word};

/// The number of a word in the vocabulary.
pub(super) type WordId = u32;

/// In a small FAQ; in a large one words repeat more often, and too much room would be made: then it grows as it must.
const BYTES_PER_DISTINCT_WORD: usize = 16;
/// More text than this says nothing about how many words it holds.
const MOST_TELLING_TEXT: usize = 64 * 1024;

/// Every distinct word of the FAQ, in the order they first stand in it.
#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    /// The words, one after the other, and where each ends.
    texts: String,
    ends: Vec<usize>,
    classes: Vec<Class>,
    /// The stems of the words that a question came near to. All questions are read in one language.
    stems: Vec<OnceLock<Box<str>>>,
    /// Those that have accents, with them.
    accented: HashMap<WordId, Box<str>>,
    ids: HashTable<WordId>,
    hasher: DefaultHashBuilder,
    initials: Beginnings<1>,
    long_beginnings: Beginnings<3>,
}

impl Vocabulary {
    /// An empty vocabulary with room for what so many bytes of text are likely to hold.
    pub(super) fn for_text(bytes: usize) -> Self {
        let words = bytes.min(MOST_TELLING_TEXT) / BYTES_PER_DISTINCT_WORD;
        Self {
            ids: HashTable::with_capacity(words),
            ends: Vec::with_capacity(words),
            stems: Vec::with_capacity(words),
            ..Self::default()
        }
    }

    /// The number of a word, if it is known.
    pub(super) fn id(&self, text: &str) -> Option<WordId> {
        self.ids
            .find(self.hasher.hash_one(text), |&id| {
                self.bytes(id) == text.as_bytes()
            })
            .copied()
    }

    /// The words with their numbers.
    pub(super) fn words(&self) -> impl Iterator<Item = (WordId, Word<'_>)> {
        (0..number(self.len())).map(|id| (id, self.word(id)))
    }

    /// The words that may begin with this: all that do, and some that begin alike.
    pub(super) fn words_like<'v>(
        &'v self,
        beginning: &str,
    ) -> impl Iterator<Item = (WordId, Word<'v>)> + use<'v> {
        let long = self.long_beginnings.of(beginning);
        let short = match long {
            Some(_) => None,
            None => self.initials.of(beginning),
        };
        let all = if long.is_none() && short.is_none() {
            0..number(self.len())
        } else {
            0..0
        };
        let some = long
            .into_iter()
            .flatten()
            .chain(short.into_iter().flatten());
        some.chain(all).map(|id| (id, self.word(id)))
    }

    /// The words that are forms of one.
    pub(super) fn forms<'v>(
        &'v self,
        wanted: Forms<'v>,
    ) -> impl Iterator<Item = (WordId, Word<'v>)> {
        wanted
            .beginnings()
            .flat_map(|beginning| self.words_like(&beginning))
            .filter(move |(id, word)| {
                wanted.may_include(word) && wanted.share(self.stem(*id, word, wanted))
            })
    }

    /// The stem of a word: found out once, when first asked for.
    fn stem(&self, id: WordId, word: &Word<'_>, forms: Forms<'_>) -> &str {
        match word.class {
            Class::Question | Class::Function => self.text(id),
            Class::Content | Class::Pair => {
                self.stems[id as usize].get_or_init(|| forms.stem_of(word).into())
            }
        }
    }

    /// How many words there are.
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    /// The word of a number.
    pub(super) fn word(&self, id: WordId) -> Word<'_> {
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

    fn text(&self, id: WordId) -> &str {
        &self.texts[self.range(id)]
    }

    /// The same, where it need not be seen that it lies between characters.
    fn bytes(&self, id: WordId) -> &[u8] {
        &self.texts.as_bytes()[self.range(id)]
    }

    fn range(&self, id: WordId) -> Range<usize> {
        let id = id as usize;
        let start = if id == 0 { 0 } else { self.ends[id - 1] };
        start..self.ends[id]
    }

    fn add(&mut self, word: &Word<'_>) -> WordId {
        if let Some(id) = self.id(&word.text) {
            return id;
        }
        let id = number(self.len());
        self.texts.push_str(&word.text);
        self.ends.push(self.texts.len());
        self.classes.push(word.class);
        self.stems.push(OnceLock::new());
        if let Some(accented) = &word.accented {
            self.accented.insert(id, accented.as_ref().into());
        }
        self.initials.push(id, &word.text);
        self.long_beginnings.push(id, &word.text);
        // The table is taken out while its words are hashed, since they stand beside it.
        let mut ids = std::mem::take(&mut self.ids);
        ids.insert_unique(self.hasher.hash_one(&*word.text), id, |&id| {
            self.hasher.hash_one(self.text(id))
        });
        self.ids = ids;
        id
    }
}

/// Reads texts of one language; what stands in them again is not analysed again.
#[derive(Debug)]
pub(super) struct Reader<'a> {
    analyzer: &'a Analyzer,
    /// Where the words of a segment stand already, where capitals tell.
    seen: HashMap<String, Range<usize>>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(analyzer: &'a Analyzer) -> Self {
        Self {
            analyzer,
            seen: HashMap::new(),
        }
    }

    /// Appends the words of a text.
    pub(super) fn read(
        &mut self,
        text: &str,
        vocabulary: &mut Vocabulary,
        words: &mut Vec<WordId>,
    ) {
        let text = Text::new(text);
        text.segments(|segment| {
            let first = words.len();
            match segment {
                Segment::Word(word) if Analyzer::is_plain(word) => {
                    if let Some(id) = vocabulary.id(word) {
                        return words.push(id);
                    }
                }
                Segment::Word(word) if text.capitals_tell => {
                    if let Some(known) = self.seen.get(word) {
                        return words.extend_from_within(known.clone());
                    }
                    self.analyzer
                        .words(segment, true, |word| words.push(vocabulary.add(&word)));
                    self.seen.insert(word.to_owned(), first..words.len());
                    return;
                }
                _ => {}
            }
            self.analyzer.words(segment, text.capitals_tell, |word| {
                words.push(vocabulary.add(&word));
            });
        });
    }
}

/// Numbers have 32 bits: a source has at most 2^30 bytes, so there are never that many of anything.
#[expect(
    clippy::cast_possible_truncation,
    reason = "bounded by the size of the sources"
)]
pub(super) fn number(index: usize) -> u32 {
    debug_assert!(u32::try_from(index).is_ok());
    index as u32
}
