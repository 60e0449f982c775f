//! The readers, and what tells which of them it is.

use faq::format::inspect;
use faq::{Faq, Format, Source};

use super::{assert_is_there, first_line, source};

/// Reads bytes as a format.
pub(super) fn read(bytes: &[u8], format: Format) {
    if let Some(source) = source("f", bytes) {
        read_or_refused(&[source], Some(format));
    }
}

/// Names that say something, and some that do not.
const NAMES: [&str; 12] = [
    "f", "f.json", "f.jsonl", "f.jsonld", "f.csv", "f.tsv", "f.md", "f.html", "f.txt", "-", "f.x",
    "",
];

/// Reads bytes as whatever they are taken for. The length of the first line names the file.
pub(super) fn recognise(bytes: &[u8]) {
    let Some(source) = source("f", bytes) else {
        return;
    };
    let (first, text) = first_line(&source.text);
    let name = NAMES[first.len() % NAMES.len()];
    read_or_refused(&[Source::new(name, text)], None);
}

/// Reads sources strictly and leniently: entries that are whole, or an error whose place is in the text.
fn read_or_refused(sources: &[Source], format: Option<Format>) {
    let text = sources[0].text.as_str();
    let inspection = inspect(sources, format);
    for (spot, kind) in &inspection.faults {
        assert!(spot.document == 0 && spot.offset <= text.len(), "{spot:?}");
        assert!(!kind.to_string().is_empty() && !kind.mend().is_empty());
    }
    assert_eq!(inspection.offsets.len(), inspection.faq.entries.len());
    for (_, note) in &inspection.notes {
        assert!(!note.to_string().is_empty());
    }
    assert_whole(&inspection.faq, text);
    match faq::parse(sources, format) {
        Ok(faq) => {
            assert!(!faq.entries.is_empty() || format.is_none_or(|it| it == Format::Json));
            assert_whole(&faq, text);
            assert_eq!(inspection.faults, [], "what is read has no fault");
            assert_eq!(inspection.faq, faq, "both ways of reading find the same");
        }
        Err(error) => {
            assert_is_there(text, error.position);
            assert!(!inspection.faults.is_empty(), "{error}: no fault to mend");
            assert!(!error.to_string().is_empty() && !error.kind.mend().is_empty());
        }
    }
}

/// Checks that entries have a question, an id of their own, and a place in the text.
fn assert_whole(faq: &Faq<'_>, text: &str) {
    let mut ids: Vec<&str> = faq.entries.iter().map(|entry| &*entry.id).collect();
    ids.sort_unstable();
    assert!(ids.windows(2).all(|pair| pair[0] != pair[1]), "{ids:?}");
    // Each is found by counting lines from the beginning, so only some are.
    let some = faq.entries.iter().step_by(faq.entries.len() / 50 + 1);
    for entry in some {
        assert!(!entry.question.trim().is_empty() && !entry.id.is_empty());
        assert_is_there(text, entry.place.position);
    }
}
