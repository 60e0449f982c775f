//! Footnotes: an answer has those that it refers to, wherever in the document they stand, and no others.
//!
//! Most documents have theirs at the end, which is in the last answer.

use std::borrow::Cow;
use std::ops::Range;

use hashbrown::{HashMap, HashSet};
use pulldown_cmark::{Event, Tag};

use crate::format::draft::Located;

/// What one of them takes in memory, beside its label.
const NOTE: usize = 128;

/// The footnotes of a document, and what refers to them, both in the order of their places.
#[derive(Debug, Default)]
pub(super) struct Footnotes {
    notes: Vec<Range<usize>>,
    labels: HashMap<String, usize>,
    /// Where each reference stands, and to what.
    references: Vec<(usize, String)>,
}

impl Footnotes {
    /// Takes what the parser has found from one byte to another; says how much memory that takes.
    pub(super) fn take(&mut self, event: &Event<'_>, place: Range<usize>) -> usize {
        let label = match event {
            Event::Start(Tag::FootnoteDefinition(label)) => {
                let number = self.notes.len();
                // The first of a label counts.
                self.labels.entry(label.to_lowercase()).or_insert(number);
                self.notes.push(place);
                label
            }
            Event::FootnoteReference(label) => {
                self.references.push((place.start, label.to_lowercase()));
                label
            }
            _ => return 0,
        };
        NOTE + label.len()
    }

    /// What gives each answer of a source its own.
    pub(super) fn of_answers(self, source: &str) -> OfAnswers {
        let Self {
            notes,
            labels,
            references,
        } = self;
        let mut uses = vec![0; notes.len()];
        let number = |(place, label): (usize, String)| Some((place, *labels.get(&label)?));
        let references: Vec<_> = references.into_iter().filter_map(number).collect();
        for (_, note) in &references {
            uses[*note] += 1;
        }
        OfAnswers {
            notes,
            references,
            uses,
            left: source.len(),
        }
    }
}

/// Gives each answer the footnotes that it refers to.
#[derive(Debug)]
pub(super) struct OfAnswers {
    notes: Vec<Range<usize>>,
    /// Where each reference stands, and to which footnote.
    references: Vec<(usize, usize)>,
    /// How often each footnote is referred to.
    uses: Vec<usize>,
    /// How many bytes may still be repeated: answers together never take more than twice what the document does.
    left: usize,
}

impl OfAnswers {
    /// The answer that stands in a part of a source, with its footnotes.
    pub(super) fn complete<'a>(
        &mut self,
        source: &'a str,
        answer: Located<'a>,
        part: &Range<usize>,
    ) -> Located<'a> {
        if self.notes.is_empty() {
            return answer;
        }
        let wanted = self.wanted(part);
        let is_wanted: HashSet<usize> = wanted.iter().copied().collect();
        let is_own = |note: usize| part.contains(&self.notes[note].start);
        let of_others: Vec<Range<usize>> = self
            .within(part)
            .filter(|note| !is_wanted.contains(note) && self.uses[*note] > 0)
            .map(|note| self.notes[note].clone())
            .collect();
        let missing: Vec<&str> = wanted
            .iter()
            .filter(|note| !is_own(**note))
            .map(|note| source[self.notes[*note].clone()].trim_end())
            .collect();
        let bytes: usize = missing.iter().map(|note| note.len() + 2).sum();
        let missing = if bytes <= self.left {
            missing
        } else {
            Vec::new()
        };
        if of_others.is_empty() && missing.is_empty() {
            return answer;
        }
        self.left -= bytes.min(self.left);
        let mut text = without(source, &answer, &of_others);
        // What stands below others is one of them.
        let own_last = wanted.iter().filter(|note| is_own(**note)).max();
        let ends_with_note = own_last
            .is_some_and(|note| text.ends_with(source[self.notes[*note].clone()].trim_end()));
        for (number, note) in missing.iter().enumerate() {
            text += if number > 0 || ends_with_note {
                "\n"
            } else {
                "\n\n"
            };
            text += note;
        }
        Located::new(text, answer.offset)
    }

    /// The footnotes that a part refers to, and those that these refer to, in the order in which that happens.
    fn wanted(&self, part: &Range<usize>) -> Vec<usize> {
        let own = &self.notes[self.within(part)];
        let is_in_note = |place: usize| {
            let before = own.partition_point(|note| note.start <= place);
            before > 0 && own[before - 1].contains(&place)
        };
        let mut wanted = Vec::new();
        let mut seen = HashSet::new();
        let mut want = |references: &[(usize, usize)], wanted: &mut Vec<usize>| {
            let new = references.iter().map(|(_, note)| *note);
            wanted.extend(new.filter(|note| seen.insert(*note)));
        };
        for reference in self.references_in(part) {
            if !is_in_note(reference.0) {
                want(std::slice::from_ref(reference), &mut wanted);
            }
        }
        let mut next = 0;
        while let Some(&note) = wanted.get(next) {
            want(self.references_in(&self.notes[note]), &mut wanted);
            next += 1;
        }
        wanted
    }

    /// The footnotes that stand in a part.
    fn within(&self, part: &Range<usize>) -> Range<usize> {
        let first = self.notes.partition_point(|note| note.start < part.start);
        let end = self.notes.partition_point(|note| note.start < part.end);
        first..end.max(first)
    }

    fn references_in(&self, part: &Range<usize>) -> &[(usize, usize)] {
        let first = self.references.partition_point(|it| it.0 < part.start);
        let end = self.references.partition_point(|it| it.0 < part.end);
        &self.references[first..end.max(first)]
    }
}

/// The text of an answer without these parts of its source. One that is not written there as it is keeps them.
fn without(source: &str, answer: &Located<'_>, parts: &[Range<usize>]) -> String {
    let Cow::Borrowed(text) = &answer.text else {
        return answer.text.to_string();
    };
    let place = answer.offset..answer.offset + text.len();
    let mut kept = String::with_capacity(text.len());
    let mut from = place.start;
    for part in parts {
        if part.start < from || part.start >= place.end {
            continue;
        }
        kept += &source[from..part.start];
        let end = part.end.min(place.end);
        let blank = source[end..place.end].trim_start_matches(['\n', '\r']);
        from = place.end - blank.len();
    }
    kept += &source[from..place.end];
    kept.truncate(kept.trim_end().len());
    kept
}

#[cfg(test)]
mod tests {
    use crate::format::parse;
    use crate::source::Source;

    /// The answers of a document whose headings are its questions.
    fn answers(text: &str) -> Vec<String> {
        let sources = [Source::new("faq.md", text)];
        let faq = parse(&sources, None).unwrap();
        faq.entries.iter().map(|it| it.answer.to_string()).collect()
    }

    #[test]
    fn an_answer_has_the_footnotes_that_it_refers_to() {
        for (text, expected) in [
            (
                "## Why?\n\nSo[^1].\n\n## How?\n\nThus[^b].\n\n[^1]: One\n    more.\n\n[^B]: Two.\n",
                &["So[^1].\n\n[^1]: One\n    more.", "Thus[^b].\n\n[^B]: Two."][..],
            ),
            // One that several refer to, and one that another refers to.
            (
                "## Why?\n\nSo[^1].\n\n[^1]: One[^2].\n\n## How?\n\nThus[^1].\n\n[^2]: Two.\n",
                &[
                    "So[^1].\n\n[^1]: One[^2].\n[^2]: Two.",
                    "Thus[^1].\n\n[^2]: Two.\n[^1]: One[^2].",
                ],
            ),
            // Nothing vanishes that nobody refers to, nor what is no footnote.
            (
                "## Why?\n\nSo[^x].\n\n## How?\n\nThus.\n\n[^1]: One.\n",
                &["So[^x].", "Thus.\n\n[^1]: One."],
            ),
            // A section of footnotes is no question.
            (
                "## Why?\n\nSo[^1].\n\n## Footnotes\n\n[^1]: One.\n",
                &["So[^1].\n\n[^1]: One."],
            ),
            (
                "## Why[^1]?\n\nSo.\n\n[^1]: One.\n\nMore.\n\n## How?\n\nThus[^1].\n",
                &["So.\n\n[^1]: One.\n\nMore.", "Thus[^1].\n\n[^1]: One."],
            ),
        ] {
            assert_eq!(answers(text), expected, "{text}");
        }
    }

    #[test]
    fn what_is_repeated_stays_within_the_size_of_the_document() {
        let note = format!("[^1]: {}\n", "long ".repeat(1000));
        let text = format!("{}\n{note}", "## Why is it?\n\nSo[^1].\n\n".repeat(1000));
        let answers: usize = answers(&text).iter().map(String::len).sum();
        assert!(answers < 2 * text.len(), "{answers}");
    }
}
