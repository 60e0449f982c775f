//! Front matter: lines of `key: value` between two lines `---` at the beginning.

use std::borrow::Cow;

use crate::format::draft::Located;

/// What front matter says of a document.
#[derive(Debug, Default)]
pub(super) struct Front<'a> {
    pub(super) title: Option<Located<'a>>,
    pub(super) language: Option<Located<'a>>,
    /// Where the document itself begins, in bytes.
    pub(super) end: usize,
}

/// Reads the front matter of a document, if it has any.
pub(super) fn front(text: &str) -> Front<'_> {
    let mut front = Front::default();
    let Some(first) = text.split_inclusive('\n').next() else {
        return front;
    };
    if first.trim_end() != "---" || !first.ends_with('\n') {
        return front;
    }
    let mut at = first.len();
    for line in text[at..].split_inclusive('\n') {
        let start = at;
        at += line.len();
        if matches!(line.trim_end(), "---" | "...") {
            front.end = at;
            return front;
        }
        let Some((key, value)) = line.split_once(':') else {
            continue;
        };
        let offset = start + key.len() + 1 + value.len() - value.trim_start().len();
        let value = scalar(value.trim()).filter(|value| !value.trim().is_empty());
        let Some(value) = value.map(|value| Located::new(value, offset)) else {
            continue;
        };
        match key {
            "title" => front.title = front.title.or(Some(value)),
            "language" | "lang" => front.language = front.language.or(Some(value)),
            _ => {}
        }
    }
    // It was a rule, and no front matter.
    Front::default()
}

/// A YAML value that is plain or quoted; none of another kind.
fn scalar(value: &str) -> Option<Cow<'_, str>> {
    if value.starts_with('"') {
        // What is between double quotes in YAML is nearly always JSON.
        return serde_json::from_str::<String>(value).ok().map(Cow::Owned);
    }
    if let Some(quoted) = value.strip_prefix('\'') {
        return quoted.strip_suffix('\'').map(|inner| {
            if inner.contains("''") {
                Cow::Owned(inner.replace("''", "'"))
            } else {
                Cow::Borrowed(inner)
            }
        });
    }
    if value.starts_with(['[', '{', '|', '>', '&', '*', '!', '#']) {
        return None;
    }
    let plain = value.split(" #").next().unwrap_or_default().trim_end();
    Some(Cow::Borrowed(plain))
}

/// A value as front matter holds it: as it is where that is plain to everybody, or else quoted.
pub(super) fn quoted(value: &str) -> Cow<'_, str> {
    let is_plain = value.starts_with(char::is_alphabetic)
        && value.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '?' | '!' | '.' | ')'))
        && value.chars().all(|c| {
            c.is_alphanumeric()
                || matches!(
                    c,
                    ' ' | '-' | '–' | '\'' | '’' | ',' | '.' | '?' | '!' | '(' | ')'
                )
        })
        && !["true", "false", "null", "yes", "no", "on", "off", "y", "n"]
            .contains(&value.to_lowercase().as_str());
    if is_plain {
        Cow::Borrowed(value)
    } else {
        Cow::Owned(serde_json::Value::from(value).to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn title_and_language_are_read() {
        for (text, title, language, end) in [
            (
                "---\ntitle: A b # c\nlang: de\n---\n# x",
                Some("A b"),
                Some("de"),
                32,
            ),
            (
                "---\r\ntitle: \"A: \\\"b\\\"\"\r\n---\r\n",
                Some("A: \"b\""),
                None,
                29,
            ),
            (
                "---\ntitle: 'It''s'\n  title: no\nlanguage:\n...\n",
                Some("It's"),
                None,
                45,
            ),
            ("---\ntitle: [a]\n---\n", None, None, 19),
            ("---\ntitle: a rule, no front matter\n", None, None, 0),
            ("# x\n---\ntitle: y\n---\n", None, None, 0),
            ("---", None, None, 0),
        ] {
            let front = front(text);
            let value = |found: Option<Located<'_>>| found.map(|found| found.text.into_owned());
            assert_eq!(value(front.title).as_deref(), title, "{text}");
            assert_eq!(value(front.language).as_deref(), language, "{text}");
            assert_eq!(front.end, end, "{text}");
        }
    }

    #[test]
    fn what_is_quoted_comes_back() {
        for value in [
            "Title",
            "a: b",
            "yes",
            " x ",
            "a\nb",
            "\"",
            "'",
            "日本 – x?",
            "1",
            "#a",
            "a #b",
        ] {
            let text = format!("---\ntitle: {}\n---\n", quoted(value));
            assert_eq!(front(&text).title.unwrap().text, value, "{text}");
        }
    }
}
