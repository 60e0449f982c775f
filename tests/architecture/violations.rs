//! The checker on small houses: what it must find, and what it must leave alone.

use super::house::{File, violations};
use super::rules::{Door, Room};

const ROOMS: &[Room] = &[
    Room {
        room: "faq",
        may_know: &["faq::model", "faq::text"],
    },
    Room {
        room: "faq::model",
        may_know: &[],
    },
    Room {
        room: "faq::text",
        may_know: &[],
    },
    Room {
        room: "main",
        may_know: &["main::cli"],
    },
    Room {
        room: "main::cli",
        may_know: &["main::cli::args"],
    },
    Room {
        room: "main::cli::args",
        may_know: &["faq"],
    },
];

const DOORS: &[Door] = &[
    Door {
        what: "strsim",
        only_in: &["src/text/near.rs"],
    },
    Door {
        what: "std::io::stdout",
        only_in: &["src/cli/"],
    },
    Door {
        what: "println!",
        only_in: &[],
    },
];

/// What is wrong in a house in which one file holds this source.
fn wrong(name: &str, source: &str) -> Vec<String> {
    let mut house = vec![
        ("src/lib.rs", "mod model; mod text; pub use model::Entry;"),
        ("src/model.rs", "pub struct Entry;"),
        ("src/text/mod.rs", "mod fold;"),
        ("src/text/fold.rs", ""),
        ("src/text/near.rs", ""),
        ("src/main.rs", "mod cli;"),
        ("src/cli/mod.rs", "mod args;"),
        ("src/cli/args.rs", ""),
    ];
    house.retain(|(other, _)| *other != name);
    house.push((name, source));
    let files: Vec<File> = house
        .iter()
        .map(|(name, source)| File::new(name, source))
        .collect();
    violations(&files, ROOMS, DOORS)
}

#[test]
fn a_room_that_may_not_be_known_is_named_with_file_and_line() {
    for (source, expected) in [
        (
            "\nuse crate::model::Entry;",
            ":2: faq::text may not know faq::model (crate::model::Entry)",
        ),
        (
            "use crate::{\n  text::fold,\n  model::{Entry},\n};",
            ":3: faq::text may not know faq::model (crate::model::Entry)",
        ),
        (
            "use super::super::model;",
            ":1: faq::text may not know faq::model (super::super::model)",
        ),
        (
            "fn f() {\n  super::super::model::Entry;\n}",
            ":2: faq::text may not know faq::model (super::super::model::Entry)",
        ),
        (
            "mod tests {\n use super::super::super::model::*;\n}",
            ":2: faq::text may not know faq::model (super::super::super::model::*)",
        ),
        // By the name that the root gives it.
        (
            "use crate::Entry;",
            ":1: faq::text may not know faq::model (crate::Entry)",
        ),
    ] {
        assert_eq!(
            wrong("src/text/fold.rs", source),
            [format!("src/text/fold.rs{expected}")],
            "{source}"
        );
    }
}

#[test]
fn a_way_round_by_another_name_is_followed() {
    assert_eq!(
        wrong(
            "src/text/fold.rs",
            "use crate as root;\nfn f(_: root::model::Entry) {}"
        ),
        [
            "src/text/fold.rs:1: faq::text may not know faq (crate)",
            "src/text/fold.rs:2: faq::text may not know faq::model (root::model::Entry)"
        ]
    );
}

#[test]
fn tests_of_a_part_may_go_through_the_whole() {
    assert_eq!(
        wrong("src/text/fold.rs", "mod tests { use crate::Entry; }").len(),
        1
    );
    let program = "mod tests { use crate::cli::run; }";
    assert_eq!(wrong("src/cli/args.rs", program), [""; 0]);
    let program = "use crate::cli::run;";
    assert_eq!(
        wrong("src/cli/args.rs", program),
        ["src/cli/args.rs:1: main::cli::args may not know main::cli (crate::cli::run)"]
    );
}

#[test]
fn who_may_see_an_item_is_not_whom_it_knows() {
    let source = "pub(in crate::model) fn f() {}\npub(crate) use crate::model::Entry;";
    assert_eq!(
        wrong("src/text/fold.rs", source),
        ["src/text/fold.rs:2: faq::text may not know faq::model (crate::model::Entry)"]
    );
}

#[test]
fn the_program_and_the_library_are_told_apart() {
    assert_eq!(
        wrong("src/cli/mod.rs", "mod args;\nuse faq::Entry;"),
        ["src/cli/mod.rs:2: main::cli may not know faq (faq::Entry)"]
    );
    assert_eq!(
        wrong("src/main.rs", "mod cli;\nfn main() { cli::args::run() }"),
        ["src/main.rs:2: main may not know main::cli::args (cli::args::run)"]
    );
    assert_eq!(
        wrong("src/cli/args.rs", "use super::run;"),
        ["src/cli/args.rs:1: main::cli::args may not know main::cli (super::run)"]
    );
}

#[test]
fn a_door_is_open_to_its_files_only() {
    for (source, expected) in [
        (
            "use strsim::jaro;",
            ":1: strsim does not belong here (strsim::jaro)",
        ),
        ("use strsim;", ":1: strsim does not belong here (strsim)"),
        (
            "\nlet x = strsim::jaro();",
            ":2: strsim does not belong here (strsim::jaro)",
        ),
        (
            "fn f() { println!(\"x\") }",
            ":1: println! does not belong here (println!)",
        ),
        (
            "fn f() { std::println!(\"x\") }",
            ":1: println! does not belong here (std::println!)",
        ),
        (
            "use std::io::{self, Write};\nfn f() { io::stdout() }",
            ":2: std::io::stdout does not belong here (io::stdout)",
        ),
    ] {
        assert_eq!(
            wrong("src/model.rs", source),
            [format!("src/model.rs{expected}")],
            "{source}"
        );
    }
    assert_eq!(wrong("src/text/near.rs", "use strsim::jaro;"), [""; 0]);
    assert_eq!(
        wrong("src/cli/args.rs", "fn f() { std::io::stdout() }"),
        [""; 0]
    );
}

#[test]
fn what_is_allowed_is_left_alone() {
    for (name, source) in [
        (
            "src/text/fold.rs",
            "use super::near; use crate::text::near::f; use std::fmt;",
        ),
        (
            "src/text/fold.rs",
            "// use crate::model;\n/* crate::model::Entry */ fn f() { \"crate::model::Entry\" }",
        ),
        (
            "src/text/fold.rs",
            "/// See [`crate::model::Entry`].\nmod tests { use super::*; }",
        ),
        (
            "src/text/fold.rs",
            "enum Model {} use Model::*; fn f() { model::g(); }",
        ),
        (
            "src/cli/args.rs",
            "use faq::{Entry, model::X}; use crate::cli::args::Y;",
        ),
        ("src/main.rs", "mod cli; fn main() { cli::run(); }"),
    ] {
        assert_eq!(wrong(name, source), [""; 0], "{source}");
    }
}

#[test]
fn a_file_without_a_room_and_a_room_without_a_file_are_found() {
    assert_eq!(
        wrong("src/cache.rs", ""),
        ["src/cache.rs:1: no room in rules.rs holds it"]
    );
    let files = [File::new("src/lib.rs", "")];
    let rooms = &ROOMS[..2];
    assert_eq!(
        violations(&files, rooms, &[]),
        ["rules.rs: there is no room faq::model"]
    );
}
