//! Files that are FAQs by their form, and hold no entry.

use hashbrown::HashSet;

use super::finding::{Finding, Kind};
use super::subject::Subject;
use crate::format::Spot;

pub(super) fn find(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    let Subject {
        sources,
        inspection,
    } = subject;
    let faults = inspection.faults.iter();
    let at_fault: HashSet<usize> = faults.map(|(spot, _)| spot.document).collect();
    for (document, reading) in inspection.readings.iter().enumerate() {
        // A file at fault may well have had entries.
        if reading.entries > 0 || at_fault.contains(&document) {
            continue;
        }
        let spot = Spot {
            document,
            offset: 0,
        };
        let skipped = sources[document].found && !subject.faq().entries.is_empty();
        found.push(if skipped {
            Finding::new(
                Kind::SkippedFile,
                spot,
                "this file of the folder was skipped: it has no entries",
                "nothing, if it is no FAQ; or else add entries",
            )
        } else {
            Finding::new(
                Kind::NoEntries,
                spot,
                "there are no entries in this file, so it answers nothing",
                r#"add entries: {"question":"…","answer":"…"}"#,
            )
        });
    }
}

#[cfg(test)]
mod tests {
    use crate::check::check;
    use crate::check::tests::findings;
    use crate::source::Source;

    #[test]
    fn a_file_without_entries_is_said_to_have_none() {
        let none =
            "warning[no-entries] 1:1: there are no entries in this file, so it answers nothing";
        for (text, expected) in [
            ("[]", &[none][..]),
            (r#"{"faqs":[],"title":"x"}"#, &[none]),
            // There is an error that says more.
            ("", &[]),
            (r#"[{"question":" ","answer":"a"}]"#, &[]),
            (r#"[{"question":"Why?","answer":"a"}]"#, &[]),
        ] {
            assert_eq!(findings(text, "no-entries"), expected, "{text}");
        }
    }

    #[test]
    fn in_a_folder_it_is_merely_skipped() {
        let found = |name: &str, text: &str| Source {
            found: true,
            ..Source::new(name, text)
        };
        let sources = [
            found("a.json", "[]"),
            found("b.json", r#"[{"question":"Why?","answer":"So."}]"#),
        ];
        let codes = |sources: &[Source]| -> Vec<&str> {
            let report = check(sources, None);
            report.findings.iter().map(|it| it.kind.code()).collect()
        };
        assert_eq!(codes(&sources), ["skipped-file", "short-question"]);
        assert_eq!(codes(&sources[..1]), ["no-entries"]);
    }
}
