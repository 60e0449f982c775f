//! The command line as it was typed, to be shown again: as a shell would take it.

use std::env;

/// The words after the program's name.
pub(super) fn words() -> Vec<String> {
    env::args_os()
        .skip(1)
        .map(|word| word.to_string_lossy().into_owned())
        .collect()
}

/// The whole command with one word in place of another.
pub(super) fn command_instead(word: &str, other: &str) -> String {
    let mut words = words();
    for typed in words.iter_mut().filter(|typed| *typed == word) {
        other.clone_into(typed);
    }
    command(&words)
}

/// The whole command with an option that was missing.
pub(super) fn command_with(option: &str) -> String {
    with(&words(), option)
}

fn with(words: &[String], option: &str) -> String {
    // After two hyphens nothing is an option any more.
    let end = words.iter().position(|word| word == "--");
    let (before, after) = words.split_at(end.unwrap_or(words.len()));
    let mut command = vec!["faq".to_owned()];
    command.extend(before.iter().map(|word| quoted(word)));
    command.push(option.to_owned());
    command.extend(after.iter().map(|word| quoted(word)));
    command.join(" ")
}

/// A command of the program with these words.
pub(super) fn command(words: &[String]) -> String {
    let words: Vec<String> = words.iter().map(|word| quoted(word)).collect();
    format!("faq {}", words.join(" "))
}

/// The command `faq list` on the FAQ that the command line names, with one more option.
pub(super) fn list(option: &str) -> String {
    let mut command = vec!["list".to_owned()];
    command.extend((!option.is_empty()).then(|| option.to_owned()));
    command.extend(which_faq(&words()));
    self::command(&command)
}

/// The words that tell which FAQ is used.
fn which_faq(words: &[String]) -> Vec<String> {
    const WITH_VALUE: [&str; 3] = ["-f", "--file", "--format"];
    let mut found = Vec::new();
    let mut words = words.iter().take_while(|word| *word != "--");
    while let Some(word) = words.next() {
        if WITH_VALUE.contains(&word.as_str()) {
            found.push(word.clone());
            found.extend(words.next().cloned());
        } else if word == "--builtin" || WITH_VALUE.iter().any(|name| is_glued(word, name)) {
            found.push(word.clone());
        }
    }
    found
}

/// Whether a word is an option of this name and its value.
fn is_glued(word: &str, name: &str) -> bool {
    let rest = word.strip_prefix(name);
    rest.is_some_and(|rest| rest.starts_with('=') || !name.starts_with("--") && !rest.is_empty())
}

/// A word in quotes, where a shell would not take it as it is.
pub(super) fn quoted(word: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || "-_./=:,+@%".contains(c);
    if !word.is_empty() && word.chars().all(plain) {
        word.to_owned()
    } else {
        format!("'{}'", word.replace('\'', r"'\''"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_faq_of_the_command_line_is_told() {
        for (line, expected) in [
            ("ask why", ""),
            ("ask -f a.md why --file b.md", "-f a.md --file b.md"),
            (
                "ask -fa.md --file=b.md --format md why",
                "-fa.md --file=b.md --format md",
            ),
            ("--builtin ask --filed why -t 0.9 -- -f x", "--builtin"),
            ("ask -f", "-f"),
        ] {
            let words: Vec<String> = line.split(' ').map(str::to_owned).collect();
            assert_eq!(which_faq(&words).join(" "), expected, "{line}");
        }
    }

    #[test]
    fn a_shell_would_take_the_command_as_it_was_typed() {
        for (words, expected) in [
            (
                &["convert", "a.md", "-o", "b.json"][..],
                "faq convert a.md -o b.json -x",
            ),
            (
                &["convert", "-o", "b c.json", "--", "-a"],
                "faq convert -o 'b c.json' -x -- -a",
            ),
            (&["convert", "it's", ""], r"faq convert 'it'\''s' '' -x"),
            (&["convert", "$HOME"], "faq convert '$HOME' -x"),
        ] {
            let words: Vec<String> = words.iter().map(|&word| word.to_owned()).collect();
            assert_eq!(with(&words, "-x"), expected);
        }
    }
}
