//! What fuzzing found and what it started from, tried again on every run, with mutations of it.
//!
//! `tests/fuzz/README.md` tells how to look for more with libFuzzer.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a target panics where something does not hold"
)]
#![allow(
    clippy::print_stdout,
    reason = "how many cases were tried is to be seen"
)]

#[cfg(target_os = "linux")]
mod growth;
mod mutations;
mod targets;

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use proptest::test_runner::{Config, TestError, TestRunner};

use mutations::{Mutation, mutations};
use targets::{TARGETS, Target};

/// How many mutations each target is tried with at least.
const MUTATIONS: u32 = 24;

/// Far longer than any small input takes.
const HANGS: Duration = Duration::from_secs(20);

/// The kept corpus of a target, and what files there are of the formats: (where it is from, what it holds).
fn corpus(target: &Target) -> Vec<(PathBuf, Vec<u8>)> {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let mut found = Vec::new();
    collect(&tests.join("fuzz/corpus").join(target.name), &mut found);
    assert!(!found.is_empty(), "{} has no corpus", target.name);
    // Readers also get the files that are kept for their own tests.
    let fixtures = tests.join("formats/fixtures").join(target.name);
    if fixtures.is_dir() {
        collect(&fixtures, &mut found);
    }
    found.sort();
    found
}

fn collect(folder: &Path, found: &mut Vec<(PathBuf, Vec<u8>)>) {
    for file in fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        let bytes = fs::read(&path).unwrap();
        found.push((path, bytes));
    }
}

#[test]
fn every_target_stands_the_kept_corpus() {
    let mut tried = 0;
    for target in TARGETS {
        for (path, bytes) in corpus(target) {
            // Shown when the target panics.
            println!("{}: {}", target.name, path.display());
            let begin = Instant::now();
            (target.run)(&bytes);
            assert!(begin.elapsed() < HANGS, "took {:?}", begin.elapsed());
            tried += 1;
        }
    }
    println!("{tried} files tried with {} targets", TARGETS.len());
}

#[test]
fn every_target_stands_mutations_of_its_corpus() {
    let mut tried = 0;
    for target in TARGETS {
        let corpus: Vec<Vec<u8>> = corpus(target).into_iter().map(|(_, bytes)| bytes).collect();
        // `PROPTEST_CASES` asks for more.
        let cases = Config::default().cases.max(256) / 256 * MUTATIONS;
        let config = Config {
            cases,
            failure_persistence: None,
            ..Config::default()
        };
        let ran = TestRunner::new(config).run(&mutations(), |mutation: Mutation| {
            (target.run)(&mutation.apply(&corpus));
            Ok(())
        });
        if let Err(TestError::Fail(reason, mutation)) = ran {
            let input = Path::new(env!("CARGO_TARGET_TMPDIR")).join(target.name);
            fs::write(&input, mutation.apply(&corpus)).unwrap();
            panic!(
                "{}: {reason}\nthe input is {}",
                target.name,
                input.display()
            );
        }
        tried += cases;
    }
    println!("{tried} mutations tried with {} targets", TARGETS.len());
}

#[test]
fn every_target_has_a_program_for_libfuzzer() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz/libfuzzer");
    if !folder.is_dir() {
        println!("skipped: a packed crate does not hold other crates");
        return;
    }
    let manifest = fs::read_to_string(folder.join("Cargo.toml")).unwrap();
    for Target { name, .. } in TARGETS {
        let program = folder.join("targets").join(name).with_extension("rs");
        let program = fs::read_to_string(program).unwrap();
        assert!(
            program.contains(&format!("faq_fuzz::run({name:?}, ")),
            "{name}"
        );
        let row = format!("[[bin]]\nname = {name:?}\npath = \"targets/{name}.rs\"\n");
        assert!(manifest.contains(&row), "{name}");
    }
    assert_eq!(manifest.matches("[[bin]]").count(), TARGETS.len());
}
