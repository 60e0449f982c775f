//! Ids that are hard to type.

use super::finding::{Finding, Kind};
use super::subject::Subject;

pub(super) fn find(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    for item in subject.items() {
        let (id, Some(mark)) = (item.entry.id.as_ref(), item.offsets.id) else {
            continue;
        };
        let message = if id.trim().contains(char::is_whitespace) {
            "the id holds blanks, so a shell takes it for several words"
        } else if id.starts_with('-') {
            "the id begins with a hyphen, so it is taken for an option"
        } else {
            continue;
        };
        let finding = Finding::new(
            Kind::AwkwardId,
            item.spot(mark),
            message,
            "use letters, digits and hyphens between them",
        );
        found.push(finding.of(item.number));
    }
}

#[cfg(test)]
mod tests {
    use crate::check::tests::findings;

    #[test]
    fn ids_are_single_words() {
        for (id, expected) in [
            ("us-role", &[][..]),
            ("何か", &[]),
            ("7", &[]),
            (
                "us role",
                &[
                    "warning[awkward-id] 1:8: the id holds blanks, so a shell takes it for several words",
                ],
            ),
            (
                "-x",
                &[
                    "warning[awkward-id] 1:8: the id begins with a hyphen, so it is taken for an option",
                ],
            ),
        ] {
            let text = format!(r#"[{{"id":"{id}","question":"Why?","answer":"So."}}]"#);
            assert_eq!(findings(&text, "awkward"), expected, "{id}");
        }
    }
}
