//! `faq check`: the line, a caret, the advice; one object for scripts; an exit code for CI.

use serde_json::json;

use super::session::{SHOP, Session, session};
use super::session::{on_a_terminal, terminal};
use super::shape::shape;

/// An error, a warning and a note.
const FLAWED: &str = r#"[
  {"id": "hours", "question": "When are you open?", "answer": "At noon.", "related": ["day"]},
  {"id": "days", "question": "Sundays", "answer": "Closed."},
  {"id": "hours", "question": "Who runs the shop?", "answer": "Kim."}
]
"#;

fn flawed() -> Session {
    session().file("faq.json", FLAWED)
}

#[test]
fn findings_are_shown_as_line_caret_and_advice() {
    flawed()
        .run("check faq.json")
        .prints(
            r#"warning[dangling-related]: no entry has the id "day"
 --> faq.json:2:87
  |
2 |   {"id": "hours", "question": "When are you open?", "answer": "At noon.", "related": ["day"]},
  |                                                                                       ^ did you mean "days"?
  |
  = help: name an id that there is (faq list --ids), or take it out

note[short-question]: the entry is only asked with a single word
 --> faq.json:3:30
  |
3 |   {"id": "days", "question": "Sundays", "answer": "Closed."},
  |                              ^
  |
  = help: write whole questions, in "alternates" if need be: the more ways to ask, the more are understood

error[duplicate-id]: the id "hours" is used already at faq.json:2:3
 --> faq.json:4:10
  |
4 |   {"id": "hours", "question": "Who runs the shop?", "answer": "Kim."}
  |          ^
 ::: faq.json:2:10
  |
2 |   {"id": "hours", "question": "When are you open?", "answer": "At noon.", "related": ["day"]},
  |          ^ first used here
  |
  = help: give one of the two another id

faq.json: 1 error, 1 warning, 1 note; 3 entries read as JSON
"#,
        )
        .without_hints()
        .code(1);
}

#[test]
fn a_clean_file_is_one_line() {
    session()
        .run("check")
        .prints("builtin: nothing is wrong; 6 entries read as JSON\n")
        .without_hints()
        .code(0);
    session()
        .typed(r#"[{"question": "Who are you?", "answer": "Me."}]"#)
        .run("check --strict -")
        .prints("-: nothing is wrong; 1 entry read as JSON\n")
        .code(0);
}

#[test]
fn warnings_count_when_strict_and_notes_never_do() {
    let warned = session().file("faq.json", SHOP);
    warned.run("check").says("warning[tag-case]").code(0);
    warned.run("check --strict").code(1);
    warned.run("check --strict --json").code(1);
    let noted = session().file("faq.json", r#"[{"question": "Refunds", "answer": "No."}]"#);
    let said = noted.run("check --strict").code(0);
    said.says("note[short-question]")
        .says("faq.json: nothing is wrong, 1 note; 1 entry read as JSON\n");
}

#[test]
fn another_place_is_shown_with_its_own_line() {
    session()
        .file("faq.json", SHOP)
        .run("check --tag payment faq.json")
        .prints(
            r#"warning[tag-case]: the tag "Orders" is written "orders" elsewhere
  --> faq.json:18:16
   |
18 |       "tags": ["Orders", "payment"]
   |                ^
  ::: faq.json:10:16
   |
10 |       "tags": ["orders"],
   |                ^ first used here
   |
   = help: write it in one way

faq.json: 1 warning; 3 entries read as JSON
"#,
        )
        .code(0);
}

#[test]
fn json_is_one_object_with_every_finding() {
    let said = flawed().run("check --json").without_hints().code(1);
    assert_eq!(said.stdout().lines().count(), 1);
    let finding = "severity:string,code:string,message:string";
    let place = "file:string,line:integer,column:integer";
    let shape_of = |label: &str, places: &str| {
        format!("{{{finding},label:{label},mend:string,id:string,{place},places:[{places}]}}")
    };
    assert_eq!(
        shape(&said.stdout()),
        format!(
            "{{schema_version:integer,documents:[{{name:string,format:string,shape:null,\
             entries:integer}}],errors:integer,warnings:integer,notes:integer,findings:[{}|{}|{}]}}",
            shape_of("string", ""),
            shape_of("null", ""),
            shape_of("null", &format!("{{label:string,{place}}}")),
        )
    );
    assert_eq!(said.json("errors"), 1);
    assert_eq!(said.json("warnings"), 1);
    assert_eq!(said.json("notes"), 1);
    assert!(
        said.json("documents")[0]["name"]
            .as_str()
            .unwrap()
            .ends_with("faq.json")
    );
    let first = &said.json("findings")[0];
    for (field, value) in [
        ("severity", json!("warning")),
        ("code", json!("dangling-related")),
        ("label", json!("did you mean \"days\"?")),
        ("id", json!("hours")),
        ("line", json!(2)),
        ("column", json!(87)),
    ] {
        assert_eq!(first[field], value, "{field}");
    }
    let places = session()
        .file("faq.json", SHOP)
        .run("check --json")
        .json("findings");
    assert_eq!(places[0]["places"][0]["label"], "first used here");
    assert_eq!(places[0]["places"][0]["line"], 10);
}

#[test]
fn several_files_are_one_faq_and_each_finding_names_its_own() {
    let session = session()
        .file(
            "a.json",
            r#"[{"id": "x", "question": "Who are you?", "answer": "Me."}]"#,
        )
        .file(
            "b/b.json",
            r#"[{"id": "x", "question": "Where are you?", "answer": "Here."}]"#,
        )
        .file("b/c.json", r#"{"name": "left-pad"}"#);
    let said = session.run("check a.json b").code(1);
    let said = said
        .says(
            "error[duplicate-id]: the id \"x\" is used already at a.json:1:2\n --> b/b.json:1:9\n",
        )
        .says("note[skipped-file]: this file of the folder was skipped: ")
        .says("\na.json: nothing is wrong; 1 entry read as JSON\n");
    said.says("\nb/b.json: 1 error; 1 entry read as JSON\n")
        .says("\n3 files: 1 error, 1 note; 2 entries\n");
    session
        .run("check -f a.json -f b/b.json")
        .says("b/b.json:1:9")
        .code(1);
    session
        .run("check b/c.json")
        .says("error[not-a-faq]")
        .code(1);
}

#[test]
fn what_is_no_faq_is_at_fault_and_what_cannot_be_read_is_an_error() {
    for (content, fault) in [
        (
            "",
            "error[empty-file]: the file is empty\n --> x.json:1:1\n  |\n1 |\n  | ^\n",
        ),
        ("[\n{]", "error[syntax]: not valid JSON: "),
        ("null", "error[not-a-faq]: "),
    ] {
        let said = session().file("x.json", content).run("check x.json");
        said.says(fault)
            .says("x.json: 1 error; 0 entries")
            .without_hints()
            .code(1);
    }
    session().run("check missing.json").fails("missing.json");
    session()
        .file("x.json", b"\xFF\xFE{\0")
        .run("check x.json")
        .fails("UTF-16");
    session()
        .file("x.json", b"[\xE9]")
        .run("check x.json")
        .fails("UTF-8");
    session()
        .run("check x.json --builtin")
        .fails("cannot be used with");
    session()
        .run("check x.json -f y.json")
        .fails("cannot be used with");
}

#[test]
fn a_long_line_is_cut_around_the_caret_and_nothing_raw_is_shown() {
    let padding = "漢字".repeat(500);
    let text = format!(
        r#"[{{"question":"Who are you?","answer":"{padding}{}{padding}"}}]"#,
        '\u{202e}'
    );
    let said = session()
        .file("faq.json", text)
        .run("check faq.json")
        .code(0);
    let output = said.stdout();
    assert!(!output.contains('\u{202e}'));
    let line = output
        .lines()
        .find(|line| line.starts_with("1 | "))
        .unwrap();
    assert!(line.contains("…") && line.contains("<U+202E>"), "{line}");
    assert!(line.chars().count() < 100, "{line}");
    let caret = output.lines().find(|line| line.contains('^')).unwrap();
    let columns = |text: &str| -> usize {
        let wide = |c: char| if "漢字".contains(c) { 2 } else { 1 };
        text.chars().map(wide).sum()
    };
    let before = &line[..line.find('<').unwrap()];
    assert_eq!(columns(before), caret.find('^').unwrap());
}

#[test]
fn many_of_a_kind_are_summed_up() {
    let entries: Vec<String> = (0..30)
        .map(|n| format!(r#"{{"question": "What is number {n}?", "answer": ""}}"#))
        .collect();
    let session = session().file("faq.json", format!("[{}]", entries.join(",\n")));
    let said = session.run("check faq.json").code(0);
    assert_eq!(said.stdout().matches("warning[empty-answer]").count(), 20);
    said.says("\n… and 10 more of empty-answer; all of them: --json\n\nfaq.json: 30 warnings; ");
    let all = session.run("check --json").json("findings");
    assert_eq!(all.as_array().unwrap().len(), 30);
}

#[test]
fn colour_says_nothing_of_its_own_and_scripts_get_none() {
    let session = flawed();
    let coloured = session.run("check --color always faq.json").stdout();
    assert!(
        coloured.contains("\u{1b}[1;33mwarning[dangling-related]\u{1b}[0m: no entry"),
        "{coloured}"
    );
    assert!(
        coloured.contains("\u{1b}[1;31merror[duplicate-id]\u{1b}[0m: "),
        "{coloured}"
    );
    session
        .run("check --json --color always")
        .never_says("\u{1b}");
}

#[test]
fn at_a_terminal_lines_have_its_width() {
    let Some(session) = terminal() else { return };
    let session = session.set("COLUMNS", "40").file("faq.json", FLAWED);
    let said = session.shell(&on_a_terminal("check --color never faq.json"));
    let text = said.stdout().replace("\r\n", "\n");
    let said = "warning[dangling-related]: no entry has\n  the id \"day\"\n --> faq.json:2:87\n  |\n\
                2 | …\": \"At noon.\", \"related\": [\"day\"]},\n";
    assert!(text.starts_with(said), "{text}");
    let widest = text.lines().map(|line| line.chars().count()).max();
    assert!(widest <= Some(40), "{text}");
    assert!(text.contains("\n  |   did you mean \"days\"?\n"), "{text}");
}
