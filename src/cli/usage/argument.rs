//! Arguments as the parser names them: `--file <FILE>`, `<ID>...`.

use crate::cli::args::Args;

/// An option or argument by its name alone: `--file` of `--file <FILE>`, `ID` of `<ID>...`.
pub(super) fn bare(argument: &str) -> &str {
    let name = argument.split([' ', '=']).next().unwrap_or(argument);
    let name = name.strip_suffix('[').unwrap_or(name);
    if name.starts_with('-') {
        name
    } else {
        name.trim_matches(|c: char| !c.is_ascii_alphanumeric())
    }
}

/// What a value is called that does not fit: the value of an option, or one of a kind of word.
pub(super) fn called(argument: &str) -> String {
    let name = bare(argument);
    if name.starts_with('-') {
        format!("value for {name}")
    } else {
        name.to_owned()
    }
}

/// The names of an option on the command line, the long and the short one.
pub(super) fn names(argument: &str) -> Vec<String> {
    let long = bare(argument);
    let mut names = vec![long.to_owned()];
    let description = Args::description();
    let all = description.get_subcommands().chain([&description]);
    let mut options = all.flat_map(clap::Command::get_arguments);
    let found = options.find(|option| {
        option
            .get_long()
            .is_some_and(|name| long == format!("--{name}"))
    });
    names.extend(
        found
            .and_then(clap::Arg::get_short)
            .map(|short| format!("-{short}")),
    );
    names
}

/// A value that an argument takes, as its help calls it.
pub(super) fn example(argument: &str) -> &'static str {
    match bare(argument) {
        "--threshold" => return "0.75",
        "--output" | "--file" => return "faq.json",
        "--tag" => return "security",
        "--dir" => return ".",
        _ => {}
    }
    let value = argument.rsplit(' ').next().unwrap_or(argument);
    match value.trim_matches(|c: char| !c.is_ascii_alphanumeric()) {
        "P" => "0.9",
        "N" => "3",
        "ID" => "us-role",
        "CASES" => "cases.tsv",
        "SHELL" => "bash",
        _ => "misses.jsonl",
    }
}
