//! The sources that the settings name, read into memory.

use std::path::Path;

use faq::source::files_in;
use faq::{Engine, Faq, Format, Source, SourceError, SourceErrorKind};

use super::error::{Error, How};
use super::output::standard;
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
    of_origin(&settings.origin, settings.max_size).map_err(|error| Error::Source { error, how })
}

fn how(settings: &Settings) -> How {
    match settings.origin {
        Origin::Found(_) => How::Found,
        Origin::Variable(_) => How::Variable,
        Origin::Named(_) | Origin::Builtin => How::Named,
    }
}

/// Makes a FAQ ready for questions; this stays in memory as well.
pub(super) fn engine(faq: &'static Faq<'static>) -> &'static Engine<'static> {
    Box::leak(Box::new(Engine::new(faq)))
}

/// Reads a file of labelled questions.
pub(super) fn cases(file: &Path, settings: &Settings) -> Result<Source, Error> {
    questions(named(file, settings.max_size))
}

/// Reads a log of questions, which others may be writing to.
pub(super) fn misses(file: &Path, settings: &Settings) -> Result<Source, Error> {
    questions(if file.as_os_str() == "-" {
        named(file, settings.max_size)
    } else {
        Source::read_log(file, settings.max_size)
    })
}

fn questions(read: Result<Source, SourceError>) -> Result<Source, Error> {
    read.map_err(|error| Error::Source {
        error,
        how: How::Named,
    })
}

/// The limit is one for all files together: many of them fill the memory as well as one.
fn of_origin(origin: &Origin, limit: u64) -> Result<Vec<Source>, SourceError> {
    let mut sources = Sources {
        read: Vec::new(),
        limit,
        left: limit,
    };
    match origin {
        Origin::Builtin => sources.read.push(Source::new(BUILTIN_NAME, BUILTIN)),
        Origin::Found(file) => sources.add(|left| Source::read_file(file, left))?,
        Origin::Variable(path) => sources.add_all(path)?,
        Origin::Named(paths) => {
            for path in paths {
                if path.is_dir() {
                    sources.add_all(path)?;
                } else {
                    sources.add(|left| named(path, left))?;
                }
            }
        }
    }
    Ok(sources.read)
}

/// What was read, and how much more may be.
struct Sources {
    read: Vec<Source>,
    limit: u64,
    left: u64,
}

impl Sources {
    fn add(
        &mut self,
        read: impl FnOnce(u64) -> Result<Source, SourceError>,
    ) -> Result<(), SourceError> {
        let source = read(self.left).map_err(|mut error| {
            if let SourceErrorKind::TooLarge { limit } = &mut error.kind {
                *limit = self.limit;
            }
            error
        })?;
        self.left -= (source.text.len() as u64).min(self.left);
        self.read.push(source);
        Ok(())
    }

    /// Adds a file, or the files of a folder.
    fn add_all(&mut self, path: &Path) -> Result<(), SourceError> {
        if !path.is_dir() {
            return self.add(|left| Source::read_file(path, left));
        }
        for file in files_in(path, &|file| Format::of_name(file).is_some())? {
            self.add(|left| {
                let mut source = Source::read_file(&file, left)?;
                source.found = true;
                Ok(source)
            })?;
        }
        Ok(())
    }
}

/// A file that was named on the command line; `-` is standard input.
fn named(file: &Path, limit: u64) -> Result<Source, SourceError> {
    if file.as_os_str() == "-" {
        let input = standard::input().map_err(|error| SourceError {
            name: "-".to_owned(),
            kind: SourceErrorKind::Read(error),
        })?;
        Source::read_stream("-", input, limit)
    } else {
        Source::read_file(file, limit)
    }
}
