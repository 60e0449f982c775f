//! What was meant: which FAQ, in colour or not, how wide. Each is decided once, here.

use std::env;
use std::ffi::OsString;
use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};

use faq::Format;
use faq::limits::{FILE_SIZE, Size};

use super::args::{Args, Color, Command, Common};
use super::error::Error;
use super::screen;

/// The name under which a FAQ is found.
const FILE_NAME: &str = "faq.json";

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

/// Where the FAQ comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Origin {
    /// Files and folders that were named; `-` is standard input.
    Named(Vec<PathBuf>),
    /// The file or folder that the variable `FAQ_FILE` names.
    Variable(PathBuf),
    /// A file that was found from the working directory upward.
    Found(PathBuf),
    /// The file that the user keeps for everywhere.
    Users(PathBuf),
    /// The one in the program.
    Builtin,
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

fn origin(args: &Args) -> Result<Origin, Error> {
    if args.without_faq().is_some() {
        return Ok(Origin::Builtin);
    }
    let (input, _) = args.conversion();
    if !input.is_empty() {
        // The common options may stand before the command, where the argument parser does not compare them.
        return match &args.common {
            Common { builtin: true, .. } => Err(contradiction("INPUT", "--builtin")),
            Common { file, .. } if !file.is_empty() => Err(contradiction("INPUT", "--file")),
            _ => Ok(Origin::Named(input.to_vec())),
        };
    }
    if args.common.builtin {
        return Ok(Origin::Builtin);
    }
    if let Command::Check(check) = &args.command
        && !check.paths.is_empty()
    {
        return Ok(Origin::Named(check.paths.clone()));
    }
    chosen(args.common.file.clone())
}

/// The FAQ of these files, or without any the one that is there.
pub(super) fn chosen(files: Vec<PathBuf>) -> Result<Origin, Error> {
    if !files.is_empty() {
        return Ok(Origin::Named(files));
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
    if let Some(file) = here.and_then(|here| nearest(&here)) {
        return Ok(Origin::Found(file));
    }
    let users = user_file(|name| env::var_os(name)).filter(|file| is_there(file));
    Ok(users.map_or(Origin::Builtin, Origin::Users))
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

/// Where indexes of big FAQs are kept.
fn cache_folder(variable: impl Fn(&str) -> Option<OsString>) -> Option<PathBuf> {
    let absolute = |name: &str| {
        let folder = not_empty(variable(name)).map(PathBuf::from);
        folder.filter(|folder| folder.is_absolute())
    };
    if let Some(folder) = not_empty(variable("FAQ_CACHE_DIR")) {
        return Some(folder.into());
    }
    let all = if cfg!(windows) {
        absolute("LOCALAPPDATA")?
    } else {
        // The XDG specification has relative paths ignored.
        let named = absolute("XDG_CACHE_HOME");
        named.or_else(|| Some(absolute("HOME")?.join(".cache")))?
    };
    Some(all.join("faq"))
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

    #[cfg(not(windows))]
    #[test]
    fn indexes_are_kept_in_the_users_folder_for_such_things() {
        for (variables, expected) in [
            (
                &[("FAQ_CACHE_DIR", "/c"), ("XDG_CACHE_HOME", "/x")][..],
                Some("/c"),
            ),
            (
                &[
                    ("FAQ_CACHE_DIR", ""),
                    ("XDG_CACHE_HOME", "/x"),
                    ("HOME", "/h"),
                ],
                Some("/x/faq"),
            ),
            (
                &[("XDG_CACHE_HOME", "x"), ("HOME", "/h")],
                Some("/h/.cache/faq"),
            ),
            (&[("HOME", "")], None),
        ] {
            let variable = |name: &str| {
                let mut known = variables.iter();
                known
                    .find(|(known, _)| *known == name)
                    .map(|(_, value)| value.into())
            };
            assert_eq!(
                cache_folder(variable),
                expected.map(PathBuf::from),
                "{variables:?}"
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
