//! Stored phrasings, word for word: whoever asks one of them gets its entry, whatever the ranking thinks.

use super::index::Index;
use super::vocabulary::WordId;
use crate::model::Faq;
use crate::text::{Analyzer, Token};

/// The entries that a question is a phrasing of, in order.
///
/// Case, accents and punctuation do not matter, unless they are all that tells two entries apart. The question is read
/// as each document reads its own phrasings: `analyzers` has one for each, and `tokens` are what the first makes of it.
pub(super) fn sharing(
    question: &str,
    tokens: &[Token],
    faq: &Faq<'_>,
    index: &Index,
    analyzers: &[Analyzer],
) -> Vec<usize> {
    // A word that the FAQ does not have stands in no phrasing.
    let read = |tokens: &[Token]| tokens.iter().map(|token| readings(token, index)).collect();
    let others = analyzers
        .iter()
        .skip(1)
        .map(|analyzer| read(&analyzer.tokens(question)));
    let by_document: Vec<Option<Vec<Readings>>> =
        std::iter::once(read(tokens)).chain(others).collect();
    let wordless = without_space(question);
    let says_it = |entry: usize| match &by_document[faq.entries[entry].place.document] {
        None => false,
        // Texts without a word, such as emoji, are compared by their characters.
        Some(readings) if readings.is_empty() => faq.entries[entry]
            .phrasings()
            .any(|phrasing| without_space(phrasing) == wordless),
        Some(readings) => index.phrasings(entry).any(|words| {
            let mut each = words.iter().zip(readings);
            words.len() == readings.len()
                && each.all(|(word, readings)| readings.contains(&Some(*word)))
        }),
    };
    let found: Vec<usize> = (0..index.entry_count())
        .filter(|&entry| says_it(entry))
        .collect();
    if found.len() < 2 {
        return found;
    }
    let same = |plain: fn(&str) -> String| -> Vec<usize> {
        let wanted = plain(question);
        let has = |&entry: &usize| {
            faq.entries[entry]
                .phrasings()
                .any(|phrasing| plain(phrasing) == wanted)
        };
        found.iter().copied().filter(has).collect()
    };
    let to_the_letter = same(|text| text.trim().to_owned());
    let but_for_case = if to_the_letter.is_empty() {
        same(|text| text.trim().to_lowercase())
    } else {
        to_the_letter
    };
    if but_for_case.is_empty() {
        found
    } else {
        but_for_case
    }
}

type Readings = [Option<WordId>; 3];

/// The stored words that are the same as a word of the question; *us* is the same as *US*, and the other way round.
fn readings(token: &Token, index: &Index) -> Option<Readings> {
    let id = |text: &str| index.vocabulary.id(text);
    let text = &token.word.text;
    let readings = [
        id(text),
        token.acronym.as_deref().and_then(id),
        id(&text.to_lowercase()),
    ];
    readings.iter().any(Option::is_some).then_some(readings)
}

pub(super) fn without_space(text: &str) -> String {
    text.split_whitespace().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Document, Entry};
    use crate::text::Language;

    #[test]
    fn phrasings_are_found_and_shared_ones_told_apart_as_far_as_possible() {
        let questions = [
            "What is IT?",
            "What is it?",
            "Why, in the U.S.?",
            "🎉",
            "Why not?",
            "why not!",
        ];
        let faq = Faq {
            documents: vec![Document {
                language: Some("en".into()),
                ..Document::default()
            }],
            entries: questions
                .map(|question| Entry {
                    question: question.into(),
                    ..Entry::default()
                })
                .into(),
        };
        let analyzers = [Analyzer::new(Some(Language::English))];
        let index = Index::new(&faq, &analyzers, false);
        for (text, expected) in [
            ("What is IT?", &[0][..]),
            ("what is it", &[0, 1]),
            ("What is it?", &[1]),
            ("why in the us", &[2]),
            ("🎉", &[3]),
            ("?", &[]),
            ("why not", &[4, 5]),
            ("WHY NOT!", &[5]),
            ("why", &[]),
        ] {
            assert_eq!(
                sharing(text, &analyzers[0].tokens(text), &faq, &index, &analyzers),
                expected,
                "{text}"
            );
        }
    }
}
