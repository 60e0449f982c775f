//! Characters that nobody sees and everybody stumbles over.

use super::finding::{Finding, Kind};
use super::subject::{Item, Subject};
use crate::format::Spot;

pub(super) fn find(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    for (document, head) in subject.faq().documents.iter().enumerate() {
        let start = Spot {
            document,
            offset: 0,
        };
        let mut look = |name: &str, text: &str, mark: Spot| {
            found.extend(in_text(subject, name, text, mark));
        };
        if let Some(title) = &head.title {
            look("title", title, start);
        }
        let offsets = &subject.inspection.readings[document].offsets;
        for (group, offsets) in head.synonyms.iter().zip(&offsets.synonyms) {
            for (word, &offset) in group.iter().zip(offsets) {
                look("synonym", word, Spot { document, offset });
            }
        }
    }
    for item in subject.items() {
        for (name, text, mark) in texts(&item) {
            let spot = item.spot(mark);
            let mut findings = in_text(subject, name, text, spot);
            if matches!(name, "id" | "tag" | "related id") {
                findings.extend(outer_blanks(name, text, spot));
            }
            found.extend(findings.into_iter().map(|finding| finding.of(item.number)));
        }
    }
}

/// The texts of an entry with what they are called and where they begin.
fn texts<'i>(item: &'i Item<'_>) -> Vec<(&'static str, &'i str, usize)> {
    let Item { entry, offsets, .. } = item;
    let mut texts = vec![("question", entry.question.as_ref(), offsets.question)];
    let own_id = offsets.id.map(|mark| ("id", entry.id.as_ref(), mark));
    let answer = offsets
        .answer
        .map(|mark| ("answer", entry.answer.as_ref(), mark));
    let source = entry.source.as_deref().zip(offsets.source);
    texts.extend(own_id);
    texts.extend(answer);
    texts.extend(source.map(|(text, mark)| ("source", text, mark)));
    for (name, values, offsets) in [
        ("alternate", &entry.alternates, &offsets.alternates),
        ("tag", &entry.tags, &offsets.tags),
        ("related id", &entry.related, &offsets.related),
    ] {
        let values = values.iter().zip(offsets);
        texts.extend(values.map(|(text, &mark)| (name, text.as_ref(), mark)));
    }
    texts
}

/// The first character of each kind, and how many more there are.
fn in_text(subject: &Subject<'_>, name: &str, text: &str, mark: Spot) -> Vec<Finding> {
    if text.bytes().all(|byte| matches!(byte, b' '..=b'~' | b'\n')) {
        return Vec::new();
    }
    let mut kinds: Vec<(Kind, usize, char, usize)> = Vec::new();
    for (at, c) in text.char_indices() {
        let Some(kind) = kind(c) else { continue };
        match kinds.iter_mut().find(|found| found.0 == kind) {
            Some(found) => found.3 += 1,
            None => kinds.push((kind, at, c, 1)),
        }
    }
    let finding = |(kind, at, c, count): (Kind, usize, char, usize)| {
        let shown = format!("<U+{:04X}>", u32::from(c));
        let more = match count {
            1 => String::new(),
            count => format!(" and {} more like it", count - 1),
        };
        let article = if name.starts_with(['a', 'i']) {
            "an"
        } else {
            "a"
        };
        Finding::new(
            kind,
            subject.within(text, at, mark),
            format!("{article} {name} holds {}{more}, {}", shown, what(kind)),
            mend(kind),
        )
        .labelled(shown)
    };
    kinds.into_iter().map(finding).collect()
}

fn kind(c: char) -> Option<Kind> {
    match c {
        '\t' | '\n' | '\r' => None,
        '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => Some(Kind::BidirectionalCharacter),
        '\u{FEFF}' => Some(Kind::ByteOrderMark),
        '\u{FFFD}' => Some(Kind::LostCharacter),
        c => c.is_control().then_some(Kind::ControlCharacter),
    }
}

fn what(kind: Kind) -> &'static str {
    match kind {
        Kind::BidirectionalCharacter => "which turns the direction of writing around",
        Kind::ByteOrderMark => "a byte order mark, which belongs to the beginning of a file",
        Kind::LostCharacter => "which stands for a character that was lost",
        _ => "a control character",
    }
}

fn mend(kind: Kind) -> &'static str {
    match kind {
        Kind::BidirectionalCharacter => {
            "take it out; right-to-left text needs none, or at most U+200E and U+200F"
        }
        Kind::LostCharacter => "write the character again, and save the file as UTF-8",
        _ => "take it out",
    }
}

/// Ids and tags have to be written exactly as they are, and nobody sees blanks at their ends.
fn outer_blanks(name: &str, text: &str, spot: Spot) -> Option<Finding> {
    (text.trim() != text && !text.trim().is_empty()).then(|| {
        Finding::new(
            Kind::OuterBlanks,
            spot,
            format!("blanks stand around the {name} \"{}\"", text.trim()),
            "take the blanks out",
        )
    })
}

#[cfg(test)]
mod tests {
    use crate::check::tests::findings;

    #[test]
    fn invisible_characters_are_shown() {
        for (question, expected) in [
            ("Why?\\tSo\\n", &[][..]),
            ("می\u{200c}خواهم \u{200f}👩\u{200d}🚀", &[]),
            (
                "Why\u{202e}?",
                &[
                    "warning[bidirectional-character] 1:18: a question holds <U+202E>, which turns the direction of writing around (<U+202E>)",
                ],
            ),
            (
                "Why\\u0007\\u001b?",
                &[
                    "warning[control-character] 1:14: a question holds <U+0007> and 1 more like it, a control character (<U+0007>)",
                ],
            ),
            (
                "W\u{feff}hy?",
                &[
                    "warning[byte-order-mark] 1:16: a question holds <U+FEFF>, a byte order mark, which belongs to the beginning of a file (<U+FEFF>)",
                ],
            ),
            (
                "W\u{fffd}hy?",
                &[
                    "warning[lost-character] 1:16: a question holds <U+FFFD>, which stands for a character that was lost (<U+FFFD>)",
                ],
            ),
        ] {
            let text = format!(r#"[{{"question":"{question}","answer":"So."}}]"#);
            let found = findings(&text, "warning");
            assert_eq!(found, expected, "{question}");
        }
    }

    #[test]
    fn blanks_matter_around_what_is_written_exactly() {
        let text = r#"[{"id":"a ","question":" Why is it? ","answer":" So. ","tags":[" b"]}]"#;
        assert_eq!(
            findings(text, "outer"),
            [
                "warning[outer-blanks] 1:8: blanks stand around the id \"a\"",
                "warning[outer-blanks] 1:64: blanks stand around the tag \"b\"",
            ]
        );
    }
}
