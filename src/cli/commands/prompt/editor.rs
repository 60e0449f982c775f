//! Lines as somebody types them: edited at a terminal that can do so, or else taken as they are.
//!
//! The only door to `rustyline`. What it echoes is clean: a pasted control character never reaches the terminal.

use std::borrow::Cow;
use std::cell::Cell;
use std::io::{self, IsTerminal, StdinLock};
use std::sync::Arc;

use rustyline::completion::{Completer, Pair};
use rustyline::config::{Behavior, ColorMode, CompletionType, Config};
use rustyline::error::ReadlineError;
use rustyline::highlight::{CmdKind, Highlighter};
use rustyline::hint::Hinter;
use rustyline::history::MemHistory;
use rustyline::validate::Validator;
use rustyline::{Context, Editor, Helper};

use crate::cli::commands::batch::{Line, Questions};
use crate::cli::error::Error;
use crate::cli::output::sanitize::{Clean, is_unsafe};
use crate::cli::output::{prompt, style};
use crate::cli::screen;
use crate::cli::signal::Setup;

use super::complete::Completion;

/// What stands before each line.
const PROMPT: &str = "faq> ";

/// How many lines are kept to be brought back; they are forgotten at the end.
const HISTORY: usize = 1_000;

/// What came of waiting for a line.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Typed {
    Line(String),
    /// Ctrl-C while there was something on the line.
    Cleared,
    /// A line that is not UTF-8.
    NotText,
    /// Ctrl-C on an empty line.
    Interrupted,
    /// Ctrl-D, or a terminal that is gone.
    End,
}

/// What Tab makes of what was typed.
pub(super) type Complete<'c> = dyn Fn(&str) -> Option<Completion> + 'c;

/// Where lines come from.
pub(super) enum Lines<'c> {
    Edited(Box<Editor<Assistant<'c>, MemHistory>>, Arc<Setup>),
    Plain(Questions<StdinLock<'static>>),
}

impl<'c> Lines<'c> {
    /// Gets ready to edit lines, with `complete` for Tab; says in `setup` when that sets up the terminal.
    pub(super) fn new(complete: Box<Complete<'c>>, setup: Arc<Setup>) -> Self {
        let editor = screen::can_edit()
            .then(|| editor(complete, Arc::clone(&setup)))
            .flatten();
        editor.map_or_else(
            || Self::Plain(Questions::new(io::stdin().lock())),
            |editor| Self::Edited(Box::new(editor), setup),
        )
    }

    /// Whether there is more to editing than the terminal itself does.
    pub(super) fn are_edited(&self) -> bool {
        matches!(self, Self::Edited(..))
    }

    /// Waits for the next line.
    pub(super) fn next(&mut self) -> Result<Typed, Error> {
        match self {
            Self::Edited(editor, setup) => edited(editor, setup),
            Self::Plain(lines) => plain(lines),
        }
    }
}

/// An editor, unless there is no terminal to show the line at.
fn editor(
    complete: Box<Complete<'_>>,
    setup: Arc<Setup>,
) -> Option<Editor<Assistant<'_>, MemHistory>> {
    // When answers go to a file, the line is still shown.
    let behavior = if io::stdout().is_terminal() {
        Behavior::Stdio
    } else {
        Behavior::PreferTerm
    };
    let config = Config::builder()
        .behavior(behavior)
        .completion_type(CompletionType::List)
        .completion_show_all_if_ambiguous(true)
        // There are never more choices than fit.
        .completion_prompt_limit(usize::MAX)
        .max_history_size(HISTORY)
        .ok()?
        // The echo goes through the assistant, and style is decided elsewhere.
        .color_mode(ColorMode::Forced)
        .build();
    let history = MemHistory::with_config(&config);
    let mut editor = Editor::with_history(config, history).ok()?;
    editor.set_helper(Some(Assistant {
        complete,
        prompt: style::prompt(PROMPT),
        holds_text: Cell::new(false),
        setup,
    }));
    editor.dimensions().is_some().then_some(editor)
}

fn edited(editor: &mut Editor<Assistant<'_>, MemHistory>, setup: &Setup) -> Result<Typed, Error> {
    setup.begin();
    let line = editor.readline(PROMPT);
    // Where it failed before the prompt.
    setup.end();
    match line {
        Ok(line) => {
            if !line.trim().is_empty() {
                // A line that cannot be brought back was still read.
                let _ = editor.add_history_entry(&line);
            }
            Ok(Typed::Line(line))
        }
        Err(ReadlineError::Eof) => Ok(Typed::End),
        Err(ReadlineError::Interrupted) => {
            let held_text = editor
                .helper()
                .is_some_and(|assistant| assistant.holds_text.get());
            Ok(if held_text {
                Typed::Cleared
            } else {
                Typed::Interrupted
            })
        }
        // The window changed its size at a moment that the editor did not expect.
        Err(ReadlineError::Signal(_)) => Ok(Typed::Cleared),
        Err(ReadlineError::Io(error)) if error.kind() == io::ErrorKind::InvalidData => {
            Ok(Typed::NotText)
        }
        Err(ReadlineError::Io(error)) => Err(Error::Input(error)),
        Err(error) => Err(Error::Input(io::Error::other(error.to_string()))),
    }
}

fn plain(lines: &mut Questions<StdinLock<'static>>) -> Result<Typed, Error> {
    // Whoever cannot see the prompt may still type.
    let mut screen = super::screen();
    let _ = screen.whole(&Clean::verbatim(PROMPT));
    match lines.line() {
        Ok(Some(Line::Text(line))) => Ok(Typed::Line(line)),
        Ok(Some(Line::Unread(unread))) => Ok(match unread.error {
            Error::InputEncoding { .. } => Typed::NotText,
            error => return Err(error),
        }),
        Ok(None) => {
            let _ = screen.blank();
            Ok(Typed::End)
        }
        Err(error) => Err(error),
    }
}

/// Helps with the line while it is typed.
pub(super) struct Assistant<'c> {
    complete: Box<Complete<'c>>,
    prompt: String,
    /// Whether anything is on the line: the editor tells of Ctrl-C, but not of what it cleared.
    holds_text: Cell<bool>,
    setup: Arc<Setup>,
}

impl Helper for Assistant<'_> {}

impl Validator for Assistant<'_> {}

impl Hinter for Assistant<'_> {
    type Hint = String;

    /// Gives no hints, but is told of each change.
    fn hint(&self, line: &str, _cursor: usize, _: &Context<'_>) -> Option<String> {
        self.holds_text.set(!line.is_empty());
        None
    }
}

impl Highlighter for Assistant<'_> {
    /// Leaves out what a terminal would act on; the editor reckons that such characters take no room.
    fn highlight<'l>(&self, line: &'l str, _cursor: usize) -> Cow<'l, str> {
        let acts = |c: char| is_unsafe(c) && c != '\n' && c != '\t';
        if line.contains(acts) {
            Cow::Owned(line.replace(acts, ""))
        } else {
            Cow::Borrowed(line)
        }
    }

    fn highlight_char(&self, line: &str, _cursor: usize, _: CmdKind) -> bool {
        line.contains(is_unsafe)
    }

    fn highlight_prompt<'b, 's: 'b, 'p: 'b>(
        &'s self,
        prompt: &'p str,
        default: bool,
    ) -> Cow<'b, str> {
        // The prompt is shown when the terminal is set up.
        self.setup.end();
        // While history is searched another prompt stands there.
        Cow::Borrowed(if default { &self.prompt } else { prompt })
    }
}

impl Completer for Assistant<'_> {
    type Candidate = Pair;

    fn complete(
        &self,
        line: &str,
        cursor: usize,
        _: &Context<'_>,
    ) -> rustyline::Result<(usize, Vec<Pair>)> {
        let typed = line[..cursor].trim_start();
        let start = cursor - typed.len();
        // Only a beginning is completed: what stands behind the cursor was typed on purpose.
        if !line[cursor..].trim().is_empty() {
            return Ok((start, Vec::new()));
        }
        let Some(completion) = (self.complete)(typed) else {
            return Ok((start, Vec::new()));
        };
        // All of them would make the same of the line, so that the editor agrees how far it is certain.
        let pair = |display: String| Pair {
            display,
            replacement: completion.line.clone(),
        };
        let shown = prompt::choices(&completion.choices, completion.more, screen::widths().1);
        Ok((start, shown.into_iter().map(pair).collect()))
    }
}
