//! YAML, which is not read: a file of it is told from other text, so that it can be named as what it is.

use super::recognise::starts_json;
use super::text;
use crate::source::is_called;

/// What files of YAML are called.
const EXTENSIONS: [&str; 2] = ["yaml", "yml"];

/// How many lines are looked at.
const FIRST_LINES: usize = 50;

/// What questions and answers go by: other YAML is nobody's FAQ, and may as well be prose with colons.
const FIELDS: [&str; 6] = ["question", "questions", "q", "answer", "answers", "a"];

/// Where the YAML of a document begins, if it is a file of YAML by its name, or plainly by its content.
///
/// JSON is YAML as well, and is read: the rest is told by its name alone where no format has the name.
pub(super) fn begins(name: &str, text: &str) -> Option<usize> {
    let start = text.len() - text.trim_start().len();
    if starts_json(&text[start..]) {
        return None;
    }
    let first = lines(text).next();
    if is_called(name, &EXTENSIONS) {
        return Some(first.map_or(start, |(offset, _)| offset));
    }
    let (offset, line) = first?;
    // "Question:" alone may head a paragraph, and "q: Why?" be a line of plain text.
    let is_of_yaml = !text::is_labelled_question(line) && is_a_list_or_map(text);
    is_of_yaml.then_some(offset)
}

/// Whether every line that is not indented is a key or an item, and fields of a FAQ stand below or within these.
fn is_a_list_or_map(text: &str) -> bool {
    let mut fields = 0;
    for (_, line) in lines(text) {
        let content = line.trim_start();
        let (within, content) = match content.strip_prefix("- ") {
            Some(item) => (true, item.trim_start()),
            None => (content.len() < line.len(), content),
        };
        let key = key(content);
        if !within && key.is_none() && content != "-" {
            return false;
        }
        fields += usize::from(within && key.is_some_and(|key| FIELDS.contains(&key)));
    }
    fields >= 2
}

/// The key that a line begins with. In prose, what a colon follows is rarely one word in lower case.
fn key(line: &str) -> Option<&str> {
    let (key, rest) = line.split_once(':')?;
    let is_word = |c: char| c.is_lowercase() || c.is_numeric() || matches!(c, '_' | '-');
    let is_key = !key.is_empty() && key.chars().all(is_word);
    (is_key && (rest.is_empty() || rest.starts_with(char::is_whitespace))).then_some(key)
}

/// The first lines that say something, each with its offset: no blank ones, comments, or marks of a document.
fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut end = 0;
    let lines = text.split_inclusive('\n').map(move |line| {
        let start = end;
        end += line.len();
        (start, line.trim_end())
    });
    let says = |(_, line): &(usize, &str)| {
        let content = line.trim_start();
        !content.is_empty() && !content.starts_with(['#', '%']) && !matches!(*line, "---" | "...")
    };
    lines.take(FIRST_LINES).filter(says)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn yaml_is_told_by_its_name_or_plainly_by_its_content() {
        for (name, text, expected) in [
            ("a.yaml", "anything", Some(0)),
            ("a.YML", "# ours\n---\n\nx: 1\n", Some(12)),
            ("a.yaml", "# nothing else\n", Some(0)),
            ("a.yaml", " [{\"question\": \"JSON is YAML\"}]", None),
            ("-", "faqs:\n  - question: Why?\n    answer: So.\n", Some(0)),
            ("a.txt", "---\n- question: Why?\n  answer: So.\n", Some(4)),
            (
                "-",
                "title: The shop\nfaqs:\n- id: x\n  q: Why?\n  a: >\n    So it is,\n    I say: yes.\n",
                Some(0),
            ),
            (
                "-",
                "faqs:\n  x:\n    question: Why?\n    answer: So.\r\n",
                Some(0),
            ),
            // What else has colons.
            ("-", "q: Why?\na: So.\n", None),
            ("-", "Question:\n  Why?\nAnswer:\n  So.\n", None),
            ("-", "- Q: Why?\n  A: So.\n", None),
            ("-", "note: this is text\n\nand goes on.\n", None),
            ("-", "note: a list\n - question: of one\n", None),
            (
                "-",
                "---\ntitle: x\n---\n\n# FAQ\n\n## question: Why?\n\nSo.\n",
                None,
            ),
            ("-", "", None),
        ] {
            assert_eq!(begins(name, text), expected, "{name} {text:?}");
        }
    }
}
