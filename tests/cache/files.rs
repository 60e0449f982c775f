//! Files that are damaged, old, or in folders that others may write.

use std::fs::{self, File};
#[cfg(unix)]
use std::path::Path;
use std::path::PathBuf;
use std::thread;
use std::time::{Duration, SystemTime};

use faq::cache::{self, Folder, Indexed, Key};
use faq::{DEFAULT_SIZE_LIMIT, Engine, Faq, Source};

use super::{all_matches, told};

const SHOP: &str = r#"{"language":"en","synonyms":[["parcel","brown paper box"]],"faqs":[
 {"id":"return","question":"How do I return an item?","alternates":["Sending a parcel back"],
  "answer":"Within 30 days.","tags":["shop"],"related":["hours"]},
 {"id":"hours","question":"Is the shop open on Sundays?","answer":"From noon.","source":"https://e.example"},
 {"id":"pay","question":"Which cards do you take?","answer":"All café cards, and git hub."}]}"#;

const QUESTIONS: &[&str] = &[
    "how do i return an item",
    "sending a brown paper box",
    "retrun the itme on sunday",
    "cafe cards",
    "github",
    "life on mars",
];

/// A FAQ in a folder of its own, with a folder for its index.
struct Shop {
    folder: tempfile::TempDir,
}

impl Shop {
    fn new() -> Self {
        let shop = Self {
            folder: tempfile::tempdir().unwrap(),
        };
        fs::write(shop.source(), SHOP).unwrap();
        shop.settle();
        shop
    }

    fn source(&self) -> PathBuf {
        self.folder.path().join("faq.json")
    }

    fn cache(&self) -> Folder {
        Folder::new(self.folder.path().join("cache"))
    }

    /// Waits until a change of the source would show.
    fn settle(&self) {
        while !self.key().is_settled() {
            thread::sleep(Duration::from_millis(50));
        }
    }

    fn key(&self) -> Key {
        Key::new(&[(self.source(), false)], None).unwrap()
    }

    fn names(&self) -> Vec<String> {
        vec![self.source().display().to_string()]
    }

    fn keep_in(&self, folder: &Folder) -> std::io::Result<()> {
        let source = [Source::read_file(&self.source(), DEFAULT_SIZE_LIMIT).unwrap()];
        let faq = faq::parse(&source, None).unwrap();
        let (key, mut told) = (self.key(), Vec::new());
        let progress = &mut |entries| told.push(entries);
        let engine = Engine::new(&faq);
        let kept = cache::keep(folder, &key, || true, &engine, &self.names(), progress);
        if kept.is_ok() {
            assert!(told.is_sorted());
            assert_eq!(told.last(), Some(&faq.entries.len()));
        }
        kept
    }

    /// Keeps an index; its file.
    fn keep(&self) -> PathBuf {
        self.keep_in(&self.cache()).unwrap();
        let mut files = fs::read_dir(self.cache().path()).unwrap();
        files.next().unwrap().unwrap().path()
    }

    fn open(&self) -> Option<Indexed> {
        Indexed::open(&self.cache(), &self.key(), &self.names())
    }
}

/// What a FAQ says to each question.
fn said_by_source(faq: &Faq<'_>) -> Vec<String> {
    let engine = Engine::new(faq);
    let asked = QUESTIONS
        .iter()
        .map(|question| engine.ask(question, &all_matches()));
    asked.map(|reply| told(&reply, faq)).collect()
}

/// What an index says, where it is to be believed.
fn said(indexed: &Indexed) -> Vec<Option<String>> {
    let asked = QUESTIONS.iter().map(|question| {
        let (reply, faq) = indexed.ask(question, &all_matches());
        indexed.is_sound().then(|| told(&reply, &faq))
    });
    asked.collect()
}

fn expected() -> Vec<String> {
    let source = [Source::new("faq.json", SHOP)];
    said_by_source(&faq::parse(&source, None).unwrap())
}

fn assert_right(shop: &Shop, expected: &[String], what: &str) {
    let Some(indexed) = shop.open() else { return };
    for (said, expected) in said(&indexed).iter().zip(expected) {
        assert!(said.as_ref().is_none_or(|said| said == expected), "{what}");
    }
    for id in ["return", "hours", "pay"] {
        let entry = indexed.with_id(id);
        assert!(!indexed.is_sound() || entry.unwrap().id == id, "{what}");
    }
}

#[test]
fn what_was_kept_answers() {
    let shop = Shop::new();
    shop.keep();
    let said: Option<Vec<String>> = said(&shop.open().unwrap()).into_iter().collect();
    assert_eq!(said.unwrap(), expected());
}

#[test]
fn one_flipped_bit_anywhere_changes_no_answer() {
    let shop = Shop::new();
    let file = shop.keep();
    let whole = fs::read(&file).unwrap();
    let expected = expected();
    // Blocks are alike: all bits of every seventh byte, and one bit of every other.
    for at in 0..whole.len() {
        let bits = if at % 7 == 0 {
            0..8
        } else {
            at % 8..at % 8 + 1
        };
        for bit in bits.step_by(if at % 7 == 0 { 3 } else { 1 }) {
            let mut bytes = whole.clone();
            bytes[at] ^= 1 << bit;
            fs::write(&file, bytes).unwrap();
            assert_right(&shop, &expected, &format!("bit {bit} of byte {at}"));
        }
    }
}

#[test]
fn a_file_cut_anywhere_changes_no_answer() {
    let shop = Shop::new();
    let file = shop.keep();
    let whole = fs::read(&file).unwrap();
    let expected = expected();
    for length in (0..whole.len())
        .step_by(61)
        .chain((0..whole.len()).step_by(4096))
    {
        fs::write(&file, &whole[..length]).unwrap();
        assert!(shop.open().is_none() || length % 4096 == 0, "{length}");
        assert_right(&shop, &expected, &format!("{length} bytes"));
    }
    let twice = [whole.clone(), whole].concat();
    fs::write(&file, twice).unwrap();
    assert_right(&shop, &expected, "twice");
}

#[test]
fn a_source_that_changed_is_read_again_whatever_it_looks_like() {
    let shop = Shop::new();
    shop.keep();
    let modified = fs::metadata(shop.source()).unwrap().modified().unwrap();
    assert!(shop.open().is_some());
    fs::write(shop.source(), SHOP.replace("Sundays", "Mondays")).unwrap();
    let file = File::options().write(true).open(shop.source()).unwrap();
    file.set_modified(modified).unwrap();
    assert_eq!(shop.key().size(), SHOP.len() as u64);
    assert!(shop.open().is_none());
}

#[test]
fn a_source_that_may_change_unseen_is_not_kept() {
    let shop = Shop::new();
    fs::write(shop.source(), SHOP).unwrap();
    assert!(shop.keep_in(&shop.cache()).is_err());
    shop.settle();
    let file = File::options().write(true).open(shop.source()).unwrap();
    file.set_modified(SystemTime::now() + Duration::from_secs(60))
        .unwrap();
    assert!(shop.keep_in(&shop.cache()).is_err());
    assert!(!shop.cache().path().exists());
}

#[test]
fn another_format_or_file_is_another_key() {
    let shop = Shop::new();
    let other = Key::new(&[(shop.source(), true)], None).unwrap();
    assert_ne!(shop.key(), other);
    let other = Key::new(&[(shop.source(), false)], Some(faq::Format::Json)).unwrap();
    assert_ne!(shop.key(), other);
    assert!(Key::new(&[(shop.folder.path().into(), false)], None).is_err());
    assert!(Key::new(&[("/dev/null".into(), false)], None).is_err());
}

#[test]
fn two_that_write_at_once_leave_one_whole_index() {
    let shop = Shop::new();
    thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| (0..8).for_each(|_| shop.keep_in(&shop.cache()).unwrap()));
        }
    });
    let contents = shop.cache().contents().unwrap();
    assert_eq!(contents.indexes, 1);
    assert_right(&shop, &expected(), "two writers");
    assert!(shop.open().is_some());
}

#[test]
fn clearing_deletes_what_is_ours_and_nothing_else() {
    let shop = Shop::new();
    assert_eq!(shop.cache().clear().unwrap().indexes, 0);
    let file = shop.keep();
    let other = file.with_file_name("notes.faqindex");
    fs::write(&other, "mine").unwrap();
    let contents = shop.cache().clear().unwrap();
    assert_eq!(contents.indexes, 1);
    assert!(other.exists() && !file.exists());
}

#[cfg(unix)]
mod folders {
    use std::os::unix::fs::{DirBuilderExt, PermissionsExt, symlink};

    use super::*;

    fn set_mode(path: &Path, mode: u32) {
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    }

    #[test]
    fn what_is_made_is_for_its_owner_alone() {
        let shop = Shop::new();
        let file = shop.keep();
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode(shop.cache().path()), 0o700);
        assert_eq!(mode(&file), 0o600);
    }

    #[test]
    fn a_folder_or_file_that_others_may_write_is_neither_used_nor_written() {
        let shop = Shop::new();
        let file = shop.keep();
        set_mode(shop.cache().path(), 0o777);
        assert!(shop.open().is_none());
        assert!(shop.keep_in(&shop.cache()).is_err());
        set_mode(shop.cache().path(), 0o700);
        assert!(shop.open().is_some());
        set_mode(&file, 0o666);
        assert!(shop.open().is_none());
        set_mode(&file, 0o600);
        set_mode(shop.folder.path(), 0o777);
        assert!(shop.open().is_none());
    }

    #[test]
    fn a_link_in_place_of_an_index_is_not_followed() {
        let shop = Shop::new();
        let file = shop.keep();
        let elsewhere = shop.folder.path().join("elsewhere");
        fs::rename(&file, &elsewhere).unwrap();
        symlink(&elsewhere, &file).unwrap();
        assert!(shop.open().is_none());
        // It is replaced, and what it led to left alone.
        let before = fs::read(&elsewhere).unwrap();
        shop.keep();
        assert!(shop.open().is_some());
        assert_eq!(fs::read(&elsewhere).unwrap(), before);
    }

    #[test]
    fn a_link_to_a_folder_that_others_may_write_is_not_used() {
        let shop = Shop::new();
        let open = shop.folder.path().join("open");
        fs::DirBuilder::new().mode(0o777).create(&open).unwrap();
        set_mode(&open, 0o777);
        symlink(&open, shop.cache().path()).unwrap();
        assert!(shop.keep_in(&shop.cache()).is_err());
        assert_eq!(fs::read_dir(&open).unwrap().count(), 0);
    }

    #[test]
    fn where_nothing_can_be_written_nothing_is_kept() {
        let shop = Shop::new();
        let not_a_folder = Folder::new(shop.source().join("cache"));
        assert!(shop.keep_in(&not_a_folder).is_err());
        assert!(not_a_folder.contents().is_err() || not_a_folder.contents().unwrap().indexes == 0);
    }
}
