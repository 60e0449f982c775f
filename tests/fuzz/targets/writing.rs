//! The writers: what is written is read again, and says the same.

use faq::format::{Field, write as write_as};
use faq::{Faq, Format, Source};

use super::source;

/// Reads bytes as the first format that can, writes them in every format, and reads that.
pub(super) fn write(bytes: &[u8]) {
    let Some(source) = source("f", bytes) else {
        return;
    };
    let sources = [source];
    let read = |format: Option<Format>| faq::parse(&sources, format).ok();
    let formats = Format::ALL.into_iter().map(Some);
    let Some(faq) = std::iter::once(None).chain(formats).find_map(read) else {
        return;
    };
    for format in Format::ALL.into_iter().filter(|it| it.is_written()) {
        comes_back(&faq, format);
    }
}

/// Writes a FAQ in a format, and checks what is read from that.
fn comes_back(faq: &Faq<'_>, format: Format) {
    let text = written(faq, format);
    let sources = [Source::new("f", text.as_str())];
    let back = faq::parse(&sources, Some(format));
    // A file without a question is told rather than read, where it is not plain that none is meant.
    if faq.entries.is_empty() {
        assert!(back.is_ok_and(|back| back.entries.is_empty()) || format != Format::Json);
        return;
    }
    let back = back.unwrap_or_else(|error| panic!("{format}: {error}\n{text}"));
    assert_eq!(held(&back, format), held(faq, format), "{format}:\n{text}");
    // Only JSON has a way to write these that means the same.
    let is_json = matches!(format, Format::Json | Format::Ndjson | Format::JsonLd);
    assert!(!is_json || !text.contains(acts), "{format}: {text:?}");
}

fn written(faq: &Faq<'_>, format: Format) -> String {
    let mut out = Vec::new();
    write_as(faq, format, &mut out, &mut |_| {}).unwrap();
    String::from_utf8(out).unwrap()
}

/// What a format holds of a FAQ, in words.
fn held(faq: &Faq<'_>, format: Format) -> Vec<String> {
    let mut held = Vec::new();
    for entry in &faq.entries {
        held.push(format!("question {}", entry.question));
        held.push(format!("answer {}", entry.answer));
        let mut more = |field: Field, what: String| {
            if format.holds(field) {
                held.push(what);
            }
        };
        more(Field::Id, format!("id {}", entry.id));
        more(
            Field::Alternates,
            format!("alternates {:?}", entry.alternates),
        );
        more(Field::Tags, format!("tags {:?}", entry.tags));
        more(Field::Related, format!("related {:?}", entry.related));
        more(Field::Source, format!("source {:?}", entry.source));
    }
    held
}

/// Whether a terminal acts on a character.
fn acts(c: char) -> bool {
    (c.is_control() && !matches!(c, '\n' | '\t' | '\r'))
        || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
