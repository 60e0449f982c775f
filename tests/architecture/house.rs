//! From the paths in a source to the rooms they lead to, and what is wrong with that.

use std::collections::HashMap;

use super::paths::{Path, paths};
use super::rules::{Door, Room};

/// A source file: where it is, which module it makes, and the paths in it.
pub(crate) struct File {
    name: String,
    module: Vec<String>,
    paths: Vec<Path>,
}

impl File {
    /// Reads a file by its name from the package's folder on, such as `src/text/fold.rs`.
    pub(crate) fn new(name: &str, source: &str) -> Self {
        let inner = name.trim_start_matches("src/").trim_end_matches(".rs");
        let mut module: Vec<String> = inner.split('/').map(str::to_owned).collect();
        module.retain(|part| part != "mod");
        match module[0].as_str() {
            "lib" => module = vec!["faq".to_owned()],
            "main" => {}
            "cli" => module.insert(0, "main".to_owned()),
            _ => module.insert(0, "faq".to_owned()),
        }
        Self {
            name: name.to_owned(),
            module,
            paths: paths(source),
        }
    }
}

/// Where modules are, and what each calls by which name.
struct Map {
    modules: Vec<Vec<String>>,
    imports: HashMap<(Vec<String>, String), Vec<String>>,
}

/// How often a name may stand for another that stands for another; more is a circle.
const MOST_STEPS: usize = 16;

impl Map {
    fn new(files: &[File]) -> Self {
        let mut map = Self {
            modules: files.iter().map(|file| file.module.clone()).collect(),
            imports: HashMap::new(),
        };
        for file in files {
            for path in &file.paths {
                let module = [&file.module[..], &path.within].concat();
                if !map.modules.contains(&module) {
                    map.modules.push(module.clone());
                }
                if let Some(alias) = path.alias.as_ref().filter(|alias| *alias != "*") {
                    map.imports
                        .insert((module, alias.clone()), path.names.clone());
                }
            }
        }
        map
    }

    /// The full path: `faq::…`, `main::…`, or that of another crate.
    fn resolve(&self, module: &[String], names: &[String], steps: usize) -> Vec<String> {
        let (first, rest) = (names[0].as_str(), &names[1..]);
        let parent = || module[..module.len().saturating_sub(1).max(1)].to_vec();
        let start = match first {
            "crate" => module[..1].to_vec(),
            "self" => module.to_vec(),
            "super" => parent(),
            _ => {
                let child = [module, &names[..1]].concat();
                let import = self.imports.get(&(module.to_vec(), first.to_owned()));
                if self.modules.contains(&child) {
                    child
                } else if let Some(import) =
                    import.filter(|import| steps < MOST_STEPS && *import != names)
                {
                    let import = [import, rest].concat();
                    return self.resolve(module, &import, steps + 1);
                } else {
                    // Another crate, or something of this module.
                    return names.to_vec();
                }
            }
        };
        self.descend(start, rest, steps)
    }

    /// Goes on from a module: up again, down, or to what the module calls by that name.
    fn descend(&self, mut at: Vec<String>, names: &[String], steps: usize) -> Vec<String> {
        for (number, name) in names.iter().enumerate() {
            let import = self.imports.get(&(at.clone(), name.clone()));
            match import {
                _ if name == "super" => at.truncate(at.len().saturating_sub(1).max(1)),
                Some(import) if steps < MOST_STEPS => {
                    let import = [import, &names[number + 1..]].concat();
                    return self.resolve(&at, &import, steps + 1);
                }
                _ => at.push(name.clone()),
            }
        }
        at
    }
}

/// Everything that is wrong, as `file:line: what`.
pub(crate) fn violations(files: &[File], rooms: &[Room], doors: &[Door]) -> Vec<String> {
    let map = Map::new(files);
    let mut found = Vec::new();
    for room in rooms {
        let there = |file: &File| file.module.join("::") == room.room;
        if !files.iter().any(there) {
            found.push(format!("rules.rs: there is no room {}", room.room));
        }
    }
    for file in files {
        let Some(own) = room_of(rooms, &file.module) else {
            found.push(format!("{}:1: no room in rules.rs holds it", file.name));
            continue;
        };
        // The two roots hold nothing but their own file: any other is a room that nobody made rules for.
        if ["faq", "main"].contains(&own.room) && file.module.len() > 1 {
            found.push(format!("{}:1: no room in rules.rs holds it", file.name));
            continue;
        }
        for path in &file.paths {
            let module = [&file.module[..], &path.within].concat();
            let full = map.resolve(&module, &path.names, 0);
            let place = format!("{}:{}", file.name, path.line);
            let written = path.names.join("::");
            // To the program, the library is one room.
            if let Some(known) = room_of(rooms, &full) {
                let crosses = known.room.starts_with("faq") && own.room.starts_with("main");
                let known_as = if crosses { "faq" } else { known.room };
                // The tests of a room may ask through the room that it is a part of.
                let is_test = path.within.first().is_some_and(|module| module == "tests");
                let from_above = is_test && own.room.starts_with(&format!("{known_as}::"));
                if known_as != own.room && !own.may_know.contains(&known_as) && !from_above {
                    let (own, known) = (own.room, known.room);
                    found.push(format!("{place}: {own} may not know {known} ({written})"));
                }
            }
            for door in doors {
                let what: Vec<String> = door.what.split("::").map(str::to_owned).collect();
                // A macro is one by whatever path it is called.
                let opened =
                    full.starts_with(&what) || door.what.ends_with('!') && full.ends_with(&what);
                let allowed = |part: &str| {
                    file.name == part || part.ends_with('/') && file.name.starts_with(part)
                };
                if opened && !door.only_in.iter().any(|part| allowed(part)) {
                    let what = door.what;
                    found.push(format!("{place}: {what} does not belong here ({written})"));
                }
            }
        }
    }
    found
}

/// The room with the longest name that holds a path; none for other crates and for names of the module itself.
fn room_of<'r>(rooms: &'r [Room], path: &[String]) -> Option<&'r Room> {
    let holds = |room: &&Room| {
        let mut names = room.room.split("::");
        let mut path = path.iter();
        names.all(|name| path.next().is_some_and(|part| part == name))
    };
    rooms
        .iter()
        .filter(holds)
        .max_by_key(|room| room.room.len())
}
