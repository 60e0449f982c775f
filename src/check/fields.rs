//! Fields that a FAQ does not have: most often mistyped, and ignored without a word by everything else.

use hashbrown::{HashMap, HashSet};

use super::finding::{Finding, Kind};
use super::subject::Subject;
use crate::format::{Format, Spot};
use crate::model::Extra;
use crate::search::nearest;

/// What an entry may have, and what a document may have.
const OF_ENTRY: [&str; 7] = [
    "id",
    "question",
    "alternates",
    "answer",
    "tags",
    "related",
    "source",
];
const OF_DOCUMENT: [&str; 5] = ["title", "language", "synonyms", "lexicon", "faqs"];

/// Names that begin so are meant for others: `$schema`, `_comment`, `x-reviewed`.
const OF_OTHERS: [&str; 5] = ["$", "_", "@", "x-", "//"];

pub(super) fn find(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    let counts = counts(subject);
    let mut seen: HashSet<(usize, &str)> = HashSet::new();
    for (document, reading) in subject.inspection.readings.iter().enumerate() {
        if reading.entries == 0 {
            // It is no FAQ, which is a fault already.
            continue;
        }
        let extra = &subject.faq().documents[document].extra;
        for (field, &offset) in extra.iter().zip(&reading.offsets.extra) {
            let spot = Spot { document, offset };
            found.extend(finding(subject, field, spot, &OF_DOCUMENT, 1));
        }
    }
    // Of each name only the first is shown: a file that has it once has it often.
    for item in subject.items() {
        let document = item.entry.place.document;
        for (field, &mark) in item.entry.extra.iter().zip(&item.offsets.extra) {
            if seen.insert((document, &field.name)) {
                let count = counts[&(document, field.name.as_ref())];
                let finding = finding(subject, field, item.spot(mark), &OF_ENTRY, count);
                found.extend(finding.map(|finding| finding.of(item.number)));
            }
        }
    }
}

/// In how many entries of each document each name stands.
fn counts<'c>(subject: &Subject<'c>) -> HashMap<(usize, &'c str), usize> {
    let mut counts = HashMap::new();
    for item in subject.items() {
        for field in &item.entry.extra {
            *counts
                .entry((item.entry.place.document, field.name.as_ref()))
                .or_insert(0) += 1;
        }
    }
    counts
}

fn finding(
    subject: &Subject<'_>,
    field: &Extra<'_>,
    spot: Spot,
    known: &[&'static str],
    count: usize,
) -> Option<Finding> {
    let name = field.name.as_ref();
    if OF_OTHERS
        .iter()
        .any(|beginning| name.starts_with(beginning))
    {
        return None;
    }
    let near = nearest(known.iter().copied(), name, 1).first().copied();
    let is_native = matches!(
        subject.format(spot.document),
        Some(Format::Json | Format::Ndjson)
    );
    // Other tools have fields of their own, and their files are not written for this one.
    let kind = if is_native {
        Kind::UnknownField
    } else {
        Kind::UnusedField
    };
    let among = if count > 1 {
        format!(" ({count} entries have it)")
    } else {
        String::new()
    };
    let message = format!("a FAQ has no field \"{name}\", so it is ignored{among}");
    let mend = match near {
        Some(_) => "write it as it is meant, or take it out".to_owned(),
        None => format!(
            "take it out, or let its name begin with x- if it is for others; there are: {}",
            known.join(", ")
        ),
    };
    let finding = Finding::new(kind, spot, message, mend);
    Some(match near {
        Some(near) => finding.labelled(format!("did you mean \"{near}\"?")),
        None => finding,
    })
}

#[cfg(test)]
mod tests {
    use crate::check::tests::findings;

    #[test]
    fn unknown_fields_are_told_once_a_name() {
        let text = r#"{"titel":"x","x-by":"me","faqs":[
{"question":"Why?","answer":"So.","anwser":"x","zone":1,"_note":2},
{"question":"How?","answer":"So.","zone":1}]}"#;
        assert_eq!(
            findings(text, "field"),
            [
                "warning[unknown-field] 1:10: a FAQ has no field \"titel\", so it is ignored (did you mean \"title\"?)",
                "warning[unknown-field] 2:44: a FAQ has no field \"anwser\", so it is ignored (did you mean \"answer\"?)",
                "warning[unknown-field] 2:55: a FAQ has no field \"zone\", so it is ignored (2 entries have it)",
            ]
        );
    }
}
