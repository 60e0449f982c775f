//! What commands have to say. These are also the JSON that scripts read: fields are only ever added.

mod check;
mod evaluation;
mod explanation;
#[cfg(feature = "misses")]
mod misses;
mod tags;
#[cfg(feature = "prompt")]
mod welcome;

use std::ops::Range;

use faq::{Entry, Faq, Reply, Status};
use serde::Serialize;

pub(super) use check::{Check, Checked, Finding, Place, Severity};
pub(super) use evaluation::{Evaluation, Measure, Miss, Missed, Suggested};
pub(super) use explanation::{As, Candidate, Explanation, In, Kind, Meeting, Why, Word};
#[cfg(feature = "misses")]
pub(super) use misses::{LoggedMiss, MissGroup, MissGroups};
pub(super) use tags::Tag;
#[cfg(feature = "prompt")]
pub(super) use welcome::Welcome;

/// Rises when the meaning of a field changes; adding fields does not raise it.
const SCHEMA_VERSION: u32 = 1;

/// What became of one question.
#[derive(Debug, Serialize)]
#[expect(
    clippy::struct_field_names,
    reason = "the field is called so in the JSON"
)]
pub(super) struct Answer<'a> {
    schema_version: u32,
    pub(super) query: &'a str,
    pub(super) status: Outcome,
    pub(super) confidence: f64,
    pub(super) id: Option<&'a str>,
    pub(super) question: Option<&'a str>,
    pub(super) answer: Option<&'a str>,
    pub(super) tags: Vec<&'a str>,
    pub(super) source: Option<&'a str>,
    pub(super) matches: Vec<Match<'a>>,
    pub(super) related: Vec<Related<'a>>,
    faq: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<&'a str>,
    /// Why the question could not be read, where that is why there is no answer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) error: Option<String>,
    /// How it came about, where that was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) explanation: Option<Explanation<'a>>,
    /// Where in the stored question the words stand that met words of the query, for whoever can set them off.
    #[serde(skip)]
    pub(super) met: Vec<Range<usize>>,
}

/// Whether there is an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Outcome {
    Answered,
    Ambiguous,
    None,
}

/// An entry that fits.
#[derive(Debug, Serialize)]
pub(super) struct Match<'a> {
    pub(super) id: &'a str,
    pub(super) question: &'a str,
    pub(super) score: f64,
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<&'a str>,
}

/// An entry by its name, as one to read next.
#[derive(Debug, Serialize)]
pub(super) struct Related<'a> {
    pub(super) id: &'a str,
    pub(super) question: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<&'a str>,
}

/// A whole entry.
#[derive(Debug, Serialize)]
pub(super) struct Whole<'a> {
    schema_version: u32,
    pub(super) id: &'a str,
    pub(super) question: &'a str,
    pub(super) alternates: Vec<&'a str>,
    pub(super) answer: &'a str,
    pub(super) tags: Vec<&'a str>,
    pub(super) related: Vec<&'a str>,
    pub(super) source: Option<&'a str>,
    pub(super) file: &'a str,
    pub(super) line: usize,
    pub(super) column: usize,
}

/// The indexes of big FAQs.
#[derive(Debug)]
pub(super) struct Indexes<'a> {
    pub(super) folder: &'a str,
    pub(super) count: usize,
    pub(super) bytes: u64,
    /// Whether they are gone.
    pub(super) deleted: bool,
}

impl<'a> Answer<'a> {
    pub(super) fn new(query: &'a str, reply: &Reply, faq: &'a Faq<'a>) -> Self {
        let status = match reply.status {
            Status::Answered => Outcome::Answered,
            Status::Ambiguous => Outcome::Ambiguous,
            Status::None => Outcome::None,
        };
        let first = reply
            .matches
            .first()
            .filter(|_| status == Outcome::Answered);
        let answering: Option<&Entry<'_>> = first.map(|first| &faq.entries[first.entry]);
        let matches = reply.matches.iter().map(|found| {
            let entry = &faq.entries[found.entry];
            Match {
                id: &entry.id,
                question: &entry.question,
                score: rounded(found.score),
                file: file(faq, entry),
            }
        });
        let related = reply.related.iter();
        let related = related.map(|&number| Related::new(&faq.entries[number], faq));
        Self {
            schema_version: SCHEMA_VERSION,
            query,
            status,
            confidence: rounded(reply.confidence),
            id: answering.map(|entry| entry.id.as_ref()),
            question: answering.map(|entry| entry.question.as_ref()),
            answer: answering.map(|entry| entry.answer.as_ref()),
            tags: answering
                .map(|entry| texts(&entry.tags))
                .unwrap_or_default(),
            source: answering.and_then(|entry| entry.source.as_deref()),
            matches: matches.collect(),
            related: related.collect(),
            faq: names(faq),
            file: answering.and_then(|entry| file(faq, entry)),
            error: None,
            explanation: None,
            met: Vec::new(),
        }
    }
}

impl<'a> Related<'a> {
    fn new(entry: &'a Entry<'_>, faq: &'a Faq<'_>) -> Self {
        Self {
            id: &entry.id,
            question: &entry.question,
            file: file(faq, entry),
        }
    }
}

impl<'a> Whole<'a> {
    pub(super) fn new(entry: &'a Entry<'_>, faq: &'a Faq<'_>) -> Self {
        Self {
            schema_version: SCHEMA_VERSION,
            id: &entry.id,
            question: &entry.question,
            alternates: texts(&entry.alternates),
            answer: &entry.answer,
            tags: texts(&entry.tags),
            related: texts(&entry.related),
            source: entry.source.as_deref(),
            file: &faq.document(entry).name,
            line: entry.place.position.line,
            column: entry.place.position.column,
        }
    }
}

/// The files of a FAQ, in one line.
fn names(faq: &Faq<'_>) -> String {
    let names: Vec<&str> = faq
        .documents
        .iter()
        .map(|document| document.name.as_str())
        .collect();
    names.join(", ")
}

/// The file of an entry, where there are several.
fn file<'a>(faq: &'a Faq<'_>, entry: &Entry<'_>) -> Option<&'a str> {
    (faq.documents.len() > 1).then(|| faq.document(entry).name.as_str())
}

fn texts<'a>(texts: &'a [std::borrow::Cow<'_, str>]) -> Vec<&'a str> {
    texts.iter().map(AsRef::as_ref).collect()
}

/// Four digits: more would only show how floating-point numbers differ between machines.
fn rounded(value: f64) -> f64 {
    (value * 1e4).round() / 1e4
}
