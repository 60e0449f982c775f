//! The folder of indexes: the user's own, or none.

use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use super::key::Key;
use super::owner;

/// What an index is called ends so; nothing else in the folder is ours.
const ENDING: &str = ".faqindex";
/// One that is being written.
const UNFINISHED: &str = ".faqindex.tmp";
/// After so long, whoever was writing it has given up.
const ABANDONED: Duration = Duration::from_secs(3600);

/// A folder that holds indexes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folder {
    path: PathBuf,
}

/// What a folder holds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Contents {
    /// How many indexes.
    pub indexes: usize,
    /// How many bytes they have together.
    pub bytes: u64,
}

impl Folder {
    /// A folder by its path; it need not exist.
    #[must_use]
    pub fn new(path: PathBuf) -> Self {
        Self { path }
    }

    /// Where it is.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The index of a key, as it stands, if there is one that nobody else can have written.
    pub(super) fn open(&self, key: &Key) -> Option<File> {
        owner::is_ours_alone(&self.path).then_some(())?;
        let file = owner::without_following(OpenOptions::new().read(true))
            .open(self.file(key))
            .ok()?;
        owner::file_is_ours_alone(&file).then_some(file)
    }

    /// Lets `write` fill an index, which is there when it is whole, or not at all.
    pub(super) fn replace(
        &self,
        key: &Key,
        write: impl FnOnce(BufWriter<File>) -> io::Result<BufWriter<File>>,
    ) -> io::Result<()> {
        owner::make(&self.path)?;
        if !owner::is_ours_alone(&self.path) {
            return Err(io::ErrorKind::PermissionDenied.into());
        }
        self.remove_abandoned();
        // Two that write at once each have a file of their own.
        let unfinished = self
            .path
            .join(format!("{}.{}{UNFINISHED}", key.name, unique()));
        let file = owner::for_us_alone(OpenOptions::new().write(true).create_new(true))
            .open(&unfinished)?;
        let written = write(BufWriter::with_capacity(1 << 16, file))
            .and_then(|out| out.into_inner().map_err(io::IntoInnerError::into_error))
            .and_then(|file| {
                drop(file);
                fs::rename(&unfinished, self.file(key))
            });
        if written.is_err() {
            // What cannot be removed is found to be abandoned later.
            let _ = fs::remove_file(&unfinished);
        }
        written
    }

    /// What is in the folder.
    ///
    /// # Errors
    ///
    /// When it is there and cannot be read.
    pub fn contents(&self) -> io::Result<Contents> {
        let mut contents = Contents::default();
        for (name, path) in self.own_files()? {
            if !name.ends_with(ENDING) {
                continue;
            }
            match fs::symlink_metadata(path) {
                // Somebody else has deleted it in the meantime.
                Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                index => {
                    contents.indexes += 1;
                    contents.bytes += index?.len();
                }
            }
        }
        Ok(contents)
    }

    /// Deletes all indexes, and nothing else; what there was.
    ///
    /// # Errors
    ///
    /// When the folder cannot be read, or an index cannot be deleted.
    pub fn clear(&self) -> io::Result<Contents> {
        let contents = self.contents()?;
        for (_, path) in self.own_files()? {
            match fs::remove_file(path) {
                // Someone else was faster.
                Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                result => result?,
            }
        }
        Ok(contents)
    }

    fn file(&self, key: &Key) -> PathBuf {
        self.path.join(format!("{}{ENDING}", key.name))
    }

    fn own_files(&self) -> io::Result<Vec<(String, PathBuf)>> {
        let files = match fs::read_dir(&self.path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            files => files?,
        };
        let mut own = Vec::new();
        for file in files {
            let file = file?;
            let name = file.file_name().to_string_lossy().into_owned();
            let is_ours = is_hexadecimal(name.get(..16).unwrap_or_default())
                && (name.get(16..) == Some(ENDING) || name.ends_with(UNFINISHED));
            if is_ours && !file.file_type()?.is_dir() {
                own.push((name, file.path()));
            }
        }
        Ok(own)
    }

    fn remove_abandoned(&self) {
        for (name, path) in self.own_files().unwrap_or_default() {
            let age = fs::symlink_metadata(&path).and_then(|it| it.modified());
            let age = age
                .ok()
                .and_then(|time| SystemTime::now().duration_since(time).ok());
            if name.ends_with(UNFINISHED) && age.is_some_and(|age| age > ABANDONED) {
                let _ = fs::remove_file(path);
            }
        }
    }
}

fn is_hexadecimal(text: &str) -> bool {
    text.len() == 16 && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// A name that no other process has at the moment, nor any other thread of this one.
fn unique() -> String {
    use std::sync::atomic::{AtomicU32, Ordering};
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let count = COUNT.fetch_add(1, Ordering::Relaxed);
    let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH);
    let now = now.unwrap_or_default().as_nanos();
    format!("{}-{count}-{now:x}", std::process::id())
}
