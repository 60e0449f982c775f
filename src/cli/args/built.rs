//! What this build has, and which feature adds what it has not: the one place for all that is typed or told.

use super::{Args, Ask, Color, Command};

/// Each command in the order in which help names them, the feature that it takes, and whether that is here.
const COMMANDS: [(&str, &str, bool); 12] = [
    ("ask", "cli", true),
    ("list", "cli", true),
    ("show", "cli", true),
    ("init", "convert", cfg!(feature = "convert")),
    ("check", "cli", true),
    ("test", "cli", true),
    ("misses", "misses", cfg!(feature = "misses")),
    ("convert", "convert", cfg!(feature = "convert")),
    ("cache", "cache", cfg!(feature = "cache")),
    ("completions", "completions", cfg!(feature = "completions")),
    ("man", "man", cfg!(feature = "man")),
    ("help", "cli", true),
];

/// Beside `faq` and a command, what a line of help speaks of, and whether that is here.
const TOPICS: [(&str, bool); 13] = [
    ("--log-misses", cfg!(feature = "misses")),
    ("FAQ_MISSES", cfg!(feature = "misses")),
    ("FAQ_CACHE_DIR", cfg!(feature = "cache")),
    ("one question after another", cfg!(feature = "prompt")),
    ("opens a prompt", cfg!(feature = "prompt")),
    ("COLUMNS", cfg!(feature = "terminal")),
    ("NO_COLOR", cfg!(feature = "terminal")),
    ("when to use colour", cfg!(feature = "terminal")),
    ("README.md", cfg!(feature = "markdown")),
    ("  markdown  ", cfg!(feature = "markdown")),
    ("  csv, tsv  ", cfg!(feature = "tables")),
    ("  json-ld  ", cfg!(feature = "html")),
    ("  html  ", cfg!(feature = "html")),
];

/// What a line of help says besides, and whether that is so here.
const ASIDES: [(&str, bool); 2] = [
    ("; a prompt that was left", cfg!(feature = "prompt")),
    (", and kept by faq convert", cfg!(feature = "convert")),
];

impl Args {
    /// An option that was typed and that this build cannot heed, with the feature that it takes.
    pub(in crate::cli) fn unheeded(&self) -> Option<(&'static str, &'static str)> {
        let logs = matches!(
            &self.command,
            Command::Ask(Ask {
                log_misses: Some(_),
                ..
            })
        );
        if logs && !cfg!(feature = "misses") {
            return Some(("--log-misses", "misses"));
        }
        let colors = self.common.color == Color::Always && !cfg!(feature = "terminal");
        colors.then_some(("--color always", "terminal"))
    }
}

/// The commands that there are.
pub(in crate::cli) fn commands() -> impl Iterator<Item = &'static str> + Clone {
    let here = COMMANDS.iter().filter(|(_, _, is_here)| *is_here);
    here.map(|(name, _, _)| *name)
}

/// The feature that a command takes, where this build has not got it.
pub(in crate::cli) fn feature_of(command: &str) -> Option<&'static str> {
    let mut missing = COMMANDS.iter().filter(|(_, _, is_here)| !is_here);
    let found = missing.find(|(name, _, _)| *name == command);
    found.map(|(_, feature, _)| *feature)
}

/// A text of help, without the lines that speak of what is not here.
pub(in crate::cli) fn told(text: &'static str) -> String {
    if cfg!(feature = "default") {
        return text.to_owned();
    }
    let mut told = text.to_owned();
    for (aside, _) in ASIDES.iter().filter(|(_, is_here)| !is_here) {
        told = told.replace(aside, "");
    }
    let kept: String = told
        .split_inclusive('\n')
        .filter(|line| is_here(line.trim_end()))
        .collect();
    kept
}

fn is_here(line: &str) -> bool {
    let speaks_of = |command: &str| {
        let words = [" ", ":", ".", ",", ""].map(|end| format!("faq {command}{end}"));
        let (last, others) = (&words[4], &words[..4]);
        others.iter().any(|words| line.contains(words)) || line.ends_with(last)
    };
    let is_prompt = line.trim() == "faq ask";
    (cfg!(feature = "prompt") || !is_prompt)
        && !COMMANDS
            .iter()
            .any(|(name, _, is_here)| !is_here && speaks_of(name))
        && !TOPICS
            .iter()
            .any(|(topic, is_here)| !is_here && line.contains(topic))
}
