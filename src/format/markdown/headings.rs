//! The headings of a document as a tree, and what stands under each.

use super::piece::{Form, Kind, Piece};
use super::question::Strength;
use super::words;

/// A heading, and what is known of it.
#[derive(Debug)]
pub(super) struct Heading {
    /// Which piece it is.
    pub(super) piece: usize,
    pub(super) level: u8,
    pub(super) strength: Strength,
    /// The heading that it is below.
    pub(super) parent: Option<usize>,
    /// The first heading after it that is not below it.
    pub(super) end: usize,
    pub(super) role: Role,
    /// Whether a heading above it, or the document, says that this is a FAQ.
    pub(super) in_faq: bool,
    /// Whether it is below a heading that asks.
    pub(super) below_question: bool,
    /// What stands between it and the next heading.
    pub(super) own: Own,
}

/// What a heading is there for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// It may be a question, or a section.
    Any,
    /// It is the title, or says that this is a FAQ: no label for what is below it.
    Root,
    /// It stands above a table of contents, or asks for questions.
    Aside,
}

/// What stands under a heading, up to the next one.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Own {
    pub(super) text: bool,
    /// How many other forms of questions there are, and how much they say that they are some.
    pub(super) asks: usize,
    pub(super) asks_weight: usize,
    /// Whether one of them comes first.
    pub(super) begins_asking: bool,
}

impl Own {
    /// Whether the questions here are those in the text, not the heading.
    pub(super) fn asks_itself(&self) -> bool {
        self.asks_weight > 1 || (self.asks_weight == 1 && self.begins_asking)
    }

    fn add(&mut self, kind: &Kind<'_>, in_faq: bool) {
        match kind {
            Kind::Text => self.text = true,
            Kind::Ask { form, asked } => {
                self.begins_asking |= !self.text && self.asks == 0;
                self.asks += 1;
                self.asks_weight += match form {
                    _ if asked.strength != Strength::Strong => 0,
                    Form::Label | Form::Summary { .. } => 2,
                    Form::Bold { alone } => usize::from(*alone || in_faq),
                    Form::Item | Form::Term => usize::from(in_faq),
                };
            }
            _ => {}
        }
    }
}

/// The headings of a document in their order.
#[derive(Debug)]
pub(super) struct Headings {
    pub(super) list: Vec<Heading>,
    /// What stands before the first of them.
    pub(super) before: Own,
    /// Whether the whole document is a FAQ.
    pub(super) is_faq: bool,
    pub(super) title: Option<usize>,
}

impl Headings {
    /// The tree of a document; `named_faq` says that its name or front matter tells that it is a FAQ.
    pub(super) fn new(pieces: &[Piece<'_>], named_faq: bool) -> Self {
        let mut headings = Self {
            list: Vec::new(),
            before: Own::default(),
            is_faq: named_faq,
            title: None,
        };
        headings.is_faq |= headings_of(pieces)
            .next()
            .is_some_and(|(_, _, piece)| names_faq(piece));
        headings.grow(pieces);
        headings.find_ends();
        headings.find_title(pieces);
        headings.spread();
        headings
    }

    fn grow(&mut self, pieces: &[Piece<'_>]) {
        let mut found = headings_of(pieces).peekable();
        for (number, piece) in pieces.iter().enumerate() {
            if let Some((_, level, _)) = found.next_if(|(at, ..)| *at == number) {
                self.push(number, level, piece);
            } else {
                let is_faq = self.is_faq;
                match self.list.last_mut() {
                    Some(last) => last.own.add(
                        &piece.kind,
                        is_faq || last.in_faq || last.role == Role::Root,
                    ),
                    None => self.before.add(&piece.kind, is_faq),
                }
            }
        }
    }

    fn push(&mut self, piece_number: usize, level: u8, piece: &Piece<'_>) {
        let Kind::Heading { asked, .. } = &piece.kind else {
            return;
        };
        let mut parent = self.list.len().checked_sub(1);
        while let Some(above) = parent {
            if self.list[above].level < level {
                break;
            }
            parent = self.list[above].parent;
        }
        let above = parent.map(|above| &self.list[above]);
        let in_faq =
            self.is_faq || above.is_some_and(|above| above.in_faq || above.role == Role::Root);
        let is_aside = words::name_contents(&asked.text) || words::invite_questions(&asked.text);
        let role = match (is_aside, !in_faq && names_faq(piece)) {
            (true, _) => Role::Aside,
            (_, true) => Role::Root,
            _ => Role::Any,
        };
        self.list.push(Heading {
            piece: piece_number,
            level,
            strength: asked.strength,
            parent,
            end: 0,
            role,
            in_faq,
            below_question: false,
            own: Own::default(),
        });
    }

    fn find_ends(&mut self) {
        // Where the next heading of each level or of a higher one is, from behind.
        let mut next = [self.list.len(); 7];
        for (number, heading) in self.list.iter_mut().enumerate().rev() {
            let level = usize::from(heading.level);
            heading.end = next[level];
            next[level..].fill(number);
        }
    }

    /// A first heading that is above all others, or that says that this is a FAQ, is no question itself.
    fn find_title(&mut self, pieces: &[Piece<'_>]) {
        let Some(first) = self.list.first() else {
            return;
        };
        let asks = |own: &Own| own.asks_weight > 0;
        let others = self.list.len() > 1 || asks(&first.own);
        let is_top = self.list[1..].iter().all(|it| it.level > first.level);
        let is_empty = first.level == 1 && first.strength != Strength::Strong && !first.own.text;
        let is_title = first.role != Role::Aside
            && (others && (is_top || is_empty) && !asks(&self.before))
            || names_faq(&pieces[first.piece]);
        if is_title {
            self.title = Some(0);
            self.list[0].role = Role::Root;
        }
    }

    fn spread(&mut self) {
        for number in 0..self.list.len() {
            if let Some(parent) = self.list[number].parent {
                let above = &self.list[parent];
                let asks = above.strength == Strength::Strong && above.role != Role::Root;
                self.list[number].below_question = asks || above.below_question;
            }
        }
    }
}

/// The pieces that are headings, but not those in an answer that `<details>` hold.
fn headings_of<'p, 'a>(
    pieces: &'p [Piece<'a>],
) -> impl Iterator<Item = (usize, u8, &'p Piece<'a>)> {
    let mut closed = 0;
    pieces
        .iter()
        .enumerate()
        .filter_map(move |(number, piece)| {
            match &piece.kind {
                Kind::Ask {
                    form: Form::Summary { close: Some(close) },
                    asked,
                } if asked.strength == Strength::Strong => closed = closed.max(*close),
                Kind::Heading { level, asked }
                    if piece.start >= closed && !asked.text.is_empty() =>
                {
                    return Some((number, *level, piece));
                }
                _ => {}
            }
            None
        })
}

fn names_faq(piece: &Piece<'_>) -> bool {
    match &piece.kind {
        Kind::Heading { asked, .. } => {
            asked.strength != Strength::Strong && words::name_faq(&asked.text)
        }
        _ => false,
    }
}
