//! What was meant: which FAQ, in colour or not, how wide. Each is decided once, here.

mod color;
mod folders;
pub(super) mod origin;
pub(super) mod streams;

pub(super) use origin::Origin;
pub(super) use streams::is_standard_input;

use std::env;
use std::ffi::OsString;
use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};

use faq::Format;
use faq::limits::{FILE_SIZE, Size};

use super::args::{Args, Common};
use super::error::Error;
use super::screen;
use color::use_color;
use folders::cache_folder;
use origin::origin;

/// Everything that holds for any command.
#[derive(Debug)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is something of its own that a terminal has or has not"
)]
pub(super) struct Settings {
    pub(super) origin: Origin,
    /// The format of the FAQ, where it was said.
    pub(super) format: Option<Format>,
    pub(super) tags: Vec<String>,
    /// The most bytes that are read.
    pub(super) max_size: u64,
    /// The most bytes of memory that a FAQ may take, where it was said.
    pub(super) max_memory: Option<u64>,
    /// Where indexes of big FAQs are kept; nowhere where that is not wanted or there is no place.
    pub(super) cache: Option<PathBuf>,
    pub(super) color: bool,
    /// The columns to wrap at; none where text is not wrapped.
    pub(super) width: Option<usize>,
    /// The same for hints on standard error.
    pub(super) hint_width: Option<usize>,
    /// Whether standard output is a terminal.
    pub(super) terminal: bool,
    /// Whether standard error is a terminal on which a line can be drawn over.
    pub(super) progress: bool,
    /// Whether standard output and standard error are terminals: somebody is looking, and nothing else reads.
    watched: bool,
}

impl Settings {
    pub(super) fn new(args: &Args) -> Result<Self, Error> {
        refuse_unused(args)?;
        if let Some((what, feature)) = args.unheeded() {
            return Err(Error::NotBuiltIn { what, feature });
        }
        let terminal = io::stdout().is_terminal();
        let error_terminal = io::stderr().is_terminal();
        let (width, hint_width) = screen::widths();
        Ok(Self {
            origin: origin(args)?,
            format: format(args)?,
            tags: args.common.tag.clone(),
            max_size: args.common.max_size.map_or(FILE_SIZE, |size| size.0),
            max_memory: max_memory(env::var_os("FAQ_MAX_MEMORY"))?,
            cache: cache_folder(|name| env::var_os(name)).filter(|_| !args.common.no_cache),
            color: use_color(args.common.color, |name| env::var_os(name), terminal),
            width,
            hint_width,
            terminal,
            progress: error_terminal && env::var_os("TERM").is_none_or(|term| term != "dumb"),
            watched: terminal && error_terminal,
        })
    }

    /// What is needed to read a FAQ for nobody to see.
    pub(super) fn unseen(origin: Origin, format: Option<Format>) -> Self {
        Self {
            origin,
            format,
            tags: Vec::new(),
            max_size: FILE_SIZE,
            max_memory: None,
            cache: None,
            color: false,
            width: None,
            hint_width: None,
            terminal: false,
            progress: false,
            watched: false,
        }
    }

    /// The FAQ that was found from the working directory upward, where a person may want to know that.
    pub(super) fn found_here(&self) -> Option<&Path> {
        match &self.origin {
            Origin::Found(file) if self.watched => Some(file),
            _ => None,
        }
    }

    /// Whether the FAQ itself is read from standard input.
    pub(super) fn reads_standard_input(&self) -> bool {
        matches!(&self.origin, Origin::Named(files) if files.iter().any(|file| is_standard_input(file)))
    }
}

/// The file that questions without an answer are appended to: as the option says, or else the variable `FAQ_MISSES`.
pub(super) fn miss_log(named: Option<&Path>) -> Option<PathBuf> {
    let variable = || not_empty(env::var_os("FAQ_MISSES")).map(PathBuf::from);
    named.map(Path::to_owned).or_else(variable)
}

/// A command that uses no FAQ takes no option that says which.
fn refuse_unused(args: &Args) -> Result<(), Error> {
    let Some(command) = args.without_faq() else {
        return Ok(());
    };
    let writes = args.writes();
    let option = match &args.common {
        Common { file, .. } if !file.is_empty() => "--file",
        Common { builtin: true, .. } => "--builtin",
        Common { tag, .. } if !tag.is_empty() => "--tag",
        Common { format, .. } if format.is_some() && !writes => "--format",
        _ => return Ok(()),
    };
    Err(Error::Unused {
        command,
        option,
        file: args.common.file.first().filter(|_| writes).cloned(),
    })
}

/// The format of the FAQ, which `faq convert` also calls `--from`.
fn format(args: &Args) -> Result<Option<Format>, Error> {
    let (_, Some(from)) = args.conversion() else {
        return Ok(args.common.format);
    };
    match args.common.format {
        _ if args.common.builtin => Err(contradiction("--from", "--builtin")),
        Some(format) if format != from => Err(contradiction(
            &format!("--from {from}"),
            &format!("--format {format}"),
        )),
        _ => Ok(Some(from)),
    }
}

fn contradiction(one: &str, other: &str) -> Error {
    Error::Contradiction {
        one: one.to_owned(),
        other: other.to_owned(),
    }
}

/// The memory that a FAQ may take, where the variable says it. An option would cost every start forty times as much.
fn max_memory(variable: Option<OsString>) -> Result<Option<u64>, Error> {
    let Some(value) = not_empty(variable) else {
        return Ok(None);
    };
    match value.to_str().and_then(Size::parse) {
        Some(size) => Ok(Some(size.0)),
        None => Err(Error::NotASize {
            variable: "FAQ_MAX_MEMORY",
            value: value.to_string_lossy().into_owned(),
        }),
    }
}

fn not_empty(value: Option<OsString>) -> Option<OsString> {
    value.filter(|value| !value.is_empty())
}

/// Variables as a test sets them.
#[cfg(test)]
fn variable<'v>(
    variables: &'v [(&'v str, &'v str)],
) -> impl Fn(&str) -> Option<OsString> + use<'v> {
    move |name| {
        let mut known = variables.iter();
        let found = known.find(|(known, _)| *known == name);
        found.map(|(_, value)| value.into())
    }
}
