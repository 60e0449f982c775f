//! One page that shows a FAQ by itself: no script, nothing fetched, its JSON-LD within.
//!
//! There are no words on it but those of the FAQ, so that it has only one language.

mod anchors;
mod entry;
mod sections;

use std::io;

use self::anchors::Anchors;
use self::sections::sections;
use super::escape::attribute_value as escaped;
use crate::format::json;
use crate::model::Faq;

/// What a page is called that has no title; as a title, it says nothing.
pub(super) const UNTITLED: &str = "FAQ";

/// How the page looks, wide and narrow, by day, by night, and on paper.
const STYLE: &str = include_str!("page.css");

/// Scripts that are written from right to left, by the languages that use them.
const FROM_RIGHT: [&str; 9] = ["ar", "dv", "fa", "he", "ku", "ps", "sd", "ur", "yi"];

/// Writes a FAQ as a page. Entries stand in their order, under the first of their tags where those are in order too.
pub(in crate::format) fn write(
    faq: &Faq<'_>,
    out: &mut dyn io::Write,
    written: &mut dyn FnMut(usize),
) -> io::Result<()> {
    write_head(faq, out)?;
    let sections = sections(&faq.entries);
    let anchors = Anchors::new(faq);
    let title = escaped(title(faq).unwrap_or(UNTITLED));
    write!(out, "<body>\n<main>\n<h1>{title}</h1>\n")?;
    if !sections.is_empty() {
        out.write_all(b"<nav>\n<ul>\n")?;
        for (number, section) in sections.iter().enumerate() {
            let (anchor, label) = (anchors.section(number), escaped(section.label));
            writeln!(out, "<li><a href=\"#{anchor}\">{label}</a></li>")?;
        }
        out.write_all(b"</ul>\n</nav>\n")?;
    }
    let mut next = sections.iter().enumerate().peekable();
    let mut is_within = false;
    for (number, entry) in faq.entries.iter().enumerate() {
        if let Some((at, section)) = next.next_if(|(_, section)| section.first == number) {
            let end = if is_within { "</section>\n" } else { "" };
            let (anchor, label) = (anchors.section(at), escaped(section.label));
            write!(out, "{end}<section>\n<h2 id=\"{anchor}\">{label}</h2>\n")?;
            is_within = true;
        }
        let level = if is_within { 3 } else { 2 };
        entry::write(faq, entry, &anchors, level, out)?;
        written(number + 1);
    }
    let end = if is_within { "</section>\n" } else { "" };
    write!(out, "{end}</main>\n</body>\n</html>\n")
}

fn write_head(faq: &Faq<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    out.write_all(b"<!doctype html>\n<html")?;
    if let Some(language) = language(faq) {
        write!(out, " lang=\"{}\"", escaped(language))?;
        let primary = language.split(['-', '_']).next().unwrap_or_default();
        if FROM_RIGHT.iter().any(|it| it.eq_ignore_ascii_case(primary)) {
            out.write_all(b" dir=\"rtl\"")?;
        }
    }
    let title = escaped(title(faq).unwrap_or(UNTITLED));
    write!(
        out,
        ">
<head>
<meta charset=\"utf-8\">
<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">
<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\">
<meta name=\"color-scheme\" content=\"light dark\">
<title>{title}</title>
<style>
{STYLE}</style>
<script type=\"application/ld+json\">
"
    )?;
    json::write_json_ld(faq, out, &mut |_| {})?;
    out.write_all(b"</script>\n</head>\n")
}

/// The first title there is.
fn title<'f>(faq: &'f Faq<'_>) -> Option<&'f str> {
    let titles = faq.documents.iter().filter_map(|it| it.title.as_deref());
    titles.into_iter().find(|title| !title.trim().is_empty())
}

/// The first language there is.
fn language<'f>(faq: &'f Faq<'_>) -> Option<&'f str> {
    let languages = faq.documents.iter().filter_map(|it| it.language.as_deref());
    languages
        .into_iter()
        .find(|language| !language.trim().is_empty())
}
