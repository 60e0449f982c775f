//! What Tab makes of a beginning: the stored question, or those that it may become.

use faq::{Engine, Faq};

use crate::cli::output::sanitize::Clean;

/// What a line becomes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Completion {
    /// The line, as far as it is certain.
    pub(super) line: String,
    /// The questions that it may become: of several, those that there is room to show.
    pub(super) choices: Vec<String>,
    /// How many more there are.
    pub(super) more: usize,
}

/// Completes what was typed: to a question that begins so, or else to one that holds all of its words, the last also
/// as a beginning. None where there is no such question. At most `most` choices are given.
pub(super) fn complete(
    typed: &str,
    faq: &Faq<'_>,
    engine: &Engine<'_>,
    tags: &[String],
    most: usize,
) -> Option<Completion> {
    let question = |entry: usize| faq.entries[entry].question.as_ref();
    let begin_so: Vec<&str> = faq
        .tagged(tags)
        .map(question)
        .filter(|question| begins(question.trim_start(), typed))
        .collect();
    if !begin_so.is_empty() {
        let line = common_beginning(&begin_so, typed);
        return Some(Completion::new(&begin_so, line, most));
    }
    let hold_it: Vec<&str> = engine
        .filter(typed, tags)
        .into_iter()
        .map(question)
        .collect();
    match hold_it.as_slice() {
        [] => None,
        [only] => Some(Completion::new(&hold_it, clean(only), most)),
        _ => Some(Completion::new(&hold_it, typed.to_owned(), most)),
    }
}

impl Completion {
    fn new(questions: &[&str], line: String, most: usize) -> Self {
        let shown = questions.iter().take(most);
        Self {
            line,
            choices: shown.map(|question| clean(question)).collect(),
            more: questions.len().saturating_sub(most),
        }
    }
}

/// One line that a terminal only shows, as lists have it.
fn clean(question: &str) -> String {
    Clean::line(question).to_string()
}

/// Whether a text begins with another, in whatever case.
fn begins(text: &str, beginning: &str) -> bool {
    let mut text = text.chars().flat_map(char::to_lowercase);
    beginning
        .chars()
        .flat_map(char::to_lowercase)
        .all(|c| text.next() == Some(c))
}

/// As much as all questions have in common, if that is more than what was typed.
fn common_beginning(questions: &[&str], typed: &str) -> String {
    let mut questions = questions.iter().map(|question| clean(question));
    let mut common = questions.next().unwrap_or_default();
    for question in questions {
        let same = common.chars().zip(question.chars());
        let same: usize = same
            .take_while(|(a, b)| a == b)
            .map(|(c, _)| c.len_utf8())
            .sum();
        common.truncate(same);
    }
    if common.len() > typed.len() {
        common
    } else {
        typed.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use faq::Source;

    use super::*;

    const FAQ: &str = r#"[
        {"question": "How do I return an item?", "answer": "By post.", "tags": ["orders"]},
        {"question": "How do I pay?", "answer": "By card."},
        {"question": "how is it sent?", "answer": "By ship."},
        {"question": "Is it  safe\u001b?", "answer": "It is."},
        {"question": "Über uns", "answer": "Wir."}
    ]"#;

    /// The line after Tab, the choices, and how many more there are.
    fn completed(typed: &str, tags: &[&str], most: usize) -> Option<(String, Vec<String>, usize)> {
        let sources = [Source::new("shop.json", FAQ)];
        let faq = faq::parse(&sources, None).unwrap();
        let tags: Vec<String> = tags.iter().map(|&tag| tag.to_owned()).collect();
        let completion = complete(typed, &faq, &Engine::new(&faq), &tags, most)?;
        Some((completion.line, completion.choices, completion.more))
    }

    #[test]
    fn a_beginning_becomes_the_question_or_those_that_begin_so() {
        for (typed, line, choices) in [
            (
                "how do i r",
                "How do I return an item?",
                &["How do I return an item?"][..],
            ),
            (
                "how d",
                "How do I ",
                &["How do I return an item?", "How do I pay?"],
            ),
            // Those that differ in case agree on nothing.
            (
                "ho",
                "ho",
                &[
                    "How do I return an item?",
                    "How do I pay?",
                    "how is it sent?",
                ],
            ),
            ("üB", "Über uns", &["Über uns"]),
            ("is", "Is it safe<U+001B>?", &["Is it safe<U+001B>?"]),
        ] {
            let (became, offered, more) = completed(typed, &[], 9).unwrap();
            assert_eq!((became.as_str(), more), (line, 0), "{typed}");
            assert_eq!(offered, choices, "{typed}");
        }
    }

    #[test]
    fn words_from_anywhere_find_the_question_that_holds_them() {
        let (line, choices, _) = completed("item ret", &[], 9).unwrap();
        assert_eq!(line, "How do I return an item?");
        assert_eq!(choices.len(), 1);
        // Of several, none takes the place of what was typed.
        let (line, choices, _) = completed("by", &[], 9).unwrap();
        assert_eq!(line, "by");
        assert!(choices.len() > 1, "{choices:?}");
        assert_eq!(completed("xylophone", &[], 9), None);
    }

    #[test]
    fn there_are_only_so_many_choices_and_only_those_with_the_tag() {
        let (line, choices, more) = completed("", &[], 2).unwrap();
        assert_eq!((line.as_str(), choices.len(), more), ("", 2, 3));
        let (line, choices, more) = completed("", &["orders"], 2).unwrap();
        assert_eq!(line, choices[0]);
        assert_eq!((choices.len(), more), (1, 0));
    }
}
