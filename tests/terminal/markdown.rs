//! Markdown in answers: the same text at a terminal and in a pipe, style only at a terminal, raw in JSON.

use super::session::{Session, on_a_terminal, session, terminal};

/// An answer with something of everything.
const GUIDE: &str = r#"{"language": "en", "faqs": [
  {
    "id": "install",
    "question": "How do I install the tool on Linux?",
    "answer": "You need **Rust 1.88** or later, on *any* system:\n\n1. Get it.\n2. Run `cargo install --path .` in it:\n   ```sh\n   cargo install --path .\n   ```\n3. Read the [guide](https://tool.example/guide).\n   - [x] done\n\n> Old systems need ~~more~~ less.\n\n| System | Size |\n|:--|--:|\n| Debian | 3 MB |\n| 日本語 | 12 MB |\n\n# More\nC# is 5 * 3 * 2.\nsnake_case_name stays.",
    "related": ["update"]
  },
  {"id": "update", "question": "How do I update it?", "answer": "Run it *again*.\nThat is **all**."}
]}
"#;

/// The same as text.
const TEXT: &str = "You need Rust 1.88 or later, on any system:

1. Get it.
2. Run `cargo install --path .` in it:
       cargo install --path .
3. Read the guide (https://tool.example/guide).
   - [x] done

> Old systems need ~~more~~ less.

System |  Size
Debian |  3 MB
日本語 | 12 MB

More
C# is 5 * 3 * 2.
snake_case_name stays.
";

fn guide(session: Session) -> Session {
    session.file("faq.json", GUIDE)
}

#[test]
fn a_pipe_gets_the_text_without_the_marks() {
    guide(session())
        .run("ask install on Linux --related 0")
        .prints(&format!("How do I install the tool on Linux?\n\n{TEXT}"))
        .code(0);
    guide(session())
        .run("show install")
        .says(&format!(
            "How do I install the tool on Linux?\n\n{TEXT}\nId: install\n"
        ))
        .code(0);
    guide(session())
        .typed("how to update it\n")
        .run("ask - --related 0")
        .prints("> how to update it\nHow do I update it?\n\nRun it again.\nThat is all.\n")
        .code(0);
}

#[test]
fn an_answer_alone_is_the_same_text() {
    guide(session()).run("ask -a install on Linux").prints(TEXT);
    guide(session())
        .run("ask -a -0 update it")
        .prints("Run it again.\nThat is all.\0");
    guide(session())
        .typed("update it\nbake bread\n")
        .run("ask -a -")
        .prints("Run it again.\\nThat is all.\n\n");
}

#[test]
fn json_has_the_answer_as_it_is_written() {
    for line in ["ask --json update it", "show --json update"] {
        let answer = guide(session()).run(line).json("answer");
        assert_eq!(answer, "Run it *again*.\nThat is **all**.", "{line}");
    }
}

#[test]
fn a_terminal_gets_the_same_text_in_style() {
    let Some(session) = terminal() else { return };
    let said = guide(session.set("COLUMNS", "80"))
        .shell(&on_a_terminal("ask -f faq.json installing on linux"))
        .code(0);
    assert_eq!(
        said.stdout().replace("\r\n", "\n"),
        "\x1b[1mHow do I \x1b[0m\x1b[1;4minstall\x1b[0m\x1b[1m the tool on \x1b[0m\x1b[1;4mLinux\x1b[0m\x1b[1m?\x1b[0m

You need \x1b[1mRust 1.88\x1b[0m or later, on \x1b[3many\x1b[0m system:

1. Get it.
2. Run \x1b[2m`\x1b[0mcargo install --path .\x1b[2m`\x1b[0m in it:
       cargo install --path .
3. Read the guide (\x1b[4mhttps://tool.example/guide\x1b[0m).
   - [x] done

\x1b[2m> \x1b[0mOld systems need \x1b[2m~~\x1b[0m\x1b[9mmore\x1b[0m\x1b[2m~~\x1b[0m less.

\x1b[1mSystem\x1b[0m\x1b[2m | \x1b[0m \x1b[1mSize\x1b[0m
Debian\x1b[2m | \x1b[0m 3 MB
日本語\x1b[2m | \x1b[0m12 MB

\x1b[1mMore\x1b[0m
C# is 5 * 3 * 2.
snake_case_name stays.

\x1b[2mRelated:\x1b[0m
\x1b[2m  How do I update it?\x1b[0m
"
    );
}

#[test]
fn a_narrow_terminal_wraps_what_may_be_wrapped() {
    let Some(session) = terminal() else { return };
    let said = guide(session.set("COLUMNS", "24").set("NO_COLOR", "1"))
        .shell(&on_a_terminal(
            "ask -f faq.json install on linux --related 0",
        ))
        .code(0);
    assert_eq!(
        said.stdout().replace("\r\n", "\n"),
        "How do I install the
tool on Linux?

You need Rust 1.88 or
later, on any system:

1. Get it.
2. Run `cargo install
   --path .` in it:
       cargo install --path .
3. Read the guide
   (https://tool.example/guide).
   - [x] done

> Old systems need
> ~~more~~ less.

System |  Size
Debian |  3 MB
日本語 | 12 MB

More
C# is 5 * 3 * 2.
snake_case_name stays.
"
    );
}

#[test]
fn only_the_words_that_met_are_set_off_and_only_in_colour() {
    let shop = session();
    shop.run("ask --color always what part does america have in the summit")
        .says("\x1b[1mWhat \x1b[0m\x1b[1;4mrole\x1b[0m\x1b[1m does the \x1b[0m\x1b[1;4mU.S.\x1b[0m\x1b[1m play in these \x1b[0m\x1b[1;4mtalks\x1b[0m\x1b[1m?\x1b[0m\n")
        .code(0);
    shop.run("ask what part does america have in the summit")
        .says("What role does the U.S. play in these talks?\n")
        .never_says("\x1b")
        .code(0);
}
