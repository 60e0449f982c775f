//! What became of each word of a question.

use super::meetings::{Met, meetings};
use super::{Fate, Meeting, Relation, Word, WordKind};
use crate::search::index::Index;
use crate::search::mistyped::Mistyped;
use crate::search::vocabulary::Vocabulary;
use crate::search::{Asked, concepts};
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
    let first = first.map(|first| index.entry_words(first.entry, query));
    let mut met = first
        .as_ref()
        .map_or_else(Vec::new, |words| meetings(words, query));
    met.resize(query.terms.len(), None);
    let in_faq = in_faq(asked);
    let spoken = Spoken {
        tokens,
        meant: &meant,
        vocabulary: &index.vocabulary,
        analyzer,
    };
    let word = |(number, met): (usize, Option<Met<'_>>)| {
        let term = &query.terms[number];
        let fate = match met {
            Some(met) => Fate::Met(spoken.meeting(number, &met)),
            None if in_faq[number] => Fate::Elsewhere,
            None => Fate::Unknown,
        };
        Word {
            text: tokens[number].word.text.to_string(),
            correction: term.correction.clone(),
            stem: spoken.as_meant(number).stem.clone(),
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

/// A question as it was typed and as it was meant.
struct Spoken<'s> {
    tokens: &'s [Token],
    /// Those that were corrected.
    meant: &'s [Option<Token>],
    vocabulary: &'s Vocabulary,
    analyzer: &'s Analyzer,
}

impl Spoken<'_> {
    fn as_meant(&self, number: usize) -> &Token {
        self.meant[number].as_ref().unwrap_or(&self.tokens[number])
    }

    fn meeting(&self, number: usize, met: &Met<'_>) -> Meeting {
        let text = |number: usize| self.as_meant(number).word.text.as_ref();
        let stored = met.stored.iter().map(|&word| self.vocabulary.word(word));
        let stored: Vec<String> = stored.map(|word| word.text.into_owned()).collect();
        let stored = stored.join(" ");
        let (asked, relation) = match &met.concept {
            Some(member) => {
                let phrase: Vec<&str> = member.span.clone().map(text).collect();
                let asked = phrase.join(" ");
                // A member of a group also meets itself, and that may be worth more than a word mistyped.
                let relation = if asked == stored {
                    self.by_word(number, met)
                } else {
                    by_concept(member.relation)
                };
                (asked, relation)
            }
            None => (text(number).to_owned(), self.by_word(number, met)),
        };
        Meeting {
            asked,
            stored,
            relation,
            part: met.part,
            worth: met.worth,
        }
    }

    /// Why a term and a stored word met, word by word; the first that holds is the reason.
    fn by_word(&self, number: usize, met: &Met<'_>) -> Relation {
        let &[id] = met.stored else {
            return Relation::Same;
        };
        let stored = self.vocabulary.word(id);
        let token = &self.tokens[number];
        let is_form = |token: &Token| {
            token.may_have_forms() && self.analyzer.forms(&token.stem).include(&stored)
        };
        if token.word.text == stored.text {
            return Relation::Same;
        }
        if token.acronym.as_deref() == Some(stored.text.as_ref()) {
            return Relation::Acronym;
        }
        if is_form(token) {
            return Relation::Form;
        }
        // Other words that it may be mistyped for are partners besides the one that it was taken for.
        let mistyped = |meant: &Token| {
            meant.word.text == stored.text
                || is_form(meant)
                || Mistyped::new(&token.word.text)
                    .likeness(&stored.text)
                    .is_some()
        };
        if self.meant[number].as_ref().is_some_and(mistyped) {
            return Relation::Mistyped;
        }
        Relation::Origin
    }
}

fn by_concept(relation: concepts::Relation) -> Relation {
    match relation {
        concepts::Relation::Synonyms => Relation::Synonym,
        concepts::Relation::Same => Relation::SameMeaning,
        concepts::Relation::Near => Relation::NearMeaning,
        concepts::Relation::Forms => Relation::IrregularForm,
        concepts::Relation::Compound => Relation::Compound,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Document, Entry, Faq};
    use crate::search::explain::Explanation;
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
