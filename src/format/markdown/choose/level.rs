//! The level of heading that holds the questions.

use super::is_question;
use crate::format::markdown::headings::{Heading, Role};

/// How much more a question tells than a heading that merely has text below.
const QUESTION_WEIGHT: usize = 3;

/// The level of the questions in the parts of a document that are a FAQ, and in the others; 0 where there is none.
#[derive(Debug, Clone, Copy)]
pub(super) struct Levels {
    in_faq: u8,
    elsewhere: u8,
}

impl Levels {
    /// `asks` tells how many questions of other forms there are.
    pub(super) fn new(headings: &[Heading], asks: usize) -> Self {
        let mut in_faq = [0; 7];
        let mut questions = 0;
        let mut elsewhere = [0; 7];
        for heading in headings.iter().filter(|it| it.role == Role::Any) {
            let level = usize::from(heading.level);
            let is_question = is_question(heading);
            if !heading.in_faq {
                elsewhere[level] += usize::from(is_question);
            } else if is_question {
                in_faq[level] += QUESTION_WEIGHT;
                questions += 1;
            } else {
                let says = heading.own.text && !heading.below_question;
                in_faq[level] += usize::from(says);
            }
        }
        // Where none of the headings asks, and something else does, they are sections.
        if questions == 0 && asks >= in_faq.iter().sum() {
            in_faq = [0; 7];
        }
        Self {
            in_faq: heaviest(&in_faq),
            elsewhere: heaviest(&elsewhere),
        }
    }

    fn of(self, heading: &Heading) -> u8 {
        if heading.in_faq {
            self.in_faq
        } else {
            self.elsewhere
        }
    }

    pub(super) fn is_at(self, heading: &Heading) -> bool {
        heading.level == self.of(heading)
    }

    pub(super) fn is_at_or_below(self, heading: &Heading) -> bool {
        heading.level >= self.of(heading)
    }
}

/// The highest heading of those that weigh most.
fn heaviest(weights: &[usize; 7]) -> u8 {
    let mut heaviest = 0_u8;
    for level in 1..7_u8 {
        if weights[usize::from(level)] > weights[usize::from(heaviest)] {
            heaviest = level;
        }
    }
    heaviest
}
