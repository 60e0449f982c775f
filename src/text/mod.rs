//! From a string to tokens: one step, one file.
//!
//! The way of a text: [`normalize`] evens out how characters are encoded; [`segment`] finds the words;
//! [`abbreviation`], [`contraction`] and [`cjk`] turn what stands in the text into the words that are meant;
//! [`class`] says what each word is there for; [`stem`] and [`fold`] make one form of the many it is written in.

mod abbreviation;
mod cjk;
mod class;
mod contraction;
mod fold;
mod language;
mod normalize;
mod segment;
mod stem;

pub(crate) use class::Class;
pub(crate) use language::Language;

use segment::Segment;
use stem::Stemmer;

/// How many bytes of a text are looked at; no question needs more, and work stays bounded whatever is pasted.
pub const MAX_BYTES: usize = 64 * 1024;

/// One word of a text, in the forms that matching compares.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Token {
    /// The word in lower case without accents; an acronym that would read as another word keeps its capitals.
    pub(crate) word: String,
    /// What its inflected forms have in common.
    pub(crate) stem: String,
    /// What the word is there for.
    pub(crate) class: Class,
    /// The acronym that the word may be as well: *us* may be the U.S.
    pub(crate) acronym: Option<String>,
}

/// Turns texts of one language into tokens.
#[derive(Debug)]
pub(crate) struct Analyzer {
    language: Option<Language>,
    stemmer: Stemmer,
}

impl Analyzer {
    /// An analyzer for a language; without one, words are neither stemmed nor classed.
    #[must_use]
    pub(crate) fn new(language: Option<Language>) -> Self {
        Self {
            language,
            stemmer: Stemmer::new(language),
        }
    }

    /// The words of a text in order; of a text longer than [`MAX_BYTES`], those of its beginning.
    #[must_use]
    pub(crate) fn tokens(&self, text: &str) -> Vec<Token> {
        let text = normalize::normalize(start(text));
        let capitals_tell = text.chars().any(char::is_lowercase);
        let mut tokens = Vec::new();
        for segment in segment::segments(&text) {
            match segment {
                Segment::Unspaced(run) => tokens.extend(cjk::grams(run).map(|gram| Token {
                    word: gram.to_owned(),
                    stem: gram.to_owned(),
                    class: Class::Content,
                    acronym: None,
                })),
                Segment::Word(word) => self.word(word, capitals_tell, &mut tokens),
            }
        }
        tokens
    }

    fn word(&self, word: &str, capitals_tell: bool, tokens: &mut Vec<Token>) {
        let undotted = abbreviation::without_dots(word);
        let lower = undotted.to_lowercase();
        let class = class::of(&lower, self.language);
        if class != Class::Content {
            let dotted = undotted.len() < word.len();
            if abbreviation::is_acronym(&undotted, dotted, capitals_tell) {
                let acronym = undotted.to_uppercase();
                tokens.push(Token {
                    word: acronym.clone(),
                    stem: acronym,
                    class: Class::Content,
                    acronym: None,
                });
                return;
            }
        }
        if self.language == Some(Language::English) {
            for part in contraction::expand(&lower) {
                tokens.push(self.token(part));
            }
        } else {
            tokens.push(self.token(&lower));
        }
    }

    fn token(&self, lower: &str) -> Token {
        let class = class::of(lower, self.language);
        Token {
            word: fold::without_accents(lower).into_owned(),
            // Stemmers know the accents of their language, so they come first.
            stem: fold::without_accents(&self.stemmer.stem(lower)).into_owned(),
            class,
            acronym: abbreviation::other_reading(lower, class),
        }
    }
}

/// The most that is looked at of a text, cut between characters.
fn start(text: &str) -> &str {
    let mut end = text.len().min(MAX_BYTES);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

#[cfg(test)]
mod tests {
    use super::*;

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
                "what role doe the US play in these talk",
            ),
            ("what role does the us play", "what role doe the us play"),
            ("WHAT ROLE DOES THE US PLAY", "what role doe the us play"),
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

    #[test]
    fn languages_bring_their_stemmers() {
        assert_eq!(
            stems("Häuser und Hauses", Some(Language::German)),
            "haus und haus"
        );
        assert_eq!(
            stems("les chevaux mangeaient", Some(Language::French)),
            "le cheval mang"
        );
        assert_eq!(stems("running houses", None), "running houses");
    }

    #[test]
    fn us_is_a_pronoun_and_may_be_the_acronym() {
        let tokens = Analyzer::new(Some(Language::English)).tokens("us role");
        assert_eq!(
            (tokens[0].class, tokens[0].acronym.as_deref()),
            (Class::Function, Some("US"))
        );
        assert_eq!(
            (tokens[1].class, tokens[1].acronym.as_deref()),
            (Class::Content, None)
        );
    }

    #[test]
    fn only_the_start_of_an_endless_text_is_looked_at() {
        let tokens = Analyzer::new(None).tokens(&"é ".repeat(1_000_000));
        assert_eq!(tokens.len(), MAX_BYTES / "é ".len());
    }
}
