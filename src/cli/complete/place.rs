//! Where on a command line a word stands, and what is wanted there.

use std::env;
use std::path::PathBuf;

use clap::{Arg, Command};
use faq::Format;

/// The place of the last word.
pub(super) struct Place<'c> {
    /// The command that it belongs to.
    pub(super) command: &'c Command,
    pub(super) expected: Expected<'c>,
    /// What stands before the value in the same word, such as `--tag=`.
    pub(super) prefix: String,
    /// The words that are typed where this one is one more of them.
    pub(super) typed: Vec<String>,
    /// What was typed about the FAQ to use.
    pub(super) faq: Chosen,
}

/// What is wanted at a place.
pub(super) enum Expected<'c> {
    Command,
    Option,
    Value(&'c Arg),
    Nothing,
}

/// What was typed about the FAQ to use.
#[derive(Default)]
pub(super) struct Chosen {
    pub(super) files: Vec<PathBuf>,
    pub(super) builtin: bool,
    pub(super) format: Option<Format>,
    pub(super) tags: Vec<String>,
}

impl<'c> Place<'c> {
    /// The place after the words before.
    pub(super) fn find(description: &'c Command, before: &[String], word: &str) -> Self {
        let mut place = Self {
            command: description,
            expected: Expected::Nothing,
            prefix: String::new(),
            typed: Vec::new(),
            faq: Chosen::default(),
        };
        let mut awaits_value = None;
        let mut only_words = false;
        for word in before {
            if let Some(option) = awaits_value.take() {
                place.faq.note(option, word);
            } else if !only_words && word == "--" {
                only_words = true;
            } else if !only_words && word.starts_with('-') && word != "-" {
                awaits_value = place.option(word);
            } else if let Some(command) = place.command.find_subcommand(word) {
                place.command = command;
            } else {
                place.typed.push(word.clone());
            }
        }
        place.expected = match awaits_value {
            Some(option) => Expected::Value(option),
            None if only_words || !word.starts_with('-') => place.positional(),
            None => place.in_option(word),
        };
        place
    }

    /// Takes an option as it was typed, and returns it if its value is the next word.
    fn option(&mut self, word: &str) -> Option<&'c Arg> {
        if let Some(long) = word.strip_prefix("--") {
            let (name, value) = long
                .split_once('=')
                .map_or((long, None), |(name, value)| (name, Some(value)));
            let option = self.find_option(|option| option.get_long() == Some(name))?;
            return self.faq.take(option, value);
        }
        let letters = &word[1..];
        for (at, letter) in letters.char_indices() {
            let option = self.find_option(|option| option.get_short() == Some(letter))?;
            let rest = &letters[at + letter.len_utf8()..];
            if takes_next(option) {
                let value = rest.strip_prefix('=').unwrap_or(rest);
                return self.faq.take(option, (!value.is_empty()).then_some(value));
            }
            self.faq.take(option, None);
        }
        None
    }

    /// What is wanted in a word that begins with a hyphen.
    fn in_option(&mut self, word: &str) -> Expected<'c> {
        let Some((name, _)) = word
            .strip_prefix("--")
            .and_then(|long| long.split_once('='))
        else {
            return Expected::Option;
        };
        self.prefix = format!("--{name}=");
        self.find_option(|option| option.get_long() == Some(name))
            .filter(|option| option.get_action().takes_values())
            .map_or(Expected::Nothing, Expected::Value)
    }

    fn positional(&self) -> Expected<'c> {
        if self.command.has_subcommands() {
            return Expected::Command;
        }
        let mut positionals = self.command.get_positionals();
        let positional = positionals.next();
        // No command takes more than one kind.
        match positional {
            Some(positional) if takes_more(positional, self.typed.len()) => {
                Expected::Value(positional)
            }
            _ => Expected::Nothing,
        }
    }

    fn find_option(&self, is_it: impl Fn(&Arg) -> bool) -> Option<&'c Arg> {
        self.command.get_arguments().find(|option| is_it(option))
    }
}

impl Chosen {
    /// Takes an option with its value, and returns it if the value is the next word.
    fn take<'c>(&mut self, option: &'c Arg, value: Option<&str>) -> Option<&'c Arg> {
        if let Some(value) = value {
            self.note(option, value);
        } else if takes_next(option) {
            return Some(option);
        } else if option.get_id() == "builtin" {
            self.builtin = true;
        }
        None
    }

    fn note(&mut self, option: &Arg, value: &str) {
        match option.get_id().as_str() {
            "file" => self.files.push(from_home(value)),
            "format" => self.format = value.parse().ok(),
            "tag" => self.tags.push(value.to_owned()),
            _ => {}
        }
    }
}

/// Whether the next word is the value of an option: not where it may stand only after an equals sign.
fn takes_next(option: &Arg) -> bool {
    option.get_action().takes_values() && !option.is_require_equals_set()
}

fn takes_more(positional: &Arg, typed: usize) -> bool {
    let most = positional
        .get_num_args()
        .map_or(1, |number| number.max_values());
    typed < most || matches!(positional.get_action(), clap::ArgAction::Append)
}

/// The shell has not yet replaced the sign for the home folder in a word that is being typed.
fn from_home(path: &str) -> PathBuf {
    match (path.strip_prefix("~/"), home()) {
        (Some(rest), Some(home)) => home.join(rest),
        _ => path.into(),
    }
}

/// As shells know it. The standard library would ask the system's list of users as well, which in a statically linked
/// program is 80 kB, and needs the shared C library after all.
fn home() -> Option<PathBuf> {
    let variable = if cfg!(windows) { "USERPROFILE" } else { "HOME" };
    let home = env::var_os(variable).filter(|home| !home.is_empty());
    home.map(PathBuf::from)
}
