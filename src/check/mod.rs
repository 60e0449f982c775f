//! What is wrong with a FAQ, for those who keep it: one kind of finding a file.
//!
//! A FAQ is read leniently ([`inspect`](crate::format::inspect)), so that one fault does not hide the others. Errors are
//! what keeps it from being used or answers wrongly; warnings are most likely mistakes; notes are worth knowing.

mod affordable;
mod answers;
mod characters;
mod competing;
mod copies;
mod duplicates;
mod faults;
mod fields;
mod finding;
mod ids;
mod language;
mod misplaced;
mod no_entries;
mod placeholder;
mod related;
mod short;
mod skipped;
mod subject;
mod synonyms;
mod tags;
mod urls;

#[cfg(test)]
mod tests;

pub use finding::{Elsewhere, Finding, Kind, Severity};

use hashbrown::HashMap;

use crate::format::{Format, Inspection, MemoryBudget, Spot, inspect_within};
use crate::position::{Position, Positions};
use crate::search::Engine;
use crate::sorting;
use crate::source::Source;
use subject::{Subject, usable};

/// What was found in a FAQ.
#[derive(Debug, Clone, Default)]
#[non_exhaustive]
pub struct Report<'a> {
    /// The FAQ as far as it could be read, and how; without what stands in a file that is a copy of another.
    pub inspection: Inspection<'a>,
    /// What is wrong with it, by document and place.
    pub findings: Vec<Finding>,
}

/// Checks sources that make one FAQ. The format of each is told by its name or its content, unless `format` says it.
///
/// The same sources always give the same report. The time it takes grows with the size of the FAQ, not with its square.
#[must_use]
pub fn check(sources: &[Source], format: Option<Format>) -> Report<'_> {
    check_within(sources, format, None)
}

/// The same within so many bytes of memory, as with [`parse_within`](crate::format::parse_within), beside what is found.
/// Where that is too little for all entries, nothing but the faults of the documents is told.
#[must_use]
pub fn check_within(sources: &[Source], format: Option<Format>, memory: Option<u64>) -> Report<'_> {
    let mut inspection = inspect_within(sources, format, memory);
    let copies = copies::set_aside(&mut inspection);
    let mut findings = Vec::new();
    {
        let subject = Subject::new(sources, &inspection);
        faults::find(&subject, &mut findings);
        copies::find(sources, &copies, &mut findings);
        no_entries::find(&subject, &mut findings);
        skipped::find(&subject, &mut findings);
        if !faults::are_of_memory(&inspection) {
            let faq = usable(&inspection.faq);
            let memory = MemoryBudget::of(&faq, sources, memory);
            match Engine::new_within(&faq, memory.room()) {
                Ok(engine) => look_closely(&subject, &engine, &mut findings),
                Err(full) => {
                    let error = memory.exceeded_at(&faq, full.entry);
                    findings.push(faults::at_entry(&subject, full.entry, &error.kind));
                }
            }
        }
        placed(&mut findings, sources);
    }
    Report {
        inspection,
        findings,
    }
}

/// Looks at the entries themselves.
fn look_closely(subject: &Subject<'_>, engine: &Engine<'_>, findings: &mut Vec<Finding>) {
    for find in OF_TEXTS {
        find(subject, findings);
    }
    for find in OF_MATCHING {
        find(subject, engine, findings);
    }
}

/// Whatever is told by the texts themselves.
const OF_TEXTS: [fn(&Subject<'_>, &mut Vec<Finding>); 7] = [
    characters::find,
    fields::find,
    ids::find,
    language::find,
    related::find,
    tags::find,
    urls::find,
];

/// Whatever is told by how questions are matched. Those that compare entries come after duplicates, which they leave out.
const OF_MATCHING: [fn(&Subject<'_>, &Engine<'_>, &mut Vec<Finding>); 6] = [
    answers::find,
    short::find,
    synonyms::find,
    duplicates::find,
    competing::find,
    misplaced::find,
];

/// Puts findings in order, and turns their bytes into lines and columns.
fn placed(findings: &mut [Finding], sources: &[Source]) {
    let mut spots: Vec<Spot> = Vec::new();
    for finding in &mut *findings {
        let elsewhere = finding.elsewhere.iter_mut().map(|it| &mut it.spot);
        for spot in std::iter::once(&mut finding.spot).chain(elsewhere) {
            spot.offset = within(&sources[spot.document].text, spot.offset);
            spots.push(*spot);
        }
    }
    sorting::by(&mut spots, Ord::cmp);
    spots.dedup();
    let mut positions: HashMap<Spot, Position> = HashMap::with_capacity(spots.len());
    for of_document in spots.chunk_by(|a, b| a.document == b.document) {
        let mut rising = Positions::new(&sources[of_document[0].document].text);
        positions.extend(
            of_document
                .iter()
                .map(|&it| (it, rising.advance(it.offset))),
        );
    }
    for finding in &mut *findings {
        finding.position = positions[&finding.spot];
        for elsewhere in &mut finding.elsewhere {
            elsewhere.position = positions[&elsewhere.spot];
        }
    }
    sorting::by(findings, |a, b| {
        let by = |it: &Finding| (it.spot, it.kind.severity(), it.kind.code());
        by(a).cmp(&by(b))
    });
}

/// The offset, or the nearest before it at which a character begins.
fn within(text: &str, offset: usize) -> usize {
    let mut offset = offset.min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    offset
}
