//! Which words of a stored question stand for words of the one asked.

use std::ops::Range;

use crate::search::index::Index;
use crate::search::query::Query;
use crate::search::scoring::views;

/// Which of the words of an entry's question stand for words of a question: those that say what it is about.
pub(in crate::search) fn met(entry: usize, query: &Query, index: &Index<'_>) -> Vec<bool> {
    let entry = index.all_words(entry);
    let words = entry.phrasings().next().unwrap_or_default();
    let mut met = vec![0.0; words.len()];
    views::meet(words, query, &mut vec![0.0; query.terms.len()], &mut met);
    let is_subject = |word| index.vocabulary.word(word).class.is_subject();
    let words = words.iter().zip(met);
    words
        .map(|(&word, met)| met > 0.0 && is_subject(word))
        .collect()
}

/// The places of those words of a text, in order and apart from each other.
pub(in crate::search) fn apart(places: Vec<Range<usize>>, met: &[bool]) -> Vec<Range<usize>> {
    let mut apart: Vec<Range<usize>> = Vec::new();
    let met = places.into_iter().zip(met).filter(|(_, met)| **met);
    for (place, _) in met {
        match apart.last_mut() {
            Some(last) if place.start < last.end => last.end = last.end.max(place.end),
            _ => apart.push(place),
        }
    }
    apart
}

#[cfg(test)]
mod tests {
    use crate::model::{Document, Entry, Faq};
    use crate::search::Engine;

    #[test]
    fn the_words_that_met_are_found_in_the_stored_question() {
        for (stored, asked, expected) in [
            (
                "What role does the U.S. play in these talks?",
                "what is the part of us in theese talk",
                &["role", "U.S.", "talks"][..],
            ),
            ("How do I return a parcel?", "how do I", &[]),
            ("How do I return a parcel?", "bicycle", &[]),
            (
                "Where’s the “brown paper box”?",
                "a parcel",
                &["brown", "paper", "box"],
            ),
            ("空调质量好吗", "空调质量", &["空调质量"]),
        ] {
            let entry = Entry {
                question: stored.into(),
                answer: "a".into(),
                ..Entry::default()
            };
            let synonyms = [["role", "part"], ["parcel", "brown paper box"]];
            let document = Document {
                language: Some("en".into()),
                synonyms: synonyms
                    .iter()
                    .map(|group| group.map(Into::into).to_vec())
                    .collect(),
                ..Document::default()
            };
            let faq = Faq {
                documents: vec![document],
                entries: vec![entry],
            };
            let engine = Engine::new(&faq);
            let found: Vec<&str> = engine
                .met_words(asked, 0)
                .into_iter()
                .map(|place| &stored[place])
                .collect();
            assert_eq!(found, expected, "{stored}");
        }
    }
}
