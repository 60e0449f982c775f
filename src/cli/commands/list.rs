//! `faq list`: the stored questions, or those that match; or their tags.

use std::io::{self, Write};

use faq::Faq;

use super::page;
use crate::cli::args::List;
use crate::cli::error::Error;
use crate::cli::exit::Exit;
use crate::cli::library::Library;
use crate::cli::load;
use crate::cli::output::page::Page;
use crate::cli::output::{entry, human, json};
use crate::cli::report::{Tag, Whole};
use crate::cli::settings::Settings;
use crate::cli::typed;

pub(in crate::cli) fn run(args: &List, settings: &Settings) -> Result<Exit, Error> {
    let filter = args.filter.join(" ");
    let mut out = page()?;
    let (listed, lacks_tags) = if filter.trim().is_empty() {
        let faq = load::faq(settings)?;
        let entries: Vec<usize> = faq.tagged(&settings.tags).collect();
        print(&mut out, &entries, faq, args, settings.width).map_err(Error::Output)?;
        (
            entries.len(),
            entries.is_empty() && !settings.tags.is_empty(),
        )
    } else {
        let library = Library::open(settings)?;
        let faq = library.filter(&filter)?;
        let entries: Vec<usize> = (0..faq.entries.len()).collect();
        print(&mut out, &entries, &faq, args, settings.width).map_err(Error::Output)?;
        library.keep();
        (entries.len(), entries.is_empty() && library.lacks_tags())
    };
    if lacks_tags && !args.json {
        let all = typed::list("--tags");
        // A hint that cannot be written is no reason to fail.
        let _ = human::no_tag(
            &mut Page::new(io::stderr().lock()),
            &settings.tags,
            Some(&all),
        );
    }
    let selects = !filter.trim().is_empty() || !settings.tags.is_empty();
    Ok(if listed == 0 && selects {
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
    width: Option<usize>,
) -> io::Result<()> {
    if args.tags {
        for tag in Tag::all(entries, faq) {
            if args.json {
                json::print(out, &tag)?;
            } else {
                human::line(out, tag.name)?;
            }
        }
        return out.flush();
    }
    let mut entries = entries
        .iter()
        .map(|&entry| Whole::new(&faq.entries[entry], faq));
    if args.json {
        entries.try_for_each(|entry| json::print(out, &entry))?;
    } else {
        entry::list(out, entries, args.ids, width)?;
    }
    out.flush()
}
