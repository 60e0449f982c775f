//! Tags that differ only in case: one of the two is most likely meant.

use hashbrown::{HashMap, HashSet};

use super::finding::{Finding, Kind};
use super::subject::Subject;
use crate::format::Spot;

pub(super) fn find(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    let mut first: HashMap<String, (&str, Spot)> = HashMap::new();
    let mut told: HashSet<&str> = HashSet::new();
    for item in subject.items() {
        for (tag, &mark) in item.entry.tags.iter().zip(&item.offsets.tags) {
            let tag = tag.as_ref();
            let spot = item.spot(mark);
            let (usual, place) = *first.entry(tag.to_lowercase()).or_insert((tag, spot));
            // Each spelling is told once.
            if tag != usual && told.insert(tag) {
                let finding = Finding::new(
                    Kind::TagCase,
                    spot,
                    format!("the tag \"{tag}\" is written \"{usual}\" elsewhere"),
                    "write it in one way",
                );
                found.push(finding.of(item.number).see(place, "first used here"));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::tests::findings;

    #[test]
    fn each_other_spelling_is_told_once() {
        let text = r#"[{"question":"Why?","answer":"So.","tags":["Billing","x"]},
{"question":"How?","answer":"So.","tags":["billing","BILLING"]},
{"question":"Who?","answer":"So.","tags":["billing","Billing"]}]"#;
        assert_eq!(
            findings(text, "tag-"),
            [
                "warning[tag-case] 2:43: the tag \"billing\" is written \"Billing\" elsewhere",
                "warning[tag-case] 2:53: the tag \"BILLING\" is written \"Billing\" elsewhere",
            ]
        );
    }
}
