//! What the tests of every kind of finding have in common.

use serde_json::json;

use super::check;
use crate::source::Source;

/// The findings in a native file whose kind has this in its code, with their labels.
pub(super) fn findings(text: &str, code: &str) -> Vec<String> {
    let sources = [Source::new("f.json", text)];
    let report = check(&sources, None);
    let wanted = report.findings.iter().filter(|it| {
        let severity = it.kind.severity().to_string();
        it.kind.code().contains(code) || severity == code
    });
    wanted
        .map(|it| {
            let label = it.label.as_ref();
            format!(
                "{}[{}] {}: {}{}",
                it.kind.severity(),
                it.kind.code(),
                it.position,
                it.message,
                label.map_or_else(String::new, |label| format!(" ({label})")),
            )
        })
        .collect()
}

/// The same of entries with these phrasings, one a line, with as many answers as there are.
pub(super) fn findings_of(entries: &[&[&str]], code: &str) -> Vec<String> {
    let entry = |phrasings: &&[&str]| {
        let (question, alternates) = (json!(phrasings[0]), json!(phrasings[1..]));
        format!(r#"{{"question":{question},"alternates":{alternates},"answer":"So it is."}}"#)
    };
    let entries: Vec<String> = entries.iter().map(entry).collect();
    findings(&format!("[{}]", entries.join(",\n")), code)
}

#[test]
fn the_built_in_faq_is_clean() {
    assert_eq!(findings(include_str!("../../faq.json"), ""), [""; 0]);
}
