//! How the members of a group are alike: what the sources, the tables and the program call it.

/// How the members of a group are alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// They ask about the same thing in nearly every question.
    Same,
    /// They are near, not the same: one makes the other likelier.
    Near,
    /// They are irregular inflections of one word.
    Forms,
}

impl Kind {
    /// All of them, in the order in which their groups stand in the tables: `build/lexicon` writes them so, and
    /// [`Group::kind`](super::Group::kind) tells by the place of a group which it is of.
    pub(crate) const ALL: [Self; 3] = [Self::Same, Self::Near, Self::Forms];

    /// What the part of a source that holds such groups is called.
    #[cfg_attr(not(test), allow(dead_code, reason = "for whoever reads the sources"))]
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Near => "near",
            Self::Forms => "forms",
        }
    }
}
