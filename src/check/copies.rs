//! Files that say the same as another: one finding, where each of their entries would be several.

use std::hash::{Hash, Hasher};

use hashbrown::HashMap;
use hashbrown::hash_map::Entry as Slot;

use super::finding::{Finding, Kind};
use crate::format::{Inspection, Spot};
use crate::model::{Entry, Faq};
use crate::source::Source;

/// A file with the entries of an earlier one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Copy {
    document: usize,
    original: usize,
}

/// Takes what stands in copies out of a FAQ, so that nothing is found in it that holds for the originals as well.
pub(super) fn set_aside(inspection: &mut Inspection<'_>) -> Vec<Copy> {
    let copies = copies(&inspection.faq);
    if copies.is_empty() {
        return copies;
    }
    let mut kept = vec![true; inspection.readings.len()];
    for copy in &copies {
        kept[copy.document] = false;
    }
    let entries = std::mem::take(&mut inspection.faq.entries);
    let offsets = std::mem::take(&mut inspection.offsets);
    let both = entries.into_iter().zip(offsets);
    let both = both.filter(|(entry, _)| kept[entry.place.document]);
    (inspection.faq.entries, inspection.offsets) = both.unzip();
    inspection.faults.retain(|(spot, _)| kept[spot.document]);
    inspection.notes.retain(|(spot, _)| kept[spot.document]);
    copies
}

pub(super) fn find(sources: &[Source], copies: &[Copy], found: &mut Vec<Finding>) {
    for copy in copies {
        let begin = |document| Spot {
            document,
            offset: 0,
        };
        let finding = Finding::new(
            Kind::CopiedFile,
            begin(copy.document),
            format!("this file says the same as {}", sources[copy.original].name),
            "leave out one of the two; what else is wrong is told of the first alone",
        );
        found.push(finding.see(begin(copy.original), "the same begins here"));
    }
}

/// The files that have the entries of an earlier one.
fn copies(faq: &Faq<'_>) -> Vec<Copy> {
    let document = |entry: &Entry<'_>| entry.place.document;
    let of_documents = faq.entries.chunk_by(|a, b| document(a) == document(b));
    let mut first = HashMap::new();
    let mut copies = Vec::new();
    for entries in of_documents {
        let number = document(&entries[0]);
        match first.entry(Content(entries)) {
            Slot::Vacant(slot) => {
                slot.insert(number);
            }
            Slot::Occupied(slot) => copies.push(Copy {
                document: number,
                original: *slot.get(),
            }),
        }
    }
    copies
}

/// Entries as they are compared, whatever format they stand in: by questions and answers; line ends make no difference.
struct Content<'a>(&'a [Entry<'a>]);

impl Content<'_> {
    fn lines(&self) -> impl Iterator<Item = &str> {
        self.0.iter().flat_map(texts).flat_map(str::lines)
    }
}

/// The texts of an entry; after each of them is an empty line.
fn texts<'e>(entry: &'e Entry<'_>) -> [&'e str; 4] {
    [entry.question.trim(), "\n", entry.answer.trim(), "\n"]
}

impl PartialEq for Content<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.lines().eq(other.lines())
    }
}

impl Eq for Content<'_> {}

impl Hash for Content<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.lines().for_each(|line| line.hash(state));
    }
}

#[cfg(test)]
mod tests {
    use crate::check::check;
    use crate::source::Source;

    const FAQ: &str = "# FAQ\n\n## Why is it?\n\nSo.\n\n## How is it?\n\nTODO\n";

    /// What is found, each with its document.
    fn found(texts: &[&str]) -> Vec<String> {
        let name = |(number, text): (usize, &&str)| Source {
            found: true,
            ..Source::new(format!("{number}.md"), *text)
        };
        let sources: Vec<Source> = texts.iter().enumerate().map(name).collect();
        let report = check(&sources, None);
        let entries = report.inspection.faq.entries.len();
        let findings = report.findings.iter().map(|it| {
            let code = it.kind.code();
            format!("{} {code}: {}", it.spot.document, it.message)
        });
        findings.chain([format!("{entries} entries")]).collect()
    }

    #[test]
    fn a_copy_is_one_finding_and_what_else_is_wrong_is_told_once() {
        let placeholder = "0 placeholder-answer: \"TODO\" stands where the answer belongs";
        let windows = FAQ.replace('\n', "\r\n") + "\r\n";
        assert_eq!(
            found(&[FAQ, &windows, FAQ]),
            [
                placeholder,
                "1 copied-file: this file says the same as 0.md",
                "2 copied-file: this file says the same as 0.md",
                "2 entries",
            ]
        );
        assert_eq!(found(&[FAQ]), [placeholder, "2 entries"]);
    }

    #[test]
    fn it_is_a_copy_in_another_format_as_well_but_not_with_another_answer() {
        let text = |answer: &str| format!("Q: Why is it?\nA: So.\n\nQ: How is it?\nA: {answer}\n");
        let found = found(&[FAQ, &text("TODO"), &text("Thus.")]);
        assert!(
            found.contains(&"1 copied-file: this file says the same as 0.md".to_owned()),
            "{found:?}"
        );
        let of_third = found.iter().filter(|it| it.starts_with("2 ")).count();
        assert_eq!(of_third, 2, "{found:?}");
    }

    #[test]
    fn what_is_no_faq_may_be_there_twice() {
        let found = found(&[FAQ, "# About\n", "# About\n", "", ""]);
        assert!(!found.iter().any(|it| it.contains("copied")), "{found:?}");
        let skipped = found.iter().filter(|it| it.contains("skipped-file"));
        assert_eq!(skipped.count(), 4, "{found:?}");
    }
}
