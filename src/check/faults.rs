//! What keeps a document from being used.

use hashbrown::HashMap;

use super::finding::{Finding, Kind};
use super::subject::Subject;
use crate::format::{FormatErrorKind, Inspection, Spot};

pub(super) fn find(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    if subject.inspection.faults.is_empty() {
        return;
    }
    let entries = entries(subject);
    let ids: HashMap<&str, usize> = subject
        .items()
        .filter(|item| item.offsets.id.is_some())
        .map(|item| (item.entry.id.as_ref(), item.number))
        .collect();
    for (spot, fault) in &subject.inspection.faults {
        let mut finding = finding(subject, *spot, fault);
        // Only an entry that was kept can be named.
        finding.entry = entries.get(spot).copied();
        if let FormatErrorKind::DuplicateId { id, .. } = fault
            && let Some(first) = ids.get(id.as_str()).map(|&number| subject.item(number))
        {
            let place = first.spot(first.offsets.id.unwrap_or(first.offsets.entry));
            finding = finding.see(place, "first used here");
        }
        found.push(finding);
    }
}

/// Whether there was too little memory to read all entries.
pub(super) fn are_of_memory(inspection: &Inspection<'_>) -> bool {
    let mut faults = inspection.faults.iter();
    faults.any(|(_, fault)| matches!(fault, FormatErrorKind::TooMuchMemory { .. }))
}

/// A fault of the whole that was met at an entry.
pub(super) fn at_entry(subject: &Subject<'_>, entry: usize, fault: &FormatErrorKind) -> Finding {
    let item = subject.item(entry);
    finding(subject, item.spot(item.offsets.entry), fault)
}

/// The entries by the places where a fault of theirs may be.
fn entries(subject: &Subject<'_>) -> HashMap<Spot, usize> {
    let mut entries = HashMap::new();
    for item in subject.items() {
        let offsets = [Some(item.offsets.entry), item.offsets.id];
        entries.extend(
            offsets
                .into_iter()
                .flatten()
                .map(|mark| (item.spot(mark), item.number)),
        );
    }
    entries
}

/// A file of a folder that is no FAQ is no fault where another is one.
fn finding(subject: &Subject<'_>, spot: Spot, fault: &FormatErrorKind) -> Finding {
    let is_skipped = subject.sources[spot.document].found
        && fault.is_of_another_kind_of_file()
        && !subject.faq().entries.is_empty();
    if is_skipped {
        return Finding::new(
            Kind::SkippedFile,
            spot,
            format!("this file of the folder was skipped: {fault}"),
            format!("nothing, if it is no FAQ; or else: {}", fault.mend()),
        );
    }
    Finding::new(kind(fault), spot, fault.to_string(), fault.mend())
}

fn kind(fault: &FormatErrorKind) -> Kind {
    match fault {
        FormatErrorKind::Empty => Kind::EmptyFile,
        FormatErrorKind::Unrecognised
        | FormatErrorKind::Yaml
        | FormatErrorKind::NotBuiltIn { .. } => Kind::UnknownFormat,
        FormatErrorKind::Syntax { .. } => Kind::Syntax,
        FormatErrorKind::NoQuestions { .. } | FormatErrorKind::NoColumn { .. } => Kind::NoQuestions,
        FormatErrorKind::NotAFaq { .. } => Kind::NotAFaq,
        FormatErrorKind::WrongKind { .. } => Kind::WrongKind,
        FormatErrorKind::Missing { .. } | FormatErrorKind::Misnamed { .. } => Kind::MissingField,
        FormatErrorKind::Blank { .. } => Kind::BlankField,
        FormatErrorKind::DuplicateField { .. } => Kind::DuplicateField,
        FormatErrorKind::DuplicateId { .. } => Kind::DuplicateId,
        FormatErrorKind::TooDeep { .. } => Kind::TooDeep,
        FormatErrorKind::TooMany { .. }
        | FormatErrorKind::TooLong { .. }
        | FormatErrorKind::TooMuchMemory { .. } => Kind::TooMuch,
    }
}

#[cfg(test)]
mod tests {
    use crate::check::tests::findings;

    #[test]
    fn every_fault_is_an_error_with_its_place() {
        for (text, expected) in [
            ("", &["error[empty-file] 1:1: the file is empty"][..]),
            (
                "{}",
                &["error[not-a-faq] 1:1: this is an object without \"faqs\", not a FAQ"],
            ),
            (
                "[{]",
                &["error[syntax] 1:3: not valid JSON: key must be a string"],
            ),
            (
                r#"[{"id":"x","question":"Why?","answer":"So."},
{"id":"x","question":"How?","answer":7},{"question":" ","answer":"a"}]"#,
                &[
                    "error[duplicate-id] 2:7: the id \"x\" is used already at f.json:1:2",
                    "error[wrong-kind] 2:38: \"answer\" must be a string, found a number",
                    "error[blank-field] 2:53: \"question\" must not be blank",
                ],
            ),
        ] {
            assert_eq!(findings(text, "error"), expected, "{text}");
        }
    }
}
