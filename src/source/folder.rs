//! The files of a folder.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::{SourceError, SourceErrorKind};
use crate::limits::{FILES, FOLDER_LEVELS};
use crate::sorting;

/// The wanted files in a folder and in those below it, in the order of their paths.
///
/// Hidden files and folders are left out, and links to folders are not followed.
///
/// # Errors
///
/// When a folder cannot be read, or there are none or too many of such files.
pub fn files_in(
    folder: &Path,
    wanted: &dyn Fn(&Path) -> bool,
) -> Result<Vec<PathBuf>, SourceError> {
    let mut found = Vec::new();
    let collected = collect(folder, wanted, FOLDER_LEVELS, &mut found);
    let kind = match collected {
        Err(kind) => kind,
        Ok(()) if found.is_empty() => SourceErrorKind::NothingInFolder,
        Ok(()) => {
            sorting::by(&mut found, Ord::cmp);
            return Ok(found);
        }
    };
    Err(SourceError {
        name: folder.display().to_string(),
        kind,
    })
}

fn collect(
    folder: &Path,
    wanted: &dyn Fn(&Path) -> bool,
    levels: usize,
    found: &mut Vec<PathBuf>,
) -> Result<(), SourceErrorKind> {
    for item in fs::read_dir(folder).map_err(SourceErrorKind::Open)? {
        let item = item.map_err(SourceErrorKind::Read)?;
        if item.file_name().to_string_lossy().starts_with('.') {
            continue;
        }
        let path = item.path();
        let kind = item.file_type().map_err(SourceErrorKind::Read)?;
        if kind.is_dir() {
            if levels > 1 {
                collect(&path, wanted, levels - 1, found)?;
            }
        } else if wanted(&path) && is_file(&path)? {
            if found.len() == FILES {
                return Err(SourceErrorKind::TooManyFiles { limit: FILES });
            }
            found.push(path);
        }
    }
    Ok(())
}

/// Whether it is a file, or a link to one: a link that leads nowhere, or to a pipe, is not.
fn is_file(path: &Path) -> Result<bool, SourceErrorKind> {
    match fs::metadata(path) {
        Ok(metadata) => Ok(metadata.is_file()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(SourceErrorKind::Open(error)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_come_in_the_order_of_their_paths() {
        let folder = tempfile::tempdir().unwrap();
        let write = |name: &str| {
            let path = folder.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, "").unwrap();
        };
        for name in ["b.md", "a/z.md", "a/b/c.md", ".git/x.md", ".x.md", "c.png"] {
            write(name);
        }
        let wanted = |path: &Path| path.extension().is_some_and(|it| it == "md");
        let found = files_in(folder.path(), &wanted).unwrap();
        let names: Vec<_> = found
            .iter()
            .map(|path| path.strip_prefix(folder.path()).unwrap().to_str().unwrap())
            .collect();
        assert_eq!(names, ["a/b/c.md", "a/z.md", "b.md"]);
        let nothing = files_in(folder.path(), &|_| false).unwrap_err();
        assert!(matches!(nothing.kind, SourceErrorKind::NothingInFolder));
    }

    #[cfg(unix)]
    #[test]
    fn links_to_folders_are_not_followed() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("a.md"), "").unwrap();
        std::os::unix::fs::symlink(folder.path(), folder.path().join("loop")).unwrap();
        std::os::unix::fs::symlink("nowhere", folder.path().join("b.md")).unwrap();
        std::os::unix::fs::symlink("a.md", folder.path().join("c.md")).unwrap();
        assert_eq!(files_in(folder.path(), &|_| true).unwrap().len(), 2);
    }
}
