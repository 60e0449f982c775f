//! Turns the sources in `src/lexicon` into tables that need no reading when the program starts.
//!
//! Texts stand in one string each, with where they end: a table of pointers would have to be relocated at every start.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::fmt::{Display, Write as _};
use std::path::Path;
use std::{env, fs};

use pagefind_stem::{Algorithm, Stemmer};

use crate::cjk;

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

/// The parts of the source that hold groups, in the order of their groups in the tables.
const KINDS: [&str; 3] = ["same", "near", "forms"];

#[derive(Default)]
struct Lexicon<'s> {
    /// The groups of each kind, each member as its words.
    groups: [Vec<Vec<Vec<&'s str>>>; KINDS.len()],
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
                let kind = KINDS.iter().position(|kind| *kind == name);
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
        self.write_words(&mut rust)?;
        self.write_groups(&mut rust)?;
        self.write_known(&mut rust)?;
        Ok(rust)
    }

    /// Every word as it is spelt, with the inflections of common ones, and how common it is.
    fn write_words(&self, rust: &mut String) -> Result<(), Box<dyn Error>> {
        let mut words: BTreeMap<String, u16> = BTreeMap::new();
        let spelt = self.groups.iter().flatten().flatten().flatten();
        let spelt = spelt.filter(|word| !word.starts_with(cjk::is_cjk));
        words.extend(spelt.map(|&word| (word.to_owned(), 0)));
        let mut add = |word: String, rate: u16| {
            let known = words.entry(word).or_insert(0);
            // What is common as a word of its own is no rarer as the form of another.
            *known = if *known == 0 { rate } else { rate.min(*known) };
        };
        for (&word, &rate) in &self.common {
            add(word.to_owned(), rate);
            for form in inflections(word) {
                if !self.common.contains_key(form.as_str()) {
                    add(form, rate);
                }
            }
        }
        for forms in &self.groups[2] {
            let rate = forms
                .first()
                .and_then(|base| self.common.get(base.first()?));
            for form in forms.iter().flatten() {
                if let (Some(&rate), false) = (rate, self.common.contains_key(form)) {
                    add((*form).to_owned(), rate);
                }
            }
        }
        write_texts(rust, "WORD", words.keys().map(String::as_str))?;
        write_table(rust, "WORD_RATES", "u16", words.values())
    }

    /// The stems of words of which no more is known: those of one length one after the other, the shortest first, and where those
    /// of each length end.
    fn write_known(&self, rust: &mut String) -> Result<(), Box<dyn Error>> {
        let stemmer = Stemmer::create(Algorithm::English);
        let stems: BTreeSet<_> = self.known.iter().map(|word| stemmer.stem(word)).collect();
        let mut by_length: Vec<Vec<&str>> = Vec::new();
        for stem in &stems {
            by_length.resize(by_length.len().max(stem.len() + 1), Vec::new());
            by_length[stem.len()].push(stem);
        }
        let ends = by_length.iter().scan(0, |end, stems| {
            *end += stems.iter().map(|stem| stem.len()).sum::<usize>();
            Some(*end)
        });
        let text = by_length.concat().concat();
        writeln!(rust, "pub(super) static KNOWN_TEXT: &str = {text:?};")?;
        write_table(rust, "KNOWN_ENDS", "u32", ends)
    }

    /// Every group, its members, their words as stems, and which members begin with a stem.
    fn write_groups(&self, rust: &mut String) -> Result<(), Box<dyn Error>> {
        let stemmer = Stemmer::create(Algorithm::English);
        let stems_of = |member: &[&str]| stems(member, &stemmer);
        let all = self.groups.iter().flatten();
        let stems: BTreeSet<String> = all
            .clone()
            .flatten()
            .flat_map(|member| stems_of(member))
            .collect();
        let numbers: BTreeMap<&str, usize> = stems.iter().map(String::as_str).zip(0..).collect();

        let (mut group_ends, mut member_ends, mut member_groups) =
            (Vec::new(), Vec::new(), Vec::new());
        let mut member_stems = Vec::new();
        let mut beginning: Vec<Vec<usize>> = vec![Vec::new(); stems.len()];
        for (group, members) in all.enumerate() {
            let mut written = BTreeSet::new();
            for member in members {
                let member: Vec<usize> = stems_of(member)
                    .iter()
                    .map(|stem| numbers[stem.as_str()])
                    .collect();
                if written.insert(member.clone()) {
                    beginning[member[0]].push(member_groups.len());
                    member_groups.push(group);
                    member_stems.extend(member);
                    member_ends.push(member_stems.len());
                }
            }
            group_ends.push(member_groups.len());
        }
        let mut beginning_ends = Vec::new();
        let mut beginning_members: Vec<usize> = Vec::new();
        for members in &beginning {
            beginning_members.extend(members);
            beginning_ends.push(beginning_members.len());
        }
        let kind_ends = self.groups.iter().scan(0, |end, groups| {
            *end += groups.len();
            Some(*end)
        });

        write_texts(rust, "STEM", stems.iter().map(String::as_str))?;
        write_table(rust, "KIND_ENDS", "u16", kind_ends)?;
        write_table(rust, "GROUP_ENDS", "u16", group_ends)?;
        write_table(rust, "MEMBER_ENDS", "u16", member_ends)?;
        write_table(rust, "MEMBER_GROUPS", "u16", member_groups)?;
        write_table(rust, "MEMBER_STEMS", "u16", member_stems)?;
        write_table(rust, "BEGINNING_ENDS", "u16", beginning_ends)?;
        write_table(rust, "BEGINNING_MEMBERS", "u16", beginning_members)
    }
}

/// The stems of the words of a member; what is written in characters becomes these and their pairs.
fn stems(member: &[&str], stemmer: &Stemmer) -> Vec<String> {
    let mut stems: Vec<String> = Vec::new();
    for word in member {
        if word.starts_with(cjk::is_cjk) {
            stems.extend(cjk::grams(word).map(str::to_owned));
        } else {
            stems.push(stemmer.stem(word).into_owned());
        }
    }
    if stems.len() > 1 {
        // As in the analysis, final consonants tell nothing in a phrase.
        for stem in &mut stems {
            *stem = stem.chars().map(cjk::without_final).collect();
        }
    }
    stems
}

/// The regular inflections of an English word: some are no words, which does no harm.
fn inflections(word: &str) -> Vec<String> {
    let with = |stem: &str, endings: &[&str]| -> Vec<String> {
        endings
            .iter()
            .map(|ending| format!("{stem}{ending}"))
            .collect()
    };
    let vowel = |byte: u8| b"aeiou".contains(&byte);
    match word.as_bytes() {
        [.., before, b'y'] if !vowel(*before) => {
            let mut forms = with(&word[..word.len() - 1], &["ies", "ied"]);
            forms.push(format!("{word}ing"));
            forms
        }
        [.., b'e'] => {
            let mut forms = with(word, &["s", "d"]);
            forms.push(format!("{}ing", &word[..word.len() - 1]));
            forms
        }
        [.., b's' | b'x' | b'z'] | [.., b'c' | b's', b'h'] => with(word, &["es", "ed", "ing"]),
        [.., first, middle, last]
            if !vowel(*first) && vowel(*middle) && !vowel(*last) && !b"wxy".contains(last) =>
        {
            let last = char::from(*last);
            let doubled = format!("{word}{last}");
            [
                with(word, &["s", "ed", "ing"]),
                with(&doubled, &["ed", "ing"]),
            ]
            .concat()
        }
        _ => with(word, &["s", "ed", "ing"]),
    }
}

fn write_texts<'t>(
    rust: &mut String,
    name: &str,
    texts: impl Iterator<Item = &'t str>,
) -> Result<(), Box<dyn Error>> {
    let mut all = String::new();
    let mut ends = Vec::new();
    // How many texts begin with a lesser byte, for each byte and one more.
    let mut firsts = vec![0; 257];
    for text in texts {
        all.push_str(text);
        ends.push(all.len());
        if let Some(first) = text.bytes().next() {
            firsts[usize::from(first) + 1] = ends.len();
        }
    }
    for byte in 1..firsts.len() {
        firsts[byte] = firsts[byte].max(firsts[byte - 1]);
    }
    writeln!(rust, "pub(super) static {name}_TEXT: &str = {all:?};")?;
    write_table(rust, &format!("{name}_ENDS"), "u32", ends)?;
    write_table(rust, &format!("{name}_FIRSTS"), "u16", firsts)
}

fn write_table<T: Display>(
    rust: &mut String,
    name: &str,
    number: &str,
    values: impl IntoIterator<Item = T>,
) -> Result<(), Box<dyn Error>> {
    let values: Vec<String> = values.into_iter().map(|value| value.to_string()).collect();
    writeln!(
        rust,
        "pub(super) static {name}: [{number}; {}] = [{}];",
        values.len(),
        values.join(",")
    )?;
    Ok(())
}
