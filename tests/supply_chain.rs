//! What others wrote and this program is made of: licences, duplicates, how much there is, and why each is needed.
//!
//! `.ci/supply-chain` checks what has to be asked on the network: yanked versions and advisories.
#![cfg(all(target_os = "linux", target_arch = "x86_64", target_env = "gnu"))]
#![allow(
    clippy::unwrap_used,
    reason = "a tree that cannot be read is a failed test"
)]
#![allow(
    clippy::print_stdout,
    reason = "how many packages there are is to be seen"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::Command;
use std::{env, fs};

/// The most packages that the program may be made of, itself among them.
const MOST_PACKAGES: usize = 60;

/// The same of the least that is a program.
const MOST_PACKAGES_OF_LEAST: usize = 25;

/// The same of the library alone.
const MOST_PACKAGES_OF_LIBRARY: usize = 20;

/// The options for the least that is a program.
const LEAST: &[&str] = &["--no-default-features", "--features", "cli"];

/// Licences that ask for no more than to be named. One of each alternative has to be here.
const LICENCES: &[&str] = &[
    "MIT",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "ISC",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
    "0BSD",
];

/// Packages with a licence that asks for more, and which: whoever changes a file of these publishes that file.
const EXCEPTIONS: &[(&str, &str)] = &[("colored", "MPL-2.0")];

/// Packages of which there may be two versions, each with a reason.
const DUPLICATES: &[&str] = &[];

/// A package of the program as `cargo tree` names it.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Package {
    name: String,
    version: String,
    licence: String,
}

/// Set, it asks for what the program is made of on any system, and what is needed to build it: where all of it is there.
const EVERY_SYSTEM: &str = "FAQ_EVERY_SYSTEM";

/// All that the program is made of, with these features.
fn packages(features: &[&str]) -> BTreeSet<Package> {
    let (edges, system) = if env::var_os(EVERY_SYSTEM).is_some() {
        ("normal,build", "all")
    } else {
        ("normal", "x86_64-unknown-linux-gnu")
    };
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(cargo)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .args(["tree", "--locked", "--offline"])
        .args(["--edges", edges, "--target", system])
        .args(["--prefix", "none", "--format", "{p}|{l}"])
        .args(features)
        .output()
        .unwrap();
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{errors}");
    let tree = String::from_utf8(output.stdout).unwrap();
    let lines = tree.lines().filter(|line| line.contains('|'));
    lines.map(package).collect()
}

/// A line such as `csv v1.4.0|Unlicense/MIT`, or with a path or `(proc-macro)` after the version, or ` (*)` at its end.
fn package(line: &str) -> Package {
    let (package, licence) = line.split_once('|').unwrap();
    let mut parts = package.split(' ');
    Package {
        name: parts.next().unwrap().to_owned(),
        version: parts.next().unwrap().to_owned(),
        licence: licence.trim_end_matches(" (*)").to_owned(),
    }
}

/// Whether a licence expression can be kept with these alone.
fn is_allowed(expression: &str, licences: &[&str]) -> bool {
    let flat = expression.replace(['(', ')'], " ").replace('/', " OR ");
    // None of those we meet nests further than this: all of what AND joins, one of what OR joins.
    flat.split(" AND ").all(|part| {
        part.split(" OR ")
            .any(|licence| licences.contains(&licence.trim()))
    })
}

#[test]
fn licences_are_told_apart() {
    for (expression, expected) in [
        ("MIT", true),
        ("MIT/Apache-2.0", true),
        ("GPL-3.0 OR MIT", true),
        ("(MIT OR Apache-2.0) AND Unicode-3.0", true),
        ("(MIT OR Apache-2.0) AND GPL-3.0", false),
        ("MPL-2.0", false),
        ("Apache-2.0 WITH LLVM-exception", false),
        ("", false),
    ] {
        assert_eq!(is_allowed(expression, LICENCES), expected, "{expression}");
    }
}

#[test]
fn every_licence_is_allowed() {
    let packages = packages(&[]);
    let mut refused = Vec::new();
    for package in &packages {
        let exception = EXCEPTIONS
            .iter()
            .any(|&(name, licence)| name == package.name && licence == package.licence);
        if !exception && !is_allowed(&package.licence, LICENCES) {
            refused.push(package);
        }
    }
    assert!(refused.is_empty(), "{refused:#?}");
    for (name, _) in EXCEPTIONS {
        assert!(
            packages.iter().any(|package| package.name == *name),
            "{name} is not used"
        );
    }
    println!("{} licences checked", packages.len());
}

#[test]
fn no_package_is_there_in_two_versions() {
    let packages = packages(&[]);
    let mut versions: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for package in &packages {
        let of_name = versions.entry(&package.name).or_default();
        of_name.push(&package.version);
    }
    versions.retain(|name, versions| versions.len() > 1 && !DUPLICATES.contains(name));
    assert!(versions.is_empty(), "{versions:?}");
}

#[test]
fn there_are_not_too_many_packages() {
    let program = packages(&[]).len();
    let library = packages(&["--no-default-features"]).len();
    let least = packages(LEAST).len();
    println!(
        "{program} packages make the program, {least} the least of one, {library} the library"
    );
    assert!(program <= MOST_PACKAGES, "{program} packages");
    assert!(least <= MOST_PACKAGES_OF_LEAST, "{least} packages");
    assert!(library <= MOST_PACKAGES_OF_LIBRARY, "{library} packages");
}

/// The table of docs/features.md is made by a script that takes half an hour; that it is of these features can be told
/// at once.
#[test]
fn every_feature_has_its_cost_in_the_documents() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let manifest = fs::read_to_string(root.join("Cargo.toml")).unwrap();
    let page = fs::read_to_string(root.join("docs/features.md")).unwrap();
    let rows: BTreeMap<&str, &str> = page
        .lines()
        .filter_map(|line| {
            let mut cells = line.strip_prefix("| ")?.split(" | ");
            Some((cells.next()?.trim_matches('`'), cells.nth(1)?))
        })
        .collect();
    let least = packages(LEAST).len();
    let mut features: Vec<&str> = dependencies(&manifest, "[features]").collect();
    features.retain(|feature| !["cli", "default"].contains(feature));
    assert!(features.len() > 5, "{features:?}");
    for feature in features {
        let with = format!("cli,{feature}");
        let more = packages(&["--no-default-features", "--features", &with]).len() - least;
        let shown = rows.get(feature).copied();
        assert_eq!(shown, Some(format!("+{more}").as_str()), "{feature}");
    }
    assert_eq!(rows.get("cli").copied(), Some(least.to_string().as_str()));
}

#[test]
fn every_dependency_names_the_features_that_need_it() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let manifest = fs::read_to_string(root.join("Cargo.toml")).unwrap();
    let readme = fs::read_to_string(root.join("README.md")).unwrap();
    let (_, section) = readme.split_once("\n## Dependencies\n").unwrap();
    let section = section.split("\n## ").next().unwrap();
    let quoted = |cell: &str| -> BTreeSet<String> {
        let names = cell.split('`').skip(1).step_by(2);
        names.map(str::to_owned).collect()
    };
    let mut shown: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for row in section.lines().filter(|line| line.starts_with("| `")) {
        let cells: Vec<&str> = row.split('|').collect();
        for name in quoted(cells[1]) {
            shown.insert(name, quoted(cells[2]));
        }
    }
    let mut needed: BTreeMap<String, BTreeSet<String>> = shown
        .keys()
        .map(|name| (name.clone(), BTreeSet::new()))
        .collect();
    for line in section_of(&manifest, "[features]") {
        let Some((feature, parts)) = line.split_once(" = ") else {
            continue;
        };
        for part in parts
            .split('"')
            .filter_map(|part| part.strip_prefix("dep:"))
        {
            let of_part = needed.entry(part.to_owned()).or_default();
            of_part.insert(feature.to_owned());
        }
    }
    assert_eq!(
        shown, needed,
        "Cargo.toml and the table of README.md differ"
    );
}

#[test]
fn every_dependency_has_a_reason_in_the_readme() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let manifest = fs::read_to_string(root.join("Cargo.toml")).unwrap();
    let readme = fs::read_to_string(root.join("README.md")).unwrap();
    let (_, section) = readme.split_once("\n## Dependencies\n").unwrap();
    let section = section.split("\n## ").next().unwrap();
    let rows = section.lines().filter(|line| line.starts_with("| `"));
    let reasoned: BTreeSet<&str> = rows
        .filter(|row| {
            row.split('|')
                .nth(3)
                .is_some_and(|why| !why.trim().is_empty())
        })
        .filter_map(|row| row.split('|').nth(1))
        .flat_map(|names| names.split('`').skip(1).step_by(2))
        .collect();
    let unix = dependencies(&manifest, "[target.'cfg(unix)'.dependencies]");
    let named: BTreeSet<&str> = dependencies(&manifest, "[dependencies]")
        .chain(unix)
        .collect();
    assert!(named.len() > 10, "{named:?}");
    assert_eq!(
        named, reasoned,
        "Cargo.toml and the table of README.md differ"
    );
    for name in dependencies(&manifest, "[dev-dependencies]") {
        let is_named = section.contains(&format!("`{name}`"));
        assert!(
            is_named,
            "{name} is not named in README.md, under Dependencies"
        );
    }
}

/// The names in a section of a manifest.
fn dependencies<'m>(manifest: &'m str, section: &str) -> impl Iterator<Item = &'m str> {
    section_of(manifest, section).filter_map(|line| Some(line.split_once(" = ")?.0))
}

/// The lines of a section.
fn section_of<'m>(manifest: &'m str, section: &str) -> impl Iterator<Item = &'m str> {
    let lines = manifest.lines().skip_while(move |line| *line != section);
    lines.skip(1).take_while(|line| !line.starts_with('['))
}
