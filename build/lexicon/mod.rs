//! Turns the sources in `src/lexicon` into tables that need no reading when the program starts.
//!
//! The tables are numbers and bytes: one of pointers would have to be relocated at every start. What is in them is written
//! densely, as they are a seventh of the smallest program.

#[path = "../../src/lexicon/coding.rs"]
mod coding;
mod front_coding;
mod groups;
#[path = "../../src/lexicon/kind.rs"]
mod kind;
mod rust;
mod words;

use std::collections::BTreeMap;
use std::error::Error;
use std::path::Path;
use std::{env, fs};

use kind::Kind;

/// English first. The words of the others are of other scripts, so that all can stand in the same tables.
const SOURCES: [&str; 4] = [
    "src/lexicon/english.txt",
    "src/lexicon/chinese.txt",
    "src/lexicon/japanese.txt",
    "src/lexicon/korean.txt",
];

/// Words of English that are in no group and not common.
const WORDS: &str = "src/lexicon/words.txt";

/// Reads the sources and writes `lexicon.rs` for `src/lexicon/tables.rs` to include.
pub(crate) fn write_tables() -> Result<(), Box<dyn Error>> {
    let read = |source: &str| {
        println!("cargo:rerun-if-changed={source}");
        fs::read_to_string(source)
    };
    let texts = SOURCES
        .map(read)
        .into_iter()
        .collect::<Result<Vec<_>, _>>()?;
    let words = read(WORDS)?;
    let mut lexicon = Lexicon::default();
    for (source, text) in SOURCES.iter().zip(&texts) {
        lexicon.parse(source, text)?;
    }
    let lines = words.lines().filter(|line| !line.starts_with('#'));
    lexicon.known = lines.flat_map(str::split_whitespace).collect();
    let out = env::var_os("OUT_DIR").ok_or("OUT_DIR is not set")?;
    fs::write(Path::new(&out).join("lexicon.rs"), lexicon.tables()?)?;
    Ok(())
}

/// Words and phrases that are alike, each as its words.
type Group<'s> = Vec<Vec<&'s str>>;

#[derive(Default)]
struct Lexicon<'s> {
    /// The groups of each kind, in the order of [`Kind::ALL`].
    groups: [Vec<Group<'s>>; Kind::ALL.len()],
    /// Common words, and that they stand in one of how many questions.
    common: BTreeMap<&'s str, u16>,
    /// Words of which no more is known than that they are English.
    known: Vec<&'s str>,
}

enum Part {
    Groups(usize),
    Common(u16),
}

impl<'s> Lexicon<'s> {
    fn groups(&self, kind: Kind) -> &[Group<'s>] {
        let place = Kind::ALL.iter().position(|&other| other == kind);
        place.map_or(&[], |place| &self.groups[place])
    }

    fn parse(&mut self, source: &str, text: &'s str) -> Result<(), Box<dyn Error>> {
        let mut part = None;
        for (number, line) in (1..).zip(text.lines().map(str::trim)) {
            let at = |problem: String| format!("{source}:{number}: {problem}");
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            if let Some(name) = line
                .strip_prefix('[')
                .and_then(|rest| rest.strip_suffix(']'))
            {
                let kind = Kind::ALL.iter().position(|kind| kind.name() == name);
                let rate = name.strip_prefix("common ").map(str::parse);
                part = Some(match (kind, rate) {
                    (Some(kind), _) => Part::Groups(kind),
                    (None, Some(Ok(rate))) => Part::Common(rate),
                    _ => return Err(at(format!("no part of a lexicon is called {name}")).into()),
                });
                continue;
            }
            match part {
                None => return Err(at("this line stands in no part".to_owned()).into()),
                Some(Part::Groups(kind)) => {
                    let members = line.split(' ').map(|member| member.split('_').collect());
                    self.groups[kind].push(members.collect());
                }
                Some(Part::Common(rate)) => {
                    for word in line.split(' ') {
                        if self.common.insert(word, rate).is_some() {
                            return Err(at(format!("{word} is listed twice")).into());
                        }
                    }
                }
            }
        }
        Ok(())
    }

    fn tables(&self) -> Result<String, Box<dyn Error>> {
        let mut rust = String::new();
        words::write(self, &mut rust)?;
        groups::write(&self.groups, &mut rust)?;
        Ok(rust)
    }
}
