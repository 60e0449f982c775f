//! Entries that have one id: refused, or for those who mend a FAQ, said and set aside.

use super::ids::Taken;
use super::{FormatError, FormatErrorKind, Inspection, Spot};
use crate::model::{Faq, Place};

/// Refuses two entries with one id.
pub(super) fn refuse(faq: &Faq<'_>) -> Result<(), FormatError> {
    let mut taken = Taken::with_capacity(faq.entries.len());
    for (number, entry) in faq.entries.iter().enumerate() {
        if entry.id.is_empty() {
            continue;
        }
        if let Some(earlier) = taken.insert(&entry.id, number, &faq.entries) {
            let earlier = faq.entries[earlier].place;
            return Err(FormatError {
                name: faq.document(entry).name.clone(),
                position: entry.place.position,
                kind: duplicate(faq, &entry.id, earlier),
            });
        }
    }
    Ok(())
}

/// The first entry with an id keeps it.
pub(super) fn set_aside(inspection: &mut Inspection<'_>) {
    let entries = &inspection.faq.entries;
    let mut taken = Taken::with_capacity(entries.len());
    let mut again = Vec::new();
    for (number, entry) in entries.iter().enumerate() {
        if entry.id.is_empty() {
            continue;
        }
        if let Some(earlier) = taken.insert(&entry.id, number, entries) {
            again.push((number, entries[earlier].place));
        }
    }
    for (number, earlier) in again {
        let entry = &inspection.faq.entries[number];
        let offsets = &inspection.offsets[number];
        let spot = Spot {
            document: entry.place.document,
            offset: offsets.id.unwrap_or(offsets.entry),
        };
        let kind = duplicate(&inspection.faq, &entry.id, earlier);
        inspection.faults.push((spot, kind));
        inspection.faq.entries[number].id = "".into();
    }
}

fn duplicate(faq: &Faq<'_>, id: &str, earlier: Place) -> FormatErrorKind {
    FormatErrorKind::DuplicateId {
        id: id.to_owned(),
        first: format!(
            "{}:{}",
            faq.documents[earlier.document].name, earlier.position
        ),
    }
}

#[cfg(test)]
mod tests {
    use crate::format::parse;
    use crate::source::Source;

    #[test]
    fn an_id_used_twice_names_both_places() {
        let twice = r#"[{"id":"x","question":"One?","answer":"1"}]"#;
        let sources = [Source::new("a.json", twice), Source::new("b.json", twice)];
        let error = parse(&sources, None).unwrap_err();
        assert_eq!(
            error.to_string(),
            "b.json:1:2: the id \"x\" is used already at a.json:1:2"
        );
    }
}
