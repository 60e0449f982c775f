//! A `Question` of schema.org and its answers.

use super::super::cursor::Value;
use super::super::{keys, loose};
use super::node::{self, Node};
use super::{Graph, text};
use crate::format::Fault;
use crate::format::draft::{Draft, Located};
use crate::format::sink::Sink;

/// What is read of a question. None when lenient and its name is faulty: that was said then.
pub(super) fn draft<'a>(
    value: Value<'a>,
    graph: &Graph<'a>,
    sink: &mut Sink<'a>,
) -> Result<Option<Draft<'a>>, Fault> {
    let node = Node::new(value, value.members()?);
    let language = sink.document.language.clone();
    let language = language.as_deref();
    let mut draft = Draft {
        offset: value.offset(),
        ..Draft::default()
    };
    let called = node.property("name").map(|name| ("name", name));
    let called = called.or_else(|| Some(("text", node.property("text")?)));
    if let Some((field, value)) = called {
        match sink.accept(text::plain(value, field, language))? {
            Some(question) => draft.question = question,
            None => return Ok(None),
        }
    }
    draft.answer = answer(&node, graph, language, sink)?;
    draft.id = id(&node)?;
    for (name, value) in node.members {
        let is = |wanted| node::is(&name, wanted);
        if is("alternateName") {
            let alternates = sink.accept(text::all(value, &name))?;
            draft.alternates = alternates.unwrap_or_default();
            draft.alternates.retain(|it| !it.text.trim().is_empty());
        } else if is("keywords") {
            draft.tags = sink.accept(keywords(value))?.unwrap_or_default();
        } else if is("url") && value.kind() == "a string" {
            draft.source = sink.accept(value.found(&name))?;
        } else if is("inLanguage") {
            if sink.document.language.is_none() {
                sink.document.language = sink.accept(text::language(value))?.flatten();
            }
        } else if !is_read(&name, called) && !keys::is_native(&name) {
            draft.extra.extend(sink.accept(value.extra(name))?);
        }
    }
    Ok(Some(draft))
}

/// Whether a property has been read, or says nothing to anybody.
fn is_read(name: &str, called: Option<(&str, Value<'_>)>) -> bool {
    let is = |wanted: &str| node::is(name, wanted);
    name.starts_with('@')
        || called.is_some_and(|(called, _)| is(called))
        || [
            "acceptedAnswer",
            "suggestedAnswer",
            "answerCount",
            "identifier",
        ]
        .into_iter()
        .any(is)
}

/// The accepted answers, or else those that were suggested: each is a paragraph.
fn answer<'a>(
    node: &Node<'a>,
    graph: &Graph<'a>,
    language: Option<&str>,
    sink: &mut Sink<'a>,
) -> Result<Option<Located<'a>>, Fault> {
    for name in ["acceptedAnswer", "suggestedAnswer"] {
        let Some(value) = node.property(name) else {
            continue;
        };
        match sink.accept(answers(value, name, graph, language))? {
            // One that is no text is a fault; that there is none would be another.
            None => return Ok(Some(Located::new("", value.offset()))),
            Some(answers) if answers.is_empty() => {}
            Some(answers) => return Ok(loose::join(answers)),
        }
    }
    Ok(None)
}

fn answers<'a>(
    value: Value<'a>,
    field: &str,
    graph: &Graph<'a>,
    language: Option<&str>,
) -> Result<Vec<Located<'a>>, Fault> {
    let values = match value.kind() {
        "a list" => value.texts(field)?.collect(),
        _ => vec![value],
    };
    let mut found = Vec::with_capacity(values.len());
    for value in values {
        if value.kind() == "an object" {
            found.extend(said(value, graph, language)?);
        } else {
            found.extend(text::plain(value, field, language)?);
        }
    }
    Ok(found)
}

/// What an `Answer` says, which may stand elsewhere.
fn said<'a>(
    value: Value<'a>,
    graph: &Graph<'a>,
    language: Option<&str>,
) -> Result<Option<Located<'a>>, Fault> {
    let mut node = Node::new(value, value.members()?);
    if node.members.iter().any(|(name, _)| name == "@value") {
        return text::plain(value, "acceptedAnswer", language);
    }
    if let (true, Some(id)) = (node.members.len() < 3, node.id())
        && let Some(&elsewhere) = graph.answers.get(&id)
    {
        node = Node::new(elsewhere, elsewhere.members()?);
    }
    for name in ["text", "articleBody", "description", "name"] {
        if let Some(value) = node.property(name) {
            return text::plain(value, name, language);
        }
    }
    Ok(None)
}

/// What a question is called by: an identifier, or the end of an address.
fn id<'a>(node: &Node<'a>) -> Result<Option<Located<'a>>, Fault> {
    if let Some(value) = node.property("identifier") {
        return identifier(value);
    }
    for name in ["@id", "url"] {
        let Some(value) = node.property(name).filter(|it| it.kind() == "a string") else {
            continue;
        };
        let address = value.found(name)?;
        let id = match address.text.rsplit_once('#') {
            Some((_, fragment)) => fragment.to_owned(),
            None if name == "url" || address.text.contains(['/', ':']) => continue,
            None => address.text.into_owned(),
        };
        if !id.trim().is_empty() {
            return Ok(Some(Located::new(id, address.offset)));
        }
    }
    Ok(None)
}

/// An identifier: a string, a number, or a `PropertyValue` that has one.
fn identifier(value: Value<'_>) -> Result<Option<Located<'_>>, Fault> {
    Ok(match value.kind() {
        "a string" => Some(value.found("identifier")?),
        "a number" => Some(Located::new(value.text(), value.offset())),
        "an object" => {
            let node = Node::new(value, value.members()?);
            let value = node.property("value").or_else(|| node.property("@value"));
            match value {
                Some(value) if value.kind() == "a string" => Some(value.found("identifier")?),
                _ => None,
            }
        }
        _ => None,
    })
}

/// Keywords: a list of them, or one text with commas between.
fn keywords(value: Value<'_>) -> Result<Vec<Located<'_>>, Fault> {
    if value.kind() == "a list" {
        return text::all(value, "keywords");
    }
    let text = text::plain(value, "keywords", None)?;
    let mut keywords = text.map(loose::split).unwrap_or_default();
    keywords.retain(|keyword| !keyword.text.is_empty());
    Ok(keywords)
}
