//! Which FAQ is used: named > `FAQ_FILE` > found upward > the user's > built in.

use super::session::{Session, session};

/// A FAQ whose only question tells which one it is.
fn faq(name: &str) -> String {
    format!(r#"[{{"question": "Which? {name}", "answer": "{name}"}}]"#)
}

/// All five at once; each test takes away what would win over the one it is about.
fn all() -> Session {
    session()
        .file("named.json", faq("named"))
        .file("variable.json", faq("variable"))
        .file("project/faq.json", faq("upward"))
        .file("config/faq/faq.json", faq("user"))
        .at("project/deep/er")
        .set_path("FAQ_FILE", "variable.json")
        .set_path("XDG_CONFIG_HOME", "config")
}

#[test]
fn file_wins_over_everything() {
    all()
        .run("list --file ../../../named.json")
        .prints("Which? named\n")
        .code(0);
}

#[test]
fn builtin_wins_over_everything_but_a_named_file() {
    all().run("list --builtin").says("the U.S. play").code(0);
    all()
        .run("list --builtin --file ../../../named.json")
        .fails("cannot be used with");
}

#[test]
fn the_variable_wins_over_what_is_found() {
    all().run("list").prints("Which? variable\n").code(0);
}

#[test]
fn an_empty_variable_is_none() {
    all()
        .set("FAQ_FILE", "")
        .run("list")
        .prints("Which? upward\n")
        .code(0);
}

#[test]
fn the_nearest_faq_json_upward_wins_over_the_users() {
    all()
        .set("FAQ_FILE", "")
        .file("project/deep/faq.json", faq("nearer"))
        .run("list")
        .prints("Which? nearer\n")
        .code(0);
}

#[test]
fn a_folder_called_faq_json_is_passed_by() {
    all()
        .set("FAQ_FILE", "")
        .folder("project/deep/er/faq.json")
        .run("list")
        .prints("Which? upward\n")
        .code(0);
}

#[test]
fn the_users_faq_wins_over_the_built_in_one() {
    session()
        .file("config/faq/faq.json", faq("user"))
        .at("elsewhere")
        .set_path("XDG_CONFIG_HOME", "config")
        .run("list")
        .prints("Which? user\n")
        .code(0);
}

#[test]
fn the_users_folder_is_dot_config_when_no_other_is_set() {
    for folder in ["", "relative/is/ignored"] {
        session()
            .file("home/.config/faq/faq.json", faq("home"))
            .set("XDG_CONFIG_HOME", folder)
            .run("list")
            .prints("Which? home\n")
            .code(0);
    }
}

#[test]
fn without_any_file_the_built_in_one_answers() {
    let said = session().run("ask --json us role").code(0);
    assert_eq!(said.json("faq"), "builtin");
}

#[test]
fn json_names_the_file_that_answered() {
    let said = all().run("ask --json which named -f ../../../named.json");
    assert_eq!(said.json("faq"), "../../../named.json");
}

#[test]
fn the_option_may_stand_before_the_command() {
    session()
        .file("named.json", faq("named"))
        .run("--file named.json list")
        .prints("Which? named\n")
        .code(0);
}

#[test]
fn a_named_file_that_is_missing_is_an_error_and_nothing_else_is_used() {
    for command in ["list -f missing.json", "ask -f missing.json which"] {
        all().run(command).fails("missing.json: cannot be opened");
    }
    all()
        .set_path("FAQ_FILE", "gone.json")
        .run("list")
        .fails("gone.json: cannot be opened");
}

#[test]
fn a_named_file_that_is_no_faq_is_an_error_and_nothing_else_is_used() {
    let bad = all().file("bad.json", "{\"name\": \"left-pad\"}");
    bad.run("list -f ../../../bad.json")
        .fails("../../../bad.json:1:1: ");
    bad.run("list -f ../../../named.json -f ../../../bad.json")
        .fails("../../../bad.json:1:1: ");
    bad.set_path("FAQ_FILE", "bad.json")
        .run("list")
        .fails("bad.json:1:1: ");
}

#[test]
fn a_found_faq_json_that_is_no_faq_names_the_file_and_the_way_round() {
    for (content, fault) in [
        (&b"{\"name\": \"left-pad\"}"[..], "faq.json:1:1: "),
        (b"", "faq.json:1:1: "),
        (b"\xFF\xFE[\0]\0", "faq.json: is UTF-16"),
    ] {
        session()
            .file("faq.json", content)
            .at("below")
            .run("ask us role")
            .fails(fault)
            .hints("--file")
            .hints("--builtin");
    }
}

#[test]
fn the_way_round_a_found_file_works() {
    let session = session()
        .file("faq.json", "{}")
        .file("named.json", faq("named"));
    session.run("list").fails("faq.json:1:1: ");
    session.run("list --builtin").says("the U.S. play").code(0);
    session
        .run("list -f named.json")
        .prints("Which? named\n")
        .code(0);
}

#[test]
fn the_users_faq_that_is_no_faq_is_an_error_too() {
    session()
        .file("home/.config/faq/faq.json", "[1]")
        .run("list")
        .fails("faq.json:1:2: ")
        .hints("--builtin");
}
