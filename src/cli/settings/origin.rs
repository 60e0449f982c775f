//! Where the FAQ comes from: what was named, or what is there.

use std::env;
use std::io;
use std::path::{Path, PathBuf};

use super::folders::user_file;
use super::{contradiction, not_empty};
use crate::cli::args::{Args, Command, Common};
use crate::cli::error::Error;

/// The name under which a FAQ is found.
pub(super) const FILE_NAME: &str = "faq.json";

/// Where the FAQ comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::cli) enum Origin {
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

/// The FAQ that the command line asks for.
pub(super) fn origin(args: &Args) -> Result<Origin, Error> {
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
pub(in crate::cli) fn chosen(files: Vec<PathBuf>) -> Result<Origin, Error> {
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
