//! Ids that are like one that does not exist.

use super::near;
use crate::model::Faq;
use crate::sorting;

/// The ids most like `wanted`, best first, at most `count`; none that is unlike it.
#[must_use]
pub fn nearest_ids<'f>(faq: &'f Faq<'_>, wanted: &str, count: usize) -> Vec<&'f str> {
    let ids = faq.entries.iter().map(|entry| entry.id.as_ref());
    nearest(ids, wanted, count)
}

/// The same among any names.
pub(crate) fn nearest<'n>(
    names: impl Iterator<Item = &'n str>,
    wanted: &str,
    count: usize,
) -> Vec<&'n str> {
    let lower = wanted.to_lowercase();
    let like = |name: &'n str| Some((near::id_similarity(&lower, &name.to_lowercase())?, name));
    let mut near: Vec<(f64, &str)> = names.filter_map(like).collect();
    sorting::by(&mut near, |a, b| b.0.total_cmp(&a.0));
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
