//! `faq test`: figures on labelled questions, what went wrong, and an exit code for CI.

use serde_json::{Value, json};

use super::session::{SHOP, Said, Session, session};
use super::shape::shape;

/// Stored questions, so that confidence is 1, and some that share no word with any: four in scope (two right, one
/// wrong, one that finds nothing) and five out of scope, of which two are answered. No two figures are the same.
pub(super) const CASES: &str = "# question\tid\n\
    How do I return an item?\treturn\n\
    When do I get my money back?\treturn\n\
    \n\
    xylophone\n\
    Is the shop open on Sundays?\t\n\
    Can I send something back?\treturn\n\
    zebra\trefund\n\
    when do I get my money back\n\
    quartz\n\
    jazz\n";

pub(super) fn shop(cases: &str) -> Session {
    session().file("faq.json", SHOP).file("cases", cases)
}

pub(super) fn figure(said: &Said, name: &str) -> Value {
    said.json(name)
}

#[test]
fn figures_come_first_and_then_what_went_wrong() {
    shop(CASES)
        .run("test cases")
        .prints(
            "9 questions: 4 in scope, 5 out of scope\n\
             \n\
             Hit@1     0.5000  of those in scope have the right entry as first match\n\
             MRR@10    0.6250  is the mean of 1/rank of the right entry\n\
             Answered  0.7500  of those in scope are answered, at threshold 0.77\n\
             Right     0.4000  of the answers given are right\n\
             Refused   0.6000  of those out of scope are refused\n\
             AUROC     0.6750  of pairs have the higher confidence in scope\n\
             ECE       0.3333  is how far confidence is off, on average\n\
             \n\
             Misses:\n  \
               3: When do I get my money back?\n    \
                 answered: When do I get my money back? (refund, 1)\n    \
                 wanted: How do I return an item? (return, rank 2)\n  \
               6: Is the shop open on Sundays?\n    \
                 answered: Is the shop open on Sundays? (is-the-shop-open-on-sundays, 1)\n    \
                 wanted: no answer\n  \
               8: zebra\n    \
                 not answered, nothing fits\n    \
                 wanted: When do I get my money back? (refund, no match)\n  \
               9: when do I get my money back\n    \
                 answered: When do I get my money back? (refund, 1)\n    \
                 wanted: no answer\n",
        )
        .without_hints()
        .code(0);
}

#[test]
fn json_is_one_object_with_every_figure_and_every_miss() {
    let said = shop(CASES)
        .run("test --json --suggest-threshold=0.3 --min-hit1 0.51 cases")
        .code(1);
    assert_eq!(said.stdout().lines().count(), 1);
    assert_eq!(
        shape(&said.stdout()),
        "{schema_version:integer,faq:string,threshold:number,in_scope:integer,\
         out_of_scope:integer,hit1:number,mrr10:number,answered:number,right:number,\
         refused:number,auroc:number,ece:number,\
         suggested:{right_at_least:number,threshold:number,right:number,answered:number,\
         refused:number},\
         floors_missed:[{figure:string,limit:number,value:number}],\
         misses:[{query:string,line:integer,answered:boolean,confidence:number,\
         found:{id:string,question:string},wanted:[{id:string,question:string,rank:integer}]}|\
         {query:string,line:integer,answered:boolean,confidence:number,\
         found:{id:string,question:string},wanted:[]}|\
         {query:string,line:integer,answered:boolean,confidence:number,\
         found:null,wanted:[{id:string,question:string,rank:null}]}]}"
    );
    for (field, value) in [
        ("schema_version", json!(1)),
        ("threshold", json!(0.77)),
        ("in_scope", json!(4)),
        ("out_of_scope", json!(5)),
        ("hit1", json!(0.5)),
        ("mrr10", json!(0.625)),
        ("answered", json!(0.75)),
        ("right", json!(0.4)),
        ("refused", json!(0.6)),
        ("auroc", json!(0.675)),
        ("ece", json!(0.3333)),
        (
            "floors_missed",
            json!([{"figure": "hit1", "limit": 0.51, "value": 0.5}]),
        ),
    ] {
        assert_eq!(said.json(field), value, "{field}");
    }
    let misses = said.json("misses");
    assert_eq!(
        misses[0],
        json!({
            "query": "When do I get my money back?", "line": 3, "answered": true, "confidence": 1.0,
            "found": {"id": "refund", "question": "When do I get my money back?"},
            "wanted": [{"id": "return", "question": "How do I return an item?", "rank": 2}],
        })
    );
    assert_eq!(misses[1]["wanted"], json!([]));
}

#[test]
fn a_figure_with_nothing_to_count_is_a_dash_and_null() {
    let session = shop("xylophone\n");
    let said = session.run("test cases").without_hints().code(0);
    let said = said.says("1 question: 0 in scope, 1 out of scope\n");
    let said = said.says("\nHit@1     –       of those");
    said.says("\nRight     –  ").says("\nRefused   1.0000  ");
    let said = session.run("test --json cases");
    for name in ["hit1", "mrr10", "answered", "right", "auroc", "suggested"] {
        assert_eq!(figure(&said, name), Value::Null, "{name}");
    }
    assert_eq!(figure(&said, "refused"), 1.0);
    assert_eq!(figure(&said, "ece"), 0.0);
    let inside = shop("How do I return an item?\treturn\n").run("test --json cases");
    assert_eq!(figure(&inside, "refused"), Value::Null);
    assert_eq!(figure(&inside, "right"), 1.0);
}

#[test]
fn any_of_several_ids_is_right_and_every_one_is_named_where_none_is_first() {
    let said = shop("How do I return an item?\trefund\treturn\n").run("test --json cases");
    assert_eq!(figure(&said, "hit1"), 1.0);
    assert_eq!(figure(&said, "misses"), json!([]));
    let both = shop("Is the shop open on Sundays?\trefund\treturn\trefund\n");
    let said = both.run("test --json cases");
    let wanted = figure(&said, "misses")[0]["wanted"].clone();
    assert_eq!(wanted[0]["id"], "refund");
    assert_eq!(wanted[1]["id"], "return");
    assert_eq!(wanted[2], Value::Null);
    both.run("test cases")
        .says("\n    wanted: When do I get my money back? (refund, no match)\n")
        .says("\n    wanted: How do I return an item? (return, rank 2)\n");
}

#[test]
fn a_right_match_that_is_not_given_as_the_answer_is_a_miss_of_its_own() {
    let session = session().file("cases", "us role\tus-role\n");
    let at = |threshold: &str| session.run(&format!("test cases -t {threshold}"));
    at("0.9").says("Answered  1.0000").never_says("Misses");
    at("1")
        .says("Hit@1     1.0000")
        .says("Answered  0.0000  of those in scope are answered, at threshold 1\n")
        .says("Right     –")
        .says("1: us role\n    right, but not answered: What role does the U.S. play in these talks? (us-role, 0.")
        .never_says("wanted")
        .code(0);
}

#[test]
fn only_as_many_misses_are_listed_as_are_wanted() {
    let cases = "How do I return an item?\n".repeat(22);
    let session = shop(&cases);
    let listed = |said: &Said| said.stdout().matches("answered: How").count();
    let usual = session.run("test cases");
    assert_eq!(listed(&usual), 20);
    usual.says("\n  2 more; all of them: --misses 22\n");
    let all = session.run("test cases --misses 22");
    assert_eq!(listed(&all), 22);
    all.never_says("more;");
    session
        .run("test cases --misses 0")
        .says("Refused   0.0000")
        .never_says("Misses")
        .never_says("more;");
    let misses = session.run("test cases --json").json("misses");
    assert_eq!(misses.as_array().unwrap().len(), 22);
}

#[test]
fn each_figure_has_a_limit_and_what_is_beyond_it_is_code_1() {
    let session = shop(CASES);
    for (option, name, value, beyond) in [
        ("--min-hit1", "Hit@1", "0.5000", "0.5001"),
        ("--min-mrr", "MRR@10", "0.6250", "0.6251"),
        ("--min-answered", "Answered", "0.7500", "0.7501"),
        ("--min-right", "Right", "0.4000", "0.4001"),
        ("--min-refused", "Refused", "0.6000", "0.6001"),
        ("--min-auroc", "AUROC", "0.6750", "0.6751"),
        ("--max-ece", "ECE", "0.3333", "0.3332"),
    ] {
        // A figure as it is printed is a limit that it keeps.
        session
            .run(&format!("test cases {option} {value}"))
            .without_hints()
            .code(0);
        let side = if name == "ECE" { "above" } else { "below" };
        let message = format!("faq: {name} is {value}, {side} its limit of {beyond}\n");
        let said = session.run(&format!("test cases {option} {beyond}"));
        assert_eq!(said.stderr(), message);
        said.says("Hit@1").code(1);
    }
    let both = session.run("test cases --min-hit1 1 --max-ece 0").code(1);
    assert_eq!(both.stderr().lines().count(), 2, "{both:?}");
}

#[test]
fn a_limit_of_a_figure_with_nothing_to_count_is_missed() {
    let session = shop("xylophone\n");
    for option in [
        "--min-hit1",
        "--min-mrr",
        "--min-answered",
        "--min-right",
        "--min-auroc",
    ] {
        session
            .run(&format!("test cases {option} 0"))
            .hints("has nothing to count, so its limit of 0 is missed\n")
            .code(1);
    }
    session
        .run("test cases --min-refused 1 --max-ece 0")
        .code(0);
    let said = session.run("test --json cases --min-hit1 0").code(1);
    assert_eq!(
        figure(&said, "floors_missed"),
        json!([{"figure": "hit1", "limit": 0.0, "value": null}])
    );
}

/// Questions that are shared word for word: no threshold but 0 answers them.
const TWINS: &str = r#"[{"id": "a", "question": "Where is it?", "answer": "Here."},
    {"id": "b", "question": "Where is it?", "answer": "There."},
    {"id": "c", "question": "What does it cost?", "answer": "Nothing."}]"#;

#[test]
fn the_suggested_threshold_is_one_at_which_so_much_is_right() {
    let session = session()
        .file("faq.json", TWINS)
        .file("cases", "Where is it?\tb\nWhat does it cost?\tc\n");
    // At 0 the first of the twins is taken, which is wrong; above 0 neither is.
    session
        .run("test cases --suggest-threshold=0.5")
        .says("\n\nThreshold 0 is the lowest at which at least 0.5 of the answers given are right: right 0.5000, answered 1.0000, refused –.\n")
        .code(0);
    session
        .run("test cases --suggest-threshold")
        .says("\nThreshold 0.1 is the lowest at which at least 0.9 of the answers given are right: right 1.0000, answered 0.5000, refused –.\n")
        .code(0);
    let said = session
        .run("test --json --suggest-threshold cases")
        .json("suggested");
    let threshold = said["threshold"].clone();
    assert_eq!(
        said,
        json!({"right_at_least": 0.9, "threshold": 0.1, "right": 1.0, "answered": 0.5, "refused": null})
    );
    let there = session.run(&format!("test --json cases -t {threshold}"));
    for name in ["right", "answered", "refused"] {
        assert_eq!(figure(&there, name), said[name], "{name}");
    }
}

#[test]
fn where_no_threshold_is_good_enough_that_is_said_and_no_fault() {
    let session = shop("How do I return an item?\trefund\n");
    session
        .run("test cases --suggest-threshold")
        .says("\n\nAt no threshold are at least 0.9 of the answers given right.\n")
        .without_hints()
        .code(0);
    let said = session.run("test --json --suggest-threshold cases").code(0);
    assert_eq!(
        figure(&said, "suggested"),
        json!({"right_at_least": 0.9, "threshold": null, "right": null, "answered": null, "refused": null})
    );
}

#[test]
fn with_a_tag_what_only_other_entries_answer_must_be_refused() {
    let said = shop(CASES).run("test --json cases --tag payment");
    assert_eq!(figure(&said, "in_scope"), 1);
    assert_eq!(figure(&said, "out_of_scope"), 8);
    // The entry with the tag is still found, and still wanted where it was.
    let misses = figure(&said, "misses");
    assert_eq!(misses[0]["query"], "When do I get my money back?");
    assert_eq!(misses[0]["wanted"], json!([]));
    let is_wanted = |miss: &Value| miss["query"] == "zebra" && miss["wanted"][0]["id"] == "refund";
    assert!(misses.as_array().unwrap().iter().any(is_wanted), "{misses}");
}

/// The project's own cases; what they hold is a floor, not a goal.
fn own_cases(set: &str) -> String {
    format!("{}/tests/sets/{set}/cases.tsv", env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn the_builtin_faq_answers_what_it_can_and_refuses_the_rest() {
    let cases = own_cases("builtin");
    session()
        .run_arguments([
            "test",
            "--builtin",
            "--misses",
            "0",
            "--min-hit1",
            "0.88",
            "--min-right",
            "0.88",
            "--min-answered",
            "0.63",
            "--min-refused",
            "0.9",
            "--min-auroc",
            "0.88",
            "--max-ece",
            "0.08",
            &cases,
        ])
        .code(0);
}

#[test]
fn small_faqs_of_other_subjects_are_answered_too() {
    for (set, hit1, refused) in [
        ("small-backup-tool", "0.68", "0.75"),
        ("small-bakery", "0.76", "0.9"),
        ("small-flat", "0.76", "0.9"),
        ("small-gym", "0.68", "0.75"),
        ("small-library", "0.64", "0.75"),
        ("small-school-trip", "0.64", "0.9"),
    ] {
        let cases = own_cases(set);
        let faq = cases.replace("cases.tsv", "faq.json");
        session()
            .run_arguments([
                "test",
                "--file",
                &faq,
                "--min-hit1",
                hit1,
                "--min-refused",
                refused,
                &cases,
            ])
            .code(0);
    }
}
