//! The common options in commands that use no FAQ: there they are not shown. What tells which FAQ is refused later; what
//! tells how it is read changes nothing, and may be in an alias.
//!
//! What a command takes is put together after the common options were handed down to it, so that they can be changed.

use clap::Arg;
use faq::Format;

use super::value::{one_of, written};

/// Hides what tells which FAQ is used, and how it is read.
pub(super) fn hide(option: Arg) -> Arg {
    match option.get_id().as_str() {
        "file" | "builtin" | "tag" | "format" | "no_cache" | "max_size" => option.hide(true),
        _ => option,
    }
}

/// The same for a command that writes a FAQ, in the format that is asked for.
pub(super) fn hide_for_writing(option: Arg) -> Arg {
    if option.get_id() != "format" {
        return hide(option);
    }
    let formats: Vec<Format> = written().collect();
    option
        .value_parser(one_of(formats))
        .help("Write this format")
        .long_help("Write this format; without it, it is the one that the extension of FILE says, or else json")
        .help_heading(None)
        .hide_short_help(false)
}
