//! Whatever is asked of whatever FAQ, the work is bounded: counted, not timed.

use super::Engine;
use super::query::{MAX_WORDS, MOST_COMPARED, MOST_CORRECTED};
use crate::model::{Document, Entry, Faq};

/// A FAQ whose words all begin alike, ten to an entry.
fn words_beginning_with(beginning: &str, count: usize) -> Faq<'static> {
    let entry = |first: usize| {
        let words: Vec<String> = (first..first + 10).map(|n| word(beginning, n)).collect();
        Entry {
            question: words.join(" ").into(),
            ..Entry::default()
        }
    };
    Faq {
        documents: vec![Document::default()],
        entries: (0..count).step_by(10).map(entry).collect(),
    }
}

/// A word of letters alone for each number.
fn word(beginning: &str, mut number: usize) -> String {
    let mut word = beginning.to_owned();
    for letter in "bcdfghjklmnpqrst".chars().cycle().take(5) {
        let vowel = ["a", "e", "i", "o", "u", "y", "w", "z"][number % 8];
        number /= 8;
        word.push(letter);
        word += vowel;
    }
    word
}

#[test]
fn the_work_for_a_question_is_bounded() {
    let questions = [
        (
            "words that begin alike",
            (20_000..20_300)
                .map(|n| word("perm", n) + " ")
                .collect::<String>(),
        ),
        (
            "unknown words",
            (0..300).map(|n| word("q", n) + " ").collect(),
        ),
        ("ten megabytes of one word", "a".repeat(10 << 20)),
        ("ten megabytes of words", "what is this ".repeat(800_000)),
        (
            "a megabyte of combining marks",
            format!("a{}", "\u{301}".repeat(500_000)),
        ),
        (
            "a megabyte of marks and words",
            "e\u{301}\u{301} ".repeat(200_000),
        ),
        ("ten megabytes without a word", "?".repeat(10 << 20)),
        (
            "a word of each script",
            "日本語 한국어 русский ".repeat(50_000),
        ),
    ];
    let mut tried = 0;
    for beginning in ["perm", ""] {
        let faq = words_beginning_with(beginning, 2_500);
        let engine = Engine::new(&faq);
        for (name, question) in &questions {
            let tokens = engine.analyzer().tokens(question);
            let [words, corrected, compared] = engine.query(tokens).work();
            assert!(words <= MAX_WORDS, "{name}: {words} words");
            assert!(corrected <= MOST_CORRECTED, "{name}: {corrected} corrected");
            assert!(compared <= MOST_COMPARED, "{name}: {compared} compared");
            tried += 1;
        }
    }
    println!("bounded work: {tried} questions tried");
}
