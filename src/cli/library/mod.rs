//! The FAQ that is asked: by way of its index where there is one, or else read into memory.

#[cfg(feature = "cache")]
mod index;
#[cfg(not(feature = "cache"))]
#[path = "no_index.rs"]
mod index;
mod watched;

use std::borrow::Cow;
use std::sync::OnceLock;

use faq::{Engine, Explanation, Faq, Options, Reply};

use super::error::Error;
use super::load::Loaded;
use super::settings::Settings;
use index::Index;

/// A FAQ to be asked.
pub(super) struct Library<'s> {
    settings: &'s Settings,
    index: Index<'s>,
    loaded: OnceLock<Loaded>,
    engine: OnceLock<&'static Engine<'static>>,
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
        let library = Self {
            settings,
            index: Index::open(settings),
            loaded: OnceLock::new(),
            engine: OnceLock::new(),
        };
        if !library.index.is_open() {
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
        match self.index.ask(question, options, explain) {
            Some(asked) => Ok(asked),
            None => self.ask_whole(question, options, explain),
        }
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
        if let Some(faq) = self.index.filter(words, tags) {
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
        self.index.entries(ids, &self.settings.tags)
    }

    /// Makes an index before many questions are asked, where it pays.
    pub(super) fn prepare_for_many(&mut self) {
        if self.index.is_open() || !self.index.pays() {
            return;
        }
        if let (Ok(faq), Ok(engine)) = (self.faq(), self.engine()) {
            self.index.make(engine, faq.entries.len());
        }
    }

    /// Keeps an index for the next time, where it pays and there was none that could be used.
    pub(super) fn keep(&self) {
        if let (Some(Loaded { faq, .. }), Some(engine)) = (self.loaded.get(), self.engine.get()) {
            self.index.keep(engine, faq.entries.len());
        }
    }

    /// Whether only entries with a tag are wanted, and none has it.
    pub(super) fn lacks_tags(&self) -> bool {
        let tags = &self.settings.tags;
        let none = |faq: &Faq<'_>| faq.tagged(tags).next().is_none();
        !tags.is_empty() && self.faq().is_ok_and(none)
    }

    /// The whole FAQ.
    pub(super) fn faq(&self) -> Result<&'static Faq<'static>, Error> {
        Ok(self.loaded()?.faq)
    }

    fn loaded(&self) -> Result<Loaded, Error> {
        if let Some(loaded) = self.loaded.get() {
            return Ok(*loaded);
        }
        let _progress = watched::reading(self.settings);
        let loaded = Loaded::new(self.settings)?;
        Ok(*self.loaded.get_or_init(|| loaded))
    }

    /// The engine for the whole FAQ.
    pub(super) fn engine(&self) -> Result<&'static Engine<'static>, Error> {
        let loaded = self.loaded()?;
        if let Some(engine) = self.engine.get() {
            return Ok(engine);
        }
        let _progress = watched::reading(self.settings);
        let engine = loaded.engine(self.settings)?;
        Ok(self.engine.get_or_init(|| engine))
    }
}
