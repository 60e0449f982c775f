//! The table of constants in `docs/matching.md` beside the source.

use std::fs;
use std::path::Path;

/// Constants that say how words are kept, or belong to `faq check` and `faq misses`, and play no part in matching.
const OTHERS: &[&str] = &[
    "AT_ONCE",
    "BITS",
    "BLOCK",
    "BYTES_OF_SEEN",
    "BYTES_OF_TEXT",
    "BYTES_OF_WORD",
    "BYTES_PER_DISTINCT_WORD",
    "BYTES_PER_WORD",
    "CAPITAL",
    "CHUNK",
    "COUNTS_PER_ENTRY",
    "DISTINCT_WORDS",
    "ENDING",
    "FEATURES",
    "FEWEST_SLOTS",
    "HEAD",
    "IN_WORD",
    "IS_OTHER",
    "LEAST_LIKE",
    "LONG_ENDING",
    "MANY",
    "MORE_OFTEN",
    "MOST_BYTES",
    "MOST_COMPARED",
    "MOST_LIKE_ONE",
    "MOST_PLACES",
    "MOST_TAKEN",
    "MOST_WORDS",
    "NONE",
    "NO_WORD",
    "OUTSIDE",
    "PLACES",
    "PLAIN",
    "RANGE",
    "ROUNDING",
    "SPARE",
    "STRETCH",
    "TOLD_APART",
    "BYTES_WORTH_A_THREAD",
    "ENTRIES_WORTH_A_THREAD",
    "THINGS_WORTH_A_THREAD",
    "WORDS_COMPARED",
];

/// What in the table is not what the source says, and what it lacks.
pub(crate) fn wrong(page: &str, src: &Path) -> Vec<String> {
    let rows: Vec<(String, String, String)> = page.lines().flat_map(rows).collect();
    let mut wrong = Vec::new();
    let mut files = Vec::new();
    for folder in ["search", "text"] {
        add_files(src, Path::new(folder), &mut files);
    }
    for (file, text) in &files {
        for (name, value) in text.lines().filter_map(constant) {
            let row = rows
                .iter()
                .find(|(known, _, at)| *known == name && at == file);
            match row {
                Some((_, told, _)) if plain(told) == plain(value) => {}
                Some((_, told, _)) => wrong.push(format!("{name} is {value}, not {told}")),
                None if OTHERS.contains(&name) => {}
                None => wrong.push(format!("{name} of {file} is not in the table")),
            }
        }
    }
    let gone = rows.iter().filter(|(name, _, at)| {
        let file = files.iter().find(|(file, _)| file == at);
        !file.is_some_and(|(_, text)| text.contains(name.as_str()))
    });
    wrong.extend(gone.map(|(name, _, at)| format!("{name} is not in {at}")));
    wrong
}

/// The names of a row of the table, each with its value and its file.
fn rows(line: &str) -> Vec<(String, String, String)> {
    let cells: Vec<&str> = line.split('|').map(str::trim).collect();
    let &["", names, values, file, _, ""] = &cells[..] else {
        return Vec::new();
    };
    let is_constant = |name: &&str| {
        name.chars()
            .all(|it| it.is_ascii_uppercase() || "_0123456789".contains(it))
    };
    let names = names.split(", ").map(|name| name.trim_matches('`'));
    let values = values.split(", ");
    names
        .zip(values)
        .filter(|(name, _)| is_constant(name) && file.ends_with(".rs`"))
        .map(|(name, value)| (name.into(), value.into(), file.trim_matches('`').into()))
        .collect()
}

/// A line that sets a number, by name and value.
fn constant(line: &str) -> Option<(&str, &str)> {
    let line = line.trim_start();
    let at = line.find("const ")?;
    let before = line[..at].trim_end();
    if !(before.is_empty() || before.starts_with("pub")) {
        return None;
    }
    let (name, rest) = line[at + "const ".len()..].split_once(": ")?;
    let (kind, value) = rest.split_once(" = ")?;
    let is_number = ["f64", "f32", "usize", "u32", "u8", "WordId"].contains(&kind);
    is_number.then(|| (name, value.trim_end_matches(';')))
}

/// A number, however it is written.
fn plain(number: &str) -> Option<f64> {
    let number = number.replace(['_', ','], "");
    let part = |text: &str| text.trim().parse::<f64>().ok();
    if let Some((one, by)) = number.split_once("<<") {
        return Some(part(one)? * part(by)?.exp2());
    }
    number.split('*').map(part).product()
}

fn add_files(src: &Path, folder: &Path, files: &mut Vec<(String, String)>) {
    for file in fs::read_dir(src.join(folder)).unwrap() {
        let name = folder.join(file.unwrap().file_name());
        if src.join(&name).is_dir() {
            add_files(src, &name, files);
        } else {
            let text = fs::read_to_string(src.join(&name)).unwrap();
            files.push((name.display().to_string(), text));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_and_lines_are_read() {
        let row = rows("| `A`, `B_2` | .85, 3 | `search/a.rs` | why |");
        let named = |name: &str, value: &str| (name.into(), value.into(), "search/a.rs".into());
        assert_eq!(row, [named("A", ".85"), named("B_2", "3")]);
        assert_eq!(rows("| `worth`: near | .4 | `search/a.rs` | why |"), []);
        assert_eq!(
            constant("pub(super) const A: f64 = 0.5;"),
            Some(("A", "0.5"))
        );
        assert_eq!(constant("let a = 1; // const A: f64 = 2"), None);
        for (a, b) in [
            ("65,536", "1 << 16"),
            (".5", "0.5"),
            ("65,536", "64 * 1024"),
            ("20,000", "20_000.0"),
        ] {
            assert_eq!(plain(a), plain(b), "{a}");
            assert!(plain(a).is_some(), "{a}");
        }
    }
}
