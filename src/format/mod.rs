//! From a source's text to entries: one file per format, one way of putting documents together.

mod error;
mod ids;
mod json;

pub use error::{FormatError, FormatErrorKind};

use hashbrown::HashMap;

use crate::model::{Document, Entry, Faq, Place};
use crate::source::Source;

/// What a reader makes of one source, before its entries meet those of other sources.
#[derive(Debug)]
struct Parsed<'a> {
    document: Document<'a>,
    /// Entries without an id of their own have an empty one here.
    entries: Vec<Entry<'a>>,
}

/// Reads sources into one FAQ, in their order; entries that carry no id get one from their question.
///
/// # Errors
///
/// When a source is no FAQ, or two entries have the same id: nothing of any source is kept then.
pub fn parse(sources: &[Source]) -> Result<Faq<'_>, FormatError> {
    let mut faq = Faq::default();
    for source in sources {
        let parsed = json::parse(source, faq.documents.len())?;
        faq.documents.push(parsed.document);
        faq.entries.extend(parsed.entries);
    }
    refuse_duplicates(&faq)?;
    ids::fill_in(&mut faq.entries);
    Ok(faq)
}

fn refuse_duplicates(faq: &Faq<'_>) -> Result<(), FormatError> {
    let mut first: HashMap<&str, Place> = HashMap::with_capacity(faq.entries.len());
    for entry in faq.entries.iter().filter(|entry| !entry.id.is_empty()) {
        if let Some(earlier) = first.insert(&entry.id, entry.place) {
            return Err(FormatError {
                name: faq.document(entry).name.clone(),
                position: entry.place.position,
                kind: FormatErrorKind::DuplicateId {
                    id: entry.id.to_string(),
                    first: format!(
                        "{}:{}",
                        faq.documents[earlier.document].name, earlier.position
                    ),
                },
            });
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn source(name: &str, text: &str) -> Source {
        Source {
            name: name.to_owned(),
            text: text.to_owned(),
        }
    }

    #[test]
    fn several_documents_become_one_faq_and_entries_know_theirs() {
        let sources = [
            source("a.json", r#"[{"question":"One?","answer":"1"}]"#),
            source("b.json", "[\n {\"question\":\"Two?\",\"answer\":\"2\"}]"),
        ];
        let faq = parse(&sources).unwrap();
        let at: Vec<String> = faq
            .entries
            .iter()
            .map(|entry| {
                format!(
                    "{}:{} {}",
                    faq.document(entry).name,
                    entry.place.position,
                    entry.id
                )
            })
            .collect();
        assert_eq!(at, ["a.json:1:2 one", "b.json:2:2 two"]);
    }

    #[test]
    fn an_id_used_twice_names_both_places() {
        let twice = r#"[{"id":"x","question":"One?","answer":"1"}]"#;
        let error = parse(&[source("a.json", twice), source("b.json", twice)]).unwrap_err();
        assert_eq!(
            error.to_string(),
            "b.json:1:2: the id \"x\" is used already at a.json:1:2"
        );
    }
}
