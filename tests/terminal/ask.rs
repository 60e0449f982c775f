//! `faq ask` with a question: the answer, what belongs to it, and the refusal.

use super::session::{SHOP, session};

#[test]
fn the_built_in_faq_answers_questions_in_ones_own_words() {
    for (question, id) in [
        ("what role does the US play", "us-role"),
        ("us role", "us-role"),
        ("whats the usa doing in theese talks", "us-role"),
        ("will they sign a defence pact", "alliance"),
    ] {
        let said = session().run(&format!("ask --json {question}")).code(0);
        assert_eq!(said.json("id"), id, "{question}");
    }
}

#[test]
fn what_the_faq_does_not_know_is_refused_with_code_1_and_nothing_on_stdout() {
    for question in [
        "what is the capital of France",
        "how do I bake bread",
        "can you help us",
        "the",
        "???",
    ] {
        session()
            .run(&format!("ask {question}"))
            .prints("")
            .hints("no answer to")
            .hints(question)
            .code(1);
    }
}

#[test]
fn a_refusal_tells_how_to_list_the_faq_that_was_asked() {
    let session = session().file("my shop.json", SHOP);
    for (line, list) in [
        ("ask xylophone", "faq list"),
        ("--builtin ask xylophone", "faq list --builtin"),
        (
            "ask -f \"my shop.json\" xylophone",
            "faq list -f 'my shop.json'",
        ),
    ] {
        let hint = format!("See all questions with: {list}\n");
        session.run(line).hints(&hint).code(1);
        session.shell(&list.replacen("faq", "\"$faq\"", 1)).code(0);
    }
}

#[test]
fn an_answer_is_question_answer_and_related_questions_unwrapped_in_a_pipe() {
    session()
        .file("faq.json", SHOP)
        .run("ask --related 1 \"How do I return an item?\"")
        .prints(
            "How do I return an item?\n\
             \n\
             Send it back within 30 days.\n\
             We pay the postage.\n\
             \n\
             Related:\n  When do I get my money back?\n",
        )
        .without_hints()
        .code(0);
}

#[test]
fn an_alternate_prints_the_stored_question() {
    session()
        .file("faq.json", SHOP)
        .run("ask can i send something BACK")
        .says("How do I return an item?\n")
        .code(0);
}

#[test]
fn quotes_are_optional() {
    let session = session();
    let quoted = session.run("ask \"what role does the US play\"").stdout();
    assert!(quoted.contains("The U.S. encourages"), "{quoted}");
    session
        .run("ask what role does the US play")
        .prints(&quoted)
        .code(0);
}

#[test]
fn options_may_stand_after_the_words() {
    let said = session().run("ask us role --json").code(0);
    assert_eq!(said.json("query"), "us role");
}

#[test]
fn whatever_list_prints_can_be_asked_with_confidence_1() {
    let session = session();
    let list = session.run("list").code(0).stdout();
    for question in list.lines() {
        let said = session.run_arguments(["ask", "--json", question]).code(0);
        assert_eq!(said.json("question"), question);
        assert_eq!(said.json("confidence"), 1.0, "{question}");
    }
    assert_eq!(list.lines().count(), 6);
}

#[test]
fn the_first_of_the_matches_is_the_answer() {
    let said = session().run("ask --json us role");
    assert_eq!(said.json("matches")[0]["id"], said.json("id"));
}

#[test]
fn answer_only_prints_nothing_but_the_answer() {
    let session = session().file("faq.json", SHOP);
    for option in ["-a", "--answer-only"] {
        session
            .run(&format!("ask {option} how do i return an item"))
            .prints("Send it back within 30 days.\nWe pay the postage.\n")
            .code(0);
    }
    session
        .run("ask -a is there life on mars")
        .prints("")
        .code(1);
}

#[test]
fn null_ends_the_answer_instead_of_a_newline() {
    session()
        .file("faq.json", SHOP)
        .run("ask -a -0 how do i return an item")
        .prints("Send it back within 30 days.\nWe pay the postage.\0")
        .code(0);
}

#[test]
fn the_entrys_own_related_questions_come_first_and_are_as_many_as_wished() {
    let session = session();
    // us-role names these in its `related`, in this order.
    let related = [
        "How could their talks impact regional stability?",
        "Will this improve relations with North Korea?",
        "Could this lead to a formal alliance between South Korea and Japan?",
    ];
    for number in 1..=3 {
        let listed = format!("\nRelated:\n  {}\n", related[..number].join("\n  "));
        let said = session.run(&format!("ask us role -n {number}")).code(0);
        assert!(said.stdout().ends_with(&listed), "{said:?}");
    }
    session
        .run("ask us role --related 0")
        .never_says("Related:")
        .code(0);
}

#[test]
fn top_lists_matches_with_scores_and_ids() {
    let said = session().run("ask us role --top 2").code(0);
    let stdout = said.stdout();
    let mut lines = stdout
        .lines()
        .skip_while(|line| *line != "Matches:")
        .skip(1);
    let words: Vec<&str> = lines.next().unwrap().split_whitespace().collect();
    let score: f64 = words[0].parse().unwrap();
    assert!((0.0..=1.0).contains(&score), "{stdout}");
    assert_eq!(words[1], "us-role");
    assert_eq!(
        words[2..].join(" "),
        "What role does the U.S. play in these talks?"
    );
    session().run("ask us role").never_says("Matches:").code(0);
}

#[test]
fn top_bounds_the_matches_in_json_too() {
    for (option, most) in [("", 5), ("--top 1", 1), ("--top 2", 2)] {
        let said = session().run(&format!(
            "ask --json {option} relations between South Korea and Japan"
        ));
        let matches = said.json("matches").as_array().unwrap().len();
        assert!((1..=most).contains(&matches), "{option}: {matches}");
    }
}

#[test]
fn the_threshold_decides_and_leaves_the_confidence_alone() {
    let session = session();
    let unsure = session.run("ask --json -t 1 us role").code(1);
    assert_eq!(unsure.json("status"), "none");
    let sure = session.run("ask --json us role").code(0);
    assert_eq!(unsure.json("confidence"), sure.json("confidence"));
    // Word for word is certain, so even the highest threshold lets it through.
    session
        .run("ask -t 1 what role does the u.s. play in these talks")
        .code(0);
}

#[test]
fn threshold_0_answers_where_anything_matched() {
    let session = session();
    let weak = "ask --json is there a part for Japan";
    let refused = session.run(&format!("{weak} -t 1")).code(1);
    let best = refused.json("matches")[0]["id"].clone();
    assert!(best.is_string());
    let taken = session.run(&format!("{weak} -t 0")).code(0);
    assert_eq!(taken.json("id"), best);
    assert_eq!(taken.json("confidence"), refused.json("confidence"));
}

#[test]
fn a_tag_narrows_the_faq_whatever_its_case() {
    let session = session().file("faq.json", SHOP);
    session
        .run("ask how do i return an item --tag ORDERS")
        .code(0);
    session
        .run("ask -t 0 how do i return an item --tag payment")
        .never_says("How do I return an item?");
    session
        .run("ask how do i return an item --tag payment --tag orders")
        .code(0);
    session
        .run("ask how do i return an item --tag unheard-of")
        .prints("")
        .hints("no entry has the tag \"unheard-of\"\nSee all tags with: faq list --tags\n")
        .code(1);
}

#[test]
fn a_question_that_several_entries_share_offers_them_all() {
    let twins = r#"[
        {"id": "print", "question": "How do I reset it?", "answer": "Printer: hold the button."},
        {"id": "phone", "question": "How do I reset it?", "answer": "Phone: in the settings."}]"#;
    let session = session().file("faq.json", twins);
    session
        .run("ask how do i reset it")
        .prints("")
        .hints("several questions fit")
        .hints("Did you mean")
        .code(1);
    let said = session.run("ask --json how do i reset it").code(1);
    assert_eq!(said.json("status"), "ambiguous");
    assert_eq!(said.json("confidence"), 0.5);
    // Equal in everything, they stay in the order of the file.
    assert_eq!(said.json("matches")[0]["id"], "print");
    assert_eq!(said.json("matches")[1]["id"], "phone");
}

#[test]
fn a_near_miss_is_met_with_did_you_mean_on_stderr() {
    session()
        .run("ask -t 1 what role does the us have")
        .prints("")
        .hints("Did you mean")
        .hints("  What role does the U.S. play in these talks?\n")
        .code(1);
}

#[test]
fn json_says_itself_that_there_is_no_answer() {
    let said = session()
        .run("ask --json how do I bake bread")
        .without_hints()
        .code(1);
    assert_eq!(said.json("status"), "none");
}

#[test]
fn the_same_question_is_answered_the_same_every_time_in_any_locale() {
    let first = session().run("ask --json south korea japan talks").stdout();
    assert!(first.contains("\"status\""));
    for locale in ["C", "tr_TR.UTF-8", "ja_JP.UTF-8", "de_DE.ISO-8859-1"] {
        session()
            .set("LC_ALL", locale)
            .set("LANG", locale)
            .run("ask --json south korea japan talks")
            .prints(&first);
    }
}

#[test]
fn of_questions_that_differ_in_case_or_accents_alone_the_one_asked_to_the_letter_wins() {
    for (first, second) in [("us", "US"), ("café", "cafe"), ("Why not?", "Why, not!")] {
        let faq = serde_json::json!([
            {"id": "first", "question": first, "answer": "1"},
            {"id": "second", "question": second, "answer": "2"},
        ]);
        let session = session().file("faq.json", faq.to_string());
        for (question, id) in [(first, "first"), (second, "second")] {
            let said = session.run(&format!("ask --json {question}")).code(0);
            assert_eq!(said.json("id"), id, "{question} among {first}, {second}");
            assert_eq!(said.json("confidence"), 1.0, "{question}");
        }
    }
}

#[test]
fn a_stored_question_finds_itself_among_files_of_different_languages() {
    let german =
        r#"[{"question": "Wie ist das Wetter und was kostet die Karte?", "answer": "Gut."}]"#;
    let english = r#"[{"id": "desk", "question": "What's the IT desk's number?", "answer": "42"}]"#;
    let said = session()
        .file("de.json", german)
        .file("en.json", english)
        .run("ask --json -f de.json -f en.json What's the IT desk's number?")
        .code(0);
    assert_eq!(said.json("id"), "desk");
    assert_eq!(said.json("confidence"), 1.0);
}

#[test]
fn the_us_of_lets_is_not_the_united_states() {
    for question in ["lets go", "let's talk it over", "can you help us"] {
        session()
            .run_arguments(["ask", "--builtin", question])
            .code(1);
    }
}
