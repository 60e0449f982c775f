//! Texts as the numbers of their words.

use std::ops::Range;

use hashbrown::HashMap;

use super::vocabulary::{Vocabulary, WordId};
use crate::text::{Analyzer, Segment, Text};

/// The number of every word that plays no part in a question.
pub(super) const NO_WORD: WordId = WordId::MAX;

/// What a segment takes that was seen: a short text, and its place in a map that may be half empty.
const BYTES_OF_SEEN: usize = 128;

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

    /// How many bytes of memory it takes, about.
    pub(super) fn size(&self) -> usize {
        self.seen.len() * BYTES_OF_SEEN
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
                Segment::Plain(word) => {
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

/// Appends the words of a text whose words are all known, as far as `id` tells them; others are [`NO_WORD`].
pub(super) fn read_known(
    text: &str,
    analyzer: &Analyzer,
    id: &dyn Fn(&str) -> Option<WordId>,
    words: &mut Vec<WordId>,
) {
    let text = Text::new(text);
    text.segments(|segment| {
        if let Segment::Plain(word) = segment {
            let found = id(word);
            if found.is_some() || !analyzer.contracts(word) {
                return words.push(found.unwrap_or(NO_WORD));
            }
        }
        analyzer.words(segment, text.capitals_tell, |word| {
            words.push(id(&word.text).unwrap_or(NO_WORD));
        });
    });
}
