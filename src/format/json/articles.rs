//! Articles of a help centre: a title that asks, and a text. Zendesk, Intercom and Freshdesk export such.
//!
//! Much else has titles and texts, so they are only looked for where nothing is called a question, and only taken where
//! titles do ask.

use super::cursor::Value;
use super::entry::Members;
#[cfg(feature = "html")]
use super::linked::without_html;
use super::{keys, loose, native, shape};
use crate::format::Fault;
use crate::format::draft::Draft;
#[cfg(not(feature = "html"))]
use crate::format::draft::Located;
use crate::format::sink::Sink;

/// What their list is called, beside a list that is the whole document.
const LISTS: [&str; 5] = ["articles", "solutions", "data", "items", "results"];

/// What their parts are called, the best name first.
const TITLE: [&str; 2] = ["title", "name"];
const BODY: [&str; 5] = [
    "body",
    "bodyhtml",
    "content",
    "description",
    "descriptiontext",
];
const SOURCE: [&str; 4] = ["htmlurl", "publicurl", "permalink", "url"];
const TAGS: [&str; 4] = ["labelnames", "tags", "labels", "keywords"];

/// The list of articles among these members, and its name.
pub(super) fn find<'a>(members: &Members<'a>) -> Option<(String, Value<'a>)> {
    let named = |wanted: &&str| members.iter().find(|(name, _)| keys::is(name, wanted));
    let mut lists = LISTS.iter().filter_map(named);
    let (name, list) = lists.find(|(_, value)| are_articles(*value))?;
    Some((name.to_string(), *list))
}

/// Whether a list consists of articles for the most part, and at least every other title asks.
pub(super) fn are_articles(list: Value<'_>) -> bool {
    let Ok(elements) = list.elements("") else {
        return false;
    };
    let total = elements.len();
    let (mut articles, mut asking) = (0_usize, 0);
    for value in elements {
        // One that is yet to be written has no text.
        let Some(article) = members(value).as_ref().and_then(Article::of) else {
            continue;
        };
        articles += 1;
        let title = article.title.string("").unwrap_or_default();
        asking += usize::from(shape::ends_question(&title));
    }
    articles > 0 && articles * 2 >= total && asking * 2 >= articles
}

/// Reads a list of articles.
pub(super) fn read<'a>(list: Value<'a>, name: &str, sink: &mut Sink<'a>) -> Result<(), Fault> {
    sink.recognised(|| "articles, whose titles are the questions".to_owned());
    for value in list.elements(name)? {
        let Some(members) = members(value) else {
            continue;
        };
        let Some(article) = Article::of(&members) else {
            sink.skipped(value.offset(), || loose::note("an object"));
            continue;
        };
        let draft = article.draft(value, &members);
        if let Some(draft) = sink.accept(draft)? {
            sink.entry(draft)?;
        }
    }
    Ok(())
}

/// What makes an article.
#[derive(Debug, Clone, Copy)]
struct Article<'a> {
    title: Value<'a>,
    body: Value<'a>,
}

impl<'a> Article<'a> {
    fn of(members: &Members<'a>) -> Option<Self> {
        Some(Self {
            title: first(members, &TITLE)?,
            body: first(members, &BODY)?,
        })
    }

    fn draft(self, value: Value<'a>, members: &Members<'a>) -> Result<Draft<'a>, Fault> {
        let id = members.iter().find(|(name, _)| keys::is(name, "id"));
        let tags = TAGS.iter().find_map(|wanted| {
            let mut lists = members.iter().filter(|(_, value)| value.kind() == "a list");
            lists.find(|(name, _)| keys::is(name, wanted))
        });
        Ok(Draft {
            offset: value.offset(),
            id: id.map_or(Ok(None), |(_, id)| native::identifier(*id))?,
            question: Some(self.title.found("title")?),
            answer: Some(without_html(self.body.found("body")?)),
            tags: tags.map_or(Ok(Vec::new()), |(name, value)| {
                loose::labels(*value, name, false)
            })?,
            source: first(members, &SOURCE).map_or(Ok(None), |it| it.optional_found("url"))?,
            ..Draft::default()
        })
    }
}

/// The first of these that is a text.
fn first<'a>(members: &Members<'a>, names: &[&str]) -> Option<Value<'a>> {
    names.iter().find_map(|wanted| {
        let mut texts = members
            .iter()
            .filter(|(_, value)| value.kind() == "a string");
        texts
            .find(|(name, _)| keys::is(name, wanted))
            .map(|(_, value)| *value)
    })
}

fn members(value: Value<'_>) -> Option<Members<'_>> {
    if value.kind() != "an object" {
        return None;
    }
    value.members().ok()
}

/// Without what reads HTML, it stays as it is.
#[cfg(not(feature = "html"))]
fn without_html(found: Located<'_>) -> Located<'_> {
    found
}
