//! What QnA Maker, and question answering in Azure after it, put into single cells.

use crate::sorting;

use std::borrow::Cow;

use serde::Deserialize;
use serde_json::Value;

/// The pairs of a cell of metadata, `key:value|key:value`, as they are written.
pub(super) fn metadata(cell: &str) -> impl Iterator<Item = &str> {
    let pairs = cell.split('|').map(str::trim);
    pairs.filter(|pair| !pair.is_empty() && !says_nothing(pair))
}

/// Whether a cell has the value that a column has where nobody chose one.
pub(super) fn says_nothing(cell: &str) -> bool {
    cell == "[]" || cell.eq_ignore_ascii_case("false")
}

/// An entry that is offered after another.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Prompt {
    #[serde(default)]
    display_order: i64,
    #[serde(default)]
    qna_id: Value,
}

/// The ids of a list of prompts in the order in which they are shown; nothing when the cell is no such list.
pub(super) fn prompted(cell: &str) -> Option<Vec<String>> {
    let mut prompts: Vec<Prompt> = serde_json::from_str(cell).ok()?;
    sorting::by_key(&mut prompts, |prompt| prompt.display_order);
    let id = |prompt: Prompt| match prompt.qna_id {
        Value::Number(id) => Some(id.to_string()),
        Value::String(id) => Some(id),
        _ => None,
    };
    prompts.into_iter().map(id).collect()
}

/// An answer whose line ends are written as `\n`: in these tables each row is a line.
pub(super) fn with_line_ends(answer: Cow<'_, str>) -> Cow<'_, str> {
    if answer.contains("\\n") {
        return Cow::Owned(answer.replace("\\n", "\n"));
    }
    answer
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn metadata_are_pairs() {
        for (cell, pairs) in [
            ("a:b", &["a:b"][..]),
            ("a:b c | d:e|", &["a:b c", "d:e"]),
            ("[]", &[]),
            ("", &[]),
        ] {
            assert_eq!(metadata(cell).collect::<Vec<_>>(), pairs, "{cell:?}");
        }
    }

    #[test]
    fn prompts_name_entries() {
        for (cell, ids) in [
            ("[]", Some(&[][..])),
            (
                r#"[{"displayOrder":1,"qnaId":3,"displayText":"b"},{"displayOrder":0,"qnaId":"x","displayText":"a"}]"#,
                Some(&["x", "3"]),
            ),
            (r#"[{"displayText":"a"}]"#, None),
            ("a", None),
        ] {
            let ids = ids.map(|ids| ids.iter().map(|id| (*id).to_owned()).collect::<Vec<_>>());
            assert_eq!(prompted(cell), ids, "{cell:?}");
        }
    }
}
