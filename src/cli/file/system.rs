//! What systems differ in: permissions, owners, and folders that are to outlast a power cut.

use std::fs::{File, Metadata};
use std::io;
use std::path::Path;

use tempfile::Builder;

/// Gives a new file what every new file has, and not what only a temporary one has; the system takes away what the
/// user's mask says.
#[cfg(unix)]
pub(super) fn make_usual(file: &mut Builder<'_, '_>) {
    use std::os::unix::fs::PermissionsExt;
    file.permissions(std::fs::Permissions::from_mode(0o666));
}

#[cfg(not(unix))]
pub(super) fn make_usual(_: &mut Builder<'_, '_>) {}

/// The owner stays as well where that is possible: only the superuser writes over files of others.
#[cfg(unix)]
pub(super) fn keep_owner(file: &File, old: &Metadata) {
    use std::os::unix::fs::{MetadataExt, fchown};
    let _ = fchown(file, Some(old.uid()), Some(old.gid()));
}

#[cfg(not(unix))]
pub(super) fn keep_owner(_: &File, _: &Metadata) {}

/// Has a folder remember its new names over a power cut, where it can: not all systems let folders be opened.
#[cfg(unix)]
pub(super) fn keep_names(folder: &Path) -> io::Result<()> {
    let Ok(folder) = File::open(folder) else {
        return Ok(());
    };
    match folder.sync_all() {
        // Some file systems do not know this for folders.
        Err(error)
            if !matches!(
                error.kind(),
                io::ErrorKind::InvalidInput | io::ErrorKind::Unsupported
            ) =>
        {
            Err(error)
        }
        _ => Ok(()),
    }
}

#[cfg(not(unix))]
#[expect(clippy::unnecessary_wraps, reason = "elsewhere it may fail")]
pub(super) fn keep_names(_: &Path) -> io::Result<()> {
    Ok(())
}
