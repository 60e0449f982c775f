//! The sources that the settings name, read into memory.

use std::io;
use std::path::Path;

use faq::{DEFAULT_SIZE_LIMIT, Faq, Source, SourceError};

use super::error::Error;
use super::settings::{Origin, Settings};

/// The FAQ that is compiled into the program, and the name it goes by.
const BUILTIN: &str = include_str!("../../faq.json");
const BUILTIN_NAME: &str = "builtin";

/// Reads the text of every source; a FAQ borrows from it.
pub(super) fn sources(settings: &Settings) -> Result<Vec<Source>, Error> {
    let read = |file: &Path| Source::read_file(file, DEFAULT_SIZE_LIMIT);
    match &settings.origin {
        Origin::Builtin => Ok(vec![Source {
            name: BUILTIN_NAME.to_owned(),
            text: BUILTIN.to_owned(),
        }]),
        Origin::Found(file) => Ok(vec![
            read(file).map_err(|error| Error::Source { error, found: true })?,
        ]),
        Origin::Named(files) => {
            let named = |file: &std::path::PathBuf| {
                if file.as_os_str() == "-" {
                    standard_input()
                } else {
                    read(file)
                }
            };
            files
                .iter()
                .map(named)
                .collect::<Result<_, _>>()
                .map_err(|error| Error::Source {
                    error,
                    found: false,
                })
        }
    }
}

/// Reads the FAQ out of its sources.
pub(super) fn faq<'s>(sources: &'s [Source], settings: &Settings) -> Result<Faq<'s>, Error> {
    let found = matches!(settings.origin, Origin::Found(_));
    faq::parse(sources).map_err(|error| Error::Format { error, found })
}

fn standard_input() -> Result<Source, SourceError> {
    Source::read_stream("-", io::stdin().lock(), DEFAULT_SIZE_LIMIT)
}
