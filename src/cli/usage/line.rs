//! The command line that was typed, with something else in place of a mistake.

use std::path::Path;

use crate::cli::args::commands;
use crate::cli::typed::{self, command};

/// The words after the program's name.
pub(super) struct Line(Vec<String>);

impl Line {
    pub(super) fn typed() -> Self {
        Self(typed::words())
    }

    /// The one option whose value has to stand after an equals sign, where it does not.
    pub(super) fn equals(&self) -> Option<String> {
        const OPTION: &str = "--suggest-threshold";
        let at = self.0.iter().position(|word| word == OPTION)?;
        let value = self
            .0
            .get(at + 1)
            .filter(|value| value.parse::<f64>().is_ok())?;
        let mut words = self.0.clone();
        words.splice(at..at + 2, [format!("{OPTION}={value}")]);
        Some(format!(
            "its value stands after an equals sign: {}",
            command(&words)
        ))
    }

    /// The command line with other words in place of one that goes by these names.
    pub(super) fn with(&self, names: &[&str], others: &[&str]) -> String {
        let mut words = self.0.clone();
        let at = words
            .iter()
            .position(|word| names.iter().any(|name| is_called(word, name)));
        let Some(at) = at else {
            words.extend(others.iter().map(|&other| other.to_owned()));
            return command(&words);
        };
        // What stood after an equals sign stays there.
        let value = words[at]
            .split_once('=')
            .filter(|_| !names.contains(&words[at].as_str()))
            .map(|(_, value)| value.to_owned());
        words.splice(at..=at, others.iter().map(|&other| other.to_owned()));
        if let (Some(value), Some(last)) = (value, others.last()) {
            words[at + others.len() - 1] = format!("{last}={value}");
        }
        command(&words)
    }

    /// The command line with another value for an option, or for a word.
    pub(super) fn with_value(&self, names: &[String], typed: &str, value: &str) -> String {
        let mut words = self.0.clone();
        let is_option = |word: &String| names.contains(word);
        if let Some(at) = words.iter().position(is_option) {
            let old = usize::from(
                words
                    .get(at + 1)
                    .is_some_and(|word| !typed.is_empty() && word == typed),
            );
            words.splice(at + 1..at + 1 + old, [value.to_owned()]);
            return command(&words);
        }
        for word in &mut words {
            let glued = names.iter().find(|name| {
                let rest = word.strip_prefix(name.as_str());
                rest.is_some_and(|rest| rest.strip_prefix('=').unwrap_or(rest) == typed)
            });
            if let Some(name) = glued {
                let between = if name.starts_with("--") { "=" } else { "" };
                *word = format!("{name}{between}{value}");
            } else if word == typed {
                value.clone_into(word);
            }
        }
        command(&words)
    }

    /// The command line where a file whose name begins with a hyphen cannot be taken for an option, if there is one.
    pub(super) fn with_file(&self, option: &str) -> Option<String> {
        let is_file = |word: &String| word.starts_with(option) && Path::new(word).exists();
        let at = self.0.iter().position(is_file)?;
        let mut words = self.0.clone();
        words[at].insert_str(0, "./");
        Some(command(&words))
    }

    /// The command that was typed before a word, as far as there is one.
    pub(super) fn command_before(&self, word: &str) -> String {
        let mut before = self.0.iter().take_while(|typed| *typed != word);
        let name = before.find(|word| commands().any(|name| name == *word));
        name.map_or_else(|| "faq".to_owned(), |name| format!("faq {name}"))
    }
}

/// Whether a word is an option of this name, with its value or without, or this word.
fn is_called(word: &str, name: &str) -> bool {
    let rest = word.strip_prefix(name);
    rest.is_some_and(|rest| rest.is_empty() || name.starts_with("--") && rest.starts_with('='))
}
