//! `faq show`: whole entries by id.

use std::io::{self, Write};

use faq::{Entry, Faq};

use crate::cli::args::Show;
use crate::cli::error::Error;
use crate::cli::exit::Exit;
use crate::cli::load;
use crate::cli::output::{human, json};
use crate::cli::report::Whole;
use crate::cli::settings::Settings;

/// How many ids are suggested for one that does not exist.
const SUGGESTIONS: usize = 3;

pub(in crate::cli) fn run(args: &Show, settings: &Settings) -> Result<Exit, Error> {
    let faq = load::faq(settings)?;
    // All are looked up before any is printed: output is whole or there is none.
    let entries: Vec<&Entry<'_>> = args
        .ids
        .iter()
        .map(|id| find(faq, id))
        .collect::<Result<_, _>>()?;
    let mut out = io::BufWriter::new(io::stdout().lock());
    let print = |out: &mut dyn Write| -> io::Result<()> {
        let mut out = out;
        for (number, entry) in entries.iter().enumerate() {
            let whole = Whole::new(entry, faq);
            if args.json {
                json::print(&mut out, &whole)?;
                continue;
            }
            if number > 0 {
                writeln!(out)?;
            }
            human::whole(&mut out, &whole, settings.width)?;
        }
        out.flush()
    };
    print(&mut out).map_err(Error::Output)?;
    Ok(Exit::Answered)
}

fn find<'f>(faq: &'f Faq<'f>, id: &str) -> Result<&'f Entry<'f>, Error> {
    faq.entry(id).ok_or_else(|| Error::UnknownId {
        id: id.to_owned(),
        near: faq::nearest_ids(faq, id, SUGGESTIONS)
            .into_iter()
            .map(str::to_owned)
            .collect(),
    })
}
