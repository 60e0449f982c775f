//! Writes a FAQ as Markdown that reads well wherever Markdown is shown, and comes back exactly.
//!
//! Each entry is read back before it is written. What comes back changed is written in a safer way: the answer with a
//! comment that ends it, and if that is not enough, in the comment itself.

use std::borrow::Cow;
use std::io;

use super::mark::{self, DocumentMark, EntryMark, Extras};
use super::{front, read};
use crate::format::memory::MemoryBudget;
use crate::format::sink::Sink;
use crate::model::{Document, Entry, Faq};
use crate::source::Source;

/// The level of the headings that are questions; the title is above.
const LEVEL: u8 = 2;

/// Writes a FAQ, and tells after each entry how many there are so far.
pub(in crate::format) fn write(
    faq: &Faq<'_>,
    out: &mut dyn io::Write,
    written: &mut dyn FnMut(usize),
) -> io::Result<()> {
    out.write_all(head(&faq.documents)?.as_bytes())?;
    for (number, entry) in faq.entries.iter().enumerate() {
        if number > 0 {
            out.write_all(b"\n")?;
        }
        out.write_all(safe(entry)?.as_bytes())?;
        written(number + 1);
    }
    Ok(())
}

/// Front matter, title and mark.
fn head(documents: &[Document<'_>]) -> io::Result<String> {
    let first =
        |field: for<'d> fn(&'d Document<'_>) -> Option<&'d str>| documents.iter().find_map(field);
    let title = first(|document| document.title.as_deref());
    let language = first(|document| document.language.as_deref());
    let mut head = String::new();
    let mut mark = DocumentMark {
        level: LEVEL,
        lexicon: documents.iter().find_map(|document| document.lexicon),
        extra: Extras::new(documents.iter().flat_map(|document| &document.extra)),
        ..DocumentMark::default()
    };
    for group in documents.iter().flat_map(|document| &document.synonyms) {
        mark.synonyms.push(owned(group));
    }
    for (name, value, other) in [
        ("title", title, &mut mark.title),
        ("language", language, &mut mark.language),
    ] {
        match value {
            Some(value) if value.trim().is_empty() => *other = Some(value.to_owned()),
            Some(value) => {
                let value = front::quoted(value);
                head.extend([name, ": ", &*value, "\n"]);
            }
            None => {}
        }
    }
    if !head.is_empty() {
        head = format!("---\n{head}---\n\n");
    }
    if let Some(title) = title {
        head.extend(["# ", &*escape(title), "\n\n"]);
    }
    head += &mark::comment(&mark)?;
    head += "\n\n";
    Ok(head)
}

/// An entry in the first form in which it comes back as it is.
fn safe(entry: &Entry<'_>) -> io::Result<String> {
    let id_in_heading = entry.id.chars().all(is_of_plain_id);
    let mut mark = EntryMark {
        id: (!id_in_heading).then(|| entry.id.to_string()),
        alternates: owned(&entry.alternates),
        tags: owned(&entry.tags),
        related: owned(&entry.related),
        source: entry.source.as_ref().map(ToString::to_string),
        extra: Extras::new(&entry.extra),
        ..EntryMark::default()
    };
    let text = render(entry, &mark, &entry.answer)?;
    let back = read_back(&text);
    if back.as_ref() == Some(&held(entry)) {
        return Ok(text);
    }
    if let Some(back) = back {
        mark.question = (back.question != entry.question).then(|| entry.question.to_string());
        if back.id != entry.id {
            mark.id = Some(entry.id.to_string());
        }
        if back.answer == entry.answer {
            return render(entry, &mark, &entry.answer);
        }
    }
    if !entry.answer.contains(mark::END) {
        mark.closed = true;
        let body = format!("{}\n\n{}", entry.answer, mark::END);
        let text = render(entry, &mark, &body)?;
        if read_back(&text) == Some(held(entry)) {
            return Ok(text);
        }
    }
    mark.closed = false;
    mark.id = Some(entry.id.to_string());
    mark.question = Some(entry.question.to_string());
    mark.answer = Some(entry.answer.to_string());
    render(entry, &mark, &fenced(&entry.answer))
}

fn render(entry: &Entry<'_>, mark: &EntryMark, body: &str) -> io::Result<String> {
    let level = "#".repeat(usize::from(LEVEL));
    let anchor = match mark.id {
        None if !entry.id.is_empty() => format!("<a id=\"{}\"></a>", entry.id),
        _ => String::new(),
    };
    let mut text = format!("{level} {anchor}{}\n\n", escape(&entry.question));
    let comment = mark::comment(mark)?;
    if comment != mark::comment(&EntryMark::default())? {
        text += &comment;
        text += "\n\n";
    }
    text += body;
    text += "\n";
    Ok(text)
}

/// What must come back of an entry; the rest is in its comment.
#[derive(Debug, PartialEq, Eq)]
struct Held {
    id: String,
    question: String,
    answer: String,
}

fn held(entry: &Entry<'_>) -> Held {
    Held {
        id: entry.id.to_string(),
        question: entry.question.to_string(),
        answer: entry.answer.to_string(),
    }
}

/// An entry that stands for any that comes next.
const NEXT: &str = "## <a id=\"n\"></a>.\n\n<!-- faq: {\"tags\":[\".\"]} -->\n\n.\n";

/// What comes back of an entry; none when what follows it would not.
fn read_back(text: &str) -> Option<Held> {
    let mark = DocumentMark {
        level: LEVEL,
        ..DocumentMark::default()
    };
    let head = mark::comment(&mark).ok()?;
    let text = format!("{head}\n\n{text}\n{NEXT}");
    let source = Source::new("", text);
    let mut sink = Sink::new(&source, 0, MemoryBudget::new(&[], Some(u64::MAX)), false);
    read(&source.text, &mut sink).ok()?;
    match &sink.entries[..] {
        [entry, next] if next.id == "n" && next.answer == "." && next.tags == ["."] => {
            Some(held(entry))
        }
        _ => None,
    }
}

fn is_of_plain_id(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | ':')
}

/// A text in one line of Markdown that shows it as it is.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 8);
    let joined;
    let line = if text.contains(['\n', '\r']) {
        joined = text.split_whitespace().collect::<Vec<_>>().join(" ");
        &joined
    } else {
        text
    };
    let mut before = ' ';
    let mut chars = line.chars().peekable();
    while let Some(c) = chars.next() {
        let next = chars.peek().copied().unwrap_or(' ');
        let means_something = match c {
            '\\' | '`' | '*' | '[' | ']' | '<' | '~' | '{' | '}' => true,
            '_' => !(before.is_alphanumeric() && next.is_alphanumeric()),
            '#' => !before.is_alphanumeric(),
            '&' => next.is_alphanumeric() || next == '#',
            _ => false,
        };
        if means_something {
            escaped.push('\\');
        }
        escaped.push(c);
        before = c;
    }
    escaped
}

/// A text as a code block, which shows anything.
fn fenced(text: &str) -> String {
    let longest = text.split(|c| c != '`').map(str::len).max();
    let fence = "`".repeat(longest.unwrap_or(0).max(2) + 1);
    format!("{fence}\n{text}\n{fence}")
}

fn owned(texts: &[Cow<'_, str>]) -> Vec<String> {
    texts.iter().map(ToString::to_string).collect()
}
