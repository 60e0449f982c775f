//! An index on disk for big FAQs: made once, and read by position as far as a question needs it.
//!
//! An index holds everything that an answer needs, so that the source is not read again until it changes. It is
//! distrusted: a [`Key`] says what it was made from, and every block carries a checksum, checked when the block is read.
//! Whatever is in doubt is answered from the source, and the index made anew.
//!
//! `blocks` are bytes with checksums, `layout` says what stands where in them; `write` makes an index with the help of
//! `inversion`, and `opened` reads one; `folder`, `owner` and `key` are about files.

mod at_hand;
mod blocks;
mod buckets;
mod coding;
mod cursor;
mod folder;
mod inversion;
mod key;
mod layout;
mod opened;
mod owner;
mod postings;
mod record;
mod sketch;
mod vocabulary;
mod words;
mod write;

use std::io;

pub use folder::{Contents, Folder};
pub use key::Key;

use crate::model::{Document, Entry, Faq};
use crate::search::index::stored::Stored;
use crate::search::{Engine, Explanation, Options, Reply};
use blocks::Bytes;
use opened::Opened;

/// From how many bytes of sources on an index pays. There a question takes a third of the time with it, and making it as
/// long as one and a half questions without: it has paid at the third.
pub const PAYS_FROM: u64 = 1 << 20;

/// A FAQ that is asked by way of an index.
///
/// What it says is only to be believed while [`Indexed::is_sound`].
#[derive(Debug)]
pub struct Indexed {
    engine: Engine<'static>,
    documents: Vec<Document<'static>>,
}

impl Indexed {
    /// Opens the index of some files, if there is one of them as they are; `names` are what they are called, in the order
    /// of the key.
    #[must_use]
    pub fn open(folder: &Folder, key: &Key, names: &[String]) -> Option<Self> {
        Self::of(Bytes::File(folder.open(key)?), &key.bytes, names)
    }

    /// Makes an index in memory of the FAQ of an engine, to ask it many questions.
    ///
    /// # Errors
    ///
    /// When the FAQ of the engine is not in memory.
    pub fn in_memory(engine: &Engine<'_>, names: &[String]) -> io::Result<Self> {
        let bytes = write::write(engine, &[], names, &mut |_| {}, Vec::new())?;
        Self::of(Bytes::Memory(bytes), &[], names).ok_or_else(|| io::ErrorKind::InvalidData.into())
    }

    fn of(bytes: Bytes, key: &[u8], names: &[String]) -> Option<Self> {
        let mut opened = Opened::new(bytes, key)?;
        let documents = opened.read_documents(names)?;
        let vocabulary = opened.vocabulary()?;
        let languages: Vec<_> = documents.iter().map(|it| it.language).collect();
        let documents: Vec<_> = documents.into_iter().map(|it| it.document).collect();
        let engine = Engine::stored(&documents, &languages, vocabulary, Box::new(opened));
        let indexed = Self { engine, documents };
        indexed.is_sound().then_some(indexed)
    }

    /// Whether everything that was read so far was as it had been written.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        let stored = self.engine.index().as_stored();
        stored.is_some_and(Stored::is_sound)
    }

    /// Answers a question as [`Engine::ask`] does: the reply, and the entries that it is about, to which its numbers
    /// refer.
    #[must_use]
    pub fn ask(&self, question: &str, options: &Options) -> (Reply, Faq<'static>) {
        let mut reply = self.engine.ask(question, options);
        let faq = self.excerpt(&mut reply, None);
        (reply, faq)
    }

    /// The same, as [`Engine::explain`] does.
    #[must_use]
    pub fn explain(&self, question: &str, options: &Options) -> (Reply, Explanation, Faq<'static>) {
        let (mut reply, mut explanation) = self.engine.explain(question, options);
        let faq = self.excerpt(&mut reply, Some(&mut explanation));
        (reply, explanation, faq)
    }

    /// The entries that hold every word of a filter, best first, as [`Engine::filter`] finds them.
    #[must_use]
    pub fn filter(&self, words: &str, tags: &[String]) -> Vec<usize> {
        self.engine.filter(words, tags)
    }

    /// The entry with a number.
    #[must_use]
    pub fn entry(&self, number: usize) -> Entry<'static> {
        let index = self.engine.index();
        let stored = index.as_stored();
        stored.map_or_else(Entry::default, |stored| stored.record(number).entry)
    }

    /// The entry with an id.
    #[must_use]
    pub fn with_id(&self, id: &str) -> Option<Entry<'static>> {
        let number = self.engine.index().as_stored()?.with_id(id)?;
        Some(self.entry(number))
    }

    /// A FAQ of these entries, and of all documents.
    #[must_use]
    pub fn faq_of(&self, entries: Vec<Entry<'static>>) -> Faq<'static> {
        // What else a document says, no reply does.
        let documents = self.documents.iter().map(|document| Document {
            name: document.name.clone(),
            title: document.title.clone(),
            ..Document::default()
        });
        Faq {
            documents: documents.collect(),
            entries,
        }
    }

    /// The entries that a reply is about, which is made to refer to them.
    fn excerpt(&self, reply: &mut Reply, explanation: Option<&mut Explanation>) -> Faq<'static> {
        let mut numbers: Vec<usize> = Vec::new();
        let mut place = |number: &mut usize| {
            let known = numbers.iter().position(|known| known == number);
            *number = known.unwrap_or_else(|| {
                numbers.push(*number);
                numbers.len() - 1
            });
        };
        for found in &mut reply.matches {
            place(&mut found.entry);
        }
        reply.related.iter_mut().for_each(&mut place);
        for candidate in explanation.into_iter().flat_map(|it| &mut it.candidates) {
            place(&mut candidate.entry);
        }
        self.faq_of(
            numbers
                .into_iter()
                .map(|number| self.entry(number))
                .collect(),
        )
    }
}

/// Puts an index of the FAQ of an engine into a folder, whole or not at all; `key` is that of its files before they were
/// read, and `progress` is told how many entries are as good as done.
///
/// # Errors
///
/// When the files have changed since or may change unseen, the folder is not ours alone, or it cannot be written.
pub fn keep(
    folder: &Folder,
    key: &Key,
    unchanged: impl FnOnce() -> bool,
    engine: &Engine<'_>,
    names: &[String],
    progress: &mut dyn FnMut(usize),
) -> io::Result<()> {
    if !key.is_settled() || !unchanged() {
        return Err(io::ErrorKind::WouldBlock.into());
    }
    folder.replace(key, |out| {
        write::write(engine, &key.bytes, names, progress, out)
    })
}
