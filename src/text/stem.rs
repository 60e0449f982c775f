//! Inflected forms to one stem, by the Snowball algorithms (Porter 2001, snowballstem.org).

use std::borrow::Cow;
use std::fmt;

use pagefind_stem::Algorithm;

use super::Language;

/// The stemmer of a language, or none.
pub(super) struct Stemmer {
    snowball: Option<pagefind_stem::Stemmer>,
    language: Option<Language>,
}

/// How much of the end of a stem may differ from the words it is the stem of. In English, it is one of few letters that
/// may: *happi* comes from *happy*, *conflat* from *conflated*, *solubl* from *solubility*, *sky* from *skies*.
const ENGLISH_ENDING: usize = 1;
const ENGLISH_LETTERS: [char; 4] = ['e', 'i', 'l', 'y'];
const OTHER_ENDING: usize = 4;

impl Stemmer {
    pub(super) fn new(language: Option<Language>) -> Self {
        Self {
            snowball: language
                .and_then(algorithm)
                .map(pagefind_stem::Stemmer::create),
            language,
        }
    }

    /// The stem of a lower-case word.
    pub(super) fn stem<'w>(&self, word: &'w str) -> Cow<'w, str> {
        match &self.snowball {
            Some(stemmer) => stemmer.stem(word),
            None => Cow::Borrowed(word),
        }
    }

    /// A beginning that every word with this stem shares, both without accents.
    pub(super) fn shared_beginning<'s>(&self, stem: &'s str) -> &'s str {
        let ending = match self.language {
            // Dutch takes off *ge-* as well.
            Some(Language::Dutch) => return "",
            Some(Language::English) if !stem.ends_with(ENGLISH_LETTERS) => return stem,
            // *die* comes from *dying*, but other stems differ in no more than one letter.
            Some(Language::English) if stem.len() > 3 || !stem.ends_with("ie") => ENGLISH_ENDING,
            _ => OTHER_ENDING,
        };
        let kept = stem.chars().count().saturating_sub(ending).max(1);
        stem.char_indices()
            .nth(kept)
            .map_or(stem, |(end, _)| &stem[..end])
    }
}

impl fmt::Debug for Stemmer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.snowball.is_some() {
            "Stemmer"
        } else {
            "Stemmer(none)"
        })
    }
}

/// Each language linked here costs every start of the program a few microseconds (its tables hold pointers,
/// which are relocated), so there are as many as people are likely to ask for, and not all thirty.
#[cfg(feature = "languages")]
#[expect(
    clippy::unnecessary_wraps,
    reason = "without the feature most are missing"
)]
fn algorithm(language: Language) -> Option<Algorithm> {
    Some(match language {
        Language::Danish => Algorithm::Danish,
        Language::Dutch => Algorithm::Dutch,
        Language::English => Algorithm::English,
        Language::French => Algorithm::French,
        Language::German => Algorithm::German,
        Language::Italian => Algorithm::Italian,
        Language::Norwegian => Algorithm::Norwegian,
        Language::Portuguese => Algorithm::Portuguese,
        Language::Russian => Algorithm::Russian,
        Language::Spanish => Algorithm::Spanish,
        Language::Swedish => Algorithm::Swedish,
    })
}

#[cfg(not(feature = "languages"))]
fn algorithm(language: Language) -> Option<Algorithm> {
    (language == Language::English).then_some(Algorithm::English)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inflected_forms_meet() {
        for (language, words) in [
            (Language::English, ["delete", "deleted", "deleting"]),
            (Language::German, ["frage", "fragen", "frag"]),
            (Language::French, ["continuer", "continue", "continuait"]),
            (Language::Spanish, ["pregunta", "preguntas", "preguntar"]),
            (Language::Russian, ["вопрос", "вопросы", "вопросов"]),
        ] {
            if algorithm(language).is_none() {
                continue;
            }
            let stemmer = Stemmer::new(Some(language));
            assert_eq!(stemmer.stem(words[0]), stemmer.stem(words[1]), "{words:?}");
            assert_eq!(stemmer.stem(words[0]), stemmer.stem(words[2]), "{words:?}");
        }
        assert_eq!(Stemmer::new(None).stem("words"), "words");
    }
}
