//! The reader of indexes. Checksums keep nearly everything from it that was not written so; here they are made right.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use faq::cache::{self, Folder, Indexed, Key};
use faq::{DEFAULT_SIZE_LIMIT, Engine, Options, Source};

/// The size of a block, and of the checksum at its end.
const BLOCK: usize = 4096;
const CHECKSUM: usize = 4;

/// Every index that is tried is in a folder of its own here.
static HERE: LazyLock<PathBuf> = LazyLock::new(|| temporary("tried"));

static WHOLE: LazyLock<Whole> = LazyLock::new(Whole::new);

/// An index as it was written.
struct Whole {
    key: Key,
    names: Vec<String>,
    /// What it is called, and what it holds.
    name: PathBuf,
    bytes: Vec<u8>,
}

impl Whole {
    fn new() -> Self {
        let file = Path::new(env!("CARGO_MANIFEST_DIR"))
            .ancestors()
            .map(|folder| folder.join("faq.json"))
            .find(|file| file.exists())
            .unwrap();
        let look = || Key::new(&[(file.clone(), false)], None).unwrap();
        while !look().is_settled() {
            std::thread::sleep(Duration::from_millis(50));
        }
        let sources = [Source::read_file(&file, DEFAULT_SIZE_LIMIT).unwrap()];
        let faq = faq::parse(&sources, None).unwrap();
        let names = vec![sources[0].name.clone()];
        let (key, folder) = (look(), Folder::new(temporary("whole")));
        cache::keep(
            &folder,
            &key,
            || true,
            &Engine::new(&faq),
            &names,
            &mut |_| {},
        )
        .unwrap();
        let index = fs::read_dir(folder.path()).unwrap().next().unwrap();
        let index = index.unwrap().path();
        let whole = Self {
            key,
            names,
            name: index.file_name().unwrap().into(),
            bytes: fs::read(&index).unwrap(),
        };
        fs::remove_dir_all(folder.path()).unwrap();
        whole
    }
}

fn temporary(name: &str) -> PathBuf {
    std::env::temp_dir().join(format!("faq-fuzz-{}-{name}", std::process::id()))
}

/// Three bytes each say where in the index another byte stands, and which. Whatever comes of it, it is an answer.
pub(super) fn read(bytes: &[u8]) {
    static COUNT: AtomicUsize = AtomicUsize::new(0);
    let mut index = WHOLE.bytes.clone();
    let blocks = index.len() / BLOCK;
    for patch in bytes.chunks_exact(3) {
        let place = usize::from(patch[0]) << 8 | usize::from(patch[1]);
        // The last block says what stands where: half of all patches are for it.
        let place = if place < 1 << 15 {
            (blocks - 1) * BLOCK + place % 256
        } else {
            place * 3 % index.len()
        };
        index[place] = patch[2];
    }
    for (number, block) in index.chunks_exact_mut(BLOCK).enumerate() {
        let (content, sum) = block.split_at_mut(BLOCK - CHECKSUM);
        sum.copy_from_slice(&checksum(number as u64, content));
    }
    let number = COUNT.fetch_add(1, Ordering::Relaxed);
    let folder = Folder::new(HERE.join(number.to_string()));
    make(folder.path());
    fs::write(folder.path().join(&WHOLE.name), index).unwrap();
    ask(&folder);
    remove(&folder);
}

fn remove(folder: &Folder) {
    fs::remove_dir_all(folder.path()).unwrap();
    // It stays where another thread is at work in it.
    let _ = fs::remove_dir(&*HERE);
}

/// A folder that is ours alone, or else nothing in it is looked at.
fn make(folder: &Path) {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder).unwrap();
}

fn ask(folder: &Folder) {
    let Some(indexed) = Indexed::open(folder, &WHOLE.key, &WHOLE.names) else {
        return;
    };
    for question in [
        "What role does the US play?",
        "north korea jong",
        "tlks",
        "",
    ] {
        let options = Options {
            top: 100,
            related: 100,
            ..Options::default()
        };
        let (reply, faq) = indexed.ask(question, &options);
        for found in &reply.matches {
            let _ = faq.document(&faq.entries[found.entry]);
        }
        for entry in indexed.filter(question, &["security".to_owned()]) {
            let _ = indexed.entry(entry);
        }
    }
    for id in ["us-role", "none"] {
        let entry = indexed.with_id(id);
        assert!(entry.is_none_or(|entry| entry.id == id));
    }
}

/// CRC-32 of a block's number and content.
fn checksum(number: u64, content: &[u8]) -> [u8; CHECKSUM] {
    let mut sum = u32::MAX;
    for &byte in number.to_le_bytes().iter().chain(content) {
        sum ^= u32::from(byte);
        for _ in 0..8 {
            sum = if sum & 1 == 1 {
                sum >> 1 ^ 0xEDB8_8320
            } else {
                sum >> 1
            };
        }
    }
    (!sum).to_le_bytes()
}

#[test]
fn an_index_with_checksums_made_right_is_read() {
    let folder = Folder::new(HERE.join("checksums"));
    make(folder.path());
    let mut index = WHOLE.bytes.clone();
    for (number, block) in index.chunks_exact_mut(BLOCK).enumerate() {
        let (content, sum) = block.split_at_mut(BLOCK - CHECKSUM);
        assert_eq!(*sum, checksum(number as u64, content));
    }
    index[0] ^= 1;
    fs::write(folder.path().join(&WHOLE.name), index).unwrap();
    assert!(Indexed::open(&folder, &WHOLE.key, &WHOLE.names).is_none());
    fs::write(folder.path().join(&WHOLE.name), &WHOLE.bytes).unwrap();
    assert!(Indexed::open(&folder, &WHOLE.key, &WHOLE.names).is_some());
    remove(&folder);
}
