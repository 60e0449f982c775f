//! What the columns of a table are for: the first row names them, or there are so few that it is clear.

use std::borrow::Cow;

use hashbrown::HashSet;

use super::names::{OF_QNA_MAKER, Role, key, roles};
use super::rows::Row;
use crate::format::{Fault, FormatErrorKind};

/// What fields are called in the native file: a column that is for none of them must have another name there.
pub(super) const NATIVE: [&str; 7] = [
    "id",
    "question",
    "alternates",
    "answer",
    "tags",
    "related",
    "source",
];

/// How many columns a message names.
const MAX_NAMED: usize = 8;

/// How many characters of a name it shows.
const MAX_CHARS: usize = 40;

/// What each column is for.
#[derive(Debug)]
pub(super) struct Columns<'a> {
    /// One for each; none when the first row names no column.
    roles: Vec<Role>,
    /// The first row: the names, or else the first values.
    names: Vec<Cow<'a, str>>,
    /// What the values of the columns are called that are for nothing known.
    fields: Vec<Cow<'a, str>>,
    offset: usize,
    /// Whether QnA Maker wrote the table: line ends in it are `\n`, as two characters.
    pub(super) is_of_qna_maker: bool,
}

impl<'a> Columns<'a> {
    /// What the first row says of the columns.
    pub(super) fn of(first: &Row<'a>) -> Result<Self, Fault> {
        let names: Vec<Cow<'a, str>> = first.cells.iter().map(|it| it.text.clone()).collect();
        let keys: Vec<String> = names.iter().map(|name| key(name)).collect();
        let roles = roles(&keys);
        let mut columns = Self {
            fields: fields(&names, &roles),
            roles,
            is_of_qna_maker: keys.iter().any(|it| OF_QNA_MAKER.contains(&it.as_str())),
            names,
            offset: first.offset,
        };
        let has = |role| columns.roles.contains(&role);
        columns.is_of_qna_maker |= has(Role::Metadata) || has(Role::Prompts);
        match (has(Role::Question), has(Role::Answer)) {
            (true, true) => Ok(columns),
            (false, false) if (2..=3).contains(&columns.names.len()) => {
                columns.roles.clear();
                columns.is_of_qna_maker = false;
                Ok(columns)
            }
            (true, false) => Err(columns.lacking("\"answer\"")),
            (false, true) => Err(columns.lacking("\"question\"")),
            (false, false) => Err(columns.unknown()),
        }
    }

    /// Whether the first row is no header but an entry: a question, an answer, and perhaps a source.
    pub(super) fn are_unnamed(&self) -> bool {
        self.roles.is_empty()
    }

    /// What a column is for, counted from 0; nothing when there is none of that number.
    pub(super) fn role(&self, number: usize) -> Option<Role> {
        if self.are_unnamed() {
            let roles = [Role::Question, Role::Answer, Role::Source];
            return roles.get(number).copied();
        }
        self.roles.get(number).copied()
    }

    /// How many columns there are.
    pub(super) fn count(&self) -> usize {
        self.names.len()
    }

    /// What the field of a column is called that is for nothing known.
    pub(super) fn field(&self, number: usize) -> Cow<'a, str> {
        self.fields.get(number).cloned().unwrap_or_default()
    }

    /// How the table is read, in words.
    pub(super) fn shape(&self) -> String {
        if self.are_unnamed() {
            return "rows of a question and an answer, without a header".to_owned();
        }
        let name = |role| {
            let number = self.roles.iter().position(|&it| it == role);
            number.map_or("", |number| self.names[number].as_ref())
        };
        format!(
            "rows under \"{}\" and \"{}\"",
            shortened(name(Role::Question)),
            shortened(name(Role::Answer))
        )
    }

    /// The fault that no column says what it is for.
    pub(super) fn unknown(&self) -> Fault {
        self.lacking("\"question\" or \"answer\"")
    }

    fn lacking(&self, wanted: &'static str) -> Fault {
        let named = self.names.iter().take(MAX_NAMED);
        let mut named: Vec<_> = named.map(|it| format!("\"{}\"", shortened(it))).collect();
        if self.names.len() > MAX_NAMED {
            named.push(format!("{} more", self.names.len() - MAX_NAMED));
        }
        Fault {
            offset: self.offset,
            kind: FormatErrorKind::NoColumn {
                wanted,
                found: named.join(", "),
            },
        }
    }
}

/// What the fields of the columns are called that are for nothing known; no two of them are called the same.
fn fields<'a>(names: &[Cow<'a, str>], roles: &[Role]) -> Vec<Cow<'a, str>> {
    let mut taken: HashSet<Cow<'_, str>> = NATIVE.into_iter().map(Cow::from).collect();
    let field = |(number, (name, role)): (usize, (&Cow<'a, str>, &Role))| {
        if !matches!(role, Role::Unknown | Role::Extra | Role::Prompts) {
            return Cow::default();
        }
        let name = match name.trim() {
            "" => Cow::from(format!("column {}", number + 1)),
            _ => name.clone(),
        };
        if taken.insert(name.clone()) {
            return name;
        }
        // No two columns have the same number.
        let numbered = Cow::from(format!("{name} (column {})", number + 1));
        taken.insert(numbered.clone());
        numbered
    };
    let columns = names.iter().zip(roles).enumerate();
    columns.map(field).collect()
}

fn shortened(name: &str) -> String {
    let mut short: String = name.chars().take(MAX_CHARS).collect();
    if short.len() < name.len() {
        short.push('…');
    }
    short
}

#[cfg(test)]
mod tests {
    use super::super::rows::Cell;
    use super::*;

    fn row(names: &str) -> Row<'_> {
        let cell = |text| Cell {
            text: Cow::Borrowed(text),
            offset: 0,
        };
        Row {
            offset: 0,
            cells: names.split(',').map(cell).collect(),
        }
    }

    #[test]
    fn a_few_columns_need_no_names() {
        for (first, unnamed) in [("Why?,So.", true), ("Why?,So.,/a", true), ("Q,A", false)] {
            assert_eq!(Columns::of(&row(first)).unwrap().are_unnamed(), unnamed);
        }
    }

    #[test]
    fn a_fault_says_which_columns_there_are() {
        for (first, wanted, found) in [
            ("question,reason", "\"answer\"", "\"question\", \"reason\""),
            ("answer", "\"question\"", "\"answer\""),
            (
                "a1,a2,a3,a4",
                "\"question\" or \"answer\"",
                "\"a1\", \"a2\", \"a3\", \"a4\"",
            ),
            (
                "1,2,3,4,5,6,7,8,9,10",
                "\"question\" or \"answer\"",
                "\"1\", \"2\", \"3\", \"4\", \"5\", \"6\", \"7\", \"8\", 2 more",
            ),
        ] {
            let kind = Columns::of(&row(first)).unwrap_err().kind;
            let expected = FormatErrorKind::NoColumn {
                wanted,
                found: found.to_owned(),
            };
            assert_eq!(kind, expected);
        }
    }

    #[test]
    fn fields_have_names_of_their_own() {
        let row = row("question,answer,note,,note,answer, ");
        let columns = Columns::of(&row).unwrap();
        let fields: Vec<_> = (2..7).map(|number| columns.field(number)).collect();
        assert_eq!(
            fields,
            [
                "note",
                "column 4",
                "note (column 5)",
                "answer (column 6)",
                "column 7"
            ]
        );
    }
}
