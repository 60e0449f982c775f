//! Labelled questions, and logs of misses.

use faq::evaluate::{Figures, Verdict, parse_cases};
use faq::misses::{Grouping, parse_misses};
use faq::{Engine, Faq, Options, Source};

use super::{assert_is_there, source};

const FAQ: &str = r#"[
    {"id": "a", "question": "How do I return an item?", "answer": "Send it back."},
    {"id": "b", "question": "When is the refund paid?", "answer": "Within a week."},
    {"id": "\t\u001b", "question": "日本?", "answer": ""}
]"#;

/// Does something with a small FAQ.
fn with_faq(then: impl FnOnce(&Faq<'_>)) {
    then(&faq::parse(&[Source::new("f", FAQ)], None).unwrap());
}

/// Reads bytes as labelled questions, and asks them.
pub(super) fn cases(bytes: &[u8]) {
    let Some(source) = source("cases", bytes) else {
        return;
    };
    with_faq(|faq| match parse_cases(&source, faq) {
        Ok(cases) => {
            let engine = Engine::new(faq);
            for case in &cases {
                assert!(!case.question.trim().is_empty());
                assert!(case.relevant.iter().all(|&entry| entry < faq.entries.len()));
                assert_is_there(&source.text, case.position);
            }
            let verdict = |case| Verdict::of(case, &engine, faq, &[]);
            let verdicts: Vec<Verdict> = cases.iter().map(verdict).collect();
            let figures = Figures::of(&verdicts, faq::DEFAULT_THRESHOLD);
            assert_eq!(figures.in_scope + figures.out_of_scope, cases.len());
        }
        Err(error) => {
            assert_is_there(&source.text, error.position);
            assert!(!error.to_string().is_empty() && !error.mend().is_empty());
        }
    });
}

/// Reads bytes as a log of misses, and groups them.
pub(super) fn misses(bytes: &[u8]) {
    let Some(source) = source("log", bytes) else {
        return;
    };
    with_faq(|faq| match parse_misses(&source) {
        Ok(misses) => {
            for miss in &misses {
                assert!(!miss.question.trim().is_empty());
                assert_is_there(&source.text, miss.position);
            }
            let engine = Engine::new(faq);
            let grouping = Grouping::new(&misses, &engine, &Options::default());
            let counts = || grouping.groups.iter().map(|group| group.count);
            assert_eq!(counts().sum::<usize>() + grouping.answered, misses.len());
            assert!(counts().is_sorted_by(|a, b| a >= b));
        }
        Err(error) => {
            assert_is_there(&source.text, error.position);
            assert!(!error.to_string().is_empty() && !error.mend().is_empty());
        }
    });
}
