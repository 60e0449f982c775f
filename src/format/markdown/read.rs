//! From a document to entries.

use std::borrow::Cow;
use std::path::Path;

use hashbrown::HashSet;

use super::answer::answer;
use super::choose::{Taken, choose};
use super::footnotes::OfAnswers;
use super::front::front;
use super::headings::{Heading, Headings, Role};
use super::notes::skipped;
use super::outline::outline;
use super::piece::{Asked, Form, Kind, Piece};
use super::{mark, ours, words};
use crate::format::draft::{Draft, Located};
use crate::format::inspection::Note;
use crate::format::sink::Sink;
use crate::format::{Fault, Format, FormatErrorKind};
use crate::sorting;

/// A heading, and what is worked out of it: its texts as labels, its counts, whether and where it is a question.
const HEADING: usize = 2 * size_of::<Heading>();

/// Reads a document into a sink.
pub(in crate::format) fn read<'a>(text: &'a str, sink: &mut Sink<'a>) -> Result<(), Fault> {
    let front = front(text);
    let named_faq = is_named_faq(&sink.document.name)
        || front
            .title
            .as_ref()
            .is_some_and(|title| words::name_faq(&title.text));
    sink.document.title = front.title.map(|title| title.text);
    sink.document.language = front.language.map(|language| language.text);
    if mark::may_be_marked(text) {
        let outline = outline(text, front.end, false, &mut sink.memory)?;
        if let Some(document) = mark::of_document(text, &outline.pieces) {
            return ours::read(text, outline.pieces, document, sink);
        }
    }
    sink.memory.give_back_all();
    let mut outline = outline(text, front.end, true, &mut sink.memory)?;
    let headings = Headings::new(&outline.pieces, named_faq);
    sink.memory.lend(headings.list.len() * HEADING, front.end)?;
    let title = headings
        .title
        .map(|title| &outline.pieces[headings.list[title].piece].kind);
    if let (None, Some(Kind::Heading { asked, .. })) = (&sink.document.title, title) {
        sink.document.title = Some(asked.text.clone());
    }
    let taken = choose(&outline.pieces, &headings, text.len());
    let mut reader = Reader {
        text,
        headings: &headings,
        footnotes: std::mem::take(&mut outline.footnotes).of_answers(text),
        ids: HashSet::new(),
        read: Vec::new(),
    };
    let tags = reader.tags(&outline.pieces);
    let skipped = skipped(&outline, &headings, &taken);
    let mut skipped = skipped.into_iter().peekable();
    for taken in &taken {
        let at = outline.pieces[taken.piece].start;
        while let Some((offset, note)) = skipped.next_if(|(offset, _)| *offset <= at) {
            sink.skipped(offset, || note);
        }
        reader.entry(*taken, &mut outline.pieces, &tags, sink)?;
    }
    for (offset, note) in skipped {
        sink.skipped(offset, || note);
    }
    if reader.read.is_empty() {
        return Err(Fault {
            offset: 0,
            kind: FormatErrorKind::NoQuestions {
                format: Format::Markdown,
            },
        });
    }
    sink.recognised(|| reader.shape());
    Ok(())
}

/// Whether the file is called a FAQ.
fn is_named_faq(name: &str) -> bool {
    let stem = Path::new(name).file_stem();
    stem.is_some_and(|stem| stem.to_string_lossy().to_lowercase().contains("faq"))
}

struct Reader<'a, 'h> {
    text: &'a str,
    headings: &'h Headings,
    footnotes: OfAnswers,
    /// The ids that were given so far.
    ids: HashSet<String>,
    /// What the entries were made of: a level of headings, or another form.
    read: Vec<Result<u8, Form>>,
}

impl<'a> Reader<'a, '_> {
    /// The text of each heading, where it is a section that has anything to say.
    fn tags(&self, pieces: &[Piece<'a>]) -> Vec<Option<Located<'a>>> {
        let tag = |heading: &Heading| match &pieces[heading.piece].kind {
            Kind::Heading { asked, .. } if heading.role == Role::Any => {
                Some(Located::new(asked.text.clone(), asked.offset))
            }
            _ => None,
        };
        self.headings.list.iter().map(tag).collect()
    }

    fn entry(
        &mut self,
        taken: Taken,
        pieces: &mut [Piece<'a>],
        tags: &[Option<Located<'a>>],
        sink: &mut Sink<'a>,
    ) -> Result<(), Fault> {
        let (start, body) = (pieces[taken.piece].start, pieces[taken.piece].end);
        let anchor = self.anchor_before(taken.piece, pieces);
        let Some((read, asked)) = take_asked(&mut pieces[taken.piece].kind) else {
            return Ok(());
        };
        let below = &pieces[taken.piece + 1..];
        let below = &below[..below.partition_point(|piece| piece.start < taken.end)];
        let answer = answer(
            self.text,
            body.min(taken.end),
            taken.end,
            asked.indent,
            read == Err(Form::Label),
            below,
        );
        let answer = self
            .footnotes
            .complete(self.text, answer, &(start..taken.end));
        if answer.text.trim().is_empty() {
            let what = || format!("\"{}\"", asked.text);
            sink.skipped(start, || Note {
                what: what(),
                why: "there is no answer below it",
            });
            return Ok(());
        }
        if asked.text.trim().is_empty() {
            return Ok(());
        }
        let id = asked.id.or(anchor).filter(|id| !id.trim().is_empty());
        let id = id.filter(|id| self.ids.insert(id.to_string()));
        self.read.push(read);
        sink.entry(Draft {
            offset: start,
            id: id.map(|id| Located::new(id, start)),
            question: Some(Located::new(asked.text, asked.offset)),
            answer: Some(answer),
            tags: self.sections(taken.parent, tags),
            ..Draft::default()
        })
    }

    /// The id of an anchor that stands right before a piece.
    fn anchor_before(&self, piece: usize, pieces: &[Piece<'a>]) -> Option<Cow<'a, str>> {
        let before = &pieces[piece.checked_sub(1)?];
        let between = &self.text[before.end.min(pieces[piece].start)..pieces[piece].start];
        match &before.kind {
            Kind::Anchor(id) if between.trim().is_empty() => Some(Cow::Owned(id.clone())),
            _ => None,
        }
    }

    /// The sections above, the outermost first.
    fn sections(&self, parent: Option<usize>, tags: &[Option<Located<'a>>]) -> Vec<Located<'a>> {
        let above = std::iter::successors(parent, |&above| self.headings.list[above].parent);
        let mut sections: Vec<Located<'a>> =
            above.filter_map(|above| tags[above].clone()).collect();
        sections.reverse();
        sections
    }

    /// What was taken for questions, in words.
    fn shape(&self) -> String {
        let mut levels: Vec<u8> = self.read.iter().filter_map(|read| read.ok()).collect();
        sorting::by(&mut levels, Ord::cmp);
        levels.dedup();
        let numbers: Vec<String> = levels.iter().map(u8::to_string).collect();
        let headings = match &numbers[..] {
            [] => None,
            [one] => Some(format!("headings of level {one}")),
            many => Some(format!("headings of levels {}", many.join(", "))),
        };
        let has = |wanted: fn(&Form) -> bool, name: &str| {
            let mut forms = self.read.iter().filter_map(|read| read.as_ref().err());
            forms.any(wanted).then(|| name.to_owned())
        };
        let parts = [
            headings,
            has(|form| *form == Form::Label, "labels such as Q:"),
            has(|form| matches!(form, Form::Summary { .. }), "<details>"),
            has(|form| matches!(form, Form::Bold { .. }), "bold lines"),
            has(|form| *form == Form::Item, "items of lists"),
            has(|form| *form == Form::Term, "lines before a colon"),
        ];
        parts
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(" and ")
    }
}

fn take_asked<'a>(kind: &mut Kind<'a>) -> Option<(Result<u8, Form>, Asked<'a>)> {
    match std::mem::replace(kind, Kind::Text) {
        Kind::Heading { level, asked } => Some((Ok(level), asked)),
        Kind::Ask { form, asked } => Some((Err(form), asked)),
        other => {
            *kind = other;
            None
        }
    }
}
