//! `faq check`: what is wrong with a FAQ, and how to mend it.

use std::io::{self, Write};

use super::page;
use crate::cli::args::Check as Args;
use crate::cli::error::Error;
use crate::cli::exit::Exit;
use crate::cli::load;
use crate::cli::output::page::Page;
use crate::cli::output::{check, json};
use crate::cli::report::Check;
use crate::cli::settings::Settings;

pub(in crate::cli) fn run(args: &Args, settings: &Settings) -> Result<Exit, Error> {
    let sources = load::sources(settings)?;
    let found = faq::check::check_within(&sources, settings.format, settings.max_memory);
    let report = Check::new(&found, &sources, &settings.tags);
    let mut out = page()?;
    print(&mut out, &report, args, settings.width).map_err(Error::Output)?;
    let is_at_fault = report.errors > 0 || args.strict && report.warnings > 0;
    Ok(if is_at_fault {
        Exit::AtFault
    } else {
        Exit::Clean
    })
}

fn print(
    out: &mut Page<impl Write>,
    report: &Check<'_>,
    args: &Args,
    width: Option<usize>,
) -> io::Result<()> {
    if args.json {
        json::print(out, report)?;
    } else {
        check::check(out, report, width)?;
    }
    out.flush()
}
