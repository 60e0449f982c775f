//! The README's own examples, run as they stand there.
//!
//! What is run: blocks marked `console`, line by line, with the program of this build, in an empty folder where the
//! built-in FAQ is the one that is found, and the block marked `tsv` is `cases.tsv`. What is not: blocks that say
//! `not run:` and why, as `tests/documents` has it, and lines that begin with any other program, such as `cargo`.
//! `TRYCMD=overwrite cargo test --test readme` writes the real output into the README.
#![allow(
    clippy::unwrap_used,
    reason = "a README that cannot be read is a failed test"
)]

use std::path::Path;
use std::{env, fs};

use trycmd::TestCases;
use trycmd::schema::Bin;

#[test]
fn the_examples_print_what_the_readme_says() {
    let readme = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let folder = tempfile::tempdir().unwrap();
    // In the package's own folder its faq.json would be found, and its path would stand in the output.
    env::set_current_dir(&folder).unwrap();
    fs::write("cases.tsv", cases_of(&fs::read_to_string(&readme).unwrap())).unwrap();
    let cases = TestCases::new();
    for variable in ["HOME", "XDG_CONFIG_HOME", "APPDATA"] {
        cases.env(variable, folder.path().to_string_lossy());
    }
    // Whoever runs the tests may have set these; empty is as good as not set.
    for variable in ["FAQ_FILE", "NO_COLOR", "CLICOLOR_FORCE"] {
        cases.env(variable, "");
    }
    cases
        .register_bin("faq", Path::new(env!("CARGO_BIN_EXE_faq")))
        .register_bin("cargo", Bin::Ignore)
        .case(readme)
        .run();
}

/// The labelled questions that the README shows.
fn cases_of(readme: &str) -> String {
    let block = readme.lines().skip_while(|line| *line != "```tsv").skip(1);
    let lines: Vec<&str> = block.take_while(|line| *line != "```").collect();
    let labelled = lines.iter().filter(|line| line.contains('\t')).count();
    assert!(labelled > 2, "the README's cases have lost their tabs");
    lines.join("\n")
}

#[test]
fn every_example_is_one_that_can_be_run() {
    let readme =
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).unwrap();
    let mut examples = 0;
    let mut block: Option<&str> = None;
    for (number, line) in (1..).zip(readme.lines()) {
        if let Some(language) = line.strip_prefix("```") {
            // A block without a language would be taken for examples.
            assert!(
                block.is_some() || !language.is_empty(),
                "README.md:{number}: say what language this is"
            );
            block = if block.is_some() {
                None
            } else {
                Some(language.trim())
            };
        } else if let (Some("console"), Some(command)) = (block, line.strip_prefix("$ ")) {
            // There is no shell that would understand them: they would become words of the question.
            assert!(
                !command.contains(['|', '<', '>']),
                "README.md:{number}: there is no shell here; say ```console not run: and why"
            );
            examples += usize::from(command.starts_with("faq "));
        }
    }
    assert!(examples > 0, "the README shows no example that is run");
}
