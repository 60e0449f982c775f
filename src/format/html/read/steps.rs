//! The tokens of a part of a page without what is not about its subject.

use std::ops::Range;

use html5gum::{HtmlString, Token};

use crate::format::html::text::is_unread;
use crate::format::html::tokens::{Tag, Within, attribute, string, tokens};

/// A token; its places are those in the page.
#[derive(Debug)]
pub(super) enum Step {
    Start(Tag),
    End(HtmlString, Range<usize>),
    /// Something to read: text that is not blank, or a picture that is described.
    Text,
    /// Navigation, or the head or foot of the page, began here and is not read.
    Aside(usize),
}

/// The steps of a part of a page.
pub(super) fn steps(page: &str, part: &Range<usize>) -> impl Iterator<Item = Step> {
    let base = part.start;
    let mut unread: Option<Within> = None;
    let mut depth = 0_usize;
    tokens(&page[part.clone()]).filter_map(move |token| match token {
        Token::StartTag(mut tag) => {
            if let Some(within) = &mut unread {
                within.start(&tag.name);
                return None;
            }
            tag.span.start += base;
            tag.span.end += base;
            let is_beside = is_beside(&tag, depth > 0);
            if is_beside || is_unread(&tag.name) && !tag.self_closing {
                unread = Some(Within::new(&tag));
                return is_beside.then_some(Step::Aside(tag.span.start));
            }
            depth += usize::from(is_subject(&tag.name));
            Some(Step::Start(tag))
        }
        Token::EndTag(tag) => {
            if let Some(within) = &mut unread {
                if within.end(&tag.name) {
                    unread = None;
                }
                return None;
            }
            depth = depth.saturating_sub(usize::from(is_subject(&tag.name)));
            Some(Step::End(
                tag.name,
                base + tag.span.start..base + tag.span.end,
            ))
        }
        Token::String(text) => {
            (unread.is_none() && !string(&text).trim().is_empty()).then_some(Step::Text)
        }
        _ => None,
    })
}

/// Whether a start tag begins what is beside the subject; a section may have a head and a foot of its own.
fn is_beside(tag: &Tag, in_subject: bool) -> bool {
    match attribute(tag, "role").as_deref() {
        Some("navigation") => return true,
        Some("banner" | "contentinfo") => return !in_subject,
        _ => {}
    }
    match tag.name.as_slice() {
        b"nav" => true,
        b"header" | b"footer" => !in_subject,
        _ => false,
    }
}

fn is_subject(name: &[u8]) -> bool {
    matches!(
        name,
        b"main" | b"article" | b"section" | b"details" | b"aside"
    )
}
