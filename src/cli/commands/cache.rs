//! `faq cache`: where the indexes of big FAQs are, how big, and how to get rid of them.

use faq::cache::Folder;

use super::page;
use crate::cli::args::{Cache, CacheAction};
use crate::cli::error::Error;
use crate::cli::exit::Exit;
use crate::cli::output::human;
use crate::cli::report::Indexes;
use crate::cli::settings::Settings;

pub(in crate::cli) fn run(args: &Cache, settings: &Settings) -> Result<Exit, Error> {
    let folder = settings.cache.clone().ok_or(Error::NoCacheFolder)?;
    let folder = Folder::new(folder);
    let name = folder.path().display().to_string();
    let contents = match args.action {
        None => folder.contents(),
        Some(CacheAction::Clear) => folder.clear(),
    };
    let contents = contents.map_err(|error| Error::CacheFolder {
        folder: name.clone(),
        error,
    })?;
    let report = Indexes {
        folder: &name,
        count: contents.indexes,
        bytes: contents.bytes,
        deleted: args.action.is_some(),
    };
    let mut out = page()?;
    human::indexes(&mut out, &report)
        .and_then(|()| out.flush())
        .map_err(Error::Output)?;
    Ok(Exit::Answered)
}
