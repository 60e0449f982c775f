//! Lines of tabs: a question, then the ids of the entries that answer it.

use std::borrow::Cow;

use super::cases::{Fault, Row};
use super::error::CaseErrorKind;

/// Whether a line is there for people only.
pub(super) fn is_comment(line: &str) -> bool {
    line.starts_with('#')
}

/// Reads a line that is not blank.
pub(super) fn row(line: &str) -> Result<Row<'_>, Fault> {
    let mut cells = cells(line);
    let question = cells.next().unwrap_or_default();
    if question.1.is_empty() {
        return Err(Fault {
            offset: question.0,
            kind: CaseErrorKind::EmptyQuestion,
        });
    }
    Ok(Row {
        question,
        // A table from a spreadsheet has as many tabs in each line as in the longest.
        ids: cells.filter(|(_, id)| !id.is_empty()).collect(),
    })
}

/// What stands between the tabs, without the space around it, and at which byte of the line it begins.
fn cells(line: &str) -> impl Iterator<Item = (usize, Cow<'_, str>)> {
    let mut start = 0;
    line.split('\t').map(move |cell| {
        let content = cell.trim();
        let offset = start + (cell.len() - cell.trim_start().len());
        let begins = if content.is_empty() { start } else { offset };
        start += cell.len() + 1;
        (begins, Cow::Borrowed(content))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_a_question_and_ids() {
        for (line, question, ids) in [
            ("how\tid\n", (0, "how"), &[(4, "id")][..]),
            ("how do I\r\n", (0, "how do I"), &[]),
            ("how\t\t\n", (0, "how"), &[]),
            (" é ?\t a \tb c\t", (1, "é ?"), &[(7, "a"), (10, "b c")]),
        ] {
            let row = row(line).unwrap();
            assert_eq!(row.question, (question.0, question.1.into()), "{line:?}");
            let expected: Vec<(usize, Cow<'_, str>)> =
                ids.iter().map(|&(at, id)| (at, id.into())).collect();
            assert_eq!(row.ids, expected, "{line:?}");
        }
    }

    #[test]
    fn an_id_without_a_question_is_a_fault() {
        let fault = row(" \tid").unwrap_err();
        assert_eq!(
            (fault.offset, fault.kind),
            (0, CaseErrorKind::EmptyQuestion)
        );
    }
}
