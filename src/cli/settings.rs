//! What was meant: which FAQ, in colour or not, how wide. Each is decided once, here.

use std::env;
use std::ffi::OsString;
use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};

use faq::Format;

use super::args::{Args, Color, Command, Convert};
use super::error::Error;

/// The name under which a FAQ is found.
const FILE_NAME: &str = "faq.json";

/// Narrower than this, text is not wrapped any further: one word a line helps nobody.
const LEAST_WIDTH: usize = 20;
/// Wider than this, lines are hard to read.
const MOST_WIDTH: usize = 100;
/// The width of a terminal that does not tell.
const USUAL_WIDTH: usize = 80;

/// Everything that holds for any command.
#[derive(Debug)]
pub(super) struct Settings {
    pub(super) origin: Origin,
    /// The format of the FAQ, where it was said.
    pub(super) format: Option<Format>,
    pub(super) tags: Vec<String>,
    /// The most bytes that are read.
    pub(super) max_size: u64,
    pub(super) color: bool,
    /// The columns to wrap at; none where text is not wrapped.
    pub(super) width: Option<usize>,
    /// The same for hints on standard error.
    pub(super) hint_width: Option<usize>,
    /// Whether standard output is a terminal.
    pub(super) terminal: bool,
    /// Whether standard error is a terminal on which a line can be drawn over.
    pub(super) progress: bool,
}

/// Where the FAQ comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Origin {
    /// Files and folders that were named; `-` is standard input.
    Named(Vec<PathBuf>),
    /// The file or folder that the variable `FAQ_FILE` names.
    Variable(PathBuf),
    /// A file that was found where FAQs are looked for.
    Found(PathBuf),
    /// The one in the program.
    Builtin,
}

impl Settings {
    pub(super) fn new(args: &Args) -> Result<Self, Error> {
        let terminal = io::stdout().is_terminal();
        let error_terminal = io::stderr().is_terminal();
        let columns = || width(env::var("COLUMNS").ok().as_deref(), terminal_width());
        Ok(Self {
            origin: origin(args)?,
            format: format(args)?,
            tags: args.tag.clone(),
            max_size: args.max_size.0,
            color: use_color(args.color, |name| env::var_os(name), terminal),
            width: terminal.then(columns),
            hint_width: error_terminal.then(columns),
            terminal,
            progress: error_terminal && env::var_os("TERM").is_none_or(|term| term != "dumb"),
        })
    }

    /// Whether the FAQ itself is read from standard input.
    pub(super) fn reads_standard_input(&self) -> bool {
        matches!(&self.origin, Origin::Named(files) if files.iter().any(|file| is_standard_input(file)))
    }
}

/// Whether a file is standard input under one of its names.
pub(super) fn is_standard_input(file: &Path) -> bool {
    ["-", "/dev/stdin", "/dev/fd/0", "/proc/self/fd/0"]
        .iter()
        .any(|name| file.as_os_str() == *name)
}

/// The file that questions without an answer are appended to: as the option says, or else the variable `FAQ_MISSES`.
pub(super) fn miss_log(named: Option<&Path>) -> Option<PathBuf> {
    let variable = || not_empty(env::var_os("FAQ_MISSES")).map(PathBuf::from);
    named.map(Path::to_owned).or_else(variable)
}

/// Whether a file is standard output under one of its names.
pub(super) fn is_standard_output(file: &Path) -> bool {
    ["-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"]
        .iter()
        .any(|name| file.as_os_str() == *name)
}

fn origin(args: &Args) -> Result<Origin, Error> {
    if let Command::Convert(convert) = &args.command
        && !convert.input.is_empty()
    {
        // The common options may stand before the command, where the argument parser does not compare them.
        return match args {
            Args { builtin: true, .. } => Err(contradiction("INPUT", "--builtin")),
            Args { file, .. } if !file.is_empty() => Err(contradiction("INPUT", "--file")),
            _ => Ok(Origin::Named(convert.input.clone())),
        };
    }
    if args.builtin {
        return Ok(Origin::Builtin);
    }
    if let Command::Check(check) = &args.command
        && !check.paths.is_empty()
    {
        return Ok(Origin::Named(check.paths.clone()));
    }
    if !args.file.is_empty() {
        return Ok(Origin::Named(args.file.clone()));
    }
    if let Some(file) = not_empty(env::var_os("FAQ_FILE")) {
        return Ok(Origin::Variable(file.into()));
    }
    let here = match env::current_dir() {
        Ok(here) => Some(here),
        // It was removed: nothing can be found from it upward.
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        // A FAQ in it would be passed over, and another one answer.
        Err(error) => return Err(Error::NoFolder(error)),
    };
    let found = here
        .and_then(|here| nearest(&here))
        .or_else(|| user_file(|name| env::var_os(name)).filter(|file| is_there(file)));
    Ok(found.map_or(Origin::Builtin, Origin::Found))
}

/// The format of the FAQ, which `faq convert` also calls `--from`.
fn format(args: &Args) -> Result<Option<Format>, Error> {
    let Command::Convert(Convert {
        from: Some(from), ..
    }) = args.command
    else {
        return Ok(args.format);
    };
    match args.format {
        _ if args.builtin => Err(contradiction("--from", "--builtin")),
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

/// The FAQ of a folder or of the nearest one above it.
fn nearest(folder: &Path) -> Option<PathBuf> {
    folder
        .ancestors()
        .map(|folder| folder.join(FILE_NAME))
        .find(|file| is_there(file))
}

/// Whether there is such a file, readable or not: one that cannot be read is an error later, not a reason to look on.
fn is_there(file: &Path) -> bool {
    match file.metadata() {
        Ok(metadata) => !metadata.is_dir(),
        // A link that leads nowhere is there; a name that is not is not.
        Err(error)
            if matches!(
                error.kind(),
                io::ErrorKind::NotFound | io::ErrorKind::NotADirectory
            ) =>
        {
            file.symlink_metadata().is_ok()
        }
        Err(_) => true,
    }
}

/// Where a user keeps a FAQ for everywhere.
fn user_file(variable: impl Fn(&str) -> Option<OsString>) -> Option<PathBuf> {
    let folder = if cfg!(windows) {
        PathBuf::from(not_empty(variable("APPDATA"))?)
    } else {
        // The XDG specification has relative paths ignored.
        let named = not_empty(variable("XDG_CONFIG_HOME"))
            .map(PathBuf::from)
            .filter(|folder| folder.is_absolute());
        named.or_else(|| Some(PathBuf::from(not_empty(variable("HOME"))?).join(".config")))?
    };
    Some(folder.join("faq").join(FILE_NAME))
}

/// In the order of what people expect to win: the option, `NO_COLOR`, `CLICOLOR_FORCE`, `TERM`, `CLICOLOR`, the terminal.
fn use_color(asked: Color, variable: impl Fn(&str) -> Option<OsString>, terminal: bool) -> bool {
    let is = |name: &str, value: &str| variable(name).is_some_and(|found| found == value);
    match asked {
        Color::Always => true,
        Color::Never => false,
        Color::Auto if not_empty(variable("NO_COLOR")).is_some() => false,
        Color::Auto if not_empty(variable("CLICOLOR_FORCE")).is_some_and(|value| value != "0") => {
            true
        }
        Color::Auto if is("TERM", "dumb") || is("CLICOLOR", "0") => false,
        Color::Auto => terminal,
    }
}

fn width(columns: Option<&str>, terminal: Option<usize>) -> usize {
    let told = columns
        .and_then(|columns| columns.trim().parse().ok())
        .filter(|&columns| columns > 0);
    told.or(terminal)
        .unwrap_or(USUAL_WIDTH)
        .clamp(LEAST_WIDTH, MOST_WIDTH)
}

fn terminal_width() -> Option<usize> {
    let (terminal_size::Width(columns), _) = terminal_size::terminal_size()?;
    (columns > 0).then_some(usize::from(columns))
}

fn not_empty(value: Option<OsString>) -> Option<OsString> {
    value.filter(|value| !value.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colour_follows_option_variables_and_terminal() {
        for (asked, variables, terminal, expected) in [
            (Color::Auto, &[][..], true, true),
            (Color::Auto, &[], false, false),
            (Color::Always, &[("NO_COLOR", "1")], false, true),
            (Color::Never, &[("CLICOLOR_FORCE", "1")], true, false),
            (
                Color::Auto,
                &[("NO_COLOR", "1"), ("CLICOLOR_FORCE", "1")],
                true,
                false,
            ),
            (Color::Auto, &[("NO_COLOR", "")], true, true),
            (
                Color::Auto,
                &[("CLICOLOR_FORCE", "1"), ("TERM", "dumb")],
                false,
                true,
            ),
            (Color::Auto, &[("CLICOLOR_FORCE", "0")], false, false),
            (Color::Auto, &[("TERM", "dumb")], true, false),
            (Color::Auto, &[("CLICOLOR", "0")], true, false),
            (Color::Auto, &[("CLICOLOR", "1")], true, true),
        ] {
            let variable = |name: &str| {
                variables
                    .iter()
                    .find(|(known, _)| *known == name)
                    .map(|(_, value)| value.into())
            };
            assert_eq!(
                use_color(asked, variable, terminal),
                expected,
                "{asked:?} {variables:?} {terminal}"
            );
        }
    }

    #[test]
    fn any_width_is_made_usable() {
        for (columns, terminal, expected) in [
            (None, None, 80),
            (None, Some(60), 60),
            (Some("50"), Some(60), 50),
            (Some("abc"), Some(60), 60),
            (Some("0"), Some(60), 60),
            (Some("1"), Some(60), 20),
            (Some("-5"), None, 80),
            (Some("99999999999999999999"), None, 80),
            (None, Some(10_000), 100),
        ] {
            assert_eq!(
                width(columns, terminal),
                expected,
                "{columns:?} {terminal:?}"
            );
        }
    }

    #[cfg(not(windows))]
    #[test]
    fn the_users_file_follows_xdg() {
        for (variables, expected) in [
            (
                &[("XDG_CONFIG_HOME", "/x"), ("HOME", "/h")][..],
                Some("/x/faq/faq.json"),
            ),
            (
                &[("XDG_CONFIG_HOME", "rel"), ("HOME", "/h")],
                Some("/h/.config/faq/faq.json"),
            ),
            (
                &[("XDG_CONFIG_HOME", ""), ("HOME", "/h")],
                Some("/h/.config/faq/faq.json"),
            ),
            (&[], None),
        ] {
            let variable = |name: &str| {
                variables
                    .iter()
                    .find(|(known, _)| *known == name)
                    .map(|(_, value)| value.into())
            };
            assert_eq!(
                user_file(variable),
                expected.map(PathBuf::from),
                "{variables:?}"
            );
        }
    }
}
