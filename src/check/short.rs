//! Entries that are only asked with a single word.

use super::finding::{Finding, Kind};
use super::subject::Subject;
use crate::search::Engine;

pub(super) fn find(subject: &Subject<'_>, engine: &Engine<'_>, found: &mut Vec<Finding>) {
    for item in subject.items() {
        if item
            .entry
            .phrasings()
            .all(|text| engine.words(text).len() < 2)
        {
            let finding = Finding::new(
                Kind::ShortQuestion,
                item.spot(item.offsets.question),
                "the entry is only asked with a single word",
                "write whole questions, in \"alternates\" if need be: the more ways to ask, the more are understood",
            );
            found.push(finding.of(item.number));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::tests::findings_of;

    #[test]
    fn one_word_is_short_unless_there_is_more() {
        for (questions, expected) in [
            (&["Why is it?"][..], &[][..]),
            (&["Refunds", "How are refunds paid?"], &[]),
            (&["返金方法"], &[]),
            (
                &["Refunds"],
                &["note[short-question] 1:14: the entry is only asked with a single word"],
            ),
        ] {
            assert_eq!(findings_of(&[questions], "short"), expected);
        }
    }
}
