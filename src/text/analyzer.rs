//! The steps in their order, for one language.

use std::borrow::Cow;

use super::class::{Class, Classes};
use super::forms::Forms;
use super::stem::Stemmer;
use super::{
    Language, Plain, Segment, Text, Token, Word, abbreviation, cjk, contraction, elision, fold,
};

/// Turns texts of one language into words.
#[derive(Debug)]
pub(crate) struct Analyzer {
    language: Option<Language>,
    classes: Classes,
    stemmer: Stemmer,
}

impl Analyzer {
    /// An analyzer for a language; without one, words are neither stemmed nor classed.
    pub(crate) fn new(language: Option<Language>) -> Self {
        Self {
            language,
            classes: Classes::new(language),
            stemmer: Stemmer::new(language),
        }
    }

    /// The words of a text with their stems, in order.
    pub(crate) fn tokens(&self, text: &str) -> Vec<Token> {
        self.all_words(text)
            .into_iter()
            .map(|word| self.token(word))
            .collect()
    }

    /// Whether a plain segment is short for several words, such as *dont*.
    pub(crate) fn contracts(&self, plain: Plain<'_>) -> bool {
        self.is_english() && contraction::is_whole(plain)
    }

    /// What a plain segment that is one word is there for.
    pub(crate) fn class_of(&self, plain: &str) -> Class {
        self.classes.of(plain)
    }

    /// A word in lower case, as it would stand in a text, with its stem.
    pub(crate) fn read_word(&self, lower: &str) -> Token {
        self.token(Self::word(lower, self.classes.of(lower)).into_owned())
    }

    /// Whether texts are read as English.
    pub(crate) fn is_english(&self) -> bool {
        self.language == Some(Language::English)
    }

    /// The stem of a word whatever it is there for.
    pub(crate) fn lexical_stem<'w>(&self, word: &'w Word<'_>) -> Cow<'w, str> {
        self.stemmer.stem(&word.text)
    }

    /// The words of a text without their stems, in order.
    pub(crate) fn all_words(&self, text: &str) -> Vec<Word<'static>> {
        let text = Text::new(text);
        let mut words = Vec::new();
        text.segments(|segment: Segment<'_>| {
            self.words(segment, text.capitals_tell, |word| {
                words.push(word.into_owned());
            });
        });
        words
    }

    /// The words that a segment stands for, without their stems, in order.
    pub(crate) fn words(
        &self,
        segment: Segment<'_>,
        capitals_tell: bool,
        mut take: impl FnMut(Word<'_>),
    ) {
        let word = match segment {
            Segment::Word(word) => word,
            Segment::Plain(word) => return self.plain_words(word.text(), take),
            Segment::Unspaced(run) => {
                return cjk::grams(run).for_each(|gram| {
                    take(Word::plain(Cow::Borrowed(gram), Class::of_characters(gram)));
                });
            }
        };
        let undotted = abbreviation::without_dots(word);
        let lower = if undotted
            .bytes()
            .any(|byte| byte.is_ascii_uppercase() || !byte.is_ascii())
        {
            Cow::Owned(undotted.to_lowercase())
        } else {
            Cow::Borrowed(undotted.as_ref())
        };
        let lower = elision::without_article(&lower, self.language);
        let class = self.classes.of(lower);
        let dotted = undotted.len() < word.len();
        if class != Class::Content && abbreviation::is_acronym(&undotted, dotted, capitals_tell) {
            return take(Word::plain(
                Cow::Owned(undotted.to_uppercase()),
                Class::Content,
            ));
        }
        match contraction::expand(lower).filter(|_| self.language == Some(Language::English)) {
            Some(parts) => parts.for_each(|part| take(Self::word(part, self.classes.of(part)))),
            None => take(Self::word(lower, class)),
        }
    }

    /// The words that a plain segment stands for: most words are plain, and most steps would find nothing in them.
    fn plain_words(&self, word: &str, mut take: impl FnMut(Word<'_>)) {
        let plain = |word, class| Word::plain(Cow::Borrowed(word), class);
        match contraction::expand_plain(word).filter(|_| self.is_english()) {
            Some(parts) => parts.for_each(|part| take(plain(part, self.classes.of(part)))),
            None => take(plain(word, self.classes.of(word))),
        }
    }

    #[inline]
    pub(super) fn word(lower: &str, class: Class) -> Word<'_> {
        let text = fold::without_accents(lower);
        let accented = (text != lower).then_some(Cow::Borrowed(lower));
        Word {
            text,
            accented,
            class,
        }
    }

    fn token(&self, word: Word<'static>) -> Token {
        let stem = self.stem(&word).into_owned();
        let acronym = abbreviation::other_reading(&word.text, word.class);
        Token {
            word,
            stem,
            acronym,
        }
    }

    /// The stem of a word. Words that are not about a subject have no forms: they are their own stems.
    pub(crate) fn stem<'w>(&self, word: &'w Word<'_>) -> Cow<'w, str> {
        match word.class {
            Class::Content => {}
            Class::Pair(_) if word.text.chars().any(cjk::is_hangul) => {
                return Cow::Owned(word.text.chars().map(cjk::without_final).collect());
            }
            _ => return Cow::Borrowed(&word.text),
        }
        match self
            .stemmer
            .stem(word.accented.as_deref().unwrap_or(&word.text))
        {
            Cow::Borrowed(stem) => fold::without_accents(stem),
            Cow::Owned(stem) => Cow::Owned(fold::without_accents(&stem).into_owned()),
        }
    }

    /// The stem of a word in a phrase. There the final consonant of a syllable is no part of it: the syllables next to it
    /// tell what is meant.
    pub(crate) fn stem_in_phrase<'w>(&self, word: &'w Word<'_>) -> Cow<'w, str> {
        match word.class {
            Class::Character(_) => {
                let stem: String = word.text.chars().map(cjk::without_final).collect();
                Cow::Owned(stem)
            }
            _ => self.stem(word),
        }
    }

    /// The words that have this stem.
    pub(crate) fn forms<'a>(&'a self, stem: &'a str) -> Forms<'a> {
        Forms::new(self, stem, self.stemmer.shared_beginning(stem))
    }
}

#[cfg(test)]
mod tests {
    use super::super::{MAX_BYTES, Plain};
    use super::*;
    use proptest::prelude::*;

    fn stems(text: &str, language: Option<Language>) -> String {
        let tokens = Analyzer::new(language).tokens(text);
        tokens
            .iter()
            .map(|token| token.stem.as_str())
            .collect::<Vec<_>>()
            .join(" ")
    }

    #[test]
    fn the_steps_work_together() {
        for (text, expected) in [
            (
                "What role does the U.S. play in these talks?",
                "what role does the US play in these talk",
            ),
            ("what role does the us play", "what role does the us play"),
            ("WHAT ROLE DOES THE US PLAY", "what role does the us play"),
            ("Who runs the WHO?", "who run the WHO"),
            (
                "Japan's and Korea’s leaders don't agree",
                "japan and korea leader do not agre",
            ),
            ("the café’s naïve CAFÉS", "the cafe naiv cafe"),
            ("梅雨とは what", "梅 梅雨 雨 雨と と とは は what"),
            ("ＦＵＬＬ ｗｉｄｔｈ", "full width"),
            ("???", ""),
        ] {
            assert_eq!(stems(text, Some(Language::English)), expected, "{text}");
        }
    }

    #[cfg(feature = "languages")]
    #[test]
    fn languages_bring_their_stemmers() {
        assert_eq!(
            stems("Häuser und Hauses", Some(Language::German)),
            "haus und haus"
        );
        assert_eq!(
            stems("les chevaux mangeaient", Some(Language::French)),
            "les cheval mang"
        );
        assert_eq!(stems("running houses", None), "running houses");
    }

    proptest! {
        #[test]
        fn the_short_way_of_plain_words_leads_to_the_same(word in "[a-z0-9]{1,6}|dont|its|cannot|lets|weve|us|who") {
            for language in [None, Some(Language::English), Some(Language::French)] {
                let analyzer = Analyzer::new(language);
                let words = |segment| {
                    let mut words = Vec::new();
                    analyzer.words(segment, true, |word| words.push(word.into_owned()));
                    words
                };
                let plain = words(Segment::Plain(Plain::new(&word)));
                prop_assert_eq!(plain, words(Segment::Word(&word)));
            }
        }
    }

    #[test]
    fn us_is_a_pronoun_and_may_be_the_acronym() {
        let tokens = Analyzer::new(Some(Language::English)).tokens("us role");
        assert_eq!(
            (tokens[0].word.class, tokens[0].acronym.as_deref()),
            (Class::Function, Some("US"))
        );
        assert_eq!(
            (tokens[1].word.class, tokens[1].acronym.as_deref()),
            (Class::Content, None)
        );
    }

    #[test]
    fn only_the_start_of_an_endless_text_is_looked_at() {
        let tokens = Analyzer::new(None).tokens(&"é ".repeat(1_000_000));
        assert_eq!(tokens.len(), MAX_BYTES / "é ".len());
    }
}
