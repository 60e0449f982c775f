//! The analyser and the matcher: a small FAQ and a question of any words, and the checks of a FAQ.

use std::collections::HashSet;

use faq::{Document, Engine, Entry, Faq, Options, Source, Status};

use super::{assert_is_there, first_line, source};

/// More matches than any FAQ here has entries.
const ALL: usize = 200;

/// The first line is the question, the second the language, and each line below an entry: its phrasings and its answer,
/// with tabs between.
pub(super) fn ask(bytes: &[u8]) {
    let Some(source) = source("f", bytes) else {
        return;
    };
    let (question, rest) = first_line(&source.text);
    let (language, rest) = first_line(rest);
    let faq = faq_of(language, rest);
    let engine = Engine::new(&faq);
    let options = Options {
        top: ALL,
        related: ALL,
        ..Options::default()
    };
    let (reply, explanation) = engine.explain(question, &options);
    assert_eq!(reply, engine.ask(question, &options));
    assert!((0.0..=1.0).contains(&reply.confidence), "{reply:?}");
    let scores: Vec<f64> = reply.matches.iter().map(|found| found.score).collect();
    assert!(
        scores.iter().all(|score| (0.0..=1.0).contains(score)),
        "{scores:?}"
    );
    assert!(scores.is_sorted_by(|a, b| a >= b), "{scores:?}");
    assert_eq!(explanation.candidates.len(), reply.matches.len());
    for word in &explanation.words {
        assert!(word.weight.is_finite() && word.weight >= 0.0, "{word:?}");
    }
    let matches: Vec<usize> = reply.matches.iter().map(|found| found.entry).collect();
    for listed in [&matches, &reply.related, &engine.filter(question, &[])] {
        assert!(listed.iter().all(|&entry| entry < faq.entries.len()));
        assert_eq!(listed.iter().collect::<HashSet<_>>().len(), listed.len());
    }
    assert!(faq::nearest_ids(&faq, question, 3).len() <= 3);
    for similar in engine.similar(0.5) {
        assert!((0.0..=1.0).contains(&similar.likeness), "{similar:?}");
    }
    for phrasing in faq.entries.iter().flat_map(Entry::phrasings) {
        let found = engine.ask(phrasing, &options);
        assert_ne!(found.status, Status::None, "{phrasing:?} is not found");
    }
}

fn faq_of<'a>(language: &'a str, lines: &'a str) -> Faq<'a> {
    let mut faq = Faq {
        documents: vec![Document {
            language: (!language.trim().is_empty()).then(|| language.into()),
            ..Document::default()
        }],
        ..Faq::default()
    };
    for line in lines.split('\n').filter(|line| !line.trim().is_empty()) {
        let mut fields = line.split('\t').filter(|field| !field.trim().is_empty());
        let Some(question) = fields.next() else {
            continue;
        };
        let alternates: Vec<_> = fields.map(Into::into).collect();
        // A line of synonyms begins with `=`.
        if question.starts_with('=') {
            faq.documents[0].synonyms.push(alternates);
            continue;
        }
        let answer = alternates.last().cloned().unwrap_or_default();
        faq.entries.push(Entry {
            id: faq.entries.len().to_string().into(),
            question: question.into(),
            alternates,
            answer,
            ..Entry::default()
        });
    }
    faq.entries.truncate(ALL);
    faq
}

/// Checks bytes as a FAQ of whatever format: each finding has its place and says something.
pub(super) fn check(bytes: &[u8]) {
    let Some(source) = source("f", bytes) else {
        return;
    };
    let sources = [source];
    let report = faq::check::check(&sources, None);
    let text = |document: usize| -> &Source { &sources[document] };
    for finding in &report.findings {
        assert_is_there(&text(finding.spot.document).text, finding.position);
        assert!(
            !finding.message.is_empty() && !finding.mend.is_empty(),
            "{finding:?}"
        );
        for other in &finding.elsewhere {
            assert_is_there(&text(other.spot.document).text, other.position);
        }
    }
    assert!(report.findings.is_sorted_by_key(|finding| finding.spot));
}
