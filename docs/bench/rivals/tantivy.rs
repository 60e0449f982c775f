//! A full-text engine: one document an entry, its question with alternates and its answer, both stored.
//!
//!     tantivy build FAQ.json INDEX     one thread; the index is as the library leaves it
//!     tantivy merge INDEX              one segment, so that a question has least to do
//!     tantivy ask INDEX QUESTION       --fuzzy first: each word also meets what is one edit away
//!     tantivy batch INDEX THREADS      a question a line, an answer a line, in order; --fuzzy first

use serde::Deserialize;
use std::borrow::Cow;
use std::io::{BufRead, Write};
use tantivy::collector::TopDocs;
use tantivy::query::QueryParser;
use tantivy::schema::{STORED, Schema, TEXT, Value};
use tantivy::{Index, IndexWriter, Searcher, TantivyDocument, doc};

#[derive(Deserialize)]
struct Faq<'t> {
    #[serde(borrow)]
    faqs: Vec<Entry<'t>>,
}

#[derive(Deserialize)]
struct Entry<'t> {
    #[serde(borrow)]
    question: Cow<'t, str>,
    #[serde(borrow, default)]
    alternates: Vec<Cow<'t, str>>,
    #[serde(borrow)]
    answer: Cow<'t, str>,
}

/// Memory for a thread that indexes.
const HEAP: usize = 500_000_000;

/// An index that answers questions.
struct Opened {
    searcher: Searcher,
    parser: QueryParser,
}

impl Opened {
    fn new(folder: &str, fuzzy: bool) -> tantivy::Result<Self> {
        let index = Index::open_in_dir(folder)?;
        let fields: Vec<_> = index.schema().fields().map(|(field, _)| field).collect();
        let mut parser = QueryParser::for_index(&index, fields.clone());
        for field in fields.into_iter().filter(|_| fuzzy) {
            parser.set_field_fuzzy(field, false, 1, true);
        }
        Ok(Self { searcher: index.reader()?.searcher(), parser })
    }

    /// The best entry as JSON, nothing if there is none.
    fn ask(&self, question: &str) -> tantivy::Result<String> {
        // Whatever stands in the question is words, no syntax.
        let words: String = question.chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
        let query = self.parser.parse_query(&words.to_lowercase())?;
        let best = self.searcher.search(&query, &TopDocs::with_limit(1).order_by_score())?;
        let Some((_, address)) = best.first() else { return Ok(String::new()) };
        let entry: TantivyDocument = self.searcher.doc(*address)?;
        let texts = entry.field_values().filter_map(|(_, value)| value.as_str().map(str::to_owned));
        Ok(serde_json::to_string(&texts.collect::<Vec<_>>())?)
    }
}

fn build(source: &str, folder: &str) -> tantivy::Result<()> {
    let text = std::fs::read_to_string(source)?;
    let faq: Faq = serde_json::from_str(&text)?;
    let mut schema = Schema::builder();
    let question = schema.add_text_field("question", TEXT | STORED);
    let answer = schema.add_text_field("answer", TEXT | STORED);
    std::fs::create_dir_all(folder)?;
    let index = Index::create_in_dir(folder, schema.build())?;
    let mut writer: IndexWriter = index.writer_with_num_threads(1, HEAP)?;
    for entry in &faq.faqs {
        let mut document = doc!(question => entry.question.as_ref(), answer => entry.answer.as_ref());
        for alternate in &entry.alternates {
            document.add_text(question, alternate);
        }
        writer.add_document(document)?;
    }
    writer.commit()?;
    writer.wait_merging_threads()
}

fn merge(folder: &str) -> tantivy::Result<()> {
    let index = Index::open_in_dir(folder)?;
    let segments = index.searchable_segment_ids()?;
    let mut writer: IndexWriter = index.writer_with_num_threads(1, HEAP)?;
    if segments.len() > 1 {
        writer.merge(&segments).wait()?;
    }
    writer.garbage_collect_files().wait()?;
    writer.wait_merging_threads()
}

fn batch(opened: &Opened, threads: usize) -> tantivy::Result<()> {
    let mut input = std::io::stdin().lock().lines();
    let mut output = std::io::stdout().lock();
    loop {
        // One thread answers at once; several take a few questions each, and wait for one another.
        let each = if threads == 1 { 1 } else { 16 };
        let questions = input.by_ref().take(threads * each).collect::<Result<Vec<String>, _>>()?;
        if questions.is_empty() {
            return Ok(());
        }
        let answers = std::thread::scope(|scope| {
            let share = |part: &[String]| part.iter().map(|it| opened.ask(it)).collect::<Vec<_>>();
            let mut parts = questions.chunks(questions.len().div_ceil(threads));
            let own = parts.next().unwrap_or_default();
            let others: Vec<_> = parts.map(|part| scope.spawn(move || share(part))).collect();
            let mut answers = share(own);
            answers.extend(others.into_iter().flat_map(|other| other.join().unwrap()));
            answers
        });
        for answer in answers {
            writeln!(output, "{}", answer?)?;
        }
        output.flush()?;
    }
}

fn main() -> tantivy::Result<()> {
    let mut arguments: Vec<String> = std::env::args().skip(1).collect();
    let fuzzy = arguments[0] == "--fuzzy";
    arguments.drain(..usize::from(fuzzy));
    match arguments[0].as_str() {
        "build" => build(&arguments[1], &arguments[2])?,
        "merge" => merge(&arguments[1])?,
        "ask" => println!("{}", Opened::new(&arguments[1], fuzzy)?.ask(&arguments[2])?),
        "batch" => batch(&Opened::new(&arguments[1], fuzzy)?, arguments[2].parse().unwrap_or(1))?,
        other => panic!("no such command: {other}"),
    }
    Ok(())
}
