//! Ids that are like one that does not exist.

use super::near;
use crate::model::Faq;

/// The ids most like `wanted`, best first, at most `count`; none that is unlike it.
#[must_use]
pub fn nearest_ids<'f>(faq: &'f Faq<'_>, wanted: &str, count: usize) -> Vec<&'f str> {
    let lower = wanted.to_lowercase();
    let mut near: Vec<(f64, &str)> = faq
        .entries
        .iter()
        .filter_map(|entry| {
            Some((
                near::id_similarity(&lower, &entry.id.to_lowercase())?,
                entry.id.as_ref(),
            ))
        })
        .collect();
    near.sort_by(|a, b| b.0.total_cmp(&a.0));
    near.into_iter().take(count).map(|(_, id)| id).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Entry;

    #[test]
    fn ids_are_suggested_by_likeness() {
        let ids = ["us-role", "alliance", "north-korea", "why-now"];
        let entries = ids
            .map(|id| Entry {
                id: id.into(),
                ..Entry::default()
            })
            .into();
        let faq = Faq {
            entries,
            ..Faq::default()
        };
        for (wanted, expected) in [
            ("us-rol", &["us-role"][..]),
            ("Aliance", &["alliance"]),
            ("korea", &["north-korea"]),
            ("role", &["us-role"]),
            ("zzz", &[]),
            ("", &[]),
        ] {
            assert_eq!(nearest_ids(&faq, wanted, 3), expected, "{wanted}");
        }
    }
}
