//! Questions that are asked twice, as matching reads them: case, accents and punctuation make no difference.

use hashbrown::HashMap;
use hashbrown::hash_map::Entry as Slot;

use super::finding::{Finding, Kind};
use super::subject::Subject;
use crate::search::{Engine, Phrasing};

pub(super) fn find(subject: &Subject<'_>, engine: &Engine<'_>, found: &mut Vec<Finding>) {
    let mut first: HashMap<String, Phrasing> = HashMap::new();
    for item in subject.items() {
        for (number, text) in item.entry.phrasings().enumerate() {
            let here = Phrasing {
                entry: item.number,
                number,
            };
            match first.entry(key(engine, text)) {
                Slot::Vacant(slot) => {
                    slot.insert(here);
                }
                Slot::Occupied(slot) => found.push(finding(subject, here, *slot.get())),
            }
        }
    }
}

/// The same for two texts that matching cannot tell apart.
pub(super) fn key(engine: &Engine<'_>, text: &str) -> String {
    let words = engine.words(text);
    if words.is_empty() {
        // Texts without a word, such as emoji, are compared by their characters.
        return text.split_whitespace().collect();
    }
    words.join(" ")
}

fn finding(subject: &Subject<'_>, here: Phrasing, first: Phrasing) -> Finding {
    let finding = if here.entry == first.entry {
        Finding::new(
            Kind::RepeatedQuestion,
            subject.spot(here),
            "the entry has this question already, as matching reads it",
            "take out one of the two",
        )
    } else {
        let other = subject.item(first.entry);
        Finding::new(
            Kind::DuplicateQuestion,
            subject.spot(here),
            format!("the entry \"{}\" has this question already", other.name()),
            "leave it to the entry that answers it, or make one entry of the two",
        )
    };
    finding
        .of(here.entry)
        .see(subject.spot(first), "first asked here")
}

#[cfg(test)]
mod tests {
    use crate::check::tests::findings_of;

    #[test]
    fn questions_are_the_same_whatever_case_and_punctuation() {
        for (questions, expected) in [
            (&[&["Why?"][..], &["How?"]][..], &[][..]),
            (
                &[&["Why not?"], &["How?", "why, Not"]],
                &[
                    "error[duplicate-question] 2:34: the entry \"why-not\" has this question already",
                ],
            ),
            (
                &[&["Café open?", "cafe open"]],
                &[
                    "warning[repeated-question] 1:41: the entry has this question already, as matching reads it",
                ],
            ),
            (&[&["What is it?"], &["What is IT?"]], &[]),
            (&[&["🎉"], &["🎊"]], &[]),
            (
                &[&["🎉"], &["🎉 "]],
                &["error[duplicate-question] 2:13: the entry \"entry\" has this question already"],
            ),
        ] {
            let codes = ["duplicate-question", "repeated-question"];
            let found = codes.map(|code| findings_of(questions, code)).concat();
            assert_eq!(found, expected, "{questions:?}");
        }
    }
}
