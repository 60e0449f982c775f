//! The options that every command has.

use std::path::PathBuf;

use clap::ValueEnum;
use faq::Format;
use faq::limits::Size;

use super::value::{one_of, read, size};

/// What help calls them.
const COMMON: &str = "Common options";

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct Common {
    /// Read this FAQ, a file or a folder; several make one
    ///
    /// Of a folder, all files are read whose extension tells a format; - is standard input.
    #[arg(
        short,
        long,
        value_name = "FILE",
        global = true,
        help_heading = COMMON,
        conflicts_with = "builtin"
    )]
    pub(in crate::cli) file: Vec<PathBuf>,

    /// Read the FAQ as this format; otherwise name and content tell it
    #[arg(
        long,
        value_name = "FORMAT",
        global = true,
        help_heading = COMMON,
        conflicts_with = "builtin",
        hide_short_help = true,
        value_parser = one_of(read())
    )]
    pub(in crate::cli) format: Option<Format>,

    /// Use the FAQ that is built into the program
    #[arg(long, global = true, help_heading = COMMON)]
    pub(in crate::cli) builtin: bool,

    /// Use only entries with this tag, or one of several
    #[arg(long, value_name = "TAG", global = true, help_heading = COMMON)]
    pub(in crate::cli) tag: Vec<String>,

    /// Neither use nor make an index of a big FAQ
    #[arg(
        long,
        global = true,
        help_heading = COMMON,
        hide_short_help = true,
        hide = !cfg!(feature = "cache")
    )]
    pub(in crate::cli) no_cache: bool,

    /// Read at most this much of a FAQ, such as 500M or 4G
    ///
    /// [default: 1G]
    // No default of the argument parser: it would cost each run more than all else of this option.
    #[arg(
        long,
        value_name = "SIZE",
        global = true,
        help_heading = COMMON,
        hide_short_help = true,
        value_parser = size
    )]
    pub(in crate::cli) max_size: Option<Size>,

    /// When to use colour
    #[arg(
        long,
        value_name = "WHEN",
        default_value = "auto",
        global = true,
        help_heading = COMMON,
        hide_short_help = true,
        hide = !cfg!(feature = "terminal")
    )]
    pub(in crate::cli) color: Color,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum Color {
    Auto,
    Always,
    Never,
}
