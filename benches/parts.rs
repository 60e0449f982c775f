//! The parts that a question goes through, each by itself: `cargo bench`.
//!
//! Whole processes are measured by `docs/bench`.
#![allow(clippy::unwrap_used, reason = "a bench that cannot be run has failed")]

use std::fmt::Write;
use std::path::PathBuf;
use std::time::Duration;
use std::{fs, thread};

use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use faq::cache::{self, Folder, Indexed, Key};
use faq::parts::{English, count_segments};
use faq::{Engine, Faq, Options, Source};

const SIZES: [usize; 2] = [1_000, 10_000];

fn main() {
    divan::main();
}

#[divan::bench]
fn segmenting(bencher: Bencher<'_, '_>) {
    let texts = answers(1_000);
    bencher
        .counter(BytesCount::of_str(&texts.concat()))
        .bench(|| {
            let counts = texts.iter().map(|text| count_segments(black_box(text)));
            counts.sum::<usize>()
        });
}

#[divan::bench]
fn analysis(bencher: Bencher<'_, '_>) {
    let texts = answers(1_000);
    let english = English::new();
    bencher
        .counter(BytesCount::of_str(&texts.concat()))
        .bench(|| {
            let counts = texts
                .iter()
                .map(|text| english.count_words(black_box(text)));
            counts.sum::<usize>()
        });
}

#[divan::bench(args = SIZES)]
fn parse(bencher: Bencher<'_, '_>, entries: usize) {
    let sources = [source(entries)];
    bencher
        .counter(BytesCount::of_str(&sources[0].text))
        .bench(|| faq::parse(black_box(&sources), None).unwrap().entries.len());
}

/// What a question costs that finds no index: its words are looked for in all entries.
#[divan::bench(args = SIZES)]
fn scan_without_index(bencher: Bencher<'_, '_>, entries: usize) {
    let sources = [source(entries)];
    let faq = faq::parse(&sources, None).unwrap();
    let question = question(&faq);
    bencher.bench(|| {
        let engine = Engine::new(black_box(&faq));
        engine.ask(&question, &Options::default())
    });
}

#[divan::bench(args = SIZES)]
fn making_an_index(bencher: Bencher<'_, '_>, entries: usize) {
    let sources = [source(entries)];
    let faq = faq::parse(&sources, None).unwrap();
    bencher.bench(|| {
        let engine = Engine::new(black_box(&faq));
        Indexed::in_memory(&engine, &[String::new()]).unwrap()
    });
}

#[divan::bench(args = SIZES)]
fn opening_an_index(bencher: Bencher<'_, '_>, entries: usize) {
    let kept = Kept::new(entries);
    bencher.bench(|| kept.open());
}

/// The index is open; each question reads of it what it needs.
#[divan::bench(args = SIZES)]
fn indexed_question(bencher: Bencher<'_, '_>, entries: usize) {
    let kept = Kept::new(entries);
    let indexed = kept.open();
    bencher.bench(|| indexed.ask(black_box(&kept.question), &Options::default()));
}

/// A FAQ in a file with an index of it on disk.
struct Kept {
    folder: Folder,
    key: Key,
    names: [String; 1],
    question: String,
    _place: tempfile::TempDir,
}

impl Kept {
    fn new(entries: usize) -> Self {
        let place = tempfile::tempdir().unwrap();
        let file: PathBuf = place.path().join("faq.json");
        let sources = [source(entries)];
        fs::write(&file, &sources[0].text).unwrap();
        // A file that has just been changed is not indexed.
        thread::sleep(Duration::from_millis(2_100));
        let faq = faq::parse(&sources, None).unwrap();
        let folder = Folder::new(place.path().join("indexes"));
        let key = Key::new(&[(file, false)], None).unwrap();
        let names = [sources[0].name.clone()];
        cache::keep(
            &folder,
            &key,
            || true,
            &Engine::new(&faq),
            &names,
            &mut |_| {},
        )
        .unwrap();
        Self {
            folder,
            key,
            names,
            question: question(&faq),
            _place: place,
        }
    }

    fn open(&self) -> Indexed {
        Indexed::open(&self.folder, &self.key, &self.names).unwrap()
    }
}

/// A stored question with its words in another order.
fn question(faq: &Faq<'_>) -> String {
    let stored = &faq.entries[faq.entries.len() / 2].question;
    stored.split(' ').rev().collect::<Vec<_>>().join(" ")
}

/// A FAQ as JSON.
fn source(entries: usize) -> Source {
    let mut words = Words(1);
    let mut text = String::from("{\"language\": \"en\", \"faqs\": [\n");
    for entry in 0..entries {
        let (question, answer) = (words.text(9), words.text(55));
        let comma = if entry + 1 < entries { "," } else { "" };
        let line = format!(
            r#"{{"id": "q{entry}", "question": "How {question}?", "answer": "{answer}."}}{comma}"#
        );
        writeln!(text, "{line}").unwrap();
    }
    text.push_str("]}\n");
    Source::new("bench.json", text)
}

fn answers(count: usize) -> Vec<String> {
    let mut words = Words(1);
    (0..count).map(|_| words.text(55)).collect()
}

/// Words that are as frequent as words are: few often, most hardly ever. The same at every run.
struct Words(u64);

impl Words {
    /// A number in 0..1, by Marsaglia's xorshift.
    fn draw(&mut self) -> f64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as f64 / (1_u64 << 53) as f64
    }

    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "below 50,000 and not negative"
    )]
    fn text(&mut self, count: usize) -> String {
        let mut text = String::new();
        for place in 0..count {
            // An exponent drawn evenly makes rank n occur about 1/n as often as the first.
            let mut rank = 50_000_f64.powf(self.draw()) as usize;
            text.push_str(if place > 0 { " " } else { "" });
            while rank > 0 {
                text.push_str(["ba", "ter", "li", "mon", "so", "ke", "dru", "pin"][rank % 8]);
                rank /= 8;
            }
        }
        text
    }
}
