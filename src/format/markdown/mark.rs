//! What Markdown has no place for, kept in comments that nobody sees: `<!-- faq: {…} -->` at the top of a document that
//! this program wrote, and below those questions that have more than an answer.

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use super::piece::{Kind, Piece};
use crate::format::draft::LocatedExtra;
use crate::format::{Fault, Format, FormatErrorKind};
use crate::limits::NESTING;
use crate::model::Extra;

const OPEN: &str = "<!-- faq: ";
const CLOSE: &str = " -->";

/// Ends an answer that would not end by itself.
pub(super) const END: &str = "<!-- /faq -->";

/// Of the whole: which headings are its questions, and what else it says.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct DocumentMark {
    /// The level of the headings that are questions.
    pub(super) level: u8,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) title: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) language: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) lexicon: Option<bool>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) synonyms: Vec<Vec<String>>,
    #[serde(default, skip_serializing_if = "Extras::is_empty")]
    pub(super) extra: Extras,
}

/// Of an entry: what is not in its heading and its answer.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct EntryMark {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) id: Option<String>,
    /// The question, where a heading cannot hold it as it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) question: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) alternates: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) tags: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) related: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) source: Option<String>,
    #[serde(default, skip_serializing_if = "Extras::is_empty")]
    pub(super) extra: Extras,
    /// The answer, where Markdown cannot hold it as it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) answer: Option<String>,
    /// Whether [`END`] ends the answer, which is everything before it.
    #[serde(default, skip_serializing_if = "is_false")]
    pub(super) closed: bool,
}

/// Fields that the native file does not know: names and values, in their order.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub(super) struct Extras(Vec<(String, Box<RawValue>)>);

impl Extras {
    pub(super) fn new<'a>(extras: impl IntoIterator<Item = &'a Extra<'a>>) -> Self {
        let pair = |extra: &Extra<'_>| {
            let json = RawValue::from_string(extra.json.to_string()).ok()?;
            Some((extra.name.to_string(), json))
        };
        Self(extras.into_iter().filter_map(pair).collect())
    }

    fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The fields, all of which stand at one place.
    pub(super) fn found<'a>(self, offset: usize) -> Result<Vec<LocatedExtra<'a>>, Fault> {
        let found = |(name, json): (String, Box<RawValue>)| {
            let json = json.get().to_owned();
            // A raw value may be nested as deep as it likes; a parsed one may not.
            if serde_json::from_str::<serde_json::Value>(&json).is_err() {
                let kind = FormatErrorKind::TooDeep { limit: NESTING };
                return Err(Fault { offset, kind });
            }
            Ok(LocatedExtra {
                name: name.into(),
                json: json.into(),
                offset,
            })
        };
        self.0.into_iter().map(found).collect()
    }
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde asks for a reference"
)]
fn is_false(value: &bool) -> bool {
    !value
}

/// A comment that holds a mark.
pub(super) fn comment(mark: &impl Serialize) -> serde_json::Result<String> {
    let json = serde_json::to_string(mark)?;
    // Two hyphens end a comment, a line break the block that it is in; neither is needed in JSON.
    let json = json.replace("--", "-\\u002d").replace(['\n', '\r'], " ");
    Ok(format!("{OPEN}{json}{CLOSE}"))
}

/// A comment that may hold a mark: where its JSON begins, and the JSON.
#[derive(Debug, Clone, Copy)]
pub(super) struct Comment<'a> {
    pub(super) offset: usize,
    json: &'a str,
}

impl<'a> Comment<'a> {
    fn of(text: &'a str, piece: &Piece<'_>) -> Option<Self> {
        if !matches!(piece.kind, Kind::Comment) {
            return None;
        }
        let json = text[piece.start..piece.end].strip_prefix(OPEN)?;
        let json = &json[..json.find(CLOSE)?];
        let offset = json.as_ptr().addr() - text.as_ptr().addr();
        json.starts_with('{').then_some(Self { offset, json })
    }

    /// Where the comment ends.
    pub(super) fn end(self) -> usize {
        self.offset + self.json.len() + CLOSE.len()
    }

    /// The mark.
    pub(super) fn read<T: Deserialize<'a>>(self) -> Result<T, Fault> {
        serde_json::from_str(self.json).map_err(|error| {
            let message = error.to_string();
            let cause = message.split(" at line ").next().unwrap_or_default();
            Fault {
                offset: self.offset + error.column().saturating_sub(1).min(self.json.len()),
                kind: FormatErrorKind::Syntax {
                    format: Format::Markdown,
                    cause: format!("the JSON in the comment \"faq:\": {cause}"),
                },
            }
        })
    }
}

/// How the mark of a document begins.
const DOCUMENT: &str = "{\"level\":";

/// Whether a mark of a document is anywhere in it, were it only in an example.
pub(super) fn may_be_marked(text: &str) -> bool {
    text.match_indices(OPEN)
        .any(|(at, open)| text[at + open.len()..].starts_with(DOCUMENT))
}

/// The mark of a document that this program wrote.
pub(super) fn of_document<'a>(text: &'a str, pieces: &[Piece<'_>]) -> Option<Comment<'a>> {
    let comment = pieces.iter().find_map(|piece| Comment::of(text, piece))?;
    comment.json.starts_with(DOCUMENT).then_some(comment)
}

/// The mark of the entry whose heading is a piece.
pub(super) fn of_entry<'a>(
    text: &'a str,
    heading: usize,
    pieces: &[Piece<'_>],
) -> Option<Comment<'a>> {
    let next = pieces.get(heading + 1)?;
    let between = text.get(pieces[heading].end..next.start)?;
    let comment = Comment::of(text, next)?;
    between.trim().is_empty().then_some(comment)
}

/// Whether a piece ends an answer.
pub(super) fn is_end(text: &str, piece: &Piece<'_>) -> bool {
    matches!(piece.kind, Kind::Comment) && text[piece.start..].starts_with(END)
}
