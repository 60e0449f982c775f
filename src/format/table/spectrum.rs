//! Tables that nobody here wrote, each with the JSON that it means: csv-spectrum.
#![allow(
    clippy::print_stdout,
    reason = "how many tables were tried, or that none was, is to be seen"
)]

use std::path::{Path, PathBuf};
use std::{env, fs};

use serde_json::Value;

use super::dialect::Dialect;
use super::rows::{Row, Rows};
use crate::format::Format;

/// This one is told differently by the corpus itself: the number in its JSON is not the one in its table.
const AT_ODDS: (&str, &str) = ("location_coordinates", "Contact Phone Number");

#[test]
fn rows_are_what_csv_spectrum_says_they_are() {
    let Some(corpora) = env::var_os("FAQ_CORPORA").filter(|folder| !folder.is_empty()) else {
        println!("skipped: FAQ_CORPORA is not set");
        return;
    };
    let folder = Path::new(&corpora).join("csv-spectrum");
    let tables: Vec<PathBuf> = fs::read_dir(folder.join("csvs"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    assert_eq!(tables.len(), 12);
    for table in &tables {
        let name = table.file_stem().unwrap().to_str().unwrap();
        let text = fs::read_to_string(table).unwrap();
        // These are stored with mere line feeds.
        let text = if name.ends_with("_crlf") {
            text.replace('\n', "\r\n")
        } else {
            text
        };
        let json = fs::read_to_string(folder.join(format!("json/{name}.json"))).unwrap();
        let meant: Value = serde_json::from_str(&json).unwrap();
        // A single object stands for a list of one.
        let meant = meant.as_array().cloned().unwrap_or_else(|| vec![meant]);
        assert_eq!(objects(name, &text), without_odds(name, meant), "{name}");
    }
    println!("{} tables of csv-spectrum tried", tables.len());
}

/// The rows as objects, by the names that the first row gives.
fn objects(name: &str, text: &str) -> Vec<Value> {
    let dialect = Dialect {
        separator: b',',
        quoting: true,
        crlf: false,
        start: 0,
    };
    let mut rows = Rows::new(text, dialect, Format::Csv).map(Result::unwrap);
    let header = rows.next().unwrap();
    let object = |row: Row<'_>| {
        assert_eq!(row.cells.len(), header.cells.len(), "{name}");
        let names = header.cells.iter().map(|cell| cell.text.to_string());
        let values = row.cells.iter().map(|cell| cell.text.to_string().into());
        Value::Object(names.zip(values).collect())
    };
    without_odds(name, rows.map(object).collect())
}

fn without_odds(name: &str, mut objects: Vec<Value>) -> Vec<Value> {
    if name == AT_ODDS.0 {
        for object in &mut objects {
            object.as_object_mut().unwrap().remove(AT_ODDS.1).unwrap();
        }
    }
    objects
}
