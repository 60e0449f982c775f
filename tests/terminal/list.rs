//! `faq list`: the stored questions, all or those that match.

use super::session::{SHOP, on_a_terminal, session, terminal};

#[test]
fn list_prints_the_questions_in_the_order_of_the_file_and_nothing_else() {
    session()
        .file("faq.json", SHOP)
        .run("list")
        .prints(
            "How do I return an item?\nWhen do I get my money back?\nIs the shop open on Sundays?\n",
        )
        .without_hints()
        .code(0);
}

#[test]
fn ids_stand_before_a_tab() {
    session()
        .file("faq.json", SHOP)
        .run("list --ids")
        .prints(
            "return\tHow do I return an item?\n\
             refund\tWhen do I get my money back?\n\
             is-the-shop-open-on-sundays\tIs the shop open on Sundays?\n",
        )
        .code(0);
}

#[test]
fn every_listed_id_can_be_shown() {
    let session = session();
    let list = session.run("list --ids").code(0).stdout();
    for line in list.lines() {
        let (id, question) = line.split_once('\t').unwrap();
        session.run(&format!("show {id}")).says(question).code(0);
    }
    assert_eq!(list.lines().count(), 6);
}

#[test]
fn words_select_the_entries_that_hold_them() {
    let session = session().file("faq.json", SHOP);
    session
        .run("list return")
        .prints("How do I return an item?\n")
        .code(0);
    session
        .run("list shop open")
        .prints("Is the shop open on Sundays?\n")
        .code(0);
}

#[test]
fn a_filter_of_several_words_wants_all_of_them() {
    session()
        .file("faq.json", SHOP)
        .run("list return sundays")
        .prints("")
        .code(1);
}

#[test]
fn the_last_word_may_be_a_beginning() {
    let session = session().file("faq.json", SHOP);
    for beginning in ["shop sund", "shop open on s", "ope"] {
        session
            .run(&format!("list {beginning}"))
            .prints("Is the shop open on Sundays?\n")
            .code(0);
    }
}

#[test]
fn a_beginning_wins_over_another_word_that_is_merely_like_it() {
    // *sund* begins *Sundays*; the answer of another entry has *send*.
    let list = session().file("faq.json", SHOP).run("list sund").stdout();
    assert_eq!(list.lines().next(), Some("Is the shop open on Sundays?"));
}

#[test]
fn the_best_match_comes_first() {
    let list = session().run("list north korea").code(0).stdout();
    assert_eq!(
        list.lines().next(),
        Some("Will this improve relations with North Korea?")
    );
}

#[test]
fn a_filter_that_nothing_matches_is_code_1() {
    session()
        .run("list xylophone")
        .prints("")
        .without_hints()
        .code(1);
    session().run("list --json xylophone").prints("").code(1);
}

#[test]
fn a_tag_selects_whatever_its_case_and_several_mean_any() {
    let session = session().file("faq.json", SHOP);
    session
        .run("list --tag payment")
        .prints("When do I get my money back?\n")
        .code(0);
    session
        .run("list --tag ORDERS")
        .prints("How do I return an item?\nWhen do I get my money back?\n")
        .code(0);
    session
        .run("list --tag payment --tag orders")
        .prints("How do I return an item?\nWhen do I get my money back?\n")
        .code(0);
    session
        .run("list --tag nothing -f faq.json")
        .prints("")
        .hints("faq: no entry has the tag \"nothing\"\nSee all tags with: faq list --tags -f faq.json\n")
        .code(1);
    session
        .run("list --tag nothing return")
        .hints("no entry has the tag \"nothing\"")
        .code(1);
    session
        .run("list --json --tag nothing")
        .prints("")
        .without_hints()
        .code(1);
    // Not even a stored question, word for word, gets past the tag.
    session
        .run("list --tag payment \"How do I return an item?\"")
        .prints("")
        .code(1);
    session
        .run("list return --tag payment")
        .prints("")
        .without_hints()
        .code(1);
}

#[test]
fn an_empty_faq_has_nothing_to_list_and_that_is_no_fault() {
    for empty in ["[]", r#"{"faqs": []}"#] {
        session()
            .file("faq.json", empty)
            .run("list")
            .prints("")
            .without_hints()
            .code(0);
    }
}

#[test]
fn a_question_takes_one_line_whatever_stands_in_it() {
    session()
        .file(
            "faq.json",
            r#"[{"id": "a\nb", "question": "One\r\n  and\ttwo?", "answer": "a"}]"#,
        )
        .run("list --ids")
        .prints("a b\tOne and two?\n")
        .code(0);
}

#[test]
fn several_files_are_listed_in_the_order_they_were_named() {
    session()
        .file("b.json", r#"[{"question": "B?", "answer": "b"}]"#)
        .file("a.json", r#"[{"question": "A?", "answer": "a"}]"#)
        .run("list -f b.json -f a.json")
        .prints("B?\nA?\n")
        .code(0);
}

#[test]
fn at_a_terminal_ids_are_a_column_and_questions_hang() {
    let Some(session) = terminal() else { return };
    let session = session.set("COLUMNS", "40").file(
        "shop.json",
        SHOP.replace("refund\"", "a-refund-within-five-days\""),
    );
    for (line, expected) in [
        (
            "list --ids -f shop.json",
            "return  How do I return an item?\n\
             a-refund-within-five-days\n        When do I get my money back?\n\
             is-the-shop-open-on-sundays\n        Is the shop open on Sundays?\n",
        ),
        (
            "list --ids -f shop.json i return an item",
            "return  How do I return an item?\n",
        ),
        (
            "list --builtin formal",
            "Could this lead to a formal alliance\n  between South Korea and Japan?\n",
        ),
    ] {
        let said = session.shell(&on_a_terminal(line)).code(0);
        assert_eq!(said.stdout().replace("\r\n", "\n"), expected, "{line}");
    }
}

#[test]
fn tags_are_listed_once_each_in_their_order() {
    let session = session().file("faq.json", SHOP);
    session
        .run("list --tags")
        .prints("orders\npayment\n")
        .without_hints()
        .code(0);
    session
        .run("list --tags money")
        .prints("Orders\npayment\n")
        .code(0);
    session
        .run("list --tags --tag payment")
        .prints("Orders\npayment\n")
        .code(0);
    session.run("list --tags elephants").prints("").code(1);
    session
        .run("list --tags --json")
        .says(r#"{"schema_version":1,"tag":"orders","entries":2}"#)
        .says(r#"{"schema_version":1,"tag":"payment","entries":1}"#)
        .code(0);
    session
        .run("list --tags --ids")
        .fails("cannot be used with");
}
