//! Text from a FAQ, a question or a path cannot act on the terminal; JSON means the same after parsing.

use serde_json::{Value, json};

use super::session::{Said, Session, session};

/// C0 without newline and tab, DEL, C1 and the bidirectional controls.
fn controls() -> Vec<char> {
    ('\0'..='\u{1f}')
        .filter(|c| !matches!(c, '\n' | '\t'))
        .chain('\u{7f}'..='\u{9f}')
        .chain('\u{202a}'..='\u{202e}')
        .chain('\u{2066}'..='\u{2069}')
        .collect()
}

fn nasty(name: &str) -> String {
    let controls: String = controls().into_iter().collect();
    format!("{name} \x1b[31m\x1b]0;owned\x07\u{9b}2J{controls}end")
}

fn nasty_faq() -> Session {
    let faq = json!({
        "title": nasty("title"),
        "faqs": [
            {
                "id": nasty("id"), "question": nasty("question"), "alternates": [nasty("alternate")],
                "answer": nasty("answer"), "tags": [nasty("tag")], "related": [nasty("second")],
                "source": nasty("https://source.example"),
            },
            {"id": nasty("second"), "question": nasty("other"), "answer": "a"},
        ]
    });
    session().file("faq.json", faq.to_string())
}

/// No character that a terminal acts on: a NUL only where records end with it.
#[track_caller]
fn is_harmless(said: &Said, null: bool) {
    let controls = controls();
    let acts = |c: &char| controls.contains(c) && !(null && *c == '\0');
    assert_eq!(said.stdout().chars().find(acts), None, "{said:?}");
    assert_eq!(said.stderr().chars().find(acts), None, "{said:?}");
}

#[test]
fn nothing_a_faq_holds_reaches_the_terminal_raw() {
    let session = nasty_faq();
    let id = nasty("id").replace('\0', "");
    for arguments in [
        &["ask", "question owned end", "-t", "0"][..],
        &["ask", "question owned end", "-t", "0", "--top", "5"],
        &["ask", "question owned end", "-t", "0", "--explain"],
        &["ask", "-a", "question owned end", "-t", "0"],
        &["list"],
        &["list", "--ids"],
        &["list", "question"],
        &["show", &id],
    ] {
        let said = session.run_arguments(arguments);
        is_harmless(&said, false);
        let shown = said.stdout() + &said.stderr();
        assert!(shown.contains("<U+001B>[31m"), "{arguments:?}: {said:?}");
        assert!(shown.contains("<U+009B>2J"), "{arguments:?}: {said:?}");
        assert!(shown.contains("<U+202E>"), "{arguments:?}: {said:?}");
    }
    let records = session.run("ask -a -0 question owned end -t 0");
    is_harmless(&records, true);
    assert_eq!(records.stdout().matches('\0').count(), 1, "{records:?}");
}

#[test]
fn every_field_of_an_entry_is_shown_safely() {
    let faq = json!([{
        "id": "e", "question": "Q\x1b?", "alternates": ["A\u{9b}?"], "answer": "one\r\ntwo\tthree\x07",
        "tags": ["t\x7f"], "related": ["r\u{202e}"], "source": "s\u{2066}",
    }]);
    session()
        .file("faq.json", faq.to_string())
        .run("show e -f faq.json")
        .prints(
            "Q<U+001B>?\n\none\ntwo\tthree<U+0007>\n\nAlso asked as:\n  A<U+009B>?\n\n\
             Id: e\nTags: t<U+007F>\nRelated: r<U+202E>\nSource: s<U+2066>\nFile: faq.json:1:2\n",
        )
        .code(0);
}

#[test]
fn nothing_a_question_holds_reaches_the_terminal_raw() {
    let query = nasty("bread").replace(['\0', '\n'], "");
    let refused = session().run_arguments(["ask", &query]);
    is_harmless(&refused, false);
    let refused = refused.hints("<U+001B>[31m").code(1);
    assert_eq!(refused.stdout(), "");
    let explained = session().run_arguments(["ask", "--explain", &query]);
    is_harmless(&explained, false);
    explained.says("owned").code(1);
    let batch = session().typed(nasty("bread")).run("ask");
    is_harmless(&batch, false);
    batch.says("> bread <U+001B>[31m").code(1);
}

#[test]
fn nothing_a_case_holds_reaches_the_terminal_raw() {
    let query = nasty("question").replace('\0', "");
    let refused = json!({"query": query, "relevant": []});
    let wanted = json!({"query": nasty("other"), "relevant": [nasty("id")]});
    let session = nasty_faq().file("cases", format!("{refused}\n{wanted}\n"));
    let said = session.run("test cases -t 0").code(0);
    is_harmless(&said, false);
    let said = said
        .says("1: question <U+001B>[31m")
        .says("answered: question <U+001B>[31m");
    said.says("(id <U+001B>[31m")
        .says("wanted: question <U+001B>[31m");
    let said = session.run("test --json cases -t 0").code(0);
    is_harmless(&said, false);
    assert_eq!(said.json("misses")[0]["query"], query);
    for cases in [
        json!({"query": "q", "relevant": [nasty("x")]}).to_string(),
        format!("{}\treturn", nasty("id").replace(['\0', '\n'], "")),
        format!("{{{}: 1", json!(nasty("x"))),
    ] {
        let said = nasty_faq().file("cases", cases).run("test cases").code(2);
        is_harmless(&said, false);
        said.hints("faq: cases:1:");
    }
}

#[test]
fn nothing_an_error_quotes_reaches_the_terminal_raw() {
    let text = nasty("x").replace('\0', "");
    for arguments in [
        &["show", &text][..],
        &["list", "-f", &text],
        &["list", "--color", &text],
        &["ask", "-t", &text],
        &[text.as_str()],
        &["ask", &format!("--{text}")],
    ] {
        let said = session().run_arguments(arguments).code(2);
        is_harmless(&said, false);
        assert!(said.stderr().contains("U+001B"), "{arguments:?}: {said:?}");
    }
    let bad = json!([{"id": nasty("i"), "question": "q", "answer": "a"}, {"id": nasty("i"), "question": "q", "answer": "a"}]);
    let said = session().file("faq.json", bad.to_string()).run("list");
    is_harmless(&said, false);
    said.fails("is used already").hints("<U+001B>");
    let field = format!("[{{{}: 1, {0}: 2}}]", json!(nasty("field")));
    let said = session().file("faq.json", field).run("list");
    is_harmless(&said, false);
    said.fails("is given twice").hints("<U+001B>");
}

#[cfg(unix)]
#[test]
fn a_found_file_in_a_folder_with_a_nasty_name_is_shown_safely() {
    let said = session()
        .file("evil\x1b[31m/faq.json", "{}")
        .at("evil\x1b[31m")
        .run("list");
    is_harmless(&said, false);
    said.fails("evil<U+001B>[31m/faq.json:1:1: ");
}

#[test]
fn json_is_safe_to_print_and_means_the_same() {
    let session = nasty_faq();
    let listed = session.run("list --json").code(0);
    is_harmless(&listed, false);
    let stdout = listed.stdout();
    let entry: Value = serde_json::from_str(stdout.lines().next().unwrap()).unwrap();
    for (field, text) in [
        ("id", json!(nasty("id"))),
        ("question", json!(nasty("question"))),
        ("alternates", json!([nasty("alternate")])),
        ("answer", json!(nasty("answer"))),
        ("tags", json!([nasty("tag")])),
        ("related", json!([nasty("second")])),
        ("source", json!(nasty("https://source.example"))),
    ] {
        assert_eq!(entry[field], text, "{field}");
    }
    let query = nasty("answer me").replace('\0', "");
    let asked = session.run_arguments(["ask", "--json", "-t", "0", &query]);
    is_harmless(&asked, false);
    assert_eq!(asked.json("query"), query);
    let shown = session.run_arguments(["list", "--json", "-f", "faq.json"]);
    is_harmless(&shown, false);
}

#[test]
fn what_scripts_and_emoji_need_stays_as_it_is() {
    for text in [
        "👩\u{200d}🚀 می\u{200c}خواهم",
        "a\u{200e}b\u{200f}c\u{61c}d",
        "🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}",
        "e\u{301}\u{fe0f} \u{a0}\u{ad}",
    ] {
        let faq = json!([{"id": "x", "question": "q", "answer": text}]);
        session()
            .file("faq.json", faq.to_string())
            .run("ask -a q")
            .prints(&format!("{text}\n"))
            .code(0);
    }
}

#[test]
fn of_all_characters_only_the_controls_are_changed() {
    // A letter before each, so that none of them is white space at the end of a line.
    let every: String = ('\0'..=char::MAX)
        .flat_map(|c| ['x', c])
        .chain(['x'])
        .collect();
    let faq = json!([{"id": "every", "question": "q", "answer": every}]);
    let session = session().file("faq.json", faq.to_string());
    let controls = controls();
    let shown_as = |c: char| {
        if controls.contains(&c) {
            format!("<U+{:04X}>", u32::from(c))
        } else {
            c.to_string()
        }
    };
    let expected: String = every.chars().map(shown_as).collect();
    let shown = session.run("show every").code(0);
    is_harmless(&shown, false);
    assert!(shown.stdout().contains(&expected), "a character is missing");
    let said = session.run("show --json every").code(0);
    is_harmless(&said, false);
    let parsed: serde_json::Value = serde_json::from_str(&said.stdout()).unwrap();
    assert_eq!(parsed["answer"], every);
    let tried = 2 * (every.chars().count() / 2);
    println!("scalar values: {tried} shown, as text and as JSON");
}
