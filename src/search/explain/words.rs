//! What became of each word of a question.

use super::meetings::{Met, meetings};
use super::relation::Wording;
use super::{Fate, Word, WordKind};
use crate::search::Asked;
use crate::search::index::Index;
use crate::text::{Analyzer, Class, Token};

/// The words of a question as far as they were looked at, each with what it met in the first match.
pub(super) fn words(
    tokens: &[Token],
    asked: &Asked,
    index: &Index<'_>,
    analyzer: &Analyzer,
) -> Vec<Word> {
    let Asked { query, ranking, .. } = asked;
    let meant: Vec<Option<Token>> = query
        .terms
        .iter()
        .map(|term| {
            term.correction
                .as_deref()
                .map(|word| analyzer.read_word(word))
        })
        .collect();
    let first = ranking.candidates.first();
    let first = first.map(|first| query.entry_words(first.entry, index));
    let mut met = first
        .as_ref()
        .map_or_else(Vec::new, |words| meetings(words, query));
    met.resize(query.terms.len(), None);
    let in_faq = in_faq(asked);
    let wording = Wording {
        typed: tokens,
        meant: &meant,
        vocabulary: &index.vocabulary,
        analyzer,
    };
    let word = |(number, met): (usize, Option<Met<'_>>)| {
        let term = &query.terms[number];
        let fate = match met {
            Some(met) => Fate::Met(wording.meeting(number, &met)),
            None if in_faq[number] => Fate::Elsewhere,
            None => Fate::Unknown,
        };
        Word {
            text: tokens[number].word.text.to_string(),
            correction: term.correction.clone(),
            stem: wording.as_meant(number).stem.clone(),
            kind: kind(term.class),
            may_be_acronym: term.as_acronym,
            weight: ranking.weights[number],
            fate,
        }
    };
    met.into_iter().enumerate().map(word).collect()
}

/// Whether anything in the FAQ stands for each term, be it in the first match or not.
fn in_faq(asked: &Asked) -> Vec<bool> {
    let query = &asked.query;
    let mut found: Vec<bool> = query
        .terms
        .iter()
        .map(|term| term.partner.is_some())
        .collect();
    // The FAQ may have the words of a phrase, but not the phrase: only counting tells.
    for (concept, kind) in query.concepts.iter().zip(query.terms.len()..) {
        if asked.ranking.frequencies.entry[kind] > 0 {
            for occurrence in &concept.occurrences {
                found[occurrence.span.clone()].fill(true);
            }
        }
    }
    found
}

fn kind(class: Class) -> WordKind {
    match class {
        Class::Content | Class::Character(_) | Class::Pair(_) => WordKind::Subject,
        Class::Question => WordKind::Question,
        Class::Function => WordKind::Function,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Document, Entry, Faq};
    use crate::search::explain::{Explanation, Meeting};
    use crate::search::{Engine, Options, query};

    /// Two entries of a shop, with synonyms of its own.
    fn shop() -> Faq<'static> {
        let entry = |question: &'static str, alternate: &'static str, answer: &'static str| Entry {
            id: question.into(),
            question: question.into(),
            alternates: vec![alternate.into()],
            answer: answer.into(),
            ..Entry::default()
        };
        Faq {
            documents: vec![Document {
                language: Some("en".into()),
                synonyms: vec![vec!["parcel".into(), "brown paper box".into()]],
                ..Document::default()
            }],
            entries: vec![
                entry(
                    "How do I return a parcel to the U.S. shop?",
                    "What do I have to do to buy git hub permits?",
                    "Pay the price at the counter.",
                ),
                entry("Is the window open on Sundays?", "When?", "From noon."),
            ],
        }
    }

    fn explain(question: &str) -> Explanation {
        let faq = shop();
        let (_, explanation) = Engine::new(&faq).explain(question, &Options::default());
        explanation
    }

    #[test]
    fn what_a_word_met_is_named_with_the_reason_and_the_part() {
        for (question, number, expected) in [
            ("return it", 0, "return: Same return, Question"),
            ("Returns", 0, "returns: Form return, Question"),
            ("us return", 0, "us: Acronym US, Question"),
            ("return a parcl", 2, "parcel: Mistyped parcel, Question"),
            (
                "return permission",
                1,
                "permission: SameMeaning permits, Alternate",
            ),
            (
                "return a brown paper box",
                3,
                "brown paper box: Synonym parcel, Question",
            ),
            ("return purchase", 1, "purchase: SameMeaning buy, Alternate"),
            ("return bought", 1, "bought: IrregularForm buy, Alternate"),
            ("return github", 1, "github: Compound git hub, Alternate"),
            ("return counters", 1, "counters: Form counter, Answer"),
            (
                "how much to return",
                1,
                "how much: SameMeaning price, Answer",
            ),
        ] {
            let words = explain(question).words;
            let Fate::Met(met) = &words[number].fate else {
                panic!("{question}: {:?}", words[number]);
            };
            let Meeting {
                asked,
                stored,
                relation,
                part,
                worth,
            } = met;
            let told = format!("{asked}: {relation:?} {stored}, {part:?}");
            assert_eq!(told, expected, "{question}");
            assert!(*worth > 0.0 && *worth <= 1.0, "{question}");
        }
    }

    #[test]
    fn a_word_that_met_nothing_is_elsewhere_or_unknown() {
        let words = explain("return the parcel, windows, bicycle").words;
        let fates: Vec<(&str, bool)> = words
            .iter()
            .filter(|word| !matches!(word.fate, Fate::Met(_)))
            .map(|word| (word.text.as_str(), word.fate == Fate::Elsewhere))
            .collect();
        assert_eq!(fates, [("windows", true), ("bicycle", false)]);
        // The FAQ has both of these words, but nowhere side by side.
        let words = explain("dopay").words;
        assert_eq!(words[0].fate, Fate::Unknown);
    }

    #[test]
    fn words_are_told_as_they_were_read_and_meant() {
        let words = explain("Whats US paarcel").words;
        let told: Vec<_> = words
            .iter()
            .map(|word| (word.text.as_str(), word.correction.as_deref(), word.kind))
            .collect();
        assert_eq!(
            told,
            [
                ("what", None, WordKind::Question),
                ("is", None, WordKind::Function),
                ("US", None, WordKind::Subject),
                ("paarcel", Some("parcel"), WordKind::Subject),
            ]
        );
        let us = &explain("return to us").words[2];
        assert!(us.may_be_acronym && us.kind == WordKind::Function);
        assert!(words[3].weight > words[1].weight);
    }

    #[test]
    fn words_past_those_that_are_looked_at_are_counted() {
        let explanation = explain(&"return ".repeat(query::MAX_WORDS + 2));
        assert_eq!(explanation.words.len(), query::MAX_WORDS);
        assert_eq!(explanation.ignored_words, 2);
    }

    #[test]
    fn without_a_match_nothing_is_met() {
        let explanation = explain("bicycle 🎉");
        assert_eq!(explanation.words[0].fate, Fate::Unknown);
        assert!(explanation.candidates.is_empty());
    }
}
