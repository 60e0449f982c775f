//! Synonyms that are no words, stand alone, or stand twice.

use std::borrow::Cow;

use hashbrown::HashMap;

use super::finding::{Finding, Kind};
use super::subject::Subject;
use crate::format::Spot;
use crate::search::Engine;

/// Where a synonym stands first: in which group, and how it is written.
#[derive(Clone, Copy)]
struct First<'c> {
    group: usize,
    spot: Spot,
    word: &'c str,
}

pub(super) fn find(subject: &Subject<'_>, engine: &Engine<'_>, found: &mut Vec<Finding>) {
    for (document, reading) in subject.inspection.readings.iter().enumerate() {
        let groups = &subject.faq().documents[document].synonyms;
        let mut first: HashMap<String, First<'_>> = HashMap::new();
        for (group, (words, offsets)) in groups.iter().zip(&reading.offsets.synonyms).enumerate() {
            let mut distinct = 0;
            for (word, &offset) in words.iter().zip(offsets) {
                let spot = Spot { document, offset };
                let key = engine.words(word).join(" ");
                if key.is_empty() {
                    found.push(wordless(word, spot));
                    continue;
                }
                let here = First { group, spot, word };
                let earlier = *first.entry(key).or_insert(here);
                distinct += usize::from(earlier.spot == spot || earlier.group != group);
                found.extend(again(here, earlier));
            }
            if let Some(&offset) = offsets.first() {
                let spot = Spot { document, offset };
                found.extend(of_group(subject, engine, words, distinct, spot));
            }
        }
    }
}

/// What is wrong with a group of so many different synonyms.
fn of_group(
    subject: &Subject<'_>,
    engine: &Engine<'_>,
    words: &[Cow<'_, str>],
    distinct: usize,
    spot: Spot,
) -> Option<Finding> {
    if distinct < 2 {
        return Some(Finding::new(
            Kind::LoneSynonym,
            spot,
            "a group of synonyms needs at least two that differ",
            "add a word that means the same, or take out the group",
        ));
    }
    let is_used = words.iter().any(|word| engine.knows(word));
    (!is_used && !subject.faq().entries.is_empty()).then(|| {
        Finding::new(
            Kind::UnusedSynonyms,
            spot,
            "the FAQ has none of the synonyms of this group",
            "add the word that the FAQ uses, or take out the group",
        )
    })
}

fn wordless(word: &str, spot: Spot) -> Finding {
    Finding::new(
        Kind::WordlessSynonym,
        spot,
        format!("the synonym \"{word}\" holds no word"),
        "write a word or a phrase, or take it out",
    )
}

/// What is wrong with a synonym that stood somewhere before. Other spellings of a word in its group do no harm.
fn again(here: First<'_>, first: First<'_>) -> Option<Finding> {
    let word = here.word;
    let finding = if here.group != first.group {
        Finding::new(
            Kind::SharedSynonym,
            here.spot,
            format!("the synonym \"{word}\" stands in two groups, which do not become one by that"),
            "make one group of the two if all of their words mean the same",
        )
    } else if here.spot != first.spot && word.to_lowercase() == first.word.to_lowercase() {
        Finding::new(
            Kind::RepeatedSynonym,
            here.spot,
            format!("the synonym \"{word}\" stands twice in its group"),
            "take out one of the two",
        )
    } else {
        return None;
    };
    Some(finding.see(first.spot, "first here"))
}

#[cfg(test)]
mod tests {
    use crate::check::tests::findings;

    #[test]
    fn synonyms_are_words_that_stand_together() {
        for (groups, expected) in [
            (r#"["cup", "mug"]"#, &[][..]),
            (r#"["tea cups", "mug"]"#, &[]),
            (
                r#"["cup", "?!", "mug"]"#,
                &["warning[wordless-synonym] 1:23: the synonym \"?!\" holds no word"],
            ),
            (
                r#"["cup"]"#,
                &["warning[lone-synonym] 1:16: a group of synonyms needs at least two that differ"],
            ),
            (
                r#"["cup", "Cup", "mug", "mug!"]"#,
                &["warning[repeated-synonym] 1:23: the synonym \"Cup\" stands twice in its group"],
            ),
            (
                r#"["cup", "mug"], ["mug", "cups"]"#,
                &[
                    "note[shared-synonym] 1:32: the synonym \"mug\" stands in two groups, which do not become one by that",
                ],
            ),
            (
                r#"["car", "auto"]"#,
                &["note[unused-synonyms] 1:16: the FAQ has none of the synonyms of this group"],
            ),
            (
                r#"["cup", "cup!"]"#,
                &["warning[lone-synonym] 1:16: a group of synonyms needs at least two that differ"],
            ),
            ("[]", &[]),
        ] {
            let text = format!(
                r#"{{"synonyms": [{groups}], "language": "en", "faqs": [
{{"question": "Where is my cup of tea?", "answer": "Here."}}]}}"#
            );
            assert_eq!(findings(&text, "synonym"), expected, "{groups}");
        }
    }
}
