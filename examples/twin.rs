//! Compares what an index says with what its source says, on labelled question sets.
//!
//!     cargo run --release --example twin -- SETS
//!
//! SETS is a folder of sets, each with `faq.json` and `queries.jsonl`. Small FAQs are never indexed by the program; here
//! they are, to see what it costs that only the likeliest entries are looked at.
#![allow(clippy::print_stdout, reason = "it is run by hand")]

use std::path::{Path, PathBuf};
use std::{env, error, fs};

use faq::cache::Indexed;
use faq::{DEFAULT_SIZE_LIMIT, Engine, Options, Source};
use serde_json::Value;

fn main() -> Result<(), Box<dyn error::Error>> {
    let sets = env::args_os().nth(1).ok_or("name a folder of sets")?;
    let mut folders: Vec<PathBuf> = fs::read_dir(sets)?
        .map(|folder| folder.map(|folder| folder.path()))
        .collect::<Result<_, _>>()?;
    folders.sort();
    println!("set: questions, same first match, same status, right by source, right by index");
    for folder in folders
        .iter()
        .filter(|folder| folder.join("faq.json").exists())
    {
        compare(folder)?;
    }
    Ok(())
}

fn compare(folder: &Path) -> Result<(), Box<dyn error::Error>> {
    let sources = [Source::read_file(
        &folder.join("faq.json"),
        DEFAULT_SIZE_LIMIT,
    )?];
    let faq = faq::parse(&sources, None)?;
    let engine = Engine::new(&faq);
    let index = Indexed::in_memory(&engine, &[sources[0].name.clone()])?;
    let options = Options::default();
    let [
        mut all,
        mut same_first,
        mut same_status,
        mut by_source,
        mut by_index,
    ] = [0_usize; 5];
    for line in fs::read_to_string(folder.join("queries.jsonl"))?.lines() {
        let case: Value = serde_json::from_str(line)?;
        let question = case["query"].as_str().ok_or("a question is text")?;
        let is_right = |id: &str| {
            let relevant = case["relevant"].as_array();
            relevant.is_some_and(|ids| ids.iter().any(|known| known == id))
        };
        let reply = engine.ask(question, &options);
        let (indexed, excerpt) = index.ask(question, &options);
        let first = reply
            .matches
            .first()
            .map(|it| faq.entries[it.entry].id.as_ref());
        let first_indexed = indexed.matches.first();
        let first_indexed = first_indexed.map(|it| excerpt.entries[it.entry].id.as_ref());
        all += 1;
        same_first += usize::from(first == first_indexed);
        same_status += usize::from(reply.status == indexed.status);
        by_source += usize::from(first.is_some_and(is_right));
        by_index += usize::from(first_indexed.is_some_and(is_right));
    }
    let name = folder.file_name().unwrap_or_default().display();
    println!("{name}: {all}, {same_first}, {same_status}, {by_source}, {by_index}");
    Ok(())
}
