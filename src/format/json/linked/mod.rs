//! JSON-LD: the questions of schema.org's `FAQPage` and `QAPage`. Nothing is fetched, no `@context` either.

mod markup;
mod node;
mod question;
mod text;
mod write;

pub(super) use self::markup::without_html;
pub(in crate::format) use self::write::write_json_ld;

use std::borrow::Cow;

use hashbrown::{HashMap, HashSet};

use self::node::Node;
use super::cursor::Value;
use crate::format::sink::Sink;
use crate::format::{Fault, Format, FormatErrorKind};
use crate::limits::LINKED_NESTING;

/// The properties in which questions, or what holds them, may stand.
const HOLDERS: [&str; 8] = [
    "@graph",
    "@included",
    "mainentity",
    "mainentityofpage",
    "haspart",
    "subjectof",
    "itemlistelement",
    "item",
];

/// What a node takes while it waits to be visited, or to be read.
const NODE: usize = 2 * size_of::<(Value<'_>, usize)>();

/// An answer that has an id: its place in a map, which may be half empty.
const ANSWER: usize = 4 * size_of::<Value<'_>>() + ID;

/// An id that was given.
const ID: usize = 4 * size_of::<String>();

/// What a document says beside its questions.
#[derive(Debug, Default)]
struct Graph<'a> {
    /// The questions, in order.
    questions: Vec<Value<'a>>,
    /// Answers that questions may call by their ids.
    answers: HashMap<Cow<'a, str>, Value<'a>>,
    /// The kind of page that the questions are of.
    page: Option<&'static str>,
}

/// Reads JSON-LD that is a part of a page, or all of it: `text` is a slice of `page`.
pub(in crate::format) fn read_json_ld<'a>(
    page: &'a str,
    text: &'a str,
    sink: &mut Sink<'a>,
) -> Result<(), Fault> {
    let root = Value::parse(page, text, Format::JsonLd)?;
    let graph = walk(root, sink)?;
    if graph.questions.is_empty() {
        return Err(root.fault(FormatErrorKind::NoQuestions {
            format: Format::JsonLd,
        }));
    }
    sink.recognised(|| match graph.page {
        Some(page) => format!("the questions of a schema.org {page}"),
        None => "schema.org questions".to_owned(),
    });
    let mut ids = HashSet::new();
    for &value in &graph.questions {
        let Some(mut draft) = question::draft(value, &graph, sink)? else {
            continue;
        };
        let length = draft.id.as_ref().map_or(0, |id| ID + id.text.len());
        sink.memory.lend(length, draft.offset)?;
        // An address that several questions share is no id.
        let is_new = |id: &str| ids.insert(id.to_owned());
        draft.id = draft.id.filter(|id| is_new_id(&id.text, is_new));
        sink.entry(draft)?;
    }
    Ok(())
}

fn is_new_id(id: &str, is_new: impl FnOnce(&str) -> bool) -> bool {
    !id.trim().is_empty() && is_new(id)
}

/// Finds the questions wherever they may be, in their order, and takes what pages say about themselves.
fn walk<'a>(root: Value<'a>, sink: &mut Sink<'a>) -> Result<Graph<'a>, Fault> {
    let mut graph = Graph::default();
    let mut ahead = vec![(root, 0)];
    while let Some((value, depth)) = ahead.pop() {
        if depth > LINKED_NESTING {
            return Err(value.fault(FormatErrorKind::TooDeep {
                limit: LINKED_NESTING,
            }));
        }
        let one_deeper = |value| (value, depth + 1);
        match value.kind() {
            "a list" => {
                let elements = value.elements("mainEntity")?;
                sink.memory.lend(NODE * elements.len(), value.offset())?;
                ahead.extend(elements.rev().map(one_deeper));
            }
            "an object" => {
                if let Some(members) = sink.accept(value.members())? {
                    let below = visit(&Node::new(value, members), &mut graph, sink)?;
                    ahead.extend(below.into_iter().rev().map(one_deeper));
                }
            }
            _ => {}
        }
    }
    Ok(graph)
}

/// Takes what a node is, and hands back what it holds.
fn visit<'a>(
    node: &Node<'a>,
    graph: &mut Graph<'a>,
    sink: &mut Sink<'a>,
) -> Result<Vec<Value<'a>>, Fault> {
    if node.is_question() {
        sink.memory.lend(NODE, node.value.offset())?;
        graph.questions.push(node.value);
        return Ok(Vec::new());
    }
    if node.is_a("Answer") {
        if let Some(id) = node.id() {
            sink.memory.lend(ANSWER, node.value.offset())?;
            graph.answers.insert(id, node.value);
        }
        return Ok(Vec::new());
    }
    for page in ["FAQPage", "QAPage"] {
        if node.is_a(page) {
            graph.page.get_or_insert(page);
            take_page(node, sink)?;
        }
    }
    let holders = node.members.iter().filter(|(name, value)| {
        HOLDERS.iter().any(|holder| node::is(name, holder))
            && matches!(value.kind(), "a list" | "an object")
    });
    Ok(holders.map(|(_, value)| *value).collect())
}

/// Takes title and language of a page, unless another had them.
fn take_page<'a>(page: &Node<'a>, sink: &mut Sink<'a>) -> Result<(), Fault> {
    let language = page.property("inLanguage").map(text::language);
    if let (None, Some(language)) = (&sink.document.language, language) {
        sink.document.language = sink.accept(language)?.flatten();
    }
    let title = page.property("name").or_else(|| page.property("headline"));
    if let (None, Some(title)) = (&sink.document.title, title) {
        let title = text::plain(title, "name", sink.document.language.as_deref());
        let title = sink.accept(title)?.flatten();
        sink.document.title = title.map(|title| title.text);
    }
    Ok(())
}
