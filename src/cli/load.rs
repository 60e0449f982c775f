//! The sources that the settings name, read into memory.

use std::path::{Path, PathBuf};

use faq::format::MemoryBudget;
use faq::source::files_in;
use faq::{Engine, Faq, Format, Source, SourceError, SourceErrorKind};

use super::error::{Error, How};
use super::output::standard;
use super::settings::{Origin, Settings};

/// The FAQ that is compiled into the program, and the name it goes by.
const BUILTIN: &str = include_str!("../../faq.json");
const BUILTIN_NAME: &str = "builtin";

/// A FAQ and what it was read from.
///
/// Both stay in memory until the program ends, which is soon: taking them apart first would only cost time.
#[derive(Debug, Clone, Copy)]
pub(super) struct Loaded {
    pub(super) faq: &'static Faq<'static>,
    sources: &'static [Source],
}

impl Loaded {
    /// Reads the FAQ that the settings name.
    pub(super) fn new(settings: &Settings) -> Result<Self, Error> {
        let how = how(settings);
        let sources = Vec::leak(sources(settings)?);
        let faq = faq::format::parse_within(sources, settings.format, settings.max_memory)
            .map_err(|error| Error::Format { error, how })?;
        Ok(Self {
            faq: Box::leak(Box::new(faq)),
            sources,
        })
    }

    /// Makes it ready for questions; this stays in memory as well.
    pub(super) fn engine(self, settings: &Settings) -> Result<&'static Engine<'static>, Error> {
        let how = how(settings);
        let memory = MemoryBudget::of(self.faq, self.sources, settings.max_memory);
        match Engine::new_within(self.faq, memory.room()) {
            Ok(engine) => Ok(Box::leak(Box::new(engine))),
            Err(full) => Err(Error::Format {
                error: memory.exceeded_at(self.faq, full.entry),
                how,
            }),
        }
    }
}

/// Reads the FAQ that the settings name, which is not to be asked.
pub(super) fn faq(settings: &Settings) -> Result<&'static Faq<'static>, Error> {
    Ok(Loaded::new(settings)?.faq)
}

/// Reads the text of the FAQ that the settings name.
pub(super) fn sources(settings: &Settings) -> Result<Vec<Source>, Error> {
    let how = how(settings);
    of_origin(&settings.origin, settings.max_size).map_err(|error| Error::Source { error, how })
}

fn how(settings: &Settings) -> How {
    match settings.origin {
        Origin::Found(_) | Origin::Users(_) => How::Found,
        Origin::Variable(_) => How::Variable,
        Origin::Named(_) | Origin::Builtin => How::Named,
    }
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
        how: How::Asked,
    })
}

/// The limit is one for all files together: many of them fill the memory as well as one.
fn of_origin(origin: &Origin, limit: u64) -> Result<Vec<Source>, SourceError> {
    if *origin == Origin::Builtin {
        return Ok(vec![Source::new(BUILTIN_NAME, BUILTIN)]);
    }
    let mut left = limit;
    let read = |(path, found): (PathBuf, bool)| {
        let source = match origin {
            Origin::Named(_) => named(&path, left),
            _ => Source::read_file(&path, left),
        };
        let mut source = source.map_err(|error| with_whole_limit(error, limit))?;
        left -= (source.text.len() as u64).min(left);
        source.found = found;
        Ok(source)
    };
    files(origin)?.into_iter().map(read).collect()
}

/// What was left of a limit is none that anybody knows.
fn with_whole_limit(mut error: SourceError, whole: u64) -> SourceError {
    if let SourceErrorKind::TooLarge { limit } = &mut error.kind {
        *limit = whole;
    }
    error
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

/// How many bytes there are to be read, if that can be said.
pub(super) fn size(origin: &Origin) -> Option<u64> {
    let sizes = files(origin).ok()?.into_iter();
    sizes
        .map(|(file, _)| Some(file.metadata().ok()?.len()))
        .sum()
}

/// What a FAQ is called.
pub(super) fn name(origin: &Origin) -> String {
    match origin {
        Origin::Builtin => "the built-in FAQ".to_owned(),
        Origin::Found(file) | Origin::Users(file) | Origin::Variable(file) => {
            file.display().to_string()
        }
        Origin::Named(files) => match files.as_slice() {
            [file] if file.as_os_str() == "-" => "standard input".to_owned(),
            [file] => file.display().to_string(),
            files => format!("{} files", files.len()),
        },
    }
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
fn named(file: &Path, limit: u64) -> Result<Source, SourceError> {
    if file.as_os_str() == "-" {
        let input = standard::input()
            .map_err(|error| SourceError::new("-", SourceErrorKind::Read(error)))?;
        Source::read_stream("-", input, limit)
    } else {
        Source::read_file(file, limit)
    }
}
