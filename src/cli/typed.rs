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
