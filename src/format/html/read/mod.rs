//! The questions of a page: as JSON-LD or microdata says, else by the first shape in it that asks something.

mod accordion;
mod definitions;
mod details;
mod entry;
mod facts;
mod headings;
mod microdata;
mod pieces;
mod sections;
mod steps;

use std::ops::Range;

use self::accordion::Look;
use self::facts::Facts;
use crate::format::json;
use crate::format::sink::Sink;
use crate::format::{Fault, Format, FormatErrorKind};
use crate::limits::ATTRIBUTES;

/// Reads a page into a sink.
pub(in crate::format) fn read<'a>(page: &'a str, sink: &mut Sink<'a>) -> Result<(), Fault> {
    let facts = Facts::of(page);
    if let Some(offset) = facts.cut_at {
        return Err(Fault {
            offset,
            kind: FormatErrorKind::TooMany {
                what: "attributes of a tag",
                limit: ATTRIBUTES,
            },
        });
    }
    let found = read_scripts(page, &facts.scripts, sink)?;
    if sink.document.title.is_none() {
        sink.document.title = facts.title;
    }
    if sink.document.language.is_none() {
        sink.document.language = facts.language;
    }
    if found {
        sink.recognised(|| "JSON-LD in a <script>".to_owned());
        return Ok(());
    }
    sink.memory.lend(pieces::size(page), 0)?;
    // What is around the main part is not about the page, as long as there is something in it.
    let whole = 0..page.len();
    for part in facts.main.into_iter().chain([whole]) {
        if read_shapes(page, &part, sink)? {
            return Ok(());
        }
    }
    Err(Fault {
        offset: 0,
        kind: FormatErrorKind::NoQuestions {
            format: Format::Html,
        },
    })
}

/// Whether one of the scripts held questions. Most pages also describe other things that way.
fn read_scripts<'a>(
    page: &'a str,
    scripts: &[Range<usize>],
    sink: &mut Sink<'a>,
) -> Result<bool, Fault> {
    let mut found = false;
    for script in scripts {
        match json::read_json_ld(page, &page[script.clone()], sink) {
            Ok(()) => found = true,
            Err(fault) if matches!(fault.kind, FormatErrorKind::NoQuestions { .. }) => {}
            Err(fault) => sink.fault(fault)?,
        }
    }
    Ok(found)
}

/// Whether a part of the page has one of the shapes; a question mark tells which of them is meant.
fn read_shapes<'a>(page: &'a str, part: &Range<usize>, sink: &mut Sink<'a>) -> Result<bool, Fault> {
    let items = microdata::find(page, part);
    if !items.is_empty() {
        sink.recognised(|| "microdata of schema.org".to_owned());
        return entry::push_all(page, items, sink);
    }
    let details = details::find(page, part);
    if details.iter().any(|found| found.asks) {
        sink.recognised(|| "<summary> in <details>".to_owned());
        return entry::push_all(page, details, sink);
    }
    let headings = headings::Outline::of(page, part);
    if let Some(level) = headings.level() {
        sink.recognised(|| format!("headings of level {level} that ask"));
        if entry::push_all(page, headings.questions(level, sink), sink)? {
            return Ok(true);
        }
    }
    let definitions = definitions::find(page, part, sink);
    if !definitions.is_empty() {
        sink.recognised(|| "<dt> with <dd>".to_owned());
        return entry::push_all(page, definitions, sink);
    }
    if !details.is_empty() {
        sink.recognised(|| "<summary> in <details>".to_owned());
        return entry::push_all(page, details, sink);
    }
    for (look, shape) in [
        (Look::Switch, "what opens an answer, and asks"),
        (Look::Bold, "bold text that asks"),
    ] {
        let found = accordion::find(page, part, look, sink)?;
        if !found.is_empty() {
            sink.recognised(|| shape.to_owned());
            return entry::push_all(page, found, sink);
        }
    }
    Ok(false)
}
