//! What `faq check` has to say.

use faq::Source;
use faq::check::{Elsewhere, Finding as Found, Report};
use faq::format::Spot;
use serde::Serialize;

use super::SCHEMA_VERSION;

/// What is wrong with a FAQ.
#[derive(Debug, Serialize)]
pub(in crate::cli) struct Check<'a> {
    schema_version: u32,
    /// The files, and how each was read.
    pub(in crate::cli) documents: Vec<Checked<'a>>,
    /// How many findings there are of each severity.
    pub(in crate::cli) errors: usize,
    pub(in crate::cli) warnings: usize,
    pub(in crate::cli) notes: usize,
    /// By document and place.
    pub(in crate::cli) findings: Vec<Finding<'a>>,
}

/// A file, and how it was read.
#[derive(Debug, Serialize)]
pub(in crate::cli) struct Checked<'a> {
    pub(in crate::cli) name: &'a str,
    /// None where nothing tells it.
    pub(in crate::cli) format: Option<&'static str>,
    /// What in it was taken for questions, where that was not plain.
    pub(in crate::cli) shape: Option<&'a str>,
    pub(in crate::cli) entries: usize,
    #[serde(skip)]
    pub(in crate::cli) format_title: Option<&'static str>,
    #[serde(skip)]
    pub(in crate::cli) text: &'a str,
}

/// Something that is wrong.
#[derive(Debug, Serialize)]
pub(in crate::cli) struct Finding<'a> {
    pub(in crate::cli) severity: Severity,
    /// What kind of thing it is; stable.
    pub(in crate::cli) code: &'static str,
    pub(in crate::cli) message: &'a str,
    /// A few words on the very place, such as a suggestion.
    pub(in crate::cli) label: Option<&'a str>,
    /// What to do about it.
    pub(in crate::cli) mend: &'a str,
    /// The entry that it is about, where it is about one.
    pub(in crate::cli) id: Option<&'a str>,
    #[serde(flatten)]
    pub(in crate::cli) place: Place<'a>,
    /// Other places that have to do with it.
    pub(in crate::cli) places: Vec<OtherPlace<'a>>,
}

/// How bad it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub(in crate::cli) enum Severity {
    Error,
    Warning,
    Note,
}

/// A place in a file.
#[derive(Debug, Serialize)]
pub(in crate::cli) struct Place<'a> {
    pub(in crate::cli) file: &'a str,
    /// From 1.
    pub(in crate::cli) line: usize,
    /// In characters, from 1.
    pub(in crate::cli) column: usize,
    #[serde(skip)]
    pub(in crate::cli) spot: Spot,
}

/// Another place that has to do with a finding.
#[derive(Debug, Serialize)]
pub(in crate::cli) struct OtherPlace<'a> {
    pub(in crate::cli) label: &'a str,
    #[serde(flatten)]
    pub(in crate::cli) place: Place<'a>,
}

impl<'a> Check<'a> {
    /// The findings about documents, and about entries with one of these tags.
    pub(in crate::cli) fn new(
        report: &'a Report<'a>,
        sources: &'a [Source],
        tags: &[String],
    ) -> Self {
        let entries = &report.inspection.faq.entries;
        let is_wanted = |found: &&Found| {
            found
                .entry
                .is_none_or(|number| entries[number].has_any_tag(tags))
        };
        let findings = report.findings.iter().filter(is_wanted);
        let findings: Vec<Finding<'a>> =
            findings.map(|found| Finding::new(found, report)).collect();
        let count = |severity| {
            let of_it = findings.iter().filter(|found| found.severity == severity);
            of_it.count()
        };
        let documents = sources.iter().zip(&report.inspection.readings);
        Self {
            schema_version: SCHEMA_VERSION,
            documents: documents
                .map(|(source, reading)| Checked {
                    name: &source.name,
                    format: reading.format.map(faq::Format::name),
                    shape: reading.shape.as_deref(),
                    entries: reading.entries,
                    format_title: reading.format.map(faq::Format::title),
                    text: &source.text,
                })
                .collect(),
            errors: count(Severity::Error),
            warnings: count(Severity::Warning),
            notes: count(Severity::Note),
            findings,
        }
    }
}

impl<'a> Finding<'a> {
    fn new(found: &'a Found, report: &'a Report<'a>) -> Self {
        let faq = &report.inspection.faq;
        let place = |spot: Spot, position: faq::Position| Place {
            file: &faq.documents[spot.document].name,
            line: position.line,
            column: position.column,
            spot,
        };
        let other = |it: &'a Elsewhere| OtherPlace {
            label: &it.label,
            place: place(it.spot, it.position),
        };
        Self {
            severity: found.kind.severity().into(),
            code: found.kind.code(),
            message: &found.message,
            label: found.label.as_deref(),
            mend: &found.mend,
            id: found.entry.map(|number| faq.entries[number].id.as_ref()),
            place: place(found.spot, found.position),
            places: found.elsewhere.iter().map(other).collect(),
        }
    }
}

impl From<faq::check::Severity> for Severity {
    fn from(severity: faq::check::Severity) -> Self {
        match severity {
            faq::check::Severity::Error => Self::Error,
            faq::check::Severity::Warning => Self::Warning,
            faq::check::Severity::Note => Self::Note,
        }
    }
}
