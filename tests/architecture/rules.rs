//! The rules of the house, as tables.

/// A room and the rooms it may know. Everything in `room` and below belongs to it, up to a room with a longer name.
pub(crate) struct Room {
    pub(crate) room: &'static str,
    pub(crate) may_know: &'static [&'static str],
}

const fn room(room: &'static str, may_know: &'static [&'static str]) -> Room {
    Room { room, may_know }
}

/// The library's rooms begin with `faq`, which also is the library as a whole; the program's with `main`.
pub(crate) const ROOMS: &[Room] = &[
    room(
        "faq",
        &[
            "faq::cache",
            "faq::check",
            "faq::cores",
            "faq::evaluate",
            "faq::format",
            "faq::json_line",
            "faq::lexicon",
            "faq::limits",
            "faq::load",
            "faq::misses",
            "faq::model",
            "faq::parts",
            "faq::position",
            "faq::search",
            "faq::search::confidence",
            "faq::search::spelling",
            "faq::sorting",
            "faq::source",
            "faq::text",
        ],
    ),
    room("faq::parts", &["faq::text"]),
    room("faq::position", &[]),
    room("faq::model", &["faq::position"]),
    room("faq::limits", &[]),
    room("faq::json_line", &[]),
    room("faq::cores", &[]),
    room("faq::sorting", &[]),
    room(
        "faq::source",
        &["faq::limits", "faq::position", "faq::sorting"],
    ),
    room(
        "faq::format",
        &[
            "faq::cores",
            "faq::limits",
            "faq::model",
            "faq::position",
            "faq::sorting",
            "faq::source",
        ],
    ),
    room("faq::load", &["faq::format", "faq::limits", "faq::source"]),
    room("faq::text", &[]),
    room("faq::lexicon", &[]),
    room(
        "faq::search",
        &[
            "faq::cores",
            "faq::lexicon",
            "faq::model",
            "faq::search::candidates",
            "faq::search::confidence",
            "faq::search::index",
            "faq::search::query",
            "faq::search::ranking",
            "faq::search::scoring",
            "faq::search::spelling",
            "faq::search::vocabulary",
            "faq::sorting",
            "faq::text",
        ],
    ),
    room("faq::search::spelling", &["faq::model", "faq::sorting"]),
    room(
        "faq::search::vocabulary",
        &["faq::lexicon", "faq::search::spelling", "faq::text"],
    ),
    room(
        "faq::search::index",
        &[
            "faq::cores",
            "faq::lexicon",
            "faq::model",
            "faq::search::vocabulary",
            "faq::text",
        ],
    ),
    room(
        "faq::search::query",
        &[
            "faq::lexicon",
            "faq::model",
            "faq::search::index",
            "faq::search::spelling",
            "faq::search::vocabulary",
            "faq::sorting",
            "faq::text",
        ],
    ),
    room(
        "faq::search::scoring",
        &[
            "faq::cores",
            "faq::search::index",
            "faq::search::query",
            "faq::search::vocabulary",
            "faq::text",
        ],
    ),
    room(
        "faq::search::candidates",
        &[
            "faq::search::index",
            "faq::search::query",
            "faq::search::scoring",
            "faq::search::vocabulary",
            "faq::sorting",
            "faq::text",
        ],
    ),
    room(
        "faq::search::ranking",
        &[
            "faq::cores",
            "faq::model",
            "faq::search::candidates",
            "faq::search::index",
            "faq::search::query",
            "faq::search::scoring",
        ],
    ),
    room(
        "faq::search::confidence",
        &[
            "faq::model",
            "faq::search::index",
            "faq::search::query",
            "faq::search::ranking",
            "faq::search::scoring",
            "faq::text",
        ],
    ),
    room(
        "faq::cache",
        &[
            "faq::format",
            "faq::model",
            "faq::position",
            "faq::search",
            "faq::search::index",
            "faq::search::vocabulary",
            "faq::text",
        ],
    ),
    room(
        "faq::evaluate",
        &[
            "faq::json_line",
            "faq::model",
            "faq::position",
            "faq::search",
            "faq::search::confidence",
            "faq::search::spelling",
            "faq::sorting",
            "faq::source",
        ],
    ),
    room(
        "faq::misses",
        &[
            "faq::json_line",
            "faq::model",
            "faq::position",
            "faq::search",
            "faq::search::confidence",
            "faq::sorting",
            "faq::source",
        ],
    ),
    room(
        "faq::check",
        &[
            "faq::cores",
            "faq::format",
            "faq::model",
            "faq::position",
            "faq::search",
            "faq::search::confidence",
            "faq::search::spelling",
            "faq::sorting",
            "faq::source",
            "faq::text",
        ],
    ),
    room("main", &["main::cli"]),
    room(
        "main::cli",
        &[
            "main::cli::args",
            "main::cli::commands",
            "main::cli::error",
            "main::cli::exit",
            "main::cli::output",
            "main::cli::settings",
            "main::cli::typed",
            "main::cli::usage",
        ],
    ),
    room("main::cli::args", &["faq"]),
    room(
        "main::cli::settings",
        &[
            "faq",
            "main::cli::args",
            "main::cli::error",
            "main::cli::screen",
        ],
    ),
    room(
        "main::cli::commands",
        &[
            "faq",
            "main::cli::allocator",
            "main::cli::args",
            "main::cli::complete",
            "main::cli::error",
            "main::cli::exit",
            "main::cli::file",
            "main::cli::library",
            "main::cli::load",
            "main::cli::manual",
            "main::cli::output",
            "main::cli::report",
            "main::cli::screen",
            "main::cli::settings",
            "main::cli::signal",
            "main::cli::typed",
        ],
    ),
    room(
        "main::cli::complete",
        &[
            "faq",
            "main::cli::args",
            "main::cli::load",
            "main::cli::output",
            "main::cli::report",
            "main::cli::settings",
        ],
    ),
    room("main::cli::manual", &["main::cli::args"]),
    room(
        "main::cli::usage",
        &[
            "faq",
            "main::cli::args",
            "main::cli::error",
            "main::cli::typed",
        ],
    ),
    room("main::cli::report", &["faq"]),
    room(
        "main::cli::output",
        &["main::cli::report", "main::cli::signal"],
    ),
    room(
        "main::cli::file",
        &["main::cli::error", "main::cli::output", "main::cli::typed"],
    ),
    room("main::cli::allocator", &[]),
    room("main::cli::screen", &[]),
    room("main::cli::signal", &["main::cli::exit"]),
    room("main::cli::typed", &[]),
    room("main::cli::exit", &[]),
    room(
        "main::cli::load",
        &[
            "faq",
            "main::cli::error",
            "main::cli::output",
            "main::cli::settings",
        ],
    ),
    room(
        "main::cli::library",
        &[
            "faq",
            "main::cli::error",
            "main::cli::load",
            // While a big FAQ is read, somebody at a terminal sees that.
            "main::cli::output",
            "main::cli::settings",
        ],
    ),
    room("main::cli::error", &["faq", "main::cli::typed"]),
];

/// What only some files may touch: a crate, a module, a function or a macro.
pub(crate) struct Door {
    pub(crate) what: &'static str,
    /// Files, or folders with a slash at the end.
    pub(crate) only_in: &'static [&'static str],
}

const fn door(what: &'static str, only_in: &'static [&'static str]) -> Door {
    Door { what, only_in }
}

/// None of these is open to the library, but for the doors to `strsim`, `crc32fast` and `rustix`.
pub(crate) const DOORS: &[Door] = &[
    door("crc32fast", &["src/cache/blocks.rs", "src/cache/key.rs"]),
    door("rustix", &["src/cache/owner.rs"]),
    door("strsim", &["src/search/spelling/near.rs"]),
    door(
        "clap",
        &[
            "src/cli/args/",
            "src/cli/complete/",
            "src/cli/manual/",
            "src/cli/mod.rs",
            "src/cli/usage/",
        ],
    ),
    door("clap_mangen", &["src/cli/manual/"]),
    door("colored", &["src/cli/output/style/look.rs"]),
    door("indicatif", &["src/cli/output/progress/line.rs"]),
    // A file is written whole or not at all.
    door("tempfile::Builder", &["src/cli/file/"]),
    door("tempfile::NamedTempFile", &["src/cli/file/"]),
    door("nix", &["src/cli/signal/"]),
    door("rustyline", &["src/cli/commands/prompt/editor.rs"]),
    door("unicode_width", &["src/cli/output/wrap/columns.rs"]),
    door("terminal_size", &["src/cli/screen.rs"]),
    // What the standard library makes of a standard output that cannot be written to is success.
    door(
        "std::io::stdout",
        &[
            "src/cli/commands/prompt/editor.rs",
            "src/cli/output/standard.rs",
            "src/cli/screen.rs",
            "src/cli/settings/mod.rs",
        ],
    ),
    door("std::io::stderr", &["src/cli/"]),
    // They panic when the pipe is closed.
    door("print!", &[]),
    // A test says aloud that it was skipped, or how much it tried.
    door(
        "println!",
        &[
            "src/cli/output/sanitize.rs",
            "src/format/table/spectrum.rs",
            "src/search/bounds.rs",
            "src/source/text.rs",
        ],
    ),
    door("eprint!", &[]),
    door("eprintln!", &[]),
    // Nothing goes over the network, and no other program is started.
    door("std::net", &[]),
    door("std::process::Command", &[]),
];

/// What writes bytes or text that nobody has looked at. Text for people goes through `output::page` alone, which takes
/// nothing but what the sanitiser made.
pub(crate) const WRITERS: &[&str] = &[
    "write!",
    "writeln!",
    "write_all",
    "write_fmt",
    "write_str",
    "print!",
    "println!",
];

/// Files of the program, or folders of it, that may write so.
pub(crate) const MAY_WRITE: &[&str] = &[
    // The doors.
    "src/cli/output/page.rs",
    "src/cli/output/json.rs",
    "src/cli/output/sanitize.rs",
    // What stands behind the door, and hands on what came through it.
    "src/cli/output/lines.rs",
    "src/cli/output/screen.rs",
    // Turns the editing of a line off when a signal comes: always the same few bytes.
    "src/cli/signal/borrowed.rs",
    // Files, not terminals.
    "src/cli/file/",
    // What a message says: `Display`, and a time.
    "src/cli/error/",
    "src/cli/report/misses.rs",
];
