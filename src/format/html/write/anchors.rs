//! What links within the page lead to.

use std::fmt::Write as _;

use hashbrown::HashMap;

use crate::model::Faq;

/// The names of entries and sections in the page, none of them given twice.
#[derive(Debug)]
pub(super) struct Anchors<'f> {
    questions: HashMap<&'f str, &'f str>,
    section: String,
}

impl<'f> Anchors<'f> {
    pub(super) fn new(faq: &'f Faq<'_>) -> Self {
        let mut section = "section-".to_owned();
        while faq.entries.iter().any(|it| it.id.starts_with(&section)) {
            section.insert(0, '-');
        }
        Self {
            questions: faq
                .entries
                .iter()
                .map(|entry| (&*entry.id, &*entry.question))
                .collect(),
            section,
        }
    }

    /// The question of an entry, if there is one of this id.
    pub(super) fn question(&self, id: &str) -> Option<&'f str> {
        self.questions.get(id).copied()
    }

    /// The name of a section, by its number from 0.
    pub(super) fn section(&self, number: usize) -> String {
        format!("{}{}", self.section, number + 1)
    }
}

/// The name of an entry: its id, but a name has no white space.
pub(super) fn name(id: &str) -> String {
    encoded(id, |c| c != '%' && !c.is_whitespace() && !c.is_control())
}

/// What stands behind `#` in a link to a name.
pub(super) fn fragment(name: &str) -> String {
    encoded(name, |c| {
        c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.' | '~')
    })
}

/// A text in which all other characters are written as their bytes.
fn encoded(text: &str, stands: impl Fn(char) -> bool) -> String {
    let mut encoded = String::with_capacity(text.len());
    for c in text.chars() {
        if stands(c) {
            encoded.push(c);
            continue;
        }
        for byte in c.encode_utf8(&mut [0; 4]).bytes() {
            let _ = write!(encoded, "%{byte:02X}");
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Entry;

    #[test]
    fn ids_become_names_and_names_fragments() {
        for (id, expected, link) in [
            ("why-now", "why-now", "why-now"),
            ("a b", "a%20b", "a%2520b"),
            ("a%20b", "a%2520b", "a%252520b"),
            ("größe", "größe", "gr%C3%B6%C3%9Fe"),
            ("\"><x", "\"><x", "%22%3E%3Cx"),
        ] {
            assert_eq!(name(id), expected);
            assert_eq!(fragment(&name(id)), link);
        }
    }

    #[test]
    fn sections_are_not_called_what_entries_are() {
        let entry = Entry {
            id: "section-1".into(),
            ..Entry::default()
        };
        let faq = Faq {
            entries: vec![entry],
            ..Faq::default()
        };
        assert_eq!(Anchors::new(&faq).section(0), "-section-1");
        assert_eq!(Anchors::new(&Faq::default()).section(1), "section-2");
    }
}
