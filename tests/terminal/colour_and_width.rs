//! Colour is decided by option, variables and terminal, in this order; only a terminal wraps.

use super::session::{Said, on_a_terminal, session, terminal};

const ESCAPE: &str = "\u{1b}[";

fn asked(variables: &[(&str, &str)], option: &str) -> Said {
    variables
        .iter()
        .fold(session(), |session, (name, value)| session.set(name, value))
        .run(&format!("ask us role --top 2 {option}"))
        .without_hints()
        .code(0)
}

#[test]
fn a_pipe_gets_no_colour_by_itself() {
    for variables in [
        &[][..],
        &[("TERM", "xterm-256color"), ("COLORTERM", "truecolor")],
        &[("CLICOLOR", "1")],
        &[("NO_COLOR", "")],
    ] {
        asked(variables, "").never_says(ESCAPE);
    }
}

#[test]
fn the_option_wins_over_every_variable() {
    asked(&[("NO_COLOR", "1"), ("TERM", "dumb")], "--color always").says(ESCAPE);
    asked(&[("CLICOLOR_FORCE", "1")], "--color never").never_says(ESCAPE);
}

#[test]
fn auto_is_the_same_as_no_option() {
    asked(&[], "--color auto").never_says(ESCAPE);
    asked(&[("CLICOLOR_FORCE", "1")], "--color auto").says(ESCAPE);
}

#[test]
fn no_color_wins_over_force_unless_it_is_empty() {
    asked(&[("NO_COLOR", "1"), ("CLICOLOR_FORCE", "1")], "").never_says(ESCAPE);
    asked(&[("NO_COLOR", "0"), ("CLICOLOR_FORCE", "1")], "").never_says(ESCAPE);
    asked(&[("NO_COLOR", ""), ("CLICOLOR_FORCE", "1")], "").says(ESCAPE);
}

#[test]
fn force_wins_over_a_dumb_terminal_unless_it_is_0_or_empty() {
    asked(&[("CLICOLOR_FORCE", "1"), ("TERM", "dumb")], "").says(ESCAPE);
    asked(&[("CLICOLOR_FORCE", "1"), ("CLICOLOR", "0")], "").says(ESCAPE);
    asked(&[("CLICOLOR_FORCE", "0")], "").never_says(ESCAPE);
    asked(&[("CLICOLOR_FORCE", "")], "").never_says(ESCAPE);
}

#[test]
fn with_and_without_colour_the_text_is_the_same() {
    for command in [
        "ask us role --top 3",
        "ask us role --explain",
        "show us-role alliance",
        "list --ids",
        "test -",
    ] {
        let session = session().typed("us role\talliance\n");
        let coloured = session.run(&format!("{command} --color always")).stdout();
        let plain = session.run(&format!("{command} --color never")).stdout();
        assert!(!plain.is_empty() && !plain.contains(ESCAPE));
        assert_eq!(without_styles(&coloured), plain, "{command}");
    }
}

#[test]
fn scripts_get_no_colour_even_when_it_is_forced() {
    for command in [
        "ask us role --json",
        "ask us role -a",
        "list --ids",
        "show us-role --json",
        "test --json -",
    ] {
        session()
            .typed("us role\talliance\n")
            .run(&format!("{command} --color always"))
            .never_says(ESCAPE)
            .code(0);
    }
}

#[test]
fn stderr_stays_plain() {
    for line in [
        "ask how do I bake bread --color always",
        "ask -t 1 us role --color always",
        "show us-rolle --color always",
        "list -f missing.json --color always",
        "ask --jsn --color always",
        "--color always",
    ] {
        let said = session().set("CLICOLOR_FORCE", "1").run(line);
        assert_ne!(said.stderr(), "", "{line}");
        said.never_hints(ESCAPE);
    }
}

#[test]
fn help_is_plain_in_a_pipe() {
    session().run("--help").never_says(ESCAPE).code(0);
}

#[test]
fn a_pipe_is_never_wrapped_whatever_the_width() {
    let usual = session().run("ask us role").stdout();
    let longest = usual.lines().map(str::len).max();
    assert!(longest > Some(200), "{usual}");
    for columns in ["0", "1", "40", "abc", "-5", "99999999999999999999", ""] {
        session()
            .set("COLUMNS", columns)
            .run("ask us role")
            .prints(&usual)
            .code(0);
    }
}

#[test]
fn a_terminal_gets_colour_and_lines_of_its_width() {
    let Some(session) = terminal() else { return };
    let columns = session.set("COLUMNS", "40");
    let said = columns.shell(&on_a_terminal("ask us role")).code(0);
    let text = said.stdout().replace("\r\n", "\n");
    assert!(text.contains(ESCAPE), "{said:?}");
    let plain = without_styles(&text);
    let widest = plain.lines().map(|line| line.chars().count()).max();
    assert!(widest <= Some(40), "{plain}");
    // Only the breaks between words differ from what a pipe gets.
    let piped = columns.run("ask us role").stdout();
    let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert_eq!(words(&plain), words(&piped));
}

#[test]
fn figures_and_misses_fit_the_terminal() {
    let Some(session) = terminal() else { return };
    let columns = session
        .set("COLUMNS", "30")
        .file("cases", "us role\talliance\n");
    let line = "test cases --suggest-threshold=0";
    let said = columns.shell(&on_a_terminal(line)).code(0);
    let plain = without_styles(&said.stdout().replace("\r\n", "\n"));
    let widest = plain.lines().map(|line| line.chars().count()).max();
    assert!(widest <= Some(30), "{plain}");
    let piped = columns.run(line).stdout();
    let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert_eq!(words(&plain), words(&piped));
}

#[test]
fn an_explanation_fits_the_terminal() {
    for (columns, question) in [
        ("40", "whats the usa doing in theese talks"),
        ("36", "internationalisation of unpronounceabilities"),
        ("80", "whats the usa doing in theese talks"),
    ] {
        let Some(session) = terminal() else { return };
        let session = session.set("COLUMNS", columns);
        let line = format!("ask --explain {question}");
        let said = session.shell(&on_a_terminal(&line));
        let plain = without_styles(&said.stdout().replace("\r\n", "\n"));
        let widest = plain.lines().map(|line| line.chars().count()).max();
        assert!(widest <= columns.parse().ok(), "{plain}");
        let piped = session.run(&line).stdout();
        let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        // At a terminal, hints for standard error stand there as well.
        assert!(words(&plain).starts_with(&words(&piped)), "{plain}");
    }
}

#[test]
fn a_terminal_without_colour_or_a_sensible_width_is_usable() {
    for (name, value) in [("TERM", "dumb"), ("NO_COLOR", "1"), ("CLICOLOR", "0")] {
        let Some(session) = terminal() else { return };
        session
            .set(name, value)
            .shell(&on_a_terminal("ask us role"))
            .says("What role does the U.S. play in these talks?")
            .never_says(ESCAPE)
            .code(0);
    }
    for columns in ["0", "1", "abc", "99999999999999999999"] {
        let Some(session) = terminal() else { return };
        session
            .set("COLUMNS", columns)
            .shell(&on_a_terminal("ask us role"))
            .says("encourages")
            .code(0);
    }
}

#[test]
fn what_scripts_read_needs_a_question_at_a_terminal() {
    for line in ["ask --json", "ask -a", "ask -a -0"] {
        let Some(session) = terminal() else { return };
        session
            .shell(&on_a_terminal(line))
            .says("no question was asked")
            .says("faq ask \"")
            .code(2);
    }
}

fn without_styles(text: &str) -> String {
    let mut parts = text.split(ESCAPE);
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (style, rest) = part.split_once('m').unwrap();
        assert!(
            style.chars().all(|c| c.is_ascii_digit() || c == ';'),
            "{style:?} is more than a style"
        );
        plain.push_str(rest);
    }
    plain
}
