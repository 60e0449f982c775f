//! What the log of questions without an answer has to say, and `faq misses` of it.

use std::fmt::Write;
use std::time::SystemTime;

use faq::Faq;
use faq::misses::{Group, Grouping};
use serde::Serialize;

use super::{Answer, Outcome, SCHEMA_VERSION, file, rounded};

/// How many characters of a question are logged, and of the names of its FAQ: more than people type, and few enough
/// for a line to be written at once.
const MOST_LOGGED: usize = 1_000;

/// A question without an answer, as a line of the log.
#[derive(Debug, Serialize)]
pub(in crate::cli) struct LoggedMiss<'a> {
    schema_version: u32,
    time: String,
    query: &'a str,
    status: Outcome,
    confidence: f64,
    /// The id of the first match.
    nearest: Option<&'a str>,
    faq: &'a str,
}

impl<'a> LoggedMiss<'a> {
    /// The line for a question that was asked just now.
    pub(in crate::cli) fn new(report: &'a Answer<'_>) -> Self {
        Self {
            schema_version: SCHEMA_VERSION,
            time: time(SystemTime::now()),
            query: beginning(report.query),
            status: report.status,
            confidence: report.confidence,
            nearest: report.matches.first().map(|first| first.id),
            faq: beginning(&report.faq),
        }
    }
}

/// RFC 3339 in UTC. A clock that is out of its mind is no reason to fail: years before 1970 are not told apart.
fn time(time: SystemTime) -> String {
    let mut text = String::new();
    let time = humantime::format_rfc3339_seconds(time.max(SystemTime::UNIX_EPOCH));
    // After the year 9999 there is none.
    let _ = write!(text, "{time}");
    text
}

fn beginning(text: &str) -> &str {
    let end = text.char_indices().nth(MOST_LOGGED);
    end.map_or(text, |(end, _)| &text[..end])
}

/// What a log of misses comes to.
#[derive(Debug)]
pub(in crate::cli) struct MissGroups<'a> {
    /// Those that were asked for.
    pub(in crate::cli) groups: Vec<MissGroup<'a>>,
    /// How many groups there are besides them.
    pub(in crate::cli) more_groups: usize,
    /// How many misses these and those hold.
    pub(in crate::cli) misses: usize,
    /// How many misses a group must hold, and how many groups hold fewer.
    pub(in crate::cli) least: usize,
    pub(in crate::cli) smaller: usize,
    /// How many more are answered by now.
    pub(in crate::cli) answered: usize,
}

/// Questions without an answer that ask the same.
#[derive(Debug, Serialize)]
pub(in crate::cli) struct MissGroup<'a> {
    schema_version: u32,
    pub(in crate::cli) count: usize,
    /// The ways in which it was asked, most frequent first.
    pub(in crate::cli) questions: Vec<Asked<'a>>,
    pub(in crate::cli) nearest: Option<Nearest<'a>>,
    /// When it was first and last asked, where the log says.
    first: Option<&'a str>,
    last: Option<&'a str>,
}

/// A way in which something was asked, and how often.
#[derive(Debug, Serialize)]
pub(in crate::cli) struct Asked<'a> {
    pub(in crate::cli) question: &'a str,
    pub(in crate::cli) count: usize,
}

/// The entry that fits best.
#[derive(Debug, Serialize)]
pub(in crate::cli) struct Nearest<'a> {
    pub(in crate::cli) id: &'a str,
    pub(in crate::cli) question: &'a str,
    pub(in crate::cli) confidence: f64,
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<&'a str>,
}

impl<'a> MissGroups<'a> {
    /// The groups of at least `least` misses, and of those at most `limit`.
    pub(in crate::cli) fn new(
        grouping: &'a Grouping<'a>,
        least: usize,
        limit: usize,
        faq: &'a Faq<'a>,
    ) -> Self {
        let wanted = || grouping.groups.iter().filter(|group| group.count >= least);
        Self {
            groups: wanted()
                .take(limit)
                .map(|group| MissGroup::new(group, faq))
                .collect(),
            more_groups: wanted().skip(limit).count(),
            misses: wanted().map(|group| group.count).sum(),
            least,
            smaller: grouping.groups.len() - wanted().count(),
            answered: grouping.answered,
        }
    }
}

impl<'a> MissGroup<'a> {
    fn new(group: &'a Group<'a>, faq: &'a Faq<'a>) -> Self {
        let asked = group.phrasings.iter().map(|phrasing| Asked {
            question: phrasing.question,
            count: phrasing.count,
        });
        let nearest = group.nearest.map(|number| {
            let entry = &faq.entries[number];
            Nearest {
                id: &entry.id,
                question: &entry.question,
                confidence: rounded(group.confidence),
                file: file(faq, entry),
            }
        });
        Self {
            schema_version: SCHEMA_VERSION,
            count: group.count,
            questions: asked.collect(),
            nearest,
            first: group.first,
            last: group.last,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn times_are_rfc_3339_whatever_the_clock_says() {
        let epoch = SystemTime::UNIX_EPOCH;
        for (at, expected) in [
            (
                epoch + Duration::from_millis(1_795_482_123_999),
                "2026-11-24T01:02:03Z",
            ),
            (epoch - Duration::from_secs(1), "1970-01-01T00:00:00Z"),
            (epoch + Duration::from_secs(400_000_000_000), ""),
        ] {
            assert_eq!(time(at), expected);
        }
    }

    #[test]
    fn a_text_is_cut_between_characters() {
        let long = "é".repeat(MOST_LOGGED + 1);
        assert_eq!(beginning(&long).chars().count(), MOST_LOGGED);
        assert_eq!(beginning("é"), "é");
    }
}
