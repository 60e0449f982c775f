//! `faq misses`: the questions that found no answer, grouped, ready to become alternates or new entries.

use std::io::{self, Write};

use faq::Options;
use faq::misses::{Grouping, parse_misses};

use super::page;
use crate::cli::args::Misses;
use crate::cli::error::Error;
use crate::cli::exit::Exit;
use crate::cli::load::{self, Loaded};
use crate::cli::output::page::Page;
use crate::cli::output::{json, misses};
use crate::cli::report::MissGroups;
use crate::cli::settings::{Settings, is_standard_input};

/// How many groups a person is shown unless told otherwise; a script gets all.
const SHOWN: usize = 20;

pub(in crate::cli) fn run(args: &Misses, settings: &Settings) -> Result<Exit, Error> {
    if settings.reads_standard_input() && is_standard_input(&args.log) {
        return Err(Error::InputTaken);
    }
    let loaded = Loaded::new(settings)?;
    let faq = loaded.faq;
    let source = load::misses(&args.log, settings)?;
    let asked = parse_misses(&source).map_err(Error::Misses)?;
    let options = Options {
        threshold: args.threshold,
        tags: settings.tags.clone(),
        ..Options::default()
    };
    let grouping = Grouping::new(&asked, loaded.engine(settings)?, &options);
    let shown = if args.json { usize::MAX } else { SHOWN };
    let report = MissGroups::new(&grouping, args.min, args.limit.unwrap_or(shown), faq);
    let mut out = page()?;
    print(&mut out, &report, args, settings.width).map_err(Error::Output)?;
    Ok(Exit::Answered)
}

fn print(
    out: &mut Page<impl Write>,
    report: &MissGroups<'_>,
    args: &Misses,
    width: Option<usize>,
) -> io::Result<()> {
    if args.json {
        for group in &report.groups {
            json::print(out, group)?;
        }
    } else {
        misses::misses(out, report, width)?;
    }
    out.flush()
}
