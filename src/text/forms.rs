//! The forms of a word: those that have its stem.

use std::borrow::Cow;

use super::analyzer::Analyzer;
use super::{Word, cjk};

/// The forms of one word, as a test for others.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Forms<'a> {
    analyzer: &'a Analyzer,
    stem: &'a str,
    /// What all of them begin with: stemming is costly, so only words that begin so are stemmed.
    beginning: &'a str,
}

impl<'a> Forms<'a> {
    pub(super) fn new(analyzer: &'a Analyzer, stem: &'a str, beginning: &'a str) -> Self {
        Self {
            analyzer,
            stem,
            beginning,
        }
    }

    /// What each of them begins with, one of these; it may be empty.
    pub(crate) fn beginnings(self) -> impl Iterator<Item = Cow<'a, str>> {
        let syllable = self.stem.chars().next().filter(|&c| cjk::is_hangul(c));
        let with_finals = syllable.map(cjk::with_finals);
        let own = with_finals
            .is_none()
            .then_some(Cow::Borrowed(self.beginning));
        let syllables = with_finals.into_iter().flatten();
        own.into_iter()
            .chain(syllables.map(|c| Cow::Owned(c.to_string())))
    }

    /// Whether a word is one of them.
    pub(crate) fn include(&self, word: &Word<'_>) -> bool {
        self.may_include(word) && self.share(&self.stem_of(word))
    }

    /// Whether a word may be one of them, as far as can be said without its stem, which is costly.
    #[inline]
    pub(crate) fn may_include(&self, word: &Word<'_>) -> bool {
        word.class.is_of_characters() || word.text.starts_with(self.beginning)
    }

    /// The stem of a word, as it is compared here.
    pub(crate) fn stem_of<'w>(&self, word: &'w Word<'_>) -> Cow<'w, str> {
        self.analyzer.stem(word)
    }

    /// How many bytes their stem has.
    pub(crate) fn stem_length(&self) -> usize {
        self.stem.len()
    }

    /// Whether this is their stem.
    pub(crate) fn share(&self, stem: &str) -> bool {
        self.stem == stem
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Class, Language};
    use super::*;

    #[test]
    fn every_form_of_a_stem_begins_like_it() {
        let endings = [
            "", "s", "es", "ed", "ing", "y", "ies", "ational", "ization", "fulness", "en", "er",
            "ung", "ungen", "e", "amment", "amente", "ément", "logie", "logía", "ução", "ência",
            "eux", "euses", "iques", "ität", "heid", "ар", "ость", "ами", "ого", "ene", "het",
            "igheten", "ando", "iste", "azione",
        ];
        let roots = [
            "dy",
            "us",
            "ag",
            "ey",
            "t",
            "ski",
            "happ",
            "relat",
            "const",
            "organ",
            "haus",
            "fréqu",
            "über",
            "geda",
            "вопрос",
            "åpn",
            "ß",
        ];
        let languages = [
            "da", "nl", "en", "fr", "de", "it", "no", "pt", "ru", "es", "sv", "zh",
        ];
        for language in languages.map(Language::from_tag) {
            let analyzer = Analyzer::new(language);
            for word in roots
                .iter()
                .flat_map(|root| endings.iter().map(move |ending| format!("{root}{ending}")))
            {
                let word = Analyzer::word(&word, Class::Content);
                let stem = analyzer.stem(&word).into_owned();
                assert!(
                    analyzer.forms(&stem).include(&word),
                    "{language:?} {} {stem}",
                    word.text
                );
            }
        }
    }
}
