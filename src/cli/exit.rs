//! What became of a run, and the code that says so to the shell: as with grep.

use std::process::ExitCode;

/// What became of a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Exit {
    /// There was an answer; in a batch, to every question.
    Answered,
    /// There was none, or not to every question.
    NotAnswered,
    /// A figure was worse than it may be.
    BelowFloor,
    /// A FAQ was checked, and nothing is wrong with it.
    Clean,
    /// A FAQ was checked, and something is.
    AtFault,
    /// Whoever asked has left the prompt.
    Left,
    /// What was typed, read or written was at fault.
    Failed,
    /// Ctrl-C at an empty prompt; elsewhere the signal itself ends the program, which a shell reports alike.
    Interrupted,
}

impl Exit {
    /// What the shell is told.
    pub(crate) const fn code(self) -> u8 {
        match self {
            Self::Answered | Self::Clean | Self::Left => 0,
            Self::NotAnswered | Self::BelowFloor | Self::AtFault => 1,
            Self::Failed => 2,
            Self::Interrupted => 130,
        }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit.code())
    }
}
