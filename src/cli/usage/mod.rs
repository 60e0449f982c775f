//! What the argument parser has to say: help as an answer, and mistakes with a command that would have worked.

mod argument;
mod line;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use faq::Format;

use super::args::{commands, feature_of};
use super::error::with_feature;
use super::typed;
use argument::{bare, called, example, names};
use line::Line;

/// A mistake in what was typed.
pub(super) struct Mistake {
    pub(super) message: String,
    /// What to type instead, or where to look.
    pub(super) mends: Vec<String>,
}

/// What is wrong with what was typed; none where help or a version was asked for, or nothing was typed at all.
pub(super) fn mistake(error: &clap::Error) -> Option<Mistake> {
    let line = Line::typed();
    let misuse = Misuse { error, line };
    Some(match error.kind() {
        ErrorKind::InvalidSubcommand => misuse.no_command(),
        ErrorKind::UnknownArgument => misuse.unknown(),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => misuse.value(),
        ErrorKind::TooManyValues => misuse.too_many(),
        ErrorKind::MissingRequiredArgument => misuse.missing(),
        ErrorKind::ArgumentConflict => misuse.conflict(),
        ErrorKind::InvalidUtf8 => Mistake::new(
            "an argument is not UTF-8",
            [
                "type it in UTF-8, or put questions into a file: faq ask - < questions.txt"
                    .to_owned(),
            ],
        ),
        _ => return None,
    })
}

impl Mistake {
    fn new(message: impl Into<String>, mends: impl IntoIterator<Item = String>) -> Self {
        Self {
            message: message.into(),
            mends: mends.into_iter().collect(),
        }
    }
}

/// What the parser could not make sense of, and the words that were typed.
struct Misuse<'e> {
    error: &'e clap::Error,
    line: Line,
}

impl Misuse<'_> {
    /// A word where a command is expected: a mistyped one, or a question.
    fn no_command(&self) -> Mistake {
        let typed = self.text(ContextKind::InvalidSubcommand);
        if let Some(feature) = feature_of(&typed) {
            let message = format!("this build of faq has no command {typed}");
            return Mistake::new(message, [with_feature(feature)]);
        }
        let command = self.line.command_before(&typed);
        if command != "faq" {
            // No question can stand in the place of what a command takes.
            let near = self.texts(ContextKind::SuggestedSubcommand).into_iter();
            let near =
                near.map(|name| format!("did you mean: {}", self.line.with(&[&typed], &[&name])));
            let all = format!("what {command} takes: {command} -h");
            let message = format!("{command} does not take \"{typed}\"");
            return Mistake::new(message, near.chain([all]));
        }
        let mut near = self.texts(ContextKind::SuggestedSubcommand);
        // Short words with two letters exchanged are not like enough for the parser; a question is like none.
        near.extend(
            commands()
                .filter(|name| same_letters(name, &typed))
                .map(ToString::to_string),
        );
        near.retain(|_| !typed.contains(char::is_whitespace));
        near.dedup();
        let near = near.iter();
        let mut mends: Vec<String> = near
            .map(|name| format!("did you mean: {}", self.line.with(&[&typed], &[name])))
            .collect();
        let question = self.line.with(&[&typed], &["ask", &typed]);
        mends.push(format!("to ask a question: {question}"));
        mends.push("all commands: faq -h".to_owned());
        Mistake::new(format!("there is no command \"{typed}\""), mends)
    }

    /// An option or a word that the command does not take.
    fn unknown(&self) -> Mistake {
        let typed = self.text(ContextKind::InvalidArg);
        let name = self.line.command_before(&typed);
        if !typed.starts_with('-') {
            let mend = self
                .line
                .equals()
                .unwrap_or_else(|| format!("what {name} takes: {name} -h"));
            return Mistake::new(format!("{name} does not take \"{typed}\""), [mend]);
        }
        let near = self.texts(ContextKind::SuggestedArg);
        let mut mends: Vec<String> = near
            .iter()
            .map(|option| format!("did you mean: {}", self.line.with(&[&typed], &[option])))
            .collect();
        if let Some(file) = self.line.with_file(&typed) {
            mends.push(format!("if it is a file: {file}"));
        } else if name == "faq ask"
            || near.is_empty() && matches!(name.as_str(), "faq list" | "faq show")
        {
            // Any word may be one of a question.
            let word = self.line.with(&[&typed], &["--", &typed]);
            mends.push(format!("if it is no option: {word}"));
        }
        mends.push(format!("all options: {name} --help"));
        Mistake::new(format!("there is no option {typed}"), mends)
    }

    /// A value that was forgotten, or that an option does not take.
    fn value(&self) -> Mistake {
        let argument = self.text(ContextKind::InvalidArg);
        let names = names(&argument);
        let typed = self.text(ContextKind::InvalidValue);
        let valid = self.texts(ContextKind::ValidValue);
        if let Some(feature) = missing_format(&argument, &typed) {
            let message = format!("this build of faq has no format {typed}");
            return Mistake::new(message, [with_feature(feature)]);
        }
        let suggested = self.texts(ContextKind::SuggestedValue);
        let likely = suggested.first().or(valid.first());
        let value = likely.map_or_else(|| example(&argument), String::as_str);
        let all = (!valid.is_empty()).then(|| format!("it is one of {}", valid.join(", ")));
        if typed.is_empty() {
            let mend = format!("for example: {}", self.line.with_value(&names, "", value));
            let message = format!("{} needs a value", bare(&argument));
            return Mistake::new(message, [mend].into_iter().chain(all));
        }
        let cause = std::error::Error::source(self.error).map(ToString::to_string);
        let cause = cause.map_or_else(String::new, |cause| format!(": {cause}"));
        let how = if suggested.is_empty() {
            "for example"
        } else {
            "did you mean"
        };
        let mend = format!("{how}: {}", self.line.with_value(&names, &typed, value));
        let message = format!("\"{typed}\" is no {}{cause}", called(&argument));
        Mistake::new(message, [mend].into_iter().chain(all))
    }

    /// A value for an option that takes none.
    fn too_many(&self) -> Mistake {
        let argument = self.text(ContextKind::InvalidArg);
        let option = bare(&argument);
        let typed = format!("{option}={}", self.text(ContextKind::InvalidValue));
        let mend = format!("leave it out: {}", self.line.with(&[&typed], &[option]));
        Mistake::new(format!("{option} takes no value"), [mend])
    }

    fn missing(&self) -> Mistake {
        let missing = self.texts(ContextKind::InvalidArg);
        let added: Vec<String> = missing
            .iter()
            .map(|argument| match bare(argument) {
                option if option == argument => option.to_owned(),
                option if option.starts_with('-') => format!("{option} {}", example(argument)),
                _ => example(argument).to_owned(),
            })
            .collect();
        let mend = typed::command_with(&added.join(" "));
        let mut mends = vec![format!("for example: {mend}")];
        let name = self.line.command_before("");
        if name == "faq show" {
            mends.push(format!("all ids: {}", typed::list("--ids")));
        }
        let what: Vec<&str> = missing.iter().map(|argument| bare(argument)).collect();
        let what = what.join(" and ");
        let message = if what.starts_with('-') {
            format!("{what} is needed as well")
        } else {
            format!("{name} needs {what}")
        };
        Mistake { message, mends }
    }

    fn conflict(&self) -> Mistake {
        let argument = self.text(ContextKind::InvalidArg);
        let others = self.texts(ContextKind::PriorArg);
        let (one, other) = (
            bare(&argument),
            others.first().map_or("another", |other| bare(other)),
        );
        if one == other {
            let name = self.line.command_before("");
            let mend = format!("give it once; all about it: {name} --help");
            return Mistake::new(format!("{one} is given more than once"), [mend]);
        }
        let mut mend = "leave out one of the two".to_owned();
        // An option with a value, or a word, is not so easily taken out.
        if argument == one && one.starts_with('-') {
            let names = names(&argument);
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            mend = format!("{mend}, as in: {}", self.line.with(&names, &[]));
        }
        Mistake::new(format!("{one} cannot be used with {other}"), [mend])
    }

    fn text(&self, kind: ContextKind) -> String {
        self.texts(kind).into_iter().next().unwrap_or_default()
    }

    fn texts(&self, kind: ContextKind) -> Vec<String> {
        match self.error.get(kind) {
            Some(ContextValue::String(text)) => vec![text.clone()],
            Some(ContextValue::Strings(texts)) => texts.clone(),
            _ => Vec::new(),
        }
    }
}

/// The feature that a format takes, where it was typed and this build has not got it.
fn missing_format(argument: &str, typed: &str) -> Option<&'static str> {
    let takes_format = ["--format", "--from", "--to"].contains(&bare(argument));
    let format: Format = typed.parse().ok().filter(|_| takes_format)?;
    format.feature().filter(|_| !format.is_built_in())
}

fn same_letters(one: &str, other: &str) -> bool {
    let sorted = |word: &str| {
        let mut letters: Vec<char> = word.chars().collect();
        letters.sort_unstable();
        letters
    };
    sorted(one) == sorted(other)
}
