//! The program in real shells: completions at a prompt, pages in `man`, and the recipes of `docs/recipes.md`.
//!
//! What a machine does not have is skipped, and said aloud.
#![cfg(unix)]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a shell that cannot be set up is a failed test"
)]
#![allow(clippy::print_stdout, reason = "a test that had to be skipped says so")]

mod completions;
mod fzf;
mod man;
mod recipes;
mod screen;

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

/// Whether all these programs are there; if not, the test is skipped, and says why.
fn there(programs: &[&str]) -> bool {
    let path = env::var_os("PATH").unwrap_or_default();
    let missing: Vec<&&str> = programs
        .iter()
        .filter(|program| !env::split_paths(&path).any(|folder| folder.join(program).is_file()))
        .collect();
    if !missing.is_empty() {
        println!("skipped: there is no {missing:?}");
    }
    missing.is_empty()
}

/// The variable that finds this build's program first.
fn path() -> String {
    let folder = Path::new(env!("CARGO_BIN_EXE_faq")).parent().unwrap();
    format!("{}:{}", folder.display(), env::var("PATH").unwrap())
}

/// A line of bash in a folder, with nothing in its environment but what finds programs.
fn bash(folder: &Path, script: &str) -> Command {
    let mut command = Command::new("bash");
    command
        .args(["-eu", "-o", "pipefail", "-c", script])
        .env_clear()
        .env("PATH", path())
        .env("HOME", folder)
        .env("LC_ALL", "C.UTF-8")
        .current_dir(folder);
    command
}

/// The blocks of a page with what stands after their fences, in their order.
fn blocks(page: &str) -> Vec<(String, String)> {
    let mut blocks = Vec::new();
    let mut lines = page.lines();
    while let Some(line) = lines.next() {
        let Some(kind) = line.strip_prefix("```") else {
            continue;
        };
        let text: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
        blocks.push((kind.to_owned(), text.join("\n") + "\n"));
    }
    blocks
}

/// The page of recipes.
fn recipes() -> String {
    let page: PathBuf = [env!("CARGO_MANIFEST_DIR"), "docs", "recipes.md"]
        .iter()
        .collect();
    fs::read_to_string(page).unwrap()
}
