//! The index of a FAQ: used where it is one that pays, made and kept where there is none yet.

use std::borrow::Cow;
use std::path::PathBuf;

use faq::cache::{self, Folder, Indexed, Key, PAYS_FROM};
use faq::{Engine, Entry, Faq, Options};

use super::Asked;
use super::watched;
use crate::cli::load;
use crate::cli::settings::{Origin, Settings};

/// The index of the FAQ that the settings name.
pub(super) struct Index<'s> {
    settings: &'s Settings,
    /// Where it belongs, if it is one that pays.
    place: Option<Place>,
    indexed: Option<Indexed>,
}

/// Where an index belongs, and what it is made from.
struct Place {
    folder: Folder,
    key: Key,
    names: Vec<String>,
}

impl<'s> Index<'s> {
    /// Opens the index, if there is one that can be used.
    pub(super) fn open(settings: &'s Settings) -> Self {
        let place = Place::of(settings);
        let indexed = place.as_ref().and_then(Place::open);
        Self {
            settings,
            place,
            indexed,
        }
    }

    /// Whether there is one that can be used.
    pub(super) fn is_open(&self) -> bool {
        self.indexed.is_some()
    }

    /// Whether one is worth having.
    pub(super) fn pays(&self) -> bool {
        self.place.is_some()
    }

    /// Answers a question, as far as the index is there and to be believed.
    pub(super) fn ask(&self, question: &str, options: &Options, explain: bool) -> Option<Asked> {
        self.by_index(|indexed| {
            let (reply, explanation, faq) = if explain {
                let (reply, explanation, faq) = indexed.explain(question, options);
                (reply, Some(explanation), faq)
            } else {
                let (reply, faq) = indexed.ask(question, options);
                (reply, None, faq)
            };
            Asked {
                reply,
                explanation,
                faq: Cow::Owned(faq),
            }
        })
    }

    /// The entries that hold every word of a filter, best first.
    pub(super) fn filter(&self, words: &str, tags: &[String]) -> Option<Faq<'static>> {
        self.by_index(|indexed| {
            let found = indexed.filter(words, tags).into_iter();
            indexed.faq_of(found.map(|number| indexed.entry(number)).collect())
        })
    }

    /// Entries by their ids, if all of them are known.
    pub(super) fn entries(&self, ids: &[String], tags: &[String]) -> Option<Faq<'static>> {
        self.by_index(|indexed| {
            let entry = |id: &String| indexed.with_id(id).filter(|it| it.has_any_tag(tags));
            let entries: Option<Vec<Entry<'static>>> = ids.iter().map(entry).collect();
            Some(indexed.faq_of(entries?))
        })
        .flatten()
    }

    /// Makes an index of so many entries, keeps it if that can be done, and uses it from here on.
    pub(super) fn make(&mut self, engine: &Engine<'_>, entries: usize) {
        self.keep(engine, entries);
        let Some(place) = &self.place else { return };
        self.indexed = place
            .open()
            .or_else(|| Indexed::in_memory(engine, &place.names).ok());
    }

    /// Keeps an index of so many entries for the next time, where it pays.
    ///
    /// The next time is as good without: nothing is said where that fails.
    pub(super) fn keep(&self, engine: &Engine<'_>, entries: usize) {
        if let Some(place) = &self.place {
            let unchanged = || Place::of(self.settings).is_some_and(|now| now.key == place.key);
            let Place { folder, key, names } = place;
            let progress = watched::indexing(self.settings, entries);
            let at = &mut |entries| progress.at(entries);
            let _ = cache::keep(folder, key, unchanged, engine, names, at);
        }
    }

    /// What the index says, as far as it is to be believed.
    fn by_index<T>(&self, ask: impl FnOnce(&Indexed) -> T) -> Option<T> {
        let indexed = self.indexed.as_ref().filter(|indexed| indexed.is_sound())?;
        let said = ask(indexed);
        indexed.is_sound().then_some(said)
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
        let name = |(path, _): &(PathBuf, bool)| path.display().to_string();
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
