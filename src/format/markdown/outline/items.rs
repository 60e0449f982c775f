//! The items of a list that is in no other: those that ask must have answers.

/// The items of an outer list.
#[derive(Debug, Default)]
pub(super) struct Items {
    count: usize,
    /// The last one that is a question.
    question: usize,
    /// How many are, and how many of them have an answer in the item.
    questions: usize,
    answered: usize,
    is_answered: bool,
}

impl Items {
    /// An item begins.
    pub(super) fn begin(&mut self) {
        self.count += 1;
    }

    /// The item that began last asks a question.
    pub(super) fn ask(&mut self) {
        self.questions += 1;
        self.question = self.count;
        self.is_answered = false;
    }

    /// A block begins in the last item: the answer, if it asked.
    pub(super) fn answer(&mut self) {
        if self.question == self.count && self.questions > 0 && !self.is_answered {
            self.is_answered = true;
            self.answered += 1;
        }
    }

    /// Whether this is a mere list of questions; a single one may be answered below the list.
    pub(super) fn are_unanswered(&self) -> bool {
        self.count > 1 && self.answered < self.questions
    }
}
