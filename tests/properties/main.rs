//! What holds for every FAQ and every question, tried on generated ones.
#![allow(
    clippy::unwrap_used,
    reason = "a FAQ that cannot be generated is a failed test"
)]

mod faqs;

use std::collections::HashSet;

use faq::evaluate::{Case, Verdict, parse_cases};
use faq::{DEFAULT_SIZE_LIMIT, Engine, Faq, Options, Reply, Source, Status};
use proptest::prelude::*;

use faqs::{faq_text, question, source, sources};

/// More matches than any generated FAQ has entries.
const ALL: usize = 100;

fn all_matches() -> Options {
    Options {
        top: ALL,
        related: ALL,
        ..Options::default()
    }
}

/// The entries that have a text among their phrasings, word for word.
fn sharing(faq: &Faq<'_>, text: &str) -> Vec<usize> {
    (0..faq.entries.len())
        .filter(|&entry| {
            faq.entries[entry]
                .phrasings()
                .any(|phrasing| phrasing.trim() == text.trim())
        })
        .collect()
}

/// The entries of the first matches, in the order of the file.
fn first(reply: &Reply, count: usize) -> Vec<usize> {
    let mut entries: Vec<usize> = reply
        .matches
        .iter()
        .take(count)
        .map(|found| found.entry)
        .collect();
    entries.sort_unstable();
    entries
}

proptest! {
    // A file of past failures would have to be found from wherever the tests run.
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_stored_phrasing_finds_its_own_entry_and_a_shared_one_all_of_them(text in faq_text()) {
        each_phrasing_finds_its_own_entries(&[source(&text)])?;
    }

    #[test]
    fn a_stored_phrasing_finds_its_own_entry_among_several_files(sources in sources()) {
        each_phrasing_finds_its_own_entries(&sources)?;
    }

    #[test]
    fn the_same_input_gives_the_same_output(sources in sources(), question in question()) {
        let (one, other) = (faq::parse(&sources, None).unwrap(), faq::parse(&sources, None).unwrap());
        prop_assert_eq!(&one, &other);
        let (first, second) = (Engine::new(&one), Engine::new(&other));
        let reply = first.ask(&question, &all_matches());
        prop_assert_eq!(&reply, &second.ask(&question, &all_matches()));
        // Asking leaves nothing behind.
        prop_assert_eq!(&reply, &first.ask(&question, &all_matches()));
        prop_assert_eq!(first.filter(&question, &[]), second.filter(&question, &[]));
    }

    #[test]
    fn an_explained_reply_is_the_reply_and_the_explanation_agrees_with_it(
        sources in sources(), question in question(), threshold in 0.0..=1.0_f64, top in 0..8_usize,
    ) {
        let faq = faq::parse(&sources, None).unwrap();
        let engine = Engine::new(&faq);
        let options = Options { threshold, top, ..all_matches() };
        let (reply, explanation) = engine.explain(&question, &options);
        prop_assert_eq!(&reply, &engine.ask(&question, &options));
        prop_assert_eq!(reply.status, reply.reason.status());
        prop_assert_eq!(explanation.candidates.len(), reply.matches.len());
        for (candidate, found) in explanation.candidates.iter().zip(&reply.matches) {
            prop_assert_eq!(candidate.entry, found.entry);
            prop_assert!((candidate.score - found.score).abs() < f64::EPSILON);
            prop_assert!((0.0..=1.0).contains(&candidate.confidence), "{:?}", candidate);
        }
        if let Some(first) = explanation.candidates.first() {
            prop_assert!((first.confidence - reply.confidence).abs() < f64::EPSILON);
        }
        for word in &explanation.words {
            prop_assert!(word.weight.is_finite() && word.weight >= 0.0, "{:?}", word);
        }
    }

    #[test]
    fn scores_are_finite_between_0_and_1_and_fall(
        sources in sources(), question in question(), top in 0..8_usize, related in 0..8_usize,
    ) {
        let faq = faq::parse(&sources, None).unwrap();
        let options = Options { top, related, ..Options::default() };
        let reply = Engine::new(&faq).ask(&question, &options);
        prop_assert!((0.0..=1.0).contains(&reply.confidence), "{}", reply.confidence);
        let scores: Vec<f64> = reply.matches.iter().map(|found| found.score).collect();
        prop_assert!(scores.iter().all(|score| (0.0..=1.0).contains(score)), "{:?}", scores);
        prop_assert!(scores.is_sorted_by(|a, b| a >= b), "{:?}", scores);
        prop_assert!(reply.matches.len() <= top.max(1) && reply.related.len() <= related);
    }

    #[test]
    fn no_entry_is_listed_twice_and_none_that_does_not_exist(sources in sources(), question in question()) {
        let faq = faq::parse(&sources, None).unwrap();
        let engine = Engine::new(&faq);
        let reply = engine.ask(&question, &Options { threshold: 0.0, ..all_matches() });
        let matches: Vec<usize> = reply.matches.iter().map(|found| found.entry).collect();
        for listed in [&matches, &reply.related, &engine.filter(&question, &[])] {
            prop_assert!(listed.iter().all(|&entry| entry < faq.entries.len()));
            prop_assert_eq!(listed.iter().collect::<HashSet<_>>().len(), listed.len());
        }
        if let Some(best) = matches.first() {
            prop_assert_eq!(reply.status, Status::Answered);
            prop_assert!(!reply.related.contains(best), "related to itself");
        }
    }

    #[test]
    fn the_threshold_decides_the_status_and_nothing_else(
        sources in sources(), question in question(), threshold in 0.0..=1.0_f64,
    ) {
        let faq = faq::parse(&sources, None).unwrap();
        let engine = Engine::new(&faq);
        let usual = engine.ask(&question, &all_matches());
        let other = engine.ask(&question, &Options { threshold, ..all_matches() });
        prop_assert!((usual.confidence - other.confidence).abs() < f64::EPSILON);
        prop_assert_eq!(&usual.matches, &other.matches);
        if other.status == Status::Answered && threshold > 0.0 {
            prop_assert!(other.confidence >= threshold);
        }
    }

    #[test]
    fn a_verdict_knows_what_the_engine_answers_at_every_threshold(
        sources in sources(), question in question(), tag in prop::option::of("[ab]"),
        threshold in prop_oneof![2 => 0.0..=1.0_f64, 1 => Just(0.0), 1 => Just(1.0)],
        relevant in prop::collection::vec(any::<prop::sample::Index>(), 0..3),
    ) {
        let faq = faq::parse(&sources, None).unwrap();
        let engine = Engine::new(&faq);
        let relevant = relevant.iter().filter(|_| !faq.entries.is_empty());
        let case = Case {
            question: question.as_str().into(),
            relevant: relevant.map(|index| index.index(faq.entries.len())).collect(),
            position: faq::Position::default(),
        };
        let tags: Vec<String> = tag.into_iter().collect();
        let verdict = Verdict::of(&case, &engine, &faq, &tags);
        // Also where confidence is exactly as high as the threshold.
        for threshold in [threshold, verdict.confidence] {
            let reply = engine.ask(&question, &Options { threshold, tags: tags.clone(), ..all_matches() });
            prop_assert_eq!(verdict.is_answered(threshold), reply.status == Status::Answered);
            prop_assert!((verdict.confidence - reply.confidence).abs() < f64::EPSILON);
            prop_assert_eq!(verdict.found, reply.matches.first().map(|first| first.entry));
            for wanted in &verdict.relevant {
                let place = reply.matches.iter().position(|found| found.entry == wanted.entry);
                prop_assert_eq!(wanted.rank, place.map(|place| place + 1));
            }
        }
        let there = |&&entry: &&usize| faq.entries[entry].has_any_tag(&tags);
        prop_assert_eq!(verdict.relevant.len(), case.relevant.iter().filter(there).count());
    }

    #[test]
    fn any_text_is_read_as_cases_or_refused_at_a_place_that_it_has(
        text in prop_oneof![any::<String>(), "(\\{\"(query|relevant)\": ?(\"q\"|\\[\"?(a|b)?\"?\\])[,}] ?|\t|\n|#|é|a|\\[){0,12}"],
    ) {
        let sources = [source(r#"[{"id": "a", "question": "A?", "answer": ""}]"#)];
        let faq = faq::parse(&sources, None).unwrap();
        let cases = source(&text);
        match parse_cases(&cases, &faq) {
            Ok(cases) => for case in cases {
                prop_assert!(!case.question.trim().is_empty());
                prop_assert!(case.relevant.iter().all(|&entry| entry == 0));
                let line = text.split('\n').nth(case.position.line - 1);
                prop_assert!(line.is_some_and(|line| !line.trim().is_empty()));
            },
            Err(error) => {
                prop_assert!(is_there(&text, error.position), "{}", error);
                prop_assert!(!error.mend().is_empty());
            }
        }
    }

    #[test]
    fn a_tag_lets_only_its_own_entries_match(sources in sources(), question in question(), tag in "[ab]") {
        let faq = faq::parse(&sources, None).unwrap();
        let options = Options { tags: vec![tag], ..all_matches() };
        let engine = Engine::new(&faq);
        let reply = engine.ask(&question, &options);
        let matches = reply.matches.iter().map(|found| found.entry);
        for entry in matches.chain(engine.filter(&question, &options.tags)) {
            prop_assert!(faq.entries[entry].has_any_tag(&options.tags));
        }
    }

    #[test]
    fn ids_are_unique_never_empty_and_near_themselves(sources in sources(), wanted in any::<String>()) {
        let faq = faq::parse(&sources, None).unwrap();
        let ids: HashSet<&str> = faq.entries.iter().map(|entry| entry.id.as_ref()).collect();
        prop_assert_eq!(ids.len(), faq.entries.len());
        prop_assert!(!ids.contains(""));
        for near in faq::nearest_ids(&faq, &wanted, 3) {
            prop_assert!(ids.contains(near));
        }
    }

    #[test]
    fn any_text_is_read_or_refused_at_a_place_that_it_has(text in any::<String>()) {
        read_or_refused(&source(&text))?;
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        if let Ok(source) = Source::read_stream("f", bytes.as_slice(), DEFAULT_SIZE_LIMIT) {
            read_or_refused(&source)?;
        }
    }

    #[test]
    fn any_text_is_checked_and_every_finding_has_a_place_in_it(
        text in prop_oneof![faq_text(), any::<String>()], at in any::<prop::sample::Index>(), byte in any::<u8>(),
        format in prop::option::of(prop::sample::select(vec![faq::Format::Json])),
    ) {
        let mut bytes = text.into_bytes();
        if !bytes.is_empty() {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if let Ok(source) = Source::read_stream("f.json", bytes.as_slice(), DEFAULT_SIZE_LIMIT) {
            checked(&[source], format)?;
        }
    }

    #[test]
    fn whatever_can_be_parsed_has_no_error_but_shared_questions(sources in sources()) {
        let faults = checked(&sources, None)?;
        let only_shared = faults.iter().all(|&kind| kind == faq::check::Kind::DuplicateQuestion);
        prop_assert!(only_shared, "{:?}", faults);
    }

    #[test]
    fn a_faq_with_damage_is_read_or_refused(
        text in faq_text(), at in any::<prop::sample::Index>(), byte in any::<u8>(), cut in any::<bool>(),
    ) {
        let mut bytes = text.into_bytes();
        let at = at.index(bytes.len());
        if cut {
            bytes.truncate(at);
        } else {
            bytes[at] = byte;
        }
        if let Ok(source) = Source::read_stream("f", bytes.as_slice(), DEFAULT_SIZE_LIMIT) {
            read_or_refused(&source)?;
        }
    }
}

/// Whoever asks a stored phrasing gets its entry with confidence 1, or all the entries that share it.
fn each_phrasing_finds_its_own_entries(sources: &[Source]) -> Result<(), TestCaseError> {
    let faq = faq::parse(sources, None).unwrap();
    let engine = Engine::new(&faq);
    for phrasing in faq.entries.iter().flat_map(faq::Entry::phrasings) {
        let reply = engine.ask(phrasing, &all_matches());
        let sharing = sharing(&faq, phrasing);
        let expected = if sharing.len() == 1 {
            Status::Answered
        } else {
            Status::Ambiguous
        };
        prop_assert_eq!(reply.status, expected, "{:?}", phrasing);
        prop_assert_eq!(
            first(&reply, sharing.len()),
            sharing.as_slice(),
            "{:?}",
            phrasing
        );
        let share = 1.0 / sharing.len() as f64;
        prop_assert!(
            (reply.confidence - share).abs() < 1e-12,
            "{:?}: {}",
            phrasing,
            reply.confidence
        );
    }
    Ok(())
}

/// The kinds of the errors in sources, after a look at everything that a finding has.
fn checked(
    sources: &[Source],
    format: Option<faq::Format>,
) -> Result<Vec<faq::check::Kind>, TestCaseError> {
    let report = faq::check::check(sources, format);
    prop_assert_eq!(
        &report.findings,
        &faq::check::check(sources, format).findings
    );
    for finding in &report.findings {
        let text = |document: usize| sources[document].text.as_str();
        prop_assert!(
            is_there(text(finding.spot.document), finding.position),
            "{:?}",
            finding
        );
        prop_assert!(text(finding.spot.document).is_char_boundary(finding.spot.offset));
        prop_assert!(!finding.message.is_empty() && !finding.mend.is_empty());
        for other in &finding.elsewhere {
            prop_assert!(
                is_there(text(other.spot.document), other.position),
                "{:?}",
                finding
            );
        }
    }
    prop_assert!(report.findings.is_sorted_by_key(|finding| finding.spot));
    let errors = report.findings.iter().map(|finding| finding.kind);
    Ok(errors
        .filter(|kind| kind.severity() == faq::check::Severity::Error)
        .collect())
}

/// Whether a text has a place, the ends of its lines among them.
fn is_there(text: &str, position: faq::Position) -> bool {
    let line = text.split('\n').nth(position.line.wrapping_sub(1));
    line.is_some_and(|line| (1..=line.chars().count() + 1).contains(&position.column))
}

/// Either entries with a question and a place each, or an error whose place is in the text.
fn read_or_refused(source: &Source) -> Result<(), TestCaseError> {
    let is_there = |position| is_there(&source.text, position);
    match faq::parse(std::slice::from_ref(source), None) {
        Ok(faq) => {
            for entry in &faq.entries {
                prop_assert!(!entry.question.trim().is_empty() && !entry.id.is_empty());
                let position = entry.place.position;
                prop_assert!(is_there(position), "{}", position);
            }
        }
        Err(error) => {
            let position = error.position;
            prop_assert!(is_there(position), "{}", error);
            let place = format!("{}:{position}: ", source.name);
            prop_assert!(error.to_string().starts_with(&place), "{}", error);
            prop_assert!(!error.kind.mend().is_empty());
        }
    }
    Ok(())
}
