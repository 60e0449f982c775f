//! What may stand at the end of a command line: for the scripts of `faq completions`, which ask the program itself.
//!
//! An answer is lines of text: `values`, `files` or `nothing`, then for `values` one candidate a line, each with a TAB
//! and what it means after it, and for `files` what stands before the file's name in the same word.

mod line;
mod place;
mod values;

use clap::{Arg, ValueHint};

use super::args::{Args, Shell};
use line::Line;
use place::{Expected, Place};

/// A word that fits, and what it means.
struct Candidate {
    word: String,
    meaning: String,
}

/// What fits after these words, the last of which is the one to complete.
pub(super) fn answer(shell: Shell, words: &[String]) -> String {
    let line = match shell {
        Shell::Bash => Line::of_bash(words),
        Shell::Zsh | Shell::Fish => Line::of_words(words),
        Shell::Powershell => Line::of_marked(words),
    };
    let description = Args::description();
    let place = Place::find(&description, &line.before, &line.word);
    let candidates = match &place.expected {
        Expected::Command => values::commands(place.command),
        Expected::Option => values::options(place.command),
        Expected::Nothing => Vec::new(),
        Expected::Value(argument) => match values::of(argument, &place) {
            Some(candidates) => candidates,
            None if takes_path(argument) => return format!("files\n{}\n", place.prefix),
            None => Vec::new(),
        },
    };
    // Fish and zsh know better ways to match than by the beginning.
    let matches_itself = matches!(shell, Shell::Fish | Shell::Zsh);
    let mut lines = vec!["values".to_owned()];
    for candidate in candidates {
        let word = format!("{}{}", place.prefix, candidate.word);
        let fits = matches_itself || word.starts_with(&line.word);
        if let Some(word) = line.written(&word).filter(|_| fits) {
            lines.push(format!("{word}\t{}", candidate.meaning));
        }
    }
    if lines.len() == 1 {
        return "nothing\n".to_owned();
    }
    lines.join("\n") + "\n"
}

fn takes_path(argument: &Arg) -> bool {
    matches!(
        argument.get_value_hint(),
        ValueHint::AnyPath | ValueHint::FilePath | ValueHint::DirPath
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fits(words: &[&str]) -> Vec<String> {
        let words: Vec<String> = words.iter().map(|&word| word.to_owned()).collect();
        let answer = answer(Shell::Fish, &words);
        let first = |line: &str| line.split('\t').next().unwrap().to_owned();
        answer.lines().map(first).collect()
    }

    #[test]
    fn what_fits_depends_on_the_words_before() {
        for (words, kind, contains) in [
            (&[""][..], "values", Some("ask")),
            (&["--builtin", ""], "values", Some("show")),
            (&["-"], "values", Some("--file")),
            (&["ask", "--"], "values", Some("--threshold")),
            (&["ask", ""], "nothing", None),
            (&["ask", "--", "-"], "nothing", None),
            (&["list", "--color", ""], "values", Some("never")),
            (&["list", "--color="], "values", Some("--color=never")),
            (&["convert", "--to", ""], "values", Some("markdown")),
            (&["help", ""], "values", Some("format")),
            (&["completions", ""], "values", Some("fish")),
            (&["ask", "-f", ""], "files", None),
            (&["ask", "-af", ""], "files", None),
            (&["ask", "--file="], "files", Some("--file=")),
            (&["check", ""], "files", None),
            (&["check", "a.json", ""], "files", None),
            (&["test", "cases.tsv", ""], "nothing", None),
            (&["ask", "-t", ""], "nothing", None),
            (&["man", "--dir", ""], "files", None),
            (&["init", "-"], "values", Some("--force")),
            (&["show", "--builtin", ""], "values", Some("us-role")),
            (
                &["--builtin", "show", "us-role", ""],
                "values",
                Some("alliance"),
            ),
            (
                &["list", "--builtin", "--tag", ""],
                "values",
                Some("security"),
            ),
            (
                &["list", "--builtin", "--tag="],
                "values",
                Some("--tag=north-korea"),
            ),
            (&["show", "-f", "/nowhere/faq.json", ""], "nothing", None),
            (&["show", "-f", "-", ""], "nothing", None),
        ] {
            let answer = fits(words);
            assert_eq!(answer[0], kind, "{words:?}");
            if let Some(word) = contains {
                assert!(
                    answer.iter().any(|line| line == word),
                    "{words:?}: {answer:?}"
                );
            }
        }
    }

    #[test]
    fn what_is_typed_already_or_hidden_does_not_fit() {
        assert!(!fits(&["show", "--builtin", "us-role", ""]).contains(&"us-role".to_owned()));
        assert!(!fits(&[""]).contains(&"__complete".to_owned()));
        assert!(!fits(&["init", "--"]).contains(&"--tag".to_owned()));
    }
}
