//! Bold text at the beginning of a block: is it a line of its own?

/// Where the beginning of a block is bold, or slanted, and what comes after it.
#[derive(Debug, Default)]
pub(super) struct Bold {
    state: State,
    /// How many stresses are open within each other.
    depth: usize,
    /// Whether one of them is bold.
    strong: bool,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum State {
    /// There may be some yet.
    #[default]
    Awaited,
    Open,
    /// It ended at a byte, and nothing came after it yet.
    Closed(usize),
    Decided(Line),
    /// The block begins with other text.
    Absent,
}

/// Bold text that a block begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Line {
    /// Where what comes after it begins.
    pub(super) end: usize,
    /// Whether nothing else stands in its line.
    pub(super) alone: bool,
}

impl Bold {
    pub(super) fn is_open(&self) -> bool {
        self.state == State::Open
    }

    pub(super) fn is_absent(&self) -> bool {
        self.state == State::Absent
    }

    pub(super) fn is_closed(&self) -> bool {
        matches!(self.state, State::Closed(_))
    }

    /// Bold or slanted text begins.
    pub(super) fn begin(&mut self, strong: bool) {
        if self.state == State::Awaited {
            self.state = State::Open;
        }
        if self.is_open() {
            self.depth += 1;
            self.strong |= strong;
        }
    }

    /// The innermost of them ends.
    pub(super) fn end(&mut self, end: usize) {
        if self.is_open() {
            self.depth = self.depth.saturating_sub(1);
            if self.depth == 0 {
                self.state = State::Closed(end);
            }
        }
    }

    /// A question mark stands behind it, and belongs to it.
    pub(super) fn extend(&mut self, end: usize) {
        if self.is_closed() {
            self.state = State::Closed(end);
        }
    }

    /// Something else comes, in the same line.
    pub(super) fn interrupt(&mut self) {
        self.state = match self.state {
            State::Awaited => State::Absent,
            State::Closed(end) => State::Decided(Line { end, alone: false }),
            other => other,
        };
    }

    /// The line ends, and the next begins at a byte.
    pub(super) fn end_line(&mut self, end: usize) {
        if self.is_closed() {
            self.state = State::Decided(Line { end, alone: true });
        }
    }

    /// There is none that would mean anything.
    pub(super) fn rule_out(&mut self) {
        self.state = State::Absent;
    }

    /// What the block begins with; slanted text counts only where it is alone.
    pub(super) fn line(&self) -> Option<Line> {
        match self.state {
            State::Decided(line) if line.alone || self.strong => Some(line),
            _ => None,
        }
    }
}
