//! What may be typed and what may not: help, mistakes of usage, and questions past all reason.

#[cfg(unix)]
use std::ffi::OsStr;

use super::session::session;

#[test]
fn an_empty_question_shows_one_that_works() {
    for question in ["", " ", "\t\n"] {
        session()
            .run_arguments(["ask", question])
            .fails("the question is empty")
            .hints("faq ask \"");
    }
}

#[test]
fn mistakes_of_usage_are_code_2_and_say_what_is_allowed() {
    for (line, message) in [
        ("", "Usage: faq"),
        ("what is this", "to ask a question: faq ask"),
        ("ask --threshold 1.1 q", "a number from 0 to 1"),
        ("ask --threshold=-0.1 q", "a number from 0 to 1"),
        ("ask -t NaN q", "a number from 0 to 1"),
        ("ask -t half q", "a number from 0 to 1"),
        ("ask --related -1 q", "from 0 on"),
        ("ask --related many q", "--related"),
        ("ask --top 0 q", "from 1 on"),
        ("ask --json --answer-only q", "cannot be used with"),
        ("ask --explain --answer-only q", "cannot be used with"),
        ("ask --null q", "--answer-only"),
        ("ask --jsn q", "--json"),
        ("list --ids --json", "cannot be used with"),
        ("show", "needs ID"),
        ("test", "needs CASES"),
        ("test cases -t 1.1", "a number from 0 to 1"),
        ("test cases --min-hit1 1.1", "a number from 0 to 1"),
        ("test cases --max-ece NaN", "a number from 0 to 1"),
        ("test cases --suggest-threshold=2", "a number from 0 to 1"),
        ("test cases --misses few", "from 0 on"),
        ("test cases --json --misses 3", "cannot be used with"),
        ("ask --log-misses", "--log-misses"),
        ("misses", "needs FILE"),
        ("misses log --min 0", "from 1 on"),
        ("misses log --limit few", "from 0 on"),
        ("misses log -t 1.1", "a number from 0 to 1"),
        ("list --color sometimes", "always"),
        ("list --file", "--file"),
    ] {
        session().run(line).fails(message);
    }
}

#[test]
fn short_help_fits_a_screen_and_has_three_examples() {
    let session = session().set("COLUMNS", "80");
    let commands = [
        "",
        "ask",
        "list",
        "show",
        "init",
        "check",
        "test",
        "misses",
        "convert",
        "cache",
        "completions",
        "man",
        "help",
    ];
    for command in commands {
        let said = session
            .run(&format!("{command} -h"))
            .without_hints()
            .code(0);
        let text = said.stdout();
        assert!(text.lines().count() <= 31, "{command}: {text}");
        assert!(
            text.lines().all(|line| line.chars().count() <= 80),
            "{command}: {text}"
        );
        let (_, examples) = text.split_once("\nExamples:\n").unwrap();
        assert_eq!(examples.lines().count(), 3, "{command}: {text}");
        let long = session
            .run(&format!("{command} --help"))
            .without_hints()
            .code(0);
        assert!(long.stdout().len() > text.len(), "{command}");
        if command != "help" {
            long.says("Exit codes:");
        }
    }
}

#[test]
fn a_command_without_a_faq_shows_no_option_that_tells_of_one() {
    let session = session();
    for command in ["init", "cache", "completions", "man", "help"] {
        let said = session.run(&format!("{command} --help"));
        let (options, _) = said
            .stdout()
            .split_once("\nExamples:")
            .map(|(options, rest)| (options.to_owned(), rest.len()))
            .unwrap();
        for option in ["--file", "--builtin", "--tag", "--no-cache", "--max-size"] {
            assert!(!options.contains(option), "{command}: {options}");
        }
    }
    session
        .run("list --help")
        .says("--no-cache")
        .says("--max-size");
}

#[test]
fn help_is_told_by_topic() {
    let session = session();
    for command in ["ask", "list", "init", "man", "help"] {
        let asked = session.run(&format!("{command} --help")).stdout();
        session
            .run(&format!("help {command}"))
            .prints(&asked)
            .code(0);
    }
    let whole = session.run("--help").stdout();
    session.run("help").prints(&whole).code(0);
    let format = session.run("help format").without_hints().code(0).stdout();
    for format_name in faq::Format::ALL {
        assert!(format.contains(format_name.name()), "{format_name}");
    }
    assert!(format.lines().all(|line| line.chars().count() <= 100));
    // What it shows is a FAQ.
    let json: String = format
        .lines()
        .skip_while(|line| *line != "  {")
        .take_while(|line| !line.starts_with("Of"))
        .collect();
    session
        .file("shown.json", json)
        .run("check --strict shown.json")
        .code(0);
}

#[test]
fn help_names_every_command_and_every_option_and_is_an_answer() {
    session()
        .run("--help")
        .says("ask ")
        .says("list ")
        .says("show ")
        .says("check ")
        .says("test ")
        .says("misses ")
        .says("convert ")
        .says("--file")
        .says("--builtin")
        .says("FAQ_FILE")
        .says("Exit codes")
        .without_hints()
        .code(0);
    let ask = session().run("ask --help").without_hints().code(0);
    for option in [
        "--json",
        "--answer-only",
        "--null",
        "--related",
        "--top",
        "--threshold",
        "--log-misses",
        "--tag",
        "--file",
        "--builtin",
        "--color",
    ] {
        assert!(ask.stdout().contains(option), "{option}");
    }
    let check = session().run("check --help").without_hints().code(0);
    check
        .says("--json")
        .says("--strict")
        .says("[PATH]")
        .says("Exit codes");
    session().run("list --help").says("--ids").code(0);
    session()
        .run("misses --help")
        .says("--limit")
        .says("--min")
        .says("jq")
        .without_hints()
        .code(0);
    session().run("show --help").says("<ID>").code(0);
    let test = session().run("test --help").without_hints().code(0);
    for option in [
        "--json",
        "--misses",
        "--threshold",
        "--suggest-threshold",
        "--min-hit1",
        "--min-mrr",
        "--min-answered",
        "--min-right",
        "--min-refused",
        "--min-auroc",
        "--max-ece",
        "--tag",
    ] {
        assert!(test.stdout().contains(option), "{option}");
    }
}

#[test]
fn the_version_is_that_of_the_package() {
    session()
        .run("--version")
        .prints(concat!("faq ", env!("CARGO_PKG_VERSION"), "\n"))
        .code(0);
}

#[test]
fn a_question_that_begins_with_a_hyphen_is_a_question_after_two() {
    session()
        .file(
            "faq.json",
            r#"[{"question": "-v means what?", "answer": "Verbose."}]"#,
        )
        .run("ask -a -- -v means what?")
        .prints("Verbose.\n")
        .code(0);
}

#[cfg(unix)]
#[test]
fn arguments_that_are_not_utf8_are_a_mistake_of_usage() {
    use std::os::unix::ffi::OsStrExt;
    let latin1 = OsStr::from_bytes(b"caf\xE9");
    for arguments in [
        vec![OsStr::new("ask"), latin1],
        vec![OsStr::new("show"), latin1],
        vec![OsStr::new("list"), latin1],
    ] {
        session().run_arguments(arguments).fails("UTF-8");
    }
    session().run_arguments([latin1]).fails("caf");
}

#[test]
fn a_question_of_megabytes_is_answered_or_refused() {
    // Ten megabytes of words, and one of marks on a single letter.
    let words = "xylophone ".repeat(1_000_000);
    let marks = "e".to_owned() + &"\u{301}".repeat(500_000);
    for question in [words.trim(), &marks] {
        let said = session().typed(question).run("ask --json").code(1);
        assert_eq!(said.json("query"), question);
        assert_eq!(said.json("status"), "none");
    }
}
