//! The FAQ that is asked: by way of its index where there is one, or else read into memory.

use std::borrow::Cow;
use std::sync::OnceLock;

use faq::cache::{self, Folder, Indexed, Key, PAYS_FROM};
use faq::{Engine, Entry, Explanation, Faq, Options, Reply};

use super::error::Error;
use super::load;
use super::settings::{Origin, Settings};

/// A FAQ to be asked.
pub(super) struct Library<'s> {
    settings: &'s Settings,
    /// Where its index belongs, if it is one that pays.
    place: Option<Place>,
    indexed: Option<Indexed>,
    faq: OnceLock<&'static Faq<'static>>,
    engine: OnceLock<&'static Engine<'static>>,
}

/// Where an index belongs, and what it is made from.
struct Place {
    folder: Folder,
    key: Key,
    names: Vec<String>,
}

/// What became of a question.
pub(super) struct Asked {
    pub(super) reply: Reply,
    pub(super) explanation: Option<Explanation>,
    /// The FAQ that the reply speaks of, or the part of it.
    pub(super) faq: Cow<'static, Faq<'static>>,
}

impl<'s> Library<'s> {
    /// Opens the index of the FAQ that the settings name, or reads the FAQ.
    pub(super) fn open(settings: &'s Settings) -> Result<Self, Error> {
        let place = Place::of(settings);
        let indexed = place.as_ref().and_then(Place::open);
        let library = Self {
            settings,
            place,
            indexed,
            faq: OnceLock::new(),
            engine: OnceLock::new(),
        };
        if library.indexed.is_none() {
            library.faq()?;
        }
        Ok(library)
    }

    /// Answers a question.
    pub(super) fn ask(
        &self,
        question: &str,
        options: &Options,
        explain: bool,
    ) -> Result<Asked, Error> {
        let by_index = self.by_index(|indexed| {
            if explain {
                let (reply, explanation, faq) = indexed.explain(question, options);
                (reply, Some(explanation), faq)
            } else {
                let (reply, faq) = indexed.ask(question, options);
                (reply, None, faq)
            }
        });
        if let Some((reply, explanation, faq)) = by_index {
            return Ok(Asked {
                reply,
                explanation,
                faq: Cow::Owned(faq),
            });
        }
        self.ask_whole(question, options, explain)
    }

    /// Answers a question by the whole FAQ, even where there is an index: entries are numbered as they are there.
    pub(super) fn ask_whole(
        &self,
        question: &str,
        options: &Options,
        explain: bool,
    ) -> Result<Asked, Error> {
        let (faq, engine) = (self.faq()?, self.engine()?);
        let (reply, explanation) = if explain {
            let (reply, explanation) = engine.explain(question, options);
            (reply, Some(explanation))
        } else {
            (engine.ask(question, options), None)
        };
        Ok(Asked {
            reply,
            explanation,
            faq: Cow::Borrowed(faq),
        })
    }

    /// The entries that hold every word of a filter, best first.
    pub(super) fn filter(&self, words: &str) -> Result<Cow<'static, Faq<'static>>, Error> {
        let tags = &self.settings.tags;
        let by_index = self.by_index(|indexed| {
            let found = indexed.filter(words, tags);
            indexed.faq_of(
                found
                    .into_iter()
                    .map(|number| indexed.entry(number))
                    .collect(),
            )
        });
        if let Some(faq) = by_index {
            return Ok(Cow::Owned(faq));
        }
        let (faq, engine) = (self.faq()?, self.engine()?);
        let found = engine.filter(words, tags).into_iter();
        Ok(Cow::Owned(Faq {
            documents: faq.documents.clone(),
            entries: found.map(|number| faq.entries[number].clone()).collect(),
        }))
    }

    /// Entries by their ids, if the index knows all of them.
    pub(super) fn entries(&self, ids: &[String]) -> Option<Faq<'static>> {
        let tags = &self.settings.tags;
        self.by_index(|indexed| {
            let entry = |id: &String| indexed.with_id(id).filter(|it| it.has_any_tag(tags));
            let entries: Option<Vec<Entry<'static>>> = ids.iter().map(entry).collect();
            Some(indexed.faq_of(entries?))
        })
        .flatten()
    }

    /// Makes an index before many questions are asked, where it pays.
    pub(super) fn prepare_for_many(&mut self) {
        if self.indexed.is_some() {
            return;
        }
        if self.place.is_none() || self.engine().is_err() {
            return;
        }
        self.keep();
        self.indexed = self.place.as_ref().and_then(Place::open);
        if self.indexed.is_none()
            && let (Some(place), Some(engine)) = (&self.place, self.engine.get())
        {
            self.indexed = Indexed::in_memory(engine, &place.names).ok();
        }
    }

    /// Keeps an index for the next time, where it pays and there was none that could be used.
    ///
    /// The next time is as good without: nothing is said where that fails.
    pub(super) fn keep(&self) {
        if let (Some(place), Some(engine)) = (&self.place, self.engine.get()) {
            let unchanged = || Place::of(self.settings).is_some_and(|now| now.key == place.key);
            let Place { folder, key, names } = place;
            let _ = cache::keep(folder, key, unchanged, engine, names);
        }
    }

    /// What the index says, as far as it is to be believed.
    fn by_index<T>(&self, ask: impl FnOnce(&Indexed) -> T) -> Option<T> {
        let indexed = self.indexed.as_ref().filter(|indexed| indexed.is_sound())?;
        let said = ask(indexed);
        indexed.is_sound().then_some(said)
    }

    /// The whole FAQ.
    pub(super) fn faq(&self) -> Result<&'static Faq<'static>, Error> {
        if let Some(faq) = self.faq.get() {
            return Ok(faq);
        }
        let faq = load::faq(self.settings)?;
        Ok(self.faq.get_or_init(|| faq))
    }

    /// The engine for the whole FAQ.
    pub(super) fn engine(&self) -> Result<&'static Engine<'static>, Error> {
        let faq = self.faq()?;
        Ok(self.engine.get_or_init(|| load::engine(faq)))
    }
}

impl Place {
    /// Nowhere where no index is wanted or none pays, or where anything stands in the way: reading says what.
    fn of(settings: &Settings) -> Option<Self> {
        let folder = Folder::new(settings.cache.clone()?);
        if settings.origin == Origin::Builtin || settings.reads_standard_input() {
            return None;
        }
        let files = load::files(&settings.origin).ok()?;
        let key = Key::new(&files, settings.format).ok()?;
        let name = |(path, _): &(std::path::PathBuf, bool)| path.display().to_string();
        // What is too large to be read is not answered from an index either.
        let pays = (PAYS_FROM..=settings.max_size).contains(&key.size());
        pays.then(|| Self {
            folder,
            key,
            names: files.iter().map(name).collect(),
        })
    }

    fn open(&self) -> Option<Indexed> {
        Indexed::open(&self.folder, &self.key, &self.names)
    }
}
