//! How to mend what breaks the rules of its format, by what is wrong there.

use super::Format;

/// What is wrong with a row that has no header, and three cells of which the last is no address.
pub(super) const NO_HEADER: &str = "the third cell of a row without a header is no address";

/// What to do about a fault, which is told apart by its cause.
pub(super) fn mend(format: Format, cause: &str) -> &'static str {
    match format {
        Format::Json | Format::Ndjson | Format::JsonLd => of_json(cause),
        Format::Csv | Format::Tsv if cause == NO_HEADER => {
            "name the columns in the first row, question and answer among them; or put quotes around a cell that holds a separator"
        }
        Format::Csv | Format::Tsv => {
            "put quotes around a cell that holds a separator, a line end or a quote, and write a quote within it twice"
        }
        Format::Markdown | Format::Html | Format::Text => "mend the text there",
    }
}

/// The same for JSON. Its causes are in the words of `serde_json`; those that are not known here get what is most often
/// true, so that other words cost no more than that.
fn of_json(cause: &str) -> &'static str {
    /// How causes begin, and what to do about them.
    const MENDS: [(&str, &str); 7] = [
        (
            "control character",
            r"mend the JSON there: within a text, a new line is written \n, and a tab \t",
        ),
        (
            "invalid escape",
            r"mend the JSON there: within a text, a backslash is written twice: \\",
        ),
        (
            "key must be a string",
            r#"mend the JSON there: names stand in straight quotes, as "question" does, no comma stands before a }, and there are no comments"#,
        ),
        (
            "expected value",
            r#"mend the JSON there: texts stand in straight quotes, "like this", no comma stands before a ] or }, and there are no comments"#,
        ),
        (
            "trailing comma",
            "mend the JSON there: take out the comma before it",
        ),
        (
            "EOF while parsing",
            "mend the JSON there: it ends too early; a closing quote, bracket or brace is missing, here or further up",
        ),
        (
            "trailing characters",
            "mend the JSON there: it has ended before; all entries belong into one list, or one on each line of a file .jsonl",
        ),
    ];
    MENDS
        .iter()
        .find(|(beginning, _)| cause.starts_with(beginning))
        .map_or(
            "mend the JSON there; often it is a comma, a quote or a bracket just before",
            |(_, mend)| mend,
        )
}

#[cfg(test)]
mod tests {
    use crate::format::{FormatErrorKind, parse};
    use crate::source::Source;

    /// What is said of a file that an editor broke.
    fn mended(text: &str) -> String {
        let error = parse(&[Source::new("f.json", text)], None).unwrap_err();
        assert!(
            matches!(error.kind, FormatErrorKind::Syntax { .. }),
            "{error}"
        );
        error.kind.mend()
    }

    #[test]
    fn what_editors_do_to_json_has_a_mend_of_its_own() {
        for (text, mend) in [
            ("[{\"question\":\"a\",\"answer\":\"b\nc\"}]", r"\n"),
            (r#"[{"question":"a","answer":"C:\dir"}]"#, r"\\"),
            (r"[{'question':'a','answer':'b'}]", "straight quotes"),
            (r#"[{“question”:"a","answer":"b"}]"#, "straight quotes"),
            (r#"[{"question":“a”,"answer":"b"}]"#, "straight quotes"),
            (r#"[{"question":"a","answer":"b"},]"#, "out the comma"),
            (r#"{"faqs":[{"question":"a","answer":"b"},]}"#, "no comma"),
            (r#"[{"question":"a","answer":"b",}]"#, "comma"),
            (
                "[ // mine\n{\"question\":\"a\",\"answer\":\"b\"}]",
                "no comments",
            ),
            (r#"{"faqs":[{"question":"a","answer":"b"}]"#, "too early"),
            (r#"[{"question":"a","answer":"b"#, "too early"),
            (r#"[{"question":"a","answer":"b"}]]"#, "ended before"),
            (r#"[{"question":"a" "answer":"b"}]"#, "just before"),
        ] {
            let said = mended(text);
            assert!(said.contains(mend), "{text}: {said}");
        }
    }
}
