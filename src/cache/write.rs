//! From a FAQ in memory to an index on disk.

use std::collections::BTreeMap;
use std::io::{self, Write};

use super::blocks::BlockWriter;
use super::buckets;
use super::coding::{Encoder, width};
use super::inversion::Inversion;
use super::layout::{Layout, SECTIONS};
use super::vocabulary::{WordWriter, Written};
use super::words::{Info, InfoWriter, List};
use super::{postings, record, sketch};
use crate::search::Engine;
use crate::search::index::Index;
use crate::search::index::exact::{self, Fnv};
use crate::search::index::memory::Memory;
use crate::search::vocabulary::marks::{Marks, Stem};
use crate::search::vocabulary::{WordId, number};

/// How often each entry is passed: counted, put into lists, written.
const PASSES: usize = 3;

/// Writes an index of the FAQ of an engine in memory. `key` says what it is made from, and `names` how the sources are
/// called, found nothing in or not; `progress` is told how many entries are as good as done.
///
/// # Errors
///
/// When writing fails, or the engine's FAQ is not in memory.
pub(super) fn write<W: Write>(
    engine: &Engine<'_>,
    key: &[u8],
    names: &[String],
    progress: &mut dyn FnMut(usize),
    out: W,
) -> io::Result<W> {
    let index = engine.index();
    let Some(memory) = index.as_memory() else {
        return Err(io::ErrorKind::Unsupported.into());
    };
    let mut writer = Writer {
        out: BlockWriter::new(out),
        ends: Vec::with_capacity(SECTIONS),
    };
    writer.section(key)?;
    writer.section(&documents(index, memory, names).0)?;
    let mut passed = 0;
    let mut pass = || {
        passed += 1;
        progress(passed / PASSES);
    };
    writer.vocabulary(index, memory, &mut pass)?;
    writer.records(index, memory, &mut pass)?;
    writer.section(&tags(memory).0)?;
    let mut layout = Layout {
        entries: number(memory.entry_count()),
        words: number(index.vocabulary.len()),
        mean_length: memory.mean_length(),
        ends: [0; SECTIONS],
    };
    layout.ends.copy_from_slice(&writer.ends);
    writer.out.finish(&layout.encode())
}

struct Writer<W> {
    out: BlockWriter<W>,
    ends: Vec<u64>,
}

impl<W: Write> Writer<W> {
    fn section(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.out.write(bytes)?;
        self.end();
        Ok(())
    }

    fn end(&mut self) {
        self.ends.push(self.out.place());
    }

    /// The words, sorted, and the lists of each.
    fn vocabulary(
        &mut self,
        index: &Index<'_>,
        memory: &Memory<'_>,
        pass: &mut dyn FnMut(),
    ) -> io::Result<()> {
        let vocabulary = &index.vocabulary;
        let mut sorted: Vec<WordId> = (0..number(vocabulary.len())).collect();
        sorted.sort_unstable_by_key(|&id| vocabulary.bytes(id));
        let (mut words, mut accented) = (WordWriter::default(), Encoder::default());
        for (rank, &id) in (0_u32..).zip(&sorted) {
            let word = vocabulary.word(id);
            let stem = index.analyzers.of(0).stem(&word);
            let is_beginning = word.text.starts_with(&*stem);
            let stem = match u8::try_from(stem.len()) {
                Ok(length) if is_beginning => Stem::Beginning(length),
                Ok(length) => Stem::Other(length),
                Err(_) => Stem::Unknown,
            };
            words.add(Written {
                text: vocabulary.bytes(id),
                marks: Marks::new(word.class, word.text.len(), stem),
            });
            if let Some(with_accents) = &word.accented {
                accented.number(u64::from(rank));
                accented.text(with_accents);
            }
        }
        words.finish();
        self.section(&words.places.0)?;
        self.section(&words.words.0)?;
        self.section(&accented.0)?;
        self.postings(&Inversion::new(memory, &sorted, pass), &sorted)
    }

    fn postings(&mut self, inversion: &Inversion, sorted: &[WordId]) -> io::Result<()> {
        let (mut infos, mut lists) = (InfoWriter::default(), Encoder::default());
        for (rank, &id) in sorted.iter().enumerate() {
            let first = lists.0.len();
            let [phrasing, answer] = inversion.lists(rank).map(|entries| {
                let start = lists.0.len();
                postings::encode(entries, &mut lists);
                List {
                    start: 0,
                    bytes: (lists.0.len() - start) as u64,
                    entries: number(entries.len()),
                }
            });
            let info = Info {
                phrasing,
                answer,
                first_seen: id,
            };
            infos.add(&info, first);
        }
        infos.finish(lists.0.len());
        self.section(&infos.places.0)?;
        self.section(&infos.infos.0)?;
        self.section(&lists.0)
    }

    /// The entries, and what they are found by.
    fn records(
        &mut self,
        index: &Index<'_>,
        memory: &Memory<'_>,
        pass: &mut dyn FnMut(),
    ) -> io::Result<()> {
        let (mut ends, mut records) = (vec![0], Encoder::default());
        let (mut sketches, mut keys, mut ids) = (Vec::new(), Vec::new(), Vec::new());
        for (entry, stored) in (0_u32..).zip(&memory.faq.entries) {
            let words = memory.entry_words(entry as usize);
            let mut totals = Vec::new();
            for (phrasing, text) in words.phrasings().zip(stored.phrasings()) {
                totals.push(index.total_weight(phrasing));
                let texts = phrasing.iter().map(|&word| index.vocabulary.text(word));
                keys.push((exact::key(texts, text), entry));
            }
            let mut id = Fnv::default();
            id.add(&stored.id);
            ids.push((id.0, entry));
            let length = words.all().len() as f64 / memory.mean_length();
            sketches.extend(sketch::encode(&totals, length));
            record::encode(stored, &totals, &mut records);
            ends.push(records.0.len() as u64);
            pass();
        }
        let (width, mut places) = (width(records.0.len() as u64), Encoder::default());
        for end in ends {
            places.fixed(end, width);
        }
        self.section(&places.0)?;
        self.section(&records.0)?;
        self.section(&sketches)?;
        for pairs in [keys, ids] {
            let (ends, pairs) = buckets::buckets(pairs);
            buckets::write_ends(&ends, &mut self.out)?;
            self.end();
            buckets::write_pairs(&pairs, memory.entry_count(), &mut self.out)?;
            self.end();
        }
        Ok(())
    }
}

fn documents(index: &Index<'_>, memory: &Memory<'_>, names: &[String]) -> Encoder {
    let mut out = Encoder::default();
    let mut source = 0;
    out.number(memory.faq.documents.len() as u64);
    for (number, document) in memory.faq.documents.iter().enumerate() {
        // Documents are in the order of their sources, some of which may hold nothing.
        while names.get(source).is_some_and(|name| *name != document.name) {
            source += 1;
        }
        out.number(source as u64);
        source += 1;
        record::encode_document(document, index.analyzers.language_of(number), &mut out);
    }
    out
}

fn tags(memory: &Memory<'_>) -> Encoder {
    let mut by_tag: BTreeMap<String, Vec<u32>> = BTreeMap::new();
    for (number, entry) in (0..).zip(&memory.faq.entries) {
        for tag in &entry.tags {
            let entries = by_tag.entry(tag.to_lowercase()).or_default();
            if entries.last() != Some(&number) {
                entries.push(number);
            }
        }
    }
    let mut out = Encoder::default();
    for (tag, entries) in by_tag {
        out.text(&tag);
        out.number(entries.len() as u64);
        let mut last = 0;
        for entry in entries {
            out.number(u64::from(entry - last));
            last = entry;
        }
    }
    out
}
