//! Whose folders and files are: an index that others may have written is not trusted.

use std::fs::{self, File, OpenOptions};
use std::io;
use std::path::Path;

/// Makes a folder that only we may enter, with those above it.
pub(super) fn make(folder: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// Whether a folder is ours, and nobody else may put anything in it or in its place.
#[cfg(unix)]
pub(super) fn is_ours_alone(folder: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let (Ok(link), Ok(metadata)) = (fs::symlink_metadata(folder), fs::metadata(folder)) else {
        return false;
    };
    let is_ours = |owner: u32| owner == rustix::process::geteuid().as_raw();
    let replaceable = folder
        .parent()
        .is_none_or(|parent| match fs::metadata(parent) {
            // In a folder such as /tmp, only owners may remove what is theirs.
            Ok(parent) => parent.mode() & OTHERS_WRITE != 0 && parent.mode() & STICKY == 0,
            Err(_) => true,
        });
    metadata.is_dir()
        && is_ours(link.uid())
        && is_ours(metadata.uid())
        && metadata.mode() & OTHERS_WRITE == 0
        && !replaceable
}

/// Whether an open file is a regular one of ours that nobody else may write.
#[cfg(unix)]
pub(super) fn file_is_ours_alone(file: &File) -> bool {
    use std::os::unix::fs::MetadataExt;
    file.metadata().is_ok_and(|metadata| {
        metadata.is_file()
            && metadata.uid() == rustix::process::geteuid().as_raw()
            && metadata.mode() & OTHERS_WRITE == 0
    })
}

/// Write permission of the group and of all others.
#[cfg(unix)]
const OTHERS_WRITE: u32 = 0o022;
#[cfg(unix)]
const STICKY: u32 = 0o1000;

/// Opens no link in place of a file, and does not wait for a pipe.
#[cfg(unix)]
pub(super) fn without_following(options: &mut OpenOptions) -> &mut OpenOptions {
    use rustix::fs::OFlags;
    use std::os::unix::fs::OpenOptionsExt;
    let flags = (OFlags::NOFOLLOW | OFlags::NONBLOCK).bits();
    options.custom_flags(flags.cast_signed())
}

/// Creates files that only we may read.
#[cfg(unix)]
pub(super) fn for_us_alone(options: &mut OpenOptions) -> &mut OpenOptions {
    std::os::unix::fs::OpenOptionsExt::mode(options, 0o600)
}

/// Elsewhere the folder of a user is the user's alone as the system makes it.
#[cfg(not(unix))]
pub(super) fn is_ours_alone(folder: &Path) -> bool {
    fs::symlink_metadata(folder).is_ok_and(|metadata| metadata.is_dir())
}

#[cfg(not(unix))]
pub(super) fn file_is_ours_alone(file: &File) -> bool {
    file.metadata().is_ok_and(|metadata| metadata.is_file())
}

#[cfg(not(unix))]
pub(super) fn without_following(options: &mut OpenOptions) -> &mut OpenOptions {
    options
}

#[cfg(not(unix))]
pub(super) fn for_us_alone(options: &mut OpenOptions) -> &mut OpenOptions {
    options
}
