//! `faq show`: whole entries by id.

use super::session::{SHOP, session};

#[test]
fn show_prints_everything_an_entry_has() {
    session()
        .file("shop.json", SHOP)
        .run("show return -f shop.json")
        .prints(
            "How do I return an item?\n\
             \n\
             Send it back within 30 days.\n\
             We pay the postage.\n\
             \n\
             Also asked as:\n  Can I send something back?\n\n\
             Id: return\n\
             Tags: orders\n\
             Related: refund\n\
             Source: https://shop.example/return\n\
             File: shop.json:5:5\n",
        )
        .without_hints()
        .code(0);
}

#[test]
fn what_an_entry_lacks_is_left_out() {
    session()
        .file("shop.json", SHOP)
        .run("show is-the-shop-open-on-sundays -f shop.json")
        .prints(
            "Is the shop open on Sundays?\n\nFrom noon to five.\n\n\
             Id: is-the-shop-open-on-sundays\nFile: shop.json:20:5\n",
        )
        .code(0);
}

#[test]
fn of_several_entries_in_the_order_asked_each_begins_with_its_id() {
    let session = session().file("faq.json", SHOP);
    let refund = session.run("show refund").code(0).stdout();
    let return_item = session.run("show return").code(0).stdout();
    assert_ne!(refund, return_item);
    session
        .run("show refund return")
        .prints(&format!("> refund\n{refund}\n> return\n{return_item}"))
        .code(0);
    // One alone needs no telling apart, however often it is asked for; nor does data.
    session.run("show return").never_says("> ").code(0);
    let json = session.run("show --json refund return").code(0).stdout();
    assert_eq!(json.lines().count(), 2);
    assert!(json.lines().all(|line| line.starts_with('{')), "{json}");
}

#[test]
fn an_unknown_id_suggests_the_nearest_ones() {
    session()
        .run("show us-rolle")
        .fails("no entry has the id \"us-rolle\"")
        .hints("us-role");
}

#[test]
fn an_id_like_no_other_points_to_the_list() {
    session()
        .run("show 0123456789")
        .fails("no entry has the id \"0123456789\"")
        .hints("faq list --ids");
}

#[test]
fn nothing_is_shown_when_one_of_the_ids_is_unknown() {
    session()
        .run("show us-role nonsense")
        .fails("no entry has the id \"nonsense\"");
    session()
        .run("show --json us-role nonsense")
        .fails("no entry has the id \"nonsense\"");
}

#[test]
fn an_id_is_made_of_the_question_where_there_is_none_and_taken_ones_get_a_number() {
    session()
        .file(
            "faq.json",
            r#"[{"question": "Why?", "answer": "1"}, {"question": "why!", "answer": "2"},
                {"id": 7, "question": "Which?", "answer": "3"}]"#,
        )
        .run("list --ids")
        .prints("why\tWhy?\nwhy-2\twhy!\n7\tWhich?\n")
        .code(0);
}
