//! What columns are called, and what they are for.

use super::languages;
use super::rows::Row;

/// What the cells of a column say of an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    Question,
    Answer,
    Id,
    /// A list of phrasings.
    Alternates,
    /// A list of labels.
    Tags,
    /// One label, such as a category.
    Tag,
    /// QnA Maker's `key:value|key:value`.
    Metadata,
    /// A list of ids.
    Related,
    /// QnA Maker's list of objects that name entries to go on with.
    Prompts,
    Source,
    /// An object of JSON with the fields that the native file does not know, as they are written here.
    Extra,
    Unknown,
}

/// What a column may be called, in lower case and without anything but letters and digits. Of several columns with
/// one role that can only be filled once, the one whose name comes first here has it.
const NAMES: [(Role, &[&str]); 11] = [
    (
        Role::Question,
        &[
            "question",
            "questions",
            "primaryquestion",
            "questiontext",
            "faqquestion",
            "q",
        ],
    ),
    (
        Role::Answer,
        &[
            "answer",
            "answers",
            "answertext",
            "faqanswer",
            "response",
            "reply",
            "a",
        ],
    ),
    (
        Role::Id,
        &["id", "qnaid", "faqid", "questionid", "queid", "slug"],
    ),
    (
        Role::Alternates,
        &[
            "alternates",
            "alternate",
            "alternatequestions",
            "alternatequestion",
            "alternatephrasings",
            "alternatives",
            "alternativequestions",
            "phrasings",
            "variants",
            "variations",
            "similarquestions",
            "paraphrases",
            "utterances",
            "aliases",
        ],
    ),
    (
        Role::Tags,
        &["tags", "labels", "categories", "topics", "keywords"],
    ),
    (Role::Tag, &["tag", "label", "category", "topic", "section"]),
    (Role::Metadata, &["metadata"]),
    (
        Role::Related,
        &["related", "relatedids", "relatedquestions", "seealso"],
    ),
    (Role::Prompts, &["prompts"]),
    (
        Role::Source,
        &["source", "sourceuri", "sourceurl", "url", "uri", "link"],
    ),
    (Role::Extra, &["extra"]),
];

/// What only QnA Maker calls its columns, beside [`Role::Metadata`] and [`Role::Prompts`].
pub(super) const OF_QNA_MAKER: [&str; 3] = ["qnaid", "suggestedquestions", "iscontextonly"];

/// Whether a row names a column of questions and one of answers.
pub(super) fn names_both(row: &Row<'_>) -> bool {
    let keys: Vec<String> = row.cells.iter().map(|cell| key(&cell.text)).collect();
    let roles = roles(&keys);
    roles.contains(&Role::Question) && roles.contains(&Role::Answer)
}

/// The role of each column.
pub(super) fn roles(keys: &[String]) -> Vec<Role> {
    let known = |key: &String| {
        let find = |(role, names): &(Role, &[&str])| {
            let rank = names.iter().position(|name| name == key)?;
            Some((*role, rank))
        };
        // Whoever names a column in English means it, also beside one in another language.
        let foreign = || languages::role(key).map(|role| (role, usize::MAX));
        NAMES.iter().find_map(find).or_else(foreign)
    };
    let found: Vec<Option<(Role, usize)>> = keys.iter().map(known).collect();
    // Of each role, the best rank and the first column that has it.
    let best = NAMES.map(|(role, _)| {
        let ranked = found.iter().enumerate().filter_map(|(number, it)| {
            let rank = it.filter(|it| it.0 == role)?.1;
            Some((rank, number))
        });
        (role, ranked.min())
    });
    let has_role = |number: usize, role: Role| {
        fills_often(role)
            || best
                .iter()
                .any(|it| it.0 == role && it.1.is_some_and(|(_, column)| column == number))
    };
    found
        .iter()
        .enumerate()
        .map(|(number, it)| match it {
            Some((role, _)) if has_role(number, *role) => *role,
            _ => Role::Unknown,
        })
        .collect()
}

/// Whether the values of several columns go together.
fn fills_often(role: Role) -> bool {
    matches!(role, Role::Alternates | Role::Tags | Role::Tag)
}

/// A name as it is compared: what stands in brackets explains it.
pub(super) fn key(name: &str) -> String {
    let name = name.split(['(', '（']).next().unwrap_or_default().trim();
    let letters = name.chars().filter(|c| c.is_alphanumeric());
    let key: String = letters.flat_map(char::to_lowercase).collect();
    // A single letter stands alone: "/a" is no name, but a value.
    match key.len() {
        1 if !key.eq_ignore_ascii_case(name.trim_matches(['_', '.', ':'])) => String::new(),
        _ => key,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_tell_what_columns_are_for() {
        use Role::{Alternates, Answer, Extra, Id, Metadata, Prompts, Question};
        use Role::{Related, Source, Tag, Tags, Unknown};
        for (names, expected) in [
            ("question,answer", &[Question, Answer][..]),
            ("A,Q", &[Answer, Question]),
            ("Q,Question,Answer", &[Unknown, Question, Answer]),
            (
                "_question,_answer,_source_uri,_category,_version",
                &[Question, Answer, Source, Tag, Unknown],
            ),
            (
                "Question,Answer,Source,Metadata (1 key: 1 value),IsContextOnly,Prompts,QnaId",
                &[Question, Answer, Source, Metadata, Unknown, Prompts, Id],
            ),
            (
                "Que ID,Primary Question,Alternate Question,Alternate-Question,answer,LABELS,see also,extra",
                &[
                    Id, Question, Alternates, Alternates, Answer, Tags, Related, Extra,
                ],
            ),
            (
                "Frage,Antwort,Kategorie,Kennung,Quelle,Nr.",
                &[Question, Answer, Tag, Id, Source, Unknown],
            ),
            // Translations stand beside what is translated.
            (
                "Frage,Question,Antwort,Answer,Question",
                &[Unknown, Question, Unknown, Answer, Unknown],
            ),
            ("Vraag,Frage,Antwort", &[Question, Unknown, Answer]),
            (
                "url,answer,question,source,answer",
                &[Unknown, Answer, Question, Source, Unknown],
            ),
        ] {
            let keys: Vec<String> = names.split(',').map(key).collect();
            assert_eq!(roles(&keys), expected, "{names}");
        }
    }

    #[test]
    fn a_name_is_told_from_a_value() {
        for (name, expected) in [
            ("Source_URI", "sourceuri"),
            ("Metadata (1 key: 1 value)", "metadata"),
            ("_q", "q"),
            ("/a", ""),
            ("", ""),
        ] {
            assert_eq!(key(name), expected, "{name}");
        }
    }
}
