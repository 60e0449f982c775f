//! `faq list`: the stored questions, or those that match.

use std::io::{self, Write};

use faq::Faq;

use super::page;
use crate::cli::args::List;
use crate::cli::error::Error;
use crate::cli::exit::Exit;
use crate::cli::load;
use crate::cli::output::page::Page;
use crate::cli::output::{human, json};
use crate::cli::report::Whole;
use crate::cli::settings::Settings;

pub(in crate::cli) fn run(args: &List, settings: &Settings) -> Result<Exit, Error> {
    let faq = load::faq(settings)?;
    let filter = args.filter.join(" ");
    let entries = if filter.trim().is_empty() {
        faq.tagged(&settings.tags).collect()
    } else {
        load::engine(faq).filter(&filter, &settings.tags)
    };
    let mut out = page()?;
    print(&mut out, &entries, faq, args).map_err(Error::Output)?;
    let selects = !filter.trim().is_empty() || !settings.tags.is_empty();
    Ok(if entries.is_empty() && selects {
        Exit::NotAnswered
    } else {
        Exit::Answered
    })
}

fn print(
    out: &mut Page<impl Write>,
    entries: &[usize],
    faq: &Faq<'_>,
    args: &List,
) -> io::Result<()> {
    for &entry in entries {
        let entry = Whole::new(&faq.entries[entry], faq);
        if args.json {
            json::print(out, &entry)?;
        } else {
            human::listed(out, &entry, args.ids)?;
        }
    }
    out.flush()
}
