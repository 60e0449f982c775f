//! An index on disk, as the engine asks for it.

use std::ops::Range;
use std::sync::Arc;

use hashbrown::HashMap;

use super::blocks::{Blocks, Bytes};
use super::coding::{Decoder, width};
use super::cursor::ListCursor;
use super::layout::{Layout, Section};
use super::record::{self, StoredDocument};
use super::words::{Info, List, Words};
use super::{buckets, postings, sketch, vocabulary};
use crate::search::index::exact::Fnv;
use crate::search::index::stored::{Cursor, Part, Record, Sketch, Stored};
use crate::search::vocabulary::{Vocabulary, WordId};

/// An index that was opened; what a question needs is read when it is asked.
#[derive(Debug)]
pub(super) struct Opened {
    blocks: Arc<Blocks>,
    layout: Layout,
    words: Words,
    /// How many documents there are, as soon as they are read.
    documents: usize,
}

impl Opened {
    /// Opens an index, if it is of this version, whole, and made from what `key` says.
    pub(super) fn new(bytes: Bytes, key: &[u8]) -> Option<Self> {
        let blocks = Arc::new(Blocks::new(bytes)?);
        let layout = Layout::read(&blocks)?;
        let opened = Self {
            blocks,
            layout,
            words: Words::default(),
            documents: 0,
        };
        let range = opened.layout.section(Section::Key);
        let same = range.end - range.start == key.len() as u64 && opened.blocks.read(range) == key;
        same.then_some(opened)
    }

    /// Reads the documents, called as the sources are today. Entries of others are doubted from then on.
    pub(super) fn read_documents(&mut self, names: &[String]) -> Option<Vec<StoredDocument>> {
        let bytes = self.section(Section::Documents);
        let mut bytes = Decoder(&bytes);
        let count = bytes.size()?;
        let document = |bytes: &mut Decoder<'_>| {
            let source = bytes.size()?;
            record::decode_document(bytes, names.get(source)?.clone())
        };
        self.documents = count;
        (0..count).map(|_| document(&mut bytes)).collect()
    }

    /// The words.
    pub(super) fn vocabulary(&self) -> Option<Vocabulary> {
        let bytes = self.section(Section::Accented);
        let mut bytes = Decoder(&bytes);
        let mut accented = HashMap::new();
        while let Some(word) = bytes.number() {
            accented.insert(WordId::try_from(word).ok()?, bytes.text()?.into());
        }
        let places = self.layout.section(Section::InfoPlaces);
        let whole = places.end - places.start == Words::places_size(self.layout.words);
        let words = vocabulary::read(&self.blocks, &self.layout).filter(|_| whole)?;
        Some(Vocabulary::stored(words, accented))
    }

    fn section(&self, section: Section) -> Vec<u8> {
        self.blocks.read(self.layout.section(section))
    }

    fn info(&self, word: WordId) -> Info {
        self.words.info(word, &self.blocks, &self.layout)
    }

    fn list(&self, word: WordId, part: Part) -> List {
        let info = self.info(word);
        match part {
            Part::Phrasing => info.phrasing,
            Part::AnswerAlone => info.answer,
        }
    }

    /// The groups of a list from one to another, decoded.
    fn groups(&self, list: List, table: &[postings::Skip], groups: Range<usize>) -> Vec<u32> {
        let data = list.start + postings::table_size(list.entries as usize) as u64;
        let before = groups
            .start
            .checked_sub(1)
            .and_then(|before| table.get(before));
        let end = match groups.end.checked_sub(1).and_then(|last| table.get(last)) {
            Some(skip) => data + u64::from(skip.end),
            None => list.start + list.bytes,
        };
        let start = data + before.map_or(0, |skip| u64::from(skip.end));
        let from = before.map_or(0, |skip| skip.last);
        let mut entries = Vec::with_capacity(groups.len() * postings::GROUP);
        if !postings::decode(&self.blocks.read(start..end), from, &mut entries)
            || !entries.is_sorted()
            || entries
                .last()
                .is_some_and(|&last| last >= self.layout.entries)
        {
            return self.blocks.doubt();
        }
        entries
    }

    fn table(&self, list: List) -> Vec<postings::Skip> {
        let size = postings::table_size(list.entries as usize) as u64;
        postings::table(&self.blocks.read(list.start..list.start + size))
    }
}

impl Stored for Opened {
    fn is_sound(&self) -> bool {
        self.blocks.are_sound()
    }

    fn entry_count(&self) -> usize {
        self.layout.entries as usize
    }

    fn mean_length(&self) -> f64 {
        self.layout.mean_length
    }

    fn record(&self, entry: usize) -> Record {
        let records = self.layout.section(Section::Records);
        let width = width(records.end - records.start);
        let places = self.layout.section(Section::RecordPlaces).start;
        let place = places + (entry * width) as u64;
        let bytes = self.blocks.read(place..place + 2 * width as u64);
        let mut bytes = Decoder(&bytes);
        let (Some(start), Some(end)) = (bytes.fixed(width), bytes.fixed(width)) else {
            return self.blocks.doubt();
        };
        let bytes = self.blocks.read(records.start + start..records.start + end);
        let record = record::decode(&bytes);
        let known = record.filter(|record| record.entry.place.document < self.documents);
        known.unwrap_or_else(|| self.blocks.doubt())
    }

    fn sketches(&self, entries: &[u32]) -> Vec<Sketch> {
        let start = self.layout.section(Section::Sketches).start;
        let mut sketches = Vec::with_capacity(entries.len());
        let mut left = entries;
        while let Some(&first) = left.first() {
            let near = |entry: &&u32| entry.checked_sub(first).is_some_and(|it| it < TOGETHER);
            let (near, others) = left.split_at(left.iter().take_while(near).count());
            let place = |entry: u32| u64::from(entry) * sketch::SIZE as u64;
            let last = near.last().copied().unwrap_or(first);
            let bytes = self
                .blocks
                .read(start + place(first)..start + place(last + 1));
            sketches.extend(near.iter().map(|&entry| {
                let start = (entry - first) as usize * sketch::SIZE;
                sketch::decode(bytes.get(start..start + sketch::SIZE).unwrap_or_default())
            }));
            left = others;
        }
        sketches
    }

    fn frequency(&self, word: WordId, part: Part) -> u32 {
        self.list(word, part).entries
    }

    fn first_seen(&self, word: WordId) -> u32 {
        self.info(word).first_seen
    }

    fn postings(&self, word: WordId, part: Part) -> Vec<u32> {
        let list = self.list(word, part);
        let entries = self.groups(list, &[], 0..0);
        if entries.len() == list.entries as usize {
            entries
        } else {
            self.blocks.doubt()
        }
    }

    fn cursor(&self, word: WordId, part: Part) -> Box<dyn Cursor + '_> {
        let list = self.list(word, part);
        let bytes = self.blocks.read(list.start..list.start + list.bytes);
        Box::new(ListCursor::new(bytes, list.entries as usize, &self.blocks))
    }

    fn held(&self, word: WordId, part: Part, among: &[u32], take: &mut dyn FnMut(usize)) {
        let list = self.list(word, part);
        let table = self.table(list);
        if table.is_empty() || among.len() * SPARSE > table.len() {
            // Most groups would be read.
            let entries = self.postings(word, part);
            return postings::meet(&entries, among, 0, take);
        }
        let mut place = 0;
        while let Some(&entry) = among.get(place) {
            let group = table.partition_point(|skip| skip.last < entry);
            let Some(skip) = table.get(group) else { return };
            let here = among[place..].partition_point(|&entry| entry <= skip.last);
            let entries = self.groups(list, &table, group..group + 1);
            postings::meet(&entries, &among[place..place + here], place, take);
            place += here.max(1);
        }
    }

    fn with_phrasing(&self, key: u64) -> Vec<u32> {
        let ends = self.layout.section(Section::PhrasingEnds);
        let pairs = self.layout.section(Section::Phrasings);
        buckets::find(&self.blocks, ends, pairs, self.entry_count(), key)
    }

    fn with_id(&self, id: &str) -> Option<usize> {
        let mut key = Fnv::default();
        key.add(id);
        let ends = self.layout.section(Section::IdEnds);
        let pairs = self.layout.section(Section::Ids);
        let may = buckets::find(&self.blocks, ends, pairs, self.entry_count(), key.0);
        let mut may = may.into_iter().map(|entry| entry as usize);
        may.find(|&entry| self.record(entry).entry.id == id)
    }

    fn tagged(&self, tags: &[String]) -> Vec<u32> {
        let wanted: Vec<String> = tags.iter().map(|tag| tag.to_lowercase()).collect();
        let bytes = self.section(Section::Tags);
        let mut bytes = Decoder(&bytes);
        let mut found = Vec::new();
        while let (Some(tag), Some(count)) = (bytes.text(), bytes.size()) {
            let is_wanted = wanted.iter().any(|wanted| wanted == tag);
            let mut entry = 0_u32;
            for _ in 0..count {
                let step = bytes.number().and_then(|step| u32::try_from(step).ok());
                let Some(step) = step else {
                    return self.blocks.doubt();
                };
                entry = entry.saturating_add(step);
                if is_wanted {
                    found.push(entry);
                }
            }
        }
        found.sort_unstable();
        found.dedup();
        found
    }
}

/// The sketches of so many entries are read together: those of a block, about.
const TOGETHER: u32 = 2048;
/// From how many groups of a list on for each entry that is sought they are read one by one.
const SPARSE: usize = 2;
