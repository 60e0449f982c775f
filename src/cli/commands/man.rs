//! `faq man`: the manual, a page or all of them.

use std::path::Path;

use crate::cli::args::{Args, Man};
use crate::cli::error::Error;
use crate::cli::exit::Exit;
use crate::cli::file::Target;
use crate::cli::manual::{self, Page};
use crate::cli::output::sanitize::Clean;

pub(in crate::cli) fn run(args: &Man) -> Result<Exit, Error> {
    let pages = manual::pages(&Args::description());
    if let Some(folder) = &args.dir {
        write(&pages, folder)?;
        return Ok(Exit::Answered);
    }
    let wanted = match &args.command {
        Some(command) => format!("faq-{command}"),
        None => "faq".to_owned(),
    };
    let mut wanted = pages.iter().filter(|page| page.name == wanted);
    wanted.try_for_each(|page| super::print(&Clean::text(&page.text)))?;
    Ok(Exit::Answered)
}

fn write(pages: &[Page], folder: &Path) -> Result<(), Error> {
    for page in pages {
        let path = folder.join(format!("{}.1", page.name));
        Target::new(&path, true)
            .and_then(|file| file.write_text(&page.text))
            .map_err(Error::File)?;
    }
    Ok(())
}
