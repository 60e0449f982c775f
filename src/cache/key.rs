//! What an index was made from: the files as they were, down to the nanosecond of their last change.

#[cfg(not(unix))]
use std::fs::File;
use std::fs::{self, Metadata};
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use super::coding::Encoder;
use crate::format::Format;
use crate::search::index::exact::Fnv;

/// A file that was changed less than so long ago may be changed again within the same tick of its clock, and look as it
/// did (git calls such entries racy).
const SETTLED: Duration = Duration::from_secs(2);

/// The files that a FAQ is read from, as they are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key {
    /// What stands in an index.
    pub(super) bytes: Vec<u8>,
    /// What an index of these files is called, however they change.
    pub(super) name: String,
    /// How many bytes the files have.
    size: u64,
    settled: bool,
}

impl Key {
    /// Looks at files, each with whether it was found rather than named; `format` is what they are read as, if that was
    /// said.
    ///
    /// # Errors
    ///
    /// When there is something that is no regular file, or that cannot be looked at.
    pub fn new(files: &[(PathBuf, bool)], format: Option<Format>) -> io::Result<Self> {
        let mut bytes = Encoder::default();
        let mut name = Fnv::default();
        let (mut size, mut settled) = (0_u64, true);
        bytes.text(format.map_or("", Format::name));
        for (file, found) in files {
            let path = fs::canonicalize(file)?;
            let metadata = fs::metadata(&path)?;
            if !metadata.is_file() {
                return Err(io::ErrorKind::InvalidInput.into());
            }
            // Two paths may look the same and not be.
            let path_bytes = path.as_os_str().as_encoded_bytes();
            name.add_bytes(path_bytes);
            bytes.bytes(path_bytes);
            bytes.number(u64::from(*found));
            bytes.number(metadata.len());
            add_identity(&path, &metadata, &mut bytes)?;
            size = size.saturating_add(metadata.len());
            settled &= is_settled(&metadata);
        }
        Ok(Self {
            bytes: bytes.0,
            name: format!("{:016x}", name.0),
            size,
            settled,
        })
    }

    /// How many bytes the files have together.
    #[must_use]
    pub fn size(&self) -> u64 {
        self.size
    }

    /// Whether they were left alone for long enough that a change would show.
    #[must_use]
    pub fn is_settled(&self) -> bool {
        self.settled
    }
}

/// Whether the last change was long enough ago; one in the future was not.
fn is_settled(metadata: &Metadata) -> bool {
    let now = SystemTime::now();
    let long_ago = |time: SystemTime| now.duration_since(time).is_ok_and(|age| age >= SETTLED);
    metadata.modified().is_ok_and(long_ago) && changed(metadata).is_none_or(long_ago)
}

#[cfg(unix)]
fn changed(metadata: &Metadata) -> Option<SystemTime> {
    use std::os::unix::fs::MetadataExt;
    let seconds = u64::try_from(metadata.ctime()).ok()?;
    let nanoseconds = u32::try_from(metadata.ctime_nsec()).ok()?;
    SystemTime::UNIX_EPOCH.checked_add(Duration::new(seconds, nanoseconds))
}

#[cfg(not(unix))]
fn changed(_: &Metadata) -> Option<SystemTime> {
    None
}

/// Nobody can set the time of change back.
#[cfg(unix)]
#[expect(clippy::unnecessary_wraps, reason = "elsewhere the file is read")]
fn add_identity(_: &Path, metadata: &Metadata, bytes: &mut Encoder) -> io::Result<()> {
    use std::os::unix::fs::MetadataExt;
    for number in [metadata.dev(), metadata.ino()] {
        bytes.number(number);
    }
    for number in [
        metadata.mtime(),
        metadata.mtime_nsec(),
        metadata.ctime(),
        metadata.ctime_nsec(),
    ] {
        bytes.fixed(number.cast_unsigned(), 8);
    }
    Ok(())
}

/// Where there is no time of change, the content has to tell.
#[cfg(not(unix))]
fn add_identity(path: &Path, metadata: &Metadata, bytes: &mut Encoder) -> io::Result<()> {
    use std::io::Read;
    let since = metadata.modified()?.duration_since(SystemTime::UNIX_EPOCH);
    bytes.text(&format!("{since:?}"));
    let (mut file, mut sum) = (File::open(path)?, crc32fast::Hasher::new());
    let mut block = vec![0; 1 << 16];
    loop {
        match file.read(&mut block)? {
            0 => break,
            read => sum.update(&block[..read]),
        }
    }
    bytes.fixed(u64::from(sum.finalize()), 4);
    Ok(())
}
