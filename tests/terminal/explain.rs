//! `faq ask --explain`: what became of each word, and what speaks for each match.

use serde_json::Value;

use super::session::{SHOP, Said, session};
use super::shape::shape;

/// What the explanation says of a word of a question to the built-in FAQ.
#[track_caller]
fn fate(question: &str, word: &str) -> String {
    let said = session().run(&format!("ask --explain {question}"));
    let stdout = said.stdout();
    let lines = stdout
        .lines()
        .skip_while(|line| !line.starts_with("Words,"))
        .take_while(|line| !line.is_empty());
    let mut fates = lines.filter_map(|line| {
        let (_weight, rest) = line.trim_start().split_once("  ")?;
        rest.strip_prefix(word)?.strip_prefix("  ")
    });
    let found = fates.next();
    found
        .unwrap_or_else(|| panic!("no {word:?} in {said:#?}"))
        .trim_start()
        .to_owned()
}

/// The headings of an explanation, in their order.
#[track_caller]
fn has_all_parts(said: Said) -> Said {
    let stdout = said.stdout();
    let places: Vec<Option<usize>> = ["Explanation:\n  ", "\n\nWords,", "\n\nCandidates:\n  1. "]
        .map(|heading| stdout.find(heading))
        .into();
    assert!(places.iter().all(Option::is_some), "{places:?} {said:#?}");
    assert!(places.is_sorted(), "{places:?} {said:#?}");
    said
}

#[test]
fn a_correction_is_shown_with_what_it_was_taken_for() {
    let fate = fate("whats the usa doing in theese talks", "theese");
    assert!(fate.starts_with("theese → these; found in "), "{fate}");
}

#[test]
fn synonyms_of_the_faq_and_of_the_language_are_told_apart() {
    for (question, word, expected) in [
        (
            "whats the usa doing in theese talks",
            "usa",
            "synonym of \"US\" in the stored question",
        ),
        (
            "what are the goals of the meeting",
            "goals",
            "general synonym of \"purpose\" in an alternate",
        ),
        (
            "how come they meet now",
            "come",
            "\"how come\": general synonym of \"reason\" in an alternate",
        ),
    ] {
        assert_eq!(fate(question, word), expected, "{question}");
    }
}

#[test]
fn forms_acronyms_and_words_of_the_answer_are_named() {
    for (question, word, expected) in [
        (
            "what role does the US play in the talk",
            "talk",
            "form of \"talks\" (stem talk) in the stored question",
        ),
        (
            "us role",
            "us",
            "read as \"US\" in the stored question; may be an acronym",
        ),
        (
            "what role does the US play in countering missiles",
            "countering",
            "found only in the answer",
        ),
    ] {
        let fate = fate(question, word);
        assert!(fate.starts_with(expected), "{question}: {fate}");
    }
}

#[test]
fn what_is_unknown_is_told_from_what_only_others_have() {
    let question = "what role does the US play in the economic bread";
    assert_eq!(fate(question, "bread"), "not known to the FAQ");
    assert_eq!(
        fate(question, "economic"),
        "known, but not in the first match"
    );
}

#[test]
fn function_and_question_words_say_that_they_weigh_little() {
    let question = "what role does the US play";
    assert!(fate(question, "the").ends_with("; function word, weighs little"));
    assert!(fate(question, "what").ends_with("; question word, weighs less"));
    assert!(!fate(question, "role").contains("weighs"));
}

#[test]
fn the_explanation_follows_the_answer_which_stays_as_it_is() {
    let session = session().file("faq.json", SHOP);
    let answer = session.run("ask how do i send an item back").stdout();
    let said = has_all_parts(session.run("ask --explain how do i send an item back"));
    let explained = said.without_hints().code(0).stdout();
    let (before, _) = explained.split_once("\nExplanation:\n").unwrap();
    assert_eq!(before, answer);
}

#[test]
fn an_unanswered_question_is_explained_on_standard_output() {
    let said = has_all_parts(session().run("ask --explain what is the capital of France"));
    let said = said.hints("no answer to").code(1);
    let stdout = said.stdout();
    assert!(
        stdout.starts_with("Explanation:\n  No answer: the confidence 0."),
        "{stdout}"
    );
    assert!(stdout.contains("is below the threshold 0."), "{stdout}");
}

#[test]
fn each_status_has_its_reason_in_words() {
    let same = r#"[{"question": "Why?", "answer": "1"}, {"question": "Why?", "answer": "2"}]"#;
    for (line, reason) in [
        (
            "ask --explain -f same.json Why?",
            "No single answer: several entries have the question word for word, \
             so the confidence in each is 0.5.",
        ),
        (
            "ask --explain -f shop.json how do i return an item",
            "Answered: the question is stored, word for word, so the confidence is 1.",
        ),
        (
            "ask --explain -f shop.json -t 0.01 return an item please",
            "reaches the threshold 0.01.",
        ),
        (
            "ask --explain -f shop.json -t 0 the bread",
            "Answered: with the threshold 0 the first match always is; its confidence is 0",
        ),
        (
            "ask --explain -f shop.json the",
            "No answer: no word of the question says what is asked, nor what about.",
        ),
        (
            "ask --explain -f shop.json bicycle",
            "No answer: no entry shares anything with the question.",
        ),
        (
            "ask --explain -f shop.json ???",
            "The question has no words.",
        ),
    ] {
        session()
            .file("same.json", same)
            .file("shop.json", SHOP)
            .run(line)
            .says(reason);
    }
}

#[test]
fn as_many_candidates_are_explained_as_are_wanted() {
    for (options, expected) in [("", 3), ("--top 1", 1), ("--top 5", 5)] {
        let stdout = session()
            .run(&format!("ask --explain {options} south korea and japan"))
            .stdout();
        let (_, candidates) = stdout.split_once("\nCandidates:\n").unwrap();
        let count = candidates
            .lines()
            .filter(|line| line.trim_start().starts_with("confidence "))
            .count();
        assert_eq!(count, expected, "{options}: {candidates}");
        assert_eq!(candidates.lines().count(), 5 * expected, "{candidates}");
    }
}

const WORD: &str = "{word:string,correction:null,stem:string,kind:string,may_be_acronym:boolean,\
                    weight:number,known:boolean,met:";
const MET: &str = "{asked:string,stored:string,as:string,in:string,worth:number}}";
const CANDIDATE: &str = "{id:string,question:string,score:number,confidence:number,\
                         asked_found:number,stored_found:number,bag:number,exact:boolean}";

#[test]
fn json_has_the_explanation_as_its_last_field() {
    let said = session().run("ask --json --explain us role bread").stdout();
    let shape = shape(&said);
    let (answer, explanation) = shape.split_once(",explanation:").unwrap();
    assert!(answer.ends_with("faq:string"), "{shape}");
    assert_eq!(
        explanation,
        format!(
            "{{reason:string,threshold:number,words:[{WORD}{MET}|{WORD}null}}],\
             ignored_words:integer,candidates:[{CANDIDATE}]}}}}"
        )
    );
    let without = session().run("ask --json us role bread").stdout();
    assert!(said.starts_with(without.trim_end().trim_end_matches('}')));
    assert!(!without.contains("explanation"));
}

#[test]
fn json_says_the_same_as_the_text() {
    let said = session().run("ask --json --explain whats the usa doing in theese talkes bread");
    let explanation = said.json("explanation");
    let words = explanation["words"].as_array().unwrap();
    let word = |text: &str| -> &Value {
        let found = words.iter().find(|word| word["word"] == text);
        found.unwrap_or_else(|| panic!("no {text:?} in {words:#?}"))
    };
    assert_eq!(word("theese")["correction"], "these");
    assert_eq!(word("theese")["met"]["as"], "mistyped");
    assert_eq!(word("usa")["met"]["as"], "synonym");
    assert_eq!(word("usa")["met"]["stored"], "US");
    assert_eq!(word("usa")["met"]["in"], "question");
    assert_eq!(word("what")["kind"], "question");
    assert_eq!(word("the")["kind"], "function");
    assert_eq!(word("usa")["kind"], "subject");
    assert_eq!(word("bread")["known"], false);
    assert_eq!(word("bread")["met"], Value::Null);
    let first = &explanation["candidates"][0];
    assert_eq!(first["confidence"], said.json("confidence"));
    let scores = |list: &Value| -> Vec<(Value, Value)> {
        let list = list.as_array().unwrap().iter();
        list.map(|found| (found["id"].clone(), found["score"].clone()))
            .collect()
    };
    assert_eq!(
        scores(&explanation["candidates"]),
        scores(&said.json("matches"))
    );
}

#[test]
fn in_a_batch_each_result_has_its_explanation() {
    let stdout = session()
        .typed("us role\nhow do I bake bread\n")
        .run("ask --explain -n 0")
        .without_hints()
        .code(1)
        .stdout();
    let (first, second) = stdout.split_once("\n\n> how do I bake bread\n").unwrap();
    assert!(first.starts_with("> us role\nWhat role does"), "{first}");
    assert!(first.contains("\n\nExplanation:\n  Answered: "), "{first}");
    assert!(
        second.starts_with("No answer.\n\nExplanation:\n  No answer: "),
        "{second}"
    );
    let objects = session()
        .typed("us role\nhow do I bake bread\n")
        .run("ask --explain --json")
        .stdout();
    assert_eq!(objects.lines().count(), 2);
    assert!(
        objects
            .lines()
            .all(|line| line.contains("\"explanation\":{"))
    );
}
