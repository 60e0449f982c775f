//! Folders of indexes as others may have left them, and many programs in one: the answer is right, and nothing is said.

use std::fs;
use std::io;
use std::os::unix::fs::{FileExt, PermissionsExt, symlink};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::thread;
use std::time::Duration;

use super::program::faq;

/// Three entries, and so many blanks that an index pays.
fn shop() -> String {
    let entry = |id: &str, question: &str, answer: &str| {
        format!(r#"{{"id":"{id}","question":"{question}","answer":"{answer}"}}"#)
    };
    let entries = [
        entry("return", "How do I return an item?", "Within 30 days."),
        entry(
            "refund",
            "When do I get my money back?",
            "Within five days.",
        ),
        entry("open", "Is the shop open on Sundays?", "From noon."),
    ];
    format!("[{}{}]", entries.join(","), " ".repeat(2 << 20))
}

const ASK: &[&str] = &["ask", "when", "do", "i", "get", "my", "money", "back"];
const LINES: [&[&str]; 3] = [ASK, &["show", "refund"], &["list", "--ids", "money"]];

/// A folder with a FAQ that has long been there, and with one for indexes.
struct Place {
    folder: tempfile::TempDir,
}

impl Place {
    fn new() -> Self {
        let place = Self {
            folder: tempfile::tempdir().unwrap(),
        };
        fs::write(place.path("faq.json"), shop()).unwrap();
        thread::sleep(Duration::from_millis(2100));
        place
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn run(&self, line: &[&str]) -> Output {
        faq(self.folder.path(), line).output().unwrap()
    }

    fn start(&self, line: &[&str]) -> Child {
        Command::new(assert_cmd::cargo::cargo_bin("faq"))
            .args(line)
            .current_dir(self.folder.path())
            .env_clear()
            .env("FAQ_CACHE_DIR", self.path("cache"))
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap()
    }

    /// Keeps an index; its file.
    fn keep(&self) -> PathBuf {
        self.run(ASK);
        let mut files = fs::read_dir(self.path("cache")).unwrap();
        files.next().unwrap().unwrap().path()
    }

    /// Without anything in the place of the folder for indexes.
    fn clear(&self) {
        let cache = self.path("cache");
        if cache.symlink_metadata().is_ok_and(|it| it.is_dir()) {
            set_mode(&cache, 0o700);
            fs::remove_dir_all(&cache).unwrap();
        } else {
            let _ = fs::remove_file(&cache);
        }
    }
}

/// Puts something in the place of a folder or a file.
type Spoil<'s> = &'s dyn Fn(&Path) -> io::Result<()>;

fn set_mode(path: &Path, mode: u32) {
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
}

fn make(folder: &Path, mode: u32) -> io::Result<()> {
    fs::create_dir(folder)?;
    fs::set_permissions(folder, fs::Permissions::from_mode(mode))
}

/// What a command says without any index.
fn expected(place: &Place) -> Vec<Output> {
    let plain = |line: &&[&str]| place.run(&[&["--no-cache"], *line].concat());
    LINES.iter().map(plain).collect()
}

fn assert_same(place: &Place, expected: &[Output], what: &str) -> usize {
    for (line, expected) in LINES.iter().zip(expected) {
        assert_eq!(place.run(line), *expected, "{what}: {line:?}");
    }
    LINES.len()
}

#[test]
fn a_hostile_folder_changes_no_answer() {
    let place = Place::new();
    let expected = expected(&place);
    assert!(expected.iter().all(|said| said.status.success()));
    assert!(!place.path("cache").exists());
    let elsewhere = place.path("elsewhere");
    fs::write(&elsewhere, "mine").unwrap();
    make(&place.path("open"), 0o777).unwrap();
    let spoilt: [(&str, Spoil<'_>); 10] = [
        ("a file", &|cache| fs::write(cache, "x")),
        ("a folder for all", &|cache| make(cache, 0o777)),
        ("a folder for the group", &|cache| make(cache, 0o770)),
        ("a folder that cannot be read", &|cache| make(cache, 0o000)),
        ("a link to itself", &|cache| symlink(cache, cache)),
        ("a link to nowhere", &|cache| symlink("nowhere", cache)),
        ("a link to a folder for all", &|cache| {
            symlink("open", cache)
        }),
        ("a link to a file", &|cache| symlink("elsewhere", cache)),
        ("a link to a device", &|cache| symlink("/dev/null", cache)),
        ("a link to processes", &|cache| symlink("/proc", cache)),
    ];
    let mut tried = 0;
    for (what, spoil) in spoilt {
        place.clear();
        spoil(&place.path("cache")).unwrap();
        tried += assert_same(&place, &expected, what);
    }
    assert_eq!(fs::read(&elsewhere).unwrap(), b"mine");
    assert_eq!(fs::read_dir(place.path("open")).unwrap().count(), 0);
    println!("a hostile folder: {tried} cases tried");
}

#[test]
fn whatever_has_the_name_of_an_index_changes_no_answer() {
    let place = Place::new();
    let expected = expected(&place);
    let index = place.keep();
    let whole = fs::read(&index).unwrap();
    let elsewhere = place.path("elsewhere");
    fs::write(&elsewhere, "mine").unwrap();
    let written: [(&str, Spoil<'_>); 11] = [
        ("nothing", &|index| fs::write(index, "")),
        ("text", &|index| fs::write(index, "mine\n".repeat(5000))),
        ("zeros", &|index| fs::write(index, vec![0; whole.len()])),
        ("half", &|index| fs::write(index, &whole[..whole.len() / 2])),
        ("twice", &|index| fs::write(index, whole.repeat(2))),
        ("ten gigabytes of nothing", &|index| {
            fs::File::create(index)?.set_len(10 << 30)
        }),
        ("a folder", &|index| fs::create_dir(index)),
        ("a link", &|index| symlink(&elsewhere, index)),
        ("a link to itself", &|index| symlink(index, index)),
        ("a device", &|index| symlink("/dev/zero", index)),
        ("a pipe", &|index| {
            Command::new("mkfifo").arg(index).status().map(drop)
        }),
    ];
    let mut tried = 0;
    for (what, write) in written {
        let _ = fs::remove_file(&index).or_else(|_| fs::remove_dir(&index));
        write(&index).unwrap();
        tried += assert_same(&place, &expected, what);
    }
    assert_eq!(fs::read(&elsewhere).unwrap(), b"mine");
    for mode in [0o666, 0o620, 0o000] {
        let _ = fs::remove_file(&index);
        fs::write(&index, &whole).unwrap();
        set_mode(&index, mode);
        tried += assert_same(&place, &expected, &format!("mode {mode:o}"));
    }
    println!("a hostile index: {tried} cases tried");
}

#[test]
fn a_bit_that_is_flipped_on_the_disk_changes_no_answer_of_the_program() {
    let place = Place::new();
    let expected = expected(&place);
    let index = place.keep();
    let whole = fs::read(&index).unwrap();
    let mut tried = 0;
    for at in (0..whole.len()).step_by(whole.len() / 40) {
        fs::write(&index, &whole).unwrap();
        set_mode(&index, 0o600);
        let file = fs::File::options().write(true).open(&index).unwrap();
        file.write_all_at(&[whole[at] ^ 1 << (at % 8)], at as u64)
            .unwrap();
        tried += assert_same(&place, &expected, &format!("byte {at}"));
    }
    println!("a flipped bit: {tried} cases tried");
}

#[test]
fn many_programs_at_once_on_one_cold_folder_say_the_same() {
    let place = Place::new();
    let expected = expected(&place);
    let mut tried = 0;
    for _ in 0..3 {
        place.clear();
        let children: Vec<Child> = (0..24)
            .map(|number| match number % 8 {
                6 => place.start(&["cache"]),
                7 => place.start(&["cache", "clear"]),
                number => place.start(LINES[number % 3]),
            })
            .collect();
        for (number, child) in children.into_iter().enumerate() {
            let said = child.wait_with_output().unwrap();
            match number % 8 {
                6.. => assert!(said.status.success(), "{said:?}"),
                number => assert_eq!(said, expected[number % 3]),
            }
            tried += 1;
        }
        // Nothing is left of those whose file was deleted while they wrote it, and one index at most.
        let files = fs::read_dir(place.path("cache")).map_or(0, Iterator::count);
        assert!(files <= 1, "{files} files are left");
        assert_same(&place, &expected, "afterwards");
    }
    println!("at once: {tried} programs tried");
}
