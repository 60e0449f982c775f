//! What other tools call the parts of a FAQ: one table for all of them.

/// What a field of an entry is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    Question,
    Answer,
    /// A question where nothing else is one.
    Heading,
    /// An answer where nothing else is one.
    Body,
    Alternates,
    Id,
    /// Labels: a list, or one text with commas.
    Tags,
    /// One label.
    Category,
    /// Names with values, which are labels for the most part.
    Metadata,
    Related,
    /// What a bot offers to ask next.
    Prompts,
    Source,
}

/// What each may be called, the best name first. Case, `_`, `-` and spaces do not count.
const ROLES: &[(Role, &[&str])] = &[
    (
        Role::Question,
        &[
            "question",
            "questions",
            "q",
            "questiontext",
            "primaryquestion",
            "standardquestion",
        ],
    ),
    (
        Role::Answer,
        &[
            "answer",
            "answers",
            "a",
            "answertext",
            "response",
            "responses",
            "reply",
        ],
    ),
    (Role::Heading, &["title", "name", "heading"]),
    (Role::Body, &["text", "body", "content"]),
    (
        Role::Alternates,
        &[
            "alternates",
            "alternatequestions",
            "alternativequestions",
            "alternatives",
            "alternatephrasings",
            "variants",
            "variations",
            "paraphrases",
            "phrasings",
            "similarquestions",
            "utterances",
            "aliases",
        ],
    ),
    (
        Role::Id,
        &[
            "id",
            "qid",
            "qnaid",
            "questionid",
            "faqid",
            "entryid",
            "uuid",
            "guid",
            "slug",
        ],
    ),
    (
        Role::Tags,
        &["tags", "keywords", "labels", "topics", "categories"],
    ),
    (
        Role::Category,
        &["tag", "t", "topic", "category", "label", "section"],
    ),
    (Role::Metadata, &["metadata", "attributes"]),
    (Role::Related, &["related", "relatedids"]),
    (Role::Prompts, &["dialog", "context"]),
    (
        Role::Source,
        &[
            "source",
            "sourceuri",
            "sourceurl",
            "url",
            "uri",
            "link",
            "href",
            "permalink",
        ],
    ),
];

/// What a list of entries is called, the best name first.
const LISTS: &[&str] = &[
    "faqs",
    "faq",
    "faqdocuments",
    "qnas",
    "qna",
    "qnadocuments",
    "questions",
    "entries",
    "items",
    "documents",
    "records",
    "results",
    "data",
    "value",
];

/// What holds the text where a text is an object.
const TEXTS: &[&str] = &[
    "text", "value", "question", "answer", "content", "body", "name",
];

/// What a field of the whole is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum HeadRole {
    Title,
    Language,
    Synonyms,
}

const HEAD: &[(HeadRole, &[&str])] = &[
    (HeadRole::Title, &["title", "name", "projectname"]),
    (
        HeadRole::Language,
        &["language", "lang", "locale", "languagecode", "inlanguage"],
    ),
    (HeadRole::Synonyms, &["synonyms"]),
];

/// What the native file calls the parts of an entry.
const NATIVE: [&str; 7] = [
    "id",
    "question",
    "alternates",
    "answer",
    "tags",
    "related",
    "source",
];

/// The role of an entry's field, and how good a name for it this is: 0 is best.
pub(super) fn role(name: &str) -> Option<(Role, usize)> {
    find(ROLES, name)
}

/// Whether a field of an entry has a role.
pub(super) fn is_role(name: &str, wanted: Role) -> bool {
    ROLES
        .iter()
        .any(|&(role, names)| role == wanted && rank(names, name).is_some())
}

/// The role of a field of the whole, and how good a name for it this is: 0 is best.
pub(super) fn head_role(name: &str) -> Option<(HeadRole, usize)> {
    find(HEAD, name)
}

/// How good a name for the list of entries this is: 0 is best.
pub(super) fn list_rank(name: &str) -> Option<usize> {
    rank(LISTS, name)
}

/// How good a name for the text in an object this is: 0 is best.
pub(super) fn text_rank(name: &str) -> Option<usize> {
    rank(TEXTS, name)
}

/// Whether the native file has a field of just this name in its entries.
pub(super) fn is_native(name: &str) -> bool {
    NATIVE.contains(&name)
}

/// Whether a name is a wanted one, where case, `_`, `-` and spaces do not count.
pub(super) fn is(name: &str, wanted: &str) -> bool {
    name.bytes()
        .filter(|byte| !matches!(byte, b'_' | b'-' | b' '))
        .map(|byte| byte.to_ascii_lowercase())
        .eq(wanted.bytes())
}

fn find<R: Copy>(table: &[(R, &[&str])], name: &str) -> Option<(R, usize)> {
    table
        .iter()
        .find_map(|&(role, names)| Some((role, rank(names, name)?)))
}

fn rank(names: &[&str], name: &str) -> Option<usize> {
    names.iter().position(|wanted| is(name, wanted))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_known_however_they_are_spelled() {
        for (name, expected) in [
            ("question", Some((Role::Question, 0))),
            ("Questions", Some((Role::Question, 1))),
            ("Q", Some((Role::Question, 2))),
            ("Alternate-Questions", Some((Role::Alternates, 1))),
            ("alternate questions", Some((Role::Alternates, 1))),
            ("QnaId", Some((Role::Id, 2))),
            ("_source_uri", Some((Role::Source, 1))),
            ("alt", None),
            ("", None),
            ("_", None),
        ] {
            assert_eq!(role(name), expected, "{name}");
        }
        assert!(list_rank("FaqDocuments") < list_rank("data"));
        assert_eq!(list_rank("dependencies"), None);
    }

    #[test]
    fn every_name_stands_in_one_place_of_its_table() {
        let mut names: Vec<&str> = ROLES
            .iter()
            .flat_map(|(_, names)| *names)
            .copied()
            .collect();
        names.sort_unstable();
        let count = names.len();
        names.dedup();
        assert_eq!(names.len(), count);
    }
}
