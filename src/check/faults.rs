//! What keeps a document from being used.

use super::finding::{Finding, Kind};
use super::subject::Subject;
use crate::format::FormatErrorKind;

pub(super) fn find(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    let is_skipped = |document: usize, fault: &FormatErrorKind| {
        subject.sources[document].found
            && fault.is_of_another_kind_of_file()
            && !subject.faq().entries.is_empty()
    };
    for (spot, fault) in &subject.inspection.faults {
        let finding = if is_skipped(spot.document, fault) {
            Finding::new(
                Kind::SkippedFile,
                *spot,
                format!("this file of the folder was skipped: {fault}"),
                format!("nothing, if it is no FAQ; or else: {}", fault.mend()),
            )
        } else {
            Finding::new(kind(fault), *spot, fault.to_string(), fault.mend())
        };
        let marked = |item: &super::subject::Item<'_>| {
            let marks = item.marks;
            item.entry.place.document == spot.document
                && (marks.entry == spot.offset || marks.id == Some(spot.offset))
        };
        // Only an entry that was kept can be named.
        let entry = subject.items().find(marked).map(|item| item.number);
        found.push(Finding { entry, ..finding });
    }
}

fn kind(fault: &FormatErrorKind) -> Kind {
    match fault {
        FormatErrorKind::Empty => Kind::EmptyFile,
        FormatErrorKind::Unrecognised => Kind::UnknownFormat,
        FormatErrorKind::Syntax { .. } => Kind::Syntax,
        FormatErrorKind::NoQuestions { .. } => Kind::NoQuestions,
        FormatErrorKind::NotAFaq { .. } => Kind::NotAFaq,
        FormatErrorKind::WrongKind { .. } => Kind::WrongKind,
        FormatErrorKind::Missing { .. } => Kind::MissingField,
        FormatErrorKind::Blank { .. } => Kind::BlankField,
        FormatErrorKind::DuplicateField { .. } => Kind::DuplicateField,
        FormatErrorKind::DuplicateId { .. } => Kind::DuplicateId,
        FormatErrorKind::TooDeep { .. } => Kind::TooDeep,
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
                    "error[missing-field] 2:1: the entry has no answer",
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
