//! What an engine reads in a text, as it reads a question.

use super::Engine;

impl Engine<'_> {
    /// The words of a text as a question's are read; two texts with the same ones are the same to ask.
    pub(crate) fn words(&self, text: &str) -> Vec<String> {
        let words = self.analyzer().all_words(text);
        words
            .into_iter()
            .map(|word| word.text.into_owned())
            .collect()
    }

    /// The words of a text that say what it is about, without their inflections.
    pub(crate) fn subjects(&self, text: &str) -> Vec<String> {
        let mut tokens = self.analyzer().tokens(text);
        tokens.retain(|token| token.word.class.is_subject());
        tokens.into_iter().map(|token| token.stem).collect()
    }

    /// Whether each word of a text stands in the FAQ, in any of its forms.
    pub(crate) fn knows(&self, text: &str) -> bool {
        let analyzer = self.analyzer();
        let vocabulary = &self.index().vocabulary;
        analyzer.tokens(text).iter().all(|token| {
            let acronym = token.acronym.as_deref().unwrap_or(&token.word.text);
            vocabulary.id(&token.word.text).is_some()
                || vocabulary.id(acronym).is_some()
                || vocabulary
                    .forms(analyzer.forms(&token.stem))
                    .next()
                    .is_some()
        })
    }
}
