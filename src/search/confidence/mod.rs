//! How likely the first match is right: that the question was understood and the FAQ has an answer, by a logistic model over
//! the [`Evidence`], times that the first match is it rather than the second, by how far it leads.
//!
//! The score ranks entries for one question but does not compare across questions: a long question that shares two
//! words with an entry and a short one that shares both its words score alike. The weights here were fitted by
//! `examples/fit_confidence.rs` on public question sets and those in `tests/sets`, each source counting the same; it
//! prints them, and how well they do on each source when that source is left out of the fit.

pub(super) mod evidence;
pub(super) mod reason;

use evidence::Evidence;

/// From which confidence on the first match is given as the answer, unless told otherwise. On the question sets, more
/// than nine of ten answers given at it are right, and as many questions that the FAQ cannot answer are refused.
pub const DEFAULT_THRESHOLD: f64 = 0.77;

/// How many facts the model of understanding weighs.
pub const FEATURES: usize = 10;

/// The most that the model can be sure of: certainty is for stored phrasings alone.
const MOST: f64 = 0.999;

/// The weight of each feature, in the order of [`features`].
const WEIGHTS: [f64; FEATURES] = [
    -4.88, 0.83, -0.20, 6.83, -1.08, 6.75, 0.94, 7.03, -4.97, -0.91,
];

/// How much a lead of 1 says, as the weights above: where the first match leads by nothing, the second is as likely right.
const LEAD: f64 = 16.08;

/// The facts as numbers that tell whether the question was understood and can be answered; the first is constant.
#[must_use]
pub fn features(evidence: &Evidence) -> [f64; FEATURES] {
    let size = (evidence.entries as f64 + 1.0).ln();
    [
        1.0,
        // A lead says more where there is more to be confused with, and shared words say less.
        evidence.margin * size,
        evidence.subject_found * size,
        evidence.subject_found,
        f64::from(u8::from(evidence.finds_subject)),
        // What is found says more, the less of it the phrasings have: then it is the answer that was asked for.
        evidence.anywhere_found * (1.0 - evidence.subject_found),
        // Grows faster than what is found: half of the words are less than half the way.
        evidence.anywhere_found * evidence.anywhere_found,
        evidence.stored_found,
        // Weighed down: what fits both ways would count twice.
        evidence.anywhere_found * evidence.stored_found,
        evidence.unseen,
    ]
}

/// The probability, in 0..1, that the first match is right, where `sharing` entries have the question word for word.
pub(super) fn of(evidence: &Evidence, sharing: usize) -> f64 {
    match sharing {
        0 => confidence(evidence),
        sharing => 1.0 / sharing as f64,
    }
}

/// The probability, in 0..1, that the first match is right; 0 when no word of the question is found in it, or when
/// none asks anything.
fn confidence(evidence: &Evidence) -> f64 {
    let found = evidence.asked_found > 0.0 || evidence.anywhere_found > 0.0;
    if !found || !evidence.asks {
        return 0.0;
    }
    let products = features(evidence).into_iter().zip(WEIGHTS);
    let understood = logistic(products.map(|(feature, weight)| feature * weight).sum());
    (understood * logistic(LEAD * evidence.margin)).min(MOST)
}

fn logistic(sum: f64) -> f64 {
    1.0 / (1.0 + (-sum).exp())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Document, Entry, Faq};
    use crate::search::{Engine, Options, Status};

    #[test]
    fn of_two_entries_that_fit_equally_well_neither_is_sure() {
        let best = Evidence {
            entries: 1000,
            asked_found: 1.0,
            subject_found: 1.0,
            stored_found: 1.0,
            anywhere_found: 1.0,
            finds_subject: true,
            asks: true,
            ..Evidence::default()
        };
        assert!(confidence(&best) <= 0.5);
        let leads = |margin: f64| confidence(&Evidence { margin, ..best });
        assert!(leads(0.05) < leads(0.3) && leads(0.3) > DEFAULT_THRESHOLD);
        assert!(leads(1.0) <= MOST);
    }

    #[test]
    fn a_word_alone_is_answered_by_what_has_it_and_not_by_what_has_one_like_it() {
        let entries = [
            ["How do I mute the sound?", "So."],
            ["How do I terminate my account?", "So."],
            ["Where do I set the timer?", "So."],
            ["What is in the news?", "So."],
        ];
        for (asked, answered) in [
            ("mute", true),
            ("terminating", true),
            ("timr", true),
            ("mutate", false),
            ("mutual", false),
            ("terrain", false),
            ("tiger", false),
            ("newspaper", false),
        ] {
            assert_eq!(answers("en", &entries, asked), answered, "{asked}");
        }
    }

    /// Whether a FAQ in a language answers a question.
    fn answers(language: &str, entries: &[[&str; 2]], asked: &str) -> bool {
        let entry = |[question, answer]: &[&str; 2]| Entry {
            question: (*question).to_owned().into(),
            answer: (*answer).to_owned().into(),
            ..Entry::default()
        };
        let document = Document {
            language: Some(language.to_owned().into()),
            ..Document::default()
        };
        let faq = Faq {
            documents: vec![document],
            entries: entries.iter().map(entry).collect(),
        };
        Engine::new(&faq).ask(asked, &Options::default()).status == Status::Answered
    }

    #[test]
    fn a_subject_is_not_made_from_a_function_word() {
        let entries = [
            ["What is the password for guests?", "guest"],
            ["Where is the printer?", "Upstairs."],
        ];
        assert!(!answers("en", &entries, "forgot password"));
        assert!(answers("en", &entries, "password of a guest"));
    }

    #[test]
    fn a_bare_number_is_not_answered_by_what_has_it_by_chance() {
        let entries = [
            ["Can I park here?", "Yes, 3 cars."],
            ["What is error 404?", "A page that is gone."],
        ];
        assert!(!answers("en", &entries, "3"));
        assert!(answers("en", &entries, "404"));
        assert!(answers("en", &entries, "3 cars"));
    }

    #[test]
    fn an_english_word_is_not_mistyped_in_another_language() {
        let entries = [
            ["Les barbecues ?", "C'est interdit."],
            ["La piscine est-elle chauffée ?", "Oui."],
        ];
        assert!(!answers("fr", &entries, "internet"));
        assert!(answers("fr", &entries, "piscne"));
    }
}
