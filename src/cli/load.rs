//! The sources that the settings name, read into memory.

use std::io;
use std::path::Path;

use faq::{DEFAULT_SIZE_LIMIT, Engine, Faq, Source, SourceError};

use super::error::{Error, How};
use super::settings::{Origin, Settings};

/// The FAQ that is compiled into the program, and the name it goes by.
const BUILTIN: &str = include_str!("../../faq.json");
const BUILTIN_NAME: &str = "builtin";

/// Reads the FAQ that the settings name.
///
/// It stays in memory until the program ends, which is soon: taking it apart first would only cost time.
pub(super) fn faq(settings: &Settings) -> Result<&'static Faq<'static>, Error> {
    let how = match settings.origin {
        Origin::Found(_) => How::Found,
        Origin::Variable(_) => How::Variable,
        Origin::Named(_) | Origin::Builtin => How::Named,
    };
    let sources = sources(&settings.origin).map_err(|error| Error::Source { error, how })?;
    let faq = faq::parse(Vec::leak(sources)).map_err(|error| Error::Format { error, how })?;
    Ok(Box::leak(Box::new(faq)))
}

/// Makes a FAQ ready for questions; this stays in memory as well.
pub(super) fn engine(faq: &'static Faq<'static>) -> &'static Engine<'static> {
    Box::leak(Box::new(Engine::new(faq)))
}

/// Reads a file of labelled questions.
pub(super) fn cases(file: &Path) -> Result<Source, Error> {
    named(file).map_err(|error| Error::Source {
        error,
        how: How::Named,
    })
}

fn sources(origin: &Origin) -> Result<Vec<Source>, SourceError> {
    match origin {
        Origin::Builtin => Ok(vec![Source {
            name: BUILTIN_NAME.to_owned(),
            text: BUILTIN.to_owned(),
        }]),
        Origin::Found(file) | Origin::Variable(file) => {
            Ok(vec![Source::read_file(file, DEFAULT_SIZE_LIMIT)?])
        }
        Origin::Named(files) => files.iter().map(|file| named(file)).collect(),
    }
}

/// A file that was named on the command line; `-` is standard input.
fn named(file: &Path) -> Result<Source, SourceError> {
    if file.as_os_str() == "-" {
        Source::read_stream("-", io::stdin().lock(), DEFAULT_SIZE_LIMIT)
    } else {
        Source::read_file(file, DEFAULT_SIZE_LIMIT)
    }
}
