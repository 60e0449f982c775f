//! Text reaches a terminal through one door: no printer writes what the sanitiser has not made.

use super::rules::{MAY_WRITE, WRITERS};
use super::tokens::{Token, tokens};

/// The places in a file of the program where something is written past the door, as `file:line: what`.
pub(crate) fn written_past_the_door(name: &str, source: &str) -> Vec<String> {
    let may = |part: &&str| name == *part || part.ends_with('/') && name.starts_with(*part);
    if !name.starts_with("src/cli/") || MAY_WRITE.iter().any(may) {
        return Vec::new();
    }
    let tokens = tokens(source);
    let mut found = Vec::new();
    for (at, (line, token)) in tokens.iter().enumerate() {
        let Token::Name(word) = token else { continue };
        let is_macro = matches!(tokens.get(at + 1), Some((_, Token::Other('!'))));
        let written = format!("{word}{}", if is_macro { "!" } else { "" });
        if WRITERS.contains(&written.as_str()) {
            found.push(format!(
                "{name}:{line}: {written} belongs into output::page"
            ));
        }
    }
    found
}

#[test]
fn what_is_written_past_the_door_is_found() {
    for (name, source, found) in [
        (
            "src/cli/output/human.rs",
            "fn f() {\n writeln!(out, \"{x}\")?;\n}",
            true,
        ),
        (
            "src/cli/mod.rs",
            "fn f() { std::write!(io::stderr(), \"a\") }",
            true,
        ),
        (
            "src/cli/commands/a.rs",
            "fn f() { out.write_all(text) }",
            true,
        ),
        (
            "src/cli/commands/a.rs",
            "fn f() { out.line(&[&text]) /* writeln! */ }",
            false,
        ),
        (
            "src/cli/output/page.rs",
            "fn f() { out.write_all(text) }",
            false,
        ),
        (
            "src/cli/file/mod.rs",
            "fn f() { out.write_all(text) }",
            false,
        ),
        ("src/format/mod.rs", "fn f() { out.write_all(text) }", false),
    ] {
        assert_eq!(
            !written_past_the_door(name, source).is_empty(),
            found,
            "{name}: {source}"
        );
    }
}
