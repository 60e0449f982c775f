//! Lists in one cell: a list of JSON, or values with something between them.

use std::borrow::Cow;

use crate::format::draft::Located;
use crate::format::json;
use crate::limits::LIST_LENGTH;

/// What stands between phrasings; lines are what a spreadsheet shows best.
pub(super) const PHRASINGS: List = List {
    between: "\n",
    separators: &['\n', '|'],
};

/// What stands between labels or ids: the first of these that the cell holds.
pub(super) const LABELS: List = List {
    between: "|",
    separators: &['\n', '|', ';', ','],
};

/// How lists of one kind are written.
#[derive(Debug, Clone, Copy)]
pub(super) struct List {
    /// What is written between two values.
    between: &'static str,
    /// What is read as standing between two, the first of them that there is.
    separators: &'static [char],
}

impl List {
    /// The values of a cell.
    pub(super) fn split<'a>(self, cell: Located<'a>) -> Vec<Located<'a>> {
        let Located { text, offset } = cell;
        let texts: Vec<Cow<'a, str>> = match text {
            Cow::Borrowed(text) => self.values(text),
            Cow::Owned(text) => {
                let own = |value: Cow<'_, str>| Cow::Owned(value.into_owned());
                self.values(&text).into_iter().map(own).collect()
            }
        };
        let found = texts.into_iter().map(|text| Located { text, offset });
        found.collect()
    }

    fn values(self, text: &str) -> Vec<Cow<'_, str>> {
        if text.starts_with('[')
            && let Some(values) = json::strings(text)
        {
            return values;
        }
        let separator = self.separators.iter().find(|&&it| text.contains(it));
        // What stands nowhere in the text leaves it whole.
        let separator = separator.copied().unwrap_or('\n');
        let values = text.split(separator).map(str::trim);
        let said = values.filter(|value| !value.is_empty());
        // One more than there may be is enough to be refused.
        said.take(LIST_LENGTH + 1).map(Cow::Borrowed).collect()
    }

    /// A cell with these values: readable where that says the same, and JSON otherwise.
    pub(super) fn join(self, values: &[Cow<'_, str>]) -> String {
        let joined = values.join(self.between);
        if self.values(&joined) == values {
            return joined;
        }
        let values = values.iter().map(Cow::as_ref);
        values.collect::<serde_json::Value>().to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_hold_lists() {
        for (list, cell, values) in [
            (PHRASINGS, "How?\nSo, how?", &["How?", "So, how?"][..]),
            (PHRASINGS, "How? | Why?", &["How?", "Why?"]),
            (PHRASINGS, "\n How?\r\n\n", &["How?"]),
            (PHRASINGS, "[\"a\\nb\", \"\"]", &["a\nb", ""]),
            (PHRASINGS, "[a", &["[a"]),
            (LABELS, "a, b,c", &["a", "b", "c"]),
            (LABELS, "a, b|c; d", &["a, b", "c; d"]),
            (LABELS, "a b", &["a b"]),
        ] {
            let found = list.split(Located::new(cell, 0));
            let found: Vec<&str> = found.iter().map(|it| it.text.as_ref()).collect();
            assert_eq!(found, values, "{cell:?}");
        }
    }

    #[test]
    fn whatever_is_joined_can_be_split_again() {
        for (list, values, cell) in [
            (LABELS, &["a", "b c"][..], "a|b c"),
            (LABELS, &["a,b", "c"], "a,b|c"),
            (LABELS, &["a,b"], "[\"a,b\"]"),
            (LABELS, &["a|b", "c"], "[\"a|b\",\"c\"]"),
            (LABELS, &[" a"], "[\" a\"]"),
            (LABELS, &[""], "[\"\"]"),
            (PHRASINGS, &["How, so?", "Why?"], "How, so?\nWhy?"),
            (PHRASINGS, &["How\nso?", "Why?"], "[\"How\\nso?\",\"Why?\"]"),
            (PHRASINGS, &["[\"a\"]"], "[\"[\\\"a\\\"]\"]"),
        ] {
            let values: Vec<Cow<'_, str>> = values.iter().map(|&it| it.into()).collect();
            assert_eq!(list.join(&values), cell);
            assert_eq!(list.values(cell), values);
        }
    }
}
