//! Keeps the arrows of the house one-way: who may know whom, read from the source itself.
//!
//! Change a rule in [`rules`] when the house changes; a file that fits no room there fails, too.
#![allow(
    clippy::unwrap_used,
    reason = "sources that cannot be read are a failed test"
)]
#![allow(clippy::print_stdout, reason = "a test says how much it looked at")]

mod house;
mod paths;
mod printers;
mod rules;
mod tokens;
mod violations;

use std::fs;
use std::path::{Path, PathBuf};

use house::{File, violations};
use rules::{DOORS, ROOMS};

#[test]
fn the_house_keeps_its_arrows() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    collect(root, &root.join("src"), &mut files);
    assert!(files.len() > 20, "only {} files found", files.len());
    let found = violations(&files, ROOMS, DOORS);
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

#[test]
fn text_reaches_a_terminal_through_one_door() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut paths = Vec::new();
    list(&root.join("src/cli"), &mut paths);
    let past = |path: &PathBuf| {
        let name = path.strip_prefix(root).unwrap().to_str().unwrap();
        printers::written_past_the_door(name, &fs::read_to_string(path).unwrap())
    };
    let found: Vec<String> = paths.iter().flat_map(past).collect();
    assert!(found.is_empty(), "\n{}", found.join("\n"));
    println!("one door: {} files looked at", paths.len());
}

fn list(folder: &Path, paths: &mut Vec<PathBuf>) {
    for item in fs::read_dir(folder).unwrap() {
        let path = item.unwrap().path();
        if path.is_dir() {
            list(&path, paths);
        } else {
            paths.push(path);
        }
    }
}

fn collect(root: &Path, folder: &Path, files: &mut Vec<File>) {
    let mut paths: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            collect(root, &path, files);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let name: Vec<_> = path
                .strip_prefix(root)
                .unwrap()
                .iter()
                .map(|part| part.to_str().unwrap())
                .collect();
            files.push(File::new(
                &name.join("/"),
                &fs::read_to_string(&path).unwrap(),
            ));
        }
    }
}
