//! Which pieces of a document are its questions.
//!
//! In a FAQ (its name, its title or a heading says so) headings of one level are: the one with most questions, where
//! every heading counts a little that has text of its own. A heading there that is no question is taken as well if it
//! says enough. Elsewhere only headings are that ask, and the others beside them where nearly all of them ask.
//! What is below a question is its answer, what is above it are sections. `Q:`, `<details>` and bold questions are
//! looked for where no heading is a question.

mod asks;
mod level;

use super::headings::{Heading, Headings, Role};
use super::piece::{Kind, Piece};
use super::question::Strength;

use self::level::Levels;

/// A piece that is a question.
#[derive(Debug, Clone, Copy)]
pub(super) struct Taken {
    pub(super) piece: usize,
    /// Where its answer ends at the latest, in bytes.
    pub(super) end: usize,
    /// The heading that it stands below.
    pub(super) parent: Option<usize>,
}

/// What is done with a heading.
enum Decision {
    /// It is a question, and everything below it is the answer.
    Whole,
    /// It is a question, and the answer ends where the next heading begins.
    Own,
    /// It is none; there may be some below.
    Section,
}

/// The headings below one heading, counted.
#[derive(Debug, Clone, Copy, Default)]
struct Group {
    headings: usize,
    questions: usize,
    strong: usize,
}

/// The questions of a document that ends at `end`.
pub(super) fn choose(pieces: &[Piece<'_>], headings: &Headings, end: usize) -> Vec<Taken> {
    let chooser = Chooser::new(pieces, headings);
    let mut taken = Vec::new();
    let mut number = 0;
    while let Some(heading) = headings.list.get(number) {
        let next = match chooser.decide(number, heading) {
            Decision::Whole => heading.end,
            Decision::Own => number + 1,
            Decision::Section => {
                number += 1;
                continue;
            }
        };
        let after = headings.list.get(next);
        taken.push(Taken {
            piece: heading.piece,
            end: after.map_or(end, |after| pieces[after.piece].start),
            parent: heading.parent,
        });
        number = next;
    }
    asks::add(pieces, headings, end, &mut taken);
    taken
}

struct Chooser<'p, 'a> {
    pieces: &'p [Piece<'a>],
    levels: Levels,
    /// Of the headings below each, and of those below none at the end.
    groups: Vec<Group>,
    /// How many of the headings up to each are questions, and have text.
    questions: Vec<usize>,
    texts: Vec<usize>,
}

impl<'p, 'a> Chooser<'p, 'a> {
    fn new(pieces: &'p [Piece<'a>], headings: &Headings) -> Self {
        let list = &headings.list;
        let mut groups = vec![Group::default(); list.len() + 1];
        let (mut questions, mut texts) = (vec![0], vec![0]);
        for heading in list {
            let asks = heading.role == Role::Any && is_question(heading);
            if heading.role == Role::Any {
                let group = &mut groups[heading.parent.unwrap_or(list.len())];
                group.headings += 1;
                group.questions += usize::from(heading.strength != Strength::None);
                group.strong += usize::from(heading.strength == Strength::Strong);
            }
            questions.push(questions[questions.len() - 1] + usize::from(asks));
            let says = heading.own.text || heading.own.asks > 0;
            texts.push(texts[texts.len() - 1] + usize::from(says));
        }
        let asks: usize = list.iter().map(|it| it.own.asks_weight).sum();
        let asks = asks + headings.before.asks_weight;
        Self {
            pieces,
            levels: Levels::new(list, asks),
            groups,
            questions,
            texts,
        }
    }

    fn decide(&self, number: usize, heading: &Heading) -> Decision {
        let own = &heading.own;
        if heading.role != Role::Any {
            return Decision::Section;
        }
        let group = &self.groups[heading.parent.unwrap_or(self.groups.len() - 1)];
        let below = &self.groups[number];
        if is_question(heading) || (heading.strength == Strength::Weak && group.mostly_asks()) {
            let others = self.questions[heading.end] - self.questions[number + 1];
            return if own.asks_itself() && own.begins_asking {
                Decision::Section
            } else if others == 0 || self.levels.is_at_or_below(heading) {
                Decision::Whole
            } else if own.text {
                Decision::Own
            } else {
                Decision::Section
            };
        }
        let is_at_level = heading.in_faq && self.levels.is_at(heading);
        let is_beside_questions = group.mostly_asks() || is_at_level;
        let says_enough = group.strong == 0 || says_enough(&self.pieces[heading.piece]);
        let says_something = self.texts[heading.end] > self.texts[number];
        let has_questions_below = below.strong > 0 && below.strong * 2 >= below.headings;
        let is_question = is_beside_questions
            && says_enough
            && says_something
            && !has_questions_below
            && !own.asks_itself()
            && (own.text || own.asks == 0);
        if is_question {
            Decision::Whole
        } else {
            Decision::Section
        }
    }
}

impl Group {
    /// Whether nearly all of these headings are questions: the others will be, too.
    fn mostly_asks(&self) -> bool {
        self.questions > 2 && self.questions * 3 >= self.headings * 2
    }
}

/// Whether a heading is a question by itself: one without a question mark only where questions are expected.
fn is_question(heading: &Heading) -> bool {
    match heading.strength {
        Strength::Strong => true,
        Strength::Weak => heading.in_faq,
        Strength::None => false,
    }
}

/// The fewest words of a heading that says what is wrong or wanted; *License* and *See also* do not.
const FEWEST_WORDS: usize = 3;

/// The same in writing without spaces.
const FEWEST_CJK: usize = 6;

fn says_enough(piece: &Piece<'_>) -> bool {
    let Kind::Heading { asked, .. } = &piece.kind else {
        return false;
    };
    let is_wide = |c: &char| ('\u{2e80}'..'\u{fb00}').contains(c);
    asked.text.split_whitespace().count() >= FEWEST_WORDS
        || asked.text.chars().filter(is_wide).count() >= FEWEST_CJK
}
