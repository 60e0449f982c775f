//! Related ids that lead nowhere.

use hashbrown::{HashMap, HashSet};

use super::finding::{Finding, Kind};
use super::subject::Subject;
use crate::search::nearest_ids;

/// How many ids without an entry get a suggestion: each is compared with all ids. Where there are more, the ids are of
/// another file, and nothing is mistyped.
const MOST_SUGGESTED: usize = 200;

pub(super) fn find(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    let ids: HashSet<&str> = subject.items().map(|item| item.entry.id.as_ref()).collect();
    let mut suggested = 0;
    for item in subject.items() {
        let mut first: HashMap<&str, usize> = HashMap::new();
        for (id, &mark) in item.entry.related.iter().zip(&item.offsets.related) {
            let id = id.as_ref();
            let spot = item.spot(mark);
            if let Some(&earlier) = first.get(id) {
                let message = format!("\"{id}\" is given twice");
                let finding = Finding::new(
                    Kind::RepeatedRelated,
                    spot,
                    message,
                    "take out one of the two",
                );
                found.push(
                    finding
                        .of(item.number)
                        .see(item.spot(earlier), "first here"),
                );
                continue;
            }
            first.insert(id, mark);
            if id == item.entry.id {
                let message = "the entry is related to itself";
                let finding = Finding::new(Kind::SelfRelated, spot, message, "take it out");
                found.push(finding.of(item.number));
            } else if !ids.contains(id) {
                suggested += 1;
                let near = if suggested <= MOST_SUGGESTED {
                    nearest_ids(subject.faq(), id, 1)
                } else {
                    Vec::new()
                };
                let finding = Finding::new(
                    Kind::DanglingRelated,
                    spot,
                    format!("no entry has the id \"{id}\""),
                    "name an id that there is (faq list --ids), or take it out",
                );
                let finding = finding.of(item.number);
                found.push(match near.first() {
                    Some(near) => finding.labelled(format!("did you mean \"{near}\"?")),
                    None => finding,
                });
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::tests::findings;

    #[test]
    fn related_ids_must_lead_somewhere_else() {
        for (related, expected) in [
            (r#""b""#, &[][..]),
            (
                r#""alliances""#,
                &[
                    "warning[dangling-related] 1:60: no entry has the id \"alliances\" (did you mean \"alliance\"?)",
                ],
            ),
            (
                r#""zzz""#,
                &["warning[dangling-related] 1:60: no entry has the id \"zzz\""],
            ),
            (
                r#""a""#,
                &["warning[self-related] 1:60: the entry is related to itself"],
            ),
            (
                r#""b","b""#,
                &["warning[repeated-related] 1:64: \"b\" is given twice"],
            ),
        ] {
            let text = format!(
                r#"[{{"id":"a","question":"Why?","answer":"So.","related":    [{related}]}},
{{"id":"b","question":"How?","answer":"So."}},{{"id":"alliance","question":"Who?","answer":"So."}}]"#
            );
            assert_eq!(findings(&text, "related"), expected, "{related}");
        }
    }
}
