//! The sources that the settings name, read into memory.

use std::io;
use std::path::{Path, PathBuf};

use faq::source::files_in;
use faq::{DEFAULT_SIZE_LIMIT, Engine, Faq, Format, Source, SourceError};

use super::error::{Error, How};
use super::settings::{Origin, Settings};

/// The FAQ that is compiled into the program, and the name it goes by.
const BUILTIN: &str = include_str!("../../faq.json");
const BUILTIN_NAME: &str = "builtin";

/// Reads the FAQ that the settings name.
///
/// It stays in memory until the program ends, which is soon: taking it apart first would only cost time.
pub(super) fn faq(settings: &Settings) -> Result<&'static Faq<'static>, Error> {
    let how = how(settings);
    let sources = Vec::leak(sources(settings)?);
    let faq = faq::parse(sources, settings.format).map_err(|error| Error::Format { error, how })?;
    Ok(Box::leak(Box::new(faq)))
}

/// Reads the text of the FAQ that the settings name.
pub(super) fn sources(settings: &Settings) -> Result<Vec<Source>, Error> {
    let how = how(settings);
    of_origin(&settings.origin).map_err(|error| Error::Source { error, how })
}

fn how(settings: &Settings) -> How {
    match settings.origin {
        Origin::Found(_) | Origin::Users(_) => How::Found,
        Origin::Variable(_) => How::Variable,
        Origin::Named(_) | Origin::Builtin => How::Named,
    }
}

/// Makes a FAQ ready for questions; this stays in memory as well.
pub(super) fn engine(faq: &'static Faq<'static>) -> &'static Engine<'static> {
    Box::leak(Box::new(Engine::new(faq)))
}

/// Reads a file of questions, labelled or not.
pub(super) fn questions(file: &Path) -> Result<Source, Error> {
    named(file).map_err(|error| Error::Source {
        error,
        how: How::Asked,
    })
}

fn of_origin(origin: &Origin) -> Result<Vec<Source>, SourceError> {
    if *origin == Origin::Builtin {
        return Ok(vec![Source::new(BUILTIN_NAME, BUILTIN)]);
    }
    let read = |(path, found): (PathBuf, bool)| {
        let mut source = match origin {
            Origin::Named(_) => named(&path)?,
            _ => Source::read_file(&path, DEFAULT_SIZE_LIMIT)?,
        };
        source.found = found;
        Ok(source)
    };
    files(origin)?.into_iter().map(read).collect()
}

/// The files that a FAQ is read from, each with whether it was found in a folder; none for the one in the program.
pub(super) fn files(origin: &Origin) -> Result<Vec<(PathBuf, bool)>, SourceError> {
    let mut files = Vec::new();
    match origin {
        Origin::Builtin => {}
        Origin::Found(file) | Origin::Users(file) => files.push((file.clone(), false)),
        Origin::Variable(path) => add(path, &mut files)?,
        Origin::Named(paths) => {
            for path in paths {
                add(path, &mut files)?;
            }
        }
    }
    Ok(files)
}

/// Adds a file, or the files of a folder.
fn add(path: &Path, files: &mut Vec<(PathBuf, bool)>) -> Result<(), SourceError> {
    if path.is_dir() {
        let found = files_in(path, &|file| Format::of_name(file).is_some())?;
        files.extend(found.into_iter().map(|file| (file, true)));
    } else {
        files.push((path.to_owned(), false));
    }
    Ok(())
}

/// A file that was named on the command line; `-` is standard input.
fn named(file: &Path) -> Result<Source, SourceError> {
    if file.as_os_str() == "-" {
        Source::read_stream("-", io::stdin().lock(), DEFAULT_SIZE_LIMIT)
    } else {
        Source::read_file(file, DEFAULT_SIZE_LIMIT)
    }
}
