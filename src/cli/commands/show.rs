//! `faq show`: whole entries by id.

use std::io::{self, Write};

use faq::{Entry, Faq};

use super::page;
use crate::cli::args::Show;
use crate::cli::error::Error;
use crate::cli::exit::Exit;
use crate::cli::library::Library;
use crate::cli::output::page::Page;
use crate::cli::output::sanitize::Clean;
use crate::cli::output::{entry, human, json};
use crate::cli::report::Whole;
use crate::cli::settings::Settings;

/// How many ids are suggested for one that does not exist.
const SUGGESTIONS: usize = 3;

pub(in crate::cli) fn run(args: &Show, settings: &Settings) -> Result<Exit, Error> {
    // All are looked up before any is printed: output is whole or there is none.
    let library = Library::open(settings)?;
    if let Some(faq) = library.entries(&args.ids) {
        let entries: Vec<&Entry<'_>> = faq.entries.iter().collect();
        return finish(&entries, &faq, args, settings);
    }
    let faq = library.faq()?;
    let find = |id: &String| find(faq, id, &settings.tags);
    let entries: Vec<&Entry<'_>> = args.ids.iter().map(find).collect::<Result<_, _>>()?;
    finish(&entries, faq, args, settings)
}

fn finish(
    entries: &[&Entry<'_>],
    faq: &Faq<'_>,
    args: &Show,
    settings: &Settings,
) -> Result<Exit, Error> {
    let mut out = page()?;
    print(&mut out, entries, faq, args, settings.width).map_err(Error::Output)?;
    Ok(Exit::Answered)
}

fn print(
    out: &mut Page<impl Write>,
    entries: &[&Entry<'_>],
    faq: &Faq<'_>,
    args: &Show,
    width: Option<usize>,
) -> io::Result<()> {
    for (number, entry) in entries.iter().enumerate() {
        let whole = Whole::new(entry, faq);
        if args.json {
            json::print(out, &whole)?;
            continue;
        }
        if number > 0 {
            out.blank()?;
        }
        // Entries have blank lines within them too, so these alone would not tell where one ends.
        if entries.len() > 1 {
            human::asked(out, &entry.id)?;
        }
        entry::whole(out, &whole, width)?;
    }
    out.flush()
}

/// The entry with an id, or else the one whose id is listed so: `faq list --ids` prints every id on one line.
fn find<'f>(faq: &'f Faq<'f>, id: &str, tags: &[String]) -> Result<&'f Entry<'f>, Error> {
    let listed = || {
        faq.entries
            .iter()
            .find(|entry| Clean::line(&entry.id) == Clean::line(id))
    };
    faq.entry(id)
        .or_else(listed)
        .filter(|entry| entry.has_any_tag(tags))
        .ok_or_else(|| Error::UnknownId {
            id: id.to_owned(),
            near: faq::nearest_ids(faq, id, SUGGESTIONS)
                .into_iter()
                .map(str::to_owned)
                .collect(),
        })
}
