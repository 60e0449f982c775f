//! What is done with bytes from anybody, and what has to hold then: one function for each target.
//!
//! A target takes any bytes and panics where something does not hold. `tests/fuzz/main.rs` calls them with the kept
//! corpus and mutations of it; `tests/fuzz/libfuzzer` lets libFuzzer look for bytes of its own.

mod asking;
mod cached;
mod logs;
mod printing;
mod reading;
mod writing;

use faq::{DEFAULT_SIZE_LIMIT, Format, Source};

/// Something that can be done with any bytes.
pub(crate) struct Target {
    /// What its corpus and its libFuzzer program are called.
    pub(crate) name: &'static str,
    /// Panics where something does not hold.
    pub(crate) run: fn(&[u8]),
}

const fn target(name: &'static str, run: fn(&[u8])) -> Target {
    Target { name, run }
}

/// All of them.
pub(crate) const TARGETS: &[Target] = &[
    target("json", |bytes| reading::read(bytes, Format::Json)),
    target("ndjson", |bytes| reading::read(bytes, Format::Ndjson)),
    target("json-ld", |bytes| reading::read(bytes, Format::JsonLd)),
    target("csv", |bytes| reading::read(bytes, Format::Csv)),
    target("tsv", |bytes| reading::read(bytes, Format::Tsv)),
    target("markdown", |bytes| reading::read(bytes, Format::Markdown)),
    target("html", |bytes| reading::read(bytes, Format::Html)),
    target("text", |bytes| reading::read(bytes, Format::Text)),
    target("recognise", reading::recognise),
    target("write", writing::write),
    target("ask", asking::ask),
    target("check", asking::check),
    target("cases", logs::cases),
    target("misses", logs::misses),
    target("sanitize", printing::sanitize),
    target("cache", cached::read),
];

/// The bytes as a source, where they are text.
fn source(name: &str, bytes: &[u8]) -> Option<Source> {
    Source::read_stream(name, bytes, DEFAULT_SIZE_LIMIT).ok()
}

/// The first line, and what stands below it.
fn first_line(text: &str) -> (&str, &str) {
    text.split_once('\n').unwrap_or((text, ""))
}

/// Checks that a text has a place, the ends of its lines among them.
fn assert_is_there(text: &str, position: faq::Position) {
    let line = text.split('\n').nth(position.line.wrapping_sub(1));
    let columns = line.map_or(0, |line| line.chars().count() + 1);
    assert!((1..=columns).contains(&position.column), "{position}");
}
