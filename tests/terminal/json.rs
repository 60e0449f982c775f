//! The JSON is a contract with scripts: fields, their order and their types. Fields are only ever added.

use serde_json::{Value, json};

use super::session::{SHOP, Said, session};
use super::shape::shape;

const MATCHES: &str = "[{id:string,question:string,score:number}]";
const RELATED: &str = "[{id:string,question:string}]";

fn answer([id, question, answer, tags, source, matches, related]: [&str; 7]) -> String {
    format!(
        "{{schema_version:integer,query:string,status:string,confidence:number,id:{id},\
         question:{question},answer:{answer},tags:{tags},source:{source},matches:{matches},\
         related:{related},faq:string}}"
    )
}

fn shop(line: &str) -> Said {
    session()
        .file("shop.json", SHOP)
        .run(&format!("{line} -f shop.json"))
}

#[test]
fn an_answer_has_these_fields() {
    let said = shop("ask --json how do i return an item")
        .without_hints()
        .code(0);
    assert_eq!(
        shape(&said.stdout()),
        answer([
            "string", "string", "string", "[string]", "string", MATCHES, RELATED
        ])
    );
    for (field, value) in [
        ("schema_version", json!(1)),
        ("query", json!("how do i return an item")),
        ("status", json!("answered")),
        ("confidence", json!(1.0)),
        ("id", json!("return")),
        ("question", json!("How do I return an item?")),
        (
            "answer",
            json!("Send it back within 30 days.\nWe pay the postage."),
        ),
        ("tags", json!(["orders"])),
        ("source", json!("https://shop.example/return")),
        ("faq", json!("shop.json")),
    ] {
        assert_eq!(said.json(field), value, "{field}");
    }
    assert_eq!(said.json("related")[0]["id"], "refund");
}

#[test]
fn an_answer_is_one_compact_line() {
    let stdout = shop("ask --json how do i return an item").stdout();
    assert!(
        stdout.starts_with("{\"schema_version\":1,\"query\":\""),
        "{stdout}"
    );
    assert!(stdout.ends_with("\"faq\":\"shop.json\"}\n"), "{stdout}");
    assert_eq!(stdout.lines().count(), 1);
}

#[test]
fn an_entry_without_source_or_tags_has_null_and_an_empty_list() {
    let said = shop("ask --json -n 0 is the shop open on sundays").code(0);
    assert_eq!(
        shape(&said.stdout()),
        answer(["string", "string", "string", "[]", "null", MATCHES, "[]"])
    );
}

#[test]
fn no_answer_has_the_same_fields_with_null_in_those_of_the_entry() {
    let said = session()
        .run("ask --json -t 1 us role")
        .without_hints()
        .code(1);
    assert_eq!(
        shape(&said.stdout()),
        answer(["null", "null", "null", "[]", "null", MATCHES, "[]"])
    );
    assert_eq!(said.json("status"), "none");
}

#[test]
fn where_nothing_matches_the_list_of_matches_is_empty() {
    let said = shop("ask --json xylophone").code(1);
    assert_eq!(
        shape(&said.stdout()),
        answer(["null", "null", "null", "[]", "null", "[]", "[]"])
    );
    assert_eq!(said.json("confidence"), 0.0);
}

#[test]
fn an_ambiguous_question_has_no_entry_but_matches() {
    let twins = r#"[{"question": "Where is it?", "answer": "Here.", "tags": ["a"]},
        {"question": "Where is it?", "answer": "There."},
        {"question": "Where is it?", "answer": "Nowhere."}]"#;
    let said = session()
        .file("faq.json", twins)
        .run("ask --json where is it")
        .without_hints()
        .code(1);
    assert_eq!(
        shape(&said.stdout()),
        answer(["null", "null", "null", "[]", "null", MATCHES, "[]"])
    );
    assert_eq!(said.json("status"), "ambiguous");
    assert_eq!(said.json("matches").as_array().unwrap().len(), 3);
    let confidence = said.json("confidence").as_f64().unwrap();
    assert!((confidence - 1.0 / 3.0).abs() < 1e-3, "{confidence}");
}

#[test]
fn scores_fall_from_the_first_match_on_and_lie_between_0_and_1() {
    let said = session().run("ask --json relations between South Korea and Japan");
    let matches = said.json("matches");
    let scores: Vec<f64> = matches
        .as_array()
        .unwrap()
        .iter()
        .map(|found| found["score"].as_f64().unwrap())
        .collect();
    assert!(scores.len() > 1, "{matches}");
    assert!(scores.is_sorted_by(|a, b| a >= b), "{scores:?}");
    assert!(
        scores.iter().all(|score| (0.0..=1.0).contains(score)),
        "{scores:?}"
    );
}

#[test]
fn with_several_files_each_entry_names_its_own() {
    let other = r#"[{"id": "mail", "question": "How do I return an item by mail?", "answer": "Like this."}]"#;
    let said = session()
        .file("shop.json", SHOP)
        .file("other.json", other)
        .run("ask --json -f shop.json -f other.json how do i return an item by mail")
        .code(0);
    assert_eq!(
        shape(&said.stdout()),
        "{schema_version:integer,query:string,status:string,confidence:number,id:string,\
         question:string,answer:string,tags:[],source:null,\
         matches:[{id:string,question:string,score:number,file:string}],\
         related:[{id:string,question:string,file:string}],faq:string,file:string}"
    );
    assert_eq!(said.json("file"), "other.json");
    assert_eq!(said.json("matches")[0]["file"], "other.json");
    assert_eq!(said.json("matches")[1]["file"], "shop.json");
}

#[test]
fn a_batch_is_one_object_a_line_in_order() {
    let questions = ["us role", "how do I bake bread", "will they sign a treaty"];
    let said = session()
        .typed(questions.join("\n\n"))
        .run("ask --json")
        .without_hints()
        .code(1);
    let stdout = said.stdout();
    let objects: Vec<Value> = stdout
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let asked: Vec<&Value> = objects.iter().map(|object| &object["query"]).collect();
    assert_eq!(asked, questions);
    assert_eq!(objects[0]["status"], "answered");
    assert_eq!(objects[1]["status"], "none");
    assert_eq!(objects[2]["id"], "alliance");
}

#[test]
fn a_question_gets_the_same_object_alone_and_in_a_batch() {
    let alone = session().run("ask --json us role").stdout();
    assert!(alone.contains("us-role"));
    session()
        .typed("us role\n")
        .run("ask --json")
        .prints(&alone);
}

const ENTRY: &str = "{schema_version:integer,id:string,question:string,alternates:[string],\
                     answer:string,tags:[string],related:[string],source:string,file:string,\
                     line:integer,column:integer}";
const BARE_ENTRY: &str = "{schema_version:integer,id:string,question:string,alternates:[],\
                          answer:string,tags:[],related:[],source:null,file:string,\
                          line:integer,column:integer}";

#[test]
fn list_prints_one_entry_a_line() {
    let stdout = shop("list --json").without_hints().code(0).stdout();
    let lines: Vec<&str> = stdout.lines().collect();
    assert_eq!(lines.len(), 3);
    assert_eq!(shape(lines[0]), ENTRY);
    assert_eq!(shape(lines[2]), BARE_ENTRY);
    let first: Value = serde_json::from_str(lines[0]).unwrap();
    assert_eq!(
        first,
        json!({
            "schema_version": 1,
            "id": "return",
            "question": "How do I return an item?",
            "alternates": ["Can I send something back?"],
            "answer": "Send it back within 30 days.\nWe pay the postage.",
            "tags": ["orders"],
            "related": ["refund"],
            "source": "https://shop.example/return",
            "file": "shop.json",
            "line": 5,
            "column": 5
        })
    );
}

#[test]
fn show_prints_what_list_prints() {
    let stdout = shop("list --json").stdout();
    let lines: Vec<&str> = stdout.lines().collect();
    shop("show --json refund return")
        .prints(&format!("{}\n{}\n", lines[1], lines[0]))
        .without_hints()
        .code(0);
}

#[test]
fn a_filtered_list_prints_the_same_objects() {
    let stdout = shop("list --json").stdout();
    let refund = stdout.lines().nth(1).unwrap();
    shop("list --json --tag payment")
        .prints(&format!("{refund}\n"))
        .code(0);
}

#[test]
fn entries_of_the_built_in_faq_say_so() {
    assert_eq!(session().run("show --json us-role").json("file"), "builtin");
}
