//! Which format a document has: its name says it, or else its first lines do.

use std::path::Path;

use super::registry::{names_columns, names_separator};
use super::{Format, text, yaml};

/// How many lines are looked at.
const FIRST_LINES: usize = 50;

/// The format of a document, where name or content tell.
pub(super) fn recognise(name: &str, text: &str) -> Option<Format> {
    match Format::of_name(Path::new(name)) {
        // YAML has lines as Markdown and plain text have them, and reads as neither.
        None | Some(Format::Text) if yaml::begins(name, text).is_some() => None,
        // What is called text may be anything.
        None | Some(Format::Text) => of_content(text),
        Some(Format::Json) if is_lines_of_json(text) => Some(Format::Ndjson),
        named => named,
    }
}

fn of_content(source: &str) -> Option<Format> {
    let start = source.trim_start();
    if starts_json(start) {
        return Some(if is_lines_of_json(start) {
            Format::Ndjson
        } else {
            Format::Json
        });
    }
    let starts_with = |tag: &&str| {
        start
            .get(..tag.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(tag))
    };
    if HTML.iter().any(starts_with) {
        return Some(Format::Html);
    }
    let lines = || start.lines().take(FIRST_LINES).map(str::trim);
    if lines().any(text::is_separator) || lines().any(text::is_labelled_question) {
        return Some(Format::Text);
    }
    let first = lines().next()?;
    let names = |separator| names_columns(first, separator);
    if names(b'\t') || (first.contains('\t') && lines().all(|line| line.contains('\t'))) {
        return Some(Format::Tsv);
    }
    if names(b',') || names(b';') || names_separator(first) {
        return Some(Format::Csv);
    }
    let is_markdown = |line: &str| {
        let heading = line.trim_start_matches('#');
        (heading.len() < line.len() && heading.starts_with(' ')) || line.starts_with("**")
    };
    (first == "---" || start.starts_with('<') || lines().any(is_markdown))
        .then_some(Format::Markdown)
}

/// What only pages begin with; `<details>` also stands in Markdown.
const HTML: [&str; 6] = ["<!doctype", "<html", "<head", "<body", "<script", "<?xml"];

/// Whether a text begins as JSON does; Markdown may begin with `[` as well.
pub(super) fn starts_json(text: &str) -> bool {
    let mut chars = text.chars();
    match chars.next() {
        Some('{') => true,
        Some('[') => {
            let next = chars.find(|c| !c.is_whitespace());
            next.is_none_or(|c| matches!(c, '{' | '[' | ']' | '"' | '-' | '0'..='9'))
        }
        _ => false,
    }
}

/// Whether the first line is a whole object, and another follows.
fn is_lines_of_json(text: &str) -> bool {
    let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let (Some(first), Some(second)) = (lines.next(), lines.next()) else {
        return false;
    };
    first.starts_with('{') && first.ends_with('}') && second.starts_with('{')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(feature = "tables")]
    #[test]
    fn columns_may_have_other_names() {
        for (text, expected) in [
            ("id\tQ\tA\n1\tWhy?\tSo.\n", Format::Tsv),
            ("_question,_answer,_source_uri\n", Format::Csv),
        ] {
            assert_eq!(recognise("-", text), Some(expected), "{text:?}");
        }
    }

    #[test]
    fn names_and_contents_tell_formats() {
        for (name, text, expected) in [
            ("faq.json", "", Some(Format::Json)),
            ("faq.json", "{}\n{}", Some(Format::Ndjson)),
            ("faq.md", "{", Some(Format::Markdown)),
            ("builtin", "\n {\n \"faqs\": []}", Some(Format::Json)),
            ("-", "[{", Some(Format::Json)),
            ("-", "[![build](x)](y)\n# FAQ", Some(Format::Markdown)),
            ("-", "{\"a\":1}\n{\"b\":1}\n", Some(Format::Ndjson)),
            ("-", "<!DOCTYPE html>", Some(Format::Html)),
            ("-", "<details>\n<summary>", Some(Format::Markdown)),
            ("-", "Question,Answer\na,b", Some(Format::Csv)),
            ("-", "question\tanswer\n", Some(Format::Tsv)),
            ("-", "\"Question\";\"Answer\"\n", Some(Format::Csv)),
            ("-", "sep=;\nx;y\n", Some(Format::Csv)),
            ("a.txt", "question|answer, and more\n", None),
            ("-", "The question, and its answer\n", None),
            ("-", "Why?\tBecause.\nHow?\tSo.\n", Some(Format::Tsv)),
            ("a.txt", "-\nWhy?\nBecause.\n", Some(Format::Text)),
            ("a.txt", "[{}]", Some(Format::Json)),
            ("-", "Q: Why?\nA: So.", Some(Format::Text)),
            (
                "-",
                "About us\n\n1) question 1: Why?\nSo.",
                Some(Format::Text),
            ),
            ("-", "Q. and A. are letters", None),
            ("-", "# FAQ\n\n## Why?\n", Some(Format::Markdown)),
            ("-", "---\ntitle: x\n---\n", Some(Format::Markdown)),
            ("-", "- id: x\n  question: Why?\n  answer: So.\n", None),
            ("faq.yaml", "# Why?\n\nSo.\n", None),
            ("faq.yaml", "[{}]", Some(Format::Json)),
            ("-", "nothing of the kind", None),
            ("-", "", None),
        ] {
            assert_eq!(recognise(name, text), expected, "{name} {text:?}");
        }
    }
}
