//! What might have been meant as a question and was not taken for one.

use super::finding::{Finding, Kind};
use super::subject::Subject;

pub(super) fn find(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    for (spot, note) in &subject.inspection.notes {
        found.push(Finding::new(
            Kind::Skipped,
            *spot,
            note.to_string(),
            "nothing, if it is no question; or else write it as the other questions are written",
        ));
    }
}
