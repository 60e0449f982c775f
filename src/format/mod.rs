//! From a source's text to entries and back: one folder per format, one way of putting documents together.
//!
//! The way of a document: `recognise` tells its format, the format's reader, as the `registry` knows it, finds `draft`s
//! in it, and a `sink` checks and places them. [`parse`] is strict: the first fault ends it. [`inspect`] is lenient, for those who mend a
//! FAQ: it keeps every fault, where everything stands, and what was skipped. Both use the same readers.

mod bounds;
mod draft;
mod duplicates;
mod error;
#[cfg(feature = "html")]
mod html;
mod ids;
mod inspection;
mod json;
mod kind;
mod loss;
#[cfg(feature = "markdown")]
mod markdown;
#[cfg(any(feature = "html", feature = "markdown"))]
mod markup;
mod memory;
mod mend;
mod misnamed;
mod recognise;
mod registry;
mod sink;
mod syntax;
#[cfg(feature = "tables")]
mod table;
mod text;
mod yaml;

pub use error::{FormatError, FormatErrorKind};
pub use inspection::{DocumentOffsets, Inspection, Note, Offsets, Reading, Spot};
pub use kind::{Format, UnknownFormat};
pub use loss::{Field, Loss, losses, overruled};
pub use memory::MemoryBudget;

use std::io;

use crate::model::{Entry, Faq};
use crate::position::Position;
use crate::source::Source;
use sink::{Kept, Sink};

/// What is wrong, and at which byte: lines and columns are only counted when somebody asks.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Fault {
    offset: usize,
    kind: FormatErrorKind,
}

/// Reads sources into one FAQ, in their order; entries that carry no id get one from their question.
///
/// The format of each is told by its name or its content, unless `format` says it.
///
/// # Errors
///
/// When a source is no FAQ, or two entries have the same id: nothing of any source is kept then. A source that was
/// [found](Source::found) rather than named may hold no question, as long as another does.
pub fn parse(sources: &[Source], format: Option<Format>) -> Result<Faq<'_>, FormatError> {
    parse_within(sources, format, None)
}

/// The same within so many bytes of memory, the text of the sources included; by default as many as
/// [`limits::memory`](crate::limits::memory) says.
///
/// # Errors
///
/// Like those of [`parse`].
pub fn parse_within(
    sources: &[Source],
    format: Option<Format>,
    memory: Option<u64>,
) -> Result<Faq<'_>, FormatError> {
    let mut faq = Faq::default();
    let mut memory = MemoryBudget::new(sources, memory);
    let mut without = None;
    let mut pages = Vec::new();
    for source in sources {
        let mut sink = Sink::new(source, faq.documents.len(), memory, false);
        match read(source, format, &mut sink) {
            Ok(format) => {
                memory = sink.memory;
                memory.give_back_all();
                pages.push(format.is_page());
                faq.documents.push(sink.document);
                append(&mut faq.entries, sink.entries);
            }
            Err(fault) => {
                let error = FormatError {
                    name: source.name.clone(),
                    position: Position::of(&source.text, fault.offset),
                    kind: fault.kind,
                };
                if !source.found || !error.kind.is_of_another_kind_of_file() {
                    return Err(error);
                }
                without.get_or_insert(error);
            }
        }
    }
    if let (true, Some(error)) = (faq.documents.is_empty(), without) {
        return Err(error);
    }
    ids::give_way(&mut faq.entries, &pages);
    duplicates::refuse(&faq)?;
    ids::fill_in(&mut faq.entries);
    Ok(faq)
}

/// Reads sources as far as they can be read, and tells everything that is wrong with them.
#[must_use]
pub fn inspect(sources: &[Source], format: Option<Format>) -> Inspection<'_> {
    inspect_within(sources, format, None)
}

/// The same within so many bytes of memory, as with [`parse_within`].
#[must_use]
pub fn inspect_within(
    sources: &[Source],
    format: Option<Format>,
    memory: Option<u64>,
) -> Inspection<'_> {
    let mut inspection = Inspection::default();
    let mut memory = MemoryBudget::new(sources, memory);
    for (document, source) in sources.iter().enumerate() {
        let mut sink = Sink::new(source, document, memory, true);
        let read_as = match read(source, format, &mut sink) {
            Ok(format) => Some(format),
            Err(fault) => {
                sink.last_fault(fault);
                format.or_else(|| recognise::recognise(&source.name, &source.text))
            }
        };
        memory = sink.memory;
        memory.give_back_all();
        let Kept {
            faults,
            notes,
            offsets,
            document_offsets,
            shape,
        } = sink.kept.unwrap_or_default();
        let spot = |offset| Spot { document, offset };
        let faults = faults.into_iter().map(|it| (spot(it.offset), it.kind));
        let notes = notes.into_iter().map(|(at, note)| (spot(at), note));
        inspection.faults.extend(faults);
        inspection.notes.extend(notes);
        inspection.offsets.extend(offsets);
        inspection.readings.push(Reading {
            format: read_as,
            shape,
            entries: sink.entries.len(),
            offsets: document_offsets,
        });
        inspection.faq.documents.push(sink.document);
        append(&mut inspection.faq.entries, sink.entries);
    }
    let is_page = |reading: &Reading| reading.format.is_some_and(Format::is_page);
    let pages: Vec<bool> = inspection.readings.iter().map(is_page).collect();
    ids::give_way(&mut inspection.faq.entries, &pages);
    duplicates::set_aside(&mut inspection);
    ids::fill_in(&mut inspection.faq.entries);
    inspection
}

/// Writes a FAQ in a format that [can be written](Format::is_written); its documents become one. `written` is told
/// after each entry how many there are so far. What is lost in that format, [`losses`] tells.
///
/// # Errors
///
/// When writing to `out` fails, or the format cannot be written by this build ([`io::ErrorKind::Unsupported`]).
pub fn write(
    faq: &Faq<'_>,
    format: Format,
    out: &mut dyn io::Write,
    written: &mut dyn FnMut(usize),
) -> io::Result<()> {
    match registry::codec(format).and_then(|codec| codec.write) {
        Some(write) => write(faq, out, written),
        None => Err(io::ErrorKind::Unsupported.into()),
    }
}

/// Puts entries behind others; the first need not be moved for it.
fn append<'a>(entries: &mut Vec<Entry<'a>>, mut more: Vec<Entry<'a>>) {
    if entries.is_empty() {
        *entries = more;
    } else {
        entries.append(&mut more);
    }
}

/// What a format holds beside questions and answers.
fn fields(format: Format) -> &'static [Field] {
    registry::codec(format).map_or(&[], |codec| codec.fields)
}

/// Reads one source into a sink, and says as what.
fn read<'a>(
    source: &'a Source,
    format: Option<Format>,
    sink: &mut Sink<'a>,
) -> Result<Format, Fault> {
    let text = source.text.as_str();
    let fault = |kind| Fault { offset: 0, kind };
    if text.trim().is_empty() {
        return Err(fault(FormatErrorKind::Empty));
    }
    let format = format
        .or_else(|| recognise::recognise(&source.name, text))
        .ok_or_else(|| match yaml::begins(&source.name, text) {
            Some(offset) => Fault {
                offset,
                kind: FormatErrorKind::Yaml,
            },
            None => fault(FormatErrorKind::Unrecognised),
        })?;
    registry::read(format, text, sink)?;
    Ok(format)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn several_documents_become_one_faq_and_entries_know_theirs() {
        let sources = [
            Source::new("a.json", r#"[{"question":"One?","answer":"1"}]"#),
            Source::new("b.json", "[\n {\"question\":\"Two?\",\"answer\":\"2\"}]"),
        ];
        let faq = parse(&sources, None).unwrap();
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
    fn an_inspection_keeps_all_faults_and_what_can_be_read() {
        let text = r#"[{"id":"x","question":"One?","answer":"1"},
{"question":"  ","answer":"2"},
{"id":"x","question":"Three?"},
{"question":"Four?","answer":4}]"#;
        let sources = [Source::new("a.json", text)];
        let inspection = inspect(&sources, None);
        let faults: Vec<String> = inspection
            .faults
            .iter()
            .map(|(spot, kind)| format!("{}: {kind}", Position::of(text, spot.offset)))
            .collect();
        assert_eq!(
            faults,
            [
                "2:13: \"question\" must not be blank",
                "3:1: the entry has no answer",
                "4:30: \"answer\" must be a string, found a number",
                "3:7: the id \"x\" is used already at a.json:1:2",
            ]
        );
        let ids: Vec<&str> = inspection.faq.entries.iter().map(|e| &*e.id).collect();
        assert_eq!(ids, ["x", "three", "four"]);
        assert_eq!(inspection.offsets.len(), 3);
    }

    #[test]
    fn a_file_of_a_folder_may_be_no_faq() {
        let found = |name: &str, text: &str| Source {
            found: true,
            ..Source::new(name, text)
        };
        let faq = r#"[{"question":"One?","answer":"1"}]"#;
        let sources = [found("package.json", "{}"), found("b.json", faq)];
        assert_eq!(parse(&sources, None).unwrap().entries.len(), 1);
        let error = parse(&sources[..1], None).unwrap_err();
        assert_eq!(error.name, "package.json");
        let broken = [found("a.json", "{"), found("b.json", faq)];
        assert_eq!(parse(&broken, None).unwrap_err().name, "a.json");
    }
}
